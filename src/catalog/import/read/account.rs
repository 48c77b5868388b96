//! Accounts for records while they are read: each is counted once, and remarks about it are collected.

use super::{Current, DocumentReader, MAX_RECORDS, STEP};
use crate::catalog::import::found::Found;
use crate::catalog::import::gather::Spot;
use crate::catalog::import::node::Remarks;
use crate::catalog::import::report::{At, Note, Outcome, Place};
use crate::catalog::import::sniff;

impl DocumentReader<'_> {
    /// Accounts for the result of reading a record.
    pub(super) fn found(&mut self, current: &mut Current<'_>, found: Found, remarks: Remarks, at: At, spot: Spot) {
        let program = match &found {
            Found::Drafts(drafts) if !remarks.is_empty() => drafts.first().map(|draft| draft.title.clone()),
            _ => None,
        };
        for (inner, remark) in remarks.into_inner() {
            let at = match &at {
                At::Line(line) => At::Line(*line),
                At::Pointer(pointer) => At::Pointer(format!("{pointer}{inner}")),
                At::File => At::Pointer(inner.clone()),
            };
            let field = inner.rsplit('/').next().map(str::to_owned);
            self.remark_of(current, at, program.clone(), field, &remark);
        }
        match found {
            Found::Drafts(drafts) => {
                current.has_known = true;
                self.count();
                self.gathered.take(current.number, spot, drafts);
            }
            Found::LeftOut(reason) => {
                current.has_known = true;
                self.settle(current, at, Outcome::LeftOut, &reason);
            }
            Found::Rejected(reason) => {
                current.has_known = true;
                self.settle(current, at, Outcome::Rejected, &reason);
            }
        }
    }

    pub(super) fn count(&mut self) {
        self.report.read(1);
        self.seen += 1;
        if self.seen.is_multiple_of(STEP) {
            (self.progress)(self.seen);
        }
    }

    pub(super) fn may_go_on(&mut self, current: &Current<'_>) -> bool {
        if self.seen < MAX_RECORDS {
            return true;
        }
        self.settle(
            current,
            At::File,
            Outcome::Rejected,
            "there are more than five million records; the rest was not read",
        );
        false
    }

    /// Refuses a document. One that was found in a folder rather than named counts as left out.
    pub(super) fn refuse(&mut self, current: &Current<'_>, at: At, name: &str) {
        let outcome = if current.is_named { Outcome::Rejected } else { Outcome::LeftOut };
        let reason = format!("seems to be {name}; {}", sniff::ACCEPTED);
        self.settle(current, at, outcome, &reason);
    }

    pub(super) fn settle(&mut self, current: &Current<'_>, at: At, outcome: Outcome, reason: &str) {
        self.count();
        let place = Place { file: current.name.to_owned(), at };
        let reason = crate::catalog::printable(reason).into_owned();
        self.report.explain(outcome, Note { place, program: None, field: None, reason });
    }

    pub(super) fn remark(&mut self, current: &Current<'_>, at: At, field: Option<String>, reason: &str) {
        self.remark_of(current, at, None, field, reason);
    }

    pub(super) fn remark_of(
        &mut self,
        current: &Current<'_>,
        at: At,
        program: Option<String>,
        field: Option<String>,
        reason: &str,
    ) {
        let place = Place { file: current.name.to_owned(), at };
        let reason = crate::catalog::printable(reason).into_owned();
        self.report.remark(Note { place, program, field, reason });
    }
}

//! Accounts for records while they are read: each is counted once, and remarks about it are collected.

use super::{Current, DocumentReader, MAX_RECORDS, MAX_UNKNOWN, STEP};
use crate::catalog::contradiction::last_begun;
use crate::catalog::import::date;
use crate::catalog::import::draft::Draft;
use crate::catalog::import::found::Found;
use crate::catalog::import::gather::Spot;
use crate::catalog::import::node::Remarks;
use crate::catalog::import::report::{At, Location, Note, Outcome};
use crate::catalog::import::sniff;

impl DocumentReader<'_> {
    /// Accounts for the result of reading a record.
    pub(super) fn found(&mut self, current: &mut Current<'_>, mut found: Found, remarks: Remarks, at: At, spot: Spot) {
        if let Found::Drafts(drafts) = &mut found {
            // A course may stand alone and in its program.
            let mut doubts: Vec<(String, String)> = Vec::new();
            for draft in drafts {
                self.doubt_date(draft, &remarks);
                doubts.extend(draft.doubtful());
            }
            doubts.dedup();
            for (at, doubt) in doubts {
                remarks.add(at, doubt);
            }
        }
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
            // A heading is no pointer, and may contain a slash, as `Fee 2026/27` does.
            let name = if inner.starts_with('/') { inner.rsplit('/').next() } else { Some(inner.as_str()) };
            let field = name.filter(|field| !field.is_empty()).map(str::to_owned);
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

    /// Removes a date in the future from a draft, because no record can be that new.
    fn doubt_date(&self, draft: &mut Draft, remarks: &Remarks) {
        let latest = last_begun(self.today);
        if let Some(moment) = draft.as_of.take_if(|moment| moment.day > latest) {
            let reason = format!("the record is dated {}, which is still to come; the date was not used", moment.day);
            remarks.add("", reason);
        }
        for said in &mut draft.says {
            said.as_of.take_if(|as_of| date::is_to_come(as_of, self.today));
        }
        for course in &mut draft.courses {
            self.doubt_date(course, remarks);
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

    /// Settles a record in a list that is of no format that is read; returns whether to go on with the
    /// document. Like a document, a record that was found in a folder rather than named counts as left out.
    pub(super) fn unknown(&mut self, current: &mut Current<'_>, at: At, reason: &str) -> bool {
        let is_expected = current.is_named || current.has_known;
        current.unknown += 1;
        self.settle(current, at, if is_expected { Outcome::Rejected } else { Outcome::LeftOut }, reason);
        if current.unknown < MAX_UNKNOWN || current.has_known {
            return self.may_go_on(current);
        }
        self.refuse(current, At::File, "JSON in an unknown format, of which the rest was not read");
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
        let place = Location { file: current.name.to_owned(), at };
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
        let place = Location { file: current.name.to_owned(), at };
        let reason = crate::catalog::printable(reason).into_owned();
        self.report.remark(Note { place, program, field, reason });
    }
}

//! Reports: pages to hand on as one file, with a head that says what they were made from.
//!
//! This module touches no file. A caller that writes one asks [`is_report`] first whether the existing file is a
//! report, so that no other file is overwritten.

use jiff::civil::Date;

use super::{Field, Page};
use crate::catalog::{Catalog, printable};

/// The program and version, which every report names.
const MAKER: &str = concat!("prospectus ", env!("CARGO_PKG_VERSION"));

/// The subject of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// A result of the adviser.
    Recommendation,
    /// Programs side by side.
    Comparison,
    /// Plans: when programs would be finished, and what they cost.
    Plan,
    /// Every fact of a program.
    Program,
    /// A kept shortlist.
    Shortlist,
    /// A decision that was kept.
    Decision,
    /// Everything that is kept in a profile.
    Dossier,
}

impl ReportKind {
    fn title(self) -> &'static str {
        match self {
            Self::Recommendation => "A recommendation",
            Self::Comparison => "A comparison",
            Self::Plan => "A plan",
            Self::Program => "A program",
            Self::Shortlist => "A shortlist",
            Self::Decision => "A decision",
            Self::Dossier => "A dossier",
        }
    }
}

/// Pages with what they were made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The title, which names the subject.
    pub title: String,
    /// What the report was made from: the person it is for, the date, the catalogue and the version.
    pub about: Vec<Field>,
    /// The pages.
    pub pages: Vec<Page>,
}

impl Report {
    /// Returns a report of pages made from `catalog` on the day `on`, for the person named `whom`, if any.
    pub fn new(kind: ReportKind, whom: Option<&str>, catalog: &Catalog, on: Date, pages: Vec<Page>) -> Self {
        let whom = whom.map(|name| Field::new("For", printable(name).into_owned()));
        let rest = [
            Field::new("Date", on.to_string()),
            Field::new("Catalogue", format!("{} of {}", catalog.name, catalog.as_of.text())),
            Field::new("Fingerprint", catalog.hash()),
            Field::new("Made by", MAKER),
        ];
        Self { title: kind.title().to_owned(), about: whom.into_iter().chain(rest).collect(), pages }
    }
}

/// Whether a text is a report written by this program, in HTML or Markdown. It is known by the fields at its head, one
/// after another.
pub fn is_report(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text);
    let mut rest = &*text;
    let is_ours = ["Catalogue", "Fingerprint", "Made by", "prospectus "].into_iter().all(|name| {
        let behind = rest.split_once(name).map(|(_, behind)| behind);
        rest = behind.unwrap_or_default();
        behind.is_some()
    });
    is_ours && (text.starts_with("<!DOCTYPE html>") || text.starts_with("# "))
}

#[cfg(test)]
mod tests {
    use super::super::print::html;
    use super::*;

    #[test]
    fn a_report_is_told_from_every_other_text() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let day = jiff::civil::date(2026, 11, 23);
        let report = Report::new(ReportKind::Plan, Some("Ana"), &catalog, day, Vec::new());
        assert!(is_report(html(&report).as_bytes()) && is_report(report.markdown().as_bytes()));
        for other in [
            "",
            "# My notes\n",
            "<!DOCTYPE html><p>prospectus </p>",
            "Made by prospectus 1",
            "# Notes\nMade by me with prospectus 1\n",
        ] {
            assert!(!is_report(other.as_bytes()), "{other}");
        }
    }
}

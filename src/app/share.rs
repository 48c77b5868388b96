//! Writing the current page to a file: which page it is, the proposed file name, and the text. Nothing is written here:
//! name and text go out as an effect, and whoever carries it out reports where the file is.

use super::report_file::Markup;
use super::subject::Subject;
use super::{App, Effect, page as pages};
use crate::catalog::ProgramIx;
use crate::compare::similar;
use crate::export::kept::decision_page;
use crate::page::print::html;
use crate::page::{self, Report, ReportKind, Rows, Steps};

/// Returns the proposed name of a file: the name of the profile, if it has one, and the subject.
pub fn proposed_name(app: &App, subject: &Subject) -> String {
    let id = |ix: ProgramIx| app.catalog().program(ix).id.to_string();
    let what = match subject {
        Subject::Program(ix) => id(*ix),
        Subject::Plan(ix) => format!("plan-{}", id(*ix)),
        Subject::Comparison => "comparison".to_owned(),
        Subject::Shortlist => "shortlist".to_owned(),
        Subject::Result => "recommendation".to_owned(),
        Subject::Decision(id) => format!("decision-{}", app.personal.notebook.record_number(id).unwrap_or_default()),
    };
    let whom = app.personal.name().map(|name| format!("{}-", in_a_file_name(name))).unwrap_or_default();
    Markup::Html.name(&format!("{whom}{what}"))
}

/// A name as part of a file name: letters, digits and dashes.
fn in_a_file_name(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Returns the effect that writes the file; `None` if the name does not determine the markup.
pub fn file(app: &App, subject: &Subject, name: &str) -> Option<Effect> {
    let (markup, _) = Markup::of(name)?;
    let report = report(app, subject);
    let text = match markup {
        Markup::Html => html(&report),
        Markup::Markdown => report.markdown(),
    };
    Some(Effect::Write { name: name.to_owned(), text })
}

fn report(app: &App, subject: &Subject) -> Report {
    let (catalog, settings) = (app.catalog(), &app.plan);
    let plan = |ix| page::plan(catalog, &crate::plan::plan(catalog, ix, settings), Steps::Every);
    let decision = |id: &str| app.personal.notebook.record(id).map(decision_page).unwrap_or_default();
    let (kind, page) = match subject {
        Subject::Program(ix) => {
            let page = page::program(catalog, *ix, settings, &pages::note_on(app, *ix));
            (ReportKind::Program, page::with_similar(page, catalog, &similar(catalog, *ix)))
        }
        Subject::Plan(ix) => (ReportKind::Plan, plan(*ix)),
        Subject::Comparison => (ReportKind::Comparison, page::comparison(catalog, &app.basket, settings, Rows::All)),
        Subject::Shortlist => (ReportKind::Shortlist, page::shortlist(catalog, &app.personal.profile())),
        Subject::Result => (ReportKind::Recommendation, pages::result_page(app)),
        Subject::Decision(id) => (ReportKind::Decision, decision(id)),
    };
    Report::new(kind, app.personal.name(), catalog, app.world.settings.as_of, vec![page])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_named_in_a_file_name_without_what_a_shell_would_read() {
        assert_eq!(in_a_file_name("Ana  O'Neill / 3"), "ana-o-neill-3");
    }
}

//! The kinds of credential side by side, row by row, with what was found when the guide's claims were checked.

use crate::app::App;
use crate::catalog::Kind;
use crate::guide::{Row, measure};
use crate::page::{Doc, Line, Role};
use crate::width;

/// The least columns for two kinds beside each other.
const SIDE_BY_SIDE: usize = 70;
/// Columns of the names of rows.
const LABEL: usize = 16;

/// The kinds row by row, each row with how far it holds.
pub(super) fn table(app: &App, doc: &mut Doc) {
    let width = doc.width();
    if width >= SIDE_BY_SIDE {
        let column = (width - LABEL) / 2;
        doc.line(
            Line::of(Role::Label, " ".repeat(LABEL))
                .and(Role::Title, width::left("Professional Certificate", column))
                .and(Role::Title, "MicroMasters"),
        );
    }
    for row in &app.world.guide.rows {
        row_lines(doc, row, width);
        flag_lines(doc, row, width);
    }
}

pub(super) fn guide(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    let guide = &app.world.guide;
    table(app, &mut doc);
    doc.heading("MEASURED ON THIS CATALOGUE");
    for measured in measure(app.catalog()) {
        if matches!(measured.kind, Kind::ProfessionalCertificate | Kind::MicroMasters) {
            let head = format!("{} {}", measured.kind.short(), measured.measure.fact());
            doc.hanging(Line::of(Role::Label, width::left(&head, LABEL)), Role::Plain, &measured.words());
        }
    }
    doc.heading("WHEN TO CHOOSE WHICH");
    for rule in &guide.rules {
        doc.hanging(Line::of(Role::Label, "- "), Role::Plain, &format!("{}: {}", rule.when, rule.choose));
    }
    doc.heading("WHAT EACH CHOICE COSTS");
    for trade_off in &guide.trade_offs {
        doc.hanging(Line::of(Role::Label, "- "), Role::Plain, &trade_off.text);
    }
    doc.heading("FREQUENT QUESTIONS");
    for item in &guide.questions {
        doc.text(Role::Title, &item.question);
        doc.text(Role::Plain, &item.answer);
        for study in guide.evidence.iter().filter(|study| item.evidence.contains(&study.id)) {
            doc.hanging(Line::of(Role::Label, width::left(&study.id, 4)), Role::Dim, &study.finding);
        }
    }
    doc.heading("EVIDENCE: RECOGNITION AND WORTH");
    for study in &guide.evidence {
        let head = Line::of(Role::Label, width::left(&study.id, 4));
        doc.hanging(head, Role::Plain, &study.finding);
        doc.hanging(Line::of(Role::Plain, " ".repeat(4)), Role::Dim, &study.basis());
    }
    doc.heading("WHAT WAS FOUND WHEN CLAIMS WERE CHECKED");
    for flag in &guide.flags {
        let head = Line::of(Role::Label, width::left(&flag.id, 4));
        doc.hanging(head, Role::Plain, &format!("{}: {}", flag.about, flag.finding));
    }
    doc
}

fn row_lines(doc: &mut Doc, row: &Row, width: usize) {
    if width < SIDE_BY_SIDE {
        doc.heading(&row.row);
        doc.hanging(Line::of(Role::Label, "PC  "), Role::Plain, &row.professional_certificate);
        doc.hanging(Line::of(Role::Label, "MM  "), Role::Plain, &row.micromasters);
        return;
    }
    let column = (width - LABEL) / 2;
    let certificate = width::wrap(&row.professional_certificate, column - 2);
    let micromasters = width::wrap(&row.micromasters, column - 2);
    let label = width::wrap(&row.row, LABEL - 1);
    doc.gap();
    for number in 0..certificate.len().max(micromasters.len()).max(label.len()) {
        let part = |lines: &[String]| lines.get(number).cloned().unwrap_or_default();
        doc.line(
            Line::of(Role::Label, width::left(&part(&label), LABEL))
                .and(Role::Plain, width::left(&part(&certificate), column))
                .and(Role::Plain, part(&micromasters)),
        );
    }
}

/// How far a row holds, where it does not hold as it stands.
fn flag_lines(doc: &mut Doc, row: &Row, width: usize) {
    if row.flag == "ok" {
        return;
    }
    let indent = if width < SIDE_BY_SIDE { 4 } else { LABEL };
    let note = row.note.as_deref().map(|note| format!(": {note}")).unwrap_or_default();
    let see = if row.see.is_empty() { String::new() } else { format!(" ({})", row.see.join(", ")) };
    doc.hanging(Line::of(Role::Plain, " ".repeat(indent)), Role::Warning, &format!("{}{note}{see}", row.flag));
}

//! Lists over the screen to choose from: a filter to remove, a limit to lift, a change to adopt.

use super::{Tick, checkbox};
use crate::app::choices::{LimitRow, limit_rows};
use crate::app::{Action, App, Chip, Context, Layer, OrderAction, Overlay};
use crate::compare::{Containment, Similar};
use crate::english::capitalised;
use crate::page::{self, Block, Column, Doc, Line, Page, Role, Table, Target};

/// The rows of a list with the one under the cursor marked, and the lines of that row.
fn picker_page(app: &App, overlay: &Overlay, cursor: usize, width: usize) -> (Doc, (usize, usize)) {
    if let Overlay::Palette(palette) = overlay {
        return super::palette::rows(palette, cursor, width);
    }
    let mut doc = Doc::new(width);
    let introduction = introduction(app, overlay);
    if !introduction.is_empty() {
        doc.text(Role::Dim, &introduction);
        doc.line(Line::blank());
    }
    if let Some(table) = picker_table(app, overlay) {
        return with_table(app, doc, table, cursor);
    }
    let mut at_cursor = (0, 0);
    for (place, words) in picker_words(app, overlay).into_iter().enumerate() {
        let is_under_cursor = place == cursor;
        if *overlay == Overlay::Profiles && place == app.personal.notebook.profiles.len() {
            doc.gap();
            doc.text(Role::Dim, super::kept::CONSENT);
        }
        let first = doc.lines.len();
        let mark = if is_under_cursor { "▌ " } else { "  " };
        let role = if is_under_cursor { Role::Selected } else { Role::Plain };
        doc.about(Target::Row(place), |doc| doc.hanging(Line::of(Role::Focus, mark), role, &words));
        if is_under_cursor {
            at_cursor = (first, doc.lines.len() - 1);
        }
    }
    (doc, at_cursor)
}

/// Adds a table whose rows can be chosen, with the one under the cursor marked.
fn with_table(app: &App, mut doc: Doc, mut table: Table, cursor: usize) -> (Doc, (usize, usize)) {
    for (place, row) in table.rows.iter_mut().enumerate() {
        row.target = Some(Target::Row(place));
    }
    let cursor = Target::Row(cursor);
    let page = Page::new(vec![Block::Table(table)]);
    doc.append(super::on_screen(app, &page, doc.width() as u16, Some(cursor)));
    let at_cursor = doc.lines_about(cursor).unwrap_or_default();
    (doc, at_cursor)
}

/// Returns the rows of a list as a table; `None` if they are sentences, or if there is none.
pub fn picker_table(app: &App, overlay: &Overlay) -> Option<Table> {
    let table = match overlay {
        Overlay::Similar { found, .. } => page::similar(app.catalog(), found),
        Overlay::AskAbout(choice) => page::by_name(app.catalog(), "Programs", &choice.found),
        Overlay::Changes => change_table(app),
        Overlay::Kept => super::kept::kept_table(app),
        Overlay::Decisions => super::kept::decided_table(app),
        _ => return None,
    };
    (!table.rows.is_empty()).then_some(table)
}

/// The changes of answers in the order of [`changes`](crate::app::choices::changes).
fn change_table(app: &App) -> Table {
    let columns = ["If you answer", "Instead of", "Then"].map(|title| Column::new(title).least(16).wrapping());
    let mut table = Table::new("Answers that would change the result", columns.into());
    if let Some(advice) = &app.interview.advice {
        let words = app.explainer(&advice.asked);
        let relaxations = advice.relaxations.iter().map(|one| words.relaxation_in_parts(one));
        let flips = advice.flips.iter().map(|one| words.flip_in_parts(one));
        relaxations.chain(flips).for_each(|parts| table.push(parts.map(|part| capitalised(&part))));
    }
    table
}

fn introduction(app: &App, overlay: &Overlay) -> String {
    let keymap = &app.world.keymap;
    let [open, back] = [Action::Open, Action::Back].map(|action| keymap.name_of(Context::Picker, &action));
    match overlay {
        Overlay::Kept | Overlay::Profiles | Overlay::Decisions | Overlay::Courses => {
            super::kept::introduction(app, overlay)
        }
        Overlay::Orders => {
            let turn = keymap.name_of(Context::Picker, &Action::Order(OrderAction::Turn));
            format!("{open} chooses, {turn} reverses the order, {back} leaves.")
        }
        Overlay::Similar { to, found } => {
            let title = &app.catalog().program(*to).title;
            let holds = |one: &Similar| matches!(one.overlap.containment(), Containment::Contains | Containment::Same);
            let first = if found.iter().any(holds) { " Programs that it contains come first." } else { "" };
            format!("Programs like {title}.{first}")
        }
        Overlay::AskAbout(choice) if choice.input.value().trim().is_empty() => {
            "You can ask about any program in the catalogue.".to_owned()
        }
        Overlay::AskAbout(choice) if choice.found.is_empty() => {
            let ask = keymap.name_of(Context::AskAbout, &Action::Open);
            format!("No title matches; {ask} shows what we know about it.")
        }
        Overlay::AskAbout(_) => String::new(),
        Overlay::Limits => format!("{open} lifts a limit or puts it back; your answers still count. {back} leaves."),
        Overlay::Changes => {
            let undo = keymap.name_of(Context::Result, &Action::UndoChange);
            format!("{open} uses the answer; {undo} undoes that. {back} leaves.")
        }
        _ => format!("{open} removes, {back} leaves."),
    }
}

/// The rows of a list that is no table, as sentences.
fn picker_words(app: &App, overlay: &Overlay) -> Vec<String> {
    match overlay {
        Overlay::Limits => {
            let words = |row: LimitRow| {
                let lifted = if row.is_active { "" } else { " lifted:" };
                format!("{}{lifted} {}", checkbox(app, Tick::of(row.is_active)), row.words)
            };
            limit_rows(app).into_iter().map(words).collect()
        }
        Overlay::Orders => super::list::order_words(app),
        Overlay::Courses => super::kept::course_words(app),
        Overlay::Profiles => super::kept::profile_words(app),
        Overlay::RemoveFilter => {
            let words = |chip: &Chip| match super::way_out(&app.found.hits, chip) {
                Some(way) if way.choices.len() == 1 => format!("{} ×  brings {}", chip.label, way.hides),
                _ => format!("{} ×", chip.label),
            };
            app.chips().iter().map(words).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn picker(app: &App, layer: &Layer, width: usize) -> Doc {
    picker_page(app, &layer.overlay, layer.cursor, width).0
}

/// Returns the scroll offset nearest to the present one at which a row is visible when the cursor is on it. At the first row it
/// is 0, so that the text above the rows is visible too.
pub fn picker_top(app: &App, layer: &Layer, cursor: usize) -> usize {
    let area = super::overlay_text_area(app, &layer.overlay);
    let (_, (first, last)) = picker_page(app, &layer.overlay, cursor, usize::from(area.cols));
    let (rows, top) = (usize::from(area.rows), layer.top);
    match cursor {
        0 => 0,
        _ if first < top => first,
        _ if last >= top + rows => (last + 1).saturating_sub(rows),
        _ => top,
    }
}

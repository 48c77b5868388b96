//! Lays out a page as lines with roles within a width, for the screen and for commands that print to a terminal.

use std::borrow::Cow;

use crate::page::{Block, Doc, Field, Line, Page, Part, Phrase, Role, Section, Table, Target};
use crate::width;

use super::table::table as print_table;
use super::{Keys, needs_gap, printed};

/// Greatest width of the labels of a list of fields, in columns.
const MAX_LABEL_COLS: usize = 22;
/// The separator between the parts of a value.
const BETWEEN: &str = " · ";
/// The explanation of the marks.
pub const MARKS: &str = "~ worked out or estimated, p presumed, i guessed, e set by hand; no mark: stated";

/// How headings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headings {
    /// In capitals, on the screen of the explorer.
    Capitals,
    /// As they are, in what a command prints.
    AsWritten,
}

/// How the layout of a page differs from place to place.
#[derive(Clone, Copy)]
pub struct Style<'s> {
    /// Looks up the keys of actions.
    pub keys: Keys<'s>,
    /// The target under the cursor; `None` if there is no cursor.
    pub cursor: Option<Target>,
    /// How headings are written.
    pub headings: Headings,
}

/// Lays out a page for a width in columns.
pub fn lay_out(page: &Page, width: usize, style: Style<'_>) -> Doc {
    lay_out_prose(page, width, width, style)
}

/// Lays out a page for a width in columns, with its sentences in at most `prose` of them.
pub fn lay_out_prose(page: &Page, width: usize, prose: usize, style: Style<'_>) -> Doc {
    let doc = Doc::new(width).with_prose(prose);
    let mut doc = match style.headings {
        Headings::Capitals => doc,
        // What a command prints may be copied from; only the explorer has to keep within its panes.
        Headings::AsWritten => doc.with_whole_addresses(),
    };
    for section in printed(page, style.keys) {
        add(&mut doc, section, style);
    }
    doc.printable()
}

fn add(doc: &mut Doc, section: &Section, style: Style<'_>) {
    doc.gap();
    if !section.heading.is_empty() {
        let heading = match style.headings {
            Headings::Capitals => section.heading.to_uppercase(),
            Headings::AsWritten => section.heading.clone(),
        };
        doc.text(Role::Heading, &heading);
    }
    let mut before = None;
    for block in &section.blocks {
        if before.is_some_and(|before| needs_gap(before, block)) {
            doc.gap();
        }
        add_block(doc, block, section, style);
        before = Some(block);
    }
}

fn add_block(doc: &mut Doc, block: &Block, section: &Section, style: Style<'_>) {
    match block {
        Block::Title(title) => doc.hanging_link(Line::blank(), Role::Title, &title.text, title.address.as_deref()),
        Block::Warning(text) => doc.hanging(Line::of(Role::Warning, "Caution: "), Role::Plain, text),
        Block::Text(text) => doc.text(Role::Plain, text),
        Block::Remark(text) => doc.text(Role::Dim, text),
        Block::Legend => doc.text(Role::Dim, &format!("{MARKS}.")),
        Block::Fields(fields) => {
            let is_lead = section.part == Part::Lead && section.heading.is_empty();
            add_fields(doc, fields, is_lead && style.headings == Headings::Capitals);
        }
        Block::Items(items) => items.iter().for_each(|(item, target)| add_item(doc, item, *target)),
        Block::Table(table) if style.headings == Headings::Capitals => {
            print_table(doc, &in_capitals(table), style.cursor);
        }
        Block::Table(table) => print_table(doc, table, style.cursor),
        Block::Hint(action, text) => {
            if let Some(key) = (style.keys)(*action) {
                doc.hanging(Line::of(Role::Key, key).and(Role::Plain, " "), Role::Dim, text);
            }
        }
    }
}

/// The table with its group headings in capitals.
fn in_capitals(table: &Table) -> Cow<'_, Table> {
    if table.rows.iter().all(|row| row.group.is_none()) {
        return Cow::Borrowed(table);
    }
    let mut table = table.clone();
    table.rows.iter_mut().for_each(|row| row.group = row.group.take().map(|group| group.to_uppercase()));
    Cow::Owned(table)
}

fn add_item(doc: &mut Doc, item: &Phrase, target: Option<Target>) {
    let head = Line::of(Role::Label, "- ");
    let role = item.role.unwrap_or(Role::Plain);
    let add = |doc: &mut Doc| doc.hanging_link(head, role, &item.with_sign(), item.address.as_deref());
    match target {
        Some(target) => doc.about(target, add),
        None => add(doc),
    }
}

/// Adds fields; their labels are in capitals if headings are.
fn add_fields(doc: &mut Doc, fields: &[Field], is_in_capitals: bool) {
    let widest = fields.iter().map(|field| width::cols(&field.label)).max().unwrap_or(0);
    // A label takes at most a third of the width; a longer one gets a line of its own.
    let label_cols = widest.min(MAX_LABEL_COLS).min(doc.width() / 3).max(1) + 1;
    let has_marks = fields.iter().filter_map(|field| field.value.first()).any(|first| first.mark.sign() != " ");
    for field in fields {
        let label = if is_in_capitals { field.label.to_uppercase() } else { field.label.clone() };
        let add = |doc: &mut Doc| add_field(doc, &label, field, label_cols, has_marks);
        match field.target {
            Some(target) => doc.about(target, add),
            None => add(doc),
        }
    }
}

/// Adds a value beside its label. If any value of the list has a mark, marks get a column of their own.
fn add_field(doc: &mut Doc, label: &str, field: &Field, label_cols: usize, has_marks: bool) {
    let Some(first) = field.value.first() else { return };
    let is_wide = width::cols(label) >= label_cols;
    if is_wide {
        doc.text(field.label_role, label);
    }
    let label = if is_wide { "" } else { label };
    let head = |label: &str, first: &Phrase| {
        let head = Line::of(field.label_role, width::left(label, label_cols + 1));
        let mark = if has_marks { first.mark.sign() } else { "" };
        head.and(Role::Plain, mark).and(Role::Plain, if has_marks { " " } else { "" })
    };
    if field.value.iter().any(|part| part.drawing.is_some()) {
        return add_drawn(doc, head(label, first), &field.value);
    }
    // Unknown values are not dimmed: doubt is shown by a mark or a word, not by colour.
    let role = first.role.unwrap_or(Role::Plain);
    let address = first.address.as_deref();
    if field.is_prose() {
        let text = field.value.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ");
        return doc.hanging_link(head(label, first), role, &text, address);
    }
    let room = doc.prose_width().saturating_sub(head(label, first).cols());
    for (place, line) in packed(&field.value, room, has_marks).into_iter().enumerate() {
        let label = if place == 0 { label } else { "" };
        doc.hanging_link(head(label, line.first), role, &line.text, address);
    }
}

/// Parts of a value that share a line.
struct Packed<'p> {
    first: &'p Phrase,
    text: String,
}

/// Distributes the parts of a value over lines, as many to a line as fit, so that lines break between parts where
/// possible. If there is a column for marks, the mark of a line's first part goes there.
fn packed(parts: &[Phrase], room: usize, has_marks: bool) -> Vec<Packed<'_>> {
    let mut lines: Vec<Packed<'_>> = Vec::new();
    for part in parts {
        let text = part.with_sign();
        match lines
            .last_mut()
            .filter(|line| width::cols(&line.text) + width::cols(BETWEEN) + width::cols(&text) <= room)
        {
            Some(line) => line.text.extend([BETWEEN, &text]),
            None => lines.push(Packed { first: part, text: if has_marks { part.text.clone() } else { text } }),
        }
    }
    lines
}

/// Adds parts that each have a drawing in front, as many to a line as fit. A part is never broken.
fn add_drawn(doc: &mut Doc, head: Line, parts: &[Phrase]) {
    let indent = head.cols();
    let mut line = head;
    for (place, part) in parts.iter().enumerate() {
        let mut own = Line::blank();
        if let Some(drawing) = &part.drawing {
            own = own.and_picture(drawing).and(Role::Plain, " ");
        }
        let text = if place == 0 { part.text.clone() } else { part.with_sign() };
        own = own.and(part.role.unwrap_or(Role::Plain), text);
        if line.cols() > indent && line.cols() + 3 + own.cols() > doc.width() {
            doc.line(std::mem::replace(&mut line, Line::of(Role::Plain, " ".repeat(indent))));
        } else if line.cols() > indent {
            line = line.and(Role::Plain, "   ");
        }
        line.spans.extend(own.spans);
    }
    doc.line(line);
}

//! Draws the explorer's panes and the pages that fill the screen.

use ratatui::buffer::Buffer;

use super::rules::Rules;
use super::{Look, filters, head, list, paint};
use crate::app::layout::{Area, Layout, body, layout, result_body, shows_one_pane};
use crate::app::{Action, App, Context, Pane, page};
use crate::page::{Line, Role};

pub(super) fn explore(app: &App, look: Look, buffer: &mut Buffer) {
    head::search(app, look, buffer);
    let layout = layout(app);
    rules(app, &layout, look, buffer);
    if let Some(area) = layout.filters {
        filters::filters(app, area, look, buffer);
    }
    if let Some(area) = layout.list {
        list::list(app, area, look, buffer);
    }
    if let Some(area) = layout.detail {
        detail(app, area, look, buffer);
    }
    if let Some(area) = layout.brief {
        let text = page::text_area(area);
        paint::doc(&page::brief(app, text.cols, text.rows), 0, text, look, buffer);
    }
    if let Some(area) = layout.compare {
        let text = page::text_area(area);
        paint::doc(&page::comparison(app, text.cols), app.tops.compare, text, look, buffer);
    }
    if !shows_one_pane(app) {
        focus_mark(app, &layout, look, buffer);
    }
    order_mark(app, &layout, look, buffer);
    brief_mark(app, &layout, look, buffer);
    head::completions(app, look, buffer);
}

fn detail(app: &App, area: Area, look: Look, buffer: &mut Buffer) {
    let text = page::text_area(area);
    paint::doc(&page::detail(app, text.cols), app.tops.detail, text, look, buffer);
}

/// Draws the rules above and below the body and between its panes.
fn rules(app: &App, layout: &Layout, look: Look, buffer: &mut Buffer) {
    let mut rules = frame(app);
    let body = layout.body;
    for area in [layout.filters, layout.list, layout.detail, layout.brief, layout.compare].into_iter().flatten() {
        if area.x + area.cols < body.x + body.cols {
            rules.down(area.x + area.cols, area.y - 1, area.rows + 2);
        }
        if area.y > body.y {
            let joins_right = u16::from(area.x + area.cols < body.x + body.cols);
            let joins_left = u16::from(area.x > body.x);
            rules.across(area.x - joins_left, area.y - 1, area.cols + joins_left + joins_right);
        }
    }
    rules.draw(look.style(Role::Dim), buffer);
}

/// The rules above and below the body.
fn frame(app: &App) -> Rules {
    let (cols, rows) = app.size;
    let body = body(cols, rows);
    let mut rules = Rules::default();
    rules.across(0, body.y - 1, cols);
    rules.across(0, rows - 2, cols);
    rules
}

/// Draws the name of the focused pane in the rule above it.
fn focus_mark(app: &App, layout: &Layout, look: Look, buffer: &mut Buffer) {
    let (area, name) = match app.focus {
        Pane::Filters => (layout.filters, "Filters"),
        Pane::List => (layout.list, "Programs"),
        Pane::Detail => (layout.detail, "Facts"),
        Pane::Compare => (layout.compare, "Comparison"),
    };
    let Some(area) = area else { return };
    let line = Line::of(Role::Focus, format!(" {name} "));
    paint::line(&line, area.x + 1, area.y - 1, area.cols.saturating_sub(2), look, buffer);
}

/// Draws the order of the list in the rule above it.
fn order_mark(app: &App, layout: &Layout, look: Look, buffer: &mut Buffer) {
    let Some(area) = layout.list.filter(|_| !app.found.hits.is_empty()) else { return };
    let line = Line::of(Role::Dim, " order: ").and(Role::Plain, page::order_in_words(app) + " ");
    let cols = line.cols() as u16;
    // It is left out where it would touch the name of the pane at the other end.
    if cols + 14 <= area.cols {
        paint::line(&line, area.x + area.cols - cols - 1, area.y - 1, cols, look, buffer);
    }
}

/// Draws the kind and school of the selected program in the rule above its brief.
fn brief_mark(app: &App, layout: &Layout, look: Look, buffer: &mut Buffer) {
    let (Some(area), Some(program)) = (layout.brief, app.selected_program()) else { return };
    let school = app.catalog().institution_names(program);
    let words = [program.kind().name(), school.as_str()].map(str::trim).into_iter().filter(|words| !words.is_empty());
    let text = words.collect::<Vec<_>>().join(" · ");
    let text = crate::width::cut(&text, usize::from(area.cols).saturating_sub(4));
    paint::line(&Line::of(Role::Plain, format!(" {text} ")), area.x + 1, area.y - 1, area.cols - 2, look, buffer);
}

pub(super) fn compare(app: &App, look: Look, buffer: &mut Buffer) {
    let words = match app.basket.len() {
        1 => " 1 program; add another to compare".to_owned(),
        count => format!(" {count} programs; ≠ marks the deciding facts that differ"),
    };
    page(app, &words, &|cols| page::comparison(app, cols), app.tops.compare, look, buffer);
}

pub(super) fn review(app: &App, look: Look, buffer: &mut Buffer) {
    let words = format!(" {} changes an answer", app.world.keymap.name_of(Context::Review, &Action::Open));
    page(app, &words, &|cols| page::review(app, cols), page::review_top(app), look, buffer);
}

/// Draws the result. It has no head: its first line is the verdict.
pub(super) fn result(app: &App, look: Look, buffer: &mut Buffer) {
    let (cols, rows) = app.size;
    let mut rules = Rules::default();
    rules.across(0, rows - 2, cols);
    rules.draw(look.style(Role::Dim), buffer);
    let area = page::text_area(result_body(cols, rows));
    paint::doc(&page::result(app, area.cols), app.tops.page, area, look, buffer);
}

/// Draws a document over the whole body.
fn page(app: &App, words: &str, doc: &dyn Fn(u16) -> crate::page::Doc, top: usize, look: Look, buffer: &mut Buffer) {
    let (cols, rows) = app.size;
    paint::line(&Line::of(Role::Dim, words), 0, 1, cols, look, buffer);
    frame(app).draw(look.style(Role::Dim), buffer);
    let area = page::text_area(body(cols, rows));
    paint::doc(&doc(area.cols), top, area, look, buffer);
}

//! The map: the picture, and the same in words beside or under it.

use std::collections::BTreeMap;

use super::{on_screen, text_area};
use crate::app::layout::{Area, body};
use crate::app::{Action, App, MapAction};
use crate::catalog::{Catalog, Kind, ProgramIx, Range};
use crate::chart::{Plane, Tone, axis};
use crate::english::counted;
use crate::map::{Map, Point};
use crate::page::{self, Doc, Line, Page, Role};
use crate::width;

/// The least width of the picture, in columns.
const MIN_COLS: u16 = 40;
/// The least height of the picture, in rows.
const MIN_ROWS: u16 = 8;
/// The least height of the picture above the words, in rows: in fewer, most points would share a place.
const MIN_ROWS_ABOVE: u16 = 12;
/// The least width of the words beside the picture, in columns.
const WORDS: u16 = 34;
/// Width of the labels at the left of the picture, in columns.
const LABELS: usize = 5;

/// Returns the area of the picture, or `None` if there is no room for it, and the area of the words.
pub fn map_areas(app: &App) -> (Option<Area>, Area) {
    let whole = text_area(body(app.size.0, app.size.1));
    if is_empty(app) {
        return (None, whole);
    }
    if whole.cols >= MIN_COLS + WORDS + 3 && whole.rows >= MIN_ROWS {
        let words = if whole.cols > 160 { 56 } else { WORDS.max(whole.cols / 3) };
        let picture = Area { cols: whole.cols - words - 3, ..whole };
        return (Some(picture), Area { x: whole.x + picture.cols + 3, cols: words, ..whole });
    }
    if whole.cols >= MIN_COLS && whole.rows >= MIN_ROWS_ABOVE + 6 {
        let rows = whole.rows - 6;
        let picture = Area { rows, ..whole };
        return (Some(picture), Area { y: whole.y + rows, rows: 6, ..whole });
    }
    (None, whole)
}

/// Whether there is nothing to draw.
fn is_empty(app: &App) -> bool {
    app.map.as_ref().is_none_or(|map| map.points.is_empty())
}

/// The signs of a kind: filled for a place on record, hollow for an estimated one.
fn signs_of(kind: &Kind) -> [&'static str; 2] {
    match kind {
        Kind::ProfessionalCertificate => ["●", "○"],
        Kind::MicroMasters => ["▲", "△"],
        Kind::MicroBachelors => ["▮", "▯"],
        Kind::XSeries => ["◆", "◇"],
        Kind::Masters => ["★", "☆"],
        Kind::ExecutiveEducation => ["▼", "▽"],
        Kind::BootCamp => ["◀", "◁"],
        Kind::Other(_) => ["◉", "◎"],
    }
}

/// The sign of a point.
fn sign(catalog: &Catalog, point: &Point) -> &'static str {
    signs_of(catalog.program(point.program).kind())[usize::from(point.is_estimate)]
}

/// Returns how many of the listed programs the map shows, and which key adds how many.
pub fn map_title(app: &App) -> String {
    let (shown, hidden) = app.map.as_ref().map_or((0, 0), |map| (map.points.len(), map.hidden_estimates));
    let more = match hidden {
        0 => String::new(),
        more => format!("; {} adds {more}, estimated", app.key(&Action::Map(MapAction::Estimates))),
    };
    format!("{shown} of {} shown{more}", counted(app.found.hits.len(), "program"))
}

/// Returns the picture: hours of work upwards, the axis from left to right, and the selected program with its name.
pub fn map_picture(app: &App, cols: u16, rows: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let Some(map) = &app.map else { return doc };
    let mut plane = plane(cols, rows);
    draw(app, map, &mut plane);
    doc.line(
        Line::of(Role::Dim, HOURS).with_right(legend(app, map, doc.width() - width::cols(HOURS) - 2), doc.width()),
    );
    let labels = labels_up(map, &plane);
    let marks = labels_across(map, &plane);
    for (place, row) in plane.into_rows().iter().enumerate() {
        let label = labels.get(&place).map_or("", String::as_str);
        doc.line(Line::of(Role::Dim, width::right(label, LABELS)).and(Role::Plain, " ").and_picture(row));
    }
    let indent = " ".repeat(LABELS + 1);
    let room = doc.width().saturating_sub(LABELS + 1);
    doc.line(Line::of(Role::Dim, format!("{indent}{}", axis(&marks, room))));
    doc.line(Line::of(Role::Dim, format!("{indent}{}", across_words(map))));
    doc
}

/// What the picture shows upwards.
const HOURS: &str = "hours of work, log scale";

/// The signs of the kinds on the picture in at most `cols` columns, the most frequent kinds first.
fn legend(app: &App, map: &Map, cols: usize) -> Line {
    let mut counts: BTreeMap<&Kind, usize> = BTreeMap::new();
    for point in &map.points {
        *counts.entry(app.catalog().program(point.program).kind()).or_default() += 1;
    }
    let mut kinds: Vec<(&Kind, usize)> = counts.into_iter().collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut legend = Line::blank();
    for (kind, _) in kinds {
        let gap = if legend.spans.is_empty() { "" } else { "  " };
        let own = legend.clone().and(Role::Dim, format!("{gap}{} {}", signs_of(kind)[0], kind.short()));
        if own.cols() > cols {
            break;
        }
        legend = own;
    }
    legend
}

/// The plane of the picture for the given size, without the labels.
fn plane(cols: u16, rows: u16) -> Plane {
    Plane::new(usize::from(cols).saturating_sub(LABELS + 1), usize::from(rows).saturating_sub(3))
}

/// Returns the programs drawn at a place of the screen, or else in an adjacent cell.
pub fn map_programs_at(app: &App, x: u16, y: u16) -> Vec<ProgramIx> {
    let (Some(map), Some(area)) = (&app.map, map_areas(app).0) else { return Vec::new() };
    let col = usize::from(x).checked_sub(usize::from(area.x) + LABELS + 1);
    let row = usize::from(y).checked_sub(usize::from(area.y) + 1);
    let (Some(col), Some(row)) = (col, row) else { return Vec::new() };
    let far = |place: &(usize, usize)| (place.0.abs_diff(col), place.1.abs_diff(row));
    let cells = cells(map, &plane(area.cols, area.rows)).into_iter();
    let near = cells.filter(|(place, _)| far(place).0 <= 1 && far(place).1 <= 1);
    near.min_by_key(|(place, _)| far(place).0 + far(place).1).map(|(_, programs)| programs).unwrap_or_default()
}

fn across_words(map: &Map) -> String {
    let step = if map.across.multiplies() { ", log scale" } else { "" };
    format!("{}{step}", map.axis.unit())
}

fn draw(app: &App, map: &Map, plane: &mut Plane) {
    let selected = app.selected;
    if let Some(median) = selected.and_then(|ix| map.median(app.catalog().program(ix))) {
        let (col, row) = plane.cell(map.across.place(median.across), map.up.place(median.hours));
        plane.cross(col, row);
    }
    let cells = cells(map, plane);
    for ((col, row), programs) in &cells {
        plane.put(*col, *row, Tone::Mark, &crowd(app.catalog(), map, programs));
    }
    if let Some(point) = selected.and_then(|ix| map.point(ix)) {
        name(app.catalog(), map, point, &cells.into_keys().collect::<Vec<_>>(), plane);
    }
}

/// The programs of each cell that has any.
fn cells(map: &Map, plane: &Plane) -> BTreeMap<(usize, usize), Vec<ProgramIx>> {
    let mut cells: BTreeMap<(usize, usize), Vec<ProgramIx>> = BTreeMap::new();
    for point in &map.points {
        let (across, up) = map.place(point);
        cells.entry(plane.cell(across, up)).or_default().push(point.program);
    }
    cells
}

/// The sign of one program, or the number of several.
fn crowd(catalog: &Catalog, map: &Map, programs: &[ProgramIx]) -> String {
    match programs {
        [one] => map.point(*one).map_or("", |point| sign(catalog, point)).to_owned(),
        programs => programs.len().min(9).to_string(),
    }
}

/// The least width of a name beside its point, in columns; a shorter piece of a title tells little.
const MIN_NAME: usize = 12;
/// The greatest width of a name beside its point, in columns.
const MAX_NAME: usize = 32;

/// The selected program, with its name to the right of it or to the left, as far as it hides no other point. Its full
/// name is beside the picture.
fn name(catalog: &Catalog, map: &Map, point: &Point, taken: &[(usize, usize)], plane: &mut Plane) {
    let (across, up) = map.place(point);
    let (col, row) = plane.cell(across, up);
    let title = &catalog.program(point.program).title;
    let others = || taken.iter().filter(|(_, other)| *other == row).map(|(other, _)| *other);
    // A blank stays between a name and its point, and between a name and the next point.
    let next = others().filter(|other| *other > col).min().map_or(plane.cols(), |other| other.saturating_sub(1));
    let before = others().filter(|other| *other < col).max().map_or(0, |other| other + 2);
    let (right, left) = (next.saturating_sub(col + 2), col.saturating_sub(before + 1));
    let wanted = width::cols(title).min(MAX_NAME);
    let least = wanted.min(MIN_NAME);
    if right >= wanted || (right >= left && right >= least) {
        plane.write(col + 1, row, Tone::Chosen, &format!(" {}", width::cut(title, right.min(MAX_NAME))));
    } else if left >= least {
        let title = width::cut(title, left.min(MAX_NAME));
        plane.write(col - width::cols(&title) - 1, row, Tone::Chosen, &format!("{title} "));
    }
    plane.put(col, row, Tone::Selected, sign(catalog, point));
}

fn labels_up(map: &Map, plane: &Plane) -> BTreeMap<usize, String> {
    let ticks = map.up.ticks((plane.rows() / 2).max(2));
    ticks.into_iter().map(|tick| (plane.cell(0.0, map.up.place(tick)).1, plain(tick))).collect()
}

fn labels_across(map: &Map, plane: &Plane) -> Vec<(usize, String)> {
    let ticks = map.across.ticks((plane.cols() / 7).max(2));
    ticks.into_iter().map(|tick| (plane.cell(map.across.place(tick), 0.0).0, plain(tick))).collect()
}

fn plain(value: f64) -> String {
    Range::exactly(value).to_string()
}

/// Returns the selected program, its neighbours, the median of its field, the signs, and what is not on the map.
pub fn map_words(app: &App, cols: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let Some(map) = &app.map else { return doc };
    if is_empty(app) {
        super::nothing::no_points(app, &mut doc);
        for words in map.remarks() {
            doc.gap();
            doc.text(Role::Plain, &words);
        }
        return doc;
    }
    if map_areas(app).0.is_none() {
        doc.text(Role::Dim, "The picture needs 42 columns and 23 rows; in words:");
    }
    let mut words = page::map(app.catalog(), map, app.selected).untitled();
    words.sections.retain(|section| section.heading != page::MEDIANS);
    doc.append(on_screen(app, &words, cols, None));
    signs(app, map, &mut doc);
    doc
}

/// Returns the map in words; `None` while it has no points.
pub fn map_page(app: &App) -> Option<Page> {
    app.map.as_ref().filter(|map| !map.points.is_empty()).map(|map| page::map(app.catalog(), map, app.selected))
}

fn signs(app: &App, map: &Map, doc: &mut Doc) {
    doc.heading("SIGNS");
    let mut counts: BTreeMap<(&Kind, bool), usize> = BTreeMap::new();
    for point in &map.points {
        *counts.entry((app.catalog().program(point.program).kind(), point.is_estimate)).or_default() += 1;
    }
    for ((kind, is_estimate), count) in counts {
        let sign = signs_of(kind)[usize::from(is_estimate)];
        let estimated = if is_estimate { ", estimated" } else { "" };
        doc.hanging(
            Line::of(Role::Plain, format!("{sign} ")),
            Role::Plain,
            &format!("{} {count}{estimated}", kind.name()),
        );
    }
    doc.text(Role::Dim, "2 to 8: that many programs in one place; 9: nine or more. ╋: the middle of the field.");
}

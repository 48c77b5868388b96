//! Tables in little room: no word of a page of any program is broken, and nothing is left out for want of columns.

use std::collections::HashSet;

use prospectus::catalog::{Basis, ProgramIx};
use prospectus::page::print::{Headings, Style, lay_out, no_keys};
use prospectus::page::{self, Block, Column, Line, Mark, Page, Phrase, Row, Rows, Spoken, Steps, Table};

use crate::made::{CORE, PROGRAMS, settings};
use crate::samples::one_in;

/// The widths of panes and overlays on screens from 60 to 200 columns.
const WIDTHS: [usize; 11] = [34, 38, 46, 58, 62, 70, 78, 94, 98, 118, 158];
/// One in this many of the programs is printed: an odd number, so that both kinds of widths are.
const EVERY: usize = 3;
/// A width that no line of a page reaches, in columns.
const WIDE: usize = 100_000;
/// The greatest width of a word that has to stay whole, in columns; only addresses and ids are longer.
const LONG: usize = 22;

fn lines(page: &Page, cols: usize) -> Vec<String> {
    let style = Style { keys: &no_keys, cursor: None, headings: Headings::AsWritten };
    lay_out(page, cols, style).lines.iter().map(Line::text).collect()
}

/// The words that a page may be printed in: those of its widest form, and the names of its columns.
struct Words {
    whole: HashSet<String>,
    long: Vec<String>,
}

impl Words {
    fn of(page: &Page) -> Self {
        let mut words: Vec<String> =
            lines(page, WIDE).iter().flat_map(|line| line.split_whitespace()).map(str::to_owned).collect();
        let blocks = page.sections.iter().flat_map(|section| &section.blocks);
        for block in blocks {
            if let Block::Table(table) = block {
                let names = table.columns.iter().flat_map(names);
                words.extend(names.flat_map(|name| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>()));
            }
        }
        let long = words.iter().filter(|word| prospectus::width::cols(word) > LONG).cloned().collect();
        let whole = words.iter().flat_map(|word| parts(word)).collect();
        Self { whole, long }
    }

    fn has(&self, word: &str) -> bool {
        self.whole.contains(word) || word == "·" || self.long.iter().any(|long| long.contains(word))
    }
}

/// The names of a column in its heading and in rows of words.
fn names(column: &Column) -> Vec<String> {
    let spoken = match &column.spoken {
        Spoken::As(name) => Some(name.clone()),
        Spoken::Numbered(number) => Some(number.to_string()),
        _ => None,
    };
    let names: Vec<String> = spoken.into_iter().chain([column.title.clone()]).collect();
    names.iter().map(|name| format!("{name}:")).chain(names.clone()).collect()
}

/// A word and the parts of it that a line may contain: a line may break after a hyphen.
fn parts(word: &str) -> Vec<String> {
    let pieces: Vec<&str> = word.split_inclusive('-').collect();
    let runs = (0..pieces.len()).flat_map(|from| (from + 1..=pieces.len()).map(move |to| (from, to)));
    runs.map(|(from, to)| pieces[from..to].concat()).collect()
}

/// The lines with a broken or cut word at a width, each with the name of its page.
fn broken(what: &str, page: &Page, cols: usize) -> Vec<String> {
    let words = Words::of(page);
    let is_broken = |line: &String| line.split_whitespace().any(|word| !words.has(word));
    lines(page, cols).into_iter().filter(is_broken).map(|line| format!("{what} at {cols}: {line}")).collect()
}

fn assert_whole(broken: &[String]) {
    assert!(broken.is_empty(), "{} lines:\n{}", broken.len(), broken[..broken.len().min(30)].join("\n"));
}

fn pages_of(ix: ProgramIx) -> [Page; 3] {
    let catalog = &CORE.catalog;
    let plan = prospectus::plan::plan(catalog, ix, &settings());
    [
        page::program(catalog, ix, &settings(), ""),
        page::sources(catalog, ix, None),
        page::plan(catalog, &plan, Steps::Of(Some(0))),
    ]
}

#[test]
fn no_word_in_a_table_of_any_program_is_broken_at_any_width() {
    let mut all = Vec::new();
    for (place, ix) in CORE.catalog.all().enumerate().step_by(one_in(EVERY)) {
        let id = CORE.catalog.program(ix).id.to_string();
        for (number, page) in pages_of(ix).iter().enumerate() {
            let cols = if place % 2 == 0 { WIDTHS[(place / 2 + number) % WIDTHS.len()] } else { 58 + place % 140 };
            all.extend(broken(&id, page, cols));
        }
    }
    assert_whole(&all);
}

#[test]
fn no_word_of_a_comparison_or_of_the_guide_is_broken_at_any_width() {
    let mut all = Vec::new();
    for cols in WIDTHS {
        for count in 1..=4 {
            for rows in [Rows::Differing, Rows::All] {
                all.extend(broken("comparison", &CORE.comparison(&PROGRAMS[..count], rows), cols));
            }
        }
        all.extend(broken("guide", &CORE.guide(), cols));
    }
    assert_whole(&all);
}

#[test]
fn a_table_whose_words_do_not_fit_is_printed_row_by_row_with_every_value() {
    let column = |name: &str| Column::new(name).wrapping().spoken(Spoken::As(name.to_lowercase()));
    let columns = vec![Column::new("School").wrapping().head(), column("Degree"), column("Condition")];
    let table = Table::new("Routes", columns).rows([
        ["Massachusetts Institute of Technology", "Engineering", "recommendation"],
        ["Harvard", "Management", "admission"],
    ]);
    let page = Page::new(vec![Block::Table(table)]);
    let heading = &lines(&page, 45)[0];
    assert!(heading.starts_with("School") && heading.ends_with("Condition"), "{heading}");
    assert_eq!(
        lines(&page, 36),
        [
            "Massachusetts Institute of",
            "Technology",
            "  degree: Engineering · condition:",
            "  recommendation",
            "Harvard",
            "  degree: Management · condition:",
            "  admission",
        ]
    );
}

#[test]
fn values_that_are_compared_begin_at_one_column_however_long_the_names_are() {
    let named = |name: &str| Column::new(name).least(18).wrapping();
    let mut table = Table::new("Kinds", vec![Column::new("").head(), named("MicroMasters"), named("Professional")]);
    table.stacks = true;
    table.push(["Cost", "thousands", "hundreds"]);
    let page = Page::new(vec![Block::Table(table)]);
    assert_eq!(lines(&page, 30), ["Cost", "MicroMasters  thousands", "Professional  hundreds"]);
}

#[test]
fn bars_of_a_comparison_are_drawn_for_every_amount_or_for_none() {
    let has_bar = |line: &String| line.contains(['█', '▓', '▒', '░']);
    for count in 2..=4 {
        let page = CORE.comparison(&PROGRAMS[..count], Rows::Deciding);
        for cols in 58..200 {
            let lines = lines(&page, cols);
            let rows = ["Work", "Length", "Price"].map(|name| lines.iter().find(|line| line.starts_with(name)));
            let drawn = rows.iter().flatten().filter(|line| has_bar(line)).count();
            assert!(drawn == 0 || drawn == 3, "{count} at {cols}:\n{}", lines.join("\n"));
        }
    }
}

#[test]
fn notes_without_room_for_a_column_go_under_their_rows_and_blank_columns_take_no_room() {
    let columns = vec![
        Column::new("Fact").wrapping().head(),
        Column::new("For"),
        Column::new("Value").least(14),
        Column::new("Note").least(30).wrapping_or_below().goes(1),
    ];
    let mut table = Table::new("Claims", columns);
    table.push(["Length", "", "18 months", "as it was announced for the first course in autumn"]);
    table.push(["Price", "", "US$1,350", ""]);
    let page = Page::new(vec![Block::Table(table)]);
    let narrow = lines(&page, 48);
    let below = [
        "Fact    Value",
        "Length  18 months",
        "  as it was announced",
        "  for the first",
        "  course in autumn",
        "Price   US$1,350",
    ];
    assert!(narrow.iter().all(|line| !line.contains("For ") && !line.contains("Note")), "{narrow:?}");
    assert_eq!(
        (narrow.first().map(String::as_str), narrow.last().map(String::as_str)),
        (Some(below[0]), Some(below[5])),
        "{narrow:?}"
    );
    assert!(narrow[2].starts_with("  as it was"), "{narrow:?}");
    let wide = lines(&page, 80);
    assert!(wide[0].ends_with("Note") && wide[1].contains("18 months  ") && wide.len() <= 4, "{wide:?}");
}

#[test]
fn a_number_is_whole_and_aligned_whatever_is_said_about_it() {
    let prices = ["US$160–570, likely over budget", "US$98", "INR 21,788–78,772, over budget"];
    let rows = prices.iter().map(|price| Row {
        cells: vec!["A program".into(), Phrase::marked(*price, Mark::Of(Basis::Estimated))],
        target: None,
        group: None,
    });
    let columns = vec![Column::new("Program").least(9), Column::new("Price").right().least(20).wrapping()];
    let table = Table { rows: rows.collect(), ..Table::new("Programs", columns) };
    let page = Page::new(vec![Block::Table(table)]);
    for cols in 34..120 {
        let printed = lines(&page, cols);
        let end = |number: &str| {
            let line = printed.iter().find(|line| line.contains(number));
            let line = line.unwrap_or_else(|| panic!("{cols}: {number} in {printed:?}"));
            line.split(number).next().map_or(0, prospectus::width::cols) + prospectus::width::cols(number)
        };
        let ends = ["US$160–570", "US$98", "INR 21,788–78,772"].map(end);
        assert!(ends.iter().all(|end| *end == ends[0]), "{cols}: {ends:?} {printed:?}");
    }
}

#[test]
fn an_address_that_fits_on_a_line_is_never_broken() {
    for ix in CORE.catalog.all().step_by(one_in(EVERY)) {
        let pages = [page::program(&CORE.catalog, ix, &settings(), ""), page::sources(&CORE.catalog, ix, None)];
        for own in &pages {
            let whole = lines(own, WIDE).join(" ");
            let addresses: HashSet<&str> = whole.split_whitespace().filter(|word| word.starts_with("http")).collect();
            let shown = lines(own, 78);
            for address in addresses.into_iter().filter(|address| address.len() <= 74) {
                let is_whole = shown.iter().any(|line| line.contains(address));
                let is_begun = shown.iter().any(|line| line.contains(&address[..20]));
                assert!(is_whole || !is_begun, "{}: {address}\n{}", CORE.catalog.program(ix).id, shown.join("\n"));
            }
        }
    }
}

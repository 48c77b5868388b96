//! The list: its columns at every size, its order, its filters, and how doubt is shown.

use std::collections::BTreeSet;

use prospectus::app::{Action, Overlay, Pane};
use prospectus::look::LookName;
use prospectus::page::Role;
use prospectus::search::{Facet, Sort};
use prospectus::ui::Look;
use ratatui::buffer::Buffer;

use crate::script::Script;

const SIZES: [(u16, u16); 5] = [(60, 20), (80, 24), (120, 40), (160, 50), (200, 60)];

/// The row of column names, and the column at which each name starts.
fn head(buffer: &Buffer) -> (u16, Vec<(&'static str, u16)>) {
    let area = buffer.area;
    let text = |y: u16| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<Vec<_>>();
    let row = (0..area.height).find(|y| text(*y).concat().contains("   Program ")).expect("the names of the columns");
    let at = |name: &str| {
        let cells = text(row);
        (0..cells.len()).find(|x| cells[*x..].concat().starts_with(name)).map(|x| x as u16)
    };
    let names = ["Program", "School", "Kind", "Courses", "Work", "Length", "Price"];
    (row, names.into_iter().filter_map(|name| Some((name, at(name)?))).collect())
}

/// The text of a row between two columns of the screen.
fn cells(buffer: &Buffer, y: u16, from: u16, to: u16) -> String {
    (from..to).map(|x| buffer[(x, y)].symbol()).collect()
}

#[test]
fn the_number_of_programs_is_in_the_second_line_whatever_filters_the_list() {
    for keys in ["", "/mit <Enter>", "fmit<Enter><Esc>", "fmit<Enter>", "/data mit<Enter>ffree<Enter><Esc>"] {
        let mut script = Script::at(80, 24).press(keys);
        for cols in 60..=200 {
            script.act(Action::Resize(cols, 24));
            let count = format!("{} of {}", script.app.found.hits.len(), script.app.catalog().len());
            assert!(script.screen()[1].contains(&count), "{keys} at {cols}: {}", script.screen()[1]);
        }
    }
}

#[test]
fn titles_that_would_look_alike_keep_their_ends() {
    for cols in [80, 84, 90] {
        let screen = Script::at(cols, 40).press("/kind:mm inst:mit<Enter>f").screen();
        let titles = screen.iter().filter_map(|line| line.find("Statistic").map(|at| &line[at..]));
        // The school of all of them is the same, and some prices are.
        let titles: Vec<String> = titles.map(|rest| rest.split("  ").next().unwrap_or_default().to_owned()).collect();
        assert!(titles.len() >= 4, "{cols}: {}", screen.join("\n"));
        let different: BTreeSet<&String> = titles.iter().collect();
        assert_eq!(different.len(), titles.len(), "{cols}: {titles:#?}");
    }
}

#[test]
fn every_title_of_the_catalogue_leaves_the_columns_where_they_are_at_every_size() {
    for (cols, rows) in SIZES {
        let mut script = Script::at(cols, rows).press("X<Home>");
        let mut seen = 0;
        while seen < script.app.found.hits.len() {
            let buffer = script.buffer(Look::default());
            let (top, names) = head(&buffer);
            let first = names[1].1;
            let (_, price) = *names.last().expect("a column of prices");
            let shown =
                script.app.found.hits.len().min(script.app.tops.list + usize::from(rows)) - script.app.tops.list;
            let list_rows = prospectus::app::layout::layout(&script.app).list.expect("a list").rows - 1;
            for y in top + 1..=top + list_rows.min(shown as u16) {
                let before = cells(&buffer, y, first - 1, first);
                assert_eq!(before, " ", "{cols}x{rows}: {}", cells(&buffer, y, 0, cols));
                let last = cells(&buffer, y, price + 4, price + 5);
                let is_end = last == "?" || last.chars().all(|c| c.is_ascii_digit() || c == 'k');
                assert!(is_end, "{cols}x{rows}: {}", cells(&buffer, y, 0, cols));
                seen += 1;
            }
            script.type_keys("<End>");
            if script.app.tops.list + usize::from(list_rows) >= script.app.found.hits.len() && seen > 20 {
                break;
            }
        }
    }
}

#[test]
fn the_longest_titles_and_those_of_other_scripts_are_cut_within_their_column() {
    for (cols, rows) in SIZES {
        for query in
            ["/دبلومة", "/البيانات", "/英语", "/administración suministro", "/mathematics programming artificial"]
        {
            let script = Script::at(cols, rows).press("X").press(query).press("<Enter>");
            let buffer = script.buffer(Look::default());
            if script.app.found.hits.is_empty() {
                continue;
            }
            let (top, names) = head(&buffer);
            let (_, first) = names[1];
            assert_eq!(cells(&buffer, top + 1, first - 1, first), " ", "{query} at {cols}x{rows}");
            assert_ne!(cells(&buffer, top + 1, first, first + 1), " ", "{query} at {cols}x{rows}");
        }
    }
}

#[test]
fn at_120_columns_a_title_has_36_columns_and_the_price_is_there() {
    let buffer = Script::at(120, 40).buffer(Look::default());
    let (_, names) = head(&buffer);
    let at = |name: &str| names.iter().find(|(own, _)| *own == name).map(|(_, x)| *x).expect("a column");
    assert!(at("School") - at("Program") > 36);
    assert!(names.iter().map(|(name, _)| *name).eq(["Program", "School", "Kind", "Length", "Price"]));
}

#[test]
fn what_is_in_doubt_is_never_dimmer_than_what_is_certain() {
    for name in LookName::ALL {
        let look = Look::named(name);
        let dim = look.style(Role::Dim);
        if dim == look.style(Role::Plain) {
            continue;
        }
        for (cols, rows) in SIZES {
            for keys in ["<Down>", "f", "<Enter>", "/supply<Enter>t<Up><Enter>"] {
                let buffer = Script::at(cols, rows).press(keys).buffer(look);
                assert_doubt_is_plain(&buffer, dim, &format!("{name:?} {cols}x{rows} {keys}"));
            }
        }
    }
}

/// Asserts that no mark of a basis and no value with one is dim; the legend may be.
fn assert_doubt_is_plain(buffer: &Buffer, dim: ratatui::style::Style, place: &str) {
    let area = buffer.area;
    for y in 3..area.height - 2 {
        let line = cells(buffer, y, 0, area.width);
        if line.contains("no mark: stated") || line.contains("worked out or") {
            continue;
        }
        for x in 1..area.width - 2 {
            let is_mark = buffer[(x, y)].symbol() == "~" && buffer[(x + 1, y)].symbol() == " ";
            for cell in [&buffer[(x, y)], &buffer[(x + 2, y)]].into_iter().filter(|_| is_mark) {
                let is_dim = cell.modifier == dim.add_modifier && Some(cell.fg) == dim.fg;
                assert!(!is_dim, "{place}: {line}");
            }
        }
    }
}

#[test]
fn from_the_start_to_the_plan_of_mit_supply_chain_are_at_most_twelve_keys() {
    let keys = "/mit sup<Enter>p";
    assert!(crate::script::parse(keys).len() <= 12);
    let script = Script::at(120, 40).press(keys);
    assert_eq!(script.selected_id(), "mitx-supply-chain-management");
    assert!(matches!(script.app.overlays.last(), Some(Overlay::Plan { .. })));
}

#[test]
fn an_order_is_chosen_from_a_list_and_goes_to_the_top() {
    let script = Script::at(120, 40).press("<Down><Down>t<End><Enter>");
    assert_eq!(script.app.view.sort, Sort::Price);
    assert_eq!(script.app.selected_row(), Some(0));
    assert!(script.app.overlays.is_empty());
    assert!(script.screen()[2].contains("order: price"), "{}", script.text());
}

#[test]
fn the_present_order_is_marked_and_is_turned_round() {
    let script = Script::at(120, 40).press("t<End><Enter>t");
    assert!(script.text().contains("▌ ■ price"), "{}", script.text());
    let script = script.press("<Right>");
    assert_eq!(script.app.view.sort, Sort::PriceDown);
    assert!(script.text().contains("highest likely first"), "{}", script.text());
    let script = script.press("<Esc>");
    assert!(script.screen()[2].contains("order: price, highest likely first"), "{}", script.text());
    let first = script.app.selected_program().expect("a program").brief_price().to_string();
    assert_ne!(first, "?", "what is unknown stays last");
}

#[test]
fn what_the_list_is_ordered_by_has_a_column_at_every_size() {
    for (cols, rows) in SIZES {
        for (place, name) in [(2, "School"), (3, "Length"), (4, "Courses"), (5, "Work"), (6, "Price")] {
            let keys = format!("t<Home>{}<Enter>", "<Down>".repeat(place));
            let script = Script::at(cols, rows).press(&keys);
            let (_, names) = head(&script.buffer(Look::default()));
            assert!(names.iter().any(|(own, _)| *own == name), "{name} at {cols}x{rows}: {names:?}");
        }
    }
}

#[test]
fn a_few_letters_in_the_drawer_narrow_every_facet_and_enter_chooses() {
    let script = Script::at(120, 40).press("fharv");
    assert!(script.text().contains("/ harv"), "{}", script.text());
    assert!(script.text().contains("□ Harvard"), "schools go by their short names: {}", script.text());
    let script = script.press("<Enter>");
    assert!(script.app.view.filters.is_chosen(Facet::Institution, "Harvard University"));
    let script = script.press("<Esc>");
    assert_eq!((script.app.focus, script.app.drawer.narrowing.value()), (Pane::List, ""));
    assert!(script.text().contains("Harvard ×"), "{}", script.text());
}

#[test]
fn a_slip_in_the_drawer_still_leads_there_and_a_blank_is_a_letter_once_something_is_typed() {
    let script = Script::at(120, 40).press("fhavard<Enter>");
    assert!(script.app.view.filters.is_chosen(Facet::Institution, "Harvard University"));
    let script = Script::at(120, 40).press("fcomputer sci");
    assert_eq!(script.app.drawer.narrowing.value(), "computer sci");
    let script = script.press("<Enter>");
    assert!(script.app.view.filters.is_chosen(Facet::Field, "Computer Science"));
    let script = Script::at(120, 40).press("f ");
    assert_eq!(script.app.view.filters.chosen.len(), 1, "with nothing typed a blank chooses");
    let script = Script::at(120, 40).press("fqqqqqq");
    assert!(script.text().contains("“qqqqqq”"), "{}", script.text());
}

#[test]
fn tab_goes_from_facet_to_facet_and_back() {
    let facet = |script: &Script| match script.app.filter_under_cursor() {
        Some(prospectus::app::FilterCursor::Value(facet, _)) => Some(facet),
        _ => None,
    };
    let script = Script::at(120, 40).press("f<Down><Tab>");
    assert_eq!(facet(&script), Some(Facet::Field));
    let script = script.press("<Tab>");
    assert_eq!(facet(&script), Some(Facet::Topic));
    assert_eq!(facet(&script.press("<BackTab><BackTab>")), Some(Facet::Kind));
}

#[test]
fn the_drawer_stays_open_from_160_columns_and_comes_on_demand_below() {
    for (cols, is_open) in [(119, false), (159, false), (160, true), (200, true)] {
        let mut script = Script::at(cols, 40);
        let layout = |script: &Script| prospectus::app::layout::layout(&script.app);
        assert_eq!(layout(&script).filters.is_some(), is_open, "{cols}");
        script.type_keys("f");
        assert!(layout(&script).filters.is_some(), "{cols}");
        script.type_keys("<Esc>");
        assert_eq!(layout(&script).filters.is_some(), is_open, "{cols}");
    }
}

#[test]
fn below_100_columns_what_decides_stands_under_the_list_and_the_facts_open_over_it() {
    let mut script = Script::at(80, 24).press("/mit supp<Enter>");
    let layout = prospectus::app::layout::layout(&script.app);
    assert_eq!(layout.brief.map(|area| area.rows), Some(5));
    for label in ["Moved", "Time", "Price", "Credit", "Catch"] {
        assert!(script.text().to_lowercase().contains(&format!(" {}", label.to_lowercase())), "{}", script.text());
    }
    script.act(Action::Open);
    let layout = prospectus::app::layout::layout(&script.app);
    assert_eq!((layout.list, layout.detail), (None, Some(layout.body)));
}

#[test]
fn a_question_about_the_kinds_is_answered_from_the_guide() {
    for query in ["/is a micromasters worth it", "/¿vale la pena un micromasters?"] {
        let script = Script::at(120, 40).press(query).press("<Enter>");
        let text = script.text();
        assert!(text.contains("Yes, if you want depth"), "{query}: {text}");
        assert!(text.contains("G opens the guide."), "{query}: {text}");
        assert!(matches!(script.press("G").app.overlays.last(), Some(Overlay::Guide(_))));
    }
}

#[test]
fn an_empty_list_names_the_nearest_programs_and_what_was_left_out() {
    let script = Script::at(120, 40).press("/harvard nursing<Enter>");
    let nothing = script.app.found.hits.nothing.clone().expect("a reason");
    let nearest = nothing.nearest.clone().expect("programs of the one word or the other");
    let text = script.text();
    assert!(text.contains(&format!("Nearest, {} without {}:", nearest.count, nearest.without)), "{text}");
    let title = &script.app.catalog().program(nearest.programs[0]).title;
    assert!(text.contains(&title.chars().take(30).collect::<String>()), "{text}");
}

#[test]
fn what_matches_is_marked_in_the_selected_row_too() {
    let script = Script::at(80, 24).press("/supply chain<Enter>");
    for name in LookName::ALL {
        let look = Look::named(name);
        let (buffer, wanted) = (script.buffer(look), look.style(Role::SelectedMatch));
        let row = (0..24).find(|y| buffer[(0, *y)].symbol() == "▌").expect("the selected row");
        let is_marked = |x: &u16| buffer[(*x, row)].style().add_modifier == wanted.add_modifier;
        let marked: String = (0..80).filter(is_marked).map(|x| buffer[(x, row)].symbol()).collect();
        assert_eq!(marked.replace(' ', ""), "SupplyChain", "{name:?}");
    }
}

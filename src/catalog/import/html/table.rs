//! The tables that a web page shows: rows of cells, each cell as the page writes it. Tables that contain other tables
//! lay out a page, so only the innermost are read.

use super::without_hidden;
use crate::catalog::import::clean;

/// The most columns that a cell may span; pages that say more are wrong.
const MAX_SPAN: usize = 64;

/// A row with the number of the line on which it begins, counted from 1.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Row {
    pub(in super::super) line: u64,
    pub(in super::super) cells: Vec<String>,
}

/// All tables of a page, each with at least one row.
pub(in super::super) fn tables(page: &str) -> Vec<Vec<Row>> {
    let page = without_hidden(page);
    // Changing the case of ASCII letters keeps all byte offsets.
    let lower = page.to_ascii_lowercase();
    let mut tables = Vec::new();
    let mut at = 0;
    while let Some(end) = find(&lower, "</table", at) {
        if let Some(start) = lower[at..end].rfind("<table").map(|found| at + found) {
            tables.push(rows(&page, &lower, start, end));
        }
        at = end + 1;
    }
    tables.retain(|rows| !rows.is_empty());
    tables
}

/// The rows between two places. A row ends where the next begins, because older pages close none.
fn rows(page: &str, lower: &str, start: usize, end: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut spanned: Vec<Spanned> = Vec::new();
    let (mut line, mut counted) = (1, 0);
    let mut next = tag(lower, "<tr", start, end);
    while let Some(open) = next {
        next = tag(lower, "<tr", open + 1, end);
        line += page[counted..open].matches('\n').count() as u64;
        counted = open;
        let cells = with_spanned(cells(page, lower, open, next.unwrap_or(end)), &mut spanned);
        if !cells.is_empty() {
            rows.push(Row { line, cells });
        }
    }
    rows
}

/// A cell that extends into further rows.
struct Spanned {
    at: usize,
    rows: usize,
    text: String,
}

/// A cell with the numbers of columns and rows that it spans.
struct Cell {
    text: String,
    columns: usize,
    rows: usize,
}

fn cells(page: &str, lower: &str, start: usize, end: usize) -> Vec<Cell> {
    let next_cell =
        |from: usize| [tag(lower, "<td", from, end), tag(lower, "<th", from, end)].into_iter().flatten().min();
    let mut cells = Vec::new();
    let mut next = next_cell(start);
    while let Some(open) = next {
        next = next_cell(open + 1);
        let limit = next.unwrap_or(end);
        let Some(inner) = lower[open..limit].find('>').map(|found| open + found + 1) else { continue };
        let close = ["</td", "</th", "</tr"].iter().filter_map(|close| find(&lower[..limit], close, inner)).min();
        let span = |name: &str| number_in(&lower[open..inner], name).clamp(1, MAX_SPAN);
        let text = with_raised(&page[inner..close.unwrap_or(limit)]);
        cells.push(Cell { text, columns: span("colspan"), rows: span("rowspan") });
    }
    cells
}

/// The cells of a row in their columns, together with those of rows above that extend into it. The text of a cell is in
/// its first column.
fn with_spanned(cells: Vec<Cell>, spanned: &mut Vec<Spanned>) -> Vec<String> {
    let mut row: Vec<String> = Vec::new();
    let mut left: Vec<Spanned> = std::mem::take(spanned);
    for cell in cells {
        take_spanned(&mut row, &mut left, spanned);
        if cell.rows > 1 {
            spanned.push(Spanned { at: row.len(), rows: cell.rows - 1, text: cell.text.clone() });
        }
        row.push(cell.text);
        row.extend((1..cell.columns).map(|_| String::new()));
    }
    take_spanned(&mut row, &mut left, spanned);
    row
}

/// Appends the cells from above that come next.
fn take_spanned(row: &mut Vec<String>, left: &mut Vec<Spanned>, spanned: &mut Vec<Spanned>) {
    while let Some(found) = left.iter().position(|cell| cell.at == row.len()) {
        let cell = left.swap_remove(found);
        row.push(cell.text.clone());
        if cell.rows > 1 {
            spanned.push(Spanned { rows: cell.rows - 1, ..cell });
        }
    }
}

/// The digits that a cell raises with `sup`, as raised digits: `m<sup>2</sup>` is no `m2`, and a footnote no part of a name.
fn with_raised(cell: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let lower = cell.to_ascii_lowercase();
    let mut text = String::with_capacity(cell.len());
    let mut at = 0;
    while let Some(open) = tag(&lower, "<sup", at, lower.len()) {
        let (Some(start), Some(close)) = (find(&lower, ">", open).map(|end| end + 1), find(&lower, "</sup", open))
        else {
            break;
        };
        let inner = clean::text(cell.get(start..close).unwrap_or_default()).unwrap_or_default();
        let digits: Option<String> = inner.chars().map(|c| RAISED.get(c.to_digit(10)? as usize)).collect();
        text.push_str(&cell[at..open]);
        text.push_str(&digits.unwrap_or(inner));
        at = find(&lower, ">", close).map_or(cell.len(), |end| end + 1);
    }
    text + &cell[at..]
}

/// The first address that a cell links to. One that is relative is completed with the address of the page, if it is known.
pub(in super::super) fn link(cell: &str, page: Option<&str>) -> Option<String> {
    let lower = cell.to_ascii_lowercase();
    let mut at = 0;
    while let Some(open) = tag(&lower, "<a", at, lower.len()) {
        let end = find(&lower, ">", open).unwrap_or(lower.len());
        let start = lower[open..end].find("href=").map(|found| open + found + "href=".len());
        let address = start.map(|start| cell[start..end].trim_start_matches(['"', '\'']));
        let address = address.and_then(|rest| rest.split(['"', '\'', ' ']).next());
        if let Some(address) = address.and_then(|address| complete(address, page)) {
            return Some(address);
        }
        at = end;
    }
    None
}

/// An address that can be opened, or a relative one together with that of its page.
fn complete(address: &str, page: Option<&str>) -> Option<String> {
    let address = address.trim().replace("&amp;", "&");
    let has_scheme = address.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    if has_scheme || address.is_empty() || address.starts_with('#') {
        return crate::catalog::is_web_address(&address).then_some(address);
    }
    let page = page?;
    let host = page.find("://")? + "://".len();
    let path = page[host..].find(['/', '?', '#']).map_or(page.len(), |found| host + found);
    let whole = match () {
        () if address.starts_with("//") => format!("{}{address}", &page[..host - 2]),
        () if address.starts_with('/') => format!("{}{address}", &page[..path]),
        () => {
            let bare = page[path..].split(['?', '#']).next().unwrap_or_default();
            let folder = bare.rfind('/').map_or("", |slash| &bare[..slash]);
            format!("{}{}", &page[..path], joined(folder, &address))
        }
    };
    crate::catalog::is_web_address(&whole).then_some(whole)
}

/// A path relative to a folder, with `.` and `..` resolved.
fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

/// The address on which the relative addresses of a page build: that of its `base`, or else its own, if it says it.
pub(in super::super) fn address_of(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let value = |open: usize, name: &str| {
        let end = find(&lower, ">", open)?;
        let start = lower[open..end].find(name).map(|found| open + found + name.len())?;
        let rest = page[start..end].trim_start_matches(['"', '\'']);
        rest.split(['"', '\'', ' ']).next().filter(|value| crate::catalog::is_web_address(value)).map(str::to_owned)
    };
    let base = tag(&lower, "<base", 0, lower.len()).and_then(|open| value(open, "href="));
    let canonical = || {
        let mut at = 0;
        while let Some(open) = tag(&lower, "<link", at, lower.len()) {
            let end = find(&lower, ">", open)?;
            if lower[open..end].contains("canonical") {
                return value(open, "href=");
            }
            at = end;
        }
        None
    };
    base.or_else(canonical)
}

/// The value of an attribute in the text of a tag; 1 if it is no number.
fn number_in(tag: &str, name: &str) -> usize {
    let value = tag.split_once(name).map_or("", |(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'']));
    let digits = value.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or(1)
}

fn find(text: &str, what: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(what).map(|found| from + found)
}

/// The next tag with this name; `<th` is not the start of `<thead`.
fn tag(text: &str, name: &str, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    while let Some(found) = find(&text[..end], name, at) {
        if text[found + name.len()..].starts_with(|c: char| c == '>' || c.is_whitespace()) {
            return Some(found);
        }
        at = found + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(page: &str) -> Vec<Vec<Vec<String>>> {
        tables(page).into_iter().map(|rows| rows.into_iter().map(|row| row.cells).collect()).collect()
    }

    #[test]
    fn the_innermost_tables_are_read_row_by_row() {
        let inner = "<TABLE><thead><tr><th>A<th>B</thead>\n<tr class=x><td>1</td><td><b>2</b></td></tr></TABLE>";
        let expected = [vec![vec!["A", "B"], vec!["1", "<b>2</b>"]]];
        assert_eq!(read(inner), expected);
        assert_eq!(read(&format!("<table><tr><td>menu</td><td>{inner}</td></tr></table>")), expected);
        assert_eq!(read(&format!("<!-- {inner} --><script>'{inner}'</script>")), Vec::<Vec<Vec<String>>>::new());
        assert_eq!(tables(inner)[0][1].line, 2);
    }

    #[test]
    fn cells_span_columns_and_rows() {
        let page = "<table><tr><td rowspan=2>U<td>a<td colspan='2'>b<tr><td>c<td>d<td>e</table>";
        assert_eq!(read(page), [vec![vec!["U", "a", "b", ""], vec!["U", "c", "d", "e"]]]);
    }

    #[test]
    fn a_cell_links_to_whole_addresses_and_to_those_on_the_site_of_its_page() {
        let link_of = |cell: &str, page: Option<&str>| link(cell, page);
        assert_eq!(link_of("<A class=x HREF='https://a.org/p'>P</A>", None).as_deref(), Some("https://a.org/p"));
        let behind = "<a href=\"#n\">1</a> <a href=https://a.org/q >Q</a>";
        assert_eq!(link_of(behind, None).as_deref(), Some("https://a.org/q"));
        for (address, whole) in [
            ("p/x", "https://a.org/en/p/x"),
            ("../x", "https://a.org/x"),
            ("./x?id=1&amp;b=2", "https://a.org/en/x?id=1&b=2"),
            ("/x", "https://a.org/x"),
            ("//b.org/x", "https://b.org/x"),
        ] {
            for page in ["https://a.org/en/list?p=/2", "https://a.org/en/"] {
                assert_eq!(
                    link(&format!("<a href='{address}'>P</a>"), Some(page)).as_deref(),
                    Some(whole),
                    "{address}"
                );
            }
        }
        assert_eq!(link("<a href='x'>P</a>", Some("https://a.org")).as_deref(), Some("https://a.org/x"));
        assert_eq!(link("<a href='mailto:x@a.org'>P</a>", Some("https://a.org")), None);
        for cell in ["<a href=\"/p\">P</a>", "<a href=\"javascript:x\">P</a>", "<a", "<abbr href='https://a.org'>", "x"]
        {
            assert_eq!(link(cell, None), None, "{cell}");
        }
    }

    #[test]
    fn raised_digits_stay_raised() {
        assert_eq!(with_raised("Owls<sup>1</sup>"), "Owls¹");
        assert_eq!(with_raised("m<SUP class=x><a href='#n'>2</a></SUP> and <sup>*</sup>"), "m² and *");
        for open in ["a<sup>1", "a<sup", "a</sup>"] {
            assert_eq!(with_raised(open), open);
        }
    }

    #[test]
    fn what_is_not_closed_ends_somewhere() {
        for page in ["<table>", "<table><tr><td", "</table>", "<table><tr><td colspan=99999999>x</table>", "<tr><td>x"]
        {
            assert!(read(page).iter().flatten().all(|row| row.len() <= MAX_SPAN), "{page}");
        }
    }
}

//! The catalogues that searches are tested on, and shorthands for asking them.

use std::sync::LazyLock;

use prospectus::catalog::{Catalog, ProgramIx};
use prospectus::search::{Filters, Hit, Hits, Index, Sort, View};

static SHIPPED: LazyLock<(Catalog, Index)> = LazyLock::new(|| {
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    let index = Index::new(&catalog);
    (catalog, index)
});

pub(crate) fn shipped() -> (&'static Catalog, &'static Index) {
    (&SHIPPED.0, &SHIPPED.1)
}

/// A catalogue of programs with these titles and no other facts.
pub(crate) fn titled(titles: &[&str]) -> (Catalog, Index) {
    let programs: Vec<_> = (0..)
        .zip(titles)
        .map(|(number, title)| {
            serde_json::json!({
                "id": format!("program-{number}"),
                "title": title,
                "kind": [{"value": "micromasters", "source": "list"}],
                "status": [{"value": "current", "source": "list"}],
            })
        })
        .collect();
    made(&[], &programs)
}

/// A catalogue with one program at each of these schools, which are given by full and short name.
pub(crate) fn taught_at(schools: &[(String, String)]) -> (Catalog, Index) {
    let key = |number: usize| format!("school-{number}");
    let institutions: Vec<_> = (0..)
        .zip(schools)
        .map(|(number, (name, short))| serde_json::json!({"key": key(number), "name": name, "short": short, "aliases": []}))
        .collect();
    let programs: Vec<_> = (0..schools.len())
        .map(|number| {
            serde_json::json!({
                "id": format!("program-{number}"),
                "title": "Statistics",
                "kind": [{"value": "micromasters", "source": "list"}],
                "institutions": [{"value": [key(number)], "source": "list"}],
                "status": [{"value": "current", "source": "list"}],
            })
        })
        .collect();
    made(&institutions, &programs)
}

pub(crate) fn asked(query: &str) -> View {
    View { query: query.to_owned(), filters: Filters::none(), sort: Sort::Match }
}

pub(crate) fn rows(hits: &Hits) -> Vec<Hit> {
    hits.iter().collect()
}

pub(crate) fn ids<'a>(catalog: &'a Catalog, hits: &Hits) -> Vec<&'a str> {
    hits.iter().map(|hit| catalog.program(hit.program).id.as_str()).collect()
}

/// The highlighted parts of the first title.
pub(crate) fn marked(titles: &[&str], query: &str) -> Vec<String> {
    let (catalog, index) = titled(titles);
    let title: Vec<char> = titles[0].chars().collect();
    let hits = index.search(&catalog, &asked(query));
    let marks = index.highlight(&catalog, &hits, ProgramIx(0));
    marks.into_iter().map(|(start, end)| title[start..end].iter().collect()).collect()
}

/// The titles that a query finds, in order.
pub(crate) fn found<'a>(titles: &[&'a str], query: &str) -> Vec<&'a str> {
    let (catalog, index) = titled(titles);
    let hits = rows(&index.search(&catalog, &asked(query)));
    hits.iter().map(|hit| titles[ids_number(&catalog, hit.program)]).collect()
}

pub(crate) fn ids_number(catalog: &Catalog, program: ProgramIx) -> usize {
    catalog.program(program).id.trim_start_matches("program-").parse().expect("a number")
}

/// A catalogue of these records, and its index.
fn made(institutions: &[serde_json::Value], programs: &[serde_json::Value]) -> (Catalog, Index) {
    let source =
        serde_json::json!({"id": "list", "title": "A list", "as_of": "2026-05-15", "grade": "A", "licence": "facts"});
    let file = serde_json::json!({
        "format": prospectus::catalog::FORMAT, "name": "made for a case", "as_of": "2026-05-15",
        "sources": [source], "institutions": institutions, "courses": [], "programs": programs,
    });
    let catalog = Catalog::from_text(file.to_string()).expect("a catalogue");
    let index = Index::new(&catalog);
    (catalog, index)
}

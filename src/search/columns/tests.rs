//! Tests of the stored columns: read in place they answer like columns made from the records, and damaged sections are
//! rebuilt. They use no query; what is found with them is tested with the index.

use proptest::prelude::*;

use super::super::{Index, View};
use super::*;
use crate::catalog::SectionBytes;

/// The shipped catalogue as JSON, without anything compiled.
fn of_json() -> Catalog {
    Catalog::from_text(include_str!("../../../assets/catalog.json")).expect("the shipped catalogue")
}

fn with_sections(catalog: &Catalog, sections: Vec<SectionBytes>) -> Catalog {
    Catalog::unpack(catalog.pack(sections).expect("a catalogue is packed")).expect("what was packed is unpacked")
}

/// What a view shows, from the first row to the last, and all counts.
fn shown(catalog: &Catalog, index: &Index, view: &View) -> String {
    let found = index.find(catalog, view);
    let programs: Vec<u32> = found.hits.iter().map(|hit| hit.program.0).collect();
    format!("{programs:?} {:?} {:?} {:?}", found.facets(), found.histograms(), found.hits.notice)
}

#[test]
fn stored_columns_and_the_front_page_say_what_the_programs_do() {
    let json = of_json();
    let compiled = with_sections(&json, Index::sections(&json));
    let (of_json, stored) = (Index::new(&json), Index::new(&compiled));
    assert!(stored.front.is_some() && of_json.front.is_none());
    for query in ["", "data", "field:Business hours:10..100", "price:..500", "status:older"] {
        let view = View { query: query.to_owned(), ..View::default() };
        assert_eq!(shown(&compiled, &stored, &view), shown(&json, &of_json, &view), "{query}");
    }
}

#[test]
fn the_list_of_the_front_page_is_whole_beyond_its_first_rows() {
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    let (index, view) = (Index::new(&catalog), View::default());
    let (page, all) = (index.find(&catalog, &view), Index::new(&of_json()).search(&of_json(), &view));
    assert_eq!(page.hits.len(), all.len());
    let last = all.len() - 1;
    assert_eq!(page.hits.get(last), all.get(last));
    assert_eq!(page.hits.get(last + 1), None);
    let program = all.get(last).expect("the last row").program;
    assert_eq!(index.find(&catalog, &view).hits.row_of(program), Some(last), "asked before any other row");
    let mut programs: Vec<ProgramIx> = page.hits.programs().collect();
    programs.sort_unstable();
    assert_eq!(programs.len(), all.len());
    assert!(programs.windows(2).all(|pair| pair[0] < pair[1]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    // The checksums are right, so nothing but the contents can give the change away.
    #[test]
    fn columns_that_someone_changed_are_made_again_or_can_be_counted(
        section in 0usize..100,
        changes in proptest::collection::vec((0usize..1_000_000, 1u8..), 1..4),
    ) {
        let json = Catalog::embedded().expect("the shipped catalogue");
        let mut sections = Index::sections(&json);
        let at = section % sections.len();
        let bytes = &mut sections[at].1;
        let length = bytes.len();
        for (at, by) in changes {
            bytes[at % length] ^= by;
        }
        let changed = with_sections(&json, sections);
        let index = Index::new(&changed);
        for query in ["", "data", "supply chain", "level:introductory price:..500"] {
            let view = View { query: query.to_owned(), ..View::default() };
            let found = index.find(&changed, &view);
            prop_assert!(found.hits.iter().all(|hit| (hit.program.0 as usize) < changed.len()));
            prop_assert!(found.facets().iter().flat_map(|(_, values)| values).count() > 0);
            prop_assert_eq!(found.histograms().len(), Quantity::ALL.len());
        }
    }
}

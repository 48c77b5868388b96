//! What the search promises whatever is typed and chosen, on the shipped catalogue and on small ones made for a case.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use prospectus::catalog::{Catalog, ProgramIx};
use prospectus::search::{Choice, Facet, Filters, Hit, Hits, Index, Quantity, Sort, Span, View};

static SHIPPED: LazyLock<(Catalog, Index)> = LazyLock::new(|| {
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    let index = Index::new(&catalog);
    (catalog, index)
});

fn shipped() -> (&'static Catalog, &'static Index) {
    (&SHIPPED.0, &SHIPPED.1)
}

/// A catalogue of programs with these titles and nothing else.
fn titled(titles: &[&str]) -> (Catalog, Index) {
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
    let source =
        serde_json::json!({"id": "list", "title": "A list", "as_of": "2026-05-15", "grade": "A", "licence": "facts"});
    let file = serde_json::json!({
        "format": prospectus::catalog::FORMAT, "name": "made for a case", "as_of": "2026-05-15",
        "sources": [source], "institutions": [], "courses": [], "programs": programs,
    });
    let catalog = Catalog::from_text(file.to_string()).expect("a catalogue");
    let index = Index::new(&catalog);
    (catalog, index)
}

fn asked(query: &str) -> View {
    View { query: query.to_owned(), filters: Filters::none(), sort: Sort::Match }
}

fn rows(hits: &Hits) -> Vec<Hit> {
    hits.iter().collect()
}

fn ids<'a>(catalog: &'a Catalog, hits: &Hits) -> Vec<&'a str> {
    hits.iter().map(|hit| catalog.program(hit.program).id.as_str()).collect()
}

/// The parts of a title that are marked.
fn marked(titles: &[&str], query: &str) -> Vec<String> {
    let (catalog, index) = titled(titles);
    let title: Vec<char> = titles[0].chars().collect();
    let hits = index.search(&catalog, &asked(query));
    let marks = index.highlight(&catalog, &hits, ProgramIx(0));
    marks.into_iter().map(|(start, end)| title[start..end].iter().collect()).collect()
}

#[test]
fn nothing_typed_lists_all_that_the_filters_admit_by_title() {
    let (catalog, index) = shipped();
    for blank in ["", "  ", "\t\u{1b}\u{7f}", "-- & --"] {
        let view = View { query: blank.into(), ..View::default() };
        let hits = index.search(catalog, &view);
        assert_eq!(hits.notice, None);
        assert_eq!(hits.len(), catalog.programs().filter(|program| program.is_offered()).count());
        let sorted = index.search(catalog, &View { sort: Sort::Title, ..view });
        assert_eq!(hits, sorted);
    }
}

#[test]
fn scattered_nonsense_finds_nothing() {
    let (catalog, index) = shipped();
    for nonsense in ["scam", "qqqq", "xzxzxz", "scam data"] {
        assert!(index.search(catalog, &asked(nonsense)).is_empty(), "{nonsense}");
    }
}

#[test]
fn words_stand_in_any_order_and_all_must_be_found() {
    let (catalog, index) = shipped();
    let ahead: BTreeSet<_> = index.search(catalog, &asked("harvard data python")).iter().map(|h| h.program).collect();
    let back: BTreeSet<_> = index.search(catalog, &asked("python data harvard")).iter().map(|h| h.program).collect();
    assert!(!ahead.is_empty());
    assert_eq!(ahead, back);
    assert!(index.search(catalog, &asked("harvard data cooking")).is_empty());
}

#[test]
fn a_slip_of_the_finger_is_owned_up_to() {
    let (catalog, index) = shipped();
    let notice = |query| index.search(catalog, &asked(query)).notice;
    assert_eq!(notice("science"), None);
    assert_eq!(notice("sceince"), Some("no word `sceince`; showing science".into()));
    assert_eq!(
        notice("datta anlaytics"),
        Some("no word `datta`; showing data; no word `anlaytics`; showing analytics".into())
    );
    assert_eq!(notice("qqqq"), Some("no word like `qqqq`".into()));
    assert_eq!(notice("I want to become a data analyst"), None, "words of a sentence are not looked for");
}

#[test]
fn an_empty_answer_says_what_is_in_its_way() {
    let (catalog, index) = shipped();
    let hits = index.search(catalog, &asked("michigan cooking"));
    assert!(hits.is_empty());
    let without = index.search(catalog, &asked("michigan")).len();
    assert_eq!(hits.notice, Some(format!("no program has all of these words; {without} without `cooking`")));
    let view = View { query: "\"astrophysics\"".into(), ..View::default() };
    assert_eq!(
        index.search(catalog, &view).notice,
        Some("1 program matches, but `In the May 2026 list` hides it".into())
    );
}

#[test]
fn every_filter_in_the_way_is_counted_as_if_it_were_not_there() {
    let (catalog, index) = shipped();
    let typed = [
        "kind:mm field:law lang:fr months:<2",
        "kind:mm,xseries lang:ar",
        "supply chain inst:harvard price:<10 unknown:drop",
        "-kind:pc -kind:mm field:law level:advanced",
        "status:older lang:zh courses:>20",
    ];
    for query in typed {
        let view = View { query: query.into(), ..View::default() }.read(catalog).view;
        let found = index.find(catalog, &view);
        let nothing = found.hits.nothing.as_ref().expect(query);
        assert_eq!(index.search(catalog, &view).nothing, found.hits.nothing, "both ways say the same of {query}");
        let mut chips: Vec<_> = nothing.filters.iter().flat_map(|hiding| &hiding.choices).collect();
        chips.dedup();
        assert!(!chips.is_empty());
        for hiding in &nothing.filters {
            let mut without = view.clone();
            hiding.choices.iter().for_each(|choice| without.filters.remove(choice));
            assert_eq!(index.search(catalog, &without).len(), hiding.hides, "{query} without {}", hiding.label);
        }
        assert!(nothing.filters.is_sorted_by_key(|hiding| std::cmp::Reverse(hiding.hides)));
    }
    assert_eq!(index.find(catalog, &View::default()).hits.nothing, None);
}

#[test]
fn what_is_in_the_way_is_said_in_words() {
    let (catalog, index) = shipped();
    let words = |query: &str| {
        let view = View { query: query.into(), filters: Filters::none(), ..View::default() };
        index.search(catalog, &view).notice.unwrap_or_default()
    };
    assert_eq!(words("kind:mm lang:ar"), "no program has all 2 filters; without `Arabic` 85 are shown");
    assert_eq!(words("months:<0 unknown:drop"), "no program has `months <0`");
    assert_eq!(
        words("kind:mm lang:ar months:<1 unknown:drop courses:>30"),
        "no program has all 4 filters, and leaving out any one of them does not help"
    );
    assert!(words("qqqq kind:mm").starts_with("no word like `qqqq`"), "a filter is not to blame");
}

#[test]
fn an_id_finds_its_program_first() {
    let (catalog, index) = shipped();
    for program in catalog.programs() {
        let hits = index.search(catalog, &asked(&program.id));
        assert_eq!(ids(catalog, &hits).first(), Some(&program.id.as_str()));
    }
}

#[test]
fn a_title_as_it_is_written_finds_its_program_near_the_top() {
    let (catalog, index) = shipped();
    for program in catalog.programs() {
        let hits = rows(&index.search(catalog, &asked(&program.title)));
        let titles: Vec<&str> = hits.iter().take(4).map(|hit| catalog.program(hit.program).title.as_str()).collect();
        assert!(titles.contains(&program.title.as_str()), "{} is not among {titles:?}", program.title);
    }
}

#[test]
fn what_is_older_stands_behind_what_is_current() {
    let (catalog, index) = shipped();
    let hits = index.search(catalog, &asked("deep learning"));
    let place = |id| ids(catalog, &hits).iter().position(|hit| *hit == id);
    assert_eq!(place("ibm-deep-learning"), Some(0));
    assert!(place("ibm-deep-learning-2021") > Some(0));
}

#[test]
fn marks_stand_where_the_words_are_written() {
    assert_eq!(marked(&["Gestión de la Innovación"], "innovacion GESTION"), ["Gestión", "Innovación"]);
    assert_eq!(marked(&["Gestio\u{301}n pública"], "gestion"), ["Gestio\u{301}n"]);
    assert_eq!(marked(&["Master’s Degree in Data"], "masters dat"), ["Master’s", "Dat"]);
    assert_eq!(marked(&["Supply Chain Management"], "scm"), ["S", "C", "M"]);
    assert_eq!(marked(&["Data Science"], "datsci"), ["Dat", "Sci"]);
    assert_eq!(marked(&["Data Science"], "sceince"), ["Science"]);
    assert_eq!(marked(&["Machine Learning"], "machne"), ["Mach", "ne"]);
    assert_eq!(marked(&["Cybersecurity"], "cyber security"), ["Cybersecurity"]);
    assert_eq!(marked(&["Oﬃce Work"], "offic"), ["Oﬃc"]);
    assert_eq!(marked(&["Data Science"], "qqqq"), Vec::<String>::new());
}

/// The titles that a query finds, in order.
fn found<'a>(titles: &[&'a str], query: &str) -> Vec<&'a str> {
    let (catalog, index) = titled(titles);
    let hits = rows(&index.search(&catalog, &asked(query)));
    hits.iter().map(|hit| titles[ids_number(&catalog, hit.program)]).collect()
}

fn ids_number(catalog: &Catalog, program: ProgramIx) -> usize {
    catalog.program(program).id.trim_start_matches("program-").parse().expect("a number")
}

#[test]
fn a_whole_word_stands_before_the_start_of_one_and_that_before_a_part() {
    assert_eq!(found(&["Metadata", "Database", "Data"], "data"), ["Data", "Database", "Metadata"]);
    assert_eq!(found(&["Collab", "Labyrinth", "Lab"], "lab"), ["Lab", "Labyrinth", "Collab"]);
}

#[test]
fn three_letters_are_not_looked_for_inside_words() {
    assert_eq!(found(&["Smithing", "Commit"], "mit"), ["Commit"]);
    assert_eq!(found(&["Trains"], "ai"), Vec::<&str>::new());
}

#[test]
fn initials_are_of_words_in_a_row() {
    let titles =
        ["Supply Chain Management", "Science of Care and Music Today", "Structures, Costs, Methods and Models"];
    let order = ["Supply Chain Management", "Science of Care and Music Today", "Structures, Costs, Methods and Models"];
    assert_eq!(found(&titles, "scm"), order);
    assert_eq!(found(&["Supply Chains at Many Places"], "scmp"), ["Supply Chains at Many Places"]);
    assert_eq!(found(&["A Map for Good Nets, Great Makers and Towns"], "mngmt"), Vec::<&str>::new());
}

#[test]
fn words_may_be_joined_or_split_as_people_do() {
    assert_eq!(found(&["Data Science", "Science"], "datascience"), ["Data Science"]);
    assert_eq!(found(&["Cybersecurity", "Security"], "cyber security"), ["Cybersecurity"]);
    assert_eq!(found(&["Data Science", "Date of Scientists"], "datsci"), ["Data Science", "Date of Scientists"][..1]);
}

#[test]
fn both_sides_of_the_atlantic_and_both_numbers_are_found() {
    assert_eq!(found(&["Animal Behaviour"], "behavior"), ["Animal Behaviour"]);
    assert_eq!(found(&["Organizational Modeling"], "organisational modelling"), ["Organizational Modeling"]);
    assert_eq!(found(&["Strategy for a Certificate"], "certificates strategies"), ["Strategy for a Certificate"]);
}

#[test]
fn a_misspelt_word_is_found_before_it_is_all_typed() {
    let (catalog, index) = titled(&["Business Analytics"]);
    for typed in ["anlay", "anlayt", "anlaytic", "anlaytics"] {
        let hits = index.search(&catalog, &asked(typed));
        assert_eq!((hits.len(), hits.notice), (1, Some(format!("no word `{typed}`; showing analytics"))));
    }
}

#[test]
fn counts_are_what_choosing_that_value_alone_would_show() {
    let (catalog, index) = shipped();
    let mut filters = Filters::default();
    filters.toggle(Facet::Level, "introductory");
    filters.toggle(Facet::Kind, "micromasters");
    filters.toggle(Facet::Kind, "professional-certificate");
    filters.limits.set(Quantity::Months, Span::at_most(6.0));
    let view = View { query: "data".into(), filters, sort: Sort::Match };
    for (facet, values) in index.find(catalog, &view).facets {
        for value in values {
            let mut alone = view.clone();
            if alone.filters.is_without(facet, &value.value) {
                alone.filters.toggle(facet, &value.value);
            }
            alone.filters.chosen.insert(facet, BTreeSet::from([value.value.clone()]));
            assert_eq!(value.count, index.search(catalog, &alone).len(), "{facet:?} {}", value.value);
            assert_eq!(value.is_chosen, view.filters.is_chosen(facet, &value.value));
        }
    }
}

#[test]
fn values_stand_in_the_order_that_people_expect() {
    let (catalog, index) = shipped();
    let all = asked("");
    let found = index.find(catalog, &all);
    let labels = |facet| found.values(facet).iter().map(|value| value.label.clone()).collect::<Vec<_>>();
    assert_eq!(labels(Facet::Level), ["Introductory", "Intermediate", "Advanced", "Undergraduate", "Graduate"]);
    assert_eq!(labels(Facet::Status), ["Current", "Moved", "Older"]);
    assert_eq!(labels(Facet::Kind)[..2], ["Professional Certificate", "MicroMasters"]);
    assert!(found.values(Facet::Field).is_sorted_by(|a, b| (b.count, &a.label) < (a.count, &b.label)));
}

#[test]
fn a_chosen_value_stays_listed_at_nought() {
    let (catalog, index) = shipped();
    let mut view = asked("cooking");
    view.filters.toggle(Facet::Language, "Arabic");
    view.filters.toggle(Facet::Institution, "Nowhere University");
    let found = index.find(catalog, &view);
    let languages = found.values(Facet::Language);
    assert_eq!(languages.iter().map(|v| (v.label.as_str(), v.count)).collect::<Vec<_>>(), [("Arabic", 0)]);
    let institutions = found.values(Facet::Institution);
    assert!(institutions.iter().any(|v| v.value == "Nowhere University" && v.is_chosen && v.count == 0));
}

#[test]
fn unknown_stands_last_in_every_order() {
    let (catalog, index) = shipped();
    let listed = |sort| rows(&index.search(catalog, &View { sort, ..asked("") }));
    let known_first = |sort, is_known: &dyn Fn(ProgramIx) -> bool| {
        let known: Vec<bool> = listed(sort).iter().map(|hit| is_known(hit.program)).collect();
        assert!(known.is_sorted_by(|a, b| a >= b), "{sort:?}");
    };
    known_first(Sort::Length, &|ix| catalog.program(ix).length.is_known());
    known_first(Sort::Effort, &|ix| catalog.program(ix).effort.is_known());
    known_first(Sort::Courses, &|ix| catalog.program(ix).courses.is_known());
    known_first(Sort::Institution, &|ix| !catalog.program(ix).institutions().is_empty());
    known_first(Sort::LengthDown, &|ix| catalog.program(ix).length.is_known());
    known_first(Sort::PriceDown, &|ix| catalog.program(ix).comparable.is_some());
    known_first(Sort::InstitutionDown, &|ix| !catalog.program(ix).institutions().is_empty());
    let months = |ix| catalog.program(ix).length.value().map_or(f64::INFINITY, |length| length.months().low);
    assert!(listed(Sort::Length).is_sorted_by(|a, b| months(a.program) <= months(b.program)));
    let known: Vec<f64> =
        listed(Sort::LengthDown).iter().map(|hit| months(hit.program)).filter(|m| m.is_finite()).collect();
    assert!(known.is_sorted_by(|a, b| a >= b), "the longest first");
}

#[test]
fn chips_are_the_chosen_values_in_the_order_of_facets() {
    let (catalog, _) = shipped();
    let mut filters = Filters::default();
    for (facet, typed) in
        [(Facet::Institution, "mit"), (Facet::Level, "graduate"), (Facet::Level, "intro"), (Facet::Kind, "mm")]
    {
        filters.choose(catalog, facet, typed).expect("a known name");
    }
    let chips: Vec<String> = filters.chips(catalog).into_iter().map(|chip| chip.label).collect();
    assert_eq!(chips, ["MicroMasters", "MIT", "Introductory", "Graduate", "In the May 2026 list"]);
}

#[test]
fn a_phrase_is_found_word_for_word_and_a_minus_takes_away() {
    let titles = ["Supply Chain Management", "Managing the Supply Chain", "Chain Supply", "Python", "Data"];
    let found = |query| found(&titles, query);
    assert_eq!(found("\"supply chain\""), ["Supply Chain Management", "Managing the Supply Chain"]);
    assert_eq!(
        found("\"supply ch"),
        ["Supply Chain Management", "Managing the Supply Chain"],
        "it is still being typed"
    );
    assert!(found("\"supply ch\"").is_empty());
    assert_eq!(found("supply -management -managing"), ["Chain Supply"]);
    assert_eq!(found("chain -\"supply chain\""), ["Chain Supply"]);
    assert_eq!(found("-chains"), ["Data", "Python"], "the plural is the word");
    assert_eq!(found("-py data").len(), 1, "what a word is known to abbreviate");
    assert!(marked(&titles, "\"supply chain\"").contains(&"Supply".to_owned()));
    let (catalog, index) = titled(&titles);
    assert_eq!(index.search(&catalog, &asked("-zzzz")).notice, Some("nothing to leave out has `zzzz`".into()));
}

#[test]
fn fields_are_the_filters_that_they_name() {
    let (catalog, index) = shipped();
    let cases = [
        ("inst:mit", "MIT"),
        ("institution:\"Massachusetts Institute of Technology\"", "MIT"),
        ("kind:mm,mb", "MicroBachelors, MicroMasters"),
        ("kind:mm kind:mb", "MicroBachelors, MicroMasters"),
        ("level:intro", "Introductory"),
        ("lang:es", "Spanish"),
        ("idioma:español", "Spanish"),
        ("field:\"data analysis\"", "Data Analysis & Statistics"),
        ("credit:yes", "credit yes"),
        ("months:<6 hours:<=100 price:<$1,500 courses:3..", "months <6, hours <=100, price <1500, courses >=3"),
        ("months:>3 months:<9", "months >3 <9"),
        ("-inst:ibm -lang:en", "not IBM, not English"),
        ("status:current,older unknown:drop", "Current, Older, no unknowns"),
        ("status:older status:all months:any", ""),
    ];
    for (query, wanted) in cases {
        let reading = asked(query).read(catalog);
        let chips: Vec<String> = reading.view.filters.chips(catalog).into_iter().map(|chip| chip.label).collect();
        assert_eq!(chips.join(", "), wanted, "{query}: {:?}", reading.complaints);
        assert_eq!(reading.view.query.trim(), "", "{query}");
        let typed = index.search(catalog, &asked(query));
        assert_eq!(rows(&typed), rows(&index.search(catalog, &reading.view)), "{query}");
        assert!(!typed.is_empty(), "{query}");
    }
}

#[test]
fn what_is_typed_about_the_status_stands_in_place_of_what_was_chosen() {
    let (catalog, _) = shipped();
    let view = View { query: "status:older".into(), ..View::default() };
    let chips = view.read(catalog).view.filters.chips(catalog);
    assert_eq!(chips.iter().map(|chip| chip.label.as_str()).collect::<Vec<_>>(), ["Older"]);
}

#[test]
fn an_unknown_field_or_value_is_said_and_the_rest_still_holds() {
    let (catalog, index) = shipped();
    let rest = rows(&index.search(catalog, &asked("python")));
    for (query, said) in [
        ("python kind:mastres", "no kind is called `mastres`. Did you mean `Master's`?"),
        ("python inst:havard", "no institution is called `havard`. Did you mean `Harvard University`?"),
        (
            "python months:six",
            "`months` takes a number or a range, not `six`: `months:<6`, `months:3..8`, `months:3..`",
        ),
        ("python -months:<6", "`months` cannot be left out; say what it may be, such as `months:>=6`"),
    ] {
        let hits = index.search(catalog, &asked(query));
        assert_eq!(rows(&hits), rest, "{query}");
        assert_eq!(hits.notice.as_deref(), Some(said), "{query}");
    }
    let hits = index.search(catalog, &asked("lnag:data python"));
    assert_eq!(rows(&hits), rows(&index.search(catalog, &asked("lnag data python"))), "it is searched as text");
    assert!(
        hits.notice.is_some_and(|notice| notice.starts_with("`lnag:` is no field, only text; did you mean `lang:`?"))
    );
}

#[test]
fn a_facet_value_that_is_left_out_is_counted_as_if_it_were_not() {
    let (catalog, index) = shipped();
    let (without, all) = (index.find(catalog, &asked("-kind:mm")), index.find(catalog, &asked("")));
    let (without, all) = (without.values(Facet::Kind), all.values(Facet::Kind));
    assert!(without.iter().any(|value| value.value == "micromasters" && value.is_without && !value.is_chosen));
    assert_eq!(without.iter().map(|v| v.count).collect::<Vec<_>>(), all.iter().map(|v| v.count).collect::<Vec<_>>());
}

#[test]
fn a_limit_keeps_what_is_unknown_unless_told_otherwise() {
    let (catalog, index) = shipped();
    let unknown = |query: &str| {
        let hits = rows(&index.search(catalog, &asked(query)));
        hits.iter().filter(|hit| Quantity::Months.of(catalog.program(hit.program)).is_none()).count()
    };
    assert!(unknown("status:all months:<12") > 0);
    assert_eq!(unknown("status:all months:<12 unknown:drop"), 0);
}

#[test]
fn removing_a_chip_lets_go_of_what_it_stands_for() {
    let (catalog, _) = shipped();
    let mut filters = asked("inst:mit -lang:es months:<6 unknown:drop").read(catalog).view.filters;
    let chips = filters.chips(catalog);
    assert_eq!(chips.len(), 4);
    assert_eq!(chips[2].choice, Choice::Limit(Quantity::Months));
    for chip in &chips {
        filters.remove(&chip.choice);
    }
    assert_eq!(filters, Filters::none());
}

#[test]
fn the_order_of_records_changes_nothing() {
    let (catalog, index) = shipped();
    let text = include_str!("../assets/catalog.json");
    let mut file: serde_json::Value = serde_json::from_str(text).expect("JSON");
    for list in ["programs", "institutions", "courses"] {
        file[list].as_array_mut().expect("a list").reverse();
    }
    let turned = Catalog::from_text(file.to_string()).expect("a catalogue");
    let turned_index = Index::new(&turned);
    for query in [
        "",
        "data",
        "mit scm",
        "sceince",
        "usmx",
        "a",
        "gestion",
        "sss",
        "eeee",
        "machne lerning",
        "\"data science\"",
        "-python",
        "inst:mit -kind:mm",
    ] {
        for sort in [Sort::Match, Sort::Title, Sort::Institution, Sort::Price] {
            let view = View { sort, ..asked(query) };
            let (hits, turned_hits) = (index.search(catalog, &view), turned_index.search(&turned, &view));
            assert_eq!(ids(catalog, &hits), ids(&turned, &turned_hits), "{query}");
            assert_eq!(hits.notice, turned_hits.notice);
            assert_eq!(index.find(catalog, &view).facets, turned_index.find(&turned, &view).facets);
        }
    }
}

#[test]
fn an_index_that_was_compiled_answers_as_one_of_the_programs() {
    let (catalog, index) = shipped();
    let compile = |sections| Catalog::unpack(catalog.pack(sections).expect("bytes")).expect("a catalogue");
    let compiled = compile(Index::sections(catalog));
    let of_another = compile(Index::sections(&titled(&["Data Science"]).0));
    for other in [&compiled, &of_another] {
        let other_index = Index::new(other);
        for query in ["", "data", "mit scm", "sceince", "datsci", "-data python", "\"data science\"", "gestion", "zzz"]
        {
            for sort in Sort::ALL {
                let mut view = View { sort, query: query.to_owned(), ..View::default() };
                view.filters.limits.set(Quantity::Months, Span::at_most(6.0));
                assert_eq!(index.find(catalog, &view), other_index.find(other, &view), "{query} {sort:?}");
            }
        }
    }
}

#[test]
fn what_is_found_can_be_found_on_another_thread() {
    let (catalog, index) = shipped();
    let view = View { query: "months:<6 data".into(), ..View::default() };
    let elsewhere = std::thread::scope(|scope| scope.spawn(|| index.find(catalog, &view)).join().expect("an answer"));
    assert_eq!(elsewhere, index.find(catalog, &view));
}

#[test]
fn the_same_question_has_the_same_answer_again() {
    let (catalog, index) = shipped();
    let first: Vec<Hits> = ["sss", "data", "eee"].map(|query| index.search(catalog, &asked(query))).into();
    let again: Vec<Hits> = ["sss", "data", "eee"].map(|query| index.clone().search(catalog, &asked(query))).into();
    assert_eq!(first, again);
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let choices = [
        (Facet::Kind, "micromasters"),
        (Facet::Kind, "professional-certificate"),
        (Facet::Field, "Computer Science"),
        (Facet::Institution, "IBM"),
        (Facet::Level, "introductory"),
        (Facet::Language, "Spanish"),
        (Facet::Status, "current"),
        (Facet::Status, "older"),
    ];
    let chosen = proptest::sample::subsequence(choices.to_vec(), 0..=choices.len());
    let limit = proptest::option::of(1.0..24.0);
    (chosen, limit, proptest::bool::ANY).prop_map(|(chosen, max_months, drop)| {
        let mut filters = Filters::none();
        for (facet, value) in chosen {
            filters.toggle(facet, value);
        }
        filters.limits.set(Quantity::Months, max_months.map_or(Span::ANY, Span::at_most));
        if drop {
            filters.limits.unknowns = prospectus::search::Unknowns::Drop;
        }
        filters
    })
}

fn any_query() -> impl Strategy<Value = String> {
    let words = [
        "data", "mit", "scm", "sceince", "gestion", "a", "the", "micro", "masters", "qqqq", "c++", "harv", "machne",
        "ai",
    ];
    let catalogued =
        proptest::collection::vec(proptest::sample::select(words.to_vec()), 1..4).prop_map(|words| words.join(" "));
    prop_oneof![catalogued, "[a-z]{1,6}( [a-z]{1,4}){0,2}", "\\PC{0,20}", ".{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn no_query_breaks_the_search(query in any_query()) {
        let (catalog, index) = shipped();
        let view = asked(&query);
        let hits = index.find(catalog, &view).hits;
        for hit in hits.iter().take(30) {
            let length = catalog.program(hit.program).title.chars().count();
            let mut last = None;
            for (start, end) in index.highlight(catalog, &hits, hit.program) {
                prop_assert!(start < end && end <= length && last.is_none_or(|last| last < start));
                last = Some(end);
            }
        }
    }

    #[test]
    fn one_reading_lists_what_a_search_alone_does(query in any_query(), filters in any_filters()) {
        let (catalog, index) = shipped();
        let view = View { filters, ..asked(&query) };
        let found = index.find(catalog, &view);
        prop_assert_eq!(&found.hits, &index.search(catalog, &view));
        let read = view.read(catalog).view;
        for histogram in &found.histograms {
            let mut free = read.clone();
            free.filters.limits.set(histogram.quantity, Span::ANY);
            let counted = histogram.counts.iter().sum::<usize>() + histogram.unknown;
            prop_assert_eq!(counted, index.search(catalog, &free).len());
        }
    }

    #[test]
    fn what_was_asked_before_changes_no_answer(query in any_query(), filters in any_filters()) {
        let (catalog, index) = shipped();
        let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
        let typed: Vec<View> = ends.map(|end| View { filters: filters.clone(), ..asked(&query[..end]) }).collect();
        for view in typed.iter().chain(typed.iter().rev().step_by(3)) {
            prop_assert_eq!(index.find(catalog, view), index.clone().find(catalog, view));
        }
    }

    #[test]
    fn the_best_match_stands_first_and_every_order_lists_the_same(query in any_query(), filters in any_filters()) {
        let (catalog, index) = shipped();
        let listed = |sort| rows(&index.search(catalog, &View { filters: filters.clone(), sort, query: query.clone() }));
        let by_title = rows(&index.search(catalog, &View { sort: Sort::Title, ..asked("") }));
        let place = |ix: ProgramIx| by_title.iter().position(|hit| hit.program == ix);
        let best = listed(Sort::Match);
        prop_assert!(best.is_sorted_by_key(|hit| (std::cmp::Reverse(hit.score), place(hit.program))));
        let programs = |sort| listed(sort).iter().map(|hit| hit.program).collect::<BTreeSet<_>>();
        for sort in Sort::ALL {
            prop_assert_eq!(listed(sort).len(), best.len());
            prop_assert_eq!(programs(sort), programs(Sort::Match));
        }
    }

    #[test]
    fn a_word_more_only_takes_away(query in any_query().prop_filter("a minus or a quote may reach into the word", |query| query.chars().all(|c| c.is_alphanumeric() || c == ' ')), word in "[a-z]{1,8}|data|mit|scm|sceince|security|masters") {
        let (catalog, index) = shipped();
        let longer = format!("{query} {word}");
        let before: BTreeSet<_> = index.search(catalog, &asked(&query)).iter().map(|hit| hit.program).collect();
        let after = rows(&index.search(catalog, &asked(&longer)));
        // A word more can make a topic, or leave so few programs that the titles of courses are searched as well.
        let has_topics = |text: &str| index.understand(catalog, text).parts.iter().any(|part| part.part.topics().count() > 0);
        let has_courses = |count: usize| count < 20;
        prop_assume!(!has_topics(&longer) && !has_topics(&query) && has_courses(before.len()) == has_courses(after.len()));
        prop_assert!(after.iter().all(|hit| before.contains(&hit.program)), "{query} + {word}");
    }

    #[test]
    fn filters_only_take_away_and_mean_what_they_say(query in any_query(), filters in any_filters()) {
        let (catalog, index) = shipped();
        let all: Vec<_> = rows(&index.search(catalog, &asked(&query)));
        let shown = rows(&index.search(catalog, &View { filters: filters.clone(), ..asked(&query) }));
        let admitted: Vec<_> = all.into_iter().filter(|hit| filters.admit(catalog, catalog.program(hit.program))).collect();
        prop_assert_eq!(shown, admitted);
    }
}

//! Answers to the question what to learn: the topics that are understood, the program that comes first, and that
//! all leading programs are about the field. The table in `data/fields.tsv` was written from the catalogue
//! before any word was tuned.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use prospectus::catalog::{Catalog, ProgramIx};
use prospectus::search::{Filters, Index, Relation, Sort, Understood, View};
use prospectus::topics::{Part, TopicIx, Vocabulary};

/// The least share of fields whose first program is one that the table names, in per cent.
const FIRST_PERCENT: usize = 95;

/// The table, and those that were written when it was passed.
static TABLES: [&str; 2] = [include_str!("../data/fields.tsv"), include_str!("../data/fields_further.tsv")];

static SHIPPED: LazyLock<(Catalog, Index)> = LazyLock::new(|| {
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    let index = Index::new(&catalog);
    (catalog, index)
});

/// A line of the table.
struct Field {
    typed: &'static str,
    /// The ids of topics, any of which is right; empty if no program is about the field.
    topics: Vec<&'static str>,
    /// The ids of programs that may come first.
    first: Vec<&'static str>,
    /// Whether any program with one of the topics may come first.
    is_any: bool,
    /// Whether it is right as well to find nothing.
    may_be_nothing: bool,
}

fn fields() -> impl Iterator<Item = Field> {
    let lines = TABLES.iter().flat_map(|table| table.lines().filter(|line| !line.starts_with('#')).skip(1));
    // The names of schools are no words of the vocabulary: `learners` asks the adviser for them.
    lines.filter(|line| !line.contains("\t@")).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [typed, _, topics, first] = cells[..] else { panic!("not four columns: {line}") };
        let list = |cell: &'static str, by: char| cell.split(by).filter(|part| *part != "-").collect::<Vec<_>>();
        let (any, first): (Vec<_>, Vec<_>) = list(first, '|').into_iter().partition(|part| *part == "*topic");
        let may_be_nothing = cells[3].split('|').any(|part| part == "-");
        Field { typed, topics: list(topics, ','), first, is_any: !any.is_empty(), may_be_nothing }
    })
}

impl Field {
    fn topics(&self) -> BTreeSet<TopicIx> {
        let vocabulary = Vocabulary::embedded();
        self.topics.iter().map(|id| vocabulary.find(id).unwrap_or_else(|| panic!("no topic is called {id}"))).collect()
    }

    /// Whether a program is about one of the topics, or a narrower one.
    fn is_on(&self, program: ProgramIx) -> bool {
        let (catalog, _) = &*SHIPPED;
        let vocabulary = Vocabulary::embedded();
        let own = prospectus::topics::of_program(vocabulary, catalog, catalog.program(program));
        let wanted = self.topics();
        own.iter()
            .any(|own| wanted.contains(&own.topic) || vocabulary.broader(own.topic).iter().any(|b| wanted.contains(b)))
    }

    fn may_be_first(&self, program: ProgramIx) -> bool {
        let id = SHIPPED.0.program(program).id.as_str();
        self.first.contains(&id) || self.is_any && self.is_on(program)
    }
}

fn understood(typed: &str) -> Understood {
    SHIPPED.1.understand(&SHIPPED.0, typed)
}

fn listed(typed: &str) -> Vec<ProgramIx> {
    let view = View { query: typed.to_owned(), filters: Filters::none(), sort: Sort::Match };
    SHIPPED.1.search(&SHIPPED.0, &view).iter().map(|hit| hit.program).collect()
}

/// Whether the vocabulary says that no program teaches the topics of a part.
fn is_declared_empty(part: &Part) -> bool {
    let vocabulary = Vocabulary::embedded();
    part.topics().count() > 0 && part.topics().all(|topic| vocabulary.topic(topic).is_empty)
}

#[test]
#[expect(clippy::print_stdout, reason = "the misses are what one runs this test for")]
fn a_field_in_the_words_of_people_is_understood() {
    let mut wrong = 0;
    for field in fields() {
        let understood = understood(field.typed);
        let topics: BTreeSet<TopicIx> = understood.parts.iter().flat_map(|part| part.part.topics()).collect();
        let vocabulary = Vocabulary::embedded();
        let is_right = if field.topics.is_empty() {
            topics.iter().all(|topic| SHIPPED.1.topic_count(*topic) == 0)
        } else {
            field.topics().iter().any(|topic| topics.contains(topic))
        };
        if !is_right {
            wrong += 1;
            let ids: Vec<&str> = topics.iter().map(|topic| vocabulary.topic(*topic).id.as_str()).collect();
            println!("`{}` is {:?}, read as {ids:?}: {:?}", field.typed, field.topics, understood.sentences());
        }
    }
    let all = fields().count();
    println!("{all} fields, {wrong} not understood");
    assert!(all >= 200);
    assert!((all - wrong) * 100 >= all * FIRST_PERCENT, "{wrong} of {all} fields are not understood");
}

#[test]
#[expect(clippy::print_stdout, reason = "the misses are what one runs this test for")]
fn the_program_that_a_list_shows_first_is_about_the_field() {
    let (mut first, mut off, mut all) = (0, Vec::new(), 0);
    for field in fields().filter(|field| !field.topics.is_empty()) {
        all += 1;
        let listed = listed(field.typed);
        let is_first = listed.first().is_some_and(|program| field.may_be_first(*program));
        first += usize::from(is_first);
        let titles: Vec<&str> = listed.iter().take(3).map(|ix| SHIPPED.0.program(*ix).id.as_str()).collect();
        if !is_first {
            println!("`{}` wants {:?} {:?}, got {titles:?}", field.typed, field.topics, field.first);
        }
        if listed.first().is_some_and(|program| !field.is_on(*program) && !field.may_be_first(*program)) {
            off.push(format!("`{}`: {titles:?}", field.typed));
        }
    }
    println!("{all} fields: {first} with the answer first, {} whose first is off the field", off.len());
    assert!(first * 100 >= all * FIRST_PERCENT, "too few answers come first: {first} of {all}");
    assert!(off.is_empty(), "the first is off the field: {off:#?}");
}

/// `X without Y` in the languages that people write to the adviser in, with the index of the names in that language.
const WITHOUT: [(&str, usize); 8] = [
    ("{} without {}", 0),
    ("{} but not {}", 0),
    ("I hate {1}, I want {0}", 0),
    ("{} (no {})", 0),
    ("{} sin {}", 1),
    ("odio {1}, quiero {0}", 1),
    ("{} sans {}", 2),
    ("{} ohne {}", 0),
];

#[test]
fn what_is_denied_is_not_found_and_is_kept_in_the_reading() {
    let (catalog, _) = &*SHIPPED;
    let vocabulary = Vocabulary::embedded();
    let mut tried = 0;
    for broader in vocabulary.all().filter(|ix| SHIPPED.1.topic_count(*ix) > 3) {
        let narrower = vocabulary.narrower(broader).find(|ix| SHIPPED.1.topic_count(*ix) > 0);
        let Some(narrower) = narrower else { continue };
        let name = |ix: TopicIx, language: usize| vocabulary.topic(ix).name.all().nth(language).map(str::to_lowercase);
        for (form, language) in WITHOUT {
            let (Some(wanted), Some(denied)) = (name(broader, language), name(narrower, language)) else { continue };
            // A name with a separator or a denial in it is split by it.
            if [&wanted, &denied]
                .iter()
                .any(|name| name.split(' ').any(|word| matches!(word, "and" | "y" | "et" | "no")))
            {
                continue;
            }
            let typed = if form.contains("{0}") {
                form.replace("{0}", &wanted).replace("{1}", &denied)
            } else {
                form.replacen("{}", &wanted, 1).replacen("{}", &denied, 1)
            };
            let read = understood(&typed);
            let is_denied = read.denied.iter().any(|part| part.part.topics().any(|topic| topic == narrower));
            assert!(is_denied, "`{typed}`: {:?}", read.denied);
            let is_about = |program: ProgramIx| {
                let own = prospectus::topics::of_program(vocabulary, catalog, catalog.program(program));
                let mut about = own.iter().filter(|own| own.strength == prospectus::catalog::Strength::About);
                about.any(|own| own.topic == narrower || vocabulary.broader(own.topic).contains(&narrower))
            };
            for part in read.parts.iter().filter(|part| !part.matches.left_out.is_empty()) {
                assert!(part.matches.left_out.iter().all(|program| is_about(*program)), "`{typed}`");
                assert!(!part.matches.iter().any(|(program, _)| is_about(program)), "`{typed}`");
                assert!(listed(&typed).iter().all(|program| !is_about(*program)), "`{typed}` is listed");
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn the_title_of_an_older_program_finds_what_is_taught_about_the_same() {
    let (catalog, index) = &*SHIPPED;
    let vocabulary = Vocabulary::embedded();
    let mut tried = 0;
    for older in catalog.all().filter(|ix| !catalog.program(*ix).is_offered()) {
        let program = catalog.program(older);
        let own = prospectus::topics::of_program(vocabulary, catalog, program);
        let mut about = own.iter().filter(|own| own.strength == prospectus::catalog::Strength::About);
        if about.all(|own| index.topic_count(own.topic) == 0) {
            continue;
        }
        let parts = understood(&program.title).parts;
        assert!(parts.iter().any(|part| part.count > 0), "`{}` finds nothing that is taught", program.title);
        tried += 1;
    }
    assert!(tried > 100, "{tried}");
}

#[test]
#[expect(clippy::print_stdout, reason = "the misses are what one runs this test for")]
fn what_is_about_a_field_is_on_it_and_nothing_is_about_what_nobody_teaches() {
    let mut wrong = Vec::new();
    for field in fields() {
        for part in understood(field.typed).parts {
            let found = &part.matches;
            let about: Vec<ProgramIx> = found
                .iter()
                .filter(|(_, found)| found.relation != Relation::Part)
                .map(|(program, _)| program)
                .collect();
            if field.topics.is_empty() && !about.is_empty() {
                let titles: Vec<&str> = about.iter().take(4).map(|ix| SHIPPED.0.program(*ix).id.as_str()).collect();
                wrong.push(format!("`{}` finds {titles:?}", field.typed));
            } else if !field.may_be_nothing && found.is_empty() && !is_declared_empty(&part.part) {
                wrong.push(format!("`{}` finds nothing for `{}`", field.typed, part.part.typed));
            } else if !field.topics.is_empty() && !about.is_empty() && !about.iter().any(|ix| field.is_on(*ix)) {
                wrong.push(format!("`{}` finds nothing on the field for `{}`", field.typed, part.part.typed));
            }
        }
    }
    println!("{} of {} fields are matched wrongly", wrong.len(), fields().count());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

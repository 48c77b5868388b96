//! One truth of the list and the adviser: a program whose title has a typed word is on the field of that word, whatever
//! topic the word stands for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use prospectus::catalog::{Catalog, ProgramIx};
use prospectus::names::{content_words, words};
use prospectus::search::{Index, Reason, Understood};
use prospectus::topics::stem;

static SHIPPED: LazyLock<(Catalog, Index)> = LazyLock::new(|| {
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    let index = Index::new(&catalog);
    (catalog, index)
});

/// The words of all current titles apart from stop words, each with the programs whose titles have it.
static TITLED: LazyLock<BTreeMap<String, Vec<ProgramIx>>> = LazyLock::new(|| {
    let (catalog, _) = &*SHIPPED;
    let mut titled: BTreeMap<String, Vec<ProgramIx>> = BTreeMap::new();
    for (ix, program) in catalog.all().zip(catalog.programs()).filter(|(_, program)| program.is_offered()) {
        for word in content_words(&program.title).collect::<BTreeSet<String>>() {
            titled.entry(word).or_default().push(ix);
        }
    }
    titled
});

/// What the programs whose titles have a word show of its reading that is wrong: those that are off the field, and the
/// words that are said to be in none of them.
fn wrong(word: &str, programs: &[ProgramIx], understood: &Understood) -> Vec<String> {
    let is_on = |program: ProgramIx| understood.parts.iter().any(|part| part.matches.of(program).is_some());
    let off = programs.iter().filter(|program| !is_on(**program));
    let off = off.map(|program| format!("{} is off `{word}`", SHIPPED.0.program(*program).id));
    let unsaid = understood.parts.iter().flat_map(|part| &part.matches.widened).flat_map(|(typed, _)| words(typed));
    let unsaid = unsaid.filter(|typed| typed == word).map(|typed| format!("no program has `{typed}`"));
    off.chain(unsaid).collect()
}

#[test]
fn a_word_of_a_title_never_puts_that_program_off_the_field_nor_is_it_said_to_be_in_none() {
    let (catalog, index) = &*SHIPPED;
    assert!(TITLED.len() > 1000, "{} words", TITLED.len());
    let read = TITLED.iter().map(|(word, programs)| (word, programs, index.understand(catalog, word)));
    // Some words of grammar, such as `through`, are no field at all.
    let read = read.filter(|(_, _, understood)| !understood.parts.is_empty());
    let all: Vec<String> = read.flat_map(|(word, programs, understood)| wrong(word, programs, &understood)).collect();
    assert_eq!(all, [] as [String; 0]);
}

#[test]
fn ordinary_words_are_not_taken_for_the_initials_of_some_words_of_a_title() {
    let (catalog, index) = &*SHIPPED;
    for word in ["able", "base", "belt", "camp", "care", "coat", "fear", "mess", "palm", "tire", "user", "wear"] {
        let understood = index.understand(catalog, word);
        assert!(understood.parts.iter().all(|part| part.named.is_none()), "{word}: {:?}", understood.sentences());
    }
}

/// Common words, of which the rule names most and this test a few.
const COMMON: [&str; 11] = ["body", "chalk", "fire", "firm", "ice", "king", "old", "path", "slow", "tree", "year"];

#[test]
fn a_common_word_counts_in_titles_and_not_by_one_course_of_a_program() {
    let (catalog, index) = &*SHIPPED;
    for word in COMMON {
        for part in &index.understand(catalog, word).parts {
            let by_course = part.matches.iter().find(|(_, found)| matches!(found.reason, Reason::Course(_)));
            assert_eq!(by_course, None, "{word}");
        }
    }
}

#[test]
fn what_common_words_leave_of_a_sentence_is_no_field() {
    let (catalog, index) = &*SHIPPED;
    for typed in ["small talk", "I want to be more", "looking for the right path"] {
        assert_eq!(index.understand(catalog, typed).sentences(), [] as [String; 0], "{typed}");
    }
}

#[test]
fn a_word_that_a_title_is_said_to_have_is_in_it() {
    let (catalog, index) = &*SHIPPED;
    for typed in ["span", "disc", "mast", "reading", "chalk", "robotik", "planes", "blockchian", "genom", "geograph"] {
        for (program, found) in index.understand(catalog, typed).parts.iter().flat_map(|part| part.matches.iter()) {
            let Reason::Title(said) = &found.reason else { continue };
            let title = words(&catalog.program(program).title);
            let is_in = title.iter().any(|own| own == said || stem(own) == stem(said));
            assert!(is_in, "{typed}: `{said}` is not in {title:?}");
        }
    }
}

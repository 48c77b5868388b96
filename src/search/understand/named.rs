//! The programs and courses whose titles were typed: all words of the title except stop words, all typed words in order
//! with a number among them, or the initials of the whole title.

use super::Named;
use crate::catalog::{Catalog, ProgramIx};
use crate::names::{content_words, words};
use crate::search::abbreviation::PhraseMatch;
use crate::search::index::Index;
use crate::search::lexicon::{Column, Lexicon, PhraseIx};
use crate::search::term_match::TermMatches;
use crate::search::titled::said;
use crate::topics::is_common;

/// Minimum length of initials that count; shorter ones match too many titles.
const MIN_INITIALS: usize = 4;

impl Index {
    /// The program or course whose title was typed; `None` if there is none.
    pub(super) fn named(&self, catalog: &Catalog, typed: &str) -> Option<Named> {
        let wanted: Vec<String> = content_words(typed).collect();
        let lexicon = self.lexicon(catalog);
        let courses = self.courses(catalog);
        let is_initials = is_initials_of_titles([lexicon, courses], &wanted, typed);
        let mut programs = Vec::new();
        for phrase in named_phrases(lexicon, &wanted, is_initials) {
            if lexicon.phrase(phrase).column == Column::Title {
                lexicon.each_program_of(phrase, |program| programs.push(ProgramIx(program)));
            }
        }
        if !programs.is_empty() {
            return Some(Named::Programs(programs));
        }
        let phrase = named_phrases(courses, &wanted, is_initials).into_iter().next()?;
        courses.each_program_of(phrase, |program| programs.push(ProgramIx(program)));
        let titles = programs.iter().flat_map(|program| &catalog.program(*program).course_list);
        let titles = titles.map(|part| &catalog.course(part.course).title);
        let tokens: Vec<&str> = courses.tokens(phrase).iter().map(|term| courses.term(term)).collect();
        let title = titles.into_iter().find(|title| words(title) == tokens)?.clone();
        Some(Named::Course { title, programs })
    }
}

/// Whether the typed text can be the initials of a title: a single word that is long enough, not a common word, and in
/// no title.
fn is_initials_of_titles(titles: [&Lexicon; 2], wanted: &[String], typed: &str) -> bool {
    let [word] = wanted else { return false };
    typed.trim().chars().count() >= MIN_INITIALS
        && !is_common(word)
        && titles.into_iter().all(|lexicon| TermMatches::wholly(lexicon, word).is_nothing())
}

/// Returns the phrases that the typed text names: phrases with the same words apart from stop words; phrases with all
/// of the words in order, one of them a number (`Mandarin 3`); or phrases with these initials.
fn named_phrases(lexicon: &Lexicon, wanted: &[String], is_initials: bool) -> Vec<PhraseIx> {
    if let [word] = wanted
        && is_initials
    {
        let meaning = TermMatches::of(lexicon, wanted, 0, &[]);
        let whole = meaning.phrases.iter().filter(|found| found.is_initials_of(word) && is_whole(lexicon, found));
        return whole.map(|found| found.phrase).collect();
    }
    let terms: Option<Vec<_>> = wanted.iter().map(|word| lexicon.find(word)).collect();
    let rarest = terms.and_then(|terms| terms.into_iter().min_by_key(|term| lexicon.phrases_of(*term).len()));
    let Some(rarest) = rarest else { return Vec::new() };
    let has_number = wanted.iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let is_called = |phrase: &PhraseIx| {
        let own = said(lexicon, *phrase);
        own == wanted || has_number && holds_in_order(&own, wanted)
    };
    let mut found: Vec<PhraseIx> = lexicon.phrases_of(rarest).iter().filter(is_called).collect();
    found.dedup();
    found
}

/// Whether a phrase has no words besides the abbreviated ones, apart from stop words. Words in the middle of a long
/// title have almost any initials.
fn is_whole(lexicon: &Lexicon, found: &PhraseMatch) -> bool {
    let stretch = found.start..found.start + found.lengths.len();
    let mut tokens = lexicon.tokens(found.phrase).iter().enumerate();
    tokens.all(|(place, term)| stretch.contains(&place) || lexicon.is_stop_word(term))
}

fn holds_in_order(own: &[&str], wanted: &[String]) -> bool {
    let mut wanted = wanted.iter().peekable();
    for word in own {
        wanted.next_if(|wanted| wanted == word);
    }
    wanted.peek().is_none()
}

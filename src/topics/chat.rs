//! Chat abbreviations: `mgmt` for `management`, `w` for `with`. A word is expanded only in a wish, never in a title,
//! and not if the vocabulary has it as typed (`dev ops`). The beginning of a word, such as `sci`, is not listed,
//! because the rest may still follow.

use super::filler::{is_grammar, is_parting};
use super::tokens::{Joint, Token};
use super::vocabulary::Vocabulary;

/// Abbreviations and their expansions.
const SPELLED_OUT: [(&str, &str); 34] = [
    ("4", "for"),
    ("abt", "about"),
    ("accg", "accounting"),
    ("acct", "accounting"),
    ("acctg", "accounting"),
    ("algos", "algorithms"),
    ("asst", "assistant"),
    ("b4", "before"),
    ("biz", "business"),
    ("comms", "communication"),
    ("dept", "department"),
    ("dev", "developer"),
    ("devs", "developers"),
    ("engr", "engineer"),
    ("govt", "government"),
    ("intl", "international"),
    ("mfg", "manufacturing"),
    ("mgmt", "management"),
    ("mgr", "manager"),
    ("mgrs", "managers"),
    ("mgt", "management"),
    ("mkt", "marketing"),
    ("mktg", "marketing"),
    ("mngr", "manager"),
    ("n", "and"),
    ("ops", "operations"),
    ("ppl", "people"),
    ("smth", "something"),
    ("sth", "something"),
    ("svc", "service"),
    ("sw", "software"),
    ("tchr", "teacher"),
    ("tho", "but"),
    ("w", "with"),
];

fn spelled_out(word: &str) -> Option<&'static str> {
    SPELLED_OUT.iter().find(|(typed, _)| *typed == word).map(|(_, full)| *full)
}

impl Vocabulary {
    /// Expands chat abbreviations that are in no phrase of the vocabulary as typed.
    pub(super) fn spelled_out(&self, tokens: &[Token]) -> Vec<Token> {
        let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
        let (mut rest, mut joint) = (tokens, Joint::None);
        while let [first, ..] = rest {
            let known = self.phrases().exact_start(rest);
            let full = spelled_out(&first.word).filter(|full| known == 0 && is_meant(full, &found, rest));
            let (own, others) = rest.split_at(known.max(1));
            rest = others;
            match full {
                Some(full) if is_parting(full) => joint = Joint::Joined,
                Some(full) if is_grammar(full) => {}
                full => {
                    let at = found.len();
                    found.extend_from_slice(own);
                    found[at].joint = found[at].joint.max(std::mem::replace(&mut joint, Joint::None));
                    if let Some(full) = full {
                        full.clone_into(&mut found[at].word);
                    }
                }
            }
        }
        found
    }
}

/// Whether an abbreviation of a joining word is between two words: the `4` of `spanish 4 nurses`, but not of
/// `mandarin 4`.
fn is_meant(full: &str, before: &[Token], rest: &[Token]) -> bool {
    let is_joint = is_grammar(full) || is_parting(full);
    !is_joint
        || !before.is_empty() && rest.get(1).is_some_and(|next| !next.word.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn read(text: &str) -> Vec<String> {
        Vocabulary::embedded().spelled_out(&tokens(text)).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn a_word_of_a_chat_is_spelled_out_unless_the_vocabulary_has_it() {
        assert_eq!(read("hotel mgmt"), ["hotel", "management"]);
        assert_eq!(read("poetry dev"), ["poetry", "developer"]);
        assert_eq!(read("web dev"), ["web", "dev"]);
        assert_eq!(read("dev ops"), ["dev", "ops"]);
        assert_eq!(read("spanish 4 nurses"), ["spanish", "nurses"]);
        assert_eq!(read("mandarin 4"), ["mandarin", "4"]);
        assert_eq!(read("calculus n physics"), ["calculus", "physics"]);
    }

    #[test]
    fn every_word_of_the_table_stands_once_and_for_a_whole_one() {
        assert!(SPELLED_OUT.is_sorted_by_key(|(typed, _)| *typed));
        for (typed, full) in SPELLED_OUT {
            assert!(spelled_out(full).is_none() && typed != full, "{typed}");
        }
    }
}

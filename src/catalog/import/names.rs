//! Comparison of names: how a name is written for comparison, and whether two different ones may still be names of one
//! thing. A key counts for less than the names beside it, because two schools or two courses may have been given the
//! same key.

use super::vocabulary::folded;

/// Words that a name may have or lack.
const LINKS: [&str; 14] = ["the", "of", "and", "in", "for", "at", "a", "an", "de", "la", "und", "der", "et", "y"];

/// A name in lower-case letters and digits, without the word that an ampersand, a dash or a comma may stand for.
pub(super) fn plain(name: &str) -> String {
    const AND: &str = "and";
    let folded = folded(name);
    if !folded.contains(AND) {
        return folded;
    }
    let words: Vec<&str> = folded.split(' ').filter(|word| *word != AND).collect();
    if words.is_empty() { folded } else { words.join(" ") }
}

/// Whether two names may be those of one thing: they differ in spelling only, one of them has all words of the other, whole
/// or shortened, or one of them is made of the initials of the other.
pub(super) fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    let (one, other) = (telling(&one), telling(&other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long || (!short.is_empty() && is_within(&short, &long)) || is_of_initials(&short, &long)
}

fn telling(name: &str) -> Vec<&str> {
    name.split(' ').filter(|word| !word.is_empty() && !LINKS.contains(word)).collect()
}

/// Whether each word is one of the others, or the beginning of one, or begins with one. Numbers have to be equal.
fn is_within(short: &[&str], long: &[&str]) -> bool {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_like = |word: &str, other: &str| {
        word == other || (!is_number(word) && !is_number(other) && (other.starts_with(word) || word.starts_with(other)))
    };
    short.iter().all(|word| long.iter().any(|other| is_like(word, other)))
}

/// Whether a single word consists of the first letters of several. Keys of edX also end in an x.
fn is_of_initials(short: &[&str], long: &[&str]) -> bool {
    let [word] = short else { return false };
    let initials: String = long.iter().filter_map(|word| word.chars().next()).collect();
    let bare = word.strip_suffix('x').unwrap_or(word);
    long.len() > 1 && (*word == initials || bare == initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_thing_differ_in_spelling_length_or_initials() {
        for (one, other) in [
            ("Statistics & Data Science", "statistics and data science"),
            ("The University of Michigan", "University of Michigan"),
            ("Northbridge U", "Northbridge University"),
            ("MITx", "Massachusetts Institute of Technology"),
            ("Columbia University", "Columbia University in the City of New York"),
            ("Capstone", "Capstone Project"),
        ] {
            assert!(may_be_one(one, other) && may_be_one(other, one), "{one} / {other}");
        }
    }

    #[test]
    fn names_of_two_things_share_no_more_than_some_words_or_initials() {
        for (one, other) in [
            ("Manukau Institute of Technology", "Massachusetts Institute of Technology"),
            ("Capstone", "Kinematics"),
            ("Algebra", "Poetry"),
            ("Robotics 1", "Robotics 12"),
        ] {
            assert!(!may_be_one(one, other) && !may_be_one(other, one), "{one} / {other}");
        }
    }
}

//! Plausible typing errors: a missing letter, an extra one, two letters swapped, or a letter replaced by one that
//! sounds alike or is next to it on the keyboard. Any other difference of one letter makes another word: `hiking` is no
//! slip for `hiring`, nor `betting` for `getting`.

/// The minimum length of a word in which a letter may be wrong or extra. Shorter words are too similar to many others;
/// in them a letter may only be missing, or two may be swapped.
const MIN_WRONG_CHARS: usize = 5;
/// The minimum length of a word that may lack its first letter: `sychology`.
const MIN_BEHEADED_CHARS: usize = 8;

/// Groups of letters that sound alike in some words of European languages. A letter may be in several.
const SOUNDS: [&str; 11] = ["aeiouy", "ckqxsz", "fvpw", "bvp", "dt", "gj", "mn", "lr", "vw", "hj", "uw"];

/// The rows of a keyboard. Each key touches its neighbours, and two keys of the row below.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// Returns the number of slips between the word that was meant and the typed one; `None` if it exceeds `most`, or if
/// they differ in another way. Both words are folded.
pub fn plain_slips(typed: &str, meant: &str, most: u8) -> Option<u8> {
    let (typed, meant): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
    if typed.len().abs_diff(meant.len()) > usize::from(most) {
        return None;
    }
    let mut rows: Vec<Vec<u8>> = vec![(0..=meant.len()).map(|col| if col == 0 { 0 } else { NEVER }).collect()];
    if typed.len() >= MIN_BEHEADED_CHARS && meant.len() > 1 {
        rows[0][1] = 1;
    }
    for row in 1..=typed.len() {
        let fewest_of = |left: &mut u8, col| {
            *left = fewest(&rows, &typed, &meant, (row, col), *left);
            Some(*left)
        };
        let next = (0..=meant.len()).scan(NEVER, fewest_of).collect();
        rows.push(next);
    }
    rows.last().and_then(|row| row.last()).copied().filter(|slips| *slips <= most)
}

/// More than any limit.
const NEVER: u8 = 100;

/// Returns the fewest slips between the prefixes of both words with these lengths, from those of shorter prefixes.
/// `left` is the number for the prefix of the meant word without its last letter.
fn fewest(rows: &[Vec<u8>], typed: &[char], meant: &[char], (row, col): (usize, usize), left: u8) -> u8 {
    let mut ways = [NEVER; 4];
    let may_be_wrong = typed.len() >= MIN_WRONG_CHARS;
    if col > 0 {
        ways[0] = left + 1;
        let (own, other) = (typed[row - 1], meant[col - 1]);
        ways[1] = match rows[row - 1][col - 1] {
            same if own == other => same,
            known if may_be_wrong && is_mistakable(own, other, row == 1) => known + 1,
            _ => NEVER,
        };
        let is_swapped = row > 1 && col > 1 && own == meant[col - 2] && typed[row - 2] == other;
        ways[2] = if is_swapped { rows[row - 2][col - 2] + 1 } else { NEVER };
    }
    if may_be_wrong && row > 1 {
        ways[3] = rows[row - 1][col] + 1;
    }
    ways.into_iter().min().unwrap_or(NEVER).min(NEVER)
}

/// Whether one letter may be typed for another. The first letter is seldom mistyped, so it must sound alike.
fn is_mistakable(typed: char, meant: char, is_first: bool) -> bool {
    let sounds_alike = SOUNDS.iter().any(|group| group.contains(typed) && group.contains(meant));
    sounds_alike || !is_first && are_neighbours(typed, meant)
}

/// Whether two keys touch each other.
fn are_neighbours(one: char, other: char) -> bool {
    let place = |c: char| ROWS.iter().enumerate().find_map(|(row, keys)| Some((row, keys.find(c)?)));
    match (place(one), place(other)) {
        (Some((a, at)), Some((b, beside))) if a == b => at.abs_diff(beside) == 1,
        // A key of a lower row lies between two keys of the row above, at the same index and the next.
        (Some((a, at)), Some((b, above))) if a == b + 1 => above == at || above == at + 1,
        (Some((a, above)), Some((b, at))) if b == a + 1 => above == at || above == at + 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_word() {
        for (typed, meant, slips) in [
            ("carpentery", "carpentry", 1),
            ("eletrical", "electrical", 1),
            ("phyisics", "physics", 1),
            ("bilogy", "biology", 1),
            ("geograpgy", "geography", 1),
            ("licensing", "licencing", 1),
            ("kompliance", "compliance", 1),
            ("iatlian", "italian", 1),
            ("nthropology", "anthropology", 1),
            ("aglie", "agile", 1),
            ("pithon", "python", 1),
            ("acheology", "archaeology", 2),
        ] {
            assert_eq!(plain_slips(typed, meant, 3), Some(slips), "{typed} for {meant}");
        }
        for (typed, other) in [
            ("walking", "talking"),
            ("sailing", "mailing"),
            ("paint", "plant"),
            ("sewing", "selling"),
            ("cats", "cars"),
            ("wood", "food"),
            ("boat", "bot"),
            ("ranking", "cooking"),
        ] {
            assert_eq!(plain_slips(typed, other, 1), None, "{typed} is not {other}");
        }
    }

    #[test]
    fn what_is_equal_takes_no_slip() {
        for word in ["", "a", "data", "psychology", "мир"] {
            assert_eq!(plain_slips(word, word, 0), Some(0), "{word}");
        }
        assert_eq!(plain_slips("", "a", 3), None);
    }
}

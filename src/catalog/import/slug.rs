//! Readable ids for records: lower-case letters, digits and hyphens, from titles in any script.

use twox_hash::XxHash3_64;
use unicode_normalization::UnicodeNormalization;

/// The longest slug in bytes; a longer one is cut between words.
const MAX_SLUG: usize = 80;

/// Whether an id is valid in a catalogue.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.'))
}

/// The slug of a text. A text without Latin letters or digits gets `what` and a hash of the text.
pub(super) fn slug(text: &str, what: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    // ASCII is decomposed already.
    let (ascii, parted) = if text.is_ascii() { (text, "") } else { ("", text) };
    for c in ascii.chars().chain(parted.nfkd()) {
        match c {
            'ß' => slug.push_str("ss"),
            'ø' | 'Ø' => slug.push('o'),
            'ł' | 'Ł' => slug.push('l'),
            'æ' | 'Æ' => slug.push_str("ae"),
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            // Apostrophes, and combining marks split off by the decomposition, do not separate words.
            '\'' | '’' | '®' | '™' => {}
            c if unicode_normalization::char::is_combining_mark(c) => {}
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        return format!("{what}-{:08x}", XxHash3_64::oneshot(text.as_bytes()) as u32);
    }
    shortened(slug).to_owned()
}

fn shortened(slug: &str) -> &str {
    if slug.len() <= MAX_SLUG {
        return slug;
    }
    let cut = &slug[..MAX_SLUG];
    cut.rsplit_once('-').map_or(cut, |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_titles_in_any_script() {
        assert_eq!(slug("Inglés básico: para negocios!", "program"), "ingles-basico-para-negocios");
        assert_eq!(slug("Bachelor's & more", "program"), "bachelors-more");
        assert_eq!(slug("数据科学", "program"), slug("数据科学", "program"));
        assert!(slug("数据科学", "program").starts_with("program-"));
        assert_ne!(slug("数据科学", "program"), slug("数据", "program"));
        assert!(slug(&"word ".repeat(100), "program").len() <= MAX_SLUG);
    }
}

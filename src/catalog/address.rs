//! The web address at which to look a program up: its page, its page on the platform it has moved to, or, if
//! no page is on record, a search for its title on the platform. Callers can tell a search from a page and
//! must show the difference.

use super::{Kind, Program, Text};

/// The search of [`SEARCHED`], without the query.
const SEARCH: &str = "https://www.edx.org/search?q=";
/// The platform whose search is known.
const SEARCHED: &str = "edX";
/// The host of its pages.
const HOST: &str = "edx.org";

/// The web address at which to look a program up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// The page of the program, on the platform that teaches it now.
    Page(Text),
    /// A search for its title, because no page is on record.
    Search(String),
}

impl Address {
    /// The address as a URL.
    pub fn url(&self) -> &str {
        match self {
            Self::Page(url) => url,
            Self::Search(url) => url,
        }
    }
}

impl Program {
    /// The address at which to look the program up; `None` if no page is on record and its
    /// platform has no known search.
    pub fn address(&self) -> Option<Address> {
        let search =
            || self.is_at_edx().then(|| Address::Search(format!("{SEARCH}{}", escaped(&in_latin(&self.title)))));
        self.page().cloned().map(Address::Page).or_else(search)
    }

    /// Whether the program is at edX: its platform or its page says so. Of a program that states neither, its kind does,
    /// because the kinds with names of their own here are those of edX.
    pub fn is_at_edx(&self) -> bool {
        let host = |url: &Text| url.split('/').nth(2).unwrap_or_default().trim_start_matches("www.") == HOST;
        match (self.platform.value(), self.url.value()) {
            (Some(platform), _) => platform.eq_ignore_ascii_case(SEARCHED),
            (None, Some(url)) => host(url),
            (None, None) => !matches!(self.kind(), Kind::Other(_)),
        }
    }

    /// The page of the program; if it has moved and the new address is on record, the page on its new platform.
    pub fn page(&self) -> Option<&Text> {
        self.relocation().and_then(|moved| moved.url).or(self.url.value())
    }
}

/// Returns the words of a title that are in Latin letters, if it has any: percent-encoded, every other letter takes six
/// characters or more, and the search finds the program without them.
fn in_latin(title: &str) -> String {
    const LAST_LATIN: char = '\u{24f}';
    let is_latin = |word: &&str| word.chars().all(|sign| sign <= LAST_LATIN || !sign.is_alphabetic());
    let latin: Vec<&str> = title.split_whitespace().filter(is_latin).collect();
    let has_letters = latin.iter().any(|word| word.chars().any(char::is_alphabetic));
    if has_letters { latin.join(" ") } else { title.to_owned() }
}

/// Percent-encodes a text for a query string: all bytes but unreserved characters (RFC 3986) are escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            _ => {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{AsOf, Basis, Claim, Fact, Grade, SourceIx, is_web_address};

    fn stated<T>(value: T) -> Fact<T> {
        let (source, as_of) = (SourceIx(0), AsOf::undated());
        Fact::new(vec![Claim { value, basis: Basis::Stated, source, as_of, grade: Grade::A, note: None }])
    }

    #[test]
    fn a_program_is_at_edx_if_its_platform_its_page_or_its_kind_says_so() {
        let of = |kind: Kind, platform: Option<&'static str>, url: Option<&'static str>| Program {
            kind: stated(kind),
            platform: platform.map(|name| stated(name.into())).unwrap_or_default(),
            url: url.map(|url| stated(url.into())).unwrap_or_default(),
            ..Program::default()
        };
        let other = || Kind::Other("PGCert".into());
        for (program, is_there) in [
            (of(Kind::MicroMasters, None, None), true),
            (of(other(), None, Some("https://www.edx.org/x")), true),
            (of(other(), Some("edX"), None), true),
            (of(other(), None, None), false),
            (of(Kind::XSeries, None, Some("https://www.bath.ac.uk/edx.org")), false),
            (of(Kind::MicroMasters, Some("Coursera"), None), false),
        ] {
            assert_eq!(program.is_at_edx(), is_there, "{program:?}");
            assert_eq!(program.address().is_some(), is_there || program.url.is_known());
        }
    }

    #[test]
    fn a_program_without_an_address_is_searched_for_by_its_title() {
        let kind = stated(Kind::MicroMasters);
        let program = Program { kind, title: "Gérer son personnel & more".into(), ..Program::default() };
        let address = program.address().expect("a search");
        assert_eq!(address.url(), "https://www.edx.org/search?q=G%C3%A9rer%20son%20personnel%20%26%20more");
        assert!(matches!(address, Address::Search(_)) && is_web_address(address.url()));
        assert_eq!(in_latin("Advanced Diploma دبلوم متقدم"), "Advanced Diploma");
        assert_eq!(in_latin("دبلوم 2024"), "دبلوم 2024");
    }
}

//! The web address of a program: its page, its page on the platform it has moved to, or, if no page is on record, a
//! search for its title on the platform. Callers must distinguish a search from a page and show the difference. A
//! program counts as being on edX only if something on record says so: the search and the rules of edX do not apply to
//! other platforms.

use super::{Program, Status, Text};

/// The search of edX, without the query.
const SEARCH: &str = "https://www.edx.org/search?q=";
/// The names under which edX is on record as a platform, in lower case.
const EDX: [&str; 2] = ["edx", "edx.org"];

/// The web address of a program.
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

    /// Whether edX teaches it, according to its platform, or else to its page or to the list that names it.
    pub fn is_at_edx(&self) -> bool {
        let is_edx = |platform: &Text| EDX.iter().any(|name| platform.eq_ignore_ascii_case(name));
        match self.platform.value() {
            Some(platform) => is_edx(platform),
            None if self.status() == Status::Moved => false,
            None => self.page().is_some_and(|url| is_edx_page(url)) || self.listed_on.as_ref().is_some_and(is_edx),
        }
    }

    /// The page of the program; if it has moved and the new address is on record, the page on its new platform.
    pub fn page(&self) -> Option<&Text> {
        self.relocation().and_then(|moved| moved.url).or(self.url.value())
    }
}

fn is_edx_page(url: &str) -> bool {
    host_of(url).is_some_and(|host| is_edx_host(&host))
}

/// Whether a host belongs to edX; it must be in lower case, without `www.`.
pub(crate) fn is_edx_host(host: &str) -> bool {
    host == "edx.org" || host.ends_with(".edx.org")
}

/// The host of an address in lower case, without `www.`.
pub(crate) fn host_of(url: &str) -> Option<String> {
    let rest = url.trim().split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?.to_lowercase();
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_alphanumeric() || "-._:".contains(c));
    let host = is_host.then_some(host)?;
    Some(host.strip_prefix("www.").map(str::to_owned).unwrap_or(host))
}

/// Returns only the words of a title that are in Latin letters, if it has any. Every other letter takes six characters
/// or more when percent-encoded, and the search finds the program without them.
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
    use crate::catalog::is_web_address;

    #[test]
    fn a_program_without_an_address_is_searched_for_by_its_title() {
        let title: Text = "Gérer son personnel & more".into();
        assert_eq!(Program { title: title.clone(), ..Program::default() }.address(), None, "nobody says where it is");
        let program = Program { title, listed_on: Some("edX".into()), ..Program::default() };
        let address = program.address().expect("a search");
        assert_eq!(address.url(), "https://www.edx.org/search?q=G%C3%A9rer%20son%20personnel%20%26%20more");
        assert!(matches!(address, Address::Search(_)) && is_web_address(address.url()));
        assert_eq!(in_latin("Advanced Diploma دبلوم متقدم"), "Advanced Diploma");
        assert_eq!(in_latin("دبلوم 2024"), "دبلوم 2024");
    }
}

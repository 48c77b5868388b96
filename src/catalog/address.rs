//! Where a program can be looked at on the web: its page, the page on the platform it has moved to, or, where no address is
//! on record, the platform's own search for its title, which is told apart from a page wherever it is shown.

use super::{Program, Text};

/// The search of the platform that programs are on unless another is on record.
const SEARCH: &str = "https://www.edx.org/search?q=";
/// The platform whose search that is.
const SEARCHED: &str = "edX";

/// Where to look a program up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// Its page, wherever it is taught by now.
    Page(Text),
    /// A search for its title: its page is not on record.
    Search(String),
}

impl Address {
    /// The address itself.
    pub fn url(&self) -> &str {
        match self {
            Self::Page(url) => url,
            Self::Search(url) => url,
        }
    }
}

impl Program {
    /// Where to look it up; nothing where it is on a platform without a search that is known, and no page is on record.
    pub fn address(&self) -> Option<Address> {
        let is_searched = self.platform.value().is_none_or(|platform| platform.as_str() == SEARCHED);
        let search = || is_searched.then(|| Address::Search(format!("{SEARCH}{}", escaped(&self.title))));
        self.page().cloned().map(Address::Page).or_else(search)
    }

    /// Its page, on the platform that it has moved to where that is on record.
    pub fn page(&self) -> Option<&Text> {
        self.relocation().and_then(|moved| moved.url).or(self.url.value())
    }
}

/// A text as a part of an address: everything but letters and digits of ASCII and a few signs is escaped.
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
        let program = Program { title: "Gérer son personnel & more".into(), ..Program::default() };
        let address = program.address().expect("a search");
        assert_eq!(address.url(), "https://www.edx.org/search?q=G%C3%A9rer%20son%20personnel%20%26%20more");
        assert!(matches!(address, Address::Search(_)) && is_web_address(address.url()));
    }
}

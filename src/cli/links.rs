//! Web addresses in printed output as links that a terminal can open (OSC 8). Only web addresses become links.

/// Returns the text as a link to `address`, or unchanged if that is not a safe web address. Pieces of one link share a
/// number.
pub(super) fn leading(text: &str, address: &str, number: usize) -> String {
    if is_safe(address) {
        format!("\u{1b}]8;id=prospectus-{number};{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
    } else {
        text.to_owned()
    }
}

/// Whether a text is a web address that can be embedded in an escape sequence.
fn is_safe(text: &str) -> bool {
    crate::catalog::is_web_address(text) && text.chars().all(|c| c.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_addresses_of_the_web_become_links() {
        for bad in ["https://x.org/a b", "ftp://x.org", "javascript:x", "http://y.org/\u{1b}[m", "text"] {
            assert_eq!(leading("x", bad, 0), "x", "{bad}");
        }
        let link = "\u{1b}]8;id=prospectus-0;https://x.org/a\u{1b}\\here\u{1b}]8;;\u{1b}\\";
        assert_eq!(leading("here", "https://x.org/a", 0), link);
    }
}

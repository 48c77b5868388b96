//! The encodings in which a document may be: those that browsers know, and the code pages of DOS.

use encoding_rs::Encoding;

use super::dos::CodePage;

/// A way in which bytes stand for letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Charset {
    Encoding(&'static Encoding),
    Dos(&'static CodePage),
}

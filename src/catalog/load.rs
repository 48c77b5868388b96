//! From the bytes of a catalogue file to a checked `Catalog`. Every rule that a record can break is checked here, so
//! that the rest of the program never meets a bad record; a file that breaks one is refused as a whole, with the
//! record's id and the field, and what was loaded before stays as it is.

mod check;
mod draft;
mod explain;
mod raw;
#[cfg(test)]
mod tests;
mod value;

use super::{Catalog, CatalogError};
use draft::Draft;
use raw::{Head, RawCatalog};

/// The format that this version reads.
pub const FORMAT: &str = "prospectus-catalog/1";

/// Reads and checks a whole catalogue. All broken rules are reported at once.
pub(super) fn load(text: &str) -> Result<Catalog, CatalogError> {
    let raw: RawCatalog = serde_json::from_str(text).map_err(|error| explain::explain(text, &error))?;
    let head = Head { format: raw.format, name: raw.name, as_of: raw.as_of };
    check_format(&head)?;
    let mut draft = Draft::default();
    draft.sources(raw.sources);
    draft.institutions(raw.institutions);
    draft.courses(raw.courses);
    draft.programs(raw.programs);
    draft.finish(head, text)
}

/// Text without the mark of its encoding with which some editors begin a file, and which says nothing.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn check_format(head: &Head) -> Result<(), CatalogError> {
    if head.format == FORMAT { Ok(()) } else { Err(explain::other_format(&head.format)) }
}

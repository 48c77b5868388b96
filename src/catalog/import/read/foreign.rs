//! Tells files of other formats from catalogues of this program, so that a file or folder of records can be opened as a
//! catalogue by importing it. What is neither is left to the loader, which says what is wrong with it.

use std::io::{self, Cursor, Read};
use std::path::Path;

use super::{cut, shape, sniff, start_of, wrapper};
use crate::catalog::import::document::Document;
use crate::catalog::import::json::Value;
use crate::catalog::import::sniff::{Form, Shape};

/// The number of records after which a JSON document without any known one counts as unknown.
const MAX_TRIED: usize = 20;

/// Whether a path leads to a folder, or to a file of another format that an import reads.
pub fn is_foreign(path: &Path) -> bool {
    path.is_dir() || (path.is_file() && is_readable(path).unwrap_or(false))
}

fn is_readable(path: &Path) -> io::Result<bool> {
    let document = Document::at(path.to_owned(), None)?;
    let start = start_of(document.bytes()?)?;
    // This comes first, because detecting the encoding of a large catalogue would read all of it.
    if sniff::binary(&start).is_some() || sniff::form(&String::from_utf8_lossy(&start)) == Form::Own {
        return Ok(false);
    }
    let mut text = document.text()?.0;
    let start = start_of(&mut text)?;
    let form = sniff::form(&String::from_utf8_lossy(&start));
    let text = io::BufReader::new(Cursor::new(start).chain(text));
    Ok(match form {
        Form::Html | Form::Table(..) => true,
        Form::Json => has_known_record(|each| cut::records(text, each))?,
        Form::JsonLines => has_known_record(|each| cut::lines(text, each))?,
        Form::Own | Form::Facts | Form::Refused(_) => false,
    })
}

/// Whether one of the first records is of a known shape.
fn has_known_record(cut: impl FnOnce(&mut dyn FnMut(cut::Piece<&[u8]>) -> bool) -> io::Result<()>) -> io::Result<bool> {
    let (mut tried, mut is_known) = (0, false);
    cut(&mut |piece| {
        let value = piece.text.ok().and_then(|text| serde_json::from_slice::<Value<'_>>(text).ok());
        let map = value.as_ref().and_then(Value::as_object);
        let has_records = |map| wrapper::source(map, None).is_some() || !wrapper::records(map, None).is_empty();
        let is_of_shape = |map| !matches!(shape(map, None), Shape::Unknown | Shape::Refused(_));
        is_known |= map.is_some_and(|map| is_of_shape(map) || has_records(map));
        tried += 1;
        !is_known && tried < MAX_TRIED
    })?;
    Ok(is_known)
}

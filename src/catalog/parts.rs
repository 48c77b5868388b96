//! Records that other rooms keep in a section of their own, each read alone and compared with its own checksum: what one
//! answer needs of a large catalogue is then read without the rest. The layout is that of the catalogue's own records,
//! with their number behind it.

use std::io;

use serde::Serialize;

use super::compiled::packed;
use super::records::{Packer, numbered};
use super::{Catalog, CompiledError};

/// The bytes of the number of records.
const COUNT: u64 = 8;

/// The section of some records; [`Catalog::part`] reads them one by one.
pub fn pack_parts<T: Serialize>(records: impl IntoIterator<Item = T>) -> Vec<u8> {
    try_pack(records).unwrap_or_default()
}

/// A vector takes every byte, and what the rooms keep has a packed form.
fn try_pack<T: Serialize>(records: impl IntoIterator<Item = T>) -> io::Result<Vec<u8>> {
    let (mut packer, mut bytes) = (Packer::default(), Vec::new());
    for record in records {
        packer.add(&packed(&record)?, &mut bytes)?;
    }
    let count = packer.count();
    packer.finish(&mut bytes)?;
    bytes.extend(count.to_le_bytes());
    Ok(bytes)
}

impl Catalog {
    /// One of the records that another room packed into a section of the compiled form; nothing where there is none, or
    /// where it is damaged.
    pub fn part<T: serde::de::DeserializeOwned>(&self, section: &str, at: usize) -> Option<T> {
        let packed = self.packed_part(section, at)?;
        let read = packed.ok().and_then(|packed| postcard::from_bytes(&packed).ok());
        if read.is_none() {
            self.corruption().found_in_a_copy();
        }
        read
    }

    /// The same as bytes; nothing where there is no such section or no such record.
    fn packed_part(&self, section: &str, at: usize) -> Option<Result<Vec<u8>, CompiledError>> {
        let container = self.container.as_ref()?;
        let section = container.find(section)?;
        let records_end = section.length.checked_sub(COUNT)?;
        let count = container.read(section, records_end, COUNT).ok()?;
        let count = u64::from_le_bytes(count.as_ref().try_into().ok()?);
        ((at as u64) < count).then_some(())?;
        Some(numbered(container, section, records_end, count, at))
    }
}

//! Records that other rooms store in separate sections. Each record is read alone and verified against its own
//! checksum, so that an answer about a large catalogue reads only what it needs. The layout is that of the catalogue's
//! own records, followed by their number.

use std::io;

use serde::Serialize;

use super::compiled::packed;
use super::container::COUNT;
use super::records::{Packer, numbered};
use super::{Catalog, CompiledError};

/// Packs records into the bytes of a section, from which [`Catalog::part`] reads them one by one.
pub fn pack_parts<T: Serialize>(records: impl IntoIterator<Item = T>) -> Vec<u8> {
    try_pack(records).unwrap_or_default()
}

/// Returns an error only if a record cannot be serialized, which no room's record is.
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
    /// Reads one of the records that another room packed into a section of the compiled form. Returns `None` if there
    /// is no such section or record, or if it is damaged.
    pub fn part<T: serde::de::DeserializeOwned>(&self, section: &str, at: usize) -> Option<T> {
        let packed = self.packed_part(section, at)?;
        let read = packed.ok().and_then(|packed| postcard::from_bytes(&packed).ok());
        if read.is_none() {
            self.corruption().found_in_a_copy();
        }
        read
    }

    /// The verified bytes of the record; `None` if there is no such section or record.
    fn packed_part(&self, section: &str, at: usize) -> Option<Result<Vec<u8>, CompiledError>> {
        let container = self.container.as_ref()?;
        let section = container.find(section)?;
        let records_end = section.length.checked_sub(COUNT)?;
        let count = container.count(section)?;
        ((at as u64) < count).then_some(())?;
        Some(numbered(container, section, records_end, count, at))
    }
}

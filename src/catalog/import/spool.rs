//! The records of a catalogue before they are written: whether the catalogue is written at all is known only when every
//! record is complete. A few are kept in memory, many in a file without a name.

use std::io::{self, BufWriter, Read, Seek, Write};

use tempfile::SpooledTempFile;

/// More text than this is put into a file.
const MAX_IN_MEMORY: usize = 16 << 20;

/// Records of one kind, one on a line.
#[derive(Debug)]
pub(super) struct Spool {
    text: BufWriter<SpooledTempFile>,
    count: usize,
}

impl Default for Spool {
    fn default() -> Self {
        let text = BufWriter::with_capacity(64 << 10, tempfile::spooled_tempfile(MAX_IN_MEMORY));
        Self { text, count: 0 }
    }
}

impl Spool {
    pub(super) fn add(&mut self, record: &str) -> io::Result<()> {
        self.text.write_all(if self.count == 0 { b"\n" } else { b",\n" })?;
        self.text.write_all(record.as_bytes())?;
        self.count += 1;
        Ok(())
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Writes all of them.
    pub(super) fn copy(&mut self, out: &mut impl Write) -> io::Result<()> {
        self.text.flush()?;
        let spooled = self.text.get_mut();
        spooled.rewind()?;
        let mut part = vec![0; 256 << 10];
        loop {
            match spooled.read(&mut part)? {
                0 => return Ok(()),
                read => out.write_all(&part[..read])?,
            }
        }
    }
}

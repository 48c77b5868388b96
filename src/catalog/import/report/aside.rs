//! Messages beyond those that a report holds in memory: they wait in a file without a name until the report is written.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, Write};

use tempfile::SpooledTempFile;

use super::Note;

/// More text than this is put into a file.
const MAX_IN_MEMORY: usize = 1 << 20;

/// The most reasons that are counted one by one.
const MAX_REASONS: usize = 1000;

/// Messages of one list, in the order in which they were made.
#[derive(Debug)]
pub(super) struct Aside {
    text: BufWriter<SpooledTempFile>,
    count: usize,
    /// How many have each reason, with the first of them.
    reasons: BTreeMap<String, (usize, Note)>,
}

impl Default for Aside {
    fn default() -> Self {
        let text = BufWriter::new(tempfile::spooled_tempfile(MAX_IN_MEMORY));
        Self { text, count: 0, reasons: BTreeMap::new() }
    }
}

impl Aside {
    /// Puts a message aside.
    pub(super) fn add(&mut self, note: &Note) -> io::Result<()> {
        serde_json::to_writer(&mut self.text, note)?;
        self.text.write_all(b"\n")?;
        self.count += 1;
        if let Some((count, _)) = self.reasons.get_mut(&note.reason) {
            *count += 1;
        } else if self.reasons.len() < MAX_REASONS {
            self.reasons.insert(note.reason.clone(), (1, note.clone()));
        }
        Ok(())
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// How many have each reason, with the first of them.
    pub(super) fn reasons(&self) -> impl Iterator<Item = (&str, usize, &Note)> {
        self.reasons.iter().map(|(reason, (count, first))| (reason.as_str(), *count, first))
    }

    /// Reads all of them.
    pub(super) fn each(&mut self, tell: &mut dyn FnMut(Note)) -> io::Result<()> {
        self.text.flush()?;
        let spooled = self.text.get_mut();
        spooled.rewind()?;
        for line in BufReader::new(&mut *spooled).lines() {
            tell(serde_json::from_str(&line?)?);
        }
        spooled.seek(io::SeekFrom::End(0)).map(|_| ())
    }
}

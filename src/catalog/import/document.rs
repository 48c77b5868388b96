//! The documents of an import: files, folders of saved pages, or standard input, optionally compressed with gzip, in
//! any encoding that exports commonly use. The result is always UTF-8. Nothing is fetched.

mod charset;
mod dos;
mod encoding;
mod letters;

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use encoding_rs::Decoder;

use super::{ImportError, date};
use crate::files;
use charset::Charset;
pub(super) use encoding::Detected;

/// The largest document in bytes.
const MAX_BYTES: u64 = 4 << 30;
/// The deepest nesting of folders that is read.
const MAX_DEPTH: usize = 8;
/// The size of the read buffers in bytes.
const AT_ONCE: usize = 256 << 10;

/// An input of an import.
pub enum Input {
    /// A file or a folder of files.
    Path(PathBuf),
    /// Another source such as standard input, with its name.
    Reader(String, Box<dyn Read>),
}

impl Input {
    fn name(&self) -> String {
        match self {
            Self::Path(path) => path.to_string_lossy().into_owned(),
            Self::Reader(name, _) => name.clone(),
        }
    }
}

/// A document that can be read more than once.
#[derive(Debug)]
pub(super) struct Document {
    /// The path of the file, as it was given or below the folder that was given.
    pub(super) name: String,
    /// The path that was given: the file itself or its folder. It becomes the source of the document's claims.
    pub(super) origin: String,
    /// Whether the file was given itself rather than found in a folder.
    pub(super) is_named: bool,
    /// The day of its last modification; `None` if unknown.
    pub(super) changed: Option<String>,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Path(PathBuf),
    Spooled(File),
}

/// All documents of the inputs, sorted by name and without duplicates.
pub(super) fn all(inputs: Vec<Input>) -> Result<Vec<Document>, ImportError> {
    let mut documents = Vec::new();
    for input in inputs {
        let name = input.name();
        add(input, &mut documents).map_err(|source| ImportError::Unreadable { name, source })?;
    }
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    documents.dedup_by(|a, b| a.name == b.name);
    Ok(documents)
}

/// The number of files that an import of a path reads, and of their bytes.
pub fn extent(path: &Path) -> io::Result<(usize, u64)> {
    let mut documents = Vec::new();
    add(Input::Path(path.to_owned()), &mut documents)?;
    let size = |document: &Document| match &document.place {
        Place::Path(path) => fs::metadata(path).map_or(0, |about| about.len()),
        Place::Spooled(_) => 0,
    };
    Ok((documents.len(), documents.iter().map(size).sum()))
}

fn add(input: Input, documents: &mut Vec<Document>) -> io::Result<()> {
    match input {
        Input::Path(path) if path.is_dir() => {
            let origin = path.to_string_lossy().trim_end_matches('/').to_owned();
            folder(&path, &origin, 0, documents)?;
        }
        Input::Path(path) => documents.push(Document::at(path, None)?),
        Input::Reader(name, from) => documents.push(Document::spooled(name, from)?),
    }
    Ok(())
}

fn folder(path: &Path, origin: &str, depth: usize, documents: &mut Vec<Document>) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let kind = entry.file_type()?;
        if is_hidden {
            continue;
        }
        if kind.is_dir() && depth < MAX_DEPTH {
            folder(&entry.path(), origin, depth + 1, documents)?;
        } else if entry.path().is_file() {
            documents.push(Document::at(entry.path(), Some(origin))?);
        }
    }
    Ok(())
}

impl Document {
    /// A file, found in `folder` if it was not named itself.
    pub(super) fn at(path: PathBuf, folder: Option<&str>) -> io::Result<Self> {
        let about = fs::metadata(&path)?;
        let changed = about.modified().ok().and_then(|moment| moment.duration_since(std::time::UNIX_EPOCH).ok());
        let changed =
            changed.and_then(|since| date::of_seconds(since.as_secs().cast_signed())).map(|day| day.to_string());
        let name = path.to_string_lossy().into_owned();
        let origin = folder.map_or_else(|| name.clone(), str::to_owned);
        Ok(Self { origin, is_named: folder.is_none(), changed, place: Place::Path(path), name })
    }

    /// Copies a stream to a temporary file first, because its encoding is known only after its last byte.
    fn spooled(name: String, from: Box<dyn Read>) -> io::Result<Self> {
        let mut file = tempfile::tempfile()?;
        let length = io::copy(&mut from.take(MAX_BYTES + 1), &mut file)?;
        if length > MAX_BYTES {
            return Err(too_large());
        }
        Ok(Self { origin: name.clone(), is_named: true, changed: None, place: Place::Spooled(file), name })
    }

    /// The bytes of the document, decompressed.
    pub(super) fn bytes(&self) -> io::Result<Box<dyn BufRead + '_>> {
        match &self.place {
            Place::Path(path) => {
                let file = files::open(path)?;
                let size = file.metadata()?.len();
                files::unpacked(file, size)
            }
            Place::Spooled(file) => {
                let mut file: &File = file;
                file.rewind()?;
                files::unpacked(file, file.metadata()?.len())
            }
        }
    }

    /// The text of the document as UTF-8 without a byte order mark, and its original encoding.
    pub(super) fn text(&self) -> io::Result<(Box<dyn BufRead + '_>, Detected)> {
        let detected = encoding::detect(self.bytes()?)?;
        let mut bytes = self.bytes()?;
        if detected == Detected::UTF_8 {
            if bytes.fill_buf()?.starts_with("\u{feff}".as_bytes()) {
                bytes.consume(3);
            }
            return Ok((bytes, detected));
        }
        let recoded: Box<dyn Read + '_> = match detected.charset {
            Charset::Encoding(encoding) => {
                Box::new(Recoded { from: bytes, decoder: encoding.new_decoder_with_bom_removal(), is_over: false })
            }
            Charset::Dos(page) => Box::new(page.reader(bytes)),
        };
        Ok((Box::new(BufReader::with_capacity(AT_ONCE, recoded)), detected))
    }
}

fn too_large() -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 4 GiB")
}

/// A reader that converts text to UTF-8.
struct Recoded<R> {
    from: R,
    decoder: Decoder,
    is_over: bool,
}

impl<R: BufRead> Read for Recoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        // The decoder writes only whole characters.
        if into.len() < 4 {
            return Err(io::Error::other("the buffer is too small for a character"));
        }
        while !self.is_over {
            let chunk = self.from.fill_buf()?;
            let is_last = chunk.is_empty();
            let (result, used, written, _) = self.decoder.decode_to_utf8(chunk, into, is_last);
            self.from.consume(used);
            self.is_over = is_last && result == encoding_rs::CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

/// A reader that normalizes line ends: some programs write two carriage returns, or a single one.
pub(super) struct Lines<R> {
    from: R,
    ready: Vec<u8>,
    /// Whether the last byte was a carriage return; what it means depends on the next byte.
    is_return: bool,
}

impl<R: BufRead> Lines<R> {
    /// Wraps a reader.
    pub(super) fn new(from: R) -> Self {
        Self { from, ready: Vec::new(), is_return: false }
    }

    /// Processes another chunk; returns whether there was one.
    fn more(&mut self) -> io::Result<bool> {
        let chunk = self.from.fill_buf()?;
        let used = chunk.len();
        for byte in chunk {
            let was_return = std::mem::replace(&mut self.is_return, *byte == b'\r');
            if was_return && !matches!(byte, b'\r' | b'\n') {
                self.ready.push(b'\n');
            }
            if *byte != b'\r' {
                self.ready.push(*byte);
            }
        }
        self.from.consume(used);
        if used == 0 && std::mem::take(&mut self.is_return) {
            self.ready.push(b'\n');
        }
        Ok(used > 0)
    }
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.ready.is_empty() && self.more()? {}
        let count = self.ready.len().min(into.len());
        into[..count].copy_from_slice(&self.ready[..count]);
        self.ready.drain(..count);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        let document = Document::spooled("-".to_owned(), Box::new(io::Cursor::new(bytes.to_vec()))).expect("a file");
        let mut text = String::new();
        document.text().expect("text").0.read_to_string(&mut text).expect("UTF-8");
        text
    }

    #[test]
    fn text_is_read_in_the_encodings_of_exports() {
        let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let text = "title;Espa\u{f1}ol\u{2026} \u{2013}";
        assert_eq!(read(text.as_bytes()), text);
        assert_eq!(read(format!("\u{feff}{text}").as_bytes()), text);
        assert_eq!(read(&wide(&format!("\u{feff}{text}"), u16::to_le_bytes)), text);
        assert_eq!(read(&wide(&format!("\u{feff}{text}"), u16::to_be_bytes)), text);
        assert_eq!(read(&wide(text, u16::to_le_bytes)), text);
        assert_eq!(read(b"title;Espa\xf1ol\x85 \x96"), text);
        assert_eq!(read(b""), "");
    }

    #[test]
    fn lines_end_alike_however_they_were_ended() {
        let mut text = String::new();
        let from = io::BufReader::with_capacity(2, &b"a\r\r\nb\rc\nd\r\n"[..]);
        Lines::new(from).read_to_string(&mut text).expect("memory");
        assert_eq!(text, "a\nb\nc\nd\n");
    }

    #[test]
    fn packed_text_is_unpacked_whatever_it_is_called() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        io::Write::write_all(&mut packed, b"[1]").expect("memory");
        assert_eq!(read(&packed.finish().expect("memory")), "[1]");
    }
}

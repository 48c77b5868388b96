//! Cuts a JSON document into its records without reading it as a whole: the elements of its top-level list, or of the
//! list inside a page. A record that is too large or too deep is skipped, and the next one is still read.

use std::io::{self, BufRead};

use memchr::memchr2;

/// The keys of the lists in the pages of an API or an index.
const LISTS: [&[u8]; 2] = [b"\"results\"", b"\"hits\""];

/// The largest record that is read, in bytes.
pub(super) const MAX_RECORD: usize = 64 << 20;
/// The deepest nesting of a record that is read; the JSON parser gives up at 128 levels.
const MAX_DEPTH: usize = 100;

/// A record of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece<T> {
    /// The JSON pointer to the list that contains it.
    pub(super) list: &'static str,
    /// Its index in that list; `None` if the document itself is the record.
    pub(super) number: Option<u64>,
    /// The line on which it begins, counted from 1.
    pub(super) line: u64,
    /// Its text, or why it was skipped.
    pub(super) text: Result<T, &'static str>,
}

impl<T> Piece<T> {
    /// The same piece with its text elsewhere.
    pub(super) fn with_text<U>(self, text: impl FnOnce(T) -> U) -> Piece<U> {
        Piece { list: self.list, number: self.number, line: self.line, text: self.text.map(text) }
    }
}

const TOO_LARGE: &str = "the record is larger than 64 MiB";
const BROKEN_OFF: &str = "the JSON is cut short or malformed here, so nothing after it could be read";
const TOO_DEEP: &str = "the record is nested more than 100 levels deep";

/// Calls `each` for every record until it returns `false`. A fault that ends the text is passed on as the last piece.
pub(super) fn records(from: impl BufRead, each: &mut dyn FnMut(Piece<&[u8]>) -> bool) -> io::Result<()> {
    let mut cutter = Cutter { from, line: 1, each, record: Vec::new() };
    let mut number = 0;
    while let Some(next) = cutter.skip_blank()? {
        // The end of the call of a function around the JSON.
        if number > 0 && matches!(next, b')' | b';') {
            cutter.take()?;
            continue;
        }
        let whole = cutter.document(number)?;
        number += 1;
        if whole.is_break() {
            break;
        }
    }
    Ok(())
}

/// The name of the list for what surrounds the list of a page: its number is that of the records in the list.
pub(super) const PAGE: &str = "page";

/// What comes next in an object.
enum Member {
    /// A member, whose name has been read.
    Named,
    End,
    Broken,
}

/// The name of the list for documents with one record per line.
pub(super) const LINES: &str = "lines";

/// Calls `each` for every line that is not blank, until it returns `false`.
pub(super) fn lines(mut from: impl BufRead, each: &mut dyn FnMut(Piece<&[u8]>) -> bool) -> io::Result<()> {
    let mut text = Vec::new();
    for line in 1.. {
        text.clear();
        let mut limited = io::Read::take(&mut from, MAX_RECORD as u64);
        if limited.read_until(b'\n', &mut text)? == 0 {
            break;
        }
        let bare = text.trim_ascii();
        let piece = |text| Piece { list: LINES, number: None, line, text };
        if text.len() == MAX_RECORD {
            each(piece(Err(TOO_LARGE)));
            break;
        }
        if !bare.is_empty() && !each(piece(Ok(bare))) {
            break;
        }
    }
    Ok(())
}

type Flow<C = ()> = std::ops::ControlFlow<(), C>;
const STOP: Flow = Flow::Break(());
const GO_ON: Flow = Flow::Continue(());

struct Cutter<'e, R> {
    from: R,
    line: u64,
    each: &'e mut dyn FnMut(Piece<&[u8]>) -> bool,
    record: Vec<u8>,
}

impl<R: BufRead> Cutter<'_, R> {
    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.from.fill_buf()?.first().copied())
    }

    fn take(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?;
        if byte.is_some() {
            self.line += u64::from(byte == Some(b'\n'));
            self.from.consume(1);
        }
        Ok(byte)
    }

    fn skip_blank(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.peek()? {
                Some(b' ' | b'\t' | b'\r' | b'\n') => {
                    self.take()?;
                }
                other => return Ok(other),
            }
        }
    }

    /// Passes on the record that was just read.
    fn hand_on(&mut self, list: &'static str, number: Option<u64>, line: u64, fault: Option<&'static str>) -> Flow {
        let text = fault.map_or(Ok(self.record.as_slice()), Err);
        if (self.each)(Piece { list, number, line, text }) { GO_ON } else { STOP }
    }

    fn broken(&mut self, list: &'static str, number: Option<u64>) {
        let line = self.line;
        // Nothing follows a fault, so the caller's answer does not matter.
        let _ = self.hand_on(list, number, line, Some(BROKEN_OFF));
    }

    /// Reads one top-level value: a list, a page or a record.
    fn document(&mut self, number: u64) -> io::Result<Flow> {
        let line = self.line;
        match self.peek()? {
            Some(b'[') => Ok(self.list("")?.map_continue(|_| ())),
            Some(b'{') => self.object(number),
            _ => {
                let fault = self.value()?;
                // No byte was consumed, so continuing would loop forever.
                if fault == Some(BROKEN) {
                    self.broken("", None);
                    return Ok(STOP);
                }
                Ok(self.hand_on("", Some(number), line, fault))
            }
        }
    }

    /// Passes on the elements of a list; returns how many there are.
    fn list(&mut self, list: &'static str) -> io::Result<Flow<u64>> {
        self.take()?;
        let mut number = 0;
        loop {
            match self.skip_blank()? {
                Some(b']') => {
                    self.take()?;
                    return Ok(Flow::Continue(number));
                }
                Some(b',') if number > 0 => {
                    self.take()?;
                    self.skip_blank()?;
                }
                Some(_) if number == 0 => {}
                _ => {
                    self.broken(list, Some(number));
                    return Ok(Flow::Break(()));
                }
            }
            let line = self.line;
            let fault = self.value()?;
            if fault == Some(BROKEN) {
                self.broken(list, Some(number));
                return Ok(Flow::Break(()));
            }
            if self.hand_on(list, Some(number), line, fault).is_break() {
                return Ok(Flow::Break(()));
            }
            number += 1;
        }
    }

    /// Reads an object: either a page, whose list of records is passed on, or a record, which is
    /// reassembled from its members.
    fn object(&mut self, number: u64) -> io::Result<Flow> {
        let line = self.line;
        self.take()?;
        let mut whole = vec![b'{'];
        let mut in_page: Option<u64> = None;
        let mut fault = None;
        loop {
            match self.member(whole.len() == 1 && in_page.is_none())? {
                Member::Named => {}
                Member::End => break,
                Member::Broken => {
                    self.broken("", None);
                    return Ok(STOP);
                }
            }
            let next = self.skip_blank()?;
            let list = if next == Some(b'[') { list_of(&self.record) } else { None };
            if let Some(list) = list {
                match self.list(list)? {
                    Flow::Break(()) => return Ok(STOP),
                    Flow::Continue(count) => *in_page.get_or_insert(0) += count,
                }
                continue;
            }
            if whole.len() > 1 {
                whole.push(b',');
            }
            whole.append(&mut self.record);
            whole.push(b':');
            match self.value()? {
                Some(BROKEN) => {
                    self.broken("", None);
                    return Ok(STOP);
                }
                other => fault = fault.or(other),
            }
            whole.append(&mut self.record);
            if whole.len() > MAX_RECORD {
                fault = Some(TOO_LARGE);
                whole.truncate(1);
            }
        }
        whole.push(b'}');
        self.record = whole;
        Ok(match in_page {
            Some(_) => self.hand_on(PAGE, in_page, line, fault),
            None => self.hand_on("", (number > 0).then_some(number), line, fault),
        })
    }

    /// Reads the name of the next member of an object into `record`, up to its value.
    fn member(&mut self, is_first: bool) -> io::Result<Member> {
        match self.skip_blank()? {
            Some(b'}') => {
                self.take()?;
                return Ok(Member::End);
            }
            Some(b',') if !is_first => {
                self.take()?;
                self.skip_blank()?;
            }
            Some(b'"') => {}
            _ => return Ok(Member::Broken),
        }
        if self.value()? == Some(BROKEN) || self.skip_blank()? != Some(b':') {
            return Ok(Member::Broken);
        }
        self.take()?;
        Ok(Member::Named)
    }

    /// Reads one value into `record`. Returns `None`, or the fault for which the value must be skipped.
    fn value(&mut self) -> io::Result<Option<&'static str>> {
        self.record.clear();
        let mut state = State::default();
        loop {
            let chunk = self.from.fill_buf()?;
            if chunk.is_empty() {
                return Ok((!state.may_end()).then_some(BROKEN));
            }
            let (used, is_over) = state.read(chunk);
            self.line += memchr::memchr_iter(b'\n', &chunk[..used]).count() as u64;
            if self.record.len() + used <= MAX_RECORD {
                self.record.extend_from_slice(&chunk[..used]);
            } else {
                state.fault = state.fault.or(Some(TOO_LARGE));
            }
            self.from.consume(used);
            if is_over {
                return Ok(if self.record.is_empty() { Some(BROKEN) } else { state.fault });
            }
        }
    }
}

const BROKEN: &str = "broken";

fn list_of(key: &[u8]) -> Option<&'static str> {
    LISTS.iter().zip(["/results", "/hits"]).find(|(name, _)| **name == key).map(|(_, list)| list)
}

/// The state of the scan through a value, which may span several chunks.
#[derive(Debug, Default)]
struct State {
    depth: usize,
    in_text: bool,
    is_escaped: bool,
    has_begun: bool,
    fault: Option<&'static str>,
}

impl State {
    /// Whether the input may end here, which holds only after a bare word or number.
    fn may_end(&self) -> bool {
        self.has_begun && self.depth == 0 && !self.in_text
    }

    /// Returns how much of a chunk belongs to the value, and whether the value ends there.
    fn read(&mut self, chunk: &[u8]) -> (usize, bool) {
        let mut at = 0;
        while at < chunk.len() {
            if self.in_text {
                if !self.read_text(chunk, &mut at) {
                    break;
                }
                if self.depth == 0 {
                    return (at, true);
                }
                continue;
            }
            match chunk[at] {
                b'"' => self.in_text = true,
                b'{' | b'[' => self.deeper(),
                b'}' | b']' if self.depth > 1 => self.depth -= 1,
                b'}' | b']' if self.depth == 1 => return (at + 1, true),
                b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t' | b':' if self.depth == 0 => return (at, true),
                _ => {}
            }
            self.has_begun = true;
            at += 1;
        }
        (at.min(chunk.len()), false)
    }

    fn deeper(&mut self) {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.fault = Some(TOO_DEEP);
        }
    }

    /// Scans to the end of a string; returns whether the end was found.
    fn read_text(&mut self, chunk: &[u8], at: &mut usize) -> bool {
        if std::mem::take(&mut self.is_escaped) {
            *at += 1;
        }
        while let Some(next) = memchr2(b'"', b'\\', &chunk[(*at).min(chunk.len())..]) {
            let found = *at + next;
            *at = found + 1;
            if chunk[found] == b'"' {
                self.in_text = false;
                return true;
            }
            if *at == chunk.len() {
                self.is_escaped = true;
                return false;
            }
            *at += 1;
        }
        *at = chunk.len();
        false
    }
}

#[cfg(test)]
mod tests;

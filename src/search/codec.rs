//! The parts of an index as bytes and back: lists of numbers, each as wide as its largest, and texts. Whatever the bytes
//! are, reading ends in nothing or in lists of the stated length; what may stand in them is for the reader to check.

use std::ops::Range;
use std::sync::Arc;

/// Bytes that are being written.
#[derive(Default)]
pub(super) struct Encoder(Vec<u8>);

impl Encoder {
    /// Adds a list of numbers.
    pub(super) fn numbers(&mut self, numbers: &[u32]) {
        let width = match numbers.iter().max() {
            None | Some(..=0xff) => 1,
            Some(..=0xffff) => 2,
            Some(..=0x00ff_ffff) => 3,
            Some(_) => 4,
        };
        self.0.push(width);
        self.0.extend((numbers.len() as u64).to_le_bytes());
        self.0.extend(numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(usize::from(width))));
    }

    /// Adds a list of numbers of a byte each.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.push(1);
        self.0.extend((bytes.len() as u64).to_le_bytes());
        self.0.extend(bytes);
    }

    /// Adds texts.
    pub(super) fn texts<'t>(&mut self, texts: impl Iterator<Item = &'t str> + Clone) {
        self.numbers(&texts.clone().map(|text| text.len() as u32).collect::<Vec<u32>>());
        texts.for_each(|text| self.0.extend(text.as_bytes()));
    }

    /// What was written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Bytes that are being read.
pub(super) struct Decoder<'b>(&'b [u8]);

impl<'b> Decoder<'b> {
    /// Starts at the first byte.
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// The next list of numbers.
    pub(super) fn numbers(&mut self) -> Option<Vec<u32>> {
        let (bytes, width) = self.list()?;
        Some(Slice { bytes, width, most: u32::MAX }.iter().collect())
    }

    /// The bytes of the next list of numbers, and how many each takes.
    fn list(&mut self) -> Option<(&'b [u8], usize)> {
        let width = usize::from(*self.take(1)?.first()?);
        let count = u64::from_le_bytes(self.take(8)?.try_into().ok()?);
        let bytes = self.take(usize::try_from(count).ok()?.checked_mul(width)?)?;
        (1..=4).contains(&width).then_some((bytes, width))
    }

    /// The next texts, one behind the other, and where each stands.
    pub(super) fn texts(&mut self) -> Option<(&'b str, Vec<Range<usize>>)> {
        let ends = ends(&self.numbers()?)?;
        let text = std::str::from_utf8(self.take(*ends.last()? as usize)?).ok()?;
        let ranges: Vec<Range<usize>> = ends.windows(2).map(|ends| ends[0] as usize..ends[1] as usize).collect();
        ranges.iter().all(|range| text.get(range.clone()).is_some()).then_some((text, ranges))
    }

    /// Nothing if anything is left.
    pub(super) fn finish(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}

/// Bytes that long lists are read from where they lie.
#[derive(Clone, Debug, Default)]
pub(super) struct Held(Arc<Vec<u8>>);

impl Held {
    /// Bytes to keep.
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self(Arc::new(bytes))
    }

    /// All of them.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The next list of numbers, left where it lies and read lazily; every number is at most `most`.
    pub(super) fn list(&self, reader: &mut Decoder<'_>, most: usize) -> Option<Numbers> {
        let (bytes, width) = reader.list()?;
        let end = self.0.len() - reader.0.len();
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        Some(Numbers { held: self.clone(), place: end - bytes.len()..end, width, most })
    }
}

/// A list of numbers where it lies.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    held: Held,
    place: Range<usize>,
    width: usize,
    most: u32,
}

impl Numbers {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all().len()
    }

    /// All of them.
    pub(super) fn all(&self) -> Slice<'_> {
        Slice { bytes: &self.held.0[self.place.clone()], width: self.width, most: self.most }
    }

    /// Those of a range; fewer where it is not one of the list.
    pub(super) fn slice(&self, range: Range<u32>) -> Slice<'_> {
        let all = self.all();
        let end = (range.end as usize).min(all.len());
        let start = (range.start as usize).min(end);
        Slice { bytes: &all.bytes[start * self.width..end * self.width], ..all }
    }

    /// The number at a place; the most there can be where there is none.
    pub(super) fn at(&self, place: usize) -> u32 {
        self.all().at(place)
    }

    /// The numbers as bytes, where each is one.
    pub(super) fn as_bytes(&self) -> Option<&[u8]> {
        (self.width == 1).then(|| self.all().bytes)
    }
}

/// A part of a list of numbers where it lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slice<'n> {
    bytes: &'n [u8],
    width: usize,
    most: u32,
}

impl<'n> Slice<'n> {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.bytes.len() / self.width.max(1)
    }

    /// One after the other.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + use<'n> {
        let most = self.most;
        self.bytes.chunks_exact(self.width.max(1)).map(move |number| read(number).min(most))
    }

    /// The number at a place; the most there can be where there is none.
    pub(super) fn at(&self, place: usize) -> u32 {
        self.bytes
            .get(place * self.width..(place + 1) * self.width)
            .map_or(self.most, |number| read(number).min(self.most))
    }

    /// The numbers below a bound, and the others; they must be in order.
    pub(super) fn split_at_bound(&self, bound: u32) -> (Self, Self) {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.at(middle) < bound { low = middle + 1 } else { high = middle }
        }
        let (below, others) = self.bytes.split_at(low * self.width);
        (Self { bytes: below, ..*self }, Self { bytes: others, ..*self })
    }
}

/// A number of one to four bytes.
fn read(bytes: &[u8]) -> u32 {
    match bytes {
        [a] => u32::from(*a),
        [a, b] => u32::from(u16::from_le_bytes([*a, *b])),
        [a, b, c] => u32::from_le_bytes([*a, *b, *c, 0]),
        [a, b, c, d] => u32::from_le_bytes([*a, *b, *c, *d]),
        _ => 0,
    }
}

/// From the lengths of stretches that lie behind each other to where each starts, and the end of the last.
pub(super) fn ends(lengths: &[u32]) -> Option<Vec<u32>> {
    let mut end = 0u32;
    let mut ends = Vec::with_capacity(lengths.len() + 1);
    ends.push(0);
    for length in lengths {
        end = end.checked_add(*length)?;
        ends.push(end);
    }
    Some(ends)
}

/// The lengths of stretches that start at these places, the last of which is an end.
pub(super) fn lengths(starts: &[u32]) -> Vec<u32> {
    starts.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// Whether every number is below a bound.
pub(super) fn all_below(numbers: &[u32], bound: usize) -> bool {
    numbers.iter().all(|number| (*number as usize) < bound)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(numbers: Vec<u32>, small in proptest::collection::vec(0u32..70_000, 0..9), texts: Vec<String>) {
            let mut writer = Encoder::default();
            writer.numbers(&numbers);
            writer.texts(texts.iter().map(String::as_str));
            writer.numbers(&small);
            let bytes = writer.finish();
            let held = Held::new(bytes.clone());
            let list = held.list(&mut Decoder::new(held.bytes()), usize::MAX).expect("a list");
            prop_assert_eq!(list.all().iter().collect::<Vec<_>>(), numbers.clone());
            prop_assert_eq!((0..list.len()).map(|at| list.at(at)).collect::<Vec<_>>(), numbers.clone());
            let mut reader = Decoder::new(&bytes);
            prop_assert_eq!(reader.numbers(), Some(numbers));
            let (text, ranges) = reader.texts().expect("texts");
            prop_assert_eq!(ranges.into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>(), texts);
            prop_assert_eq!(reader.numbers(), Some(small));
            prop_assert_eq!(reader.finish(), Some(()));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let mut reader = Decoder::new(&bytes);
            while reader.numbers().is_some() || reader.texts().is_some() {}
        }
    }
}

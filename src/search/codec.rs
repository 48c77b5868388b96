//! Codec for the parts of an index: lists of numbers, each stored in as many bytes as its largest number
//! needs, and texts. Reading arbitrary bytes ends in `None` or in lists of the stated length; the caller
//! checks what the numbers may be.
//!
//! Functions that are called for each program of a catalogue are marked `#[inline]`: their callers are in other files,
//! and the release profile does not optimize across the codegen units of a crate.

use std::ops::Range;
use std::sync::Arc;

/// Writes lists into a buffer.
#[derive(Default)]
pub(super) struct Encoder(Vec<u8>);

impl Encoder {
    /// Appends a list of numbers.
    pub(super) fn numbers(&mut self, numbers: &[u32]) {
        let width = match numbers.iter().max() {
            None | Some(..=0xff) => 1,
            Some(..=0xffff) => 2,
            Some(..=0x00ff_ffff) => 3,
            Some(_) => 4,
        };
        self.list(numbers, width);
    }

    /// Appends a list of numbers of one, two or four bytes each, which are read faster than three.
    pub(super) fn fast_numbers(&mut self, numbers: &[u32]) {
        match numbers.iter().max() {
            Some(0x0001_0000..) => self.list(numbers, 4),
            _ => self.numbers(numbers),
        }
    }

    fn list(&mut self, numbers: &[u32], width: u8) {
        self.0.push(width);
        self.0.extend((numbers.len() as u64).to_le_bytes());
        self.0.extend(numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(usize::from(width))));
    }

    /// Appends a list of numbers of one byte each.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.push(1);
        self.0.extend((bytes.len() as u64).to_le_bytes());
        self.0.extend(bytes);
    }

    /// Appends a list of texts.
    pub(super) fn texts<'t>(&mut self, texts: impl Iterator<Item = &'t str> + Clone) {
        self.numbers(&texts.clone().map(|text| text.len() as u32).collect::<Vec<u32>>());
        texts.for_each(|text| self.0.extend(text.as_bytes()));
    }

    /// Returns the encoded bytes.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads lists from a buffer.
pub(super) struct Decoder<'b>(&'b [u8]);

impl<'b> Decoder<'b> {
    /// Returns a decoder at the first byte.
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// Reads the next list of numbers.
    pub(super) fn numbers(&mut self) -> Option<Vec<u32>> {
        let (bytes, width) = self.list()?;
        // One loop for each width avoids a branch for each number.
        Some(match width {
            1 => bytes.iter().map(|byte| u32::from(*byte)).collect(),
            2 => bytes.as_chunks().0.iter().map(|pair| u32::from(u16::from_le_bytes(*pair))).collect(),
            3 => bytes.as_chunks().0.iter().map(|[a, b, c]| u32::from_le_bytes([*a, *b, *c, 0])).collect(),
            _ => bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect(),
        })
    }

    /// Reads the next list of numbers of one byte each.
    pub(super) fn bytes(&mut self) -> Option<&'b [u8]> {
        self.list().filter(|(_, width)| *width == 1).map(|(bytes, _)| bytes)
    }

    /// The bytes of the next list of numbers, and the width of a number in bytes.
    fn list(&mut self) -> Option<(&'b [u8], usize)> {
        let width = usize::from(*self.take(1)?.first()?);
        let count = u64::from_le_bytes(self.take(8)?.try_into().ok()?);
        let bytes = self.take(usize::try_from(count).ok()?.checked_mul(width)?)?;
        (1..=4).contains(&width).then_some((bytes, width))
    }

    /// Reads the next list of texts, as one string and the range of each text in it.
    pub(super) fn texts(&mut self) -> Option<(&'b str, Vec<Range<usize>>)> {
        let ends = ends(&self.numbers()?)?;
        let text = std::str::from_utf8(self.take(*ends.last()? as usize)?).ok()?;
        let ranges: Vec<Range<usize>> = ends.windows(2).map(|ends| ends[0] as usize..ends[1] as usize).collect();
        ranges.iter().all(|range| text.get(range.clone()).is_some()).then_some((text, ranges))
    }

    /// Returns `None` if bytes are left over.
    pub(super) fn finish(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}

/// Shared bytes of a section. Long lists are not copied but read from here.
#[derive(Clone, Debug, Default)]
pub(super) struct Held(Arc<Vec<u8>>);

impl Held {
    /// Takes ownership of the bytes.
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self(Arc::new(bytes))
    }

    /// All the bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Reads the position of the next list of numbers, whose numbers are decoded on access. Numbers above
    /// `most` are read as `most`.
    pub(super) fn list(&self, reader: &mut Decoder<'_>, most: usize) -> Option<Numbers> {
        let (bytes, width) = reader.list()?;
        let end = self.0.len() - reader.0.len();
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        Some(Numbers { held: self.clone(), place: end - bytes.len()..end, width, most })
    }
}

/// A list of numbers that is not part of a section.
pub(super) fn numbers(numbers: &[u32]) -> Numbers {
    let mut encoder = Encoder::default();
    encoder.fast_numbers(numbers);
    let held = Held::new(encoder.finish());
    let list = held.list(&mut Decoder::new(held.bytes()), usize::MAX);
    list.unwrap_or_default()
}

/// A list of numbers within the bytes of a section, decoded on access.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    held: Held,
    place: Range<usize>,
    width: usize,
    most: u32,
}

impl Numbers {
    /// The length of the list.
    pub(super) fn len(&self) -> usize {
        self.all().len()
    }

    /// The whole list.
    #[inline]
    pub(super) fn all(&self) -> Slice<'_> {
        Slice { bytes: &self.held.0[self.place.clone()], width: self.width, most: self.most }
    }

    /// The numbers with these indices; the range is clipped to the list.
    pub(super) fn slice(&self, range: Range<u32>) -> Slice<'_> {
        self.all().within(range)
    }

    /// The number at an index; beyond the end, the greatest possible number.
    #[inline]
    pub(super) fn at(&self, place: usize) -> u32 {
        self.all().at(place)
    }

    /// Whether there are no numbers.
    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The numbers as bytes; `None` unless each number takes one byte.
    pub(super) fn as_bytes(&self) -> Option<&[u8]> {
        (self.width == 1).then(|| self.all().bytes)
    }
}

/// A slice of a list of numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slice<'n> {
    bytes: &'n [u8],
    width: usize,
    most: u32,
}

impl<'n> Slice<'n> {
    /// The length of the slice.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.bytes.len() / self.width.max(1)
    }

    /// The numbers in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + use<'n> {
        let most = self.most;
        self.bytes.chunks_exact(self.width.max(1)).map(move |number| read(number).min(most))
    }

    /// The number at an index; beyond the end, the greatest possible number.
    #[inline]
    pub(super) fn at(&self, place: usize) -> u32 {
        let number = match self.width {
            1 => self.bytes.get(place).map(|byte| u32::from(*byte)),
            2 => number_at::<2>(self.bytes, place),
            3 => number_at::<3>(self.bytes, place),
            _ => number_at::<4>(self.bytes, place),
        };
        number.map_or(self.most, |number| number.min(self.most))
    }

    /// Calls `take` with every number, in order; faster than iterating over them.
    #[inline]
    pub(super) fn each(&self, take: impl FnMut(u32)) {
        // One loop for each width avoids a branch for each number.
        match self.width {
            1 => each::<1>(self.bytes, self.most, take),
            2 => each::<2>(self.bytes, self.most, take),
            3 => each::<3>(self.bytes, self.most, take),
            _ => each::<4>(self.bytes, self.most, take),
        }
    }

    /// The same numbers, with those above `most` read as `most`.
    pub(super) fn clamped(&self, most: usize) -> Self {
        Self { most: u32::try_from(most).unwrap_or(u32::MAX), ..*self }
    }

    /// Calls `take` with the number at each of these indices; indices beyond the end are left out.
    pub(super) fn each_at(&self, places: impl Iterator<Item = usize>, take: impl FnMut(u32)) {
        match self.width {
            1 => each_at::<1>(self.bytes, self.most, places, take),
            2 => each_at::<2>(self.bytes, self.most, places, take),
            3 => each_at::<3>(self.bytes, self.most, places, take),
            _ => each_at::<4>(self.bytes, self.most, places, take),
        }
    }

    /// The range from the number at an index to the next number; empty beyond the end.
    #[inline]
    pub(super) fn range_at(&self, place: usize) -> Range<u32> {
        if place + 1 >= self.len() {
            return 0..0;
        }
        let end = self.at(place + 1);
        self.at(place).min(end)..end
    }

    /// The numbers with these indices; the range is clipped to the slice.
    #[inline]
    pub(super) fn within(&self, range: Range<u32>) -> Self {
        let end = (range.end as usize).min(self.len());
        let start = (range.start as usize).min(end);
        Self { bytes: &self.bytes[start * self.width..end * self.width], ..*self }
    }

    /// Whether a number occurs. The numbers must be sorted.
    pub(super) fn contains(&self, number: u32) -> bool {
        let (_, others) = self.split_at_bound(number);
        others.len() > 0 && others.at(0) == number
    }

    /// Splits the slice into the numbers below a bound and the rest. The numbers must be sorted.
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

fn each<const WIDTH: usize>(bytes: &[u8], most: u32, mut take: impl FnMut(u32)) {
    bytes.as_chunks::<WIDTH>().0.iter().for_each(|number| take(decoded(number).min(most)));
}

fn each_at<const WIDTH: usize>(
    bytes: &[u8],
    most: u32,
    places: impl Iterator<Item = usize>,
    mut take: impl FnMut(u32),
) {
    for number in places.filter_map(|place| number_at::<WIDTH>(bytes, place)) {
        take(number.min(most));
    }
}

#[inline]
fn number_at<const WIDTH: usize>(bytes: &[u8], place: usize) -> Option<u32> {
    bytes.as_chunks::<WIDTH>().0.get(place).map(decoded)
}

#[inline]
fn decoded<const WIDTH: usize>(number: &[u8; WIDTH]) -> u32 {
    let mut four = [0; 4];
    four[..WIDTH].copy_from_slice(number);
    u32::from_le_bytes(four)
}

/// Decodes a number of one to four bytes.
fn read(bytes: &[u8]) -> u32 {
    match bytes {
        [a] => u32::from(*a),
        [a, b] => u32::from(u16::from_le_bytes([*a, *b])),
        [a, b, c] => u32::from_le_bytes([*a, *b, *c, 0]),
        [a, b, c, d] => u32::from_le_bytes([*a, *b, *c, *d]),
        _ => 0,
    }
}

/// Turns the lengths of consecutive ranges into their start offsets, followed by the end of the
/// last; `None` on overflow.
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

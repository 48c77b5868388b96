//! The parts of an index as bytes and back: lists of numbers, each as wide as its largest, and texts. Whatever the bytes
//! are, reading ends in nothing or in lists of the stated length; what may stand in them is for the reader to check.

use std::ops::Range;

/// Bytes that are being written.
#[derive(Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    /// Adds a list of numbers.
    pub(super) fn numbers(&mut self, numbers: &[u32]) {
        let width = match numbers.iter().max() {
            None | Some(..=0xff) => 1,
            Some(..=0xffff) => 2,
            Some(_) => 4,
        };
        self.0.push(width);
        self.0.extend((numbers.len() as u64).to_le_bytes());
        self.0.extend(numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(usize::from(width))));
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
pub(super) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    /// Starts at the first byte.
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// The next list of numbers.
    pub(super) fn numbers(&mut self) -> Option<Vec<u32>> {
        let width = usize::from(*self.take(1)?.first()?);
        let count = u64::from_le_bytes(self.take(8)?.try_into().ok()?);
        let bytes = self.take(usize::try_from(count).ok()?.checked_mul(width)?)?;
        match width {
            1 => Some(bytes.iter().copied().map(u32::from).collect()),
            2 => Some(bytes.as_chunks().0.iter().map(|two| u32::from(u16::from_le_bytes(*two))).collect()),
            4 => Some(bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect()),
            _ => None,
        }
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
            let mut writer = Writer::default();
            writer.numbers(&numbers);
            writer.texts(texts.iter().map(String::as_str));
            writer.numbers(&small);
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.numbers(), Some(numbers));
            let (text, ranges) = reader.texts().expect("texts");
            prop_assert_eq!(ranges.into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>(), texts);
            prop_assert_eq!(reader.numbers(), Some(small));
            prop_assert_eq!(reader.finish(), Some(()));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let mut reader = Reader::new(&bytes);
            while reader.numbers().is_some() || reader.texts().is_some() {}
        }
    }
}

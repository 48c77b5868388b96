//! Many short lists in one buffer: a million of them take two allocations rather than a million.

/// Lists, indexed in the order in which they were added.
#[derive(Debug)]
pub(super) struct Packed<T> {
    all: Vec<T>,
    /// The end of each list in the buffer.
    ends: Vec<u32>,
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self { all: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Packed<T> {
    /// Appends a list.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.all.extend(list);
        self.ends.push(self.all.len() as u32);
    }

    /// The number of lists.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The list at this index.
    pub(super) fn at(&self, number: u32) -> &[T] {
        let start = (number as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[number as usize] as usize]
    }
}

//! A sequence of JSON records that are made as they are written, so that only one is in memory at a time.

use serde::{Serialize, Serializer};

/// Serializes as an array of the iterator's items.
pub(super) struct Records<F>(pub(super) F);

impl<F, I> Serialize for Records<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(records) = self;
        serializer.collect_seq(records())
    }
}

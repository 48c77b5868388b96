//! A sequence of JSON records that are made as they are written, so that only a few are in memory at a time.

use std::sync::mpsc::sync_channel;
use std::thread;

use serde::{Serialize, Serializer};

/// Serializes as an array of the iterator's items.
pub(super) struct Records<F>(pub(super) F);

/// Serializes as the same array, with the records of a long one made on a thread of its own, ahead of those being
/// written.
pub(super) struct Ahead<F> {
    /// Makes the iterator.
    pub(super) records: F,
    /// The number of records.
    pub(super) count: usize,
}

/// From this many records on, a second thread is worth its start.
const LONG: usize = 2048;
/// The number of records handed over at once.
const BATCH: usize = 128;
/// The number of batches that may wait for the writer.
const WAITING: usize = 4;

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

impl<F, I> Serialize for Ahead<F>
where
    F: Fn() -> I + Sync,
    I: Iterator<Item: Serialize + Send>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.count < LONG {
            return serializer.collect_seq((self.records)());
        }
        let (hand_over, made) = sync_channel(WAITING);
        thread::scope(|scope| {
            scope.spawn(move || {
                let mut records = (self.records)();
                loop {
                    let batch: Vec<_> = records.by_ref().take(BATCH).collect();
                    // The writer has ended early if it can no longer be reached.
                    if batch.is_empty() || hand_over.send(batch).is_err() {
                        return;
                    }
                }
            });
            serializer.collect_seq(made.into_iter().flatten())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(count: usize) -> (String, String) {
        let records = || (0..count).map(|number| format!("record {number}"));
        let ahead = serde_json::to_string(&Ahead { records, count }).expect("texts");
        (ahead, serde_json::to_string(&Records(records)).expect("texts"))
    }

    #[test]
    fn records_made_ahead_are_the_same_in_the_same_order() {
        for count in [0, 1, LONG - 1, LONG, LONG + 1, LONG + BATCH * WAITING * 3] {
            let (ahead, one_by_one) = written(count);
            assert_eq!(ahead, one_by_one, "{count}");
        }
    }

    #[test]
    fn a_writer_that_fails_ends_the_other_thread() {
        struct Full(usize);
        impl std::io::Write for Full {
            fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
                self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::StorageFull)?;
                Ok(bytes.len())
            }
            fn flush(&mut self) -> std::io::Result<()> {
                Ok(())
            }
        }
        let records = Ahead { records: || 0..10 * LONG, count: 10 * LONG };
        assert!(serde_json::to_writer(Full(100), &records).is_err());
    }
}

//! A long list of JSON records in a document. Each record is created, rendered and dropped on the same thread; only a
//! few batches of text are in memory at a time.

use std::io::{self, Write};
use std::num::NonZero;
use std::ops::Range;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, Scope};

use serde::{Serialize, Serializer};

use super::json::{json_text, write_at};

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

/// The number of records rendered at once. Starting a thread does not pay off for fewer.
const BATCH: usize = 128;
/// The capacity reserved for a record in bytes, its usual length, so that a batch seldom has to grow.
const USUAL_BYTES: usize = 2 << 10;
/// The maximum number of rendering threads. Beyond this, writing is the bottleneck.
const MAX_WORKERS: usize = 4;
/// The number of finished batches that may wait in each thread's channel.
const WAITING: usize = 2;

/// Writes a document: an object with the keys of `head`, which has at least one, and then `key` with the list of the
/// first `count` records.
pub(super) fn write_list<R: Serialize>(
    out: &mut impl Write,
    head: &impl Serialize,
    key: &str,
    count: usize,
    record: impl Fn(usize) -> R + Sync,
) -> io::Result<()> {
    let head = json_text(head);
    let open = head.strip_suffix("\n}\n").unwrap_or(&head);
    write!(out, "{open},\n  \"{key}\": [")?;
    let batch = |number: usize| number * BATCH..count.min((number + 1) * BATCH);
    in_order(count.div_ceil(BATCH), |number| rendered(batch(number), &record), |text| out.write_all(&text?))?;
    out.write_all(if count == 0 { b"]\n}\n" } else { b"\n  ]\n}\n" })
}

/// Returns the text of a batch of records, which are two levels deep in the document.
fn rendered<R: Serialize>(batch: Range<usize>, record: &impl Fn(usize) -> R) -> io::Result<Vec<u8>> {
    let mut text = Vec::with_capacity(batch.len() * USUAL_BYTES);
    for at in batch {
        text.extend_from_slice(if at == 0 { b"\n    " } else { b",\n    " });
        write_at(2, &mut text, &record(at))?;
    }
    Ok(text)
}

/// Computes values on several threads and consumes them in order.
fn in_order<T: Send>(
    count: usize,
    make: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    if count < 2 {
        return (0..count).try_for_each(|number| take(make(number)));
    }
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_WORKERS);
    thread::scope(|scope| {
        let ahead: Vec<Receiver<T>> =
            (0..workers).map(|first| worker(scope, (first..count).step_by(workers), &make)).collect();
        // A thread that has panicked sends nothing; the scope propagates its panic.
        (0..count).map_while(|number| ahead[number % workers].recv().ok()).try_for_each(&mut take)
    })
}

/// Starts a thread that computes values ahead of the consumer.
fn worker<'s, T: Send + 's>(
    scope: &'s Scope<'s, '_>,
    numbers: impl Iterator<Item = usize> + Send + 's,
    make: &'s (impl Fn(usize) -> T + Sync),
) -> Receiver<T> {
    let (hand_over, ahead) = sync_channel(WAITING);
    // Sending fails if the writer has ended early.
    scope.spawn(move || numbers.map(make).all(|value| hand_over.send(value).is_ok()));
    ahead
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_list_that_is_rendered_in_batches_has_the_bytes_of_one_that_is_made_whole() {
        let record = |at: usize| json!({"number": at, "parts": [at, "é\u{9b}"], "none": {}});
        for count in [0, 1, BATCH - 1, BATCH, BATCH + 1, BATCH * MAX_WORKERS * WAITING * 3 + 7] {
            let mut written = Vec::new();
            write_list(&mut written, &json!({"a": [1], "b": {}}), "all", count, record).expect("memory");
            let whole = json!({"a": [1], "b": {}, "all": (0..count).map(record).collect::<Vec<_>>()});
            assert!(String::from_utf8_lossy(&written) == json_text(&whole), "{count}");
        }
    }

    #[test]
    fn a_writer_that_fails_ends_the_other_threads() {
        struct Full(usize);
        impl Write for Full {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        assert!(write_list(&mut Full(10 * BATCH), &json!({"a": 1}), "all", 100 * BATCH, |at| at).is_err());
    }
}

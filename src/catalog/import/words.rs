//! Texts that occur many times in what is read: notes, dates, places, kinds. Each is stored once and referred to by a
//! number.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use foldhash::fast::RandomState;

/// The number of an interned text, counted from 1, so that an optional one takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word(NonZeroU32);

/// Texts that occur more than once, each stored once.
#[derive(Debug, Default)]
pub(super) struct Interner {
    numbers: HashMap<Arc<str>, Word, RandomState>,
    texts: Vec<Arc<str>>,
}

impl Interner {
    /// The index of a text, which is added if it is new.
    pub(super) fn word(&mut self, text: &str) -> Word {
        if let Some(word) = self.numbers.get(text) {
            return *word;
        }
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        let word = Word(NonZeroU32::new(self.texts.len() as u32).unwrap_or(NonZeroU32::MAX));
        self.numbers.insert(text, word);
        word
    }

    /// The index of a text that has been interned.
    pub(super) fn find(&self, text: &str) -> Option<Word> {
        self.numbers.get(text).copied()
    }

    /// The text with this index.
    pub(super) fn text(&self, word: Word) -> &str {
        &self.texts[word.0.get() as usize - 1]
    }
}

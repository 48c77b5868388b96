//! Records of a JSON document on their way through the threads that read them. What a single record states depends on
//! nothing but itself; what becomes of it depends on those before it and is decided in their order.

use std::ops::Range;

use super::Reading;
use crate::catalog::import::Format;
use crate::catalog::import::cut::{self, Piece};

/// The number of bytes of text in a full batch.
const AT_ONCE: usize = 256 << 10;

/// Pieces of a document, with the text of their own that threads need.
#[derive(Debug, Default)]
pub(super) struct Batch {
    text: Vec<u8>,
    cuts: Vec<Piece<Range<usize>>>,
}

impl Batch {
    /// The batch without its pieces, with room for as many.
    pub(super) fn emptied(mut self) -> Self {
        self.text.clear();
        self.cuts.clear();
        self
    }

    pub(super) fn add(&mut self, piece: Piece<&[u8]>) {
        let start = self.text.len();
        self.text.extend_from_slice(piece.text.unwrap_or_default());
        self.cuts.push(piece.with_text(|_| start..self.text.len()));
    }

    /// Whether it is large enough for a thread.
    pub(super) fn is_full(&self) -> bool {
        self.text.len() >= AT_ONCE || self.cuts.len() >= AT_ONCE / 64
    }

    pub(super) fn pieces(&self) -> impl Iterator<Item = Piece<&[u8]>> {
        self.cuts.iter().map(|cut| cut.clone().with_text(|range| &self.text[range]))
    }

    /// What each piece states, as far as it can be read from the piece alone.
    pub(super) fn read(&self, format: Option<Format>) -> Vec<Option<Reading>> {
        let is_record = |piece: &Piece<&[u8]>| piece.list != cut::PAGE;
        let pieces = self.pieces().map(|piece| Some(piece).filter(is_record));
        pieces.map(|piece| Reading::of_text(piece?.text.ok()?, format)).collect()
    }
}

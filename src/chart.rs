//! Small pictures as text: bars, ranges, rows of columns, stretches of time, points on a plane. A picture is rows of
//! pieces with a tone; which colour a tone has is not known here, nor is any terminal. Every sign takes one column and
//! has a form in ASCII. A picture never says more than the words beside it, and what is unknown is for the words: no
//! picture draws it as nothing or as zero.

mod bars;
mod columns;
mod plane;
mod scale;
mod signs;

pub use bars::{bar, dotted, range, room, stretch};
pub use columns::{axis, columns};
pub use plane::Plane;
pub use scale::Scale;
pub use signs::ascii;

use crate::width;

/// What a piece of a picture stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// What is so.
    Full,
    /// What may be so, or may not.
    Open,
    /// What is left up to the whole.
    Rest,
    /// Something among others.
    Mark,
    /// What is selected or chosen.
    Chosen,
    /// Lines and labels that help reading.
    Guide,
}

/// Text of a picture in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it stands for.
    pub tone: Tone,
    /// The signs, one column each, or a label.
    pub text: String,
}

/// A row of a picture, from left to right.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Row {
    /// Its pieces; neighbours differ in tone.
    pub pieces: Vec<Piece>,
}

impl Row {
    /// Adds text in a tone; nothing adds nothing.
    pub fn push(&mut self, tone: Tone, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.tone == tone => last.text.push_str(text),
            _ => self.pieces.push(Piece { tone, text: text.to_owned() }),
        }
    }

    /// The row with a sign repeated at its end.
    #[must_use]
    fn and(mut self, tone: Tone, sign: &str, times: usize) -> Self {
        self.push(tone, &sign.repeat(times));
        self
    }

    /// How many columns it takes.
    pub fn cols(&self) -> usize {
        self.pieces.iter().map(|piece| width::cols(&piece.text)).sum()
    }

    /// The signs without their tones.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

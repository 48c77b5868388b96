//! Small text graphics: bars, ranges, columns, time spans, and points on a plane.
//!
//! A picture is rows of pieces, each with a tone; it knows neither colours nor a terminal. Every sign is one column
//! wide and has an ASCII form. A picture never says more than the text beside it. Unknown values are left to the text:
//! they are never drawn as blank or as zero.

mod bars;
mod columns;
mod plane;
mod scale;
mod signs;

pub use bars::{bar, blank, dotted, range, room, stretch};
pub use columns::{axis, columns};
pub use plane::Plane;
pub use scale::Scale;
pub use signs::ascii;

use crate::width;

/// The meaning of a piece of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// What is certain.
    Full,
    /// What is possible but not certain.
    Open,
    /// The rest of the scale.
    Rest,
    /// One item among others.
    Mark,
    /// What belongs to the selected item, such as its name.
    Chosen,
    /// The selected item itself, which must be found among others without colour.
    Selected,
    /// Lines and labels that help to read the picture.
    Guide,
}

/// Text of a picture in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The tone.
    pub tone: Tone,
    /// The signs, one column each, or a label.
    pub text: String,
}

/// A row of a picture, from left to right.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ChartRow {
    /// The pieces; adjacent pieces differ in tone.
    pub pieces: Vec<Piece>,
}

impl ChartRow {
    /// Appends text in a tone, joined to the last piece if the tone is the same. An empty text adds no piece.
    pub fn push(&mut self, tone: Tone, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.tone == tone => last.text.push_str(text),
            _ => self.pieces.push(Piece { tone, text: text.to_owned() }),
        }
    }

    /// Returns the row with a sign appended `times` times.
    #[must_use]
    fn and(mut self, tone: Tone, sign: &str, times: usize) -> Self {
        self.push(tone, &sign.repeat(times));
        self
    }

    /// The width of the row, in columns.
    pub fn cols(&self) -> usize {
        self.pieces.iter().map(|piece| width::cols(&piece.text)).sum()
    }

    /// The text of the row without tones.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

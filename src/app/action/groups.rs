//! Actions by what they are about. Most of them mean something only where that has the keyboard.

use super::Toward;
use crate::advise::{Answer, Answers};
use crate::app::personal::Kept;
use crate::catalog::ProgramIx;
use crate::config::KeepAnswers;
use crate::map::Direction;

/// Which way an amount changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// By one step up.
    More,
    /// By one step down.
    Less,
}

/// What is done on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapAction {
    /// Go to the next program in a direction.
    Go(Direction),
    /// Go to the next program in the same place, or to the one before.
    Here(Toward),
    /// Show months or price from left to right.
    Axis,
    /// Draw the programs whose place is estimated as well, or leave them out.
    Estimates,
}

/// What is done while a range is chosen on a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeAction {
    /// Move the end of the range that has the keyboard up, or down.
    Move(Change),
    /// Give the keyboard to the other end of the range.
    OtherEnd,
    /// Keep the range.
    Keep,
    /// Let go of the range.
    Clear,
}

/// What is done in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanAction {
    /// An hour a week more, or less.
    Hours(Change),
    /// Start a week later, which is more, or earlier.
    Start(Change),
}

/// What is done at a question.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionAction {
    /// Answer with the choice of that number, counted from 1.
    Choose(usize),
    /// Mark the choice under the cursor, where several may be chosen.
    Mark,
    /// Make what is marked a limit, or a wish again.
    Limit,
    /// Type an answer, or part of the name of a choice.
    Type,
    /// Take what is chosen as the answer and go on.
    Answer,
    /// Answer the question with this and go on.
    Give(Answer),
    /// Leave the question unanswered and go on.
    Skip,
    /// Take the answer to the question back.
    Forget,
    /// The question before.
    Previous,
}

/// What is done where answers are tried.
#[derive(Clone, Debug, PartialEq)]
pub enum TrialAction {
    /// The next choice of the question under the cursor, or the one before.
    Nudge(Toward),
    /// Try these answers.
    Try(Answers),
    /// Take the tried answers over.
    Keep,
}

/// What is done with the panes of the explorer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaneAction {
    /// Give the keyboard to the next pane.
    Next,
    /// Give the keyboard to the pane before.
    Previous,
    /// Give the whole body to the pane that has the keyboard, or show the others again.
    Zoom,
    /// Make the pane that has the keyboard larger, or smaller.
    Resize(Change),
}

/// What is asked of the answers and of the recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceAction {
    /// All answers on one page.
    Review,
    /// The recommendation.
    Result,
    /// Answer the question that would settle the result.
    Decide,
    /// Forget every answer.
    Clear,
    /// Compare the programs of the recommendation.
    Compare,
    /// Why the program is not recommended, or not first.
    WhyNot,
    /// Find a program by typing, to ask why it is not recommended, or not first.
    AskAbout,
    /// Which limits are active, to lift one or put it back.
    Limits,
    /// Which other answers would change the recommendation, to take one over.
    Changes,
    /// Try other answers without giving up those that were given.
    WhatIf,
}

/// What is done with what is kept for a person.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepAction {
    /// Put the program on the shortlist, or take it off.
    Toggle,
    /// Write a note on the program.
    Note,
    /// Write a note on the person.
    NotePerson,
    /// Show what is kept.
    ShowKept,
    /// Show the profiles, to go to another person.
    ShowProfiles,
    /// Add a profile.
    New,
    /// Copy the profile under the cursor.
    Copy,
    /// Give the profile under the cursor another name.
    Rename,
    /// Take what is written in the line.
    Written,
    /// Go on writing in the person's own editor.
    Edit,
    /// Note this on a program; without one on the person.
    SetNote(Option<ProgramIx>, String),
    /// Write the labels of the kept program under the cursor.
    Label,
    /// Show only the kept programs with the next label; after the last label all of them.
    NextLabel,
    /// Move the kept program under the cursor up.
    Earlier,
    /// Move it down.
    Later,
    /// Work for the person of this id.
    Use(String),
    /// Say whether answers are kept where nobody gave a name.
    Answers(KeepAnswers),
    /// Keep the decision as it stands.
    Record,
    /// Take back the last change of what is kept.
    Undo,
    /// Changes are on the disk, or cannot be.
    Done(Box<Kept>),
}

impl KeepAction {
    /// Whether it is about the cursor of a list, or the line that is written, and so means nothing elsewhere.
    pub fn is_of_its_list(&self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Copy
                | Self::Rename
                | Self::Written
                | Self::Edit
                | Self::Label
                | Self::NextLabel
                | Self::Earlier
                | Self::Later
        )
    }
}

/// To which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the left.
    Left,
    /// To the right.
    Right,
}

/// What is done with the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareAction {
    /// Put the selected program in the comparison, or take it out.
    Toggle,
    /// Open the comparison over the whole screen.
    Open,
    /// Empty the comparison.
    Clear,
    /// Show or hide the rows in which the compared programs are equal.
    Fold,
    /// Give the cursor to the column beside.
    Column(Side),
    /// Take the program under the cursor out.
    TakeOut,
}

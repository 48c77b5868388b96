//! Actions grouped by subject. Most of them have an effect only while that subject has the keyboard focus.

use std::sync::Arc;

use jiff::civil::Date;

use super::Toward;
use crate::advise::{Answer, Answers};
use crate::catalog::{FactKey, ProgramIx};
use crate::config::KeepAnswers;
use crate::guide::GuidePage;
use crate::keep::Outcome;
use crate::keep::notebook::{Act, Notebook};
use crate::map::Direction;
use crate::search::{Facet, Sort};

/// The direction in which an amount changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// One step up.
    More,
    /// One step down.
    Less,
}

/// An action on the filters of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterAction {
    /// Choose the facet value under the cursor, or remove it if it is chosen.
    Toggle,
    /// Choose a value of a facet by name, or remove it if it is chosen.
    Choose(Facet, String),
    /// Remove the active filter; if there are several, ask which.
    Remove,
    /// Reset the filters and clear the query.
    Clear,
    /// Go to the first value of the next or previous facet.
    GoTo(Toward),
}

/// An action on the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderAction {
    /// Show the orders, to choose one.
    Show,
    /// Reverse the order under the cursor.
    Turn,
    /// Sort the list in this order.
    By(Sort),
}

/// An action on the current program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramAction {
    /// Open its web page.
    OpenPage,
    /// Copy its web address.
    CopyAddress,
    /// Show the claims of the fact under the cursor; on other pages, or when asked again, those of every fact.
    Sources,
    /// Show the claims of these facts.
    Claims(&'static [FactKey]),
    /// List the programs similar to it.
    Similar,
}

/// An action on the guide to the kinds of credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideAction {
    /// Show its first page.
    Show,
    /// Show the page to that side.
    Turn(Side),
    /// Show this page.
    Topic(GuidePage),
}

/// An action on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapAction {
    /// Select the next program in a direction.
    Go(Direction),
    /// Select the next or previous program at the same place.
    Here(Toward),
    /// Switch the horizontal axis between months and price.
    Axis,
    /// Show or hide programs whose place is estimated.
    Estimates,
}

/// An action while a range is chosen on a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeAction {
    /// Move the active end of the range up or down.
    Move(Nudge),
    /// Type a digit of the amount of the active end.
    Digit(u8),
    /// Remove the last typed digit; without one, put the range back as it was.
    Erase,
    /// Make the other end of the range active.
    OtherEnd,
    /// Keep the range.
    Keep,
    /// Remove the range.
    Clear,
}

/// An action on a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlanAction {
    /// Change the hours a week by one.
    Hours(Nudge),
    /// Set the hours a week, within [`HOURS_OF_A_WEEK`](crate::plan::HOURS_OF_A_WEEK).
    SetHours(f64),
    /// Start a week later (`More`) or earlier (`Less`).
    Start(Nudge),
    /// Start on this day.
    SetStart(Date),
    /// Ask for the day of the start.
    AskStart,
    /// Be finished by this day, or by the answered one.
    SetDeadline(Option<Date>),
    /// Ask for the day by which the program must be finished.
    AskDeadline,
}

/// An action at a question.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionAction {
    /// Answer with the choice of this number, counted from 1.
    Choose(usize),
    /// Mark the choice under the cursor, if several may be chosen.
    Mark,
    /// Make the marked choices a limit, or a preference again.
    Limit,
    /// Start typing an answer, or a part of the name of a choice.
    Type,
    /// Take what is chosen as the answer and go on.
    Answer,
    /// Answer the question with this and go on.
    Give(Answer),
    /// Go on without changing the answer.
    Skip,
    /// Remove the answer to the question.
    Forget,
    /// Go to the previous question.
    Previous,
}

/// An action while answers are tried.
#[derive(Clone, Debug, PartialEq)]
pub enum TrialAction {
    /// Try the next or previous choice of the question under the cursor.
    Nudge(Toward),
    /// Try these answers.
    Try(Answers),
    /// Adopt the tried answers.
    Keep,
}

/// An action on the panes of the explorer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaneAction {
    /// Give the keyboard focus to the next pane.
    Next,
    /// Give the keyboard focus to the previous pane.
    Previous,
    /// Let the focused pane fill the screen, or show the others again.
    Zoom,
    /// Make the focused pane larger or smaller.
    Resize(Nudge),
}

/// An action on the answers and the recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceAction {
    /// Show all answers on one page.
    Review,
    /// Show the recommendation.
    Result,
    /// Ask the question that would settle the result.
    Decide,
    /// Remove every answer.
    Clear,
    /// Compare the recommended programs.
    Compare,
    /// Show why the program is not recommended, or not first.
    WhyNot,
    /// Find a program by typing, to ask why it is not recommended, or not first.
    AskAbout,
    /// Show the active limits, to lift one or restore it.
    Limits,
    /// Show the answers that would change the recommendation, to adopt one.
    Changes,
    /// Try other answers without giving up the present ones.
    WhatIf,
}

/// The subject of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// A program.
    Program(ProgramIx),
    /// The person.
    Person,
    /// The decision with this id.
    Decision(String),
}

/// The outcome of a change of the kept data: what is on disk now.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Everything that is kept.
    pub notebook: Notebook,
    /// The log of changes of the kept data, the latest first.
    pub acts: Arc<[Act]>,
    /// What became of the request.
    pub outcome: Outcome,
}

/// An action on the user's kept data.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepAction {
    /// Put the program on the shortlist, or take it off.
    Toggle,
    /// Write a note on the program.
    Note,
    /// Write a note on the profile.
    NotePerson,
    /// Show the shortlist.
    ShowKept,
    /// Show the profiles, to switch to another.
    ShowProfiles,
    /// Show the decisions that are kept.
    ShowDecisions,
    /// Show the log of changes of the kept data.
    ShowHistory,
    /// Show the courses of the program, to mark those that are finished.
    ShowCourses,
    /// Delete everything that is kept for the profile under the cursor, after asking.
    Forget,
    /// Add a profile, after asking for its name.
    New,
    /// Add a profile with this name.
    Create(String),
    /// Copy the profile under the cursor.
    Copy,
    /// Rename the profile under the cursor.
    Rename,
    /// Submit the input line.
    Written,
    /// Continue in the user's editor.
    Edit,
    /// Set a note.
    SetNote(Noted, String),
    /// Edit the labels of the kept program under the cursor.
    Label,
    /// Show only the kept programs with the next label; after the last label, show all.
    NextLabel,
    /// Move the kept program under the cursor up.
    Earlier,
    /// Move the kept program under the cursor down.
    Later,
    /// Switch to the profile with this id.
    Use(String),
    /// Set whether answers are kept while no profile is named.
    Answers(KeepAnswers),
    /// Keep the current decision.
    Record,
    /// Compute the decision under the cursor again, and say what differs.
    Replay,
    /// Undo the last change of the kept data.
    Undo,
    /// Changes have been written to disk, or could not be.
    Done(Box<Saved>),
}

impl KeepAction {
    /// Whether the action depends on the cursor of a list or on the input line, and so has no meaning elsewhere.
    pub fn is_of_its_list(&self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Copy
                | Self::Rename
                | Self::Written
                | Self::Edit
                | Self::Label
                | Self::Forget
                | Self::NextLabel
                | Self::Replay
                | Self::Earlier
                | Self::Later
        )
    }
}

/// A side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left.
    Left,
    /// The right.
    Right,
}

/// An action on the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareAction {
    /// Put the selected program in the comparison, or take it out.
    Toggle,
    /// Open the comparison over the whole screen.
    Open,
    /// Empty the comparison.
    Clear,
    /// Show or hide rows without differences.
    Fold,
    /// Move the cursor to the adjacent column.
    Column(Side),
    /// Move the cursor to the column of this program.
    ColumnOf(ProgramIx),
    /// Take the program under the cursor out of the comparison.
    TakeOut,
}

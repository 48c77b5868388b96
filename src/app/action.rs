//! What a person can ask of the program, by name, and what the program asks of the world in return.

mod name;

use super::Pane;
use crate::advise::{Answer, Answers};
use crate::catalog::ProgramIx;
use crate::map::Direction;
use crate::search::{Facet, Found};

/// Where to move in a list or a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// One up.
    Up,
    /// One down.
    Down,
    /// A pane's height up.
    PageUp,
    /// A pane's height down.
    PageDown,
    /// To the start.
    First,
    /// To the end.
    Last,
}

/// How to change the line that is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Put a character in at the cursor.
    Insert(char),
    /// Delete the character before the cursor.
    Backspace,
    /// Delete the character under the cursor.
    Delete,
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// To the start of the line.
    Home,
    /// To the end of the line.
    End,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete everything before the cursor.
    DeleteToStart,
}

/// Something on the screen that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A pane, away from its rows.
    Pane(Pane),
    /// A row of the list of programs.
    Program(usize),
    /// A row of the facets.
    Filter(usize),
    /// An active filter, to remove it.
    Chip(usize),
    /// A row of what lies over the screen, or of the page that fills it.
    Row(usize),
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// Move the selection or the text of what has the keyboard.
    Move(Step),
    /// Give the keyboard to the next pane.
    NextPane,
    /// Give the keyboard to the pane before.
    PreviousPane,
    /// Give the keyboard to a pane.
    Focus(Pane),
    /// Open what is selected.
    Open,
    /// One step back; never out of the program.
    Back,
    /// Start typing a query.
    Search,
    /// Change the line that is being typed.
    Type(Edit),
    /// Put a pasted text in at the cursor.
    Paste(String),
    /// Put the next thing that could stand there in the line, or the one before; with nothing to put, to the next pane.
    Complete(bool),
    /// Stop typing; the query stays.
    EndSearch,
    /// Choose the facet value under the cursor, or let go of it.
    ToggleFilter,
    /// Choose a value of a facet by its name, or let go of it.
    Filter(Facet, String),
    /// Select a program of the list.
    Pick(ProgramIx),
    /// Move the end of the range that has the keyboard up, or down.
    RangeMove(bool),
    /// Give the keyboard to the other end of the range.
    RangeEnd,
    /// Keep the range.
    RangeKeep,
    /// Let go of the range.
    RangeClear,
    /// Remove an active filter, after asking which where there are several.
    RemoveFilter,
    /// Remove every filter and the query.
    ClearFilters,
    /// The next order of the list.
    NextSort,
    /// Put the selected program in the comparison, or take it out.
    ToggleCompare,
    /// Open the comparison over the whole screen.
    OpenCompare,
    /// Empty the comparison.
    ClearCompare,
    /// Show or hide the rows in which the compared programs are equal.
    FoldEqual,
    /// Open the web page of the selected program.
    OpenPage,
    /// Copy the web address of the selected program.
    CopyAddress,
    /// Show the sources of the selected program's facts.
    ShowSources,
    /// Show when one would be done with the program, what it costs and where it leads.
    ShowPlan,
    /// Show the programs of the view as points.
    ShowMap,
    /// On the map, go to the next program in a direction.
    MapGo(Direction),
    /// On the map, go to the next program in the same place, or to the one before.
    MapHere(bool),
    /// On the map, show months or price from left to right.
    MapAxis,
    /// In a plan, an hour a week more, or less.
    PlanHours(bool),
    /// In a plan, start a week later, or earlier.
    PlanStart(bool),
    /// Show every key, those of the place of this name first.
    ShowHelp(&'static str),
    /// Show the kinds of credential side by side.
    ShowGuide,
    /// Show every action, to find one by typing.
    ShowActions,
    /// Start the questionnaire, or return to it.
    Advise,
    /// Leave the questionnaire for the explorer; the answers are kept.
    Explore,
    /// Answer with the choice of that number, counted from 1.
    Choose(usize),
    /// Mark the choice under the cursor, where several may be chosen.
    ToggleChoice,
    /// Make what is marked a limit, or a wish again.
    ToggleLimit,
    /// Type an answer, or part of the name of a choice.
    TypeAnswer,
    /// Take what is chosen as the answer and go on.
    Answer,
    /// Answer the question with this and go on.
    Give(Answer),
    /// Leave the question unanswered and go on.
    Skip,
    /// Take the answer to the question back.
    ForgetAnswer,
    /// The question before.
    PreviousQuestion,
    /// All answers on one page.
    Review,
    /// The recommendation.
    ShowResult,
    /// Answer the question that would settle the result.
    Decide,
    /// Forget every answer.
    ClearAnswers,
    /// Compare the programs of the recommendation.
    CompareResult,
    /// Why the program is not recommended, or not first.
    WhyNot,
    /// Which limits are active, to lift one or put it back.
    ShowLimits,
    /// Which other answers would change the recommendation, to take one over.
    ShowChanges,
    /// Try other answers without giving up those that were given.
    WhatIf,
    /// In what-if, the next choice of the question under the cursor, or the one before.
    Nudge(bool),
    /// In what-if, try these answers.
    Try(Answers),
    /// In what-if, take the tried answers over.
    KeepTrial,
    /// Take back the last change of answers that was taken over from the recommendation.
    UndoChange,
    /// Give the whole body to the pane that has the keyboard, or show the others again.
    Zoom,
    /// Make the pane that has the keyboard larger, or smaller.
    ResizePane(bool),
    /// Select what was pointed at, or open it where it is selected already.
    Point(Spot),
    /// Move what a pane shows down, or up; the keyboard stays where it is.
    Wheel(Pane, bool),
    /// Listen to the mouse, or leave it to the terminal.
    ToggleMouse,
    /// The next of the looks.
    NextLook,
    /// Stop the process until it is called back.
    Suspend,
    /// Leave the program.
    Quit,
    /// Something the terminal did, in words for the person.
    Notice(String),
    /// What was searched for beside the screen.
    Found(Box<Found>),
}

impl Action {
    /// Whether it can be done while the list is still being searched for: to go on typing, and what has nothing to do
    /// with the list. Everything else means the list that is asked for, and waits for it.
    pub fn can_precede_the_list(&self) -> bool {
        matches!(
            self,
            Self::Type(_)
                | Self::Paste(_)
                | Self::Resize(..)
                | Self::Notice(_)
                | Self::Found(_)
                | Self::ToggleMouse
                | Self::NextLook
                | Self::Suspend
                | Self::Quit
        )
    }
}

impl Action {
    /// Whether it is about what has the cursor or the keyboard, and so means nothing from another place.
    pub fn is_of_its_place(&self) -> bool {
        let is_moving = matches!(self, Self::Move(_) | Self::NextPane | Self::PreviousPane | Self::Open | Self::Back);
        let is_typing = matches!(self, Self::Type(_) | Self::Paste(_) | Self::Complete(_) | Self::EndSearch);
        let is_of_panes = matches!(self, Self::Zoom | Self::ResizePane(_) | Self::ToggleFilter | Self::FoldEqual);
        let is_pointing = matches!(self, Self::Point(_) | Self::Wheel(..));
        let is_of_a_range = matches!(self, Self::RangeMove(_) | Self::RangeEnd | Self::RangeKeep | Self::RangeClear);
        let is_of_the_map = matches!(self, Self::MapGo(_) | Self::MapHere(_) | Self::MapAxis);
        let is_of_a_plan = matches!(self, Self::PlanHours(_) | Self::PlanStart(_));
        let is_choosing = matches!(self, Self::Choose(_) | Self::ToggleChoice | Self::ToggleLimit | Self::TypeAnswer);
        let is_answering = matches!(self, Self::Answer | Self::Give(_) | Self::Skip | Self::ForgetAnswer);
        let is_trying = matches!(self, Self::Nudge(_) | Self::Try(_) | Self::KeepTrial);
        let is_going = matches!(self, Self::PreviousQuestion | Self::Explore);
        is_moving
            || is_typing
            || is_of_panes
            || is_pointing
            || is_of_a_range
            || is_of_the_map
            || is_of_a_plan
            || is_choosing
            || is_answering
            || is_trying
            || is_going
    }
}

/// What the program asks of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Open a web address.
    OpenUrl(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Listen to the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Stop the process until it is called back.
    Suspend,
    /// Leave.
    Quit,
}

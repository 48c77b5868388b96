//! What a person can ask of the program, by name, and what the program asks of the world in return.

mod groups;
mod name;

pub use groups::{
    AdviceAction, Change, CompareAction, KeepAction, MapAction, PaneAction, PlanAction, QuestionAction, RangeAction,
    Side, TrialAction,
};

use super::Pane;
use super::personal::Wish;
use crate::catalog::{FactKey, ProgramIx};
use crate::config::KeepAnswers;
use crate::guide::Topic;
use crate::search::{Facet, Quantity, Results, Sort};

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

/// Which of two neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Toward {
    /// The one that follows.
    Next,
    /// The one before.
    Previous,
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
    /// To the start of the word.
    WordLeft,
    /// To the start of the next word.
    WordRight,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete the word after the cursor.
    DeleteNextWord,
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
    /// A column of the histogram of a quantity.
    Column(Quantity, usize),
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
    Complete(Toward),
    /// Stop typing; the query stays.
    EndSearch,
    /// Choose the facet value under the cursor, or let go of it.
    ToggleFilter,
    /// Choose a value of a facet by its name, or let go of it.
    Filter(Facet, String),
    /// Select a program of the list.
    Pick(ProgramIx),
    /// Remove an active filter, after asking which where there are several.
    RemoveFilter,
    /// Remove every filter and the query.
    ClearFilters,
    /// Show the orders of the list, to choose one.
    ShowOrders,
    /// Turn the order under the cursor round.
    TurnOrder,
    /// Put the list in this order.
    Order(Sort),
    /// To the first value of the next facet, or of the one before.
    GoToFacet(Toward),
    /// Open the web page of the selected program.
    OpenPage,
    /// Copy the web address of the selected program.
    CopyAddress,
    /// Show the claims of the fact under the cursor; elsewhere, or asked again, those of every fact.
    ShowSources,
    /// Show the claims of these facts.
    ShowClaims(&'static [FactKey]),
    /// List the programs that are like the current one.
    ShowSimilar,
    /// Show when the person would finish the program, what it costs and where it leads.
    ShowPlan,
    /// Show the programs of the view as points.
    ShowMap,
    /// Show every key, those of the place of this name first.
    ShowHelp(&'static str),
    /// Show the guide to the kinds of credential.
    ShowGuide,
    /// Show the page of the guide on that side.
    TurnGuide(Side),
    /// Show that page of the guide.
    ShowTopic(Topic),
    /// Show every action, to find one by typing.
    ShowActions,
    /// Do something on the map.
    Map(MapAction),
    /// Do something with the range that is being chosen.
    Range(RangeAction),
    /// Do something in the plan.
    Plan(PlanAction),
    /// Do something at a question.
    Question(QuestionAction),
    /// Do something with the answers that are tried.
    Trial(TrialAction),
    /// Do something with the panes of the explorer.
    Panes(PaneAction),
    /// Ask something of the answers or of the recommendation.
    Advice(AdviceAction),
    /// Do something with the comparison.
    Compare(CompareAction),
    /// Do something with what is kept for a person.
    Keep(KeepAction),
    /// Start the questionnaire, or return to it.
    Advise,
    /// Leave the questionnaire for the explorer; the answers are kept.
    Explore,
    /// Take back the last change of answers that was taken over from the recommendation.
    UndoChange,
    /// Select what was pointed at, or open it where it is selected already.
    Point(Spot),
    /// Move what a pane shows on, or back; the keyboard stays where it is.
    Wheel(Pane, Toward),
    /// Listen to the mouse, or leave it to the terminal.
    ToggleMouse,
    /// Ask for the name of a file to hand the present page on in.
    Share,
    /// Give that name the end of the other markup.
    OtherMarkup,
    /// The next of the looks.
    NextLook,
    /// Stop the process until it is called back.
    Suspend,
    /// Leave the program.
    Quit,
    /// Something the terminal did, in words for the person.
    Notice(String),
    /// What was searched for beside the screen.
    Found(Box<Results>),
}

impl Action {
    /// Whether it can be done while the list is still being searched for: to go on typing, and what has nothing to do
    /// with the list. Everything else means the list that is asked for, and waits for it.
    pub fn can_precede_the_list(&self) -> bool {
        matches!(self, Self::Type(_) | Self::Paste(_)) || self.is_of_the_terminal()
    }

    /// Whether it has to do with the terminal or with what the world answered, and with no program.
    pub(super) fn is_of_the_terminal(&self) -> bool {
        matches!(
            self,
            Self::Resize(..)
                | Self::Notice(_)
                | Self::Found(_)
                | Self::Keep(KeepAction::Done(_))
                | Self::ToggleMouse
                | Self::NextLook
                | Self::Suspend
                | Self::Quit
        )
    }

    /// Whether it leads from the explorer to something that is worked out of every program.
    pub(super) fn may_ask_everything(&self) -> bool {
        let is_advice = matches!(self, Self::Advise | Self::Advice(_) | Self::Keep(KeepAction::Record));
        let is_page =
            matches!(self, Self::ShowMap | Self::ShowGuide | Self::ShowSimilar | Self::Compare(CompareAction::Open));
        let is_plan = matches!(self, Self::ShowPlan | Self::Plan(_));
        // What is opened may be a row of the palette, which is any action.
        is_advice || is_page || is_plan || matches!(self, Self::Open | Self::Point(_))
    }

    /// Whether it is about what has the cursor or the keyboard, and so means nothing from another place.
    pub fn is_of_its_place(&self) -> bool {
        let is_moving = matches!(self, Self::Move(_) | Self::Panes(_) | Self::Open | Self::Back | Self::Explore);
        let is_typing = matches!(self, Self::Type(_) | Self::Paste(_) | Self::Complete(_) | Self::EndSearch);
        let is_pointing = matches!(self, Self::Point(_) | Self::Wheel(..));
        let is_of_a_page = matches!(self, Self::Range(_) | Self::Map(_) | Self::Plan(_));
        let is_of_a_page = is_of_a_page || matches!(self, Self::TurnGuide(_) | Self::Share | Self::OtherMarkup);
        let is_of_questions = matches!(self, Self::Question(_) | Self::Trial(_));
        let is_of_rows = matches!(
            self,
            Self::ToggleFilter
                | Self::GoToFacet(_)
                | Self::TurnOrder
                | Self::Compare(CompareAction::Fold | CompareAction::Column(_) | CompareAction::TakeOut)
        );
        let is_of_lists = matches!(self, Self::Keep(action) if action.is_of_its_list());
        is_moving || is_typing || is_pointing || is_of_a_page || is_of_questions || is_of_rows || is_of_lists
    }
}

/// Who has the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseFor {
    /// The explorer listens to it.
    Explorer,
    /// The terminal selects text with it.
    Terminal,
}

/// What the program asks of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Open a web address.
    OpenUrl(String),
    /// Open a search for what has no address on record.
    OpenSearch(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Put changes on the disk, then tell.
    Keep(Wish),
    /// Take back the last change of what is kept.
    UndoKept,
    /// Remember in the configuration whether answers are kept.
    Consent(KeepAnswers),
    /// Let the person change a note, on a program or on the person, in their editor.
    Edit(Option<ProgramIx>, String),
    /// Write a file to hand on, under a name that the person typed.
    Write {
        /// The name, as it was typed.
        name: String,
        /// What goes in.
        text: String,
    },
    /// Listen to the mouse, or leave it to the terminal.
    Mouse(MouseFor),
    /// Stop the process until it is called back.
    Suspend,
    /// Leave.
    Quit,
}

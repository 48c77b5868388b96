//! Actions, which are everything that can be asked of the explorer, by name; and effects, which the state returns for
//! the caller to carry out.

mod groups;
mod name;

pub use groups::{
    AdviceAction, CompareAction, FilterAction, GuideAction, KeepAction, MapAction, Noted, Nudge, OrderAction,
    PaneAction, PlanAction, ProgramAction, QuestionAction, RangeAction, Saved, Side, TrialAction,
};

use super::Pane;
use crate::catalog::ProgramIx;
use crate::keep::StoreRequest;
use crate::search::{Quantity, Results};

/// A movement in a list or a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// One row or line up.
    Up,
    /// One row or line down.
    Down,
    /// The height of the pane up.
    PageUp,
    /// The height of the pane down.
    PageDown,
    /// To the start.
    First,
    /// To the end.
    Last,
    /// To the row at this place, counted from 0.
    To(usize),
}

/// The direction to a neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Toward {
    /// To the next one.
    Next,
    /// To the previous one.
    Previous,
}

/// An edit of the current input line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Inserts a character at the cursor.
    Insert(char),
    /// Deletes the character before the cursor.
    Backspace,
    /// Deletes the character under the cursor.
    Delete,
    /// Moves one character to the left.
    Left,
    /// Moves one character to the right.
    Right,
    /// Moves to the start of the line.
    Home,
    /// Moves to the end of the line.
    End,
    /// Moves to the start of the word.
    WordLeft,
    /// Moves to the start of the next word.
    WordRight,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes the word after the cursor.
    DeleteNextWord,
    /// Deletes everything before the cursor.
    DeleteToStart,
    /// Begins a new line, in a text of several lines.
    NewLine,
    /// Moves to the line above.
    LineUp,
    /// Moves to the line below.
    LineDown,
}

/// A place on the screen that can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A pane, outside its rows.
    Pane(Pane),
    /// A row of the list of programs.
    Program(usize),
    /// A row of the facets.
    Filter(usize),
    /// A column of the histogram of a quantity.
    Column(Quantity, usize),
    /// An active filter, to remove it.
    Chip(usize),
    /// A row of the topmost overlay, or of the page that fills the screen.
    Row(usize),
}

/// Everything that can happen to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The terminal now has this many columns and rows.
    Resize(u16, u16),
    /// Move the cursor or scroll the text that has the keyboard focus.
    Move(Step),
    /// Give the keyboard focus to a pane.
    Focus(Pane),
    /// Open what is under the cursor.
    Open,
    /// Go one step back; this never quits the program.
    Back,
    /// Start typing a query.
    Search,
    /// Edit the current input line.
    Type(Edit),
    /// Insert a pasted text at the cursor.
    Paste(String),
    /// Insert the next or previous completion; if there is none, go to the next or previous pane.
    Complete(Toward),
    /// Stop typing and keep the query.
    EndSearch,
    /// Select a program in the list.
    Pick(ProgramIx),
    /// Show the plan of the current program.
    ShowPlan,
    /// Show the map.
    ShowMap,
    /// Show all keys, those of the context with this title first.
    ShowHelp(&'static str),
    /// Show all actions, to find one by typing.
    ShowActions,
    /// An action on the filters.
    Filters(FilterAction),
    /// An action on the order of the list.
    Order(OrderAction),
    /// An action on the current program.
    Program(ProgramAction),
    /// An action on the guide to the kinds of credential.
    Guide(GuideAction),
    /// An action on the map.
    Map(MapAction),
    /// An action on the range being chosen.
    Range(RangeAction),
    /// An action on the plan.
    Plan(PlanAction),
    /// An action at a question.
    Question(QuestionAction),
    /// An action on the answers being tried.
    Trial(TrialAction),
    /// An action on the panes of the explorer.
    Panes(PaneAction),
    /// An action on the answers or the recommendation.
    Advice(AdviceAction),
    /// An action on the comparison.
    Compare(CompareAction),
    /// An action on the user's kept data.
    Keep(KeepAction),
    /// Start the questionnaire, or return to it.
    Advise,
    /// Leave the questionnaire for the explorer; the answers are kept.
    Explore,
    /// Undo the last change of what the screen shows, or of what is kept.
    UndoChange,
    /// Select what was clicked, or open it if it is already selected.
    Point(Spot),
    /// Scroll a pane; the keyboard focus stays where it is.
    Wheel(Pane, Toward),
    /// Switch mouse reporting on or off.
    ToggleMouse,
    /// Ask for a file name under which to write the current page.
    Share,
    /// Change the extension of that name to the other markup.
    OtherMarkup,
    /// Change to the next look.
    NextLook,
    /// Stop the process until it is continued.
    Suspend,
    /// Quit the program.
    Quit,
    /// A notice from the terminal, in words for the user.
    Notice(String),
    /// The results from the search thread.
    Found(Box<Results>),
}

impl Action {
    /// Whether the action can be applied while a search is running: further typing, and everything unrelated to the
    /// list. All other actions depend on the list that was asked for and wait for it.
    pub fn can_precede_the_list(&self) -> bool {
        matches!(self, Self::Type(_) | Self::Paste(_)) || self.is_of_the_terminal()
    }

    /// Whether the action concerns the terminal or a reply from outside, and no program.
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

    /// Whether the action leads from the explorer to something that is computed from all programs.
    pub(super) fn may_scan_all(&self) -> bool {
        let is_advice =
            matches!(self, Self::Advise | Self::Advice(_) | Self::Keep(KeepAction::Record | KeepAction::Replay));
        let is_page = matches!(
            self,
            Self::ShowMap
                | Self::Guide(GuideAction::Show)
                | Self::Program(ProgramAction::Similar)
                | Self::Compare(CompareAction::Open)
        );
        let is_plan = matches!(self, Self::ShowPlan | Self::Plan(_));
        // Opening a row of the palette can trigger any action.
        is_advice || is_page || is_plan || matches!(self, Self::Open | Self::Point(_))
    }

    /// Whether the action depends on the cursor or the keyboard focus, and so has no meaning from another place.
    pub fn is_of_its_place(&self) -> bool {
        let is_moving = matches!(self, Self::Move(_) | Self::Panes(_) | Self::Open | Self::Back | Self::Explore);
        let is_typing = matches!(self, Self::Type(_) | Self::Paste(_) | Self::Complete(_) | Self::EndSearch);
        let is_pointing = matches!(self, Self::Point(_) | Self::Wheel(..));
        let is_of_a_page = matches!(self, Self::Range(_) | Self::Map(_) | Self::Plan(_));
        let is_of_a_page =
            is_of_a_page || matches!(self, Self::Guide(GuideAction::Turn(_)) | Self::Share | Self::OtherMarkup);
        let is_of_questions = matches!(self, Self::Question(_) | Self::Trial(_));
        let is_of_rows = matches!(
            self,
            Self::Filters(FilterAction::Toggle | FilterAction::GoTo(_))
                | Self::Order(OrderAction::Turn)
                | Self::Compare(
                    CompareAction::Fold
                        | CompareAction::Column(_)
                        | CompareAction::ColumnOf(_)
                        | CompareAction::TakeOut
                )
        );
        let is_of_lists = matches!(self, Self::Keep(action) if action.is_of_its_list());
        is_moving || is_typing || is_pointing || is_of_a_page || is_of_questions || is_of_rows || is_of_lists
    }
}

/// The receiver of mouse events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseFor {
    /// The explorer.
    Explorer,
    /// The terminal, for selecting text.
    Terminal,
}

/// What the state asks the caller to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Open a web address.
    OpenUrl(String),
    /// Open a web search for a program without an address on record.
    OpenSearch(String),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Send a request to the store of kept data, then report.
    Store(StoreRequest),
    /// Open a note in the user's editor.
    Edit(Noted, String),
    /// Write a report under a name that the user typed.
    Write {
        /// The name as typed.
        name: String,
        /// The content of the file.
        text: String,
    },
    /// Switch mouse reporting on or off.
    Mouse(MouseFor),
    /// Stop the process until it is continued.
    Suspend,
    /// Quit.
    Quit,
}

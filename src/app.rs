//! The state of the explorer and its transitions: `update(&mut App, Action) -> Effect`.
//!
//! It does not use a terminal, a clock or files. The same state and action always give the same next state. Drawing
//! reads the state and changes nothing.

mod action;
mod ask_about;
mod availability;
mod chips;
pub mod choices;
mod facets;
mod idle;
mod interview;
mod keymap;
pub mod layout;
pub mod overlay;
pub mod page;
mod palette;
pub mod personal;
mod place;
pub mod prompt;
mod report_file;
mod restore;
pub mod share;
mod subject;
mod text_input;
mod undo;
mod update;
mod world;

use std::sync::Arc;

use jiff::civil::Date;

pub use action::{
    Action, AdviceAction, CompareAction, Edit, Effect, FilterAction, GuideAction, KeepAction, MapAction, MouseFor,
    Noted, Nudge, OrderAction, PaneAction, PlanAction, ProgramAction, QuestionAction, RangeAction, Saved, Side, Spot,
    Step, Toward, TrialAction,
};
pub use ask_about::AskAbout;
pub use availability::why_impossible;
pub use chips::{Chip, ChipTarget};
pub use facets::{Drawer, FilterCursor, FilterRow, MeasurePart, RangeControl, TypedEnd};
pub use idle::is_idle;
pub use interview::{FieldFocus, Interview, Offer, Trial};
pub use keymap::{Bound, Code, Context, Held, HelpSection, Key, Keymap, Spelling};
pub use overlay::{Layer, Overlay, Overlays};
pub use palette::{Palette, PaletteRow};
pub use personal::Personal;
pub use place::{Pane, Screen, ScrollOffsets};
pub use prompt::Prompt;
pub use text_input::TextInput;
pub use undo::{Before, History};
pub use update::{Reach, update};
pub use world::{Shared, World};

use crate::advise::{Asked, Explainer};
use crate::catalog::{Catalog, FactKey, Program, ProgramIx};
use crate::compare::Similar;
use crate::look::LookName;
use crate::map::{Coverage, Map};
use crate::plan::PlanSettings;
use crate::search::{Completions, Results, View};

/// The greatest number of programs in the comparison.
pub const BASKET_SIZE: usize = 4;

/// Which program is selected when the list has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum NextSelected {
    /// The same program, as long as it is in the list.
    #[default]
    Same,
    /// The first hit, because the query or the order has changed.
    Best,
}

/// The line in which the query is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryLine {
    /// Whether it has the keyboard.
    pub is_typing: bool,
    /// The line.
    pub input: TextInput,
    /// The completions at its cursor.
    pub completions: Completions,
}

/// The state of the explorer.
#[derive(Clone, Debug, PartialEq)]
pub struct App {
    /// The data that does not change.
    pub world: Shared,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What fills the screen.
    pub screen: Screen,
    /// The pane of the explorer that has the keyboard focus.
    pub focus: Pane,
    /// The open overlays.
    pub overlays: Overlays,
    /// The line in which the query is typed.
    pub query: QueryLine,
    /// What is wanted of the catalogue.
    pub view: View,
    /// The results of the view, or of an earlier view while a search is running.
    pub found: Results,
    /// The pane of the facets.
    pub drawer: Drawer,
    /// Which program is selected once the list is there.
    pub next_selected: NextSelected,
    /// The selected program; `None` if the list is empty.
    pub selected: Option<ProgramIx>,
    /// The facts in the row under the cursor of a program's page; `None`, for the first row, until the cursor is moved.
    pub fact: Option<&'static [FactKey]>,
    /// The program that was selected before a query was typed; it is selected again if the query is erased.
    pub selected_before: Option<ProgramIx>,
    /// The programs in the comparison.
    pub basket: Vec<ProgramIx>,
    /// The program in the column under the cursor of the comparison; `None`, for the first, until the cursor is moved.
    pub column: Option<ProgramIx>,
    /// Whether rows without differences are hidden.
    pub is_folded: bool,
    /// The scroll offsets.
    pub tops: ScrollOffsets,
    /// What is similar to the program whose facts have the keyboard focus.
    pub similar: Option<(ProgramIx, Vec<Similar>)>,
    /// A notice for the user, shown until the next key.
    pub notice: Option<String>,
    /// How the user has arranged the panes.
    pub arrangement: layout::Arrangement,
    /// The look.
    pub look: LookName,
    /// Whether mouse reporting is on.
    pub has_mouse: bool,
    /// The map, once it has been opened.
    pub map: Option<Arc<Map>>,
    /// Which programs the map draws.
    pub coverage: Coverage,
    /// The settings of plans.
    pub plan: PlanSettings,
    /// The deadline that was typed for plans, or that there is none; `None` while the answered one counts.
    pub typed_deadline: Option<Option<Date>>,
    /// The state of the questionnaire.
    pub interview: Interview,
    /// The changes that can be undone.
    pub history: History,
    /// The user's kept data.
    pub personal: Personal,
}

impl App {
    /// Returns the initial state for a terminal of the given size.
    pub fn new(world: World, size: (u16, u16)) -> Self {
        let mut app = Self::unasked(world, size);
        update::find(&mut app);
        app
    }

    /// The initial state, before the first search.
    fn unasked(world: World, size: (u16, u16)) -> Self {
        let world = Shared::new(world);
        let (interview, plan) = (Interview::new(world.settings.clone()), PlanSettings::new(world.settings.as_of));
        Self {
            world,
            size,
            screen: Screen::Explore,
            focus: Pane::List,
            overlays: Overlays::default(),
            query: QueryLine::default(),
            view: View::default(),
            found: Results::default(),
            drawer: Drawer::default(),
            next_selected: NextSelected::default(),
            selected: None,
            fact: None,
            selected_before: None,
            basket: Vec::new(),
            column: None,
            is_folded: true,
            tops: ScrollOffsets::default(),
            similar: None,
            notice: None,
            arrangement: layout::Arrangement::default(),
            look: LookName::default(),
            has_mouse: false,
            map: None,
            coverage: Coverage::default(),
            plan,
            typed_deadline: None,
            interview,
            history: History::default(),
            personal: Personal::default(),
        }
    }

    /// Returns the catalogue.
    pub fn catalog(&self) -> &Catalog {
        &self.world.catalog
    }

    /// Returns the explainer, which puts a result made from `asked` into words.
    pub fn explainer<'a>(&'a self, asked: &'a Asked) -> Explainer<'a> {
        self.world.adviser().explainer(&self.world.catalog, asked)
    }

    /// Returns the name of the key for an action in the current context, for use in a sentence.
    pub fn key(&self, action: &Action) -> String {
        self.world.keymap.name_of(Context::of(self), action)
    }

    /// Whether the search of the current view is still running; until it ends, the results of
    /// an earlier view are shown.
    pub fn is_searching(&self) -> bool {
        self.found.view != self.view
    }

    /// Whether an action may have to go through the whole catalogue in the current state. In a large catalogue it is
    /// then done on the worker thread.
    pub fn may_outlast_a_frame(&self, action: &Action) -> bool {
        if action.is_of_the_terminal() {
            return false;
        }
        match self.screen {
            Screen::Question | Screen::Review | Screen::Result | Screen::WhatIf | Screen::Map => true,
            Screen::Explore | Screen::Compare => action.may_scan_all(),
        }
    }

    /// Returns the selected program.
    pub fn selected_program(&self) -> Option<&Program> {
        self.selected.map(|ix| self.catalog().program(ix))
    }

    /// Returns the program that keys such as `o` act on: the one shown over the screen, or else the one under the
    /// cursor of the current page or pane. `None` if there is none.
    pub fn current(&self) -> Option<ProgramIx> {
        self.overlays.program().or_else(|| match self.screen {
            Screen::Result => self.interview.selected_program(),
            Screen::Question | Screen::Review | Screen::WhatIf => None,
            Screen::Compare => self.column(),
            Screen::Explore if self.focus == Pane::Compare => self.column(),
            Screen::Explore | Screen::Map => self.selected,
        })
    }

    /// Returns the program in the column under the cursor of the comparison.
    pub fn column(&self) -> Option<ProgramIx> {
        let own = self.column.filter(|own| self.basket.contains(own));
        own.or_else(|| self.basket.first().copied())
    }

    /// Returns the row of the selected program in the list.
    pub fn selected_row(&self) -> Option<usize> {
        self.found.hits.row_of(self.selected?)
    }

    /// Whether the terminal is too small to show anything.
    pub fn is_too_small(&self) -> bool {
        !layout::is_large_enough(self.size.0, self.size.1)
    }
}

//! The state of the explorer and its transitions: `update(&mut App, Action) -> Effect`.
//!
//! It knows no terminal, no clock and no files. The same state and action always give the same next state. Drawing
//! reads the state and changes nothing.

mod action;
mod ask_about;
mod chips;
mod facets;
mod interview;
mod kept;
mod keyboard;
pub mod layout;
pub mod page;
mod palette;
pub mod personal;
mod possible;
mod reach;
mod report_file;
pub mod share;
mod typed;
mod undo;
mod update;

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

pub use action::{
    Action, AdviceAction, Change, CompareAction, Edit, Effect, KeepAction, MapAction, MouseFor, PaneAction, PlanAction,
    QuestionAction, RangeAction, Side, Spot, Step, Toward, TrialAction,
};
pub use ask_about::AskAbout;
pub use chips::{Chip, ChipTarget};
pub use facets::{FilterCursor, FilterRow, MeasurePart, RangeControl};
pub use interview::{FieldFocus, Interview, Offer, Trial};
pub use keyboard::{Bound, Code, Context, Held, Key, Keymap, Spelling};
pub use palette::{Palette, PaletteRow, rows as palette_rows};
pub use personal::Personal;
pub use possible::why_impossible;
pub use reach::Reach;
pub use typed::Typed;
pub use undo::{Before, History};
pub use update::update;

use crate::advise::{Adviser, Asked, Explainer, Questionnaire, Settings};
use crate::catalog::{Catalog, FactKey, Program, ProgramIx};
use crate::compare::Similar;
use crate::guide::{Guide, Topic};
use crate::look::LookName;
use crate::map::{Coverage, Map};
use crate::plan::PlanSettings;
use crate::search::{Completions, Index, Results, View};

/// The greatest number of programs in the comparison.
pub const BASKET_SIZE: usize = 4;

/// The data that does not change while the explorer runs.
#[derive(Debug)]
pub struct World {
    /// The catalogue.
    pub catalog: Catalog,
    /// The search index of the catalogue.
    pub index: Arc<Index>,
    adviser: OnceLock<Adviser>,
    /// The adviser's default settings.
    pub settings: Settings,
    /// The guide to the kinds of credential.
    pub guide: Guide,
    /// The language of the user's system, as the catalogue names it; `None` if it is not known.
    pub language: Option<String>,
    /// Whether only ASCII characters are drawn. Pages are laid out with them, because some forms are longer.
    pub is_ascii: bool,
    /// Whether the user has configured a look.
    pub has_own_look: bool,
    /// The key bindings of every context.
    pub keymap: Keymap,
    /// Whether views are searched on a separate thread, with the results arriving later as an action. Otherwise
    /// they are searched at once.
    pub searches_beside: bool,
}

impl World {
    /// Returns the world of a catalogue on a date.
    pub fn new(catalog: Catalog, as_of: Date, language: Option<String>, keymap: Keymap) -> Self {
        let index = Arc::new(Index::new(&catalog));
        let (settings, guide) = (Settings::new(as_of), Guide::embedded());
        Self {
            catalog,
            index,
            adviser: OnceLock::new(),
            settings,
            guide,
            language,
            is_ascii: false,
            has_own_look: false,
            keymap,
            searches_beside: false,
        }
    }

    /// Whether the adviser has been created.
    pub fn has_adviser(&self) -> bool {
        self.adviser.get().is_some()
    }

    /// Returns the adviser. It is created on first use, because most sessions start by exploring.
    ///
    /// # Panics
    /// If the built-in questionnaire is invalid, which a test rules out.
    pub fn adviser(&self) -> &Adviser {
        self.adviser.get_or_init(|| {
            let questionnaire = Questionnaire::embedded().expect("a test reads the shipped questionnaire");
            Adviser::searching(&self.catalog, questionnaire, Arc::clone(&self.index))
        })
    }
}

/// The keys that work in one context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpSection {
    /// The title of the context.
    pub title: &'static str,
    /// The names of the keys, with what they do.
    pub keys: Vec<(String, &'static str)>,
}

/// A shared reference to the world. Two are equal only if they refer to the same world.
#[derive(Clone, Debug)]
pub struct Shared(Arc<World>);

impl Deref for Shared {
    type Target = World;

    fn deref(&self) -> &World {
        &self.0
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What fills the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Facets, list, facts and comparison.
    Explore,
    /// The comparison alone.
    Compare,
    /// A question of the adviser.
    Question,
    /// All answers.
    Review,
    /// The recommendation.
    Result,
    /// Other answers, to try their effect on the recommendation.
    WhatIf,
    /// The map: the programs of the view as points.
    Map,
}

/// A part of the explorer that can have the keyboard focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The facets.
    Filters,
    /// The list of programs.
    List,
    /// The facts of the selected program.
    Detail,
    /// The comparison.
    Compare,
}

/// A page or list that covers the screen until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overlay {
    /// All keys.
    Help,
    /// The claims about the current program: about some of its facts, or all.
    Sources,
    /// The guide to the kinds of credential.
    Guide,
    /// The active filters, to remove one.
    RemoveFilter,
    /// The orders of the list, to choose one.
    Orders,
    /// The facts of a program.
    Program,
    /// The programs similar to a given one.
    Similar,
    /// The plan of a program: finish date, cost, and where it leads.
    Plan,
    /// Why a program is not recommended, or not first.
    WhyNot,
    /// Programs to ask about, to choose one.
    AskAbout,
    /// The active limits, to lift one or restore it.
    Limits,
    /// The answers that would change the recommendation.
    Changes,
    /// A notice that is too long for one line.
    Notice,
    /// All actions, to find one by typing.
    Palette,
    /// The shortlist.
    Kept,
    /// The decisions that are kept.
    Decisions,
    /// One of them.
    Decision,
    /// What was done to what is kept.
    History,
    /// The courses of a program, to mark those that are finished.
    Courses,
    /// The profiles.
    Profiles,
    /// An input line.
    Prompt,
}

impl Overlay {
    /// Whether the cursor selects a row of it; otherwise it is a text.
    pub fn is_picker(self) -> bool {
        matches!(
            self,
            Self::RemoveFilter
                | Self::AskAbout
                | Self::Orders
                | Self::Limits
                | Self::Changes
                | Self::Palette
                | Self::Kept
                | Self::Decisions
                | Self::Courses
                | Self::Profiles
                | Self::Similar
        )
    }
}

/// The scroll offsets: the first row or line that each part shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tops {
    /// The offset of the facets.
    pub filters: usize,
    /// The offset of the list of programs.
    pub list: usize,
    /// The offset of the facts.
    pub detail: usize,
    /// The offset of the comparison.
    pub compare: usize,
    /// The offset of the topmost overlay.
    pub overlay: usize,
    /// The offset of a page that fills the screen.
    pub page: usize,
}

/// Which program is selected when the list has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Next {
    /// The same program, as long as it is in the list.
    #[default]
    Same,
    /// The first hit, because the query or the order has changed.
    Best,
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
    /// The open overlays; the topmost is last.
    pub overlays: Vec<Overlay>,
    /// Whether a query is being typed.
    pub is_typing: bool,
    /// The input line of the query.
    pub input: Typed,
    /// The completions at the cursor of that line.
    pub completions: Completions,
    /// What is wanted of the catalogue.
    pub view: View,
    /// The results of the view, or of an earlier view while a search is running.
    pub found: Results,
    filter_rows: facets::Rows,
    /// The range being chosen on a histogram; `None` if there is none.
    pub range: Option<RangeControl>,
    /// The input line that narrows the values of all facets.
    pub narrowing: Typed,
    /// The position of the cursor in the facet pane; `None` for the first row that it can stop on. If its row is gone,
    /// the cursor is on that row too.
    pub filter_cursor: Option<FilterCursor>,
    /// The facets that show all their values.
    pub unfolded: Vec<crate::search::Facet>,
    /// Which program is selected once the list is there.
    pub next_selected: Next,
    /// The selected program; `None` if the list is empty.
    pub selected: Option<ProgramIx>,
    /// The facts in the row under the cursor of a program's page; `None`, for the first row, until the cursor is moved.
    pub fact: Option<&'static [FactKey]>,
    /// The facts whose claims are shown; `None` for all facts.
    pub claims_of: Option<&'static [FactKey]>,
    /// The similar programs listed last.
    pub similar: Vec<Similar>,
    /// The program that these are similar to.
    pub similar_to: Option<ProgramIx>,
    /// The program shown over the screen, if it is not the selected one.
    pub looked_at: Option<ProgramIx>,
    /// The program that was selected before a query was typed; it is selected again if the query is erased.
    pub selected_before: Option<ProgramIx>,
    /// The index of the route whose steps are shown in a plan; `None` if the steps of all are folded.
    pub route: Option<usize>,
    /// The programs in the comparison.
    pub basket: Vec<ProgramIx>,
    /// The program in the column under the cursor of the comparison; `None`, for the first, until the cursor is moved.
    pub column: Option<ProgramIx>,
    /// Whether rows without differences are hidden.
    pub is_folded: bool,
    /// The scroll offsets.
    pub tops: Tops,
    /// The cursor of the topmost overlay, if it is a list.
    pub overlay_cursor: usize,
    /// The title of the context whose keys the help shows first.
    pub help_place: &'static str,
    /// The list of all actions, while it is open.
    pub palette: Palette,
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
    /// The page of the guide that is shown.
    pub guide_topic: Topic,
    /// Which programs the map draws.
    pub coverage: Coverage,
    /// The settings of plans.
    pub plan: PlanSettings,
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
        let world = Shared(Arc::new(world));
        let interview = Interview::new(world.settings.clone());
        let plan = PlanSettings::new(world.settings.as_of);
        Self {
            world,
            size,
            screen: Screen::Explore,
            focus: Pane::List,
            overlays: Vec::new(),
            is_typing: false,
            input: Typed::default(),
            completions: Completions::default(),
            view: View::default(),
            found: Results::default(),
            filter_rows: facets::Rows::default(),
            range: None,
            narrowing: Typed::default(),
            filter_cursor: None,
            unfolded: Vec::new(),
            next_selected: Next::default(),
            selected: None,
            fact: None,
            claims_of: None,
            similar: Vec::new(),
            similar_to: None,
            looked_at: None,
            selected_before: None,
            route: None,
            basket: Vec::new(),
            column: None,
            is_folded: true,
            tops: Tops::default(),
            overlay_cursor: 0,
            help_place: "",
            palette: Palette::default(),
            notice: None,
            arrangement: layout::Arrangement::default(),
            look: LookName::default(),
            has_mouse: false,
            map: None,
            coverage: Coverage::default(),
            guide_topic: Topic::default(),
            plan,
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
            Screen::Explore | Screen::Compare => action.may_ask_everything(),
        }
    }

    /// Returns the selected program.
    pub fn selected_program(&self) -> Option<&Program> {
        self.selected.map(|ix| self.catalog().program(ix))
    }

    /// Returns the program that keys such as `o` act on: the one shown over the screen, or else the one under the
    /// cursor of the current page or pane. `None` if there is none.
    pub fn current(&self) -> Option<ProgramIx> {
        if self.looked_at.is_some() {
            return self.looked_at;
        }
        match self.screen {
            Screen::Result => self.interview.selected_program(),
            Screen::Question | Screen::Review | Screen::WhatIf => None,
            Screen::Compare => self.column(),
            Screen::Explore if self.focus == Pane::Compare => self.column(),
            Screen::Explore | Screen::Map => self.selected,
        }
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

//! The whole state of the explorer and what changes it: `update(&mut App, Action) -> Effect`. It knows no terminal, no
//! clock and no files; the same state and the same action always give the same state. Drawing reads it and changes
//! nothing.

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
pub use keyboard::{Bound, Code, Context, Held, Key, Keymap};
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

/// How many programs can be compared at once.
pub const BASKET_SIZE: usize = 4;

/// What does not change while the explorer runs.
#[derive(Debug)]
pub struct World {
    /// The programs.
    pub catalog: Catalog,
    /// What they are searched by.
    pub index: Arc<Index>,
    adviser: OnceLock<Adviser>,
    /// How the adviser is set up.
    pub settings: Settings,
    /// The kinds side by side.
    pub guide: Guide,
    /// The language that the person's system speaks, in the catalogue's name for it, if it is known.
    pub language: Option<String>,
    /// Whether the person has a look of their own.
    pub has_own_look: bool,
    /// Every key with what it does, by where it works.
    pub keymap: Keymap,
    /// Whether views are searched for beside the screen, and what is found is told later; else at once.
    pub searches_beside: bool,
}

impl World {
    /// The world of a catalogue on a day.
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
            has_own_look: false,
            keymap,
            searches_beside: false,
        }
    }

    /// Whether what recommends programs is made already.
    pub fn has_adviser(&self) -> bool {
        self.adviser.get().is_some()
    }

    /// What recommends programs; made when it is first asked, because most sessions start with a look around.
    ///
    /// # Panics
    /// If the shipped questionnaire breaks its own rules, which a test rules out.
    pub fn adviser(&self) -> &Adviser {
        self.adviser.get_or_init(|| {
            let questionnaire = Questionnaire::embedded().expect("a test reads the shipped questionnaire");
            Adviser::searching(&self.catalog, questionnaire, Arc::clone(&self.index))
        })
    }
}

/// The keys that work in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpSection {
    /// Where they work.
    pub title: &'static str,
    /// The names of the keys and what they do.
    pub keys: Vec<(String, &'static str)>,
}

/// The world as the state holds it: shared, and equal only to itself.
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
    /// Facets, list, detail and comparison.
    Explore,
    /// The comparison alone.
    Compare,
    /// One question.
    Question,
    /// All answers.
    Review,
    /// The recommendation.
    Result,
    /// The recommendation under other answers, to try them.
    WhatIf,
    /// The programs of the view as points.
    Map,
}

/// A part of the explorer that can have the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The facets.
    Filters,
    /// The programs.
    List,
    /// The facts of the selected program.
    Detail,
    /// The basket side by side.
    Compare,
}

/// What lies over the screen until Esc takes it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overlay {
    /// Every key.
    Help,
    /// The claims about the current program, of some facts or of all.
    Sources,
    /// The kinds side by side.
    Guide,
    /// Which filter to remove.
    RemoveFilter,
    /// In which order the list stands.
    Orders,
    /// The facts of a program, over the screen.
    Program,
    /// The programs that are like one.
    Similar,
    /// When the person would finish a program, what it costs and where it leads.
    Plan,
    /// Why a program is not recommended, or not first.
    WhyNot,
    /// Which program to ask about.
    AskAbout,
    /// Which limits are active.
    Limits,
    /// Which other answers would change the recommendation.
    Changes,
    /// Something to tell that is too long for a line.
    Notice,
    /// Every action, to find one by typing.
    Palette,
    /// What is kept for the person.
    Kept,
    /// The profiles.
    Profiles,
    /// A line that is being written.
    Prompt,
}

impl Overlay {
    /// Whether a row of it is chosen with the cursor; otherwise it is a text.
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
                | Self::Profiles
                | Self::Similar
        )
    }
}

/// The first row or line that each part shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tops {
    /// Of the facets.
    pub filters: usize,
    /// Of the programs.
    pub list: usize,
    /// Of the facts.
    pub detail: usize,
    /// Of the comparison.
    pub compare: usize,
    /// Of the uppermost overlay.
    pub overlay: usize,
    /// Of a page that fills the screen: review or result.
    pub page: usize,
}

/// What is selected when the list has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Next {
    /// The same program, as long as it is shown.
    #[default]
    Same,
    /// The best hit, because something was typed.
    Best,
}

/// The state of the explorer.
#[derive(Clone, Debug, PartialEq)]
pub struct App {
    /// What does not change.
    pub world: Shared,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What fills the screen.
    pub screen: Screen,
    /// Which pane of the explorer has the keyboard.
    pub focus: Pane,
    /// What lies over the screen, the uppermost last.
    pub overlays: Vec<Overlay>,
    /// Whether a query is being typed.
    pub is_typing: bool,
    /// The line that is being typed.
    pub input: Typed,
    /// What could end what is being typed.
    pub completions: Completions,
    /// What is wanted of the catalogue.
    pub view: View,
    /// Everything that follows from the view.
    pub found: Results,
    /// The facets under the view, row by row.
    pub filter_rows: Vec<FilterRow>,
    /// The range that is being chosen on a histogram.
    pub range: Option<RangeControl>,
    /// What is typed to narrow the values of all facets.
    pub narrowing: Typed,
    /// Where the cursor of the facets is.
    pub filter_cursor: Option<FilterCursor>,
    /// The facets that show all their values.
    pub unfolded: Vec<crate::search::Facet>,
    /// What is selected as soon as the list is there.
    pub next_selected: Next,
    /// The program under the cursor.
    pub selected: Option<ProgramIx>,
    /// The facts under the cursor of a program's page, which stand in one row; the first row until it was moved.
    pub fact: Option<&'static [FactKey]>,
    /// The facts whose claims are shown; none for those of every fact.
    pub claims_of: Option<&'static [FactKey]>,
    /// The programs that are like one, as they were listed last.
    pub similar: Vec<Similar>,
    /// The program that they are like.
    pub similar_to: Option<ProgramIx>,
    /// The program that is looked at over the screen, where that is another than the selected one.
    pub looked_at: Option<ProgramIx>,
    /// The program that was under it when a search began to be typed, until another one is chosen.
    pub selected_before: Option<ProgramIx>,
    /// The programs that are being compared.
    pub basket: Vec<ProgramIx>,
    /// The program of the column under the cursor of the comparison; the first one until it was moved.
    pub column: Option<ProgramIx>,
    /// Whether the rows in which they are equal are hidden.
    pub is_folded: bool,
    /// What each part shows first.
    pub tops: Tops,
    /// The place of the cursor in the uppermost overlay, where it has one.
    pub overlay_cursor: usize,
    /// The place whose keys the help shows first.
    pub help_place: &'static str,
    /// Every action, while they are shown.
    pub palette: Palette,
    /// Something to tell the person, until the next key.
    pub notice: Option<String>,
    /// How the panes have been arranged.
    pub arrangement: layout::Arrangement,
    /// How it looks.
    pub look: LookName,
    /// Whether the mouse is listened to.
    pub has_mouse: bool,
    /// The programs as points, once the map was asked for.
    pub map: Option<Arc<Map>>,
    /// The page of the guide that is shown.
    pub guide_topic: Topic,
    /// Which programs the map draws.
    pub coverage: Coverage,
    /// What plans are made with.
    pub plan: PlanSettings,
    /// The questionnaire.
    pub interview: Interview,
    /// The changes that can be taken back.
    pub history: History,
    /// What is kept for the person.
    pub personal: Personal,
}

impl App {
    /// The explorer as it starts, for a terminal of the given size.
    pub fn new(world: World, size: (u16, u16)) -> Self {
        let mut app = Self::unasked(world, size);
        update::find(&mut app);
        app
    }

    /// The explorer before anything was looked up in the catalogue.
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
            filter_rows: Vec::new(),
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

    /// The catalogue.
    pub fn catalog(&self) -> &Catalog {
        &self.world.catalog
    }

    /// Who puts a result into words that was made from `asked`.
    pub fn explainer<'a>(&'a self, asked: &'a Asked) -> Explainer<'a> {
        self.world.adviser().explainer(&self.world.catalog, asked)
    }

    /// The name of the key that does something here, for a sentence.
    pub fn key(&self, action: &Action) -> String {
        self.world.keymap.name_of(Context::of(self), action)
    }

    /// Whether the list that is asked for is still being searched for; what is shown was asked for before.
    pub fn is_searching(&self) -> bool {
        self.found.view != self.view
    }

    /// Whether an action may cost as much here as going through the whole catalogue. In a large one it is then done
    /// beside the screen.
    pub fn may_outlast_a_frame(&self, action: &Action) -> bool {
        if action.is_of_the_terminal() {
            return false;
        }
        match self.screen {
            Screen::Question | Screen::Review | Screen::Result | Screen::WhatIf | Screen::Map => true,
            Screen::Explore | Screen::Compare => action.may_ask_everything(),
        }
    }

    /// The selected program.
    pub fn selected_program(&self) -> Option<&Program> {
        self.selected.map(|ix| self.catalog().program(ix))
    }

    /// The program that keys such as `o` act on: the one that is looked at, or else the selected one, or the one under the
    /// cursor of the result.
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

    /// The program of the column under the cursor of the comparison.
    pub fn column(&self) -> Option<ProgramIx> {
        let own = self.column.filter(|own| self.basket.contains(own));
        own.or_else(|| self.basket.first().copied())
    }

    /// The place of the selected program among the hits.
    pub fn selected_row(&self) -> Option<usize> {
        self.found.hits.row_of(self.selected?)
    }

    /// Whether the terminal is too small to show anything.
    pub fn is_too_small(&self) -> bool {
        !layout::is_large_enough(self.size.0, self.size.1)
    }
}

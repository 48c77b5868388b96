//! The data that does not change while the explorer runs: catalogue, index, adviser, guide and keys.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::Keymap;
use crate::advise::{Adviser, Questionnaire, Settings};
use crate::catalog::Catalog;
use crate::guide::Guide;
use crate::search::Index;

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

/// A shared reference to the world. Two are equal only if they refer to the same world.
#[derive(Clone, Debug)]
pub struct Shared(Arc<World>);

impl Shared {
    pub(super) fn new(world: World) -> Self {
        Self(Arc::new(world))
    }
}

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

//! The shipped catalogue with its adviser, as used by all tests of this folder.

use prospectus::advise::{Advice, Adviser, Answers, Questionnaire, Settings};
use prospectus::catalog::Catalog;
use prospectus::guide::Guide;
use prospectus::page::{self, Advised, Depth, print::markdown};

use crate::told::{Told, told};

pub(crate) struct Desk {
    pub(crate) catalog: Catalog,
    pub(crate) adviser: Adviser,
    pub(crate) settings: Settings,
}

impl Desk {
    pub(crate) fn open() -> Self {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let adviser = Adviser::new(&catalog, Questionnaire::embedded().expect("the shipped questionnaire"));
        Self { catalog, adviser, settings: Settings::new(jiff::civil::date(2026, 11, 23)) }
    }

    pub(crate) fn answers(&self, json: &str) -> Answers {
        self.adviser.parse_answers(json).unwrap_or_else(|error| panic!("{json}: {error}"))
    }

    pub(crate) fn advise(&self, json: &str) -> Advice {
        self.adviser.advise(&self.catalog, &self.answers(json), &self.settings)
    }

    pub(crate) fn text(&self, advice: &Advice) -> String {
        let advised =
            Advised { catalog: &self.catalog, adviser: &self.adviser, guide: &Guide::embedded(), advice, kept: &[] };
        markdown(&page::result(advised, 0, Depth::Short))
    }

    pub(crate) fn told(&self, advice: &Advice) -> Told {
        told(&self.adviser, &self.catalog, advice)
    }

    pub(crate) fn shown(&self, advice: &Advice) -> Vec<String> {
        advice.programs.iter().map(|one| self.catalog.program(one.program).id.to_string()).collect()
    }
}

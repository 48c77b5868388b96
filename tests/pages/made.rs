//! The pages that the tests use, made from the shipped catalogue.

use std::sync::LazyLock;

use jiff::civil::date;
use prospectus::advise::{Advice, Adviser, Questionnaire, Settings};
use prospectus::catalog::{Catalog, ProgramIx};
use prospectus::guide::{Guide, measure};
use prospectus::page::{self, Advised, Depth, Page, Rows, Steps};
use prospectus::plan::{PlanSettings, WeeklyHours};

/// Programs of every kind and status: with many or few facts known, with routes, older, in Spanish,
/// with few and many courses.
pub(crate) const PROGRAMS: [&str; 12] = [
    "mitx-supply-chain-management",
    "harvardx-data-science",
    "ibm-data-science",
    "gtx-analytics-essential-tools-and-methods",
    "uqx-business-leadership",
    "mitx-statistics-and-data-science-general-track",
    "mitx-18-01x-single-variable-calculus",
    "iux-accounting",
    "doanex-business-and-professional-communication-for-success",
    "upvalenciax-excel-para-los-negocios",
    "gtx-masters-degree-in-cybersecurity",
    "ritx-cybersecurity",
];

pub(crate) struct Core {
    pub(crate) catalog: Catalog,
    pub(crate) adviser: Adviser,
    pub(crate) guide: Guide,
}

/// The shipped catalogue with its adviser.
pub(crate) static CORE: LazyLock<Core> = LazyLock::new(|| {
    let catalog = Catalog::embedded().unwrap();
    let adviser = Adviser::new(&catalog, Questionnaire::embedded().unwrap());
    Core { catalog, adviser, guide: Guide::embedded() }
});

impl Core {
    pub(crate) fn find(&self, id: &str) -> ProgramIx {
        self.catalog.find(id).unwrap_or_else(|| panic!("no program `{id}`"))
    }

    pub(crate) fn advise(&self, answers: &str) -> Advice {
        let answers = self.adviser.parse_answers(answers).unwrap();
        self.adviser.advise(&self.catalog, &answers, &Settings::new(date(2026, 11, 23)))
    }

    pub(crate) fn result(&self, answers: &str, depth: Depth) -> Page {
        self.result_at(answers, 0, depth)
    }

    /// The result with the reasons of the program at an index.
    pub(crate) fn result_at(&self, answers: &str, selected: usize, depth: Depth) -> Page {
        let Self { catalog, adviser, guide } = self;
        page::result(Advised { catalog, adviser, guide, advice: &self.advise(answers), kept: &[] }, selected, depth)
    }

    pub(crate) fn why_not(&self, answers: &str, id: &str) -> Page {
        let answers = self.adviser.parse_answers(answers).unwrap();
        let settings = Settings::new(date(2026, 11, 23));
        let why = self.adviser.why_not(&self.catalog, &answers, &settings, id);
        page::why_not(&self.adviser.explainer(&self.catalog, &why.asked), &why)
    }

    pub(crate) fn what_if(&self, answers: &str, setting: &str) -> Page {
        let answers = self.adviser.parse_answers(answers).unwrap();
        let settings = Settings::new(date(2026, 11, 23));
        let changed = self.adviser.with_setting(&answers, setting, settings.as_of).unwrap();
        page::what_if(&self.adviser, &self.catalog, &self.adviser.what_if(&self.catalog, &answers, &settings, &changed))
    }

    pub(crate) fn plan(&self, id: &str) -> Page {
        page::plan(&self.catalog, &prospectus::plan::plan(&self.catalog, self.find(id), &settings()), Steps::Every)
    }

    pub(crate) fn program(&self, id: &str) -> Page {
        page::program(&self.catalog, self.find(id), &settings(), "")
    }

    pub(crate) fn sources(&self, id: &str) -> Page {
        page::sources(&self.catalog, self.find(id), None)
    }

    pub(crate) fn comparison(&self, ids: &[&str], rows: Rows) -> Page {
        let programs: Vec<ProgramIx> = ids.iter().map(|id| self.find(id)).collect();
        page::comparison(&self.catalog, &programs, &settings(), rows)
    }

    pub(crate) fn guide(&self) -> Page {
        page::guide(&self.catalog, &self.guide, &measure(&self.catalog))
    }
}

/// Six hours a week from a Monday in January, with a deadline.
pub(crate) fn settings() -> PlanSettings {
    PlanSettings {
        start: date(2027, 1, 11),
        weekly: Some(WeeklyHours { low: 6.0, likely: 6.0, high: 6.0 }),
        deadline: Some(date(2028, 6, 30)),
        ..PlanSettings::new(date(2026, 11, 23))
    }
}

//! The features of a program: what the adviser needs of it as numbers, read from the catalogue once, so
//! that a change of answers costs only arithmetic. Words about facts are made elsewhere, and only for the
//! few programs that are shown.

use crate::advise::preferences::{Budget, Preferences};
use crate::advise::question::questionnaire::{PresumedCredit, Questionnaire};
use crate::catalog::{
    Basis, Claim, Comparable, Counts, Credit, Currency, InstitutionIx, Kind, Level, PathwayStatus, Program, Texts,
};
use crate::names::spaced;
use crate::plan::{Pace, PaceKind};

/// The side of a program in the choice between the two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Certificate,
    MicroMasters,
    Neither,
}

/// The level of study at which a kind gives credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Study {
    Undergraduate,
    Other,
}

impl Study {
    fn of(kind: &Kind) -> Self {
        if *kind == Kind::MicroBachelors { Self::Undergraduate } else { Self::Other }
    }
}

/// What is on record about credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CreditState {
    /// None, by a stated, derived or editorial claim.
    None,
    /// None, presumed from the kind.
    PresumedNone,
    /// Possible, stated or presumed.
    Possible,
    Recommended,
    Pathway,
    Included,
    /// Nothing is on record, and nothing is presumed about the kind.
    Unknown,
}

/// A price in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Price {
    pub(crate) low: i64,
    pub(crate) median: i64,
    pub(crate) high: i64,
}

/// A program as numbers.
#[derive(Clone, Debug)]
pub(crate) struct Features {
    pub(crate) side: Side,
    /// The side of its kind for the lean, from -1 to 1.
    pub(crate) lean_side: f64,
    pub(crate) is_current: bool,
    /// The level of study at which its kind gives credit.
    pub(crate) study: Study,
    pub(crate) pace: Pace,
    /// The least hours a week; `None` if unknown.
    pub(crate) least_workload: Option<f64>,
    /// The price used to compare programs.
    comparable: Option<Comparable>,
    /// The prices claimed in each currency, for budgets in a currency without a known exchange rate.
    claimed: Vec<(Currency, Price)>,
    pub(crate) credit: CreditState,
    /// One bit for each level; 0 if unknown.
    pub(crate) levels: u8,
    /// Indexes into [`Names::languages`](crate::advise::question::Names::languages).
    pub(crate) languages: Vec<u16>,
    /// The institutions; empty if unknown.
    pub(crate) institutions: Vec<InstitutionIx>,
    pub(crate) proctored: Option<bool>,
    pub(crate) has_exam: bool,
    /// Whether it is stated to have proctored exams, or exams on dates set by the school. Only stated facts remove a
    /// program. Descriptions never do, because they may deny what they mention.
    pub(crate) has_stated_exam: bool,
    /// The schools that accept it for credit, folded.
    pub(crate) schools: Vec<String>,
    /// Its position in the order of titles, then ids.
    pub(crate) by_title: u32,
    /// The position of the first member of its family in that order. A family is the tracks of one program, or one
    /// title by one school.
    pub(crate) family: u32,
}

/// Collects the features of all programs.
#[derive(Default)]
pub(crate) struct FeaturesBuilder {
    programs: Vec<Features>,
    titles: Texts,
    /// The languages met so far.
    languages: Vec<String>,
}

impl FeaturesBuilder {
    /// Adds the next program.
    pub(crate) fn add(&mut self, program: &Program, questionnaire: &Questionnaire) {
        for language in program.languages() {
            if position(&self.languages, language).is_none() {
                self.languages.push(language.to_string());
            }
        }
        self.titles.push(&program.title.to_lowercase());
        self.programs.push(Features::of(program, questionnaire, &self.languages));
    }

    /// Returns the features of all programs, with languages renumbered by their position in `languages`.
    pub(crate) fn finish(mut self, languages: &[String]) -> Vec<Features> {
        // Rows are in the order of ids, so equal titles are ordered by id.
        let order = self.titles.in_order();
        let mut before: Option<u32> = None;
        for (place, row) in (0u32..).zip(order) {
            let relative = before.filter(|before| self.is_family(*before, row));
            let family = relative.map_or(place, |before| self.programs[before as usize].family);
            let own = &mut self.programs[row as usize];
            (own.by_title, own.family) = (place, family);
            before = Some(row);
        }
        let places: Vec<u16> = self.languages.iter().filter_map(|language| position(languages, language)).collect();
        for language in self.programs.iter_mut().flat_map(|program| &mut program.languages) {
            *language = places[usize::from(*language)];
        }
        self.programs
    }
}

impl FeaturesBuilder {
    /// Whether two programs with adjacent titles are tracks of one program or have the same title, by the same school.
    fn is_family(&self, one: u32, other: u32) -> bool {
        let (a, b) = (&self.programs[one as usize], &self.programs[other as usize]);
        let is_same_kind = a.side == b.side && a.study == b.study && a.is_current == b.is_current;
        let is_same_school = !a.institutions.is_empty() && a.institutions == b.institutions;
        is_same_kind && is_same_school && stem(self.titles.at(one)) == stem(self.titles.at(other))
    }
}

/// Returns a lower-case title without the track it names: `data science` for `data science (general track)`.
fn stem(title: &str) -> &str {
    let cuts = ["(", ":", " - ", " – ", ", "].into_iter().filter_map(|sign| title.find(sign));
    let names_track = |at: &usize| title[*at..].split(|c: char| !c.is_alphabetic()).any(|word| word == "track");
    cuts.filter(names_track).min().map_or(title, |at| title[..at].trim_end())
}

/// Whether anything is on record about what a program teaches: a topic, a subject, a skill or a course.
pub(crate) fn knows_field(program: &Program) -> bool {
    program.topics.is_known()
        || program.fields.is_known()
        || program.skills.is_known()
        || !program.course_list.is_empty()
}

impl Features {
    /// Returns the pace of what finished courses leave of it.
    pub(crate) fn pace_of(&self, row: usize, preferences: &Preferences) -> Pace {
        match preferences.done.finished(row) {
            None => self.pace,
            Some(_) => self.pace.left(preferences.done.left(row)),
        }
    }

    /// Returns the price of what finished courses leave of it, in the currency of the budget.
    pub(crate) fn price_of(&self, row: usize, preferences: &Preferences) -> Option<Price> {
        let price = self.price_for(preferences.budget)?;
        let left = preferences.done.left(row);
        let part = |amount: i64| (amount as f64 * left).round() as i64;
        Some(Price { low: part(price.low), median: part(price.median), high: part(price.high) })
    }

    /// Returns the price in the currency of a budget, or `None` if there is no budget or no price in its currency.
    pub(crate) fn price_for(&self, budget: Option<Budget>) -> Option<Price> {
        let wanted = budget?.currency;
        let converted = self.comparable.as_ref().and_then(|figure| figure.in_currency(wanted));
        let price = converted.map(|(money, median)| Price { low: money.low, median, high: money.high });
        price.or_else(|| self.claimed.iter().find(|(currency, _)| *currency == wanted).map(|(_, price)| *price))
    }

    fn of(program: &Program, questionnaire: &Questionnaire, languages: &[String]) -> Self {
        let defaults = questionnaire.kind(program.kind());
        Self {
            side: side(program.kind()),
            lean_side: defaults.map_or(0.0, |defaults| defaults.side),
            is_current: program.is_offered(),
            study: Study::of(program.kind()),
            pace: Pace::of(program),
            least_workload: program.workload.value().map(|hours| hours.low),
            comparable: program.comparable.clone(),
            claimed: claimed(program),
            credit: credit(program, defaults.map(|defaults| defaults.credit)),
            levels: levels(program),
            languages: program.languages().iter().filter_map(|language| position(languages, language)).collect(),
            institutions: program.institutions().to_vec(),
            proctored: program.proctored.value().copied(),
            has_exam: program.exam.value().is_some_and(|exam| names_an_exam(exam)),
            has_stated_exam: has_stated_exam(program),
            schools: schools(program),
            by_title: 0,
            family: 0,
        }
    }
}

fn side(kind: &Kind) -> Side {
    match kind {
        Kind::ProfessionalCertificate => Side::Certificate,
        Kind::MicroMasters => Side::MicroMasters,
        _ => Side::Neither,
    }
}

/// Returns the first claimed price in each currency, with the middle of its range as the median.
fn claimed(program: &Program) -> Vec<(Currency, Price)> {
    let mut prices: Vec<(Currency, Price)> = Vec::new();
    for claim in program.price.claims() {
        let money = claim.value.money;
        if !prices.iter().any(|(currency, _)| *currency == money.currency) {
            prices.push((
                money.currency,
                Price { low: money.low, median: i64::midpoint(money.low, money.high), high: money.high },
            ));
        }
    }
    prices
}

fn credit(program: &Program, presumed: Option<PresumedCredit>) -> CreditState {
    let Some(claim) = credit_claim(program) else {
        return match presumed {
            Some(PresumedCredit::None) => CreditState::PresumedNone,
            Some(PresumedCredit::Possible) => CreditState::Possible,
            None => CreditState::Unknown,
        };
    };
    match claim.value {
        Credit::None if claim.basis == Basis::Presumed => CreditState::PresumedNone,
        Credit::None => CreditState::None,
        Credit::Possible => CreditState::Possible,
        Credit::Recommended => CreditState::Recommended,
        Credit::Pathway => CreditState::Pathway,
        Credit::Included => CreditState::Included,
    }
}

/// Returns the claim about credit that counts: the first one, but not a pathway if all recorded routes are retired.
pub(crate) fn credit_claim(program: &Program) -> Option<&Claim<Credit>> {
    let leads_nowhere = is_retired(program);
    program.credit.claims().iter().find(|claim| !(leads_nowhere && claim.value == Credit::Pathway))
}

/// Whether routes to a degree are on record and all of them are retired.
pub(crate) fn is_retired(program: &Program) -> bool {
    let mut routes = program.pathways.iter().filter(|way| way.counts == Counts::Credit).peekable();
    routes.peek().is_some() && routes.all(|way| way.status == PathwayStatus::Retired)
}

fn schools(program: &Program) -> Vec<String> {
    let counts =
        program.pathways.iter().filter(|way| way.counts == Counts::Credit && way.status == PathwayStatus::Active);
    counts.map(|way| spaced(&way.institution)).collect()
}

fn position(all: &[String], name: &str) -> Option<u16> {
    all.iter().position(|known| known == name).map(|at| at as u16)
}

/// Returns the levels of a program on record, or else the one that its title names, as bits.
fn levels(program: &Program) -> u8 {
    if program.level.is_known() {
        return program.levels().iter().fold(0, |bits, level| bits | level_bit(*level));
    }
    level_in_title(&program.title).map_or(0, level_bit)
}

/// Returns the level that a title names, or `None` if it names none or several.
pub(crate) fn level_in_title(title: &str) -> Option<Level> {
    const NAMES: [(Level, &[&str]); 3] = [
        (
            Level::Introductory,
            &[
                "beginner",
                "beginners",
                "introduction",
                "introductory",
                "basic",
                "introduccion",
                "principiantes",
                "basico",
            ],
        ),
        (Level::Intermediate, &["intermediate", "intermedio", "intermedia"]),
        (Level::Advanced, &["advanced", "avanzado", "avanzada"]),
    ];
    let title = spaced(title);
    let stands = |names: &[&str]| title.split(' ').any(|word| names.contains(&word));
    let mut named = NAMES.iter().filter(|(_, names)| stands(names)).map(|(level, _)| *level);
    named.next().filter(|_| named.next().is_none())
}

/// Returns the bit of a level.
pub(crate) fn level_bit(level: Level) -> u8 {
    1 << (level as u8)
}

fn has_stated_exam(program: &Program) -> bool {
    let is_proctored = program.proctored.shown().is_some_and(|claim| claim.value && claim.basis == Basis::Stated);
    let has_exam =
        program.exam.shown().is_some_and(|claim| claim.basis == Basis::Stated && names_an_exam(&claim.value));
    let has_dates = program.pacing.shown().is_some_and(|claim| claim.basis == Basis::Stated)
        && PaceKind::of(program) == PaceKind::Scheduled;
    is_proctored || has_exam && has_dates
}

/// Whether a text about an exam says that there is one.
fn names_an_exam(exam: &str) -> bool {
    let exam = spaced(exam);
    !exam.split(' ').next().is_some_and(|first| ["no", "none", "without", "not"].contains(&first))
}

//! What the adviser needs of a program, as numbers: read from the catalogue once, so that a change of answers costs
//! nothing but arithmetic. Words about facts are made elsewhere, and only for the few programs that are shown.

use crate::advise::preferences::{Budget, Preferences};
use crate::advise::question::questionnaire::{PresumedCredit, Questionnaire};
use crate::catalog::{
    Basis, Claim, Comparable, Counts, Credit, Currency, InstitutionIx, Kind, Level, PathwayStatus, Program, Texts,
};
use crate::names::spaced;
use crate::plan::{Pace, PaceKind};

/// Which of the kinds that the verdict weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Certificate,
    MicroMasters,
    Neither,
}

/// Of which study a kind gives credit, if it gives any.
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
    /// Stated, derived or set by hand: none.
    None,
    /// Presumed from the kind: none.
    PresumedNone,
    /// Possible, stated or presumed.
    Possible,
    Recommended,
    Pathway,
    Included,
    /// Nothing is recorded and nothing presumed of the kind.
    Unknown,
}

/// Amounts in hundredths.
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
    /// On which side of the lean its kind stands, from -1 to 1.
    pub(crate) lean_side: f64,
    pub(crate) is_current: bool,
    /// Of which study its kind gives credit.
    pub(crate) study: Study,
    pub(crate) pace: Pace,
    /// The least hours a week.
    pub(crate) least_workload: Option<f64>,
    /// The price by which programs are compared.
    comparable: Option<Comparable>,
    /// What is claimed in each currency, for one of which no rate is known.
    claimed: Vec<(Currency, Price)>,
    pub(crate) credit: CreditState,
    /// One bit for each level; 0 where unknown.
    pub(crate) levels: u8,
    /// The basis of the levels on record.
    pub(crate) level_basis: Option<Basis>,
    /// Positions in the adviser's list of languages.
    pub(crate) languages: Vec<u16>,
    /// Empty where unknown.
    pub(crate) institutions: Vec<InstitutionIx>,
    pub(crate) proctored: Option<bool>,
    pub(crate) has_exam: bool,
    /// Whether it is stated to have proctored exams, or exams and dates that the school sets. Only what is stated
    /// removes a program; words of a description never do, for they may deny what they name.
    pub(crate) has_stated_exam: bool,
    /// Schools that accept it for credit, folded.
    pub(crate) schools: Vec<String>,
    /// Its place in the order of titles and ids.
    pub(crate) by_title: u32,
    /// The place of the first of its family in that order: tracks of one program, or one title by one school.
    pub(crate) family: u32,
}

/// The programs of a catalogue as numbers, in the making.
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

    /// Every program, once all languages are known in their order.
    pub(crate) fn finish(mut self, languages: &[String]) -> Vec<Features> {
        // Handles stand in the order of ids, which decides between equal titles.
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
    /// Whether two programs that follow each other by title are one program in several tracks, or the same title by the
    /// same school.
    fn is_family(&self, one: u32, other: u32) -> bool {
        let (a, b) = (&self.programs[one as usize], &self.programs[other as usize]);
        let is_same_kind = a.side == b.side && a.study == b.study && a.is_current == b.is_current;
        let is_same_school = !a.institutions.is_empty() && a.institutions == b.institutions;
        is_same_kind && is_same_school && stem(self.titles.at(one)) == stem(self.titles.at(other))
    }
}

/// A title in small letters without the track that it names: `data science` of `data science (general track)`.
fn stem(title: &str) -> &str {
    let cuts = ["(", ":", " - ", " – ", ", "].into_iter().filter_map(|sign| title.find(sign));
    let names_track = |at: &usize| title[*at..].split(|c: char| !c.is_alphabetic()).any(|word| word == "track");
    cuts.filter(names_track).min().map_or(title, |at| title[..at].trim_end())
}

/// Whether it is on record what a program is about, by a topic, a subject, a skill or a course.
pub(crate) fn knows_field(program: &Program) -> bool {
    program.topics.is_known()
        || program.fields.is_known()
        || program.skills.is_known()
        || !program.course_list.is_empty()
}

impl Features {
    /// The pace of what finished courses leave of it.
    pub(crate) fn pace_of(&self, row: usize, preferences: &Preferences) -> Pace {
        match preferences.done.finished(row) {
            None => self.pace,
            Some(_) => self.pace.left(preferences.done.left(row)),
        }
    }

    /// The price of what finished courses leave of it, in the currency of the budget.
    pub(crate) fn price_of(&self, row: usize, preferences: &Preferences) -> Option<Price> {
        let price = self.price_for(preferences.budget)?;
        let left = preferences.done.left(row);
        let part = |amount: i64| (amount as f64 * left).round() as i64;
        Some(Price { low: part(price.low), median: part(price.median), high: part(price.high) })
    }

    /// The price in the currency of a budget.
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
            level_basis: program.level.shown().map(|claim| claim.basis),
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

/// The price of a program in each currency, by the rule of the claim shown.
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

/// The claim about credit that counts: the one shown, unless it speaks of routes that have all been given up.
pub(crate) fn credit_claim(program: &Program) -> Option<&Claim<Credit>> {
    let leads_nowhere = is_retired(program);
    program.credit.claims().iter().find(|claim| !(leads_nowhere && claim.value == Credit::Pathway))
}

/// Whether routes to a degree are on record and none of them is open any more.
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

/// The levels of a program: those on record, else the one that its title names.
fn levels(program: &Program) -> u8 {
    if program.level.is_known() {
        return program.levels().iter().fold(0, |bits, level| bits | level_bit(*level));
    }
    level_in_title(&program.title).map_or(0, level_bit)
}

/// The level that a title names literally; nothing where it names none or several.
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

/// The bit of a level.
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

/// Whether the words about an exam are about one that is held.
fn names_an_exam(exam: &str) -> bool {
    let exam = spaced(exam);
    !exam.split(' ').next().is_some_and(|first| ["no", "none", "without", "not"].contains(&first))
}

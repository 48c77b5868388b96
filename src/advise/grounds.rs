//! Facts in words: what stands behind a value or a removal, with its basis and its source. Every sentence here repeats
//! a recorded fact or a given answer; where nothing is recorded it says so.

use super::evaluate::{Engine, Evaluation};
use super::field::Why;
use super::limits::STATUS;
use super::traits::{CreditState, Side, credit_claim};
use super::wishes::{Budget, Exams, Wishes};
use super::{Answer, Answers, Criterion, Question, Reason, Unknowns};
use crate::catalog::{
    Basis, Catalog, Cell, Claim, Counts, Currency, Fact, FactKey, InstitutionIx, Length, PathwayStatus, Program,
    SourceIx,
};
use crate::plan::{Finish, PaceKind};

/// A fact in words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ground {
    pub(super) text: String,
    pub(super) basis: &'static str,
    /// The id of its source; empty where unknown.
    pub(super) source: String,
}

/// Puts the facts of programs into words, for one set of answers.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) engine: Engine<'a>,
    pub(super) evaluation: &'a Evaluation,
    pub(super) answers: &'a Answers,
}

const UNKNOWN: &str = Cell::UNKNOWN;

impl<'a> Words<'a> {
    pub(super) fn program(&self, row: usize) -> &'a Program {
        self.catalog.program(super::evaluate::handle(row))
    }

    pub(super) fn wishes(&self) -> &'a Wishes {
        &self.evaluation.wishes
    }

    /// The title with who offers it, as people name a program.
    pub(super) fn name(&self, row: usize) -> String {
        let program = self.program(row);
        if program.institutions().is_empty() {
            return program.title.to_string();
        }
        format!("{} ({})", program.title, self.catalog.institution_shorts(program))
    }

    /// The fact behind the value of a program on a criterion.
    pub(super) fn of_criterion(&self, criterion: Criterion, row: usize) -> Ground {
        let program = self.program(row);
        match criterion {
            Criterion::Type => self.kind(row),
            Criterion::Field => self.field(row),
            Criterion::Credit => self.credit(row),
            Criterion::Time => self.time(row),
            Criterion::Cost => self.price(program),
            Criterion::Fit => self.level(program, Question::Level),
            Criterion::Depth => self.level(program, Question::Depth),
            Criterion::Exams => self.exams(program),
            Criterion::Pacing => self.pacing(program),
            Criterion::Brand => self.brand(row),
        }
    }

    /// Every reason for which a program is not in the running.
    pub(super) fn reasons(&self, row: usize, fails: u16) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if fails & STATUS != 0 {
            reasons.push(self.older(row));
        }
        for question in Question::ALL {
            if fails & super::wishes::bit(*question) != 0 {
                reasons.push(self.reason(*question, row));
            }
        }
        reasons
    }

    fn older(&self, row: usize) -> Reason {
        let claim = self.program(row).status.shown();
        Reason {
            question: None,
            answer: "current".to_owned(),
            fact: format!(
                "last seen in the list of {}",
                claim.map_or(UNKNOWN.to_owned(), |claim| month(claim.as_of.newest()))
            ),
            basis: claim.map_or(UNKNOWN, |claim| claim.basis.slug()),
            source: claim.map(|claim| self.source(claim.source)).unwrap_or_default(),
        }
    }

    fn reason(&self, question: Question, row: usize) -> Reason {
        let ground = self.of_limit(question, row);
        let answer = self.answers.get(question).map(Answer::short).unwrap_or_default();
        let is_dropped = ground.basis == UNKNOWN && self.engine.settings().unknowns == Unknowns::Drop;
        let why = if is_dropped { ", and unknown facts are dropped as you asked" } else { "" };
        let fact = format!("{}{why}", ground.text);
        Reason { question: Some(question), answer, fact, basis: ground.basis, source: ground.source }
    }

    /// The fact for which a program fails a limit.
    fn of_limit(&self, question: Question, row: usize) -> Ground {
        let program = self.program(row);
        match question {
            Question::Horizon => self.too_late(row),
            Question::Hours => self.too_many_hours(program),
            Question::Budget => self.too_dear(program),
            Question::Credit => self.credit(row),
            Question::Level => self.level(program, Question::Level),
            Question::Field => self.field(row),
            Question::Exams => self.exams(program),
            Question::Pacing => self.pacing(program),
            Question::Institution => self.offered_by(program),
            Question::Language | Question::Goal | Question::Education | Question::Depth => self.language(program),
        }
    }

    fn source(&self, ix: SourceIx) -> String {
        self.catalog.source(ix).id.to_string()
    }

    fn ground<T>(&self, text: String, claim: &Claim<T>) -> Ground {
        Ground { text, basis: claim.basis.slug(), source: self.source(claim.source) }
    }

    /// A fact as the sheet words it, with a word before it.
    fn known<T>(&self, program: &Program, key: FactKey, before: &str, fact: &Fact<T>) -> Ground {
        match fact.shown() {
            Some(claim) => {
                let text = lower(&program.cell(key, self.catalog).text);
                self.ground(format!("{before} {text} {}", presumed(claim.basis)).trim().to_owned(), claim)
            }
            None => unknown(&format!("{} unknown", lower(key.label()))),
        }
    }

    /// The level of a program beside what the answer to a question makes of it.
    fn level(&self, program: &Program, question: Question) -> Ground {
        let Some(claim) = program.level.shown() else { return unknown("its level is unknown") };
        let text = format!("its level is {} {}", levels(program), presumed(claim.basis));
        let ground = self.ground(text.trim().to_owned(), claim);
        let told =
            self.told_of(question).map(|told| format!("; {}", lower(told.trim_end_matches('.')))).unwrap_or_default();
        Ground { text: format!("{}{told}", ground.text), ..ground }
    }

    /// The level of a program beside what both answers that concern it make of it.
    pub(super) fn level_for_both(&self, row: usize) -> Ground {
        let ground = self.level(self.program(row), Question::Level);
        match self.told_of(Question::Depth).filter(|_| ground.basis != UNKNOWN) {
            Some(told) => {
                let text = format!("{}, and {}", ground.text, lower(told.trim_end_matches('.')));
                Ground { text, ..ground }
            }
            None => ground,
        }
    }

    fn kind(&self, row: usize) -> Ground {
        let program = self.program(row);
        let name = program.kind().name();
        let (side, lean) = (self.engine.programs[row].lean_side, self.wishes().lean);
        let agrees = side * f64::from(lean);
        let text = if agrees > 0.0 {
            format!("it is {} {name}, the kind your answers lean to", article(name))
        } else if agrees < 0.0 {
            format!("it is {} {name}, and your answers lean the other way", article(name))
        } else {
            format!("it is {} {name}, and your answers lean neither way to that", article(name))
        };
        match program.kind.shown() {
            Some(claim) => self.ground(text, claim),
            None => unknown(&text),
        }
    }

    pub(super) fn field(&self, row: usize) -> Ground {
        let Some(wish) = &self.wishes().field else { return unknown("no field was asked for") };
        let found = wish.matches[row];
        let program = self.program(row);
        let wanted = wish.names.get(usize::from(found.wanted)).map_or("", String::as_str);
        let in_title = |text: String| Ground { text, basis: Basis::Stated.slug(), source: self.title_source(program) };
        match found.why {
            Why::Subject | Why::SecondSubject | Why::RelatedSubject => self.by_subject(program, wanted, found.why),
            Why::SameTitle => in_title(format!("its title is {}", program.title)),
            Why::Title => in_title(format!("its title says it is about {wanted}")),
            Why::TitleWords => in_title(format!("its title has the words of {wanted}")),
            Why::Related => in_title(format!("its title is about something near to {wanted}")),
            Why::SomeWords => in_title(format!("its title or field has some of the words of {wanted}")),
            Why::Course => in_title(format!("one of its courses is about {wanted}")),
            Why::Skill => match program.skills.shown() {
                Some(claim) => self.ground(format!("it names the skill {wanted}"), claim),
                None => unknown("its skills are unknown"),
            },
            Why::Nothing => self.off_field(program, &wish.names),
        }
    }

    fn by_subject(&self, program: &Program, wanted: &str, why: Why) -> Ground {
        let Some(claim) = program.fields.shown() else { return unknown("its field is unknown") };
        let mark = presumed(claim.basis);
        let text = match why {
            Why::Subject => format!("its field is {wanted} {mark}"),
            Why::SecondSubject => format!("{wanted} is one of its fields {mark}"),
            _ => format!("its field, {}, is one that {wanted} belongs to {mark}", self.field_of(program, wanted)),
        };
        self.ground(text.trim().to_owned(), claim)
    }

    /// The field of a program to which wanted words belong.
    fn field_of(&self, program: &'a Program, wanted: &str) -> &'a str {
        let reader = self.engine.reader;
        let belongs = |field: &&crate::catalog::Text| reader.questionnaire.belongs_to(wanted, field);
        let first = program.fields().first();
        program.fields().iter().find(belongs).or(first).map_or("", |field| field.as_str())
    }

    fn off_field(&self, program: &Program, wanted: &[String]) -> Ground {
        let wanted = or_list(wanted);
        match program.fields.shown() {
            Some(claim) => {
                let fields = program.cell(FactKey::Fields, self.catalog).text;
                let text =
                    format!("its field is {fields} {}, and its title does not name {wanted}", presumed(claim.basis));
                self.ground(text.replace(" ,", ","), claim)
            }
            None => unknown(&format!("its field is unknown, and its title does not name {wanted}")),
        }
    }

    fn title_source(&self, program: &Program) -> String {
        program.kind.shown().map(|claim| self.source(claim.source)).unwrap_or_default()
    }

    fn credit(&self, row: usize) -> Ground {
        let program = self.program(row);
        let kind = program.kind().name();
        let Some(claim) = credit_claim(program) else { return self.default_credit(row) };
        let text = match (self.engine.programs[row].credit, claim.basis) {
            (CreditState::PresumedNone, _) => format!(
                "no credit toward a degree, presumed from the kind: {} {kind} usually carries none",
                article(kind)
            ),
            (CreditState::None, _) => "no credit toward a degree".to_owned(),
            (CreditState::Possible, basis) => may_count(basis),
            (CreditState::Recommended, _) => "a body recommends credit for it; a school need not follow".to_owned(),
            (CreditState::Pathway, _) => pathway(program),
            (CreditState::Included, _) => "academic credit comes with it on completion".to_owned(),
            (CreditState::Unknown, _) => "credit is unknown".to_owned(),
        };
        self.ground(text, claim)
    }

    fn default_credit(&self, row: usize) -> Ground {
        let kind = self.program(row).kind().name();
        let presumed =
            |text: String| Ground { text, basis: Basis::Presumed.slug(), source: "questionnaire".to_owned() };
        match self.engine.programs[row].credit {
            CreditState::PresumedNone => presumed(format!(
                "no credit toward a degree, presumed from the kind: {} {kind} usually carries none",
                article(kind)
            )),
            CreditState::Possible => presumed(may_count(Basis::Presumed)),
            _ => unknown("whether it can carry credit is unknown"),
        }
    }

    fn time(&self, row: usize) -> Ground {
        let program = self.program(row);
        let pace = &self.engine.programs[row].pace;
        let Some(finish) = pace.finish(self.wishes().hours) else {
            return unknown("its length and its hours are unknown");
        };
        let text = self.takes(row, finish);
        self.time_ground(program, pace.scales() && self.wishes().hours.is_some(), text)
    }

    /// `4 months as listed`, `about 2–5 months at your 4–7 hours a week`.
    pub(super) fn takes(&self, row: usize, finish: Finish) -> String {
        let program = self.program(row);
        let pace = &self.engine.programs[row].pace;
        let span = months_span(finish.earliest, finish.latest);
        let phrase = self.hours_phrase();
        let listed = program.length.value().map(|length| format!("{length} as listed"));
        match (pace.scales(), phrase, listed) {
            (true, Some(hours), _) => {
                let work = pace.hours().map(|work| format!(" ({work} hours of work)")).unwrap_or_default();
                format!("about {span} at {hours} a week{work}")
            }
            (_, _, Some(listed)) if finish.latest - finish.earliest < 0.5 => listed,
            (_, _, Some(listed)) => format!("{listed}; {span} by all sources"),
            (_, _, None) => format!("about {span} of courses one after another"),
        }
    }

    /// `8–12 hours`, as the answer puts it.
    pub(super) fn hours_phrase(&self) -> Option<String> {
        match self.answers.get(Question::Hours)? {
            Answer::Hours(hours) => Some(super::report::hours_words(*hours)),
            answer => Some(self.engine.reader.choice(Question::Hours, answer)?.phrase.clone()),
        }
    }

    /// The deadline as the answer puts it.
    pub(super) fn deadline_phrase(&self) -> Option<String> {
        match self.answers.get(Question::Horizon)? {
            Answer::Date(date) => Some(date.to_string()),
            Answer::Months(months) => Some(super::report::counted(*months as usize, "month")),
            answer => Some(self.engine.reader.choice(Question::Horizon, answer)?.phrase.clone()),
        }
    }

    fn time_ground(&self, program: &Program, is_scaled: bool, text: String) -> Ground {
        let by_length = program.length.shown().map(|claim: &Claim<Length>| (claim.basis, claim.source));
        let by_hours = program.effort.shown().map(|claim| (claim.basis, claim.source));
        let by_weeks = program.study_weeks.shown().map(|claim| (claim.basis, claim.source));
        let by_workload = program.workload.shown().map(|claim| (Basis::Derived, claim.source));
        let first =
            if is_scaled { by_hours.or(by_workload).or(by_length) } else { by_length.or(by_weeks).or(by_hours) };
        match first {
            Some((basis, source)) => {
                let text = if basis == Basis::Estimated { format!("{text}, estimated") } else { text };
                Ground { text, basis: basis.slug(), source: self.source(source) }
            }
            None => unknown(&text),
        }
    }

    fn too_late(&self, row: usize) -> Ground {
        let ground = self.time(row);
        let pace = &self.engine.programs[row].pace;
        let Some(dates) = pace.dates(self.engine.settings().as_of, self.wishes().hours) else { return ground };
        Ground { text: format!("{}; the earliest finish is {}", ground.text, dates.earliest), ..ground }
    }

    fn too_many_hours(&self, program: &Program) -> Ground {
        let (Some(workload), Some(pacing)) = (program.workload.shown(), program.pacing.shown()) else {
            return unknown("its hours a week or its pacing are unknown");
        };
        let text =
            format!("it runs to a schedule and asks for {} hours a week {}", workload.value, presumed(pacing.basis));
        self.ground(text.trim().to_owned(), workload)
    }

    pub(super) fn budget(&self) -> Option<Budget> {
        self.wishes().budget
    }

    fn price(&self, program: &Program) -> Ground {
        let currency = self.budget().map_or(Currency::USD, |budget| budget.currency);
        let Some(claim) = program.price_in(currency) else { return no_price(program, currency) };
        let year = claim.as_of.year().map_or("undated".to_owned(), |year| year.to_string());
        let estimated = if claim.basis == Basis::Estimated { "estimated at " } else { "" };
        self.ground(format!("the price is {estimated}{} ({year})", claim.value.money), claim)
    }

    fn too_dear(&self, program: &Program) -> Ground {
        let ground = self.price(program);
        let Some(Budget { limit: Some(limit), currency, .. }) = self.budget() else { return ground };
        let limit = crate::catalog::Money { low: limit, high: limit, currency };
        if ground.basis == UNKNOWN {
            return ground;
        }
        Ground { text: format!("{}, your limit is {limit}", ground.text), ..ground }
    }

    fn exams(&self, program: &Program) -> Ground {
        let exam = program.exam.shown();
        match (program.proctored.shown(), exam) {
            // Where an exam is stated, it is the ground before a proctored one that is only presumed.
            (Some(claim), other)
                if claim.value
                    && (claim.basis == Basis::Stated || other.is_none_or(|one| one.basis != Basis::Stated)) =>
            {
                let note = claim.note.as_deref().map(|note| format!(": {note}")).unwrap_or_default();
                self.ground(format!("it has a proctored exam{note}"), claim)
            }
            (_, Some(claim)) => self.ground(format!("its exam: {}", claim.value), claim),
            (Some(claim), None) => self.ground("its exams are not proctored".to_owned(), claim),
            (None, None)
                if PaceKind::of(program) == PaceKind::Scheduled && self.wishes().exams == Some(Exams::Avoid) =>
            {
                self.known(program, FactKey::Pacing, "no exam is on record, but it is", &program.pacing)
            }
            (None, None) => unknown("nothing is on record about its exams"),
        }
    }

    fn pacing(&self, program: &Program) -> Ground {
        match program.pacing.shown() {
            Some(claim) => {
                let text = lower(&program.cell(FactKey::Pacing, self.catalog).text).replace(", ", " and ");
                let note = claim.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
                self.ground(format!("it is {text}{note}"), claim)
            }
            None => unknown("who sets its pace is unknown"),
        }
    }

    fn brand(&self, row: usize) -> Ground {
        let program = self.program(row);
        let offered = self.offered_by(program);
        if offered.basis == UNKNOWN {
            return offered;
        }
        let is_preferred = program.institutions().iter().any(|ix| self.wishes().prefer.contains(ix));
        if is_preferred {
            return Ground { text: format!("{}, which you prefer", offered.text), ..offered };
        }
        let Some(Answer::Institutions { prefer, .. }) = self.answers.get(Question::Institution) else { return offered };
        Ground { text: format!("{}, not by {}", offered.text, self.institution_shorts(prefer)), ..offered }
    }

    fn offered_by(&self, program: &Program) -> Ground {
        match program.institutions.shown() {
            Some(claim) => self.ground(format!("it is offered by {}", self.catalog.institution_shorts(program)), claim),
            None => unknown("who offers it is unknown"),
        }
    }

    /// Short names with `or` between them.
    pub(super) fn shorts(&self, institutions: &[InstitutionIx]) -> String {
        or_list(&institutions.iter().map(|ix| self.catalog.institution(*ix).short.to_string()).collect::<Vec<_>>())
    }

    pub(super) fn language(&self, program: &Program) -> Ground {
        match program.languages.shown() {
            Some(claim) => {
                let languages = program.cell(FactKey::Languages, self.catalog).text;
                self.ground(format!("it is in {languages} {}", presumed(claim.basis)).trim().to_owned(), claim)
            }
            None => unknown("its language is unknown"),
        }
    }

    /// Whether a program is on the side of the kind that is ranked.
    pub(super) fn side(&self, row: usize) -> Side {
        self.engine.programs[row].side
    }
}

/// Credit that is possible, of which no school is on record.
fn may_count(basis: Basis) -> String {
    let presumed = if basis == Basis::Presumed { " (presumed from the kind)" } else { "" };
    format!("it may count toward a degree, if admitted{presumed}; no school that counts it is on record")
}

/// Where it may count, in words.
fn pathway(program: &Program) -> String {
    let active = |way: &&crate::catalog::Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
    let mut schools: Vec<&str> = program.pathways.iter().filter(active).map(|way| way.institution.as_str()).collect();
    schools.dedup();
    match schools.as_slice() {
        [] => "it may count toward a degree, if admitted; the school is not on record".to_owned(),
        [one] => format!("it may count toward a degree at {one}, if admitted"),
        [first, second] => format!("it may count toward a degree at {first} or {second}, if admitted"),
        [first, second, rest @ ..] => {
            format!("it may count toward a degree at {first}, {second} and {} more, if admitted", rest.len())
        }
    }
}

fn no_price(program: &Program, currency: Currency) -> Ground {
    match program.price.shown() {
        Some(claim) => unknown(&format!(
            "no price in {} is on record, only {}; prices are not converted",
            currency.code(),
            claim.value.money
        )),
        None => unknown("its price is unknown"),
    }
}

fn unknown(text: &str) -> Ground {
    Ground { text: text.to_owned(), basis: UNKNOWN, source: String::new() }
}

/// What a reader must know of a basis that is no statement.
fn presumed(basis: Basis) -> &'static str {
    match basis {
        Basis::Presumed => "(presumed from the kind)",
        Basis::Inferred => "(inferred)",
        Basis::Estimated => "(estimated)",
        Basis::Stated | Basis::Derived | Basis::Editorial => "",
    }
}

/// `a` or `an`.
pub(super) fn article(word: &str) -> &'static str {
    let starts = |letters: &[char]| word.starts_with(letters);
    if starts(&['A', 'E', 'I', 'O', 'a', 'e', 'i', 'o']) || word.starts_with("XSeries") { "an" } else { "a" }
}

/// Words with `or` before the last.
pub(super) fn or_list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

/// The first letter small, unless the word is an abbreviation or a name.
pub(super) fn lower(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// The levels of a program: `introductory`, `introductory to advanced`.
pub(super) fn levels(program: &Program) -> String {
    let names: Vec<String> = program.levels().iter().map(|level| lower(level.name())).collect();
    match names.as_slice() {
        [] => UNKNOWN.to_owned(),
        [one] => one.clone(),
        [first, .., last] => format!("{first} to {last}"),
    }
}

/// A number without a needless fraction.
pub(super) fn plain(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded.fract().abs() < f64::EPSILON { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

/// `3–14 weeks`, `4–7 months`: in weeks up to four months, which is how people count short times.
pub(super) fn months_span(low: f64, high: f64) -> String {
    if high < 4.5 {
        let weeks = |months: f64| (months * crate::catalog::WEEKS_A_MONTH).round().max(1.0);
        return span(weeks(low), weeks(high), "week");
    }
    span(low.round().max(1.0), high.round(), "month")
}

fn span(low: f64, high: f64, unit: &str) -> String {
    let plural = if (high - 1.0).abs() < f64::EPSILON { "" } else { "s" };
    if (high - low).abs() < f64::EPSILON {
        format!("{} {unit}{plural}", plain(low))
    } else {
        format!("{}–{} {unit}{plural}", plain(low), plain(high))
    }
}

/// `October 2021` from `20211001`.
pub(super) fn month(day: u32) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month) = (day / 10_000, day / 100 % 100);
    match (month as usize).checked_sub(1).and_then(|at| NAMES.get(at)) {
        Some(name) => format!("{name} {year}"),
        None => "an unknown date".to_owned(),
    }
}

//! What to look out for in a program: conditions of credit, exams, prerequisites, time and money. Each sentence rests
//! on a recorded fact of this very program or on its absence, and is said only to those whose answers make it matter.

use super::grounds::{Words, article, lower, months_span, plain};
use super::limits::least_step;
use super::traits::CreditState;
use super::wishes::{Budget, Pacing};
use super::{Answer, Caution, Criterion, Question, Unknowns};
use crate::catalog::{Basis, Counts, Currency, Pathway, PathwayStatus, Program, sentence};
use crate::plan::{Finish, PaceKind, WeeklyHours};

/// A value below this counts against a program.
const LITTLE: f64 = 0.35;

/// A value from this on speaks for it.
const MUCH: f64 = 0.65;

/// What is said of a program that asks for nothing before it starts.
const NOTHING_ASKED: &str = "nothing is required beforehand";

/// The most schools whose conditions are told.
const MOST_SCHOOLS: usize = 3;

impl Words<'_> {
    /// What to look out for, the weightiest first.
    pub(super) fn warnings(&self, row: usize) -> Vec<String> {
        let mut warnings = Vec::new();
        self.warn_of_language(row, &mut warnings);
        self.warn_of_level(row, &mut warnings);
        self.warn_of_credit(row, &mut warnings);
        self.warn_of_time(row, &mut warnings);
        self.warn_of_hours(row, &mut warnings);
        self.warn_of_pacing(row, &mut warnings);
        self.warn_of_price(row, &mut warnings);
        self.warn_of_exams(row, &mut warnings);
        self.warn_of_limits_unknown(row, &mut warnings);
        self.warn_of_remarks(row, &mut warnings);
        warnings.iter().map(|warning| sentence(warning)).collect()
    }

    /// The same, and that it carries no credit even where that does not matter: at length of the first program only.
    pub(super) fn warnings_at(&self, row: usize, at: usize) -> Vec<String> {
        let mut warnings = self.warnings(row);
        let how = match self.engine.programs[row].credit {
            CreditState::None => "",
            CreditState::PresumedNone => " (presumed from the kind)",
            _ => return warnings,
        };
        if self.chose(Question::Credit, "no") {
            warnings.push(match at {
                0 => format!("It carries no credit toward a degree{how}; you said that credit does not matter to you."),
                _ => format!("No degree credit{how}."),
            });
        }
        warnings
    }

    fn chose(&self, question: Question, value: &str) -> bool {
        self.answers.get(question).and_then(Answer::choice) == Some(value)
    }

    /// Whether credit plays a part: it is wanted, or the goal is a master's degree.
    pub(super) fn wants_credit(&self) -> bool {
        self.chose(Question::Credit, "must")
            || self.chose(Question::Credit, "nice")
            || self.chose(Question::Goal, "masters")
    }

    fn warn_of_level(&self, row: usize, to: &mut Vec<String>) {
        let program = self.program(row);
        let has_gap = self.has_level_gap(row);
        if has_gap {
            to.push(format!(
                "it starts at {} level, above where you say you are: prepare first",
                super::grounds::levels(program)
            ));
        }
        let Some(claim) = program.prerequisites.shown() else { return };
        let is_a_catch = asked_beforehand(&claim.value) != NOTHING_ASKED;
        if is_a_catch && (has_gap || !self.chose(Question::Level, "advanced")) {
            to.push(asked_beforehand(&claim.value));
        }
    }

    /// Said for a program of which it is on record that it asks for nothing beforehand.
    pub(super) fn asks_nothing(&self, row: usize) -> Option<String> {
        let claim = self.program(row).prerequisites.shown()?;
        let matters = !self.has_level_gap(row) && !self.chose(Question::Level, "advanced");
        (matters && asked_beforehand(&claim.value) == NOTHING_ASKED).then(|| sentence(NOTHING_ASKED))
    }

    /// Whether a program starts too high for someone who is new to the field. Who knows the basics can go on from
    /// there.
    pub(super) fn has_level_gap(&self, row: usize) -> bool {
        let is_new = self.wishes().level.is_some_and(|level| level.own == 0);
        is_new && least_step(self.engine.programs[row].levels).is_some_and(|starts| starts > 0)
    }

    fn warn_of_credit(&self, row: usize, to: &mut Vec<String>) {
        if !self.wants_credit() {
            return;
        }
        let program = self.program(row);
        match self.engine.programs[row].credit {
            CreditState::Possible => to.push(format!(
                "no school that accepts this {} for credit is on record: check with the school you have in mind before you enrol",
                program.kind().name()
            )),
            CreditState::Recommended => to.push("a recommendation of credit binds no school: ask yours".to_owned()),
            CreditState::PresumedNone | CreditState::Unknown => {
                to.push(format!("whether it carries credit is not on record; {} {} usually carries none", article(program.kind().name()), program.kind().name()));
            }
            CreditState::Pathway => to.push("admission to the degree is a separate application, and it is not guaranteed".to_owned()),
            CreditState::Included => to.push("whether another school takes over its credit is for that school to say".to_owned()),
            CreditState::None => {}
        }
        self.warn_of_schools(program, to);
        if self.lacks_degree() && self.chose(Question::Goal, "masters") {
            to.push(
                "a master's degree usually asks for a bachelor's degree first, which this does not replace".to_owned(),
            );
        }
    }

    fn lacks_degree(&self) -> bool {
        self.chose(Question::Education, "none") || self.chose(Question::Education, "some_college")
    }

    fn warn_of_schools(&self, program: &Program, to: &mut Vec<String>) {
        let preferred = &self.wishes().prefer_names;
        let is_preferred = |way: &&Pathway| {
            let school = super::names::fold(&way.institution);
            preferred.iter().any(|name| super::names::holds_phrase(&school, name))
        };
        let counting = |way: &&Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
        let mut ways: Vec<&Pathway> = program.pathways.iter().filter(counting).collect();
        ways.sort_by_key(|way| (!is_preferred(way), way.amount.is_none()));
        let mut told: Vec<&str> = Vec::new();
        for way in ways {
            if told.len() < MOST_SCHOOLS && !told.contains(&way.institution.as_str()) {
                told.push(&way.institution);
                to.push(school(way));
            }
        }
        for way in program.pathways.iter().filter(|way| way.status == PathwayStatus::Retired).take(1) {
            to.push(format!("the route to {} at {} is retired", degree(way), way.institution));
        }
    }

    fn warn_of_time(&self, row: usize, to: &mut Vec<String>) {
        let pace = &self.engine.programs[row].pace;
        let finish = pace.finish(self.wishes().hours);
        let dates = pace.dates(self.engine.settings().as_of, self.wishes().hours);
        let (Some(months), Some(finish), Some(dates)) = (self.wishes().months, finish, dates) else {
            self.warn_of_length(row, to);
            return;
        };
        let phrase = self.deadline_phrase().unwrap_or_default();
        let Finish { earliest, likely, latest, .. } = finish;
        let span = months_span(earliest, latest);
        if likely > months + 1e-9 && is_wide(earliest, latest) && earliest <= months {
            let date = dates.likely;
            to.push(format!(
                "it may miss your deadline ({phrase}): it takes anything from {}, too wide a range to name a day; its middle would be {date}",
                span.replace('–', " to ")
            ));
        } else if likely > months + 1e-9 {
            let date = dates.likely;
            to.push(format!("you will likely finish about {date}, after your deadline ({phrase}): it takes {span}"));
        } else if latest > months + 1e-9 {
            to.push(format!("it may miss your deadline ({phrase}): it takes {span}{}", self.other_length(row)));
        }
        self.warn_of_length(row, to);
    }

    /// What another source says of the length, where it is longer than the one shown.
    fn other_length(&self, row: usize) -> String {
        let claims = self.program(row).length.claims();
        let Some(shown) = claims.first() else { return String::new() };
        let longer = claims.iter().skip(1).find(|claim| claim.value.months().high > shown.value.months().high);
        longer.map_or(String::new(), |claim| {
            let note = claim.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
            format!("; listed at {}, another source says {}{note}", shown.value, claim.value)
        })
    }

    /// A long listed length that rests on few hours a week, or one that the hours given would stretch.
    fn warn_of_length(&self, row: usize, to: &mut Vec<String>) {
        let program = self.program(row);
        let pace = &self.engine.programs[row].pace;
        if self.wishes().months.is_none() && !pace.scales() {
            self.warn_of_set_length(row, to);
        }
        let Some(length) = program.length.value() else { return };
        if length.months().high < 9.0 || !pace.scales() {
            return;
        }
        let stated = program.workload.claims().iter().find(|claim| claim.basis == Basis::Stated);
        let at = stated.or(program.workload.shown()).map(|claim| format!(" at {} hours a week", claim.value));
        let yours = match (self.hours_phrase(), pace.finish(self.wishes().hours)) {
            (Some(hours), Some(finish)) => {
                format!("; at {hours} a week it takes about {}", months_span(finish.earliest, finish.latest))
            }
            _ => String::new(),
        };
        to.push(format!("it is listed at about {length}{}{yours}", at.unwrap_or_default()));
    }

    /// How long a program takes that runs to the dates of a school, where no deadline has already brought it up and
    /// the sources do not agree.
    fn warn_of_set_length(&self, row: usize, to: &mut Vec<String>) {
        let other = self.other_length(row);
        if let (false, Some(finish)) = (other.is_empty(), self.engine.programs[row].pace.finish(self.wishes().hours)) {
            to.push(format!("it takes {}{other}", months_span(finish.earliest, finish.latest)));
        }
    }

    fn warn_of_hours(&self, row: usize, to: &mut Vec<String>) {
        let (program, hours) = (self.program(row), self.wishes().hours);
        let (Some(workload), Some(WeeklyHours { high, .. })) = (program.workload.value(), hours) else { return };
        let is_own_pace = self.engine.programs[row].pace.kind == PaceKind::SelfPaced;
        if !is_own_pace && workload.high > high {
            let yours = self.hours_phrase().unwrap_or_default();
            let plural = if workload.to_string() == "1" { "" } else { "s" };
            to.push(format!("it asks for {workload} hour{plural} a week; you have {yours}"));
        }
    }

    fn warn_of_pacing(&self, row: usize, to: &mut Vec<String>) {
        let program = self.program(row);
        match (self.engine.programs[row].pace.kind, self.wishes().pacing) {
            (PaceKind::Scheduled, Some(Pacing::ScheduledOnly))
            | (PaceKind::SelfPaced, _)
            | (PaceKind::Unknown, None) => {}
            (PaceKind::Scheduled, _) => {
                to.push(
                    "it is instructor-paced: the school sets the dates, and more hours do not make it shorter"
                        .to_owned(),
                );
            }
            (PaceKind::Mixed, Some(_)) => {
                let note = program.pacing.claims().iter().find_map(|claim| claim.note.as_deref());
                let note = note.map(|note| format!(": {note}")).unwrap_or_default();
                to.push(format!("some of its courses are self-paced, some run on dates{note}"));
            }
            (PaceKind::Mixed, None) => to.push("some of its courses run on dates that the school sets".to_owned()),
            (PaceKind::Unknown, Some(_)) => {
                to.push("who sets its pace is not on record: look it up before you enrol".to_owned());
            }
        }
    }

    fn warn_of_price(&self, row: usize, to: &mut Vec<String>) {
        let Some(Budget { limit: Some(limit), currency, .. }) = self.budget() else { return };
        let program = self.program(row);
        let Some(claim) = program.price_in(currency) else {
            to.push(missing_price(program, currency));
            return;
        };
        let money = claim.value.money;
        let yours = crate::catalog::Money { low: limit, high: limit, currency };
        if money.low > limit {
            let percent = self.engine.reader.questionnaire.stretch_percent;
            to.push(format!("at {money} it is over your {yours}, by less than {percent} %"));
        } else if money.high > limit {
            to.push(format!("it may cost more than your {yours}: the price on record is {money}"));
        }
        if claim.basis == Basis::Estimated {
            let year = claim.as_of.year().map(|year| format!(" of {year}")).unwrap_or_default();
            to.push(format!("its price is an estimate{year}: look up today's"));
            to.extend(price_elsewhere(program, currency));
        }
    }

    /// A language that one did not ask for and may not expect.
    fn warn_of_language(&self, row: usize, to: &mut Vec<String>) {
        let languages = self.program(row).languages();
        let is_expected = match self.answers.get(Question::Language) {
            Some(Answer::Names { names, .. }) => {
                languages.iter().any(|one| names.iter().any(|name| **name == *one.as_str()))
            }
            _ => languages.iter().any(|one| one.as_str() == "English"),
        };
        if !languages.is_empty() && !is_expected {
            to.push(self.language(self.program(row)).text);
        }
    }

    fn warn_of_exams(&self, row: usize, to: &mut Vec<String>) {
        let program = self.program(row);
        let capstone = program.capstone.shown().map(|claim| format!("it ends with a capstone: {}", claim.value));
        if let Some(claim) = program.proctored.shown().filter(|claim| claim.value) {
            let note = claim.note.as_deref().map(|note| format!(": {note}")).unwrap_or_default();
            to.push(format!("it has a proctored exam{note}"));
        }
        if let Some(claim) = program.exam.shown() {
            to.push(format!("the exam: {}", claim.value));
        }
        to.extend(capstone);
    }

    /// Limits that could not be held against the program, because the fact is unknown.
    fn warn_of_limits_unknown(&self, row: usize, to: &mut Vec<String>) {
        if self.engine.settings().unknowns == Unknowns::Drop {
            return;
        }
        let program = self.program(row);
        let limits = self.wishes().limits;
        let holds = |question: Question| limits & super::wishes::bit(question) != 0;
        if holds(Question::Language) && !program.languages.is_known() {
            to.push("its language is not on record: check it before you enrol".to_owned());
        }
        if holds(Question::Institution) && !program.institutions.is_known() {
            to.push("who offers it is not on record".to_owned());
        }
        if holds(Question::Horizon) && self.engine.programs[row].pace.finish(self.wishes().hours).is_none() {
            to.push("how long it takes is not on record, so your deadline could not be held against it".to_owned());
        }
        if holds(Question::Field) && !program.fields.is_known() {
            to.push("its field is not on record".to_owned());
        }
        if holds(Question::Exams) && !program.proctored.is_known() {
            to.push("whether its exams are proctored is not on record".to_owned());
        }
    }

    fn warn_of_remarks(&self, row: usize, to: &mut Vec<String>) {
        let program = self.program(row);
        let remarks = program.remark.claims().iter().map(|claim| claim.value.as_str());
        to.extend(remarks.filter(|remark| is_a_catch(remark)).map(|remark| format!("on record: {remark}")));
        for caution in &self.engine.reader.questionnaire.cautions {
            if self.is_about(caution, program) && (!caution.when_goal_or_credit || self.wants_credit()) {
                to.push(format!("{} (as of {})", caution.says.trim_end_matches('.'), caution.as_of));
            }
        }
    }

    fn is_about(&self, caution: &Caution, program: &Program) -> bool {
        if let Some(id) = &caution.program {
            return program.id == *id.as_str();
        }
        if caution.field.is_some() {
            return false;
        }
        let has_kind = caution.kind.as_ref().is_none_or(|kind| program.kind().slug() == *kind);
        let key = |ix: &crate::catalog::InstitutionIx| self.catalog.institution(*ix).key.as_str();
        let is_theirs = |wanted: &String| program.institutions().iter().any(|ix| key(ix) == wanted);
        has_kind && caution.institution.as_ref().is_some_and(is_theirs)
    }

    /// The criteria on which a program does poorly, or on which nothing is known of it, in words.
    pub(super) fn against(&self, row: usize) -> Vec<String> {
        let poor = |criterion: &Criterion| {
            let value = self.evaluation.values[row][*criterion as usize];
            let is_unknown = !value.is_exact() && self.of_criterion(*criterion, row).basis == "unknown";
            value.mid < LITTLE || is_unknown
        };
        let mut against = self.in_words(row, poor);
        // A price counts against a program only beside what one would pay.
        let price = sentence(&self.of_criterion(Criterion::Cost, row).text);
        if let (Some(yours), Some(said)) = (self.payable(row), against.iter_mut().find(|said| **said == price)) {
            *said = format!("{}, of your {yours}.", said.trim_end_matches('.'));
        }
        against
    }

    /// What one would pay at most, for a program whose price is on record in that currency.
    fn payable(&self, row: usize) -> Option<crate::catalog::Money> {
        let Budget { limit, currency, .. } = self.budget()?;
        let limit = limit.filter(|_| self.program(row).price_in(currency).is_some())?;
        Some(crate::catalog::Money { low: limit, high: limit, currency })
    }

    /// The criteria on which a program does well, in words.
    pub(super) fn for_it(&self, row: usize) -> Vec<String> {
        let good = |criterion: &Criterion| self.evaluation.values[row][*criterion as usize].mid >= MUCH;
        self.in_words(row, good)
    }

    /// The facts behind some criteria as sentences, each said once; the level, which stands behind two, in one.
    fn in_words(&self, row: usize, which: impl Fn(&Criterion) -> bool) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        let criteria: Vec<Criterion> = self.by_weight().into_iter().filter(which).collect();
        let is_twice = criteria.contains(&Criterion::Fit) && criteria.contains(&Criterion::Depth);
        for criterion in criteria {
            let is_level = matches!(criterion, Criterion::Fit | Criterion::Depth);
            let words = if is_twice && is_level {
                sentence(&self.level_for_both(row).text)
            } else {
                sentence(&self.of_criterion(criterion, row).text)
            };
            if !told.contains(&words) {
                told.push(words);
            }
        }
        told
    }

    /// The criteria that play a part, the largest weight first.
    pub(super) fn by_weight(&self) -> Vec<Criterion> {
        let weights = &self.wishes().weights;
        let mut active: Vec<Criterion> =
            Criterion::ALL.iter().copied().filter(|criterion| weights[*criterion as usize] > 0.0).collect();
        active.sort_by(|a, b| weights[*b as usize].total_cmp(&weights[*a as usize]));
        active
    }
}

/// What a program asks for before it starts, as a sentence; that it asks for nothing, where the record begins so.
fn asked_beforehand(text: &str) -> String {
    let rest = text.strip_prefix("none required").or_else(|| text.strip_prefix("none"));
    match rest.map(|rest| rest.trim_start_matches([',', ';', ':', ' ', '.'])) {
        Some("") => NOTHING_ASKED.to_owned(),
        Some(rest) if text[..text.len() - rest.len()].ends_with([',', ' ']) => {
            format!("nothing is required beforehand; {rest}")
        }
        _ => format!("asked or advised beforehand: {text}"),
    }
}

/// Whether a range of months is too wide to name one day in it.
fn is_wide(earliest: f64, latest: f64) -> bool {
    latest - earliest > 3.0 && latest > 2.0 * earliest
}

fn school(way: &Pathway) -> String {
    let amount = way.amount.as_deref().map(|amount| format!(" ({amount})")).unwrap_or_default();
    let note = way.note.as_deref().map(|note| format!("; {}", lower(note.trim_end_matches('.')))).unwrap_or_default();
    let condition = match way.condition.as_deref() {
        None | Some("admission") => String::new(),
        Some(condition) => format!(": {condition}"),
    };
    format!(
        "{} may count it toward {}{amount}, if you are admitted{condition}{note} ({})",
        way.institution,
        degree(way),
        match way.as_of.text() {
            dated if way.as_of.year().is_some() => format!("as of {dated}"),
            undated => undated.to_owned(),
        }
    )
}

fn degree(way: &Pathway) -> &str {
    way.program.as_deref().unwrap_or("a degree that the source does not name")
}

fn missing_price(program: &Program, currency: Currency) -> String {
    match program.price.shown() {
        Some(claim) => format!(
            "its price is on record in another currency only ({}), so your budget in {} could not be held against it",
            claim.value.money,
            currency.code()
        ),
        None => match program.course_price.shown() {
            Some(claim) => format!(
                "its whole price is unknown; a course of it was {} ({})",
                claim.value.money,
                plain_year(claim.as_of.year())
            ),
            None => "its price is unknown, so your budget could not be held against it".to_owned(),
        },
    }
}

/// A price that somebody states in another currency, where the one reckoned with is an estimate.
fn price_elsewhere(program: &Program, currency: Currency) -> Option<String> {
    let is_said = |claim: &&crate::catalog::Claim<crate::catalog::Price>| {
        claim.value.money.currency != currency && matches!(claim.basis, Basis::Stated | Basis::Derived)
    };
    let claim = program.price.claims().iter().find(is_said)?;
    let name = if currency == Currency::USD { "US dollars" } else { currency.code() };
    Some(format!("also on record: {} ({}), not converted to {name}", claim.value.money, plain_year(claim.as_of.year())))
}

fn plain_year(year: Option<u32>) -> String {
    year.map_or("undated".to_owned(), |year| plain(f64::from(year)))
}

/// Whether a remark is something that one should know before enrolling.
fn is_a_catch(remark: &str) -> bool {
    ["must", "ends after", "dropped", "cannot", "retired", "counts for"].iter().any(|word| remark.contains(word))
}

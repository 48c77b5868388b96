//! What stands beside the ranking: programs of other kinds that are worth a look, each for a reason that its own facts
//! carry, and what else must be said - what was not found, what is only in an older list, how ties are ordered.

use super::criteria::{order_key, score};
use super::evaluate::{Standing, handle};
use super::field::Why;
use super::foremost::PLAIN_MATCH;
use super::grounds::{Words, lower, month, or_list};
use super::limits::STATUS;
use super::names::{Found, fold};
use super::report::{Result, counted};
use super::traits::{CreditState, Side};
use super::{Also, Answer, Outcome, Question};
use crate::catalog::{Basis, Kind, sentence};

/// A score, in hundredths, below which a program fits badly.
const LEAST_FIT: f64 = 30.0;

/// A program of an older list is named if it would have stood among so many.
const MOST_LIKE_FIRST: usize = 10;

/// The most programs of older lists that are named.
const MOST_OLDER: usize = 2;

impl Words<'_> {
    /// Programs that the outcome does not rank and that are worth a look.
    pub(super) fn also(&self, result: &Result<'_>, shown: &[usize]) -> Vec<Also> {
        let outcome = result.decision.outcome;
        if matches!(outcome, Outcome::None | Outcome::NotEnough) {
            return Vec::new();
        }
        let already = Self::rows(result, shown);
        let all = self.engine.rank(self.evaluation, |_| true);
        let mut also = Vec::new();
        // Where only other kinds are left, all of them are ranked: then the kinds that are not shown are worth a look.
        let mut kinds: Vec<&Kind> = if outcome == Outcome::Other {
            already.iter().map(|row| self.program(*row).kind()).collect()
        } else {
            Vec::new()
        };
        let is_beside = |one: &&Standing| {
            !already.contains(&one.row) && (outcome == Outcome::Other || !self.is_ranked(outcome, one.row))
        };
        for standing in all.iter().filter(is_beside) {
            let kind = self.program(standing.row).kind();
            if kinds.contains(&kind) {
                continue;
            }
            if let Some(reason) = self.reason_to_look(standing) {
                kinds.push(kind);
                also.push((standing.score.mid, Also { program: handle(standing.row), reason: sentence(&reason) }));
            }
        }
        drop_bad_fits(also)
    }

    pub(super) fn reason_to_look(&self, standing: &Standing) -> Option<String> {
        let row = standing.row;
        match self.program(row).kind() {
            Kind::ProfessionalCertificate | Kind::MicroMasters => Some(self.best_of_the_other(standing)),
            Kind::MicroBachelors => self.undergraduate_credit(row),
            Kind::Masters => self.degree_itself(row),
            Kind::XSeries => self.depth_without_credit(row),
            Kind::BootCamp => {
                self.in_field(row).map(|reason| format!("{reason}; boot camps are a kind that edX has given up"))
            }
            Kind::ExecutiveEducation | Kind::Other(_) => self.in_field(row),
        }
    }

    fn best_of_the_other(&self, standing: &Standing) -> String {
        let fit = (standing.score.mid * 100.0).round();
        format!("the best {} by the same criteria, {fit} of 100", self.program(standing.row).kind().name())
    }

    fn undergraduate_credit(&self, row: usize) -> Option<String> {
        let choice = |question| self.answers.get(question).and_then(Answer::choice);
        let has_no_degree = matches!(choice(Question::Education), Some("none" | "some_college"));
        let wants = matches!(choice(Question::Credit), Some("nice" | "must"));
        if !(has_no_degree && wants) {
            return None;
        }
        match self.engine.programs[row].credit {
            CreditState::Included => Some("undergraduate credit comes with it on completion, and you have no bachelor's degree yet".to_owned()),
            CreditState::Pathway | CreditState::Recommended => {
                Some("it may count as undergraduate credit, if admitted, and you have no bachelor's degree yet".to_owned())
            }
            CreditState::Possible => {
                Some("its kind is made for undergraduate credit and you have no bachelor's degree yet; no school is on record: ask yours".to_owned())
            }
            _ => None,
        }
    }

    fn degree_itself(&self, row: usize) -> Option<String> {
        let wants_degree = self.answers.get(Question::Goal).and_then(Answer::choice) == Some("masters");
        wants_degree
            .then(|| format!("it is the degree itself: {}", self.of_criterion(super::Criterion::Cost, row).text))
    }

    fn depth_without_credit(&self, row: usize) -> Option<String> {
        let choice = |question| self.answers.get(question).and_then(Answer::choice);
        let wants_depth = choice(Question::Goal) == Some("deepen") || choice(Question::Depth) == Some("deep");
        let courses = self.program(row).courses.value()?;
        let has_no_credit = matches!(self.engine.programs[row].credit, CreditState::None | CreditState::PresumedNone);
        let is_series = wants_depth && has_no_credit && *courses > 1;
        is_series.then(|| format!("a series of {courses} courses on one subject, without credit"))
    }

    fn in_field(&self, row: usize) -> Option<String> {
        let found = self.wishes().field.as_ref()?.matches[row];
        (found.value.mid >= PLAIN_MATCH).then(|| self.field(row).text)
    }

    /// What else must be said.
    pub(super) fn notes(&self, result: &Result<'_>, shown: &[usize]) -> Vec<String> {
        let mut notes = Vec::new();
        self.note_constraint(result, &mut notes);
        self.note_names_not_found(&mut notes);
        self.note_not_in_catalogue(&mut notes);
        self.note_institutions(result, &mut notes);
        self.note_cautions(&mut notes);
        self.note_older(result, &mut notes);
        self.note_ties(result, shown, &mut notes);
        self.note_languages(result, shown, &mut notes);
        self.note_currency(result, &mut notes);
        self.note_credit(result, &mut notes);
        self.note_deadline(&mut notes);
        self.note_inactive(&mut notes);
        notes
    }

    fn note_constraint(&self, result: &Result<'_>, to: &mut Vec<String>) {
        let outcome = result.decision.outcome;
        if outcome == Outcome::Other {
            let why = if result.is_limited { "passes your limits" } else { "is in the running" };
            to.push(format!(
                "No Professional Certificate or MicroMasters {why}; what is listed is of other kinds, ranked by the same criteria."
            ));
        }
        if outcome == Outcome::NotEnough {
            to.push("A Professional Certificate is for a skill you use soon, generally without credit; a MicroMasters is for depth and may count toward a master's degree, if you are admitted.".to_owned());
        }
        if outcome == Outcome::None && !self.engine.settings().include_older {
            let only_older = self.only_older();
            if only_older > 0 {
                let they = if only_older == 1 { "it" } else { "they" };
                to.push(format!(
                    "{} would pass your limits, only in an older list; {they} can be let in.",
                    counted(only_older, "program")
                ));
            }
        }
    }

    fn note_names_not_found(&self, to: &mut Vec<String>) {
        let Some(wish) = &self.wishes().field else { return };
        for (at, name) in wish.names.iter().enumerate() {
            if !wish.is_found(at) && self.engine.reader.names.field(name).is_none() {
                let fields = self.engine.reader.names.fields.iter().map(String::as_str);
                let hint = crate::catalog::did_you_mean(name, fields);
                to.push(format!("Nothing in the catalogue is about `{name}`.{hint}"));
            }
        }
    }

    /// Languages and institutions that were named and of which the catalogue has nothing.
    fn note_not_in_catalogue(&self, to: &mut Vec<String>) {
        let known = self.engine.reader.names;
        if let Some(Answer::Names { names, .. }) = self.answers.get(Question::Language) {
            for name in names.iter().filter(|name| known.language(name).is_none()) {
                to.push(format!("No program of this catalogue is on record as being in {name}."));
            }
        }
        if let Some(Answer::Institutions { prefer, must }) = self.answers.get(Question::Institution) {
            let is_missing = |name: &&String| matches!(known.institution(name), Found::Nearest(_));
            for name in prefer.iter().chain(must).filter(is_missing) {
                to.push(format!("No institution of this catalogue is called `{name}`."));
            }
        }
    }

    /// Says so where a wanted institution has nothing left, or nothing in the wanted field.
    fn note_institutions(&self, result: &Result<'_>, to: &mut Vec<String>) {
        let fields = self.wishes().field.as_ref();
        for ix in &self.wishes().prefer {
            let is_theirs = |row: &usize| self.engine.programs[*row].institutions.contains(ix);
            let possible: Vec<usize> = (0..self.evaluation.fails.len())
                .filter(|row| self.evaluation.fails[*row] == 0)
                .filter(is_theirs)
                .collect();
            let short = &self.catalog.institution(*ix).short;
            if possible.is_empty() {
                to.push(format!("No program of {short} passes your limits."));
                continue;
            }
            let Some(wish) = fields else { continue };
            let in_field = |row: &&usize| wish.matches[**row].value.mid >= PLAIN_MATCH;
            if !possible.iter().any(|row| in_field(&row)) {
                let nearest = result.standings.first().map(|top| format!("; nearest is {}", self.name(top.row)));
                to.push(format!(
                    "No current program of {short} about {} was found{}.",
                    or_list(&wish.names),
                    nearest.unwrap_or_default()
                ));
            }
        }
    }

    /// What is recorded about a wanted field at a wanted institution.
    fn note_cautions(&self, to: &mut Vec<String>) {
        let Some(wish) = &self.wishes().field else { return };
        let key = |ix: &crate::catalog::InstitutionIx| self.catalog.institution(*ix).key.as_str();
        for caution in &self.engine.reader.questionnaire.cautions {
            let (Some(institution), Some(field)) = (&caution.institution, &caution.field) else { continue };
            let is_theirs = self.wishes().prefer.iter().chain(&self.wishes().must).any(|ix| key(ix) == institution);
            if is_theirs && wish.names.iter().any(|name| self.means_the_same(name, field)) {
                to.push(sentence(&format!("{} (as of {})", caution.says.trim_end_matches('.'), caution.as_of)));
            }
        }
    }

    fn means_the_same(&self, name: &str, other: &str) -> bool {
        let has = |words: &[String], wanted: &str| words.iter().any(|word| fold(word) == fold(wanted));
        let meanings = &self.engine.reader.questionnaire.words;
        fold(name) == fold(other)
            || meanings.iter().any(|meaning| has(&meaning.means, name) && has(&meaning.means, other))
    }

    /// Names programs that would be among the first, had they not been seen in an older list only.
    fn note_older(&self, result: &Result<'_>, to: &mut Vec<String>) {
        if !matches!(result.decision.outcome, Outcome::ProfessionalCertificate | Outcome::MicroMasters | Outcome::Close)
        {
            return;
        }
        let Some(wish) = &self.wishes().field else { return };
        let weights = &self.wishes().weights;
        let last = result.standings.iter().take(MOST_LIKE_FIRST).next_back();
        let enough = last.map_or(0, |last| order_key(last.score.mid));
        let is_like = |row: &usize| {
            let fails = self.evaluation.fails[*row];
            let is_older = fails & STATUS != 0 && self.side(*row) != Side::Neither;
            let is_theirs = self.engine.programs[*row].institutions.iter().any(|ix| self.wishes().prefer.contains(ix));
            let key = order_key(score(&self.evaluation.values[*row], weights).mid);
            let plain = wish.matches[*row].value.mid >= PLAIN_MATCH;
            let is_named = matches!(wish.matches[*row].why, Why::Subject | Why::SameTitle | Why::Title | Why::Skill);
            let would_be_first = key >= enough && self.is_ranked(result.decision.outcome, *row);
            is_older && (is_theirs && plain || fails == STATUS && is_named && would_be_first)
        };
        let mut older: Vec<usize> = (0..self.evaluation.fails.len()).filter(is_like).collect();
        older.sort_by_key(|row| {
            let key = order_key(score(&self.evaluation.values[*row], weights).mid);
            (std::cmp::Reverse(key), self.engine.programs[*row].by_title)
        });
        for row in older.into_iter().take(MOST_OLDER) {
            let seen = self.program(row).status.shown().map_or(0, |claim| claim.as_of.newest());
            to.push(format!(
                "{}, {}, is like what you want, but was last seen in the list of {}, so it is not recommended.",
                self.name(row),
                self.a_kind(row),
                month(seen)
            ));
        }
    }

    fn note_ties(&self, result: &Result<'_>, shown: &[usize], to: &mut Vec<String>) {
        if !shown.iter().any(|at| result.standings[*at].is_tie) {
            return;
        }
        let last = shown.iter().map(|at| result.standings[*at]).rfind(|one| one.is_tie);
        let unseen = last.map_or(0, |last| {
            let like_last = |at: &usize| result.standings[*at].rank == last.rank && !shown.contains(at);
            (0..result.standings.len()).filter(like_last).count()
        });
        let more = match last.filter(|_| unseen > 0) {
            Some(last) if unseen == 1 => format!(" 1 more fits as well as {}.", self.name(last.row)),
            Some(last) => format!(" {unseen} more fit as well as {}.", self.name(last.row)),
            None => String::new(),
        };
        to.push(format!("A tie: programs with the same place fit equally well; they stand in the order of their titles, then ids, which means nothing.{more}"));
    }

    /// Where more programs share the first place than are shown: how many, and that their order says nothing.
    pub(super) fn crowd_in_first_place(result: &Result<'_>, shown: &[usize]) -> Option<String> {
        let first = result.standings.iter().filter(|one| one.rank == 1).count();
        let seen = shown.iter().filter(|at| result.standings[**at].rank == 1).count();
        let more = first.saturating_sub(seen);
        let are = if seen == 1 { "is" } else { "are" };
        let fit = if more == 1 { "fits" } else { "fit" };
        (first > seen).then(|| {
            format!(
                "{first} programs tie for the first place: {seen} {are} shown, {more} more {fit} equally well, and the order among them means nothing."
            )
        })
    }

    fn note_languages(&self, result: &Result<'_>, shown: &[usize], to: &mut Vec<String>) {
        if self.answers.get(Question::Language).is_none() {
            return;
        }
        let is_inferred =
            |row: usize| self.program(row).languages.shown().is_some_and(|claim| claim.basis == Basis::Inferred);
        if shown.iter().any(|at| is_inferred(result.standings[*at].row)) {
            to.push(
                "The languages are inferred, mostly from titles: check them on the pages of the programs.".to_owned(),
            );
        }
    }

    fn note_currency(&self, result: &Result<'_>, to: &mut Vec<String>) {
        let Some(budget) = self.budget().filter(|_| !result.standings.is_empty()) else { return };
        let lacks = |one: &&Standing| self.engine.programs[one.row].price_for(Some(budget)).is_none();
        let missing = result.standings.iter().filter(lacks).count();
        if missing > 0 {
            let code = budget.currency.code();
            let (have, they) = if missing == 1 { ("has", "it stays") } else { ("have", "they stay") };
            let of = match result.standings.len() {
                1 => "The one program".to_owned(),
                all => format!("{missing} of the {all} programs"),
            };
            to.push(format!(
                "{of} ranked {have} no price in {code} on record; {they} in, because unknown is not too much."
            ));
        }
    }

    fn note_credit(&self, result: &Result<'_>, to: &mut Vec<String>) {
        let must = self.answers.get(Question::Credit).and_then(Answer::choice) == Some("must");
        if !must || !self.engine.settings().presume_no_credit || result.decision.outcome == Outcome::NotEnough {
            return;
        }
        let presumed = |row: &usize| {
            let is_the_only_reason = self.evaluation.fails[*row] == super::wishes::bit(Question::Credit);
            is_the_only_reason && self.engine.programs[*row].credit == CreditState::PresumedNone
        };
        let count = (0..self.evaluation.fails.len()).filter(presumed).count();
        if count > 0 {
            to.push(format!(
                "{} left out for nothing else than that {} kind usually carries no credit, not because anyone says so of {}; this presumption can be switched off.",
                if count == 1 { "1 program is".to_owned() } else { format!("{count} programs are") },
                if count == 1 { "its" } else { "their" },
                if count == 1 { "it" } else { "them" }
            ));
        }
    }

    fn note_deadline(&self, to: &mut Vec<String>) {
        let as_of = self.engine.settings().as_of;
        if let Some(Answer::Date(date)) = self.answers.get(Question::Horizon).filter(|_| self.wishes().months.is_some())
            && *date < as_of
        {
            to.push(super::typed::has_passed(*date, as_of));
        }
    }

    fn note_inactive(&self, to: &mut Vec<String>) {
        for question in self.answers.inactive(self.engine.reader.questionnaire) {
            let title = &self.engine.reader.questionnaire.item(question).title;
            to.push(format!("Your answer to `{}` is kept but does nothing now.", lower(title)));
        }
    }
}

/// Leaves out what fits badly; the best of it stays where there is nothing else, and says so.
fn drop_bad_fits(also: Vec<(f64, Also)>) -> Vec<Also> {
    let fits = |score: f64| (score * 100.0).round() >= LEAST_FIT;
    if also.iter().any(|(score, _)| fits(*score)) {
        return also.into_iter().filter(|(score, _)| fits(*score)).map(|(_, also)| also).collect();
    }
    let says_so = |(_, also): (f64, Also)| {
        let reason = format!("It fits badly: {}", lower(&also.reason));
        Also { reason, ..also }
    };
    also.into_iter().take(1).map(says_so).collect()
}

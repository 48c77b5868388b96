//! Shared code of the adviser's commands: the catalogue, the adviser, its settings and the answers.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use crate::advise::{
    Advice, Adviser, AnswerProblem, Answers, Outcome, Question, Questionnaire, QuestionnaireError, Settings,
};
use crate::catalog::{Catalog, printable};
use crate::export::advice::AdviceJson;
use crate::export::scales_json;
use crate::files::{ReadError, read_text, whole_text};
use crate::guide::Guide;
use crate::page::{self, Advised, Depth};
use crate::stream::stdin;

use super::args::{Asked, Format, Questions, Running, RunningStatus};
use super::failure::{Exit, Failure, sentence};
use super::input::{is_dash, source_name};
use super::kept::ProfileLog;
use super::output::{Output, write_json};

/// The maximum size of a file of answers or a questionnaire, in bytes; real ones are far smaller.
const MAX_BYTES: u64 = 1 << 20;

/// A catalogue with its adviser and the requested settings. Neither is dropped: the process ends after the answer,
/// which frees them at once.
pub(super) struct Advisory {
    pub(super) catalog: ManuallyDrop<Catalog>,
    pub(super) adviser: ManuallyDrop<Adviser>,
    pub(super) settings: Settings,
}

impl Advisory {
    pub(super) fn new(running: &Running, output: &Output) -> Result<Self, Failure> {
        let settings = settings(running, output)?;
        let catalog = output.catalog()?;
        let asked = questionnaire(&running.questions)?;
        let adviser = ManuallyDrop::new(Adviser::new(&catalog, asked));
        Ok(Self { catalog, adviser, settings })
    }

    /// Returns the answers from the named file or standard input; if none is named, the answers kept in the profile.
    pub(super) fn answers(&self, asked: &Asked, output: &Output) -> Result<Answers, Failure> {
        let text = match &asked.answers {
            Some(path) => read(path)?,
            None => kept_answers(output)?,
        };
        self.parse(&text)
    }

    /// Returns the answers from a file or, for `-`, standard input.
    pub(super) fn answers_in(&self, path: &Path) -> Result<Answers, Failure> {
        self.parse(&read(path)?)
    }

    fn parse(&self, text: &str) -> Result<Answers, Failure> {
        self.adviser.parse_answers(text).map_err(|error| Failure::refused(error.sentences()))
    }

    pub(super) fn advise(&self, answers: &Answers) -> Advice {
        self.adviser.advise(&self.catalog, answers, &self.settings)
    }

    /// Prints a result. The exit code says whether there is a recommendation.
    pub(super) fn print(&self, advice: &Advice, explain: bool, output: &Output) -> Result<Exit, Failure> {
        let words = self.adviser.explainer(&self.catalog, &advice.asked);
        if output.format() == Format::Json {
            let questionnaire = explain.then(|| scales_json(self.adviser.questionnaire()));
            write_json(&AdviceJson { advice, words, questionnaire })?;
        } else {
            let depth = if explain { Depth::Full } else { Depth::Short };
            let guide = Guide::embedded();
            let advised = Advised { catalog: &self.catalog, adviser: &self.adviser, guide: &guide, advice, kept: &[] };
            output.page(page::result(advised, 0, depth))?;
        }
        let has_older = advice.knocked_out.iter().any(|out| out.questions().next() == Some(None));
        if advice.outcome == Outcome::None && has_older {
            output.say("`--status all` also considers programs that are only in older lists.");
        }
        Ok(match advice.outcome {
            Outcome::None | Outcome::NoMatch => Exit::NoneFits,
            Outcome::NotEnough => Exit::NotEnough,
            _ => Exit::Fine,
        })
    }
}

fn settings(running: &Running, output: &Output) -> Result<Settings, Failure> {
    let lifted = running.lift.iter().map(|name| question(name)).collect::<Result<_, _>>()?;
    let as_of = output.today();
    Ok(Settings {
        include_older: running.status == RunningStatus::All,
        unknowns: running.unknown.into(),
        presume_no_credit: !running.no_presumption,
        lifted,
        shown: running.top as usize,
        ..Settings::new(as_of)
    })
}

fn question(name: &str) -> Result<Question, Failure> {
    Question::called(name).map_err(|error| Failure::usage(AnswerProblem::Question(error).to_string()))
}

/// Returns the requested questionnaire, or else the built-in one.
pub(super) fn questionnaire(words: &Questions) -> Result<Questionnaire, Failure> {
    let from_environment = || std::env::var_os("PROSPECTUS_QUESTIONNAIRE").filter(|name| !name.is_empty());
    let Some(path) = words.questionnaire.clone().or_else(|| from_environment().map(PathBuf::from)) else {
        return Questionnaire::embedded().map_err(|error| Failure::failed(format!("{error}.")));
    };
    let name = path.to_string_lossy();
    let name = printable(&name);
    let unreadable = |error: ReadError| match error {
        ReadError::Refused(error) => Failure::failed(format!("The questionnaire in {name} cannot be read: {error}.")),
        error => Failure::refused(vec![format!("The questionnaire in {name} {error}.")]),
    };
    let text = read_text(&path, MAX_BYTES).map_err(unreadable)?;
    Questionnaire::parse(&text).map_err(|error| Failure::refused(problems_of(&name, error)))
}

fn problems_of(name: &str, error: QuestionnaireError) -> Vec<String> {
    let mut lines = match error {
        QuestionnaireError::NotAQuestionnaire(problem) => vec![sentence(&printable(&problem))],
        QuestionnaireError::Rejected(problems) => {
            problems.iter().map(|problem| sentence(&printable(problem))).collect()
        }
    };
    lines.push(format!("The questionnaire in {name} was not loaded."));
    lines
}

/// Returns the answers and finished courses kept in the profile, in the format of an answers file.
fn kept_answers(output: &Output) -> Result<String, Failure> {
    let missing = "Name a file of answers: `--answers FILE`, or `--answers -` for standard input.";
    let profile = ProfileLog::open(output).map_err(|failure| match (&output.global().profile, failure) {
        (None, _) => Failure::usage(missing),
        (Some(_), failure) => failure,
    })?;
    let profile = profile.profile();
    profile.answers_file().ok_or_else(|| {
        let whose = profile.name.as_ref().map(|name| format!("No answers are kept for {}. ", printable(name)));
        Failure::usage(format!("{}{missing}", whose.unwrap_or_default()))
    })
}

fn read(path: &Path) -> Result<String, Failure> {
    let read = if is_dash(path) {
        whole_text(stdin(), MAX_BYTES)
    } else {
        crate::files::open(path).map_err(ReadError::from).and_then(|file| whole_text(file, MAX_BYTES))
    };
    let text = read.map_err(|error| match error {
        ReadError::TooLong(_) => Failure::refused(vec![
            "The answers are longer than a megabyte; that cannot be a file of answers.".to_owned(),
        ]),
        ReadError::NotText => Failure::refused(vec!["The answers are not text in UTF-8.".to_owned()]),
        error => Failure::failed(format!("The answers in {} {error}.", source_name(path))),
    })?;
    if text.trim().is_empty() {
        let example = r#"{"goal": "explore", "hours": "4-7"}"#;
        return Err(Failure::refused(vec![format!(
            "There are no answers in {}; they are JSON, such as `{example}`.",
            source_name(path)
        )]));
    }
    Ok(text)
}

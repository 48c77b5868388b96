//! Lists over the screen to choose from: a filter to remove, a limit to lift, a change to adopt.

use crate::advise::{Change, Question};
use crate::app::{Action, App, Chip, Context, OrderAction, Overlay};
use crate::catalog::ProgramIx;
use crate::compare::Similar;
use crate::english::capitalised;
use crate::page::{Doc, Line, Role, Target};

/// A limit that can be lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// What an answer rules out.
    Answer(Question),
    /// Only programs of the latest list are considered.
    LatestList,
    /// Kinds that usually carry no credit are presumed to carry none.
    PresumedNoCredit,
}

/// A limit as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitRow {
    /// The limit.
    pub limit: Limit,
    /// Whether it is in force.
    pub is_active: bool,
    /// The limit in words.
    pub words: String,
}

/// Returns every limit that is active or was lifted.
pub fn limit_rows(app: &App) -> Vec<LimitRow> {
    let Some(advice) = &app.interview.advice else { return Vec::new() };
    let settings = &app.interview.settings;
    let mut rows: Vec<LimitRow> = limiting_questions(app)
        .into_iter()
        .map(|question| LimitRow {
            limit: Limit::Answer(question),
            is_active: !settings.lifted.contains(&question),
            words: told(app, question),
        })
        .collect();
    rows.push(LimitRow {
        limit: Limit::LatestList,
        is_active: !settings.include_older,
        words: format!("Only programs of the latest list ({}).", advice.catalog_as_of),
    });
    if advice.limits.contains(&Question::Credit) || settings.lifted.contains(&Question::Credit) {
        rows.push(LimitRow {
            limit: Limit::PresumedNoCredit,
            is_active: settings.presume_no_credit,
            words: "Kinds that usually carry no credit are presumed to carry none.".to_owned(),
        });
    }
    rows
}

/// The questions whose answers are limits, lifted or not.
fn limiting_questions(app: &App) -> Vec<Question> {
    let lifted = app.interview.settings.lifted.iter().copied();
    let active = app.interview.advice.iter().flat_map(|advice| advice.limits.iter().copied());
    let mut questions: Vec<Question> = active.chain(lifted).collect();
    questions.sort_unstable();
    questions.dedup();
    questions
}

/// The answer to a question, as the sentence in which the result repeats it.
fn told(app: &App, question: Question) -> String {
    let advice = app.interview.advice.as_ref();
    let told = advice.filter(|advice| advice.told.contains(&question));
    told.map_or_else(|| question.label().to_owned(), |advice| app.explainer(&advice.asked).told(question))
}

/// Returns every change of answers that leaves a program or changes the result, in words.
pub fn change_rows(app: &App) -> Vec<(Change, String)> {
    let Some(advice) = &app.interview.advice else { return Vec::new() };
    let words = app.explainer(&advice.asked);
    let relaxations = advice.relaxations.iter().map(|one| (one.set.clone(), capitalised(&words.relaxation(one))));
    let flips = advice.flips.iter().map(|one| (one.set.clone(), capitalised(&words.flip(one))));
    relaxations.chain(flips).collect()
}

/// Returns the number of rows of a list.
pub fn picker_rows(app: &App, overlay: Overlay) -> usize {
    match overlay {
        Overlay::RemoveFilter => app.chips().len(),
        Overlay::Orders => super::order_rows(app).len(),
        Overlay::Limits => limit_rows(app).len(),
        Overlay::AskAbout => app.interview.ask_about.found.len(),
        Overlay::Changes => change_rows(app).len(),
        Overlay::Palette => app.palette.count(),
        Overlay::Kept => app.personal.listed().len(),
        Overlay::Decisions => app.personal.notebook.records.len(),
        Overlay::Courses => super::kept::course_rows(app).len(),
        Overlay::Profiles => super::profile_rows(app).len(),
        Overlay::Similar => app.similar.len(),
        _ => 0,
    }
}

/// The rows of a list with the one under the cursor marked, and the lines of that row.
fn picker_page(app: &App, overlay: Overlay, width: usize) -> (Doc, (usize, usize)) {
    if overlay == Overlay::Palette {
        return super::palette::rows(app, width);
    }
    let mut doc = Doc::new(width);
    let introduction = introduction(app, overlay);
    if !introduction.is_empty() {
        doc.text(Role::Dim, &introduction);
        doc.line(Line::blank());
    }
    let mut at_cursor = (0, 0);
    for (place, words) in picker_words(app, overlay).into_iter().enumerate() {
        let is_under_cursor = place == app.overlay_cursor;
        if let Some(heading) = super::kept::heading_above(app, overlay, place) {
            doc.gap();
            doc.text(Role::Dim, heading);
        }
        let first = doc.lines.len();
        let mark = if is_under_cursor { "▌ " } else { "  " };
        let role = if is_under_cursor { Role::Selected } else { Role::Plain };
        doc.about(Target::Row(place), |doc| doc.hanging(Line::of(Role::Focus, mark), role, &words));
        if is_under_cursor {
            at_cursor = (first, doc.lines.len() - 1);
        }
    }
    (doc, at_cursor)
}

fn introduction(app: &App, overlay: Overlay) -> String {
    let keymap = &app.world.keymap;
    let [open, back] = [Action::Open, Action::Back].map(|action| keymap.name_of(Context::Picker, &action));
    match overlay {
        Overlay::Kept | Overlay::Profiles | Overlay::Decisions | Overlay::Courses => {
            super::kept::introduction(app, overlay)
        }
        Overlay::Orders => {
            let turn = keymap.name_of(Context::Picker, &Action::Order(OrderAction::Turn));
            format!("{open} chooses, {turn} reverses the order, {back} leaves.")
        }
        Overlay::Similar => {
            let title = app.similar_to.map_or("", |ix| app.catalog().program(ix).title.as_str());
            format!("Programs like {title}. Programs that it contains come first.")
        }
        Overlay::AskAbout if app.interview.ask_about.input.value().trim().is_empty() => {
            "You can ask about any program in the catalogue.".to_owned()
        }
        Overlay::AskAbout if app.interview.ask_about.found.is_empty() => {
            let ask = keymap.name_of(Context::AskAbout, &Action::Open);
            format!("No title matches; {ask} shows what we know about it.")
        }
        Overlay::AskAbout => String::new(),
        Overlay::Limits => format!("{open} lifts a limit or puts it back; your answers still count. {back} leaves."),
        Overlay::Changes => {
            let undo = keymap.name_of(Context::Result, &Action::UndoChange);
            format!("{open} uses the answer; {undo} undoes that. {back} leaves.")
        }
        _ => format!("{open} removes, {back} leaves."),
    }
}

/// Returns the rows of a list in words.
pub fn picker_words(app: &App, overlay: Overlay) -> Vec<String> {
    match overlay {
        Overlay::Limits => limit_rows(app)
            .into_iter()
            .map(|row| format!("{} {}", if row.is_active { "■" } else { "□ lifted:" }, row.words))
            .collect(),
        Overlay::Changes => change_rows(app).into_iter().map(|(_, words)| words).collect(),
        Overlay::AskAbout => {
            let name = |ix: &ProgramIx| {
                let program = app.catalog().program(*ix);
                let status = if program.is_offered() { "" } else { ", no longer listed" };
                format!(
                    "{} · {}, {}{status}",
                    program.title,
                    app.catalog().institution_shorts(program),
                    program.kind().short()
                )
            };
            app.interview.ask_about.found.iter().map(name).collect()
        }
        Overlay::Orders => super::list::order_words(app),
        Overlay::Kept => super::kept::kept_words(app),
        Overlay::Decisions => super::kept::decision_words(app),
        Overlay::Courses => super::kept::course_words(app),
        Overlay::Profiles => super::kept::profile_words(app),
        Overlay::Similar => similar_words(app),
        _ => {
            let words = |chip: &Chip| match super::way_out(&app.found.hits, chip) {
                Some(way) if way.choices.len() == 1 => format!("{} ×  brings {}", chip.label, way.hides),
                _ => format!("{} ×", chip.label),
            };
            app.chips().iter().map(words).collect()
        }
    }
}

/// The similar programs, each with what it shares.
fn similar_words(app: &App) -> Vec<String> {
    let Some(own) = app.similar_to else { return Vec::new() };
    let catalog = app.catalog();
    let words = |similar: &Similar| {
        let program = catalog.program(similar.program);
        let school = catalog.institution_shorts(program);
        let school = if school.is_empty() { String::new() } else { format!("{school}, ") };
        format!("{} ({school}{}): {}", program.title, program.kind().short(), similar.words(catalog, own))
    };
    app.similar.iter().map(words).collect()
}

pub(super) fn picker(app: &App, overlay: Overlay, width: usize) -> Doc {
    picker_page(app, overlay, width).0
}

/// Scrolls so that the row under the cursor is visible.
pub fn show_picker_cursor(app: &mut App, overlay: Overlay) {
    let area = super::overlay_text_area(app, overlay);
    let (_, (first, last)) = picker_page(app, overlay, usize::from(area.cols));
    let rows = usize::from(area.rows);
    if app.overlay_cursor == 0 {
        app.tops.overlay = 0;
    } else if first < app.tops.overlay {
        app.tops.overlay = first;
    } else if last >= app.tops.overlay + rows {
        app.tops.overlay = (last + 1).saturating_sub(rows);
    }
}

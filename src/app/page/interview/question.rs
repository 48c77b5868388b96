//! A question: its title, the input line, the choices with what each would leave, and the outlook. The input line stays
//! in place while the choices below it scroll.

use crate::advise::{AnswerKind, ChoicesFrom, Item, Question};
use crate::app::page::{Tick, checkbox};
use crate::app::{Action, AdviceAction, App, Offer, QuestionAction};
use crate::catalog::sentence;
use crate::english::{by_count, counted};
use crate::names::quoted;
use crate::page::{Doc, Line, Role, Target};
use crate::width;

/// Below this width counts are shown without the word `programs`, in columns.
const NARROW: usize = 50;
/// Columns between the title and the number of programs in the first line.
const GAP: usize = 3;
/// The number of leading programs shown beside the choices.
const TOP: usize = 3;
/// From this many answers on, the result is offered.
const ENOUGH_ANSWERS: usize = 5;

/// Returns the progress line with the number of the question and of the programs left, and whether the title is in it:
/// if there is room for every title, so that the question is at one place whichever it is.
pub fn question_title(app: &App, cols: usize) -> (Line, bool) {
    let place = app.interview.progress(&app.world);
    let name = app.personal.name().map(|name| format!("{name} · ")).unwrap_or_default();
    let count = app.interview.glance.as_ref().map_or(0, |glance| glance.remaining);
    let noun = by_count(count, "program still possible", "programs still possible");
    let (widest, places) = (app.catalog().all().len(), app.interview.items(&app.world).len());
    let room = format!(" {name}Question {places} of {places} · {widest} programs still possible ");
    let longest = app.interview.items(&app.world).iter().map(|item| width::cols(&item.title)).max().unwrap_or(0);
    let has_title = width::cols(&room) + longest + GAP <= cols;
    let title = if has_title { format!(" · {}", app.interview.item(&app.world).title) } else { String::new() };
    let right = [format!("{count} {noun} "), format!("{count} possible ")];
    let left = Line::of(Role::Plain, " ").and(Role::Dim, name).and(Role::Title, format!("{place}{title}"));
    let fits = |right: &&String| left.cols() + GAP + width::cols(right) <= cols;
    let right = right.iter().find(fits).cloned().unwrap_or_default();
    (left.with_right(Line::of(Role::Plain, right), cols), has_title)
}

/// Returns what is shown above the choices and does not scroll.
pub fn question_head(app: &App, cols: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let item = app.interview.item(&app.world);
    if !question_title(app, usize::from(app.size.0)).1 {
        doc.text(Role::Title, &item.title);
    }
    typing_line(app, item, &mut doc);
    if item.free_words && app.interview.typed().trim().is_empty() {
        doc.text(Role::Dim, "Your own words, or a subject; a number counts what is of it or about it.");
    }
    if app.interview.is_limit {
        let key = app.key(&Action::Question(QuestionAction::Limit));
        doc.text(
            Role::Warning,
            &format!("This is a limit: programs without it are left out. {key} makes it a preference again."),
        );
    }
    if is_language_suggested(app, item) {
        let key = app.key(&Action::Question(QuestionAction::Answer));
        doc.text(Role::Dim, &format!("The language of your system is marked; {key} takes it."));
    }
    if let Some(words) = no_school_possible(app, item) {
        doc.text(Role::Warning, &words);
    }
    let marked = marked_out_of_sight(app);
    if !marked.is_empty() {
        doc.text(Role::Plain, &format!("{} {}", checkbox(app, Tick::Chosen), marked.join(", ")));
    }
    if !doc.lines.is_empty() {
        doc.line(Line::blank());
    }
    doc
}

/// Why no school has a program that is still possible, if there are such programs.
fn no_school_possible(app: &App, item: &Item) -> Option<String> {
    let (interview, left) = (&app.interview, app.interview.glance.as_ref()?.remaining);
    let is_without = interview.prefers_schools(item) && interview.leaves.iter().all(|count| *count == 0);
    let programs = if left == 1 { "the program left".to_owned() } else { format!("the {left} programs left") };
    let key = app.key(&Action::Question(QuestionAction::Skip));
    let words = format!("No school is on record for {programs}. {key} goes on.");
    (is_without && left > 0 && interview.typed().is_empty()).then_some(words)
}

fn is_language_suggested(app: &App, item: &Item) -> bool {
    let interview = &app.interview;
    item.choices_from == Some(ChoicesFrom::Language)
        && app.world.language.is_some()
        && interview.marked.iter().eq(&app.world.language)
        && !interview.is_answered(&app.world)
        && !interview.is_typing()
}

fn typing_line(app: &App, item: &Item, doc: &mut Doc) {
    let interview = &app.interview;
    if let Some(input) = &interview.input {
        let line = Line::of(Role::Focus, TYPED);
        let line = match input.in_sight(typed_room(doc.width())).0 {
            "" if item.free_words => line.and(Role::Dim, "a skill, a job, a subject or a school"),
            "" if item.asks_for_schools() => line.and(Role::Dim, "a school or a company"),
            typed => line.and(Role::Plain, typed),
        };
        doc.about(Target::Input, |doc| doc.line(line));
    } else if let Some(typed) = typed_answer(app, item) {
        doc.text(Role::Plain, &format!("Your answer: {typed}"));
    }
}

/// The prompt of the input line.
const TYPED: &str = "/ ";

/// The visible width of the typed text, in columns.
fn typed_room(cols: usize) -> usize {
    cols.saturating_sub(TYPED.len() + 1)
}

/// Returns the cursor's column in the input line, for a document `cols` wide; `None` if nothing is being typed.
pub fn typing_column(app: &App, cols: u16) -> Option<usize> {
    let input = app.interview.input.as_ref()?;
    Some(TYPED.len() + input.in_sight(typed_room(usize::from(cols))).1)
}

/// The answer, if it is not one of the choices.
fn typed_answer(app: &App, item: &Item) -> Option<String> {
    let answer = app.interview.answers.get(item.question)?;
    (item.kind != AnswerKind::Many && answer.choice().is_none()).then(|| answer.short())
}

/// The marked choices that are not among the rows while text is being typed.
fn marked_out_of_sight(app: &App) -> Vec<&str> {
    let interview = &app.interview;
    if !interview.has_line || interview.typed().trim().is_empty() {
        return Vec::new();
    }
    interview.marked.iter().chain(&interview.marked_schools).map(String::as_str).collect()
}

/// Returns the choices laid out for the given size, and the lines of the one under the cursor. Every choice is
/// explained if everything fits; otherwise only the one under the cursor.
pub fn question(app: &App, cols: u16, rows: u16) -> (Doc, usize) {
    let all = choices(app, cols, Explained::All);
    if all.0.lines.len() <= usize::from(rows) { all } else { choices(app, cols, Explained::UnderCursor) }
}

/// Columns of a row at most: beyond them the eye loses the way from a choice to its number.
const MAX_ROW: usize = 84;

/// Which choices are explained.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Explained {
    All,
    UnderCursor,
}

fn choices(app: &App, cols: u16, explained: Explained) -> (Doc, usize) {
    let mut doc = Doc::new(usize::from(cols));
    let item = app.interview.item(&app.world);
    let offers = app.interview.offers(&app.world);
    let mut at_cursor = 0;
    // A typed number or date is taken itself; typed letters of a name choose among the rows.
    let decides = item.kind != AnswerKind::Many && !app.interview.typed().trim().is_empty();
    nothing_found(app, &offers, &mut doc);
    for (place, offer) in offers.iter().enumerate() {
        let is_under_cursor = place == app.interview.cursor && app.interview.has_cursor() && !decides;
        if is_under_cursor {
            at_cursor = doc.lines.len();
        }
        let row = Row { app, item, place, offer, is_under_cursor };
        doc.about(Target::Row(place), |doc| row.add(explained, doc));
    }
    doc.gap();
    doc.text(Role::Dim, &item.help);
    if item.kind == AnswerKind::Many {
        let key = app.key(&Action::Question(QuestionAction::Mark));
        doc.text(Role::Dim, &format!("{key} marks several."));
    }
    if app.interview.takes_text(&app.world) && app.interview.input.is_none() && item.kind != AnswerKind::Many {
        let key = app.key(&Action::Question(QuestionAction::Type));
        doc.text(
            Role::Dim,
            &format!("{key} types an answer of your own; a digit alone takes the row with that number."),
        );
    }
    doc.gap();
    doc.text(Role::Dim, &format!("Why this is asked: {}", item.why));
    (doc, at_cursor)
}

/// Says that nothing matches the typed text, and what the rows are instead.
fn nothing_found(app: &App, offers: &[Offer], doc: &mut Doc) {
    let interview = &app.interview;
    let typed = interview.typed().trim();
    if typed.is_empty() {
        return;
    }
    if app.interview.item(&app.world).free_words && !interview.suggestions.is_found {
        doc.text(Role::Title, &format!("No program is about “{}”.", quoted(typed)));
        let rest = if offers.is_empty() { "Other words may find something." } else { "Nearest:" };
        doc.text(Role::Dim, rest);
    } else if offers.is_empty() {
        doc.text(Role::Dim, "Nothing here has that in its name.");
    }
}

/// A choice as it is drawn.
struct Row<'a> {
    app: &'a App,
    item: &'a Item,
    place: usize,
    offer: &'a Offer,
    is_under_cursor: bool,
}

impl Row<'_> {
    fn add(&self, explained: Explained, doc: &mut Doc) {
        let cols = doc.width().min(MAX_ROW);
        let left = self.left(doc.width());
        let head = Line::of(Role::Focus, if self.is_under_cursor { "▌ " } else { "  " })
            .and(Role::Key, self.number())
            .and(Role::Key, self.mark());
        let indent = head.cols();
        let role = if self.is_under_cursor { Role::Selected } else { Role::Plain };
        let label_cols = cols.saturating_sub(width::cols(&left) + indent + 2).max(8);
        let mut label = width::wrap(&self.offer.label, label_cols).into_iter();
        let first = label.next().unwrap_or_default();
        let note = if indent + width::cols(&first) + width::cols(&self.offer.note) + 2 <= label_cols {
            format!(" {}", self.offer.note)
        } else {
            String::new()
        };
        let head = head.and(role, first).and(Role::Dim, note);
        doc.line(head.with_right(Line::of(Role::Dim, left), cols));
        for more in label {
            doc.line(Line::of(Role::Plain, " ".repeat(indent)).and(role, more));
        }
        let is_explained = explained == Explained::All || self.is_under_cursor;
        if is_explained && !self.offer.help.is_empty() {
            doc.hanging(Line::of(Role::Plain, " ".repeat(indent)), Role::Dim, &self.offer.help);
        }
        if self.is_under_cursor && self.is_without_program() {
            let words = "Your answers so far leave out all its programs.";
            doc.hanging(Line::of(Role::Plain, " ".repeat(indent)), Role::Dim, words);
        }
    }

    /// Whether every choice leaves all programs that are still possible.
    fn leaves_all_alike(&self) -> bool {
        let left = self.app.interview.glance.as_ref().map(|glance| glance.remaining);
        self.app.interview.leaves.iter().all(|count| Some(*count) == left)
    }

    /// Whether it is a school none of whose programs is still possible.
    fn is_without_program(&self) -> bool {
        let interview = &self.app.interview;
        interview.prefers_schools(self.item) && interview.leaves.get(self.place) == Some(&0)
    }

    /// The digit that takes the choice; empty where digits are text.
    fn number(&self) -> String {
        match self.place {
            _ if self.app.interview.has_line => String::new(),
            place if place < 9 => format!("{} ", place + 1),
            _ => "  ".to_owned(),
        }
    }

    /// The box of a choice that can be marked, with a blank after it.
    fn mark(&self) -> String {
        let is_marked = self.app.interview.is_marked(self.offer, &self.app.world);
        // With an input line, most users mark nothing, so empty boxes are left out.
        let has_box = self.item.kind == AnswerKind::Many && (is_marked || !self.item.free_words);
        if has_box { format!("{} ", checkbox(self.app, Tick::of(is_marked))) } else { String::new() }
    }

    /// How many programs the choice would leave: `1 program`, `12 programs`; on a narrow screen only the number.
    fn left(&self, cols: usize) -> String {
        match self.app.interview.leaves.get(self.place) {
            None => String::new(),
            // What every choice leaves, the head says already.
            _ if self.leaves_all_alike() => String::new(),
            Some(0) if self.is_without_program() => "none possible".to_owned(),
            Some(0) => "leaves nothing".to_owned(),
            Some(count) if cols < NARROW => count.to_string(),
            // The blank aligns the number with the others.
            Some(1) => "1 program ".to_owned(),
            Some(count) => format!("{count} programs"),
        }
    }
}

/// Returns the outlook: that nothing is left and why, that it is too early to rank, or which way the answers lean and
/// which programs lead; and when the result is ready.
pub fn question_side(app: &App, cols: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let Some(glance) = &app.interview.glance else { return doc };
    doc.heading("SO FAR");
    if is_too_early(app) && few_left(app).is_none() {
        doc.text(if glance.remaining == 0 { Role::Warning } else { Role::Plain }, &so_far(app));
    } else {
        for (place, ix) in glance.top.iter().take(TOP).enumerate() {
            let program = app.catalog().program(*ix);
            let head = Line::of(Role::Label, format!("{} ", place + 1));
            doc.hanging(head, Role::Plain, &program.title);
            let maker = format!("{}, {}", program.kind().name(), app.catalog().school_in_words(program));
            doc.hanging(Line::of(Role::Plain, "  "), Role::Dim, &maker);
        }
    }
    if glance.lean_answered > 0 {
        doc.gap();
        doc.text(Role::Plain, &sentence(glance.leaning.name()));
        lean_slider(glance.leaning.lean, &mut doc);
    }
    if let Some(words) = result_is_ready(app) {
        doc.gap();
        doc.text(Role::Plain, &words);
    }
    doc
}

/// Returns the outlook as one line.
pub fn so_far(app: &App) -> String {
    let Some(glance) = &app.interview.glance else { return String::new() };
    if glance.remaining == 0 {
        return nothing_left(app);
    }
    if let Some(words) = few_left(app) {
        return words;
    }
    if is_too_early(app) {
        let tied = if glance.first_place == 0 { glance.remaining } else { glance.first_place };
        return format!("Too early to rank: {tied} fit equally.");
    }
    let first = glance.top.first().map(|ix| app.catalog().title_with_school(*ix)).unwrap_or_default();
    result_is_ready(app).unwrap_or_else(|| format!("First so far: {first}."))
}

/// Whether it is too early for a ranking: more programs share the first place than are shown.
fn is_too_early(app: &App) -> bool {
    app.interview.glance.as_ref().is_none_or(|glance| glance.first_place == 0 || glance.first_place > TOP)
}

/// Which answer leaves no program.
fn nothing_left(app: &App) -> String {
    let ways = app.interview.glance.as_ref().map(|glance| glance.ways_out.as_slice()).unwrap_or_default();
    // Of several limits, the one answered last left nothing: before it, some programs were left.
    let place = |question: &Question| app.interview.items(&app.world).iter().position(|own| own.question == *question);
    let passed = |question: &Question| place(question).is_some_and(|place| place < app.interview.place);
    let last = ways.iter().filter(|(question, _)| passed(question)).max_by_key(|(question, _)| place(question));
    let Some((question, count)) = last.or(ways.first()).copied() else {
        return "Your answers together leave no program.".to_owned();
    };
    let item = app.world.adviser().questionnaire().item(question);
    let answer = app.interview.answers.get(question).map(|answer| answer.in_words(item));
    format!(
        "No program is left: the limit is “{}” ({}). Without it: {}.",
        answer.unwrap_or_default(),
        item.question.label(),
        counted(count, "program")
    )
}

/// That so few programs are left that the result shows all of them.
fn few_left(app: &App) -> Option<String> {
    let left = app.interview.glance.as_ref()?.remaining;
    let key = app.key(&Action::Advice(AdviceAction::Result));
    match left {
        1 => Some(format!("1 program is left; {key} shows it.")),
        2..=TOP => Some(format!("{left} programs are left; {key} shows them.")),
        _ => None,
    }
}

fn result_is_ready(app: &App) -> Option<String> {
    if let Some(words) = few_left(app) {
        return Some(words);
    }
    let questionnaire = app.world.adviser().questionnaire();
    let answered = questionnaire.items.iter().filter(|item| app.interview.answers.get(item.question).is_some()).count();
    let key = app.key(&Action::Advice(AdviceAction::Result));
    (answered >= ENOUGH_ANSWERS).then(|| format!("{key} shows the result; more answers sharpen it."))
}

/// The lean as a point on a line between the two kinds.
fn lean_slider(lean: i32, doc: &mut Doc) {
    const HALF: i32 = 9;
    let place = (lean * HALF / 8).clamp(-HALF, HALF) + HALF;
    let sign = |at: i32| match at {
        at if at == place => "♦",
        at if at == HALF => "│",
        _ => "─",
    };
    let track: String = (0..=2 * HALF).map(sign).collect();
    doc.line(Line::of(Role::Label, "PC ").and(Role::Bar, track).and(Role::Label, " MM"));
}

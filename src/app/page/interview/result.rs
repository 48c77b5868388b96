//! The recommendation: the verdict, the programs with what speaks for and against each, what would change it, and what
//! the person told us.

use crate::advise::{Advice, Contribution, Explainer, Outcome, Ranked};
use crate::app::{Action, AdviceAction, App};
use crate::export::{BARS, criterion_bars, score_bar, score_words};
use crate::page::{Doc, Line, Role};
use crate::width;

/// Columns of the bar of a score.
const BAR: usize = 20;
/// Below so many columns a score stands without its bar.
const NARROW: usize = 64;
/// How many flips and reasons a screen lists.
const MOST: usize = 6;

/// The result as a document, and for each program shown the lines it takes.
pub(super) struct Page {
    pub(super) doc: Doc,
    pub(super) programs: Vec<(usize, usize)>,
}

pub(super) fn result(app: &App, width: usize) -> Page {
    let mut page = Page { doc: Doc::new(width), programs: Vec::new() };
    let Some(advice) = &app.interview.advice else {
        page.doc.text(Role::Title, "No question is answered yet.");
        return page;
    };
    let words = app.explainer(&advice.asked);
    verdict(&mut page.doc, &words, advice);
    if advice.programs.is_empty() {
        crate::app::page::nothing::no_recommendation(app, &mut page.doc);
    }
    for (place, ranked) in advice.programs.iter().enumerate() {
        page.doc.gap();
        let first = page.doc.lines.len();
        let is_under_cursor = app.interview.result_cursor == place;
        program(&words, &mut page.doc, ranked, place, is_under_cursor);
        page.programs.push((first, page.doc.lines.len() - 1));
    }
    if !advice.programs.is_empty() {
        page.doc.gap();
        page.doc.text(Role::Dim, BARS);
    }
    overview(app, &mut page.doc, advice);
    relaxations(&mut page.doc, &words, advice);
    if let Some(stack) = words.stack(advice) {
        page.doc.heading("FIRST THIS, THEN THAT");
        page.doc.text(Role::Plain, &stack);
    }
    runner_up(app, &mut page.doc, &words, advice);
    changes(app, &mut page.doc, &words, advice);
    not_in_the_running(app, &mut page.doc, advice);
    also(&mut page.doc, &words, advice);
    told(&mut page.doc, &words, advice);
    list(&mut page.doc, "TO KNOW", &words.notes(advice));
    list(&mut page.doc, "NEXT", &words.next_steps(advice));
    page
}

fn verdict(doc: &mut Doc, words: &Explainer<'_>, advice: &Advice) {
    if let Some(caveats) = words.caveats(advice) {
        doc.text(Role::Warning, &caveats);
    }
    doc.text(Role::Title, &words.headline(advice));
    if let Some(crowd) = words.crowd(advice) {
        doc.text(Role::Warning, &crowd);
    }
    doc.text(Role::Plain, &words.because(advice));
    let sure = match advice.outcome {
        Outcome::NotEnough | Outcome::None => format!("Data of {}.", advice.catalog_as_of),
        _ => format!(
            "How sure: {}; {}. Data of {}.",
            advice.strength.name(),
            words.how_sure(advice),
            advice.catalog_as_of
        ),
    };
    doc.text(Role::Dim, &sure);
}

fn program(words: &Explainer<'_>, doc: &mut Doc, ranked: &Ranked, at: usize, is_under_cursor: bool) {
    let program = words.catalog().program(ranked.program);
    let mark = if is_under_cursor { "▌ " } else { "  " };
    let tie = if ranked.is_tie { " tie" } else { "" };
    let role = if is_under_cursor { Role::Selected } else { Role::Title };
    let score = score_words(ranked.score);
    let bar_cols = if doc.width() < NARROW { 0 } else { BAR };
    let head = Line::of(Role::Focus, mark).and(Role::Key, format!("{}{tie} ", ranked.rank));
    let room = doc.width().saturating_sub(head.cols() + width::cols(&score) + bar_cols + 3);
    let head = head.and(role, width::cut(&program.title, room));
    let right = Line::blank().and_picture(&score_bar(ranked.score, bar_cols)).and(Role::Title, format!(" {score}"));
    doc.line(head.with_right(right, doc.width()));
    let maker = format!("{} · {}", program.kind().name(), words.catalog().institution_names(program));
    doc.hanging(Line::of(Role::Plain, "    "), Role::Dim, &maker);
    criteria(doc, &ranked.contributions);
    for (label, sentences, role) in [
        ("for      ", words.pros(ranked), Role::Label),
        ("against  ", words.cons(ranked), Role::Label),
        ("caution  ", words.warnings(ranked, at), Role::Warning),
    ] {
        for (place, sentence) in sentences.iter().enumerate() {
            let label = if place == 0 { label } else { "         " };
            doc.hanging(Line::of(Role::Plain, "    ").and(role, label), Role::Plain, sentence);
        }
    }
    if !ranked.depends_on.is_empty() {
        let text = format!("its place depends on {}", words.depends_on(ranked).join(", "));
        doc.hanging(Line::of(Role::Plain, "    ").and(Role::Label, "unsure   "), Role::Dim, &text);
    }
}

/// The criteria, each with its bar and its points, as many a line as fit.
fn criteria(doc: &mut Doc, contributions: &[Contribution]) {
    let indent = || Line::of(Role::Plain, "    ");
    let mut line = indent();
    for part in criterion_bars(contributions) {
        let own = Line::of(Role::Label, format!("{} ", part.label))
            .and_picture(&part.bar)
            .and(Role::Dim, format!(" {}", part.words));
        let is_first = line.cols() <= 4;
        if !is_first && line.cols() + 2 + own.cols() > doc.width() {
            doc.line(std::mem::replace(&mut line, indent()));
        } else if !is_first {
            line = line.and(Role::Plain, "  ");
        }
        line.spans.extend(own.spans);
    }
    doc.line(line);
}

/// Where too little is answered: the questions that matter most, and the two kinds without a verdict.
fn overview(app: &App, doc: &mut Doc, advice: &Advice) {
    if advice.outcome != Outcome::NotEnough {
        return;
    }
    doc.heading("THE QUESTIONS THAT MATTER MOST");
    for question in &advice.matter_most {
        let item = app.world.adviser().questionnaire().item(*question);
        doc.hanging(Line::of(Role::Key, "→ "), Role::Plain, &item.title);
    }
    doc.gap();
    crate::app::page::guide::table(app, doc);
}

fn relaxations(doc: &mut Doc, words: &Explainer<'_>, advice: &Advice) {
    if advice.relaxations.is_empty() {
        return;
    }
    doc.heading("WHAT WOULD LEAVE SOMETHING");
    for relaxation in advice.relaxations.iter().take(MOST) {
        doc.hanging(Line::of(Role::Key, "→ "), Role::Plain, &words.relaxation(relaxation));
    }
}

fn runner_up(app: &App, doc: &mut Doc, words: &Explainer<'_>, advice: &Advice) {
    if let (Some(runner_up), Some(reason)) = (&advice.runner_up, words.runner_up(advice)) {
        doc.heading("WHY NOT THE SECOND FIRST");
        let title = &app.catalog().program(runner_up.program).title;
        doc.text(Role::Plain, &format!("{title}: {reason}"));
    }
}

fn changes(app: &App, doc: &mut Doc, words: &Explainer<'_>, advice: &Advice) {
    if advice.outcome == Outcome::NotEnough {
        return;
    }
    doc.heading("WHAT WOULD CHANGE THIS");
    if let Some(question) = advice.decides {
        let title = &app.world.adviser().questionnaire().item(question).title;
        doc.text(
            Role::Plain,
            &format!(
                "The question that would settle it: {title} ({} answers it)",
                app.key(&Action::Advice(AdviceAction::Decide))
            ),
        );
    }
    let flips = advice.flips.iter().filter(|flip| flip.changes_outcome);
    let mut shown = 0;
    for flip in flips.take(MOST) {
        doc.hanging(Line::of(Role::Key, "→ "), Role::Plain, &words.flip(flip));
        shown += 1;
    }
    if shown == 0 {
        doc.text(Role::Plain, "No single other answer changes the kind that is recommended.");
    }
    let others = advice.flips.len() - shown;
    if others > 0 {
        let more = if others == 1 { "more answer changes" } else { "more answers change" };
        doc.text(
            Role::Dim,
            &format!(
                "{others} {more} which program is first; {} lists them.",
                app.key(&Action::Advice(AdviceAction::Changes))
            ),
        );
    }
}

fn not_in_the_running(app: &App, doc: &mut Doc, advice: &Advice) {
    if advice.knocked_out.is_empty() {
        return;
    }
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for out in &advice.knocked_out {
        let first = out.reasons.first().map_or("limit", |reason| reason.question_slug());
        match counts.iter_mut().find(|(name, _)| *name == first) {
            Some((_, count)) => *count += 1,
            None => counts.push((first, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    doc.heading("NOT IN THE RUNNING");
    let parts: Vec<String> = counts.iter().map(|(name, count)| format!("{} {count}", limit_words(name))).collect();
    let limits = match advice.limits.len() {
        1 => "1 limit is active".to_owned(),
        count => format!("{count} limits are active"),
    };
    let lifted = match app.interview.settings.lifted.len() {
        0 => String::new(),
        count => format!(", {count} lifted"),
    };
    doc.text(
        Role::Plain,
        &format!(
            "{} programs, by their first reason: {}. {limits}{lifted}; {} lifts one or puts it back.",
            advice.knocked_out.len(),
            parts.join(", "),
            app.key(&Action::Advice(AdviceAction::Limits))
        ),
    );
}

fn limit_words(question: &str) -> &str {
    match question {
        "status" => "not in the latest list",
        other => other,
    }
}

fn also(doc: &mut Doc, words: &Explainer<'_>, advice: &Advice) {
    if advice.also.is_empty() {
        return;
    }
    doc.heading("ALSO CONSIDER");
    for also in &advice.also {
        let program = words.catalog().program(also.program);
        let text = format!("{} ({}): {}", program.title, program.kind().name(), words.also(also));
        doc.hanging(Line::of(Role::Label, "- "), Role::Plain, &text);
    }
}

fn told(doc: &mut Doc, words: &Explainer<'_>, advice: &Advice) {
    let sentences: Vec<String> = advice.told.iter().map(|told| words.told(*told)).collect();
    list(doc, "WHAT YOU TOLD US", &sentences);
}

fn list(doc: &mut Doc, heading: &str, sentences: &[String]) {
    if sentences.is_empty() {
        return;
    }
    doc.heading(heading);
    for sentence in sentences {
        doc.hanging(Line::of(Role::Label, "- "), Role::Plain, sentence);
    }
}

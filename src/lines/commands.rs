//! The words that can be typed, and the word for every action of the explorer. A test fails until a new action has a
//! word, or a reason why line mode needs none.

use crate::app::{
    Action, AdviceAction, CompareAction, Edit, FilterAction, GuideAction, KeepAction, MapAction, Pane, PlanAction,
    ProgramAction, QuestionAction, Side, Toward, TrialAction,
};
use crate::guide::GuidePage;
use crate::map::Direction;
use crate::page::Part;

/// The effect of a word.
#[derive(Clone, Debug)]
pub enum Does {
    /// Applies this action, wherever it is possible.
    Act(Action),
    /// Interprets the text after the word.
    OnProgram(Action),
    /// Does something that depends on the text after the word.
    Reads(Verb),
}

/// A word that interprets the text after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Search for the text.
    Search,
    /// List the values of the facets.
    Filters,
    /// Choose a value of a facet, or remove it if it is chosen.
    Filter,
    /// Remove the active filter with a number.
    Remove,
    /// Change the order of the list.
    Sort,
    /// Print the list from its first line.
    List,
    /// Print the next lines of the list.
    Next,
    /// Print the lines of the list before the current ones.
    Previous,
    /// Add programs to the comparison, or take them out; without a number, open it.
    Compare,
    /// Set the hours a week of a plan.
    Hours,
    /// Set the start of a plan.
    Start,
    /// Set the deadline of a plan.
    Deadline,
    /// Try another answer.
    Try,
    /// Print the current page again.
    Again,
    /// Print a part of the current page.
    Part(Part),
    /// Print the sources of the current page, or the claims about a program or a fact.
    Sources,
    /// Take the program with a number out of the comparison.
    TakeOut,
    /// List all actions, or those that match the text.
    Actions,
    /// Put a program on the shortlist, or take it off.
    Keep,
    /// Print or write the note on a program.
    Note,
    /// List the profiles, or switch to one.
    Profile,
    /// Add a profile.
    NewProfile,
    /// Set whether answers are kept.
    KeepAnswers,
    /// Write the current page to a file.
    Share,
    /// Undo the last change of what is kept.
    UndoKept,
    /// Set the labels of a kept program.
    Label,
    /// Delete everything that is kept for somebody.
    ForgetProfile,
    /// Compute the kept decision with a number again.
    Replay,
    /// List every word.
    Help,
}

/// A word with its short forms.
#[derive(Clone, Debug)]
pub struct Command {
    /// The word and its short forms.
    pub names: &'static [&'static str],
    /// The text that follows the word, as shown in the help.
    pub argument: &'static str,
    /// The description in the help.
    pub help: &'static str,
    /// The effect.
    pub does: Does,
    /// Where it is accepted.
    pub scope: Scope,
}

/// Where a word is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere except at a question, where a line is an answer.
    Pages,
    /// Also at a question, because it cannot be an answer there.
    Everywhere,
}

const fn word(names: &'static [&'static str], argument: &'static str, help: &'static str, does: Does) -> Command {
    Command { names, argument, help, does, scope: Scope::Pages }
}

/// Returns a command that is accepted at a question too.
const fn everywhere(names: &'static [&'static str], argument: &'static str, help: &'static str, does: Does) -> Command {
    Command { names, argument, help, does, scope: Scope::Everywhere }
}

use Does::{Act, OnProgram, Reads};

/// Every word, in the order of the help.
#[rustfmt::skip] // a table reads by its columns
pub const COMMANDS: &[Command] = &[
    everywhere(&["search", "find", "s"], "WORDS", "search; alone, clear the search", Reads(Verb::Search)),
    word(&["list", "ls"], "", "the programs, from the first", Reads(Verb::List)),
    word(&["next", "n"], "", "the next ten programs", Reads(Verb::Next)),
    word(&["previous", "prev"], "", "the previous ten programs", Reads(Verb::Previous)),
    word(&["open", "show"], "NUMBER", "every fact of that program; the number alone does the same", OnProgram(Action::Open)),
    everywhere(&["filters", "facets"], "FACET", "the values that programs can be filtered by, with counts", Reads(Verb::Filters)),
    word(&["filter"], "FACET VALUE", "choose a value, such as `filter kind mm`, or remove it", Reads(Verb::Filter)),
    word(&["remove"], "NUMBER", "the active filters; with a number, remove that one", Reads(Verb::Remove)),
    word(&["clear"], "", "clear the search and reset the filters", Act(Action::Filters(FilterAction::Clear))),
    word(&["sort", "order"], "ORDER", "match, title, institution, length, courses, effort or price; with `-down` from the other end", Reads(Verb::Sort)),
    word(&["sources"], "NUMBER or FACT", "where the facts come from; `sources price` says every claim of one", Reads(Verb::Sources)),
    word(&["similar"], "NUMBER", "the programs that share courses or topics with that one", OnProgram(Action::Program(ProgramAction::Similar))),
    word(&["web", "page"], "NUMBER", "open the web page of the program", OnProgram(Action::Program(ProgramAction::OpenPage))),
    word(&["copy"], "NUMBER", "copy the web address of the program", OnProgram(Action::Program(ProgramAction::CopyAddress))),
    word(&["compare"], "NUMBERS", "put programs in the comparison or take them out; alone, open it", Reads(Verb::Compare)),
    word(&["column-left"], "", "in the comparison: to the previous program", Act(Action::Compare(CompareAction::Column(Side::Left)))),
    word(&["column-right"], "", "in the comparison: to the next program", Act(Action::Compare(CompareAction::Column(Side::Right)))),
    word(&["take-out"], "NUMBER", "in the comparison: take a program out", Reads(Verb::TakeOut)),
    word(&["fold"], "", "in the comparison: say the rows that do not differ, or leave them out", Act(Action::Compare(CompareAction::Fold))),
    word(&["empty"], "", "empty the comparison", Act(Action::Compare(CompareAction::Clear))),
    word(&["plan"], "NUMBER", "when you would finish, what it costs, where it leads", OnProgram(Action::ShowPlan)),
    word(&["hours"], "NUMBER", "in a plan: this many hours a week; `more` and `less` work too", Reads(Verb::Hours)),
    word(&["start"], "DATE", "in a plan: start on that day; `later` and `earlier` move it by a week", Reads(Verb::Start)),
    word(&["deadline"], "DATE", "in a plan: the hours a week to be finished by that day; `none` removes it", Reads(Verb::Deadline)),
    word(&["map"], "", "the programs by work and months or price, the selected one with its neighbours", Act(Action::ShowMap)),
    word(&["axis"], "", "on the map: months, or price", Act(Action::Map(MapAction::Axis))),
    word(&["estimates"], "", "on the map: also the programs whose price or work is estimated", Act(Action::Map(MapAction::Estimates))),
    word(&["more-time"], "", "on the map: the next program with more months, or a higher price", Act(Action::Map(MapAction::Go(Direction::Right)))),
    word(&["less-time"], "", "on the map: the next program with fewer months, or a lower price", Act(Action::Map(MapAction::Go(Direction::Left)))),
    word(&["more-work"], "", "on the map: the next program with more work", Act(Action::Map(MapAction::Go(Direction::Up)))),
    word(&["less-work"], "", "on the map: the next program with less work", Act(Action::Map(MapAction::Go(Direction::Down)))),
    word(&["same-place"], "", "on the map: the next program in the same place", Act(Action::Map(MapAction::Here(Toward::Next)))),
    word(&["same-place-before"], "", "on the map: the previous program in the same place", Act(Action::Map(MapAction::Here(Toward::Previous)))),
    everywhere(&["guide"], "", "the kinds of credential side by side", Act(Action::Guide(GuideAction::Show))),
    word(&["guide-next"], "", "in the guide: the next page", Act(Action::Guide(GuideAction::Turn(Side::Right)))),
    word(&["guide-before"], "", "in the guide: the previous page", Act(Action::Guide(GuideAction::Turn(Side::Left)))),
    word(&["guide-sources"], "", "in the guide: what the checks found", Act(Action::Guide(GuideAction::Topic(GuidePage::Checks)))),
    word(&["guide-me", "advise"], "", "the questionnaire, or back to it", Act(Action::Advise)),
    everywhere(&["forget"], "", "at a question: remove the answer", Act(Action::Question(QuestionAction::Forget))),
    word(&["review", "answers"], "", "all answers, to change any", Act(Action::Advice(AdviceAction::Review))),
    word(&["result"], "", "the recommendation", Act(Action::Advice(AdviceAction::Result))),
    word(&["forget-all"], "", "forget every answer", Act(Action::Advice(AdviceAction::Clear))),
    word(&["decide"], "", "answer the question that would decide the result", Act(Action::Advice(AdviceAction::Decide))),
    word(&["compare-result"], "", "compare the programs of the result", Act(Action::Advice(AdviceAction::Compare))),
    word(&["why-not", "whynot"], "NUMBER or WORDS", "why the program is not recommended, or not first", OnProgram(Action::Advice(AdviceAction::WhyNot))),
    word(&["what-if"], "", "try other answers; `back` leaves yours as they are", Act(Action::Advice(AdviceAction::WhatIf))),
    word(&["try"], "QUESTION=VALUE", "in what-if: another answer, such as `try hours=8-12`", Reads(Verb::Try)),
    word(&["keep"], "NUMBER", "keep that program, or take it off the shortlist; alone in what-if: keep the answers that you tried", Reads(Verb::Keep)),
    word(&["kept", "shortlist"], "", "your shortlist, with notes and what changed since", Act(Action::Keep(KeepAction::ShowKept))),
    word(&["note"], "TEXT", "note something on the program that you named last; alone, say the note", Reads(Verb::Note)),
    word(&["note-person"], "TEXT", "note something on the person; alone, say the note", Act(Action::Keep(KeepAction::NotePerson))),
    word(&["label"], "NUMBER LABELS", "in the shortlist: the labels of that program, with commas between them", Reads(Verb::Label)),
    word(&["next-label"], "", "in the shortlist: only the programs with one label, then with the next, then all", Act(Action::Keep(KeepAction::NextLabel))),
    word(&["move-up"], "", "in the shortlist: move the program up", Act(Action::Keep(KeepAction::Earlier))),
    word(&["move-down"], "", "in the shortlist: move the program down", Act(Action::Keep(KeepAction::Later))),
    word(&["profile", "profiles", "client"], "NAME", "work for that person; alone, the profiles", Reads(Verb::Profile)),
    word(&["new-profile", "new-client"], "NAME", "add a person", Reads(Verb::NewProfile)),
    word(&["copy-profile"], "", "in the profiles: copy a person, then type the name", Act(Action::Keep(KeepAction::Copy))),
    word(&["rename-profile"], "", "in the profiles: rename a person, then type the new name", Act(Action::Keep(KeepAction::Rename))),
    word(&["forget-profile"], "NAME", "delete everything that is kept for that person, after asking", Reads(Verb::ForgetProfile)),
    word(&["finished-courses", "finished"], "NUMBER", "the courses of the program, then a number marks one as finished or not", OnProgram(Action::Keep(KeepAction::ShowCourses))),
    word(&["decisions", "records"], "", "the decisions that you kept; a number reads one", Act(Action::Keep(KeepAction::ShowDecisions))),
    word(&["replay"], "NUMBER", "compute that decision again, and say whether the result is the same", Reads(Verb::Replay)),
    word(&["history"], "", "the changes of what is kept, the latest first", Act(Action::Keep(KeepAction::ShowHistory))),
    word(&["keep-answers"], "CHOICE", "whether answers are kept in the profile without a name: yes, ask or never", Reads(Verb::KeepAnswers)),
    word(&["keep-decision"], "", "save this decision with everything behind it", Act(Action::Keep(KeepAction::Record))),
    word(&["undo-kept"], "", "undo the last change of what is kept", Reads(Verb::UndoKept)),
    word(&["changes"], "", "answers that would change the result; a number uses one", Act(Action::Advice(AdviceAction::Changes))),
    word(&["limits"], "", "the active limits; a number lifts one or puts it back", Act(Action::Advice(AdviceAction::Limits))),
    everywhere(&["undo", "u"], "", "undo the last change: of answers, filters, search, order or comparison", Act(Action::UndoChange)),
    everywhere(&["explore"], "", "back to the explorer; the answers are kept", Act(Action::Explore)),
    word(&["more", "m"], "", "the rest of this page", Reads(Verb::Part(Part::Rest))),
    word(&["share", "write"], "FILE", "write this page to a file: `share plan.html` for a browser, `share plan.md` in Markdown", Reads(Verb::Share)),
    word(&["courses"], "", "the courses of this page", Reads(Verb::Part(Part::Courses))),
    word(&["credit"], "", "where the program of this page counts toward a degree", Reads(Verb::Part(Part::Credit))),
    everywhere(&["again"], "", "say this page again", Reads(Verb::Again)),
    everywhere(&["actions", ":"], "WORDS", "all actions with their keys, or those that match the words; a number does one", Reads(Verb::Actions)),
    word(&["back", "b"], "", "go back", Act(Action::Back)),
    everywhere(&["help", "words"], "", "every word", Reads(Verb::Help)),
    everywhere(&["quit", "exit", "q"], "", "leave the program", Act(Action::Quit)),
];

/// How an action of the explorer is reached in line mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With this word.
    Word(&'static str),
    /// With a number, which chooses the item printed with it.
    Number,
    /// With this input at a question, which `advise` accepts too.
    AtQuestion(&'static str),
    /// Not at all, for this reason.
    Needless(&'static str),
}

/// Returns the form of an action.
pub fn form(action: &Action) -> Form {
    use Form::{Needless, Number};
    match action {
        Action::Resize(..) | Action::Panes(_) => Needless("there are no panes"),
        Action::Complete(_) | Action::Filters(FilterAction::GoTo(_)) => Needless("`filters` lists the values"),
        Action::NextLook | Action::Point(_) | Action::Wheel(..) | Action::ToggleMouse => Needless("nothing is drawn"),
        Action::Suspend => Needless("the terminal does it"),
        Action::Notice(_) | Action::Found(_) | Action::Keep(KeepAction::Done(_)) => {
            Needless("the program does it by itself")
        }
        Action::Type(Edit::Insert(_) | Edit::DeleteToStart)
        | Action::Paste(_)
        | Action::Search
        | Action::EndSearch
        | Action::Range(_) => Form::Word("search"),
        Action::Type(_) | Action::OtherMarkup | Action::Keep(KeepAction::Written | KeepAction::Edit) => {
            Needless("the terminal edits the line")
        }
        Action::Move(_) | Action::Pick(_) | Action::Compare(CompareAction::ColumnOf(_)) => Number,
        Action::Focus(pane) => Form::Word(word_of(*pane)),
        Action::Filters(FilterAction::Toggle | FilterAction::Choose(..)) => Form::Word("filter"),
        Action::Filters(FilterAction::Remove) => Form::Word("remove"),
        Action::Order(_) => Form::Word("sort"),
        Action::Plan(PlanAction::Hours(_) | PlanAction::SetHours(_)) => Form::Word("hours"),
        Action::Plan(PlanAction::Start(_) | PlanAction::SetStart(_) | PlanAction::AskStart) => Form::Word("start"),
        Action::Plan(PlanAction::SetDeadline(_) | PlanAction::AskDeadline) => Form::Word("deadline"),
        Action::ShowHelp(_) => Form::Word("help"),
        Action::Program(ProgramAction::Sources | ProgramAction::Claims(_)) => Form::Word("sources"),
        Action::Guide(GuideAction::Topic(topic)) if *topic != GuidePage::Checks => Form::Word("guide-next"),
        Action::Compare(CompareAction::TakeOut) => Form::Word("take-out"),
        Action::Advice(AdviceAction::AskAbout) => Form::Word("why-not"),
        Action::ShowActions => Form::Word("actions"),
        Action::Compare(CompareAction::Open | CompareAction::Toggle) => Form::Word("compare"),
        Action::Trial(TrialAction::Nudge(_) | TrialAction::Try(_)) => Form::Word("try"),
        Action::Trial(TrialAction::Keep) | Action::Keep(KeepAction::Toggle) => Form::Word("keep"),
        Action::Keep(KeepAction::Note | KeepAction::SetNote(..)) => Form::Word("note"),
        Action::Keep(KeepAction::ShowProfiles | KeepAction::Use(_)) => Form::Word("profile"),
        Action::Keep(KeepAction::New | KeepAction::Create(_)) => Form::Word("new-profile"),
        Action::Keep(KeepAction::Undo) => Form::Word("undo-kept"),
        Action::Keep(KeepAction::Label) => Form::Word("label"),
        Action::Keep(KeepAction::Forget) => Form::Word("forget-profile"),
        Action::Keep(KeepAction::Replay) => Form::Word("replay"),
        Action::Share => Form::Word("share"),
        Action::Keep(KeepAction::Answers(_)) => Form::Word("keep-answers"),
        Action::Question(asked) if *asked != QuestionAction::Forget => Form::AtQuestion(at_question(asked)),
        _ => of_its_own(action),
    }
}

fn word_of(pane: Pane) -> &'static str {
    match pane {
        Pane::Filters => "filters",
        Pane::List | Pane::Detail => "list",
        Pane::Compare => "compare",
    }
}

/// Returns the input at a question for the action of a key there.
fn at_question(action: &QuestionAction) -> &'static str {
    match action {
        QuestionAction::Choose(_) | QuestionAction::Answer | QuestionAction::Give(_) => "a number, or words",
        QuestionAction::Mark => "numbers with commas between them",
        QuestionAction::Limit => "`only` before the answer",
        QuestionAction::Type => "words",
        QuestionAction::Skip => "Enter alone, or `skip`",
        QuestionAction::Previous => "`back`",
        QuestionAction::Forget => "`forget`",
    }
}

/// Returns the word for exactly this action.
fn of_its_own(action: &Action) -> Form {
    let does = |word: &&Command| matches!(&word.does, Act(own) | OnProgram(own) if own == action);
    COMMANDS.iter().find(does).map_or(Form::Needless("it has no word yet"), |word| Form::Word(word.names[0]))
}

/// The word with this name or short form.
pub(super) fn named(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|word| word.names.contains(&name))
}

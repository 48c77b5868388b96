//! The table of keys. Footer and help keep its order.

use super::{Binding, Code, Context, Key};
use crate::app::{
    Action, AdviceAction, CompareAction, Edit, FilterAction, GuideAction, KeepAction, MapAction, Nudge, OrderAction,
    Pane, PaneAction, PlanAction, ProgramAction, QuestionAction, RangeAction, Side, Step, Toward, TrialAction,
};
use crate::guide::GuidePage;
use crate::map::Direction;

use Context::{
    AskAbout, Claims, Compare, ComparePane, Decisions, Detail, Facts, Field, FileName, Filters, Guide, Kept, List, Map,
    Overlay, Palette, Picker, Plan, Profiles, Prompt, Question, Range, Result, Review, Typing, TypingAnswer, WhatIf,
};

/// Every context.
const ALL: &[Context] = &{
    let mut all = [List; Context::ALL.len()];
    let mut place = 0;
    while place < all.len() {
        all[place] = Context::ALL[place];
        place += 1;
    }
    all
};
/// Contexts in which characters are commands.
const COMMANDS: &[Context] = &[
    List,
    Detail,
    Facts,
    Claims,
    Guide,
    ComparePane,
    Compare,
    Question,
    Review,
    Result,
    WhatIf,
    Range,
    Map,
    Plan,
    Overlay,
    Picker,
    Kept,
    Decisions,
    Profiles,
];
/// Contexts in which the cursor moves through a list while the user types.
const FOUND: &[Context] = &[Typing, Filters, Field, Palette, AskAbout];
/// Contexts in which Home and End move in a list or a text and not in an input line.
const JUMPS: &[Context] = &[
    List,
    Filters,
    Detail,
    Facts,
    Claims,
    Guide,
    ComparePane,
    Compare,
    Question,
    Review,
    Result,
    WhatIf,
    Range,
    Map,
    Plan,
    Overlay,
    Picker,
    Field,
    Palette,
    AskAbout,
    Kept,
    Decisions,
    Profiles,
];
/// Contexts in which characters are commands and no overlay covers the screen.
const SCREENS: &[Context] = &[List, Detail, ComparePane, Compare, Question, Review, Result, WhatIf, Map];
/// Contexts in which characters are text.
const TYPING: &[Context] = &[Typing, Filters, Field, TypingAnswer, Palette, AskAbout, Prompt, FileName];
/// Contexts in which the left and right arrows move the caret of an input line.
const CARETS: &[Context] = &[Typing, Filters, TypingAnswer, Palette, AskAbout, Prompt, FileName];
/// Contexts in which characters are text, and Home and End move the caret of an input line.
const LINES: &[Context] = &[Typing, TypingAnswer, Prompt, FileName];
const PANES: &[Context] = &[List, Detail, ComparePane];
const LISTS: &[Context] = &[List, Detail, Facts, Picker, Kept, Decisions, Profiles, Question, Review, Result, WhatIf];
const TEXTS: &[Context] = &[Claims, Guide, ComparePane, Compare, Plan, Overlay];
/// Contexts that can be closed; the explorer's main screen cannot.
const CLOSABLE: &[Context] =
    &[Facts, Claims, Guide, Compare, Review, Result, WhatIf, Map, Plan, Overlay, Picker, Kept, Decisions, Profiles];

macro_rules! keys {
    ($($key:expr),+) => {{ const KEYS: &[Key] = &[$($key),+]; KEYS }};
}

const fn bind(
    contexts: &'static [Context],
    keys: &'static [Key],
    action: Action,
    footer: &'static str,
    help: &'static str,
) -> Binding {
    Binding { contexts, keys, action, footer, help }
}

const UP: Key = Key::plain(Code::Up);
const DOWN: Key = Key::plain(Code::Down);
const LEFT: Key = Key::plain(Code::Left);
const RIGHT: Key = Key::plain(Code::Right);
const ENTER: Key = Key::plain(Code::Enter);
const ESC: Key = Key::plain(Code::Esc);
const TAB: Key = Key::plain(Code::Tab);
const BACK_TAB: Key = Key::plain(Code::BackTab);
const PAGE_UP: Key = Key::plain(Code::PageUp);
const PAGE_DOWN: Key = Key::plain(Code::PageDown);
const HOME: Key = Key::plain(Code::Home);
const END: Key = Key::plain(Code::End);
const F1: Key = Key::plain(Code::F(1));
const SPACE: Key = Key::char(' ');

/// Every binding. The first row that matches a context and a key applies.
#[rustfmt::skip] // a table reads by its columns
pub const BINDINGS: &[Binding] = &[
    // opening
    bind(&[List], keys![ENTER], Action::Open, "open", "go to the facts of the program"),
    bind(&[Detail, Facts], keys![ENTER], Action::Open, "claims", "the claims of the fact under the cursor: value, date, source"),
    bind(&[Claims], keys![Key::char('S')], Action::Program(ProgramAction::Sources), "every claim", "the claims of every fact of the program"),
    bind(&[Filters], keys![ENTER, SPACE], Action::Filters(FilterAction::Toggle), "choose", "choose the value, or remove it; Space does the same while nothing is typed"),
    bind(&[Filters], keys![TAB], Action::Filters(FilterAction::GoTo(Toward::Next)), "next filter", "to the next group of filters"),
    bind(&[Filters], keys![BACK_TAB], Action::Filters(FilterAction::GoTo(Toward::Previous)), "", "to the previous group of filters"),
    bind(&[Filters], keys![ESC], Action::Back, "to the list", "close the filters; your choices stay"),
    bind(&[Compare], keys![ENTER], Action::Open, "facts", "every fact of the program under the cursor"),
    bind(&[ComparePane], keys![ENTER], Action::Compare(CompareAction::Open), "wide", "open the comparison over the whole screen"),
    bind(&[Plan], keys![ENTER], Action::Open, "open routes", "the steps of the next route, and after the last of none"),
    bind(&[Guide], keys![LEFT, BACK_TAB, Key::char('h')], Action::Guide(GuideAction::Turn(Side::Left)), "page", "the previous page"),
    bind(&[Guide], keys![RIGHT, TAB, Key::char('l')], Action::Guide(GuideAction::Turn(Side::Right)), "page", "the next page"),
    bind(&[Guide], keys![Key::char('S')], Action::Guide(GuideAction::Topic(GuidePage::Checks)), "sources", "what the checks found, and where"),
    bind(&[Picker], keys![ENTER, SPACE], Action::Open, "choose", "choose what is under the cursor"),
    bind(&[Picker], keys![LEFT, RIGHT, Key::char('t')], Action::Order(OrderAction::Turn), "reverse", "in the orders of the list: reverse the order"),
    bind(&[Result], keys![ENTER], Action::Open, "open", "every fact of the program under the cursor"),
    bind(&[Review], keys![ENTER], Action::Open, "change", "change the answer under the cursor"),
    bind(&[Typing], keys![ENTER], Action::EndSearch, "to the list", "stop typing and keep the query"),
    bind(&[Typing], keys![ESC], Action::Back, "to the list", "stop typing and keep the query"),
    // a question of the adviser
    bind(&[Question, Field], keys![ENTER], Action::Question(QuestionAction::Answer), "answer", "take the choice as the answer and go on"),
    bind(&[Question], keys![RIGHT, Key::char('l'), TAB], Action::Question(QuestionAction::Skip), "skip", "go on; an answer that was given stays"),
    bind(&[Field], keys![RIGHT, TAB], Action::Question(QuestionAction::Skip), "skip", "go on; an answer that was given stays"),
    bind(&[Question], keys![LEFT, Key::char('h'), BACK_TAB], Action::Question(QuestionAction::Previous), "back", "the previous question"),
    bind(&[Field], keys![LEFT, BACK_TAB], Action::Question(QuestionAction::Previous), "back", "the previous question"),
    bind(&[Question, Field], keys![SPACE], Action::Question(QuestionAction::Mark), "mark", "mark the choice, where several may be chosen"),
    bind(&[Question], keys![Key::char('/')], Action::Question(QuestionAction::Type), "type", "type an answer or find a choice"),
    bind(&[Question], keys![Key::char('m')], Action::Question(QuestionAction::Limit), "limit", "make the answer a limit, or a preference again"),
    bind(&[Question], keys![Key::char('x')], Action::Question(QuestionAction::Forget), "forget", "remove the answer"),
    bind(&[Question], keys![Key::char('r')], Action::Advice(AdviceAction::Review), "answers", "all answers, to change any"),
    bind(&[Question], keys![Key::char('R')], Action::Advice(AdviceAction::Result), "result now", "the recommendation"),
    bind(&[TypingAnswer], keys![ENTER], Action::Question(QuestionAction::Answer), "answer", "take what is typed, or the choice under the cursor"),
    bind(&[TypingAnswer], keys![ESC], Action::Back, "clear", "clear what is typed: back to the choices"),
    bind(&[TypingAnswer], keys![TAB], Action::Question(QuestionAction::Skip), "skip", "go on; an answer that was given stays"),
    bind(&[TypingAnswer], keys![BACK_TAB], Action::Question(QuestionAction::Previous), "back", "the previous question"),
    bind(&[Field, TypingAnswer], keys![Key::ctrl('r')], Action::Advice(AdviceAction::Result), "result now", "the recommendation"),
    bind(&[Field, TypingAnswer], keys![Key::ctrl('o')], Action::Advice(AdviceAction::Review), "answers", "all answers, to change any"),
    bind(&[Field, TypingAnswer], keys![Key::ctrl('l')], Action::Question(QuestionAction::Limit), "limit", "make the answer a limit, or a preference again"),
    bind(&[Field, TypingAnswer], keys![Key::ctrl('x')], Action::Question(QuestionAction::Forget), "forget", "remove the answer"),
    bind(&[Field, TypingAnswer], keys![Key::ctrl('y')], Action::UndoChange, "", "undo the last change"),
    // all actions
    bind(&[Overlay], keys![ENTER], Action::Open, "all actions", "in the keys: all actions, to find one by typing"),
    bind(&[Palette], keys![ENTER], Action::Open, "do it", "do the action under the cursor"),
    bind(&[Palette], keys![ESC], Action::Back, "close", "close the list of actions; nothing is changed"),
    bind(&[AskAbout], keys![ENTER], Action::Open, "ask", "why the program under the cursor is not recommended, or not first"),
    bind(&[AskAbout], keys![ESC], Action::Back, "back", "back to the result"),
    // kept programs, notes and profiles
    bind(&[Kept, Profiles], keys![ENTER, SPACE], Action::Open, "open", "open the facts of the program, or use that profile"),
    bind(&[Kept], keys![Key::char('s')], Action::Keep(KeepAction::Toggle), "take off", "take the program off the shortlist"),
    bind(&[Kept], keys![Key::char('n')], Action::Keep(KeepAction::Note), "note", "note something on the program"),
    bind(&[Kept], keys![Key::char('l')], Action::Keep(KeepAction::Label), "label", "write the labels of the program, with commas between them"),
    bind(&[Kept], keys![Key::char('f')], Action::Keep(KeepAction::NextLabel), "one label", "only the programs with one label, then with the next, then all"),
    bind(&[Kept], keys![Key::char('m')], Action::Share, "share", "write the page to a file: Markdown, or HTML for a browser"),
    bind(&[Kept], keys![Key::char('<'), Key::char(',')], Action::Keep(KeepAction::Earlier), "order", "move the program up"),
    bind(&[Kept], keys![Key::char('>'), Key::char('.')], Action::Keep(KeepAction::Later), "order", "move the program down"),
    bind(&[Profiles], keys![Key::char('n')], Action::Keep(KeepAction::New), "new", "add a person"),
    bind(&[Profiles], keys![Key::char('c')], Action::Keep(KeepAction::Copy), "copy", "copy what is kept for the person to another"),
    bind(&[Profiles], keys![Key::char('r')], Action::Keep(KeepAction::Rename), "rename", "give the person another name"),
    bind(&[Profiles], keys![Key::char('x')], Action::Keep(KeepAction::Forget), "delete", "delete everything that is kept for the person, after asking"),
    bind(&[Decisions], keys![ENTER, SPACE], Action::Open, "read", "read the decision under the cursor"),
    bind(&[Decisions], keys![Key::char('r')], Action::Keep(KeepAction::Replay), "compute again", "compute the decision again, and say whether the result is the same"),
    bind(&[Decisions], keys![Key::char('n')], Action::Keep(KeepAction::Note), "note", "note something on the decision"),
    bind(&[Decisions], keys![Key::char('m')], Action::Share, "share", "write the decision to a file: Markdown, or HTML for a browser"),
    bind(&[Kept, Profiles], keys![Key::char('N')], Action::Keep(KeepAction::NotePerson), "note on the person", "note something on the person in use"),
    bind(&[Kept, Profiles], keys![Key::char('V')], Action::Keep(KeepAction::ShowDecisions), "decisions", "the decisions that you kept, to read them again"),
    bind(&[Kept, Decisions, Profiles], keys![Key::char('H')], Action::Keep(KeepAction::ShowHistory), "history", "the changes of what is kept, the latest first"),
    bind(&[Kept, Decisions, Profiles], keys![Key::char('u')], Action::Keep(KeepAction::Undo), "undo", "undo the last change of what is kept"),
    bind(&[Prompt], keys![ENTER], Action::Keep(KeepAction::Written), "keep", "keep what is written"),
    bind(&[Prompt], keys![ESC], Action::Back, "leave", "cancel; nothing changes"),
    bind(&[FileName], keys![ENTER], Action::Keep(KeepAction::Written), "write", "write the file"),
    bind(&[FileName], keys![TAB], Action::OtherMarkup, "HTML or Markdown", "the name for HTML, or for Markdown"),
    bind(&[FileName], keys![ESC], Action::Back, "leave", "cancel; nothing is written"),
    bind(&[Prompt], keys![Key::ctrl('n'), ENTER.with_alt()], Action::Type(Edit::NewLine), "new line", "in a note: begin a new line"),
    bind(&[Prompt], keys![UP], Action::Type(Edit::LineUp), "", "in a note: to the line above"),
    bind(&[Prompt], keys![DOWN], Action::Type(Edit::LineDown), "", "in a note: to the line below"),
    bind(&[Prompt], keys![TAB], Action::Keep(KeepAction::Edit), "your editor", "write the note in your text editor"),
    // the recommendation
    bind(&[WhatIf], keys![ENTER], Action::Trial(TrialAction::Keep), "keep", "keep the answers that you tried"),
    bind(&[WhatIf], keys![LEFT, Key::char('h')], Action::Trial(TrialAction::Nudge(Toward::Previous)), "other answer", "the previous choice of the question"),
    bind(&[WhatIf], keys![RIGHT, Key::char('l')], Action::Trial(TrialAction::Nudge(Toward::Next)), "other answer", "the next choice of the question"),
    bind(&[Result], keys![Key::char('d')], Action::Advice(AdviceAction::Decide), "decide", "answer the question that would decide the result"),
    bind(&[Result], keys![Key::char('c')], Action::Advice(AdviceAction::Compare), "compare", "compare the programs of the result"),
    bind(&[Result], keys![Key::char('p')], Action::ShowPlan, "plan", "when you would finish, what it costs, where it leads"),
    bind(&[Result], keys![Key::char('i')], Action::Advice(AdviceAction::WhatIf), "what if", "try other answers; yours come back when you leave"),
    bind(&[Result], keys![Key::char('w')], Action::Advice(AdviceAction::AskAbout), "why not…", "why any program is not recommended, or not first; type to find it"),
    bind(&[Result], keys![Key::char('a')], Action::Advice(AdviceAction::Changes), "changes", "answers that would change the result; choose one to use it"),
    bind(&[Result], keys![Key::char('s')], Action::Keep(KeepAction::Toggle), "keep", "put the program on the shortlist, or take it off"),
    bind(&[Result], keys![Key::char('m')], Action::Share, "share", "write the page to a file: Markdown, or HTML for a browser"),
    bind(&[Result], keys![Key::char('r')], Action::Advice(AdviceAction::Review), "answers", "all answers, to change any"),
    bind(&[Result], keys![Key::char('g')], Action::Explore, "explore", "back to the explorer; the answers are kept"),
    bind(&[Result], keys![Key::char('l')], Action::Advice(AdviceAction::Limits), "limits", "the active limits; choose one to lift it"),
    bind(&[Review], keys![Key::char('R')], Action::Advice(AdviceAction::Result), "result", "the recommendation"),
    bind(&[Question, Review, Result], keys![Key::char('u')], Action::UndoChange, "undo", "undo the last change"),
    bind(&[Review], keys![Key::char('X')], Action::Advice(AdviceAction::Clear), "forget all", "forget every answer"),
    // the range of a limit
    bind(&[Range], keys![ENTER, SPACE], Action::Range(RangeAction::Keep), "keep", "keep the range"),
    bind(&[Range], keys![LEFT, Key::char('h')], Action::Range(RangeAction::Move(Nudge::Less)), "move", "the end of the range down"),
    bind(&[Range], keys![RIGHT, Key::char('l')], Action::Range(RangeAction::Move(Nudge::More)), "move", "the end of the range up"),
    bind(&[Range], keys![TAB, UP, DOWN], Action::Range(RangeAction::OtherEnd), "other end", "switch between the upper and the lower end"),
    bind(&[Range], keys![Key::char('x')], Action::Range(RangeAction::Clear), "any", "remove the range"),
    bind(&[Range], keys![Key::plain(Code::Backspace)], Action::Range(RangeAction::Erase), "", "delete a typed digit; without one, put the range back as it was"),
    bind(&[Range], keys![ESC, Key::char('q')], Action::Back, "as before", "put the range back as it was"),
    // the map
    bind(&[Map], keys![ENTER], Action::Open, "open", "every fact of the selected program"),
    bind(&[Map], keys![LEFT, Key::char('h')], Action::Map(MapAction::Go(Direction::Left)), "move", "the next program with less time or money"),
    bind(&[Map], keys![RIGHT, Key::char('l')], Action::Map(MapAction::Go(Direction::Right)), "move", "the next program with more time or money"),
    bind(&[Map], keys![UP, Key::char('k')], Action::Map(MapAction::Go(Direction::Up)), "move", "the next program with more work"),
    bind(&[Map], keys![DOWN, Key::char('j')], Action::Map(MapAction::Go(Direction::Down)), "move", "the next program with less work"),
    bind(&[Map], keys![Key::char('.')], Action::Map(MapAction::Here(Toward::Next)), "same place", "the next program in the same place"),
    bind(&[Map], keys![Key::char(',')], Action::Map(MapAction::Here(Toward::Previous)), "", "the previous program in the same place"),
    bind(&[Map], keys![Key::char('e')], Action::Map(MapAction::Estimates), "estimates", "also draw the programs whose price or work is estimated, hollow"),
    bind(&[Map], keys![Key::char('a'), TAB], Action::Map(MapAction::Axis), "months or price", "months or price from left to right"),
    // the comparison
    bind(&[Compare, ComparePane], keys![LEFT, Key::char('h')], Action::Compare(CompareAction::Column(Side::Left)), "column", "the program to the left"),
    bind(&[Compare, ComparePane], keys![RIGHT, Key::char('l')], Action::Compare(CompareAction::Column(Side::Right)), "column", "the program to the right"),
    bind(&[Compare, ComparePane], keys![Key::char('x')], Action::Compare(CompareAction::TakeOut), "take out", "take the program under the cursor out of the comparison"),
    // filters and comparison
    bind(&[List], keys![Key::char('/')], Action::Search, "search", "search as you type"),
    bind(&[List], keys![Key::char('f')], Action::Focus(Pane::Filters), "filters", "choose filters"),
    bind(&[List, Detail, Facts, Map], keys![SPACE], Action::Compare(CompareAction::Toggle), "compare", "put the program in the comparison or take it out"),
    bind(&[List, Detail, Facts, Compare, ComparePane, Map], keys![Key::char('s')], Action::Keep(KeepAction::Toggle), "keep", "put the program on the shortlist, or take it off"),
    bind(&[List, Detail, Facts, Compare, Result, Map], keys![Key::char('=')], Action::Program(ProgramAction::Similar), "similar", "the programs that share courses or topics with it"),
    bind(&[List, Detail, Facts, Compare, ComparePane, Map], keys![Key::char('p')], Action::ShowPlan, "plan", "when you would finish, what it costs, where it leads"),
    bind(&[List, Detail, Facts, Compare, ComparePane], keys![Key::char('o')], Action::Program(ProgramAction::OpenPage), "page", "open its web page, or else a search for its title"),
    bind(&[Detail, ComparePane], keys![Key::char('/')], Action::Search, "search", "search as you type"),
    bind(&[Detail, ComparePane], keys![Key::char('f')], Action::Focus(Pane::Filters), "filters", "choose filters"),
    bind(&[Compare], keys![Key::char('e')], Action::Compare(CompareAction::Fold), "all rows", "show the rows that do not differ, or fold them again"),
    bind(&[Compare, ComparePane], keys![Key::char('m')], Action::Share, "Markdown, HTML", "write the comparison to a file: Markdown, or HTML for a browser"),
    bind(PANES, keys![Key::char('t')], Action::Order(OrderAction::Show), "order", "the orders of the list, to choose one"),
    bind(&[Compare, Result, Map], keys![Key::char('/')], Action::Search, "", "search in the explorer"),
    bind(&[Result], keys![SPACE], Action::Compare(CompareAction::Toggle), "", "put the program in the comparison or take it out"),
    bind(PANES, keys![Key::char('c')], Action::Compare(CompareAction::Open), "comparison", "open the comparison over the whole screen"),
    bind(&[List, Detail], keys![Key::char('x')], Action::Filters(FilterAction::Remove), "remove filter", "remove an active filter"),
    bind(PANES, keys![Key::char('X')], Action::Filters(FilterAction::Clear), "", "clear the search and reset the filters"),
    bind(&[Compare, ComparePane], keys![Key::char('C')], Action::Compare(CompareAction::Clear), "empty", "empty the comparison"),
    // one program
    bind(&[List, Detail, Facts, Result, Map], keys![Key::char('n')], Action::Keep(KeepAction::Note), "", "note something on the program"),
    bind(&[Result], keys![Key::char('D')], Action::Keep(KeepAction::Record), "", "save this decision with everything behind it"),
    bind(SCREENS, keys![Key::char('K')], Action::Keep(KeepAction::ShowKept), "", "your shortlist, with notes and what changed since"),
    bind(SCREENS, keys![Key::char('P')], Action::Keep(KeepAction::ShowProfiles), "", "the profiles: another person, or a new one"),
    bind(SCREENS, keys![Key::char('V')], Action::Keep(KeepAction::ShowDecisions), "", "the decisions that you kept, to read them again"),
    bind(SCREENS, keys![Key::char('H')], Action::Keep(KeepAction::ShowHistory), "", "the changes of what is kept, the latest first"),
    bind(&[Facts], keys![Key::char('C')], Action::Keep(KeepAction::ShowCourses), "courses", "the courses of the program, to mark those that you have finished"),
    bind(&[List, Detail, Result, Map], keys![Key::char('C')], Action::Keep(KeepAction::ShowCourses), "", "the courses of the program, to mark those that you have finished"),
    bind(&[List, Detail], keys![Key::char('w')], Action::Advice(AdviceAction::WhyNot), "why not", "why the program is not recommended, or not first"),
    bind(&[List, Detail, Facts, ComparePane, Compare, Map, Picker, Overlay], keys![Key::char('u')], Action::UndoChange, "undo", "undo the last change: of filters, search, order, comparison or what is kept"),
    bind(&[List, Detail, Facts], keys![Key::char('y')], Action::Program(ProgramAction::CopyAddress), "copy address", "copy its web address"),
    bind(&[List, Detail, Facts, Compare, ComparePane], keys![Key::char('S')], Action::Program(ProgramAction::Sources), "sources", "where its facts come from; in the facts: the one under the cursor"),
    bind(&[Result, Map], keys![Key::char('o')], Action::Program(ProgramAction::OpenPage), "", "open its web page, or else a search for its title"),
    bind(&[Result, Map], keys![Key::char('y')], Action::Program(ProgramAction::CopyAddress), "", "copy its web address"),
    bind(&[Result, Map], keys![Key::char('S')], Action::Program(ProgramAction::Sources), "", "where each of its facts comes from"),
    bind(&[Facts], keys![Key::char('m')], Action::Share, "share", "write the page to a file: Markdown, or HTML for a browser"),
    bind(&[List, Detail, Map], keys![Key::char('m')], Action::Share, "", "write the page of the program to a file: Markdown, or HTML for a browser"),
    bind(PANES, keys![Key::char('v')], Action::ShowMap, "map", "the programs as points: work against price or months"),
    bind(&[Plan], keys![LEFT, Key::char('h')], Action::Plan(PlanAction::Hours(Nudge::Less)), "hours", "an hour a week less"),
    bind(&[Plan], keys![RIGHT, Key::char('l')], Action::Plan(PlanAction::Hours(Nudge::More)), "hours", "an hour a week more"),
    bind(&[Plan], keys![Key::char('<'), Key::char(',')], Action::Plan(PlanAction::Start(Nudge::Less)), "start", "start a week earlier"),
    bind(&[Plan], keys![Key::char('>'), Key::char('.')], Action::Plan(PlanAction::Start(Nudge::More)), "start", "start a week later"),
    bind(&[Plan], keys![Key::char('d')], Action::Plan(PlanAction::AskStart), "start day", "start on a day, which you type: from January, after an exam"),
    bind(&[Plan], keys![Key::char('D')], Action::Plan(PlanAction::AskDeadline), "", "the day by which you must be finished, which you type: the hours a week that it needs"),
    bind(&[Plan], keys![Key::char('C')], Action::Keep(KeepAction::ShowCourses), "courses", "the courses of the program, to mark those that you have finished"),
    bind(&[Plan], keys![Key::char('m')], Action::Share, "share", "write the page to a file: Markdown, or HTML for a browser"),
    // going to other pages
    bind(&[List, Detail, Facts, Claims, Guide, ComparePane, Compare, Map, Plan, Overlay, Picker], keys![Key::char('g')], Action::Advise, "help me choose", "the questionnaire, or back to it"),
    bind(&[Question, Review, WhatIf], keys![Key::char('g')], Action::Explore, "", "back to the explorer; the answers are kept"),
    bind(SCREENS, keys![Key::char('G')], Action::Guide(GuideAction::Show), "", "the guide to the kinds of credential"),
    bind(&[List, Detail], keys![TAB, RIGHT, Key::char('l')], Action::Panes(PaneAction::Next), "pane", "go to the next pane"),
    bind(&[List, Detail], keys![BACK_TAB, LEFT, Key::char('h')], Action::Panes(PaneAction::Previous), "", "go to the previous pane"),
    bind(&[ComparePane], keys![TAB], Action::Panes(PaneAction::Next), "pane", "go to the next pane"),
    bind(&[ComparePane], keys![BACK_TAB], Action::Panes(PaneAction::Previous), "", "go to the previous pane"),
    bind(&[Typing], keys![TAB], Action::Complete(Toward::Next), "complete", "complete a field or value, again for the next one; with nothing to complete, the next pane"),
    bind(&[Typing], keys![BACK_TAB], Action::Complete(Toward::Previous), "", "the previous completion; with none, the previous pane"),
    bind(PANES, keys![Key::char('z')], Action::Panes(PaneAction::Zoom), "", "this pane alone, and back"),
    bind(PANES, keys![Key::char('<')], Action::Panes(PaneAction::Resize(Nudge::Less)), "", "a smaller pane"),
    bind(PANES, keys![Key::char('>')], Action::Panes(PaneAction::Resize(Nudge::More)), "", "a larger pane"),
    // moving
    bind(LISTS, keys![UP, Key::char('k')], Action::Move(Step::Up), "move", "one up"),
    bind(LISTS, keys![DOWN, Key::char('j')], Action::Move(Step::Down), "move", "one down"),
    bind(TEXTS, keys![UP, Key::char('k')], Action::Move(Step::Up), "scroll", "one line up"),
    bind(TEXTS, keys![DOWN, Key::char('j')], Action::Move(Step::Down), "scroll", "one line down"),
    bind(&[Filters], keys![UP, Key::ctrl('p')], Action::Move(Step::Up), "move", "one value up"),
    bind(&[Filters], keys![DOWN, Key::ctrl('n')], Action::Move(Step::Down), "move", "one value down"),
    bind(&[Typing], keys![UP, Key::ctrl('p')], Action::Move(Step::Up), "move", "one program up"),
    bind(&[Typing], keys![DOWN, Key::ctrl('n')], Action::Move(Step::Down), "move", "one program down"),
    bind(&[Palette], keys![UP, Key::ctrl('p')], Action::Move(Step::Up), "move", "one action up"),
    bind(&[Palette], keys![DOWN, Key::ctrl('n')], Action::Move(Step::Down), "move", "one action down"),
    bind(&[AskAbout], keys![UP, Key::ctrl('p')], Action::Move(Step::Up), "move", "one program up"),
    bind(&[AskAbout], keys![DOWN, Key::ctrl('n')], Action::Move(Step::Down), "move", "one program down"),
    bind(&[Field, TypingAnswer], keys![UP, Key::ctrl('p')], Action::Move(Step::Up), "move", "one choice up"),
    bind(&[Field, TypingAnswer], keys![DOWN, Key::ctrl('n')], Action::Move(Step::Down), "move", "one choice down"),
    bind(COMMANDS, keys![PAGE_UP, Key::ctrl('b'), Key::ctrl('u')], Action::Move(Step::PageUp), "", "a page up"),
    bind(COMMANDS, keys![PAGE_DOWN, Key::ctrl('f'), Key::ctrl('d')], Action::Move(Step::PageDown), "", "a page down"),
    bind(FOUND, keys![PAGE_UP, Key::ctrl('b')], Action::Move(Step::PageUp), "", "a page up"),
    bind(FOUND, keys![PAGE_DOWN, Key::ctrl('f')], Action::Move(Step::PageDown), "", "a page down"),
    bind(JUMPS, keys![HOME], Action::Move(Step::First), "", "to the start"),
    bind(JUMPS, keys![END], Action::Move(Step::Last), "", "to the end"),
    // typing
    bind(TYPING, keys![Key::plain(Code::Backspace)], Action::Type(Edit::Backspace), "", "delete a letter"),
    bind(TYPING, keys![Key::plain(Code::Delete)], Action::Type(Edit::Delete), "", "delete the letter under the cursor"),
    bind(CARETS, keys![LEFT], Action::Type(Edit::Left), "", "a letter to the left"),
    bind(CARETS, keys![RIGHT], Action::Type(Edit::Right), "", "a letter to the right"),
    bind(&[Filters, Palette], keys![Key::ctrl('a')], Action::Type(Edit::Home), "", "to the start of the line"),
    bind(&[Filters, Palette], keys![Key::ctrl('e')], Action::Type(Edit::End), "", "to the end of the line"),
    bind(LINES, keys![HOME, Key::ctrl('a')], Action::Type(Edit::Home), "", "to the start of the line"),
    bind(LINES, keys![END, Key::ctrl('e')], Action::Type(Edit::End), "", "to the end of the line"),
    bind(TYPING, keys![Key::alt('b'), LEFT.with_alt()], Action::Type(Edit::WordLeft), "", "a word to the left"),
    bind(TYPING, keys![Key::alt('f'), RIGHT.with_alt()], Action::Type(Edit::WordRight), "", "a word to the right"),
    bind(TYPING, keys![Key::ctrl('w'), Key::plain(Code::Backspace).with_alt()], Action::Type(Edit::DeleteWord), "", "delete the word before the cursor"),
    bind(TYPING, keys![Key::alt('d')], Action::Type(Edit::DeleteNextWord), "", "delete the word after the cursor"),
    bind(TYPING, keys![Key::ctrl('u')], Action::Type(Edit::DeleteToStart), "", "delete the line"),
    // everywhere
    bind(&[Question], keys![ESC, Key::char('q'), Key::plain(Code::Backspace)], Action::Back, "leave (answers are kept)", "leave the questions; the answers are kept"),
    bind(&[Field], keys![ESC], Action::Back, "leave (answers are kept)", "leave the questions; the answers are kept"),
    bind(CLOSABLE, keys![ESC, Key::char('q'), Key::plain(Code::Backspace)], Action::Back, "back", "go back"),
    bind(&[List], keys![ESC, Key::plain(Code::Backspace)], Action::Back, "", "clear the search; never quits"),
    bind(&[Detail, ComparePane], keys![ESC, Key::plain(Code::Backspace)], Action::Back, "to the list", "back to the list; never quits"),
    bind(COMMANDS, keys![Key::char(':')], Action::ShowActions, "", "all actions, to find one by typing"),
    bind(COMMANDS, keys![Key::char('?'), F1], Action::ShowHelp(""), "keys", "every key"),
    bind(&[Field], keys![F1], Action::ShowHelp(""), "keys", "every key"),
    bind(CARETS, keys![F1], Action::ShowHelp(""), "keys", "every key"),
    bind(COMMANDS, keys![Key::char('M')], Action::ToggleMouse, "", "turn the mouse on or off; when off, the terminal selects text"),
    bind(COMMANDS, keys![Key::char('L')], Action::NextLook, "", "the next look"),
    bind(PANES, keys![Key::char('q')], Action::Quit, "quit", "leave the program"),
    bind(ALL, keys![Key::ctrl('c')], Action::Quit, "", "leave the program"),
    bind(ALL, keys![Key::ctrl('z')], Action::Suspend, "", "suspend; `fg` in the shell brings it back"),
];

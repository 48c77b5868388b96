//! The names of actions in a configuration file. They are stable, and every action that a key can trigger has one.

use super::{
    Action, AdviceAction, CompareAction, Edit, FilterAction, GuideAction, KeepAction, MapAction, Nudge, OrderAction,
    PaneAction, PlanAction, ProgramAction, QuestionAction, RangeAction, Side, Step, Toward, TrialAction,
};
use crate::app::Pane;
use crate::guide::GuidePage;
use crate::map::Direction;

impl Action {
    /// Returns the name; `None` for actions that no key triggers.
    pub fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Resize(..)
            | Self::Notice(_)
            | Self::Found(_)
            | Self::Point(_)
            | Self::Wheel(..)
            | Self::Paste(_)
            | Self::Pick(_) => return None,
            Self::Type(edit) => return edit.name(),
            Self::Question(action) => return action.name(),
            Self::Trial(action) => return action.name(),
            Self::Move(step) => return step.name(),
            Self::Panes(action) => action.name(),
            Self::Focus(pane) => pane.action_name(),
            Self::Filters(action) => return action.name(),
            Self::Order(action) => return action.name(),
            Self::Program(action) => return action.name(),
            Self::Guide(action) => return action.name(),
            Self::Range(action) => return action.name(),
            Self::Map(action) => action.name(),
            Self::Plan(action) => return action.name(),
            Self::Advice(action) => action.name(),
            Self::Compare(action) => return action.name(),
            Self::Keep(action) => return action.name(),
            Self::Open => "open",
            Self::Back => "back",
            Self::Search => "search",
            Self::EndSearch => "end-search",
            Self::Complete(Toward::Next) => "complete",
            Self::Complete(Toward::Previous) => "complete-before",
            Self::ShowPlan => "plan",
            Self::ShowMap => "map",
            Self::ShowHelp(_) => "keys",
            Self::ShowActions => "actions",
            Self::Advise => "advise",
            Self::Explore => "explore",
            Self::UndoChange => "undo",
            Self::ToggleMouse => "mouse",
            Self::Share => "share",
            Self::OtherMarkup => "other-markup",
            Self::NextLook => "next-look",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
        })
    }
}

impl PaneAction {
    fn name(self) -> &'static str {
        match self {
            Self::Next => "next-pane",
            Self::Previous => "previous-pane",
            Self::Zoom => "zoom",
            Self::Resize(Nudge::Less) => "smaller-pane",
            Self::Resize(Nudge::More) => "larger-pane",
        }
    }
}

impl FilterAction {
    fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Choose(..) => return None,
            Self::Toggle => "choose-filter",
            Self::Remove => "remove-filter",
            Self::Clear => "clear-filters",
            Self::GoTo(Toward::Next) => "next-facet",
            Self::GoTo(Toward::Previous) => "facet-before",
        })
    }
}

impl OrderAction {
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::By(_) => return None,
            Self::Show => "order",
            Self::Turn => "turn-order",
        })
    }
}

impl ProgramAction {
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Claims(_) => return None,
            Self::OpenPage => "web-page",
            Self::CopyAddress => "copy-address",
            Self::Sources => "sources",
            Self::Similar => "similar",
        })
    }
}

impl GuideAction {
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Show => "guide",
            Self::Turn(Side::Left) => "guide-before",
            Self::Turn(Side::Right) => "guide-next",
            // Only this page of the guide has a key of its own.
            Self::Topic(GuidePage::Checks) => "guide-sources",
            Self::Topic(_) => return None,
        })
    }
}

impl RangeAction {
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Digit(_) => return None,
            Self::Erase => "range-erase",
            Self::Move(Nudge::Less) => "range-down",
            Self::Move(Nudge::More) => "range-up",
            Self::OtherEnd => "range-other-end",
            Self::Keep => "range-keep",
            Self::Clear => "range-any",
        })
    }
}

impl MapAction {
    fn name(self) -> &'static str {
        match self {
            Self::Go(Direction::Left) => "map-left",
            Self::Go(Direction::Right) => "map-right",
            Self::Go(Direction::Up) => "map-up",
            Self::Go(Direction::Down) => "map-down",
            Self::Here(Toward::Previous) => "same-place-before",
            Self::Here(Toward::Next) => "same-place",
            Self::Axis => "map-axis",
            Self::Estimates => "map-estimates",
        }
    }
}

impl PlanAction {
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::SetHours(_) | Self::SetStart(_) | Self::SetDeadline(_) => return None,
            Self::AskStart => "start-day",
            Self::AskDeadline => "deadline",
            Self::Hours(Nudge::Less) => "fewer-hours",
            Self::Hours(Nudge::More) => "more-hours",
            Self::Start(Nudge::Less) => "earlier-start",
            Self::Start(Nudge::More) => "later-start",
        })
    }
}

impl QuestionAction {
    fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Choose(_) | Self::Give(_) => return None,
            Self::Mark => "mark",
            Self::Limit => "limit",
            Self::Type => "type-answer",
            Self::Answer => "answer",
            Self::Skip => "skip",
            Self::Forget => "forget-answer",
            Self::Previous => "previous-question",
        })
    }
}

impl TrialAction {
    fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Try(_) => return None,
            Self::Nudge(Toward::Previous) => "choice-before",
            Self::Nudge(Toward::Next) => "next-choice",
            Self::Keep => "keep-answers",
        })
    }
}

impl KeepAction {
    fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::SetNote(..) | Self::Use(_) | Self::Create(_) | Self::Answers(_) | Self::Done(_) => return None,
            Self::Toggle => "keep",
            Self::Note => "note",
            Self::NotePerson => "note-person",
            Self::ShowKept => "kept",
            Self::ShowProfiles => "profiles",
            Self::ShowDecisions => "decisions",
            Self::ShowHistory => "history",
            Self::ShowCourses => "finished-courses",
            Self::Forget => "forget-profile",
            Self::New => "new-profile",
            Self::Copy => "copy-profile",
            Self::Rename => "rename-profile",
            Self::Written => "take-line",
            Self::Edit => "editor",
            Self::Label => "label",
            Self::NextLabel => "next-label",
            Self::Earlier => "move-up",
            Self::Later => "move-down",
            Self::Record => "keep-decision",
            Self::Replay => "replay-decision",
            Self::Undo => "undo-kept",
        })
    }
}

impl AdviceAction {
    fn name(self) -> &'static str {
        match self {
            Self::Review => "answers",
            Self::Result => "result",
            Self::Decide => "decide",
            Self::Clear => "forget-answers",
            Self::Compare => "compare-result",
            Self::WhyNot => "why-not",
            Self::AskAbout => "ask-about",
            Self::Limits => "limits",
            Self::Changes => "other-answers",
            Self::WhatIf => "what-if",
        }
    }
}

impl CompareAction {
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::ColumnOf(_) => return None,
            Self::Toggle => "compare",
            Self::Open => "comparison",
            Self::Column(Side::Left) => "column-left",
            Self::Column(Side::Right) => "column-right",
            Self::TakeOut => "take-out",
            Self::Clear => "empty-comparison",
            Self::Fold => "fold-equal",
        })
    }
}

impl Step {
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::To(_) => return None,
            Self::Up => "up",
            Self::Down => "down",
            Self::PageUp => "page-up",
            Self::PageDown => "page-down",
            Self::First => "start",
            Self::Last => "end",
        })
    }
}

impl Edit {
    fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Insert(_) => return None,
            Self::Backspace => "delete-before",
            Self::Delete => "delete-under",
            Self::Left => "letter-left",
            Self::Right => "letter-right",
            Self::Home => "line-start",
            Self::End => "line-end",
            Self::WordLeft => "word-left",
            Self::WordRight => "word-right",
            Self::DeleteWord => "delete-word",
            Self::DeleteNextWord => "delete-next-word",
            Self::DeleteToStart => "delete-line",
            Self::NewLine => "new-line",
            Self::LineUp => "line-up",
            Self::LineDown => "line-down",
        })
    }
}

impl Pane {
    fn action_name(self) -> &'static str {
        match self {
            Self::Filters => "filters",
            Self::List => "list",
            Self::Detail => "facts",
            Self::Compare => "comparison-pane",
        }
    }
}

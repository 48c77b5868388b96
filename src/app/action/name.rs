//! The names of actions in a configuration file: stable, and one for each action that a key can cause.

use super::{Action, Edit, Step};
use crate::app::Pane;
use crate::map::Direction;

impl Action {
    /// Its name; nothing for what is no key's doing.
    pub fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Resize(..)
            | Self::Paste(_)
            | Self::Notice(_)
            | Self::Found(_)
            | Self::Choose(_)
            | Self::Filter(..)
            | Self::Pick(_)
            | Self::Point(_)
            | Self::Wheel(..)
            | Self::Give(_)
            | Self::Try(_) => return None,
            Self::Move(step) => step.name(),
            Self::Type(edit) => return edit.name(),
            Self::NextPane => "next-pane",
            Self::PreviousPane => "previous-pane",
            Self::Focus(pane) => pane.action_name(),
            Self::Open => "open",
            Self::Back => "back",
            Self::Search => "search",
            Self::EndSearch => "end-search",
            Self::Complete(true) => "complete",
            Self::Complete(false) => "complete-before",
            Self::ToggleMouse => "mouse",
            Self::ToggleFilter => "choose-filter",
            Self::RemoveFilter => "remove-filter",
            Self::ClearFilters => "clear-filters",
            Self::NextSort => "next-order",
            Self::ToggleCompare => "compare",
            Self::OpenCompare => "comparison",
            Self::ClearCompare => "empty-comparison",
            Self::FoldEqual => "fold-equal",
            Self::OpenPage => "web-page",
            Self::CopyAddress => "copy-address",
            Self::ShowSources => "sources",
            Self::ShowPlan => "plan",
            Self::PlanHours(false) => "fewer-hours",
            Self::PlanHours(true) => "more-hours",
            Self::PlanStart(false) => "earlier-start",
            Self::PlanStart(true) => "later-start",
            Self::ShowHelp(_) => "keys",
            Self::ShowGuide => "guide",
            Self::ShowActions => "actions",
            Self::Advise => "advise",
            Self::Explore => "explore",
            Self::ToggleChoice => "mark",
            Self::ToggleLimit => "limit",
            Self::TypeAnswer => "type-answer",
            Self::Answer => "answer",
            Self::Skip => "skip",
            Self::ForgetAnswer => "forget-answer",
            Self::PreviousQuestion => "previous-question",
            Self::Review => "answers",
            Self::ShowResult => "result",
            Self::Decide => "decide",
            Self::ClearAnswers => "forget-answers",
            Self::CompareResult => "compare-result",
            Self::WhyNot => "why-not",
            Self::ShowLimits => "limits",
            Self::ShowChanges => "other-answers",
            Self::WhatIf => "what-if",
            Self::Nudge(false) => "choice-before",
            Self::Nudge(true) => "next-choice",
            Self::KeepTrial => "keep-answers",
            Self::UndoChange => "undo",
            Self::NextLook => "next-look",
            Self::RangeMove(false) => "range-down",
            Self::RangeMove(true) => "range-up",
            Self::RangeEnd => "range-other-end",
            Self::RangeKeep => "range-keep",
            Self::RangeClear => "range-any",
            Self::ShowMap => "map",
            Self::MapGo(Direction::Left) => "map-left",
            Self::MapGo(Direction::Right) => "map-right",
            Self::MapGo(Direction::Up) => "map-up",
            Self::MapGo(Direction::Down) => "map-down",
            Self::MapHere(false) => "same-place-before",
            Self::MapHere(true) => "same-place",
            Self::MapAxis => "map-axis",
            Self::Zoom => "zoom",
            Self::ResizePane(false) => "smaller-pane",
            Self::ResizePane(true) => "larger-pane",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
        })
    }
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::PageUp => "page-up",
            Self::PageDown => "page-down",
            Self::First => "start",
            Self::Last => "end",
        }
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
            Self::DeleteWord => "delete-word",
            Self::DeleteToStart => "delete-line",
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

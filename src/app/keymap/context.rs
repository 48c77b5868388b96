//! The contexts of keys: the same key may do different things in each.

use crate::app::{App, Overlay, Pane, Screen};

named! {
    /// The place where a key is pressed, with its name in a configuration file and its name at the end of a sentence. The
    /// order is that of the help.
    Context, within {
        /// The list of programs.
        List = "list", "in the list";
        /// Typing a query.
        Typing = "typing", "while typing a search";
        /// The facets.
        Filters = "filters", "in the filters";
        /// Choosing a range on a histogram.
        Range = "range", "while choosing a range";
        /// The facts of the selected program.
        Detail = "facts", "in the facts of a program";
        /// The facts of a program over the screen.
        Facts = "facts-page", "in the facts of a program";
        /// The claims about a program.
        Claims = "claims", "in the claims behind a fact";
        /// The guide to the kinds of credential.
        Guide = "guide", "in the guide";
        /// The comparison beside the list.
        ComparePane = "comparison-pane", "in the comparison";
        /// The comparison over the whole screen.
        Compare = "comparison", "in the comparison";
        /// A question.
        Question = "question", "at a question";
        /// A question whose input line is always open.
        Field = "field", "at a question with a line to type in";
        /// Typing the answer to a question.
        TypingAnswer = "typing-answer", "while typing an answer";
        /// The page of all answers.
        Review = "answers", "on the page of your answers";
        /// The recommendation.
        Result = "result", "at the recommendation";
        /// Trying other answers.
        WhatIf = "what-if", "while trying other answers";
        /// The map.
        Map = "map", "on the map";
        /// The plan of a program.
        Plan = "plan", "in a plan";
        /// A text over the screen.
        Overlay = "page", "on a page over the screen";
        /// A list of choices over the screen.
        Picker = "choice", "in a choice over the screen";
        /// The list of all actions.
        Palette = "actions", "in the list of all actions";
        /// Finding a program to ask about.
        AskAbout = "ask-about", "where a program to ask about is typed";
        /// The shortlist.
        Kept = "kept", "in the shortlist";
        /// The list of decisions.
        Decisions = "decisions", "in the list of decisions";
        /// The profiles.
        Profiles = "profiles", "in the list of profiles";
        /// Writing a note or a name.
        Prompt = "line", "while writing a note or a name";
        /// Typing the name of a report file.
        FileName = "file-name", "while naming a file";
    }
}

impl Context {
    /// Returns the context of the current state.
    pub fn of(app: &App) -> Self {
        match (app.overlays.last(), app.screen, app.focus) {
            (Some(Overlay::Plan { .. }), ..) => Self::Plan,
            (Some(Overlay::Program(_)), ..) => Self::Facts,
            (Some(Overlay::Sources(_)), ..) => Self::Claims,
            (Some(Overlay::Guide(_)), ..) => Self::Guide,
            (Some(Overlay::Palette(_)), ..) => Self::Palette,
            (Some(Overlay::AskAbout(_)), ..) => Self::AskAbout,
            (Some(Overlay::Kept), ..) => Self::Kept,
            (Some(Overlay::Decisions), ..) => Self::Decisions,
            (Some(Overlay::Profiles), ..) => Self::Profiles,
            (Some(Overlay::Prompt(prompt)), ..) if prompt.is_naming_a_file() => Self::FileName,
            (Some(Overlay::Prompt(_)), ..) => Self::Prompt,
            (Some(overlay), ..) if overlay.is_picker() => Self::Picker,
            (Some(_), ..) => Self::Overlay,
            (None, Screen::Explore, _) if app.query.is_typing => Self::Typing,
            (None, Screen::Explore, _) if app.drawer.range.is_some() => Self::Range,
            (None, Screen::Explore, Pane::List) => Self::List,
            (None, Screen::Explore, Pane::Filters) => Self::Filters,
            (None, Screen::Explore, Pane::Detail) => Self::Detail,
            (None, Screen::Explore, Pane::Compare) => Self::ComparePane,
            (None, Screen::Compare, _) => Self::Compare,
            (None, Screen::Question, _) if app.interview.has_line && !app.interview.is_blank_text() => Self::Field,
            (None, Screen::Question, _) if app.interview.is_typing() => Self::TypingAnswer,
            (None, Screen::Question, _) => Self::Question,
            (None, Screen::Review, _) => Self::Review,
            (None, Screen::Result, _) => Self::Result,
            (None, Screen::WhatIf, _) => Self::WhatIf,
            (None, Screen::Map, _) => Self::Map,
        }
    }

    /// Returns its title in the help.
    pub fn title(self) -> &'static str {
        match self {
            Self::List => "THE LIST",
            Self::Typing => "WHILE TYPING A SEARCH",
            Self::Filters => "THE FILTERS",
            Self::Range => "WHILE CHOOSING A RANGE",
            Self::Detail => "THE FACTS OF A PROGRAM",
            Self::Facts => "THE FACTS OVER THE SCREEN",
            Self::Claims => "THE CLAIMS BEHIND A FACT",
            Self::Guide => "THE GUIDE",
            Self::ComparePane => "THE COMPARISON BESIDE THE LIST",
            Self::Compare => "THE COMPARISON",
            Self::Question => "A QUESTION",
            Self::Field => "A QUESTION WITH A LINE TO TYPE IN",
            Self::TypingAnswer => "WHILE TYPING AN ANSWER",
            Self::Review => "YOUR ANSWERS",
            Self::Result => "THE RECOMMENDATION",
            Self::WhatIf => "TRYING OTHER ANSWERS",
            Self::Map => "THE MAP",
            Self::Plan => "A PLAN",
            Self::Overlay => "A PAGE OVER THE SCREEN",
            Self::Picker => "A CHOICE OVER THE SCREEN",
            Self::Palette => "ALL ACTIONS",
            Self::AskAbout => "WHICH PROGRAM TO ASK ABOUT",
            Self::Kept => "THE SHORTLIST",
            Self::Decisions => "THE DECISIONS",
            Self::Profiles => "THE PROFILES",
            Self::Prompt => "WHILE WRITING A NOTE OR A NAME",
            Self::FileName => "WHILE NAMING A FILE",
        }
    }

    /// Whether characters are text here, not commands.
    pub fn is_typing(self) -> bool {
        matches!(
            self,
            Self::Typing
                | Self::Filters
                | Self::Field
                | Self::TypingAnswer
                | Self::Palette
                | Self::AskAbout
                | Self::Prompt
                | Self::FileName
        )
    }
}

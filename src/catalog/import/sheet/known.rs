//! What a row says in words of which only some are known: its state, its platform, its paces, levels and languages, and the
//! subjects and skills that it lists. An unknown word is reported.

use super::cell::list;
use super::{Column, Row, flags};
use crate::catalog::import::draft::{self, Draft, Thing};
use crate::catalog::import::{discovery, vocabulary};
use crate::catalog::{Basis, Level, Status};

impl Row<'_> {
    /// Adds what a program or a course is about, and its languages.
    pub(super) fn say_words(&self, draft: &mut Draft) {
        self.say_list(draft, "fields", Column::Fields);
        self.say_list(draft, "skills", Column::Skills);
        self.say_languages(draft);
    }

    /// Reads the platform. The name of edX is spelled as edX spells it.
    pub(super) fn say_platform(&self, draft: &mut Draft) {
        let Some((text, at)) = self.cell(Column::Platform) else { return };
        let name = if text.eq_ignore_ascii_case("edx") { "edX" } else { &text };
        draft.say("platform", draft::text(name), at);
    }

    /// Reads the status from the first column that states one: in a column `state` most tables have a part of a
    /// country. A flag such as `archived` counts before a word, if it says that the row is no longer offered.
    pub(super) fn say_status(&self, draft: &mut Draft) {
        let cells: Vec<(String, &str)> =
            self.headings.of(Column::Status).filter_map(|(at, name)| Some((self.text(at)?, name))).collect();
        let flags = cells.iter().filter_map(|(text, at)| Some((flags::status(at, text)?, text, at)));
        let (over, flags): (Vec<_>, Vec<_>) = flags.partition(|(status, ..)| *status == Status::Older);
        let (of_flags, words): (Vec<_>, Vec<_>) = cells.iter().partition(|(_, at)| flags::is_flag(at));
        let word = words.iter().find_map(|(text, at)| Some((vocabulary::status(text)?, text, at)));
        let Some((status, text, at)) = over.into_iter().next().or(word).or(flags.into_iter().next()) else {
            // `TX` in a column `State` is a part of a country, and a flag may hold a date.
            let is_place = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
            for (text, at) in words.iter().filter(|(text, _)| !is_place(text)) {
                self.remarks.add(*at, format!("`{text}` is not a known status, so the status is presumed"));
            }
            return discovery::without_status(draft);
        };
        let is_of_flag = of_flags.iter().any(|(_, flag)| flag == at);
        let said = if is_of_flag { format!("{at}: {text}") } else { text.clone() };
        let note = (status != Status::Current).then_some(said);
        draft.note("status", draft::text(status.slug()), Basis::Stated, *at, note);
    }

    fn say_list(&self, draft: &mut Draft, field: &'static str, column: Column) {
        let columns: Vec<(usize, &str)> = self.headings.of(column).collect();
        let cells = columns.iter().filter_map(|(at, _)| self.lines(*at));
        let values: Vec<String> = cells.flat_map(|text| list(&text)).collect();
        let at = columns.first().map(|(_, name)| (*name).to_owned()).unwrap_or_default();
        draft.say(field, draft::texts(values), at);
    }

    fn say_languages(&self, draft: &mut Draft) {
        let Some((text, at)) = self.cell(Column::Languages) else { return };
        let mut languages = Vec::new();
        for word in vocabulary::each_language(&text) {
            match vocabulary::language(&word) {
                Some(language) => languages.push(language),
                None => self.remarks.add(&at, format!("`{word}` is not a known language")),
            }
        }
        draft.say("languages", draft::texts(languages), at);
    }

    pub(super) fn say_pacing(&self, draft: &mut Draft) {
        let of_type = || self.cell(Column::Type).filter(|(text, _)| !vocabulary::paces(text).is_empty());
        let Some((text, at)) = self.cell(Column::Pacing).or_else(of_type) else { return };
        let paces = vocabulary::paces(&text);
        match paces[..] {
            [] => self.remarks.add(&at, format!("`{text}` is not a known pace")),
            [pacing] if draft.thing == Thing::Course => draft.say("pacing", draft::text(pacing.slug()), at),
            _ if draft.thing == Thing::Course => self.remarks.add(&at, format!("`{text}` names several paces")),
            _ => draft.say("pacing", draft::texts(paces.iter().map(|pacing| pacing.slug())), at),
        }
    }

    pub(super) fn say_level(&self, draft: &mut Draft) {
        let Some((text, at)) = self.cell(Column::Level) else { return };
        let words = list(&text);
        let read: Vec<Vec<Level>> = words.iter().map(|word| vocabulary::levels(word)).collect();
        if read.iter().any(Vec::is_empty) {
            self.remarks.add(&at, format!("`{text}` is not a known level"));
        }
        let levels = read.concat();
        let value = draft::levels(draft.thing, levels);
        if value.is_none() && !read.iter().any(Vec::is_empty) {
            self.remarks.add(&at, format!("`{text}` {}", draft::SEVERAL_LEVELS));
        }
        draft.say("level", value, at);
    }
}

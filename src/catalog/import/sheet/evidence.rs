//! Decides by the rows of a table what its headings leave open: which of two names is the title and which the school, and
//! whether a column of subjects holds kinds. A name is that of a school only if it reads like one: it may be a person's.

use csv::StringRecord;

use super::cell;
use super::column::{Column, compact};
use super::heading::Headings;
use super::row_names::PROGRAMS;
use crate::catalog::Kind;
use crate::catalog::import::vocabulary::{self, folded};

/// Beginnings of words in names of schools, in the languages of catalogues.
#[rustfmt::skip] // a table reads by its rows
const SCHOOLS: [&str; 42] = [
    "universi", "univerz", "uniwersyt", "üniversite", "yliopisto", "egyetem", "università", "college",
    "collège", "colegio", "institut", "instytut", "school", "schule", "escuela", "école", "ecole", "scuola", "escola",
    "szkoła", "škola", "skola", "skole", "academ", "akadem", "académ", "polytech", "politec", "politéc", "polytek",
    "facult", "fakult", "hogeschool", "hochschule", "högskola", "høgskole", "ateneo", "uczelnia", "conservator",
    "университет", "институт", "академия",
];
/// Parts of such words in compounds and in scripts without blanks.
#[rustfmt::skip] // a table reads by its rows
const WITHIN: [&str; 10] =
    ["universität", "hochschule", "schule", "akademie", "university", "大学", "大學", "학교", "学院", "جامعة"];
/// Short names of schools beside another name, as in `Oslo Tech`.
const SHORT: [&str; 4] = ["uni", "tech", "univ", "poly"];

/// Whether a name reads like that of a school: it has a word for one, or is an abbreviation.
pub(super) fn reads_like_school(name: &str) -> bool {
    let folded = folded(name);
    let is_word = |word: &str| SCHOOLS.iter().any(|start| word.starts_with(start)) || SHORT.contains(&word);
    let is_code = !name.trim().contains(char::is_whitespace)
        && name.chars().filter(|c| c.is_uppercase()).count() > 1
        && (name.chars().all(|c| !c.is_lowercase()) || name.trim_end().ends_with(['x', 'X']));
    is_code || folded.split(' ').any(is_word) || WITHIN.iter().any(|part| folded.contains(part))
}

/// Headings of titles that say that the name beside them is another's.
const OFFICIAL: &str = "official";

impl Headings {
    /// Decides what the headings leave open by the first rows below them.
    pub(in super::super) fn settle_by(&mut self, rows: &[&StringRecord]) {
        self.settle_names(rows);
        self.settle_kinds(rows);
    }

    /// Decides which of two names is the title, and whether the other one is the school.
    fn settle_names(&mut self, rows: &[&StringRecord]) {
        let plain = |headings: &Self, name: &str| headings.columns.iter().position(|(_, other)| compact(other) == name);
        let Some(name) = plain(self, "name") else { return };
        let is_program = |(_, heading): &(Option<Column>, String)| PROGRAMS.contains(&compact(heading).as_str());
        let program = self.columns.iter().position(is_program).filter(|at| {
            matches!(self.columns[*at].0, Some(Column::Name | Column::ProgramName)) && !self.has(Column::Title)
        });
        let Some(title) = self.of(Column::Title).map(|(at, _)| at).next().or(program) else { return };
        let reads = |at: usize| {
            let cells = rows.iter().filter_map(|cells| cell::known(cells.get(at)?));
            let (schools, others): (Vec<String>, Vec<String>) = cells.partition(|name| reads_like_school(name));
            schools.len() > others.len()
        };
        let is_official = compact(&self.columns[title].1).starts_with(OFFICIAL);
        let has_school = self.has(Column::School);
        match () {
            () if !has_school && (is_official || reads(name)) => self.set(name, Some(Column::School)),
            // The two may be called the other way round.
            () if !has_school
                && program.is_none()
                && reads(title)
                && self.columns[title].1.to_lowercase() == "title" =>
            {
                self.set(title, Some(Column::School));
                return self.set(name, Some(Column::Title));
            }
            () if program.is_some() && !has_school => return,
            () => self.set(name, None),
        }
        self.set(title, Some(Column::Title));
    }

    /// Takes a column of categories whose cells are all kinds for that of the kinds.
    fn settle_kinds(&mut self, rows: &[&StringRecord]) {
        if self.has(Column::Kind) {
            return;
        }
        let is_kind = |text: String| !matches!(vocabulary::kind(&text), Kind::Other(_));
        let holds_kinds = |at: usize| {
            let mut cells = rows.iter().filter_map(|cells| cell::known(cells.get(at)?)).peekable();
            cells.peek().is_some() && cells.all(is_kind)
        };
        let fields: Vec<usize> = self.of(Column::Fields).map(|(at, _)| at).collect();
        if let Some(at) = fields.into_iter().find(|at| holds_kinds(*at)) {
            self.tell_kinds_by(at);
        }
    }

    fn set(&mut self, at: usize, meaning: Option<Column>) {
        self.columns[at].0 = meaning;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schools_are_told_from_persons_and_programs() {
        for name in
            ["Oslo Tech", "Bergen College", "MIT", "DelftX", "Universität Bonn", "TH Köln University", "東京大学"]
        {
            assert!(reads_like_school(name), "{name}");
        }
        for name in ["Anna Berg", "Per Dahl", "MS in Ports", "Dr", "Professor of Port Law", "Data Science", ""] {
            assert!(!reads_like_school(name), "{name}");
        }
    }

    fn settled(names: &str, rows: &[&str]) -> Vec<Option<Column>> {
        let cells = |line: &str| line.split(',').collect::<StringRecord>();
        let rows: Vec<StringRecord> = rows.iter().map(|row| cells(row)).collect();
        let mut headings = Headings::of_row(&cells(names));
        headings.settle_by(&rows.iter().collect::<Vec<_>>());
        headings.columns.iter().map(|(meaning, _)| *meaning).collect()
    }

    #[test]
    fn a_name_beside_a_title_is_a_school_only_if_it_reads_like_one() {
        use Column::{School, Title};
        for (names, row, first, second) in [
            ("Title,Name", "Ports,Oslo Tech", Some(Title), Some(School)),
            ("Title,Name", "Professor,Anna Berg", Some(Title), None),
            ("title,name", "Oslo Tech,MS in Ports", Some(School), Some(Title)),
            ("Official name,Name", "Ports,Hill", Some(Title), Some(School)),
            ("Program,Name", "MS in Ports,Bergen College", Some(Title), Some(School)),
        ] {
            assert_eq!(settled(names, &[row]), [first, second], "{names}: {row}");
        }
        let three = settled("University Name,Name,Program", &["Oslo Tech,Anna Berg,MS in Ports"]);
        assert_eq!(three, [Some(School), None, Some(Title)]);
        assert_eq!(settled("Title,Category", &["Ports,Professional Certificate"])[1], Some(Column::Kind));
        assert_eq!(settled("Title,Category", &["Ports,Law"])[1], Some(Column::Fields));
    }
}

//! Generated catalogues of any size, for benchmarks and for measuring the real program. The same size gives the same
//! file, byte for byte, on every machine. Generated files are never committed.
//!
//! They have the shape of the shipped catalogue, stretched: its words and pairs of words are the most
//! frequent, followed by tens of thousands of generated ones (Zipf's law); titles and ids are distinct; and
//! facts are missing about as often.

mod chance;

use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};

use chance::Chance;
use serde_json::Value;

const SHIPPED: &str = include_str!("../../assets/catalog.json");

/// The number of words from which titles are drawn; the shipped words come first.
const WORDS: usize = 40_000;
const MIN_INSTITUTIONS: usize = 400;
const MAX_INSTITUTIONS: usize = 4_000;
const PROGRAMS_AN_INSTITUTION: usize = 250;
const MAX_COURSES: usize = 40_000;

/// The fields of edX, the most frequent first, and further generated ones.
const FIELDS: [&str; 40] = [
    "Business & Management",
    "Computer Science",
    "Data Analysis & Statistics",
    "Engineering",
    "Economics & Finance",
    "Social Sciences",
    "Communication",
    "Language",
    "Humanities",
    "Math",
    "Education & Teacher Training",
    "Environmental Studies",
    "Medicine",
    "Biology & Life Sciences",
    "Physics",
    "Design",
    "Health & Safety",
    "History",
    "Law",
    "Architecture",
    "Energy & Earth Sciences",
    "Electronics",
    "Chemistry",
    "Art & Culture",
    "Food & Nutrition",
    "Music",
    "Ethics",
    "Philosophy & Ethics",
    "Agriculture",
    "Aviation",
    "Construction",
    "Cosmetology",
    "Hospitality & Tourism",
    "Journalism",
    "Library Science",
    "Manufacturing",
    "Public Administration",
    "Sports & Recreation",
    "Theology",
    "Veterinary Science",
];

const KINDS: [(&str, u32); 8] = [
    ("professional-certificate", 618),
    ("micromasters", 81),
    ("xseries", 21),
    ("microbachelors", 19),
    ("masters", 6),
    ("executive-education", 12),
    ("boot-camp", 8),
    ("other:Associate Degree", 5),
];
const LANGUAGES: [(&str, u32); 8] = [
    ("English", 621),
    ("Spanish", 112),
    ("Arabic", 8),
    ("French", 6),
    ("Italian", 2),
    ("Chinese", 5),
    ("Portuguese", 4),
    ("German", 3),
];
const DERIVED: &str = r#","basis":"derived","note":"range over 3 of 3 courses""#;
const LEVELS: [(&str, u32); 5] =
    [("introductory", 40), ("intermediate", 35), ("advanced", 15), ("undergraduate", 6), ("graduate", 4)];
const TITLES: [(&str, u32); 12] = [
    ("{p} {w}", 16),
    ("{w} {w}", 10),
    ("{p}", 2),
    ("{p} for {w} {w}", 14),
    ("{w} {p} and {w}", 14),
    ("Introduction to {p} with {w}", 8),
    ("{p}: {w} and {w} in {w}", 8),
    ("{w} {w} {w}", 12),
    ("{w} de {p} para {w}", 6),
    ("{w}, {w} and {p}", 6),
    ("The {w} of {p} in the {w} {w}", 4),
    ("Advanced {p} {w} for the {w} of {w}", 4),
];

/// A catalogue to be generated.
pub(crate) struct Made {
    programs: usize,
    institutions: Vec<Institution>,
    words: Zipf,
    pairs: Zipf,
}

pub(crate) struct Institution {
    key: String,
    /// The record as JSON.
    pub(crate) record: String,
}

impl Made {
    /// Returns the generator of a catalogue with this many programs.
    pub(crate) fn of(programs: usize) -> Self {
        let shipped: Value = serde_json::from_str(SHIPPED).expect("the shipped catalogue is JSON");
        let (mut words, pairs) = shipped_words(&shipped);
        let mut known: HashSet<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let mut chance = Chance(7);
        while words.len() < WORDS {
            let word = made_word(&mut chance);
            if known.insert(word.to_lowercase()) {
                words.push(word);
            }
        }
        let count = (programs / PROGRAMS_AN_INSTITUTION).clamp(MIN_INSTITUTIONS, MAX_INSTITUTIONS);
        let institutions = institutions(&shipped, count);
        Self { programs, institutions, words: Zipf::new(words), pairs: Zipf::new(pairs) }
    }

    /// Writes the catalogue as a file (`prospectus-catalog/1`).
    pub(crate) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(
            out,
            r#"{{"format":"prospectus-catalog/1","name":"made: {} programs","as_of":"2026-05-15","#,
            self.programs
        )?;
        writeln!(
            out,
            r#""sources":[{{"id":"list","title":"A made list","as_of":"2026-05-15","grade":"A","licence":"made"}},"#
        )?;
        writeln!(out, r#"{{"id":"older","title":"An older list","as_of":"2023-05","grade":"B","licence":"made"}}],"#)?;
        out.write_all(b"\"institutions\":[\n")?;
        joined(out, self.institutions.iter().map(|institution| institution.record.clone()))?;
        out.write_all(b"],\"courses\":[\n")?;
        joined(out, (0..self.courses()).map(|number| self.course(number)))?;
        out.write_all(b"],\"programs\":[\n")?;
        joined(out, self.each_program().map(Program::record))?;
        out.write_all(b"]}\n")
    }

    /// Returns the programs one after the other.
    pub(crate) fn each_program(&self) -> impl Iterator<Item = Program<'_>> {
        let mut ids = HashSet::with_capacity(self.programs);
        (0..self.programs).map(move |number| self.program(number, &mut ids))
    }

    fn courses(&self) -> usize {
        (2 * self.programs).min(MAX_COURSES)
    }

    fn course(&self, number: usize) -> String {
        let mut chance = Chance::for_number(number, 2);
        let title = self.title(&mut chance);
        let key = &self.institutions[number % self.institutions.len()].key;
        let weeks = 2 + chance.below(14);
        format!(
            r#"{{"id":"course-{number}","title":"{title}","institution":"{key}","weeks":[{{"value":{weeks},"source":"list"}}]}}"#
        )
    }

    fn title(&self, chance: &mut Chance) -> String {
        let mut title = String::new();
        let mut rest = chance.of(&TITLES);
        while let Some((before, after)) = rest.split_once('{') {
            title.push_str(before);
            let from = if after.starts_with('p') { &self.pairs } else { &self.words };
            title.push_str(from.draw(chance));
            rest = &after[2..];
        }
        title + rest
    }

    fn program(&self, number: usize, ids: &mut HashSet<u64>) -> Program<'_> {
        let mut chance = Chance::for_number(number, 1);
        // The square of a uniform draw gives the first institutions the most programs.
        let share = chance.share() * chance.share();
        let institution = &self.institutions[(share * self.institutions.len() as f64) as usize];
        let mut title = self.title(&mut chance);
        while !ids.insert(fingerprint(&slug(&title))) {
            title = format!("{title} {}", self.words.draw(&mut chance));
        }
        let field = |chance: &mut Chance| FIELDS[(chance.share() * chance.share() * FIELDS.len() as f64) as usize];
        let mut fields = vec![field(&mut chance)];
        let other = field(&mut chance);
        if chance.is(20) && other != fields[0] {
            fields.push(other);
        }
        let skills =
            if chance.is(10) { vec![self.pairs.draw(&mut chance), self.words.draw(&mut chance)] } else { Vec::new() };
        let first_course = chance.below(self.courses().saturating_sub(8).max(1));
        Program { title, institution, fields, kind: chance.of(&KINDS), skills, first_course, chance }
    }
}

/// A program to be generated.
pub(crate) struct Program<'a> {
    pub(crate) title: String,
    pub(crate) institution: &'a Institution,
    pub(crate) fields: Vec<&'static str>,
    pub(crate) kind: &'static str,
    skills: Vec<&'a str>,
    first_course: usize,
    chance: Chance,
}

impl Program<'_> {
    fn record(mut self) -> String {
        let chance = &mut self.chance;
        let (key, slug) = (&self.institution.key, slug(&self.title));
        let mut record = format!(r#"{{"id":"{key}-{slug}","title":"{}""#, self.title);
        let mut fact = |name: &str, value: &str, how: &str| {
            record.extend([",\"", name, "\":[{", value, ",\"source\":\"list\"", how, "}]"]);
        };
        fact("kind", &value(&quoted(self.kind)), "");
        if !chance.is(2) {
            fact("institutions", &values(&[key]), "");
        }
        fact("fields", &values(&self.fields), r#","basis":"inferred""#);
        if chance.is(56) {
            fact("level", &values(&[chance.of(&LEVELS)]), r#","basis":"derived","note":"2 of 2 courses""#);
        }
        fact("languages", &values(&[chance.of(&LANGUAGES)]), r#","basis":"inferred""#);
        fact("status", &value(&quoted(if chance.is(84) { "current" } else { "older" })), "");
        let courses = 1 + (chance.share() * chance.share() * 9.0) as usize;
        fact("courses", &value(&courses.to_string()), "");
        if chance.is(84) {
            let months = courses + chance.below(8);
            fact("length", &format!(r#""value":{months},"unit":"months""#), "");
        }
        if chance.is(85) {
            let least = 8 * courses + chance.below(200);
            fact("effort", &format!(r#""low":{least},"high":{}"#, least + 1 + chance.below(200)), DERIVED);
        }
        if chance.is(48) {
            let least = 1 + chance.below(8);
            fact("workload", &format!(r#""low":{least},"high":{}"#, least + 1 + chance.below(4)), DERIVED);
        }
        if chance.is(70) {
            let least = 40 * courses + chance.below(900);
            fact("price", &format!(r#""value":{least},"currency":"USD""#), r#","basis":"derived""#);
        }
        if chance.is(90) {
            let credit = if chance.is(80) { "none" } else { "possible" };
            fact(
                "credit",
                &value(&quoted(credit)),
                r#","basis":"presumed","note":"no credit pathway is known for this kind""#,
            );
        }
        if chance.is(48) {
            fact("pacing", &values(&["self-paced"]), r#","basis":"derived","note":"2 of 2 courses with data""#);
        }
        if !self.skills.is_empty() {
            fact("skills", &values(&self.skills), "");
        }
        if chance.is(40) {
            let kind = self.kind.replace([':', ' '], "-");
            fact("url", &value(&quoted(&format!("https://www.edx.org/{kind}/{key}-{slug}"))), "");
        }
        let used = (self.first_course..self.first_course + courses.min(5)).filter(|_| chance.is(60));
        let used: Vec<String> =
            used.map(|course| format!(r#"{{"course":"course-{course}","match":"certain"}}"#)).collect();
        record + &format!(r#","course_list":[{}]}}"#, used.join(","))
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn value(json: &str) -> String {
    format!(r#""value":{json}"#)
}

fn values<S: AsRef<str>>(texts: &[S]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text.as_ref())).collect();
    format!(r#""value":[{}]"#, quoted.join(","))
}

fn joined(out: &mut impl Write, records: impl Iterator<Item = String>) -> io::Result<()> {
    for (at, record) in records.enumerate() {
        let comma = if at == 0 { "" } else { ",\n" };
        write!(out, "{comma}{record}")?;
    }
    writeln!(out)
}

/// The title in the form that an id uses. Titles count as distinct if these forms differ.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9') => slug.push(c),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_matches('-').to_owned()
}

fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The words of the shipped titles and their pairs of adjacent words, the most frequent first.
fn shipped_words(shipped: &Value) -> (Vec<String>, Vec<String>) {
    let (mut words, mut pairs): (BTreeMap<String, usize>, BTreeMap<String, usize>) = Default::default();
    let titles = shipped["programs"].as_array().into_iter().flatten().filter_map(|program| program["title"].as_str());
    for title in titles {
        let is_sign = |c: char| !c.is_alphanumeric() && c != ' ';
        for stretch in title.split(is_sign) {
            let own: Vec<&str> = stretch.split(' ').filter(|word| word.len() > 3).collect();
            for word in own {
                *words.entry(word.to_owned()).or_default() += 1;
            }
            let neighbours = stretch.split(' ').collect::<Vec<&str>>();
            for pair in neighbours.windows(2).filter(|pair| pair.iter().all(|word| word.len() > 3)) {
                *pairs.entry(pair.join(" ")).or_default() += 1;
            }
        }
    }
    (by_count(words), by_count(pairs))
}

fn by_count(counts: BTreeMap<String, usize>) -> Vec<String> {
    let mut sorted: Vec<(usize, String)> = counts.into_iter().map(|(text, count)| (count, text)).collect();
    sorted.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    sorted.into_iter().map(|(_, text)| text).collect()
}

fn institutions(shipped: &Value, count: usize) -> Vec<Institution> {
    let known = shipped["institutions"].as_array().into_iter().flatten().filter_map(|record| {
        let text = |name: &str| record[name].as_str().map(str::to_owned);
        Some(Institution { key: text("key")?, record: record.to_string() })
    });
    let mut all: Vec<Institution> = known.collect();
    let mut chance = Chance(11);
    let mut keys: HashSet<String> = all.iter().map(|institution| institution.key.clone()).collect();
    while all.len() < count {
        let place = made_word(&mut chance);
        let key = format!("{}x", place.to_lowercase());
        if keys.insert(key.clone()) {
            all.push(made_institution(key, &place, &mut chance));
        }
    }
    all
}

fn made_institution(key: String, place: &str, chance: &mut Chance) -> Institution {
    let name = match chance.below(5) {
        0 => format!("{place} Institute of Technology"),
        1 => format!("{place} State University"),
        2 => format!("{place} Community College"),
        3 => format!("Universidad de {place}"),
        _ => format!("University of {place}"),
    };
    let record = format!(r#"{{"key":"{key}","name":"{name}","short":"{place}","aliases":["{place}X"]}}"#);
    Institution { key, record }
}

/// A random word of two to four syllables.
fn made_word(chance: &mut Chance) -> String {
    const STARTS: [&str; 24] = [
        "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "qu", "r", "s", "st", "t", "tr",
        "v", "w", "z",
    ];
    const MIDDLES: [&str; 10] = ["a", "e", "i", "o", "u", "ea", "io", "ou", "y", "ai"];
    const ENDS: [&str; 14] = ["", "", "", "n", "r", "l", "s", "t", "m", "nd", "ck", "st", "ng", "rt"];
    let mut word = String::new();
    for _ in 0..2 + chance.below(3) {
        word.push_str(STARTS[chance.below(STARTS.len())]);
        word.push_str(MIDDLES[chance.below(MIDDLES.len())]);
        word.push_str(ENDS[chance.below(ENDS.len())]);
    }
    word[..1].to_uppercase() + &word[1..]
}

/// A list whose first items are drawn most often, like the words of a language.
struct Zipf {
    things: Vec<String>,
    /// For each item, the sum of the weights up to and including it.
    sums: Vec<f64>,
}

impl Zipf {
    fn new(things: Vec<String>) -> Self {
        let weights = (0..things.len()).map(|rank| 1.0 / (rank as f64 + 8.0));
        let sums = weights.scan(0.0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Self { sums: sums.collect(), things }
    }

    fn draw(&self, chance: &mut Chance) -> &str {
        let at = chance.share() * self.sums.last().copied().unwrap_or(0.0);
        &self.things[self.sums.partition_point(|sum| *sum <= at).min(self.things.len() - 1)]
    }
}

impl Chance {
    fn for_number(number: usize, stream: u64) -> Self {
        Self((number as u64).wrapping_mul(0xd134_2543_de82_ef95) ^ stream)
    }

    /// A uniform draw from 0 up to, but not including, 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn is(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    fn of(&mut self, weighted: &[(&'static str, u32)]) -> &'static str {
        let mut at = self.next() % weighted.iter().map(|(_, weight)| u64::from(*weight)).sum::<u64>();
        for (thing, weight) in weighted {
            match at.checked_sub(u64::from(*weight)) {
                Some(rest) => at = rest,
                None => return thing,
            }
        }
        weighted[0].0
    }
}

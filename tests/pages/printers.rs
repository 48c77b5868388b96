//! Every printer prints all sentences of a page in order. Anything between them is decoration: column titles, words
//! for a basis, marks and bars.

use prospectus::catalog::Basis;
use prospectus::page::print::{Headings, Style, html, in_words, lay_out, markdown, no_keys};
use prospectus::page::{Block, Depth, Line, Page, PageAction, Part, Report, Rows, Section, Spoken, Table};

use crate::made::{CORE, PROGRAMS};
use crate::personas::PERSONAS;

/// A width that no line of a page reaches, in columns.
const WIDE: usize = 100_000;

/// The content of a page, piece by piece.
fn sentences(page: &Page) -> Vec<String> {
    let mut all = Vec::new();
    for section in &page.sections {
        if !has_only_hints(section) {
            all.push(section.heading.clone());
        }
        for block in &section.blocks {
            match block {
                Block::Title(phrase) => all.push(phrase.text.clone()),
                Block::Warning(text) | Block::Text(text) | Block::Remark(text) => all.push(text.clone()),
                Block::Fields(fields) => {
                    for field in fields {
                        all.push(field.label.clone());
                        all.extend(field.value.iter().map(|part| part.text.clone()));
                    }
                }
                Block::Items(items) => all.extend(items.iter().map(|(item, _)| item.text.clone())),
                Block::Table(table) => all.extend(cells(table)),
                Block::Legend | Block::Hint(..) => {}
            }
        }
    }
    all.iter().map(|text| plain(text)).filter(|text| !text.is_empty()).collect()
}

/// Whether a section has nothing to print where no key acts; there it has no heading either.
fn has_only_hints(section: &Section) -> bool {
    section.blocks.iter().all(|block| matches!(block, Block::Hint(..)))
}

fn cells(table: &Table) -> Vec<String> {
    let mut all = Vec::new();
    for row in &table.rows {
        all.extend(row.group.clone());
        let said = table.columns.iter().zip(&row.cells).filter(|(column, _)| column.spoken != Spoken::LeftOut);
        all.extend(said.map(|(_, cell)| cell.text.clone()));
    }
    all
}

/// Letters and digits with single blanks between words, ignoring signs, case and line breaks.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The words of an HTML file, without metadata and descriptions of drawings.
fn words_of_html(text: &str) -> String {
    let body = text.split_once("<main>").unwrap().1;
    let mut out = String::new();
    let mut rest = body;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap();
        rest = after;
        for hidden in ["title", "desc", "caption"] {
            if tag.split(' ').next() == Some(hidden) {
                rest = after.split_once(&format!("</{hidden}>")).unwrap().1;
            }
        }
        // A word stays one word at a possible break.
        if tag != "wbr" {
            out.push(' ');
        }
    }
    out.push_str(rest);
    [("&#38;", "&"), ("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'")]
        .iter()
        .fold(out, |text, (code, sign)| text.replace(code, sign))
}

/// A page in Markdown without the addresses of its links.
fn words_of_markdown(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](http") {
        out.push_str(before);
        rest = after.split_once(')').unwrap().1;
    }
    out + rest
}

/// The page in every form.
fn printed(page: &Page) -> Vec<(&'static str, String)> {
    let laid = |headings| {
        let doc = lay_out(page, WIDE, Style { keys: &no_keys, cursor: None, headings });
        assert!(!doc.is_cut);
        doc.lines.iter().map(|line| line.text() + "\n").collect::<String>()
    };
    let report = Report { title: "Report".to_owned(), about: Vec::new(), pages: vec![page.clone()] };
    vec![
        ("screen", laid(Headings::Capitals)),
        ("table", laid(Headings::AsWritten)),
        ("line mode", in_words(page, &|_| Some("key".to_owned()))),
        ("plain", in_words(page, &no_keys)),
        ("Markdown", words_of_markdown(&markdown(page))),
        ("HTML", words_of_html(&html(&report))),
    ]
}

/// The text that may occur between the sentences of a page: its column titles and spoken names, what printers add to
/// every page, and the words of hints.
fn decoration(page: &Page) -> Vec<String> {
    let mut words = vec![plain(prospectus::page::print::MARKS), "caution of key".to_owned()];
    words.extend(Basis::ALL.iter().map(|basis| basis.slug().to_owned()));
    let of_hints = page.sections.iter().filter(|section| has_only_hints(section));
    words.extend(of_hints.map(|section| plain(&section.heading)));
    for block in page.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Hint(_, text) => words.push(plain(text)),
            Block::Table(table) => {
                for column in &table.columns {
                    words.push(plain(&column.title));
                    if column.title.is_empty() {
                        // What a screen reader says of a column without a title.
                        words.extend(["row".to_owned(), "remark".to_owned()]);
                    }
                    if let Spoken::As(name) = &column.spoken {
                        words.push(plain(name));
                    }
                }
            }
            _ => {}
        }
    }
    words.iter().flat_map(|text| text.split(' ')).map(str::to_owned).collect()
}

/// Asserts that no form lacks a sentence, moves one, or adds any of its own.
fn assert_same_everywhere(what: &str, page: &Page) {
    let allowed = decoration(page);
    for (form, text) in printed(page) {
        let text = format!(" {} ", plain(&text));
        let mut at = 0;
        let mut between = String::new();
        for sentence in sentences(page) {
            let sought = format!(" {sentence} ");
            let found = text[at..].find(&sought);
            let found =
                found.unwrap_or_else(|| panic!("{what}, {form}: no `{sentence}` after `{}`", tail(&text[..at])));
            between.push_str(&text[at..=at + found]);
            at += found + sought.len() - 1;
        }
        between.push_str(&text[at..]);
        let is_own = |word: &&str| !word.chars().all(char::is_numeric) && !allowed.iter().any(|own| own == word);
        let own: Vec<&str> = between.split(' ').filter(|word| !word.is_empty()).filter(is_own).collect();
        assert!(own.is_empty(), "{what}, {form}: says of its own {own:?}");
    }
}

fn tail(text: &str) -> &str {
    let from = text.len().saturating_sub(120);
    let from = (from..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[from..]
}

#[test]
fn a_result_says_the_same_in_every_form_for_every_persona() {
    for (who, answers, ..) in PERSONAS {
        assert_same_everywhere(who, &CORE.result(answers, Depth::Short));
    }
}

#[test]
fn a_full_result_says_the_same_in_every_form() {
    for (who, answers, ..) in PERSONAS.iter().take(3) {
        assert_same_everywhere(who, &CORE.result(answers, Depth::Full));
    }
}

#[test]
fn a_why_not_and_a_what_if_say_the_same_in_every_form() {
    for (who, answers, ..) in PERSONAS.iter().take(6) {
        for id in PROGRAMS.iter().take(4) {
            assert_same_everywhere(who, &CORE.why_not(answers, id));
        }
        assert_same_everywhere(who, &CORE.what_if(answers, "hours=gt12"));
    }
}

#[test]
fn a_plan_and_a_program_with_its_sources_say_the_same_in_every_form() {
    for id in PROGRAMS {
        assert_same_everywhere(id, &CORE.plan(id));
        assert_same_everywhere(id, &CORE.program(id));
        assert_same_everywhere(id, &CORE.sources(id));
    }
}

#[test]
fn a_comparison_and_the_guide_say_the_same_in_every_form() {
    for ids in PROGRAMS.windows(3) {
        assert_same_everywhere("comparison", &CORE.comparison(ids, Rows::All));
        assert_same_everywhere("folded comparison", &CORE.comparison(ids, Rows::Differing));
    }
    assert_same_everywhere("guide", &CORE.guide());
}

/// How many runs of bar signs a line has.
fn bars(line: &str) -> usize {
    let is_bar: Vec<bool> = line.chars().map(|c| "█▓▒░▉▊▋▌▍▎▏".contains(c)).collect();
    is_bar.iter().zip(is_bar.iter().skip(1).chain([&false])).filter(|(now, next)| **now && !**next).count()
}

#[test]
fn a_row_of_a_comparison_has_a_bar_for_every_program_or_for_none() {
    let mut seen = [false; 2];
    for ids in [&PROGRAMS[1..3], &PROGRAMS[..3], &PROGRAMS[1..5]] {
        let page = CORE.comparison(ids, Rows::Deciding);
        for cols in 60..200 {
            let doc = lay_out(&page, cols, Style { keys: &no_keys, cursor: None, headings: Headings::Capitals });
            for line in doc.lines.iter().map(Line::text) {
                let is_drawn = line.starts_with("Work") || line.starts_with("Length");
                let count = bars(&line);
                let known = ids.len() - line.matches("unknown").count();
                assert!(!is_drawn || [0, known].contains(&count), "{cols}: {line}");
                seen[usize::from(is_drawn && count > 0)] |= is_drawn;
            }
        }
    }
    assert_eq!(seen, [true; 2], "rows without bars and with bars");
}

#[test]
fn a_section_that_has_only_a_hint_is_printed_where_a_key_acts_and_nowhere_else() {
    let mut page = Page::new(vec![Block::Text("The lead.".to_owned())]);
    page.section(Part::Rest, "Changes", vec![Block::Hint(PageAction::ListChanges, "lists them".to_owned())]);
    for (form, text) in printed(&page) {
        assert_eq!(text.to_lowercase().contains("changes"), form == "line mode", "{form}: {text}");
    }
}

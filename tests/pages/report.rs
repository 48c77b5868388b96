//! The promises of an HTML report: nothing is fetched or executed, tables can be read aloud, and links lead to the web.

use prospectus::page::print::html;
use prospectus::page::{Block, Depth, Field, Page, Report, Rows};

use crate::made::{CORE, PROGRAMS};
use crate::personas::PERSONAS;

fn reports() -> Vec<String> {
    let mut pages: Vec<Page> = PERSONAS.iter().map(|(_, answers, ..)| CORE.result(answers, Depth::Short)).collect();
    pages.extend(PROGRAMS.iter().flat_map(|id| [CORE.plan(id), CORE.program(id)]));
    pages.push(CORE.comparison(&PROGRAMS[..4], Rows::All));
    let about = || vec![Field::new("Date", "2026-11-23")];
    let report = |page| html(&Report { title: "A report".to_owned(), about: about(), pages: vec![page] });
    pages.into_iter().map(report).collect()
}

/// The values of an attribute.
fn values<'t>(text: &'t str, attribute: &str) -> Vec<&'t str> {
    let start = format!(" {attribute}=\"");
    text.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    for text in reports() {
        assert!(text.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{policy}\"")));
        for tag in
            ["<script", "<link", "<img", "<iframe", "<object", "<embed", "<form", "<base", "http-equiv=\"refresh"]
        {
            assert!(!text.contains(tag), "{tag}");
        }
        for attribute in ["src", "srcset", "action", "data", "poster", "background", "style", "onclick", "onload"] {
            assert!(values(&text, attribute).is_empty(), "{attribute}");
        }
        assert!(!text.contains("url(") && !text.contains("@import"));
    }
}

#[test]
fn links_lead_to_the_web_and_to_nothing_else() {
    for text in reports() {
        let links = values(&text, "href");
        assert!(links.iter().all(|link| link.starts_with("https://") || link.starts_with("http://")), "{links:?}");
    }
}

#[test]
fn every_table_has_a_caption_and_every_head_a_scope() {
    for text in reports() {
        let count = |part: &str| text.matches(part).count();
        assert_eq!(count("<table"), count("<caption>"));
        assert!(!text.contains("<caption></caption>"));
        assert_eq!(count("<th "), count("scope="));
        assert_eq!(count("<svg"), count("role=\"img\""));
        assert_eq!(count("<svg"), count("<desc>"));
    }
}

#[test]
fn headings_begin_at_one_and_skip_no_level() {
    for text in reports() {
        let levels: Vec<u32> = text.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn what_a_catalogue_says_is_text_wherever_it_stands() {
    let evil = "</title><script>x</script>";
    let page = Page::new(vec![Block::Title(evil.into()), Block::items([evil]), Block::Warning(evil.to_owned())]);
    let report = Report { title: evil.to_owned(), about: vec![Field::new(evil, evil)], pages: vec![page] };
    assert!(!html(&report).contains("<script>"));
}

//! Tables as other programs than spreadsheets write them: web pages, Markdown, and the exports of shops.

use serde_json::json;

use crate::run::{import_text, records, table, value};

#[test]
fn the_titles_of_a_web_table_link_to_their_pages() {
    let page = "<html><body><table><tr><th>Program<th>Institution<th>Fee<tr><td><a href='https://t.example/p/owl?utm_source=x'>\
        Owl Care<sup>1</sup></a><td>Wood University<td>$1,200<tr><td><a href='/p/fox'>Fox Care</a><td>Wood University\
        </table></body></html>";
    let run = import_text("p.html", page);
    let owl = run.program("Owl Care");
    assert_eq!(value(&owl, "url"), "https://t.example/p/owl", "{}", run.stderr);
    assert_eq!(value(&owl, "price"), json!({"value": 1200, "currency": "USD"}));
    let fox = run.program("Fox Care");
    assert_eq!((fox.get("url"), value(&fox, "institutions")), (None, json!(["wood-university"])), "{}", run.stderr);
}

#[test]
fn a_table_of_markdown_is_read_without_its_marks() {
    let run = import_text(
        "p.md",
        "# Ours\n\n| Title | School | Type | Price |\n|---|:---:|---|--:|\n| **Sand** | U | XSeries | $300 |\n\
        | [Sea](https://a.org/sea) | U | MicroMasters | $900 |\n",
    );
    for (title, kind) in [("Sand", "xseries"), ("Sea", "micromasters")] {
        assert_eq!(value(&run.program(title), "kind"), kind, "{}", run.stderr);
    }
    assert_eq!((run.count("read"), run.count("added")), (2, 2), "{}", run.stderr);
}

#[test]
fn the_form_in_which_a_shop_sells_is_no_kind() {
    let shop = table("ID,Type,SKU,Name,Regular price\n4,\"simple, virtual\",P,Bees,450\n");
    assert_eq!(value(&shop.program("Bees"), "kind"), "other:Program", "{}", shop.stderr);
}

#[test]
fn relative_links_lead_to_the_site_that_the_page_names() {
    let page = |head: &str| {
        import_text(
            "p.html",
            format!(
                "<html><head>{head}</head><body><table><tr><th>Programme</th><th>School</th></tr>\
            <tr><td><a href=\"programs/x?id=1&amp;b=2\">Reefs</a></td><td>U</td></tr></table></body></html>"
            ),
        )
    };
    for (head, url) in [
        (
            "<base href=\"https://r.example/en/\"><link rel=canonical href='https://o.example/'>",
            "https://r.example/en/programs/x?id=1&b=2",
        ),
        (
            "<link href='a.css'><link rel=\"canonical\" href=\"https://r.example/list\">",
            "https://r.example/programs/x?id=1&b=2",
        ),
    ] {
        assert_eq!(value(&page(head).program("Reefs"), "url"), url, "{head}");
    }
    let nowhere = page("");
    assert!(nowhere.program("Reefs").get("url").is_none() && nowhere.has_remark("does not name"), "{}", nowhere.stderr);
}

#[test]
fn the_blocks_of_a_page_refer_to_each_other() {
    let block = |data: &str| format!("<script type=\"application/ld+json\">{data}</script>");
    let page = [
        r##"{"@context":"https://schema.org","@type":"EducationalOccupationalProgram","name":"Quilts","provider":{"@id":"#org"},
            "hasCourse":[{"@id":"#c1"},{"@id":"#c2"}]}"##,
        r##"{"@context":"https://schema.org","@type":"Organization","@id":"#org","name":"Quilt College"}"##,
        r##"{"@context":"https://schema.org","@graph":[{"@type":"Course","@id":"#c1","name":"Stitch"},
            {"@type":"Course","@id":"#c2","name":"Pattern"}]}"##,
    ];
    let run = import_text("p.html", format!("<html>{}</html>", page.map(block).concat()));
    let quilts = run.program("Quilts");
    assert_eq!(quilts["course_list"].as_array().map(Vec::len), Some(2), "{}", run.stderr);
    assert_eq!((value(&quilts, "courses"), value(&quilts, "institutions")), (json!(2), json!(["quilt-college"])));
    assert_eq!(records(&run.catalog(), "courses").count(), 2, "each course once");
    assert!(!run.has_remark("no file describes"), "{}", run.stderr);
    assert_eq!((run.count("read"), run.count("left_out")), (2, 1), "the program, and a block with the school alone");
}

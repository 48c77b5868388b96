//! Tables as other programs than spreadsheets write them: web pages, Markdown, and the exports of shops.

use serde_json::json;

use crate::run::{import_text, table, value};

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

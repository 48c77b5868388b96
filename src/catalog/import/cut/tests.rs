//! Documents as they come: pages, lists, one record per line, cut short, too deep and too large.

use super::*;

fn pieces(text: &str) -> Vec<(String, Option<u64>, Option<String>)> {
    // A small buffer, so that every state is interrupted and resumed.
    let mut found = Vec::new();
    let reader = io::BufReader::with_capacity(3, text.as_bytes());
    records(reader, &mut |piece| {
        let text = piece.text.ok().map(|text| String::from_utf8_lossy(text).into_owned());
        if piece.list != PAGE {
            found.push((piece.list.to_owned(), piece.number, text));
        }
        true
    })
    .expect("bytes in memory can be read");
    found
}

#[test]
fn what_surrounds_a_page_is_passed_on_with_the_count_of_its_records() {
    let mut found = Vec::new();
    let text = r#"{"count": 57, "results": [{"a": 1}, 2], "next": "x"}"#;
    records(text.as_bytes(), &mut |piece| {
        let is_page = piece.list == PAGE;
        found.extend(piece.text.ok().filter(|_| is_page).map(|text| (piece.number, text.to_owned())));
        true
    })
    .expect("bytes in memory can be read");
    assert_eq!(found, [(Some(2), br#"{"count":57,"next":"x"}"#.to_vec())]);
}

fn texts(text: &str) -> Vec<String> {
    pieces(text).into_iter().filter_map(|(_, _, text)| text).collect()
}

#[test]
fn a_page_a_list_and_a_record_are_cut_alike() {
    assert_eq!(
        texts(r#"[{"a": 1}, {"b": "x]}\" \\"}, 3, "s"]"#),
        [r#"{"a": 1}"#, r#"{"b": "x]}\" \\"}"#, "3", "\"s\""]
    );
    assert_eq!(texts(r#"{"count": 2, "results": [{"a": 1},{"b":2}], "next": null}"#), [r#"{"a": 1}"#, r#"{"b":2}"#]);
    assert_eq!(texts(r#"{"a": [1, {"results": []}], "b": "c"}"#), [r#"{"a":[1, {"results": []}],"b":"c"}"#]);
    assert_eq!(texts("[]"), Vec::<String>::new());
    assert_eq!(texts("{\"results\": []}\n{\"hits\": [1]}"), ["1"]);
    assert_eq!(pieces(r#"{"hits": [7]}"#)[0].0, "/hits");
}

#[test]
fn what_breaks_off_is_told_and_what_stands_before_it_is_kept() {
    for text in [r#"[{"a": 1}, {"b": "#, r#"[{"a": 1} {"b": 2}]"#, r#"{"results": [{"a": 1}"#] {
        let found = pieces(text);
        assert_eq!(found.first().and_then(|piece| piece.2.as_deref()), Some(r#"{"a": 1}"#), "{text}");
        assert_eq!(found.last().map(|piece| piece.2.clone()), Some(None), "{text}");
    }
    for text in [r#"{"a": "#, r#"{"a" 1}"#, "{,}", "[,]", "{\"a\":}", "]", ",{}", "}{", "[] :"] {
        assert!(pieces(text).iter().any(|piece| piece.2.is_none()), "{text}");
    }
}

#[test]
fn a_record_that_is_too_deep_is_passed_over() {
    let text = format!("[{}{}, 5]", "[".repeat(200), "]".repeat(200));
    let found = pieces(&text);
    assert_eq!((found.len(), found[0].2.clone(), found[1].2.as_deref()), (2, None, Some("5")));
}

#[test]
fn lines_are_records_of_their_own() {
    let mut found = Vec::new();
    lines(&b"{\"a\":1}\n\n{broken\n{\"b\":2}"[..], &mut |piece| {
        found.push((piece.line, piece.text.map(<[u8]>::len)));
        true
    })
    .expect("bytes in memory can be read");
    assert_eq!(found, [(1, Ok(7)), (3, Ok(7)), (4, Ok(7))]);
}

//! `--catalog` with an address, against a local server: a file is fetched once, kept, and revalidated by its entity
//! tag. An incomplete or invalid catalogue never replaces the copy.
#![cfg(feature = "net")]
#![expect(clippy::unwrap_used, reason = "a test that cannot serve a file has to fail")]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::Output;
use std::thread::JoinHandle;

mod program;

use program::Home;

/// A server that gives each of these answers once and records the requests.
struct Server {
    address: String,
    asked: JoinHandle<Vec<String>>,
}

impl Server {
    fn giving(answers: Vec<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/catalogue.json", listener.local_addr().unwrap());
        let serve = move |answer: Vec<u8>| {
            let (mut stream, _) = listener.accept().unwrap();
            let lines = BufReader::new(stream.try_clone().unwrap()).lines().map(Result::unwrap);
            let asked: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            // The client may close the connection once it has read enough.
            let _ = stream.write_all(&answer);
            asked.join("\n")
        };
        Self { address, asked: std::thread::spawn(move || answers.into_iter().map(serve).collect()) }
    }

    fn asked(self) -> Vec<String> {
        self.asked.join().unwrap()
    }
}

fn answer(status: &str, headings: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headings}\r\n{body}").into_bytes()
}

/// A catalogue of this many programs.
fn catalog(programs: usize) -> String {
    let mut whole: serde_json::Value = serde_json::from_str(include_str!("../assets/catalog.json")).unwrap();
    whole["programs"].as_array_mut().unwrap().truncate(programs);
    whole.to_string()
}

fn list(home: &Home, address: &str) -> Output {
    home.command().args(["--catalog", address, "list", "--json", "--status", "all"]).output().unwrap()
}

fn count(output: &Output) -> u64 {
    let list: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    list["count"].as_u64().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_file_is_fetched_once_and_asked_for_by_its_tag() {
    let home = Home::new();
    let server = Server::giving(vec![
        answer("200 OK", "ETag: \"one\"\r\n", &catalog(3)),
        answer("304 Not Modified", "", ""),
        answer("200 OK", "ETag: \"two\"\r\n", &catalog(5)),
    ]);
    let counts: Vec<u64> = (0..3).map(|_| count(&list(&home, &server.address))).collect();
    let address = server.address.clone();
    let asked = server.asked();
    assert_eq!(counts, [3, 3, 5]);
    let tag = |asked: &str| asked.lines().find_map(|line| line.strip_prefix("if-none-match: ").map(str::to_owned));
    assert_eq!(
        asked.iter().map(|asked| tag(asked)).collect::<Vec<_>>(),
        [None, Some("\"one\"".into()), Some("\"one\"".into())]
    );
    let away = list(&home, &address);
    assert_eq!(count(&away), 5, "the server has gone, the copy stays");
    assert!(told(&away).contains("the copy from last time is used"), "{}", told(&away));
    let gone = home.command().args(["forget", "--yes"]).output().unwrap();
    assert!(String::from_utf8(gone.stdout).unwrap().contains(".etag"), "copies are forgotten too");
    assert_eq!(list(&home, &address).status.code(), Some(1));
}

#[test]
fn what_is_no_whole_catalogue_takes_no_place() {
    let home = Home::new();
    let whole = catalog(3);
    let cut = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{}", whole.len(), &whole[..whole.len() / 2]);
    let large = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{";
    let server = Server::giving(vec![
        answer("200 OK", "", &whole),
        cut.into_bytes(),
        large.as_bytes().to_vec(),
        answer("200 OK", "", "<html>not JSON \u{1b}[2J</html>"),
        answer("200 OK", "", "{\"format\": \"another\"}"),
        answer("404 Not Found", "", ""),
        answer("302 Found", "Location: http://127.0.0.1:1/elsewhere\r\n", ""),
    ]);
    let codes: Vec<(Option<i32>, String)> =
        (0..7).map(|_| list(&home, &server.address)).map(|output| (output.status.code(), told(&output))).collect();
    server.asked();
    let expected = [
        (0, ""),
        (1, "to its end"),
        (1, "larger than 2 GiB"),
        (5, "was not loaded"),
        (5, "was not loaded"),
        (0, "404"),
        (0, "not followed"),
    ];
    for ((code, told), (right, word)) in codes.iter().zip(expected) {
        assert_eq!(*code, Some(right), "{told}");
        assert!(told.contains(word) && !told.contains('\u{1b}'), "{word}: {told}");
    }
    let copies = home.place("XDG_CACHE_HOME").join("prospectus/catalogues");
    let names: Vec<_> = std::fs::read_dir(copies).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 1, "one copy, and nothing half written: {names:?}");
}

#[test]
fn an_address_that_gives_nothing_is_told_with_the_reason() {
    let server =
        Server::giving(vec![answer("404 Not Found", "", ""), answer("302 Found", "Location: https://x.org/\r\n", "")]);
    for word in ["404", "https://x.org/"] {
        let output = list(&Home::new(), &server.address);
        assert_eq!(output.status.code(), Some(1));
        assert!(told(&output).contains(word), "{}", told(&output));
    }
    server.asked();
}

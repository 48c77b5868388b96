//! Tables in the encodings of spreadsheets around the world: the words tell which one it is, and the report names it.

use encoding_rs::Encoding;
use serde_json::json;

use crate::run::{import_text, value};

fn encoded(name: &str, text: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(name.as_bytes()).expect("an encoding");
    let (bytes, _, is_lossy) = encoding.encode(text);
    assert!(!is_lossy, "{text}");
    bytes.into_owned()
}

#[test]
fn a_table_is_read_in_the_encoding_of_its_words() {
    for (name, title, table) in [
        ("windows-1252", "Gestão de Operações", "Título;Universidade;Idioma\nGestão de Operações;U;Português\n"),
        (
            "windows-1250",
            "Zarządzanie łańcuchem dostaw",
            "Tytuł;Uczelnia;Język\nZarządzanie łańcuchem dostaw;U;polski\n",
        ),
        ("windows-1250", "Počítačové sítě", "Název programu;Univerzita;Jazyk\nPočítačové sítě;U;čeština\n"),
        ("iso-8859-2", "Źródła i książki", "Tytuł;Uczelnia;Język\nŹródła i książki;U;polski\n"),
        ("windows-1251", "Управление проектами", "Title;School;Language\nУправление проектами;МГУ;Russian\n"),
        ("windows-1254", "Değişim yönetimi", "Title;School;Language\nDeğişim yönetimi;Işık Üniversitesi;Turkish\n"),
        ("gb18030", "数据科学与大数据技术", "Title;School;Language\n数据科学与大数据技术;清华大学;Chinese\n"),
        ("shift_jis", "データサイエンス入門", "Title;School;Language\nデータサイエンス入門;東京大学;Japanese\n"),
    ] {
        let run = import_text("t.csv", encoded(name, table));
        assert_eq!(run.code, 0, "{name}: {}", run.stderr);
        assert!(value(&run.program(title), "kind").is_string(), "{name}");
        let named =
            run.reasons("remarks").iter().any(|remark| remark.eq_ignore_ascii_case(&format!("was read as {name}")));
        assert!(named, "{name}: {}", run.stderr);
    }
}

#[test]
fn a_heading_in_another_encoding_is_understood() {
    let table = "Tytuł;Uczelnia;Długość;Język\nŁańcuch dostaw;U;6 miesięcy;angielski\n";
    let program = import_text("t.csv", encoded("windows-1250", table)).program("Łańcuch dostaw");
    assert_eq!(value(&program, "institutions"), json!(["u"]));
}

#[test]
fn zero_bytes_in_the_cells_of_a_table_do_not_make_it_binary() {
    let rows = "Title,School,Type,Length\nHarbour\0 Safety,Port University,XSeries,4 months\nTides,Port University\0,XSeries,5 months\n";
    let run = import_text("t.csv", rows);
    assert_eq!((run.count("added"), value(&run.program("Tides"), "institutions")), (2, json!(["port-university"])));
    let zeros = import_text("t.bin", "T\0i\x01t\0l\x02e\0\0,S\0\0\0c\0h\0ool\0\0\0");
    assert_eq!(zeros.count("rejected"), 1, "{}", zeros.stderr);
}

#[test]
fn utf_8_with_a_stray_byte_stays_utf_8_and_is_reported() {
    let mut table = "Title;School\n".to_owned().into_bytes();
    for number in 0..30 {
        table.extend(format!("Économie {number};Université de Genève\n").into_bytes());
    }
    table.extend(b"Caf\xe9;U\n");
    let run = import_text("t.csv", table);
    assert!(value(&run.program("Économie 7"), "kind").is_string());
    assert!(run.has_remark("UTF-8"), "{}", run.stderr);
}

#[test]
fn a_table_that_a_spreadsheet_saved_for_dos_is_read() {
    let run = import_text("t.csv", b"T\xa1tulo;Escuela;Precio\nGesti\xa2n de se\xa4ales;Escuela T\x82cnica;90 USD\n");
    let program = run.program("Gestión de señales");
    assert_eq!(value(&program, "institutions"), json!(["escuela-tecnica"]));
    assert!(run.has_remark("DOS"), "{}", run.stderr);
}

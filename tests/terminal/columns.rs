//! Columns on a real screen stay straight in whatever script a title is written.

use crate::program::Home;
use crate::run::{ESC, Run};

/// Titles with wide, narrow, combining, joined and right-to-left characters.
const TITLES: [&str; 7] = [
    "Plain letters",
    "数据科学基础与应用",
    "Gestión y logística",
    "Cafe\u{301} und Stra\u{df}e",
    "إدارة الأعمال",
    "🧪 Laboratory 👩\u{200d}🔬 work",
    "ｆｕｌｌ width",
];

fn catalogue() -> String {
    let programs: Vec<String> = TITLES
        .iter()
        .enumerate()
        .map(|(place, title)| {
            format!(
                r#"{{"id": "p-{place}", "title": "{title}",
                "kind": [{{"value": "micromasters", "source": "s"}}],
                "institutions": [{{"value": ["mitx"], "source": "s"}}],
                "status": [{{"value": "current", "source": "s"}}]}}"#
            )
        })
        .collect();
    format!(
        r#"{{"format": "prospectus-catalog/1", "name": "scripts", "as_of": "2026-05-15",
        "sources": [{{"id": "s", "title": "a list", "as_of": "2026-05-15", "grade": "A", "licence": "own work"}}],
        "institutions": [{{"key": "mitx", "name": "Massachusetts Institute of Technology", "short": "MIT", "aliases": []}}],
        "courses": [], "programs": [{}]}}"#,
        programs.join(",")
    )
}

#[test]
fn point_04_columns_stay_straight_in_every_script() {
    let home = Home::new();
    std::fs::create_dir_all(home.path()).expect("a home");
    let path = home.path().join("scripts.json");
    std::fs::write(&path, catalogue()).expect("a catalogue");
    let name = path.to_string_lossy().into_owned();
    let mut run = Run::start_at(home, 80, 24, &["--catalog", &name], &[]);
    run.wait_for("7 of 7");
    // This redraws every row over the letters of another one.
    run.send("jjjjjjkkk");
    run.send("?");
    run.wait_for("THE LIST");
    run.send(ESC);
    run.wait_for("School");
    assert_straight(&run);
    // And over text typed in the list of actions, wide and narrow.
    run.send(":数据 zoom");
    run.wait_for("数据 zoom");
    run.send(ESC);
    run.wait_for("School");
    assert_straight(&run);
}

/// Asserts that every program's school starts under its heading.
fn assert_straight(run: &Run) {
    let screen = run.screen();
    let at = |row, col: u16, count: u16| -> String {
        (col..col + count).filter_map(|col| screen.cell(row, col)).map(vt100::Cell::contents).collect()
    };
    let head = (0..24).find(|row| at(*row, 0, 80).contains("School")).expect("the head of the list");
    let column = (0..80).find(|col| at(head, *col, 6) == "School").expect("the column of schools");
    for row in head + 1..=head + 7 {
        assert_eq!(at(row, column, 3), "MIT", "row {row} of\n{}", run.text());
    }
}

//! Writes a generated catalogue of a given size to standard output, for measuring the real program:
//!
//! ```text
//! cargo run --example make_catalogue -- 100000 > /tmp/100k.json
//! cargo run --example make_catalogue -- 100000 lines > /tmp/100k.txt
//! ```
//!
//! The second form writes one line per program, for finders that search lines.

#[path = "../benches/made/catalogue.rs"]
mod catalogue;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let programs = arguments.first().and_then(|number| number.parse().ok());
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    match (programs, arguments.get(1).map(String::as_str)) {
        (Some(programs), None) => catalogue::Made::of(programs).write(&mut out)?,
        (Some(programs), Some("lines")) => write_lines(&catalogue::Made::of(programs), &mut out)?,
        _ => return Err(io::Error::other("how many programs? make_catalogue NUMBER [lines]")),
    }
    out.flush()
}

/// Writes a line `title · institution · field · kind` for each program.
fn write_lines(made: &catalogue::Made, out: &mut impl Write) -> io::Result<()> {
    for program in made.each_program() {
        let institution: serde_json::Value = serde_json::from_str(&program.institution.record)?;
        let name = institution["name"].as_str().unwrap_or_default();
        writeln!(out, "{} · {name} · {} · {}", program.title, program.fields[0], program.kind)?;
    }
    Ok(())
}

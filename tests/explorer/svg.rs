//! Turns a screen of the explorer into an SVG. Each run of cells with one style becomes text of a fixed length, so that
//! columns stay straight in every font. Colours follow the reader's light or dark page.

use std::fmt::Write;

use prospectus::look::LookName;
use prospectus::ui::Look;
use prospectus::width::cols;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::script::Script;

/// The width and height of a cell, in pixels.
const CELL: (usize, usize) = (8, 17);
/// The distance from the top of a cell to the baseline, in pixels.
const BASELINE: usize = 13;
/// The margin around the screen, in pixels.
const MARGIN: usize = 12;

const STYLE: &str = "svg{background:#fdfdfc;color:#24292f}text{font:13px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;\
                     white-space:pre;fill:currentColor}rect.back{fill:#fdfdfc}rect.reversed{fill:#24292f}.bold{font-weight:bold}\
                     .dim{fill:#6a737d}.underlined{text-decoration:underline}.reversed-text{fill:#fdfdfc}.magenta{fill:#8a2a90}\
                     .red{fill:#b3261e}.green{fill:#1a7f37}@media(prefers-color-scheme:dark){svg{background:#16191d;\
                     color:#d5dae0}rect.back{fill:#16191d}rect.reversed{fill:#d5dae0}.reversed-text{fill:#16191d}.dim{fill:#8b949e}\
                     .magenta{fill:#d8a0e6}.red{fill:#ff8a80}.green{fill:#7ee08f}}";

/// The current screen as an SVG, with a description of one sentence for readers who cannot see it.
pub(crate) fn of(script: &Script, description: &str) -> String {
    let buffer = script.buffer(Look::named(LookName::Default));
    let (width, height) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (pixels_wide, pixels_high) = (width * CELL.0 + 2 * MARGIN, height * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {pixels_wide} {pixels_high}\" width=\"{pixels_wide}\" \
         xml:space=\"preserve\" role=\"img\" aria-label=\"{}\">\n<style>{STYLE}</style>\n<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n",
        escaped(description)
    );
    for row in 0..height {
        for run in runs(&buffer, row) {
            write_run(&mut out, &run, row);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Adjacent cells of the same style.
struct Run {
    start: usize,
    cols: usize,
    text: String,
    style: (Color, Modifier),
}

fn runs(buffer: &Buffer, row: usize) -> Vec<Run> {
    let width = usize::from(buffer.area.width);
    let cells = &buffer.content[row * width..(row + 1) * width];
    let mut runs: Vec<Run> = Vec::new();
    let mut col = 0;
    while let Some(cell) = cells.get(col) {
        let wide = cols(cell.symbol()).max(1);
        match runs.last_mut() {
            Some(run) if run.style == style(cell) => {
                run.text.push_str(cell.symbol());
                run.cols += wide;
            }
            _ => runs.push(Run { start: col, cols: wide, text: cell.symbol().to_owned(), style: style(cell) }),
        }
        col += wide;
    }
    runs
}

fn style(cell: &Cell) -> (Color, Modifier) {
    (cell.fg, cell.modifier)
}

fn write_run(out: &mut String, run: &Run, row: usize) {
    let (x, y) = (MARGIN + run.start * CELL.0, MARGIN + row * CELL.1);
    let width = run.cols * CELL.0;
    let is_reversed = run.style.1.contains(Modifier::REVERSED);
    if is_reversed {
        let _ = writeln!(out, "<rect class=\"reversed\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\"/>", CELL.1);
    }
    if !run.text.trim().is_empty() {
        let (text, class, baseline) = (escaped(&run.text), classes(run.style), y + BASELINE);
        let _ = writeln!(out, "<text{class} x=\"{x}\" y=\"{baseline}\" textLength=\"{width}\">{text}</text>");
    }
}

fn classes((color, modifier): (Color, Modifier)) -> String {
    let color = match color {
        Color::Magenta => "magenta",
        Color::Red => "red",
        Color::Green => "green",
        _ => "",
    };
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed-text"),
    ];
    let of_modifiers = modifiers.into_iter().filter(|(one, _)| modifier.contains(*one)).map(|(_, class)| class);
    let all: Vec<&str> = of_modifiers.chain([color]).filter(|class| !class.is_empty()).collect();
    if all.is_empty() { String::new() } else { format!(" class=\"{}\"", all.join(" ")) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

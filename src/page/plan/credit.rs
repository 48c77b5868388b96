//! Where a program may count, school by school. What is true for all of them comes first, once.

use crate::catalog::Catalog;
use crate::page::Block;
use crate::plan::{CreditLine, Plan, beyond_admission, words};

/// Returns what is true for every school, and a line for each.
pub(super) fn blocks(catalog: &Catalog, plan: &Plan) -> Vec<Block> {
    let lines = &plan.credit.lines;
    let items = Block::items(lines.iter().map(|line| item(catalog, line)));
    vec![Block::Text(for_all(lines).join(" ")), items]
}

/// What is true for every open school: that admission is separate, and the exam.
fn for_all(lines: &[CreditLine]) -> Vec<String> {
    let mut sentences = Vec::new();
    if lines.iter().any(CreditLine::is_open) {
        sentences.push("You apply to a school separately; neither admission nor credit is guaranteed.".to_owned());
    }
    // The exam is a fact of the program, so all schools that ask for it ask for the same one.
    let exam = lines.iter().find_map(|line| line.exam.as_ref());
    sentences.extend(exam.map(|exam| format!("Exam for credit: {exam}.")));
    sentences
}

fn item(catalog: &Catalog, line: &CreditLine) -> String {
    let condition = beyond_admission(line.condition.as_deref()).filter(|_| line.is_open());
    let parts = [
        Some(words::credit_claim(line)),
        condition.map(|condition| format!("Condition: {condition}.")),
        words::per_credit(line).map(|cost| format!("Cost: {cost}.")),
        line.note.clone(),
        line.is_open().then(|| words::credit_date(line)),
        Some(format!("Source: {}.", catalog.source(line.source).title)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

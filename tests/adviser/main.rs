//! The adviser on the shipped catalogue: what it recommends, why, and how it answers further questions.

mod answers;
mod asked_further;
mod choice;
mod conditions;
#[path = "../contract/mod.rs"]
mod contract;
mod credit;
mod desk;
mod fields;
mod first_lines;
mod in_part;
mod kinds;
mod languages;
mod learners;
mod money_and_time;
mod named_together;
#[path = "../personas/mod.rs"]
mod personas;
mod prompts;
#[path = "../samples/mod.rs"]
mod samples;
mod series;
#[path = "../told/mod.rs"]
mod told;
mod truth;
mod verdict;
mod wishes;

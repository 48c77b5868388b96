//! When a program could be finished. It computes from recorded facts and from the hours a person gives; it knows no
//! clock: the day on which one starts comes from outside.

mod pace;

pub use pace::{Finish, Pace, PaceKind, WeeklyHours, date_after, months_until};

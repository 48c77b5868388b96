//! The hours of work of a program. In order of preference: stated; the sum over its courses; if only some courses are
//! known, their sum with the mean for the others; listed length times stated hours a week; and an estimate only if
//! there is none of these. The shown figure is never below the sum of the known courses.

use super::{AsOf, Basis, Claim, Course, CourseUse, Fact, Grade, Program, Range, SourceIx, Text, rounding};

/// The ratio of the total hours to listed weeks times stated hours a week: 90 % of the known totals lie in this range.
/// Calendar time includes idle weeks, and no program was found to take more than the product.
const LISTED_SHARE: Range = Range { low: 0.68, high: 1.0, median: None };

/// Two figures for the same work contradict each other if they differ by more than this factor.
pub const CONTRADICTION: f64 = 1.5;

/// How a figure was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Method {
    /// A source states it.
    Stated,
    /// The sum over the courses, all of which are known.
    Sum,
    /// The sum over some courses, extrapolated to all.
    PartOfSum,
    /// Listed length times stated hours a week.
    Listed,
    /// An estimate from other programs.
    Estimate,
}

/// The hours of a course, with the origin of the figure.
#[derive(Clone, Debug)]
pub(super) struct CourseHours {
    hours: Range,
    source: SourceIx,
    as_of: AsOf,
    grade: Grade,
}

/// The known courses of a program, taken together.
struct Known {
    count: usize,
    /// The number of courses of the program.
    of: usize,
    sum: Range,
    /// The source and date of the newest course.
    source: SourceIx,
    as_of: AsOf,
    /// The weakest grade among the courses.
    grade: Grade,
}

/// Two figures for the work of one program that contradict each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorkConflict<'p> {
    /// The figure that is shown.
    pub shown: &'p Claim<Range>,
    /// The figure that differs most from it.
    pub other: &'p Claim<Range>,
    /// The larger figure divided by the smaller one.
    pub factor: f64,
}

impl CourseHours {
    /// Weeks times hours a week; `None` if either is unknown.
    pub(super) fn of(course: &Course) -> Option<Self> {
        let (weeks, workload) = course.weeks.shown().zip(course.workload.shown())?;
        let hours = Range::between(weeks.value.low * workload.value.low, weeks.value.high * workload.value.high);
        let (source, as_of) = (weeks.source, weeks.as_of.clone());
        Some(Self { hours, source, as_of, grade: weeks.grade.max(workload.grade) })
    }
}

impl Known {
    fn of(program: &Program, courses: &[Option<CourseHours>]) -> Option<Self> {
        let listed = program.course_list.len();
        let of = program.courses.value().map_or(0, |count| *count as usize).max(listed);
        let hours = |course: &CourseUse| Some((courses.get(course.course.0 as usize)?.as_ref()?, course.is_certain));
        let known: Vec<(&CourseHours, bool)> = program.course_list.iter().filter_map(hours).collect();
        let newest = known.iter().map(|(course, _)| *course).max_by_key(|course| course.as_of.newest())?;
        let sum =
            known.iter().fold((0.0, 0.0), |sum, (course, _)| (sum.0 + course.hours.low, sum.1 + course.hours.high));
        let grade = |(course, is_certain): &(&CourseHours, bool)| if *is_certain { course.grade } else { Grade::C };
        Some(Self {
            count: known.len(),
            of,
            sum: Range::between(sum.0, sum.1),
            source: newest.source,
            as_of: newest.as_of.clone(),
            grade: known.iter().map(grade).max()?,
        })
    }

    fn claim(&self) -> (Method, Claim<Range>) {
        let (count, of) = (self.count, self.of);
        if count == of {
            return (Method::Sum, self.claim_of(self.sum, format!("weeks x hours a week of {count} courses")));
        }
        let share = of as f64 / count as f64;
        let low = rounding::down(self.sum.low * share).max(self.sum.low);
        let hours = Range::between(low, rounding::up(self.sum.high * share));
        let note = format!("{count} of {of} courses come to {} hours; the others at their mean", self.sum);
        (Method::PartOfSum, self.claim_of(hours, note))
    }

    fn claim_of(&self, value: Range, note: String) -> Claim<Range> {
        Claim {
            value,
            basis: Basis::Derived,
            source: self.source,
            as_of: self.as_of.clone(),
            grade: self.grade,
            note: Some(Text::from(note)),
        }
    }
}

/// Adds the figures that follow from the courses and the listed length to the claims of a program's work, and sorts
/// them. Returns the method of the figure that is shown; `None` if there is no figure.
pub(super) fn complete(program: &mut Program, courses: &[Option<CourseHours>]) -> Option<Method> {
    let known = Known::of(program, courses);
    let mut claims: Vec<(Method, Claim<Range>)> =
        program.effort.claims().iter().map(|claim| (method(claim), claim.clone())).collect();
    let found =
        known.as_ref().map(Known::claim).into_iter().chain(listed(program).map(|claim| (Method::Listed, claim)));
    for (method, claim) in found {
        // A list may have added up the same courses itself; the same figure is not claimed twice.
        if !claims.iter().any(|(_, other)| other.value == claim.value) {
            claims.push((method, claim));
        }
    }
    let mut claims = Fact::ranked(claims);
    raise(&mut claims, known.as_ref().map_or(0.0, |known| known.sum.low));
    let shown = claims.first().map(|(method, _)| *method);
    program.effort = Fact::in_order(claims.into_iter().map(|(_, claim)| claim).collect());
    shown
}

fn method(claim: &Claim<Range>) -> Method {
    match claim.basis {
        Basis::Stated | Basis::Editorial | Basis::Inferred => Method::Stated,
        Basis::Derived => Method::Sum,
        Basis::Estimated | Basis::Presumed => Method::Estimate,
    }
}

/// Listed weeks times stated hours a week, scaled by [`LISTED_SHARE`]. Returns `None` if either is unknown.
fn listed(program: &Program) -> Option<Claim<Range>> {
    let length = program.length.shown().filter(|claim| claim.basis.is_about_the_program())?;
    let workload = program.workload.claims().iter().find(|claim| claim.basis == Basis::Stated)?;
    let (weeks, weekly) = (length.value.weeks(), workload.value);
    let low = rounding::down(weeks.low * weekly.low * LISTED_SHARE.low);
    let high = rounding::up(weeks.high * weekly.high * LISTED_SHARE.high);
    let note = format!(
        "listed length ({}) x {weekly} hours a week x {} to {}",
        length.value, LISTED_SHARE.low, LISTED_SHARE.high
    );
    Some(Claim {
        value: Range::between(low, high),
        basis: Basis::Derived,
        source: workload.source,
        as_of: workload.as_of.clone(),
        grade: workload.grade.max(length.grade),
        note: Some(Text::from(note)),
    })
}

/// Ensures that the shown figure is not below `floor`, the sum of the known courses. The best claim that reaches it
/// comes first; if its lower end lies below, a raised copy of it is inserted.
fn raise(claims: &mut Vec<(Method, Claim<Range>)>, floor: f64) {
    let Some(at) = claims.iter().position(|(_, claim)| claim.value.high >= floor) else { return };
    let first = claims.remove(at);
    let is_below = first.1.value.low < floor;
    claims.insert(0, first);
    if is_below {
        let (method, claim) = claims[0].clone();
        let method_note = claim.note.as_deref().map_or_else(String::new, |note| format!("{note}; "));
        let floor_hours = Range::exactly(floor);
        let note = format!("{method_note}{} hours, but the known courses alone come to {floor_hours}", claim.value);
        let value = Range::between(floor, claim.value.high);
        let raised = Claim { value, basis: claim.basis.max(Basis::Derived), note: Some(Text::from(note)), ..claim };
        claims.insert(0, (method, raised));
    }
}

impl Program {
    /// The figure that contradicts the shown one most; `None` if none contradicts it.
    pub fn work_conflict(&self) -> Option<WorkConflict<'_>> {
        let shown = self.effort.shown().filter(|claim| claim.basis.is_about_the_program())?;
        let factor = |other: &Claim<Range>| {
            let (a, b) = (shown.value.middle(), other.value.middle());
            (a / b).max(b / a)
        };
        let trusted = self.effort.claims()[1..].iter().filter(|claim| claim.basis.is_about_the_program());
        let others = trusted.filter(|other| shown.grade == Grade::C || other.grade != Grade::C);
        let furthest = others.max_by(|a, b| factor(a).total_cmp(&factor(b)))?;
        let conflict = WorkConflict { shown, other: furthest, factor: factor(furthest) };
        (conflict.factor > CONTRADICTION).then_some(conflict)
    }
}

//! Where a program leads: paths from credential to credential to degree. Each arrow has a reason, which is either a
//! recorded pathway with its source or a rule that is shown to the user. One unknown number of hours or months makes
//! their sum unknown; money is summed by currency.

mod asked;
mod link;
mod link_facts;

use crate::catalog::{
    Catalog, Claim, Counts, Kind, Money, Pathway, PathwayStatus, Prerequisites, ProgramIx, Range, SourceIx,
};

use super::cost::{leading_price, plus};
use super::credit::beyond_admission;
use super::pace::Pace;
use super::{PlanSettings, derived};
pub use link::{Preparation, RULE_ORDER, RULE_PREPARES, preparing};
use link::{after, before, between};
pub use link_facts::{Ground, LINKS};

named! {
    /// The meaning of an arrow.
    ArrowKind, name {
        /// A school on record may count it, after admission.
        CountsAsCredit = "counts_as_credit", "may count as credit, if admitted";
        /// It prepares for the next step without counting toward it.
        PreparesFor = "prepares_for", "prepares for";
        /// There is no link: a source says so, the pathway is retired, or the rule does not hold.
        NoFormalLink = "no_formal_link", "no formal link";
    }
}

/// The reason for an arrow.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// A source states the link.
    Source {
        /// The source.
        source: SourceIx,
        /// The date of the statement.
        as_of: String,
    },
    /// A rule gives the link; the rule is shown to the user.
    Rule {
        /// The text of the rule.
        rule: &'static str,
        /// The facts that the rule rests on in this case.
        found: String,
    },
}

/// A stop on a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Station {
    /// A program of the catalogue.
    Program(ProgramIx),
    /// A degree named by a pathway.
    Degree {
        /// The school, as the source names it.
        school: String,
        /// The degree; `None` if the source does not name it.
        name: Option<String>,
    },
}

/// The link between two consecutive stations.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The meaning of the arrow.
    pub kind: ArrowKind,
    /// The reason for the arrow.
    pub because: Because,
    /// How much counts; `None` if no source states it.
    pub amount: Option<String>,
}

/// What the learner holds when leaving after a station.
#[derive(Clone, Debug, PartialEq)]
pub struct Exit {
    /// The index of the station in the path.
    pub after: usize,
    /// The credentials held at that point, in words.
    pub holds: String,
}

/// The cost of a path in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct PathCost {
    /// The sum of the known prices in this currency.
    pub amount: Claim<Money>,
    /// The number of programs in the sum.
    pub programs: usize,
}

/// A path through several stations.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The stations; at least two.
    pub stations: Vec<Station>,
    /// The arrows between them, one fewer than there are stations.
    pub arrows: Vec<Arrow>,
    /// The hours of all programs on the path, without the degree; `None` if the hours of one are unknown.
    pub hours: Option<Claim<Range>>,
    /// The months of all programs on the path, one after another and without the degree; `None` if one is unknown.
    pub months: Option<Range>,
    /// The cost of the programs, by currency.
    pub costs: Vec<PathCost>,
    /// The number of programs without a price on record.
    pub unpriced: usize,
    /// What has to be passed or met on the way, in words.
    pub gates: Vec<String>,
    /// Notes from the sources.
    pub notes: Vec<String>,
    /// The points at which the learner can stop.
    pub exits: Vec<Exit>,
}

/// Returns the paths from a program: to degrees, to and from other programs by rule, and last to `others`.
pub(super) fn paths(catalog: &Catalog, ix: ProgramIx, others: &[ProgramIx], settings: &PlanSettings) -> Vec<Path> {
    let mut trails: Vec<Trail> = to_degrees(catalog, &Trail::from(ix));
    for (next, arrow) in after(catalog, ix) {
        let trail = Trail::from(ix).then(Station::Program(next), arrow);
        trails.push(first_degree(catalog, &trail).unwrap_or(trail));
    }
    for (previous, arrow) in before(catalog, ix) {
        let trail = Trail::from(previous).then(Station::Program(ix), arrow);
        trails.push(first_degree(catalog, &trail).unwrap_or(trail));
    }
    for other in others {
        trails.push(Trail::from(ix).then(Station::Program(*other), between(catalog, ix, *other)));
    }
    trails.into_iter().map(|trail| trail.measured(catalog, settings)).collect()
}

/// Stations and arrows before hours, months and costs are summed.
#[derive(Clone)]
struct Trail {
    stations: Vec<Station>,
    arrows: Vec<Arrow>,
    gates: Vec<String>,
    notes: Vec<String>,
}

impl Trail {
    fn from(ix: ProgramIx) -> Self {
        Self { stations: vec![Station::Program(ix)], arrows: Vec::new(), gates: Vec::new(), notes: Vec::new() }
    }

    fn then(mut self, station: Station, arrow: Arrow) -> Self {
        self.stations.push(station);
        self.arrows.push(arrow);
        self
    }

    fn along(&self, way: &Pathway) -> Self {
        let mut trail = self.clone().then(degree(way), arrow(way));
        if way.counts != Counts::Nothing && way.status == PathwayStatus::Active {
            let condition = beyond_admission(way.condition.as_deref());
            trail.gates.extend(condition.map(|condition| format!("condition at {}: {condition}", way.institution)));
            trail.gates.push(format!("you apply to {} separately; admission is not guaranteed", way.institution));
        }
        trail.notes.extend(way.note.as_ref().map(ToString::to_string));
        trail
    }

    fn programs(&self) -> impl Iterator<Item = ProgramIx> + '_ {
        self.stations.iter().filter_map(|station| match station {
            Station::Program(ix) => Some(*ix),
            Station::Degree { .. } => None,
        })
    }

    fn measured(self, catalog: &Catalog, settings: &PlanSettings) -> Path {
        let programs: Vec<ProgramIx> = self.programs().collect();
        let (costs, unpriced) = costs(catalog, &programs, settings);
        Path {
            hours: hours(catalog, &programs),
            months: months(catalog, &programs, settings),
            costs,
            unpriced,
            gates: gates(catalog, &self),
            exits: exits(catalog, &self),
            notes: self.notes,
            stations: self.stations,
            arrows: self.arrows,
        }
    }
}

/// Returns the path extended by each pathway of its last program.
fn to_degrees(catalog: &Catalog, trail: &Trail) -> Vec<Trail> {
    let Some(last) = trail.programs().last() else { return Vec::new() };
    catalog.program(last).pathways.iter().map(|way| trail.along(way)).collect()
}

/// Returns the path extended by the first active credit pathway of its last program, or `None` if there is none.
fn first_degree(catalog: &Catalog, trail: &Trail) -> Option<Trail> {
    let last = trail.programs().last()?;
    let is_open = |way: &&Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
    catalog.program(last).pathways.iter().find(is_open).map(|way| trail.along(way))
}

fn degree(way: &Pathway) -> Station {
    Station::Degree { school: way.institution.to_string(), name: way.program.as_ref().map(ToString::to_string) }
}

/// Returns a recorded pathway as an arrow. A retired pathway becomes an arrow without a link.
fn arrow(way: &Pathway) -> Arrow {
    let kind = match (way.counts, way.status) {
        (_, PathwayStatus::Retired) | (Counts::Nothing, _) => ArrowKind::NoFormalLink,
        (Counts::Credit, _) => ArrowKind::CountsAsCredit,
        (Counts::Admission, _) => ArrowKind::PreparesFor,
    };
    let because = Because::Source { source: way.source, as_of: way.as_of.text().to_owned() };
    Arrow { kind, because, amount: way.amount.as_ref().map(ToString::to_string) }
}

fn hours(catalog: &Catalog, programs: &[ProgramIx]) -> Option<Claim<Range>> {
    let mut sum: Option<Claim<Range>> = None;
    for ix in programs {
        let program = catalog.program(*ix);
        let hours = super::hours(program, &Pace::of(program))?;
        sum = Some(match sum {
            None => hours,
            Some(sum) => {
                let value = sum.value.plus(&hours.value);
                derived::from_two(value, &sum, &hours, "hours of its programs added up")
            }
        });
    }
    sum
}

fn months(catalog: &Catalog, programs: &[ProgramIx], settings: &PlanSettings) -> Option<Range> {
    let mut sum = Range::exactly(0.0);
    for ix in programs {
        let finish = Pace::of(catalog.program(*ix)).finish(settings.weekly)?;
        sum = Range::between(sum.low + finish.earliest, sum.high + finish.latest);
    }
    Some(sum)
}

/// Returns the cost of the programs by currency, and the number of programs without a price.
fn costs(catalog: &Catalog, programs: &[ProgramIx], settings: &PlanSettings) -> (Vec<PathCost>, usize) {
    let mut costs: Vec<PathCost> = Vec::new();
    let mut unpriced = 0;
    for ix in programs {
        let program = catalog.program(*ix);
        let Some(price) = leading_price(program, &settings.rates) else {
            unpriced += 1;
            continue;
        };
        match costs.iter_mut().find(|cost| cost.amount.value.currency == price.value.currency) {
            None => costs.push(PathCost { amount: price, programs: 1 }),
            Some(cost) => {
                let sum = plus(cost.amount.value, price.value);
                cost.amount = derived::from_two(sum, &cost.amount, &price, "prices of its programs added up");
                cost.programs += 1;
            }
        }
    }
    (costs, unpriced)
}

/// Returns prerequisites, exams and final projects of the programs, then the conditions of the degree.
fn gates(catalog: &Catalog, trail: &Trail) -> Vec<String> {
    let mut gates: Vec<String> = Vec::new();
    for ix in trail.programs() {
        let program = catalog.program(ix);
        let title = &program.title;
        let needed = program.prerequisites.value().map(|text| Prerequisites::of(text).words());
        gates.extend(needed.map(|needed| format!("{title}: {needed}")));
        gates.extend(program.exam.value().map(|text| format!("{title} has an exam: {text}")));
        gates.extend(program.capstone.value().map(|text| format!("{title} has a final project or exam: {text}")));
        gates.extend((program.proctored.value() == Some(&true)).then(|| format!("{title} has a proctored exam")));
    }
    gates.extend(trail.gates.iter().cloned());
    gates
}

/// Returns an exit after each program; a degree is the end of a path.
fn exits(catalog: &Catalog, trail: &Trail) -> Vec<Exit> {
    let programs = trail.stations.iter().enumerate().filter_map(|(after, station)| match station {
        Station::Program(ix) => Some((after, *ix)),
        Station::Degree { .. } => None,
    });
    programs.map(|(after, ix)| Exit { after, holds: holds(catalog, ix) }).collect()
}

/// Returns what the learner holds after a program, worded without a promise.
fn holds(catalog: &Catalog, ix: ProgramIx) -> String {
    let certificate = match catalog.program(ix).kind() {
        Kind::ProfessionalCertificate => "the Professional Certificate".to_owned(),
        kind => format!("the {} certificate", kind.name()),
    };
    format!("{certificate}, if every course is passed on the paid track; before that, the certificates of its courses")
}

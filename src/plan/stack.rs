//! Where a program leads: paths from credential to credential to degree. An arrow exists only with its reason: a
//! recorded pathway with its source, or a rule that is printed. Nothing adds up what is unknown, and sums of money stay
//! apart by currency.

mod link;
mod rung;

use crate::catalog::{Catalog, Claim, Counts, Kind, Money, Pathway, PathwayStatus, ProgramIx, Range, SourceIx};

use super::cost::{leading_price, plus};
use super::pace::Pace;
use super::{PlanSettings, derived};
pub use link::{RULE_ORDER, RULE_PREPARES};
use link::{after, before, between};
pub use rung::LINKS;

named! {
    /// What an arrow means.
    ArrowKind, name {
        /// A school is on record that may count it, if admitted.
        CountsAsCredit = "counts_as_credit", "may count as credit, if admitted";
        /// It makes ready for the next step and counts for nothing there.
        PreparesFor = "prepares_for", "prepares for";
        /// It is stated or found that there is none.
        NoFormalLink = "no_formal_link", "no formal link";
    }
}

/// Why an arrow is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// A source says so.
    Source {
        /// Which one.
        source: SourceIx,
        /// As of when.
        as_of: String,
    },
    /// A rule that is printed says so.
    Rule {
        /// The rule.
        rule: &'static str,
        /// What it rests on here.
        found: String,
    },
}

/// A stop of a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Station {
    /// A program of the catalogue.
    Program(ProgramIx),
    /// A degree that is named by a pathway.
    Degree {
        /// The school, in the words of the source.
        school: String,
        /// The degree, where it is named.
        name: Option<String>,
    },
}

/// From one stop to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// What it means.
    pub kind: ArrowKind,
    /// Why it is drawn.
    pub because: Because,
    /// How much counts, where that is stated.
    pub amount: Option<String>,
}

/// What one holds who leaves after a stop.
#[derive(Clone, Debug, PartialEq)]
pub struct Exit {
    /// The place of the stop in the path.
    pub after: usize,
    /// What is in hand.
    pub holds: String,
}

/// The money of a path in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct PathCost {
    /// The sum of the programs whose price is known in this currency.
    pub amount: Claim<Money>,
    /// How many programs are in it.
    pub programs: usize,
}

/// A way through several stops.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The stops, at least two.
    pub stations: Vec<Station>,
    /// One fewer than there are stops.
    pub arrows: Vec<Arrow>,
    /// Hours of all its programs; nothing where one is unknown. A degree is never in it.
    pub hours: Option<Claim<Range>>,
    /// Months of all its programs, one after another; nothing where one is unknown. A degree is never in it.
    pub months: Option<Range>,
    /// Money of its programs, by currency.
    pub costs: Vec<PathCost>,
    /// How many of its programs have no price on record.
    pub unpriced: usize,
    /// What has to be passed on the way.
    pub gates: Vec<String>,
    /// What its sources add.
    pub notes: Vec<String>,
    /// Where one can stop.
    pub exits: Vec<Exit>,
}

/// The ways on from a program; last what links it to `others`.
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

/// Stops and arrows, before anything is added up.
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
            trail.gates.extend(way.condition.as_ref().map(ToString::to_string));
            trail.gates.push(format!("a separate application to {}; admission is not guaranteed", way.institution));
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

/// The path extended by each pathway of its last program.
fn to_degrees(catalog: &Catalog, trail: &Trail) -> Vec<Trail> {
    let Some(last) = trail.programs().last() else { return Vec::new() };
    catalog.program(last).pathways.iter().map(|way| trail.along(way)).collect()
}

/// The path extended by the first open pathway of its last program that may count.
fn first_degree(catalog: &Catalog, trail: &Trail) -> Option<Trail> {
    let last = trail.programs().last()?;
    let is_open = |way: &&Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
    catalog.program(last).pathways.iter().find(is_open).map(|way| trail.along(way))
}

fn degree(way: &Pathway) -> Station {
    Station::Degree { school: way.institution.to_string(), name: way.program.as_ref().map(ToString::to_string) }
}

/// A recorded pathway as an arrow: what is retired links nothing any more.
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

/// The money of the programs by currency, and how many have no price.
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

/// Exams of the programs, then the conditions of the degree.
fn gates(catalog: &Catalog, trail: &Trail) -> Vec<String> {
    let mut gates: Vec<String> = Vec::new();
    for ix in trail.programs() {
        let program = catalog.program(ix);
        let texts = [program.prerequisites.value().map(|text| ("before it", text))];
        let exams = [
            program.exam.value().map(|text| ("exam", text)),
            program.capstone.value().map(|text| ("final project or exam", text)),
        ];
        let told = texts.into_iter().chain(exams).flatten();
        gates.extend(told.map(|(what, text)| format!("{}: {what}: {text}", program.title)));
        if program.proctored.value() == Some(&true) {
            gates.push(format!("{}: an exam is proctored", program.title));
        }
    }
    gates.extend(trail.gates.iter().cloned());
    gates
}

/// One can stop after each program; the degree is the end.
fn exits(catalog: &Catalog, trail: &Trail) -> Vec<Exit> {
    let programs = trail.stations.iter().enumerate().filter_map(|(after, station)| match station {
        Station::Program(ix) => Some((after, *ix)),
        Station::Degree { .. } => None,
    });
    programs.map(|(after, ix)| Exit { after, holds: holds(catalog, ix) }).collect()
}

/// What one holds after a program, without a promise.
fn holds(catalog: &Catalog, ix: ProgramIx) -> String {
    let certificate = match catalog.program(ix).kind() {
        Kind::ProfessionalCertificate => "the Professional Certificate".to_owned(),
        kind => format!("the {} certificate", kind.name()),
    };
    format!("{certificate}, if every course is passed on the paid track; before that, the certificates of its courses")
}

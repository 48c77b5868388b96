//! The scales of a questionnaire: what each fact of a program is worth, from 0 to 1. They are data of the questionnaire
//! and depend on neither questions nor programs.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::advise::interval::Interval;
use crate::search::Relation;

/// The values of the ways in which a program can be about a field.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldScale {
    /// The field is what the program is about, and its title names nothing else.
    pub about: f64,
    /// The field is what the program is about, and its title does not name it.
    pub about_unnamed: f64,
    /// The program is about a part of the field, and its title does not name it.
    pub narrower: f64,
    /// A part of the program is about the field.
    pub part: f64,
}

impl FieldScale {
    /// Returns the value of a relation. `in_title` is how much of the title names the field, from 0 to 1.
    pub(crate) fn of(&self, relation: Relation, in_title: f64) -> f64 {
        match relation {
            Relation::About => self.about_unnamed + (self.about - self.about_unnamed) * in_title,
            // A title that names the field counts for more than one that does not, but not as if the program were about
            // all of it.
            Relation::Narrower => self.narrower + (self.about_unnamed - self.narrower) * in_title,
            Relation::Part => self.part,
        }
    }
}

/// The values of credit.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreditScale {
    /// Stated to give none.
    pub none: Bounds,
    /// Presumed from the kind to give none.
    pub presumed_none: Bounds,
    /// The kind may carry credit, but no school is on record.
    pub possible: Bounds,
    /// A body recommends credit.
    pub recommended: Bounds,
    /// A school accepts it after admission.
    pub pathway: Bounds,
    /// A preferred institution accepts it after admission.
    pub pathway_preferred: Bounds,
    /// Credit is included.
    pub included: Bounds,
}

/// The low, middle and high value of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Bounds(f64, f64, f64);

impl From<Bounds> for Interval {
    fn from(bounds: Bounds) -> Self {
        Self { low: bounds.0, mid: bounds.1, high: bounds.2 }
    }
}

/// The values of exams for users who want them.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamsWanted {
    /// Stated not to be proctored, and no exam on record.
    pub none: f64,
    /// An exam is on record.
    pub exam: f64,
    /// A proctored exam is on record.
    pub proctored: f64,
}

/// The values of exams for users who avoid them.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamsAvoided {
    /// Stated not to be proctored.
    pub none: f64,
    /// It runs on fixed dates.
    pub scheduled: f64,
}

/// The scales that facts are valued on. They are fixed: no value depends on the other programs in the catalogue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scales {
    /// Values of credit.
    pub credit: CreditScale,
    /// Points of a curve from the share of the deadline used to a value: the shares rise, the values fall.
    pub time: Vec<(f64, f64)>,
    /// The value of a program's level for a learner's level, by the learner's level, then the program's.
    pub level_fit: BTreeMap<String, BTreeMap<String, f64>>,
    /// How theoretical each level is, by its name.
    pub depth: BTreeMap<String, f64>,
    /// Values of exams for users who want them.
    pub exams_wanted: ExamsWanted,
    /// Values of exams for users who avoid them.
    pub exams_avoided: ExamsAvoided,
    /// Values of fields.
    pub field: FieldScale,
}

impl Scales {
    /// Every value of the scales, each of which has to be from 0 to 1.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> + '_ {
        let CreditScale { none, presumed_none, possible, recommended, pathway, pathway_preferred, included } =
            self.credit;
        let credit = [none, presumed_none, possible, recommended, pathway, pathway_preferred, included];
        let credit = credit.into_iter().flat_map(|Bounds(low, mid, high)| [low, mid, high]);
        let levels = self.level_fit.values().flat_map(BTreeMap::values).chain(self.depth.values()).copied();
        let ExamsWanted { none, exam, proctored } = self.exams_wanted;
        let avoided = [self.exams_avoided.none, self.exams_avoided.scheduled];
        let FieldScale { about, about_unnamed, narrower, part } = self.field;
        let others = [none, exam, proctored, about, about_unnamed, narrower, part];
        self.time.iter().map(|point| point.1).chain(credit).chain(levels).chain(avoided).chain(others)
    }

    /// Returns the value of a share of the deadline, interpolated linearly between the points.
    pub fn time(&self, share: f64) -> f64 {
        let Some(first) = self.time.first() else { return 0.0 };
        if share <= first.0 {
            return first.1;
        }
        for pair in self.time.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            if share <= to.0 {
                return from.1 + (to.1 - from.1) * (share - from.0) / (to.0 - from.0);
            }
        }
        self.time.last().map_or(0.0, |last| last.1)
    }
}

//! Criteria: how well a program does on each, from 0 to 1, on fixed scales. An unknown value is an interval, never 0
//! and never the best. A score is the weighted mean over all criteria that have a weight.

use super::features::Features;
use super::limits::Checker;
use super::on_record::{CreditState, Side};
use crate::advise::interval::Interval;
use crate::advise::preferences::{Depth, Exams, Pacing};
use crate::advise::question::Criterion;
use crate::catalog::{Kind, Level};
use crate::plan::{Finish, PaceKind};

/// The values of a program, by criterion.
pub(crate) type Values = [Interval; Criterion::COUNT];

/// The middles of its values, which alone decide the order.
pub(crate) type Middles = [f64; Criterion::COUNT];

impl Checker<'_> {
    /// Returns the values of a program on all criteria that have a weight. The others are unknown and do not count.
    pub(crate) fn values(&self, program: &Features, row: usize) -> Values {
        let mut values = [Interval::UNKNOWN; Criterion::COUNT];
        for criterion in &Criterion::ALL {
            if self.preferences.weights[*criterion as usize] > 0.0 {
                values[*criterion as usize] = self.value(*criterion, program, row);
            }
        }
        values
    }

    /// Returns the middles of the same values.
    pub(crate) fn middles(&self, program: &Features, row: usize) -> Middles {
        self.values(program, row).map(|value| value.mid)
    }

    /// Returns the middle of its score.
    pub(crate) fn score(&self, program: &Features, row: usize) -> f64 {
        middle(&self.middles(program, row), &self.preferences.weights)
    }

    pub(crate) fn value(&self, criterion: Criterion, program: &Features, row: usize) -> Interval {
        match criterion {
            Criterion::Type => self.type_value(program.lean_side),
            Criterion::Field => self.field_value(row),
            Criterion::Credit => self.credit_value(program),
            Criterion::Time => self.time_value(program, row),
            Criterion::Cost => self.cost_value(program, row),
            Criterion::Fit => self.fit_value(program),
            Criterion::Depth => self.depth_value(program),
            Criterion::Exams => self.exams_value(program),
            Criterion::Pacing => self.pacing_value(program),
            Criterion::Brand => self.brand_value(program),
        }
    }

    /// Returns a value that rises with the lean for a MicroMasters, falls with it for a Professional Certificate, and
    /// is one half for kinds on neither side.
    pub(super) fn type_value(&self, lean_side: f64) -> Interval {
        let full = f64::from(self.questionnaire.verdict.strong.max(1));
        let lean = (f64::from(self.preferences.lean) / full).clamp(-1.0, 1.0);
        Interval::exactly(0.5 + 0.5 * lean_side * lean)
    }

    /// Returns the positions that kinds on a side of the verdict may have on the scale of the lean.
    pub(super) fn lean_sides(&self, side: Side) -> impl Iterator<Item = f64> {
        let is_of_side = move |slug: &str| match Kind::from_slug(slug) {
            Some(kind) => Side::of(&kind) == side,
            None => side == Side::Neither,
        };
        let listed = self.questionnaire.kinds.iter().filter(move |(slug, _)| is_of_side(slug));
        listed.map(|(_, defaults)| defaults.side).chain((side == Side::Neither).then_some(0.0))
    }

    fn field_value(&self, row: usize) -> Interval {
        let wanted = self.preferences.field.as_ref();
        wanted.map_or(Interval::UNKNOWN, |wanted| wanted.matches[row].value(&self.questionnaire.scales.field))
    }

    fn credit_value(&self, program: &Features) -> Interval {
        let scale = &self.questionnaire.scales.credit;
        let bounds = match program.credit {
            // Credit toward a master's is of no use before a bachelor's.
            CreditState::Pathway | CreditState::Possible if program.is_of_other_study(self.preferences) => {
                scale.presumed_none
            }
            CreditState::None => scale.none,
            CreditState::PresumedNone => scale.presumed_none,
            CreditState::Possible => scale.possible,
            CreditState::Recommended => scale.recommended,
            CreditState::Pathway if self.is_accepted_by_preferred(program) => scale.pathway_preferred,
            CreditState::Pathway if self.may_be_accepted_by_preferred(program) => return self.pathway_somewhere(),
            CreditState::Pathway => scale.pathway,
            CreditState::Included => scale.included,
            CreditState::Unknown => return Interval::UNKNOWN,
        };
        bounds.into()
    }

    /// Whether a preferred institution accepts the program for credit.
    pub(crate) fn is_accepted_by_preferred(&self, program: &Features) -> bool {
        program.schools.iter().any(|school| self.preferences.names_school(school))
    }

    fn may_be_accepted_by_preferred(&self, program: &Features) -> bool {
        let has_wanted = !self.preferences.prefer_names.is_empty() || self.preferences.credit_at.is_some();
        program.schools.is_empty() && has_wanted
    }

    /// Returns the value of a pathway whose school is not on record.
    fn pathway_somewhere(&self) -> Interval {
        let scale = &self.questionnaire.scales.credit;
        let (least, most) = (Interval::from(scale.pathway), Interval::from(scale.pathway_preferred));
        Interval { low: least.low, mid: least.mid, high: most.high }
    }

    fn time_value(&self, program: &Features, row: usize) -> Interval {
        let Some(months) = self.preferences.months else { return Interval::UNKNOWN };
        let Some(finish) = program.pace_of(row, self.preferences).finish(self.preferences.hours) else {
            return Interval::UNKNOWN;
        };
        let value = |finish: f64| self.questionnaire.scales.time(finish / months.max(0.01));
        let Finish { earliest, likely, latest, is_bounded } = finish;
        if is_bounded {
            Interval { low: value(latest), mid: value(likely), high: value(earliest) }
        } else {
            Interval { low: 0.0, mid: value(likely), high: 1.0 }
        }
    }

    fn cost_value(&self, program: &Features, row: usize) -> Interval {
        let Some(budget) = self.preferences.budget else { return Interval::UNKNOWN };
        let Some(price) = program.price_of(row, self.preferences) else { return Interval::UNKNOWN };
        let share = |amount: i64| amount as f64 / budget.scale.max(1.0);
        let value = |amount: i64| if share(amount) > 1.0 { 0.0 } else { 1.0 - share(amount) / 2.0 };
        // Cheaper is better, but a price within the budget is no loss: a price equal to the budget is worth one half,
        // and only a higher one is worth 0.
        //
        // The middle is the value of the median price, not the middle of the two bounds: any price over the budget is
        // worth 0, so the middle of the bounds would rise as the price becomes vaguer.
        Interval { low: value(price.high), mid: value(price.median), high: value(price.low) }
    }

    fn fit_value(&self, program: &Features) -> Interval {
        let Some(level) = self.preferences.level else { return Interval::UNKNOWN };
        mean_over_levels(program.levels, |of| level.fit[of as usize])
    }

    fn depth_value(&self, program: &Features) -> Interval {
        let Some(depth) = self.preferences.depth else { return Interval::UNKNOWN };
        let scale = &self.questionnaire.scales.depth;
        let theory = mean_over_levels(program.levels, |of| scale.get(of.slug()).copied().unwrap_or(0.5));
        if program.levels == 0 {
            return Interval::UNKNOWN;
        }
        let value = |theory: f64| match depth {
            Depth::Practical => 1.0 - theory,
            Depth::Balanced => 1.0 - (theory - 0.5).abs(),
            Depth::Deep => theory,
        };
        let own = value(theory.mid);
        // A level that is only presumed counts no more than what programs of its kind state at the median.
        let mid = program.usual_depth.map_or(own, |usual| own.min(value(usual)));
        Interval { low: mid, mid, high: own }
    }

    fn exams_value(&self, program: &Features) -> Interval {
        match self.preferences.exams {
            Some(Exams::Want) => self.exams_wanted(program),
            Some(Exams::Avoid) => self.exams_avoided(program),
            None => Interval::UNKNOWN,
        }
    }

    fn exams_wanted(&self, program: &Features) -> Interval {
        let scale = &self.questionnaire.scales.exams_wanted;
        match (program.proctored, program.has_exam) {
            (Some(true), _) => Interval::exactly(scale.proctored),
            (Some(false), true) => Interval::exactly(scale.exam),
            (Some(false), false) => between(scale.none, scale.exam),
            (None, true) => Interval { low: scale.exam, mid: scale.exam, high: scale.proctored },
            (None, false) => Interval::UNKNOWN,
        }
    }

    fn exams_avoided(&self, program: &Features) -> Interval {
        let scale = &self.questionnaire.scales.exams_avoided;
        match (program.proctored, program.pace.kind) {
            (Some(true), _) => Interval::exactly(0.0),
            (Some(false), PaceKind::Scheduled) => Interval::exactly(scale.scheduled),
            (Some(false), PaceKind::SelfPaced) => Interval::exactly(scale.none),
            (Some(false), PaceKind::Mixed) => Interval::exactly(f64::midpoint(scale.scheduled, scale.none)),
            (Some(false), PaceKind::Unknown) => between(scale.scheduled, scale.none),
            (None, PaceKind::Scheduled) => between(0.0, scale.scheduled),
            (None, _) => Interval::UNKNOWN,
        }
    }

    fn pacing_value(&self, program: &Features) -> Interval {
        let wanted = match self.preferences.pacing {
            Some(Pacing::SelfOnly) => PaceKind::SelfPaced,
            Some(Pacing::ScheduledOnly) => PaceKind::Scheduled,
            None => return Interval::UNKNOWN,
        };
        match program.pace.kind {
            PaceKind::Unknown => Interval::UNKNOWN,
            PaceKind::Mixed => Interval::exactly(0.5),
            kind => Interval::exactly(if kind == wanted { 1.0 } else { 0.0 }),
        }
    }

    fn brand_value(&self, program: &Features) -> Interval {
        if program.institutions.is_empty() {
            // There are hundreds of schools, so the unknown one is probably another.
            return Interval { low: 0.0, mid: CHANCE_OF_SCHOOL, high: 1.0 };
        }
        let is_preferred = program.institutions.iter().any(|ix| self.preferences.prefer.contains(ix));
        Interval::exactly(if is_preferred { 1.0 } else { 0.0 })
    }
}

/// The chance that an unknown school is the preferred one. It is low, because there are hundreds of schools: a program
/// must not come before another because its school is unknown.
const CHANCE_OF_SCHOOL: f64 = 0.001;

/// Returns the middle of [`score`], bit for bit.
pub(crate) fn middle(middles: &Middles, weights: &[f64; Criterion::COUNT]) -> f64 {
    let (mut sum, mut total) = (0.0, 0.0);
    for (middle, weight) in middles.iter().zip(weights) {
        sum += weight * middle;
        total += weight;
    }
    if total <= 0.0 { 0.5 } else { sum / total }
}

fn between(low: f64, high: f64) -> Interval {
    Interval { low, mid: f64::midpoint(low, high), high }
}

fn mean_over_levels(levels: u8, value: impl Fn(Level) -> f64) -> Interval {
    let has = |level: &&Level| levels & super::on_record::level_bit(**level) != 0;
    let (sum, count) =
        Level::ALL.iter().filter(has).fold((0.0, 0), |(sum, count), level| (sum + value(*level), count + 1));
    if count == 0 { Interval::UNKNOWN } else { Interval::exactly(sum / f64::from(count)) }
}

/// Returns the weighted mean of values, or one half if no criterion has a weight.
pub(crate) fn score(values: &Values, weights: &[f64; Criterion::COUNT]) -> Interval {
    let mut sum = Interval::exactly(0.0);
    let mut total = 0.0;
    for (value, weight) in values.iter().zip(weights) {
        sum.low += weight * value.low;
        sum.mid += weight * value.mid;
        sum.high += weight * value.high;
        total += weight;
    }
    if total <= 0.0 {
        return Interval::exactly(0.5);
    }
    Interval { low: sum.low / total, mid: sum.mid / total, high: sum.high / total }
}

/// Returns a score as an integer that compares equal if scores differ by less than rounding noise (1e-9).
pub(crate) fn order_key(mid: f64) -> i64 {
    // Adding one half and truncating rounds correctly, because scores are not negative; `round` would be a function
    // call.
    (mid * 1e9 + 0.5) as i64
}

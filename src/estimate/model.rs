//! The regression for one set of amounts, with the leave-one-out error of every sample. The shrinkage of the group
//! effects is chosen to minimize the sum of absolute leave-one-out errors.

use std::collections::BTreeMap;

use super::band::{Band, Cut};
use super::design::Design;
use super::solve::{Square, dot};
use super::{Errors, Estimate, KNOWN_GROUP, Profile, Sample, Trial, mask, uses};

/// The candidates for the shrinkage of the group effects, in units of one sample.
const SHRINKAGES: [f64; 8] = [0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0, 20.0];

/// The minimum of one minus the leverage. It keeps the leave-one-out error finite for a sample that almost alone
/// determines its own fit.
const MIN_LEVERAGE_REST: f64 = 1e-3;

/// Errors below this are numerical noise.
const NO_ERROR: f64 = 1e-9;

/// A fitted regression.
#[derive(Debug)]
pub(super) struct Model {
    set: usize,
    design: Design,
    slopes: Vec<f64>,
    groups: BTreeMap<u32, Group>,
    /// The mean absolute error of all known things.
    typical: f64,
    /// The known things, ordered by their index among the samples.
    known: Vec<Known>,
    /// The scaled errors for each [`Likeness`].
    bands: [Band; 4],
}

/// Selects the errors that apply to a thing. Things with the same known amounts are alike, because a missing amount may
/// itself be informative: a program may no longer be listed. With [`Errors::ByGroup`], things in a known group are
/// alike as well, because they have smaller errors.
#[derive(Clone, Copy)]
struct Likeness {
    has_more: bool,
    in_group: usize,
}

impl Likeness {
    fn band(self) -> usize {
        2 * usize::from(self.has_more) + usize::from(self.in_group < KNOWN_GROUP)
    }
}

/// The effect and the errors of a group.
#[derive(Debug, Default)]
struct Group {
    effect: f64,
    count: usize,
    /// The sum of the absolute errors of its members.
    errors: f64,
}

/// A known thing: its index among the samples, its leave-one-out error, and the typical error of its group.
#[derive(Debug)]
struct Known {
    place: usize,
    error: f64,
    scale: f64,
    in_group: usize,
    /// Whether it has a known amount that this model does not use.
    has_more: bool,
}

/// The sums of columns and values over the members of a group.
#[derive(Debug, Default)]
struct Sums {
    count: f64,
    columns: Vec<f64>,
    value: f64,
}

/// The solution for one shrinkage.
struct Solution {
    slopes: Vec<f64>,
    /// The effect of each group, by its index in [`Task::sums`].
    effects: Vec<f64>,
    /// The leave-one-out error of each known thing.
    errors: Vec<f64>,
}

/// A regression to be solved.
struct Task {
    ridge: Vec<f64>,
    rows: Vec<Vec<f64>>,
    values: Vec<f64>,
    /// For each known thing, the index of its group in `sums`. A thing without a group is a group by itself.
    members: Vec<usize>,
    sums: Vec<Sums>,
}

impl Model {
    /// Fits the samples that have every amount of a set; `None` if there is no solution, or if there are too few errors
    /// for a range.
    pub(super) fn fit(known: &[(usize, &Sample)], set: usize, errors: Errors) -> Option<Self> {
        let design = Design::new(known, set);
        let task = Task::new(known, &design);
        let solutions = SHRINKAGES.iter().filter_map(|shrinkage| task.solve(*shrinkage));
        let best = solutions.min_by(|a, b| a.loss().total_cmp(&b.loss()))?;
        let typical = (best.errors.iter().map(|error| error.abs()).sum::<f64>() / known.len() as f64).max(NO_ERROR);
        let groups = groups(known, &task, &best);
        let known: Vec<Known> = known
            .iter()
            .zip(&best.errors)
            .map(|((place, sample), error)| {
                let group = sample.profile.group.and_then(|group| groups.get(&group));
                let others = group.map_or((0, 0.0), |group| (group.count - 1, group.errors - error.abs()));
                let (scale, has_more) = (scale(others, typical), mask(&sample.profile) != set);
                Known { place: *place, error: *error, scale, in_group: others.0, has_more }
            })
            .collect();
        let bands = bands(&known, errors);
        // Every band falls back on all errors, so a band that is still too small means that there are too few errors
        // altogether.
        bands.iter().all(Band::is_enough).then_some(Self {
            set,
            design,
            slopes: best.slopes,
            groups,
            typical,
            known,
            bands,
        })
    }

    /// Estimates the value for a profile that has all amounts of the set; `None` if the range is
    /// not positive and finite.
    pub(super) fn estimate(&self, profile: &Profile) -> Option<Estimate> {
        let group = profile.group.and_then(|group| self.groups.get(&group));
        let centre = dot(&self.design.row(profile), &self.slopes) + group.map_or(0.0, |group| group.effect);
        let in_group = group.map_or(0, |group| group.count);
        let scale = scale(group.map_or((0, 0.0), |group| (group.count, group.errors)), self.typical);
        let likeness = Likeness { has_more: mask(profile) != self.set, in_group };
        let Cut { low, median, high } = self.bands[likeness.band()].cut();
        let value = |error: f64| (centre + scale * error).exp();
        let estimate = Estimate {
            low: value(low),
            median: value(median),
            high: value(high),
            others: self.known.len(),
            in_group,
            uses: uses(self.set),
        };
        (estimate.low > 0.0 && estimate.high.is_finite()).then_some(estimate)
    }

    /// Returns the range that a known thing would get without its own value; `None` if this model was not fitted to it.
    pub(super) fn trial(&self, place: usize) -> Option<Trial> {
        let known = &self.known[self.known.binary_search_by_key(&place, |known| known.place).ok()?];
        let relative = known.error / known.scale;
        let Cut { low, high, .. } = self.bands[known.likeness().band()].cut_without(relative);
        Some(Trial {
            in_group: known.in_group,
            uses: uses(self.set),
            is_inside: low - NO_ERROR <= relative && relative <= high + NO_ERROR,
            width: (known.scale * (high - low)).exp(),
        })
    }
}

impl Known {
    fn likeness(&self) -> Likeness {
        Likeness { has_more: self.has_more, in_group: self.in_group }
    }
}

/// Returns the typical error of a group: the mean absolute error of its members, shrunk by one pseudo-member with the
/// overall mean.
fn scale((count, errors): (usize, f64), typical: f64) -> f64 {
    ((errors + typical) / (count + 1) as f64).max(NO_ERROR)
}

/// Returns the errors by likeness. If too few are alike in both ways, it falls back on those with the same known
/// amounts, then on those whose group is known equally well, then on all.
fn bands(known: &[Known], errors: Errors) -> [Band; 4] {
    let band = |is_of: &dyn Fn(&Known) -> bool| {
        let own = Band::new(known.iter().filter(|known| is_of(known)).map(|known| known.error / known.scale).collect());
        Some(own).filter(Band::is_enough)
    };
    std::array::from_fn(|at| {
        let (has_more, is_alone) = (at >= 2, at % 2 == 1);
        let is_alike = |known: &Known| known.has_more == has_more;
        let is_grouped_alike = |known: &Known| errors == Errors::Together || (known.in_group < KNOWN_GROUP) == is_alone;
        let own = band(&|known| is_alike(known) && is_grouped_alike(known));
        let others = own.or_else(|| band(&is_alike)).or_else(|| band(&is_grouped_alike));
        others.or_else(|| band(&|_| true)).unwrap_or_else(|| Band::new(Vec::new()))
    })
}

fn groups(known: &[(usize, &Sample)], task: &Task, solution: &Solution) -> BTreeMap<u32, Group> {
    let mut groups: BTreeMap<u32, Group> = BTreeMap::new();
    for (((_, sample), member), error) in known.iter().zip(&task.members).zip(&solution.errors) {
        if let Some(group) = sample.profile.group {
            let group = groups.entry(group).or_default();
            group.effect = solution.effects[*member];
            group.count += 1;
            group.errors += error.abs();
        }
    }
    groups
}

impl Solution {
    fn loss(&self) -> f64 {
        self.errors.iter().map(|error| error.abs()).sum()
    }
}

impl Task {
    fn new(known: &[(usize, &Sample)], design: &Design) -> Self {
        let rows: Vec<Vec<f64>> = known.iter().map(|(_, sample)| design.row(&sample.profile)).collect();
        let values: Vec<f64> = known.iter().map(|(_, sample)| sample.value.ln()).collect();
        let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
        let mut sums: Vec<Sums> = Vec::new();
        let mut members = Vec::with_capacity(known.len());
        for (((_, sample), row), value) in known.iter().zip(&rows).zip(&values) {
            let next = sums.len();
            let member = sample.profile.group.map_or(next, |group| *numbers.entry(group).or_insert(next));
            if member == next {
                sums.push(Sums { columns: vec![0.0; row.len()], ..Sums::default() });
            }
            sums[member].add(row, *value);
            members.push(member);
        }
        Self { ridge: design.ridge(), rows, values, members, sums }
    }

    /// Solves for one shrinkage. The group effects are eliminated first, so that the remaining system is only as large
    /// as the number of columns.
    fn solve(&self, shrinkage: f64) -> Option<Solution> {
        let mut normal = Square::diagonal(&self.ridge);
        let mut moments = vec![0.0; self.ridge.len()];
        for (row, value) in self.rows.iter().zip(&self.values) {
            normal.add_outer(row, 1.0);
            moments.iter_mut().zip(row).for_each(|(moment, column)| *moment += column * value);
        }
        for sums in &self.sums {
            let weight = 1.0 / (sums.count + shrinkage);
            normal.add_outer(&sums.columns, -weight);
            moments.iter_mut().zip(&sums.columns).for_each(|(moment, sum)| *moment -= sum * sums.value * weight);
        }
        let inverse = normal.inverse()?;
        let slopes = inverse.times(&moments);
        let effect = |sums: &Sums| (sums.value - dot(&sums.columns, &slopes)) / (sums.count + shrinkage);
        let effects: Vec<f64> = self.sums.iter().map(effect).collect();
        let errors = (0..self.rows.len()).map(|at| self.left_out(at, &inverse, &slopes, &effects, shrinkage)).collect();
        Some(Solution { slopes, effects, errors })
    }

    /// Returns the leave-one-out error of a known thing: its residual in the full fit, divided by one minus its
    /// leverage.
    fn left_out(&self, at: usize, inverse: &Square, slopes: &[f64], effects: &[f64], shrinkage: f64) -> f64 {
        let (row, sums) = (&self.rows[at], &self.sums[self.members[at]]);
        let weight = 1.0 / (sums.count + shrinkage);
        let own: Vec<f64> = row.iter().zip(&sums.columns).map(|(column, sum)| column - sum * weight).collect();
        let leverage = weight + dot(&own, &inverse.times(&own));
        let error = self.values[at] - dot(row, slopes) - effects[self.members[at]];
        error / (1.0 - leverage).max(MIN_LEVERAGE_REST)
    }
}

impl Sums {
    fn add(&mut self, row: &[f64], value: f64) {
        self.count += 1.0;
        self.value += value;
        self.columns.iter_mut().zip(row).for_each(|(sum, column)| *sum += column);
    }
}

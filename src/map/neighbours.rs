//! Which programs are near another one, at the same position, or next in a direction.

use super::{Map, Point};
use crate::catalog::ProgramIx;

/// The direction in which to look for the next program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To a lower value on the axis.
    Left,
    /// To a higher value on the axis.
    Right,
    /// To more hours.
    Up,
    /// To fewer hours.
    Down,
}

impl Map {
    /// Returns the programs nearest to a program, nearest first, at most `most` of them.
    pub fn nearest(&self, program: ProgramIx, most: usize) -> Vec<ProgramIx> {
        let Some(from) = self.point(program).map(|point| self.place(point)) else { return Vec::new() };
        let others = self.points.iter().filter(|point| point.program != program);
        let mut far: Vec<(f64, ProgramIx)> =
            others.map(|point| (distance(from, self.place(point)), point.program)).collect();
        far.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        far.into_iter().take(most).map(|(_, program)| program).collect()
    }

    /// Returns the programs at the same position as a program, itself included; empty if it has no position.
    pub fn here(&self, program: ProgramIx) -> Vec<ProgramIx> {
        let Some(from) = self.point(program).map(|point| self.place(point)) else { return Vec::new() };
        let is_here = |point: &&Point| distance(from, self.place(point)) < f64::EPSILON;
        self.points.iter().filter(is_here).map(|point| point.program).collect()
    }

    /// Returns the next program in a direction, preferring one straight ahead. Returns the first point if the program
    /// has no position, and `None` if there is no point ahead.
    pub fn toward(&self, program: ProgramIx, direction: Direction) -> Option<ProgramIx> {
        let Some(from) = self.point(program).map(|point| self.place(point)) else {
            return self.points.first().map(|point| point.program);
        };
        let cost = |point: &Point| {
            let to = self.place(point);
            let (right, up) = (to.0 - from.0, to.1 - from.1);
            let (ahead, aside) = match direction {
                Direction::Left => (-right, up),
                Direction::Right => (right, up),
                Direction::Up => (up, right),
                Direction::Down => (-up, right),
            };
            (ahead > 1e-9).then_some(ahead + 2.0 * aside.abs())
        };
        let ahead = self.points.iter().filter_map(|point| Some((cost(point)?, point.program)));
        ahead.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, program)| program)
    }
}

/// Returns the Euclidean distance of two positions.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Axis;
    use crate::map::tests::whole;

    #[test]
    fn a_direction_leads_that_way() {
        let (_, map) = whole(Axis::Months);
        let place = |program| map.point(program).map(|point| map.place(point)).expect("it has a place");
        for point in map.points.iter().step_by(25) {
            let from = map.place(point);
            let next = |direction| map.toward(point.program, direction).map(place);
            assert!(next(Direction::Right).is_none_or(|to| to.0 > from.0));
            assert!(next(Direction::Left).is_none_or(|to| to.0 < from.0));
            assert!(next(Direction::Up).is_none_or(|to| to.1 > from.1));
            assert!(next(Direction::Down).is_none_or(|to| to.1 < from.1));
        }
    }

    #[test]
    fn neighbours_come_nearest_first_and_never_include_the_program_itself() {
        let (_, map) = whole(Axis::Price);
        let first = map.points[0].program;
        let near = map.nearest(first, 5);
        assert_eq!(near.len(), 5);
        assert!(!near.contains(&first));
        assert!(map.here(first).contains(&first));
    }
}

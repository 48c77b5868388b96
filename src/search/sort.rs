//! The orders of a list by name, each of them with its opposite. What an order comes to is computed in `order`.

/// The order of a list. Whatever the order, what is unknown stands last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best match first; with nothing typed, by title.
    #[default]
    Match,
    /// By title.
    Title,
    /// By title, from the end of the alphabet.
    TitleDown,
    /// By institution.
    Institution,
    /// By institution, from the end of the alphabet.
    InstitutionDown,
    /// The shortest first.
    Length,
    /// The longest first.
    LengthDown,
    /// The fewest courses first.
    Courses,
    /// The most courses first.
    CoursesDown,
    /// The least work first.
    Effort,
    /// The most work first.
    EffortDown,
    /// The lowest price in US dollars first.
    Price,
    /// The highest price in US dollars first.
    PriceDown,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 13] = [
        Self::Match,
        Self::Title,
        Self::TitleDown,
        Self::Institution,
        Self::InstitutionDown,
        Self::Length,
        Self::LengthDown,
        Self::Courses,
        Self::CoursesDown,
        Self::Effort,
        Self::EffortDown,
        Self::Price,
        Self::PriceDown,
    ];

    /// One order of each subject: the one that is meant where no direction is asked for.
    pub const SUBJECTS: [Self; 7] =
        [Self::Match, Self::Title, Self::Institution, Self::Length, Self::Courses, Self::Effort, Self::Price];

    /// The name in commands.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Title => "title",
            Self::TitleDown => "title-down",
            Self::Institution => "institution",
            Self::InstitutionDown => "institution-down",
            Self::Length => "length",
            Self::LengthDown => "length-down",
            Self::Courses => "courses",
            Self::CoursesDown => "courses-down",
            Self::Effort => "effort",
            Self::EffortDown => "effort-down",
            Self::Price => "price",
            Self::PriceDown => "price-down",
        }
    }

    /// What it orders by, for people.
    pub fn subject(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Title | Self::TitleDown => "title",
            Self::Institution | Self::InstitutionDown => "school",
            Self::Length | Self::LengthDown => "length",
            Self::Courses | Self::CoursesDown => "courses",
            Self::Effort | Self::EffortDown => "work",
            Self::Price | Self::PriceDown => "price",
        }
    }

    /// What comes first in it, for people.
    pub fn first(self) -> &'static str {
        match self {
            Self::Match => "best first",
            Self::Title | Self::Institution => "A to Z",
            Self::TitleDown | Self::InstitutionDown => "Z to A",
            Self::Length => "shortest first",
            Self::LengthDown => "longest first",
            Self::Courses => "fewest first",
            Self::CoursesDown => "most first",
            Self::Effort => "least first",
            Self::EffortDown => "most first",
            Self::Price => "lowest first",
            Self::PriceDown => "highest first",
        }
    }

    /// The order of the same subject from its other end; the best match has none.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Match => Self::Match,
            Self::Title => Self::TitleDown,
            Self::TitleDown => Self::Title,
            Self::Institution => Self::InstitutionDown,
            Self::InstitutionDown => Self::Institution,
            Self::Length => Self::LengthDown,
            Self::LengthDown => Self::Length,
            Self::Courses => Self::CoursesDown,
            Self::CoursesDown => Self::Courses,
            Self::Effort => Self::EffortDown,
            Self::EffortDown => Self::Effort,
            Self::Price => Self::PriceDown,
            Self::PriceDown => Self::Price,
        }
    }

    /// The order of the same subject that [`Self::SUBJECTS`] lists.
    #[must_use]
    pub fn ascending(self) -> Self {
        if Self::SUBJECTS.contains(&self) { self } else { self.opposite() }
    }

    /// The order of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.slug() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_but_the_best_match_has_an_opposite_of_the_same_subject() {
        for sort in Sort::ALL {
            assert_eq!(sort.opposite().opposite(), sort);
            assert_eq!(sort.opposite().subject(), sort.subject());
            assert_eq!(sort.opposite() == sort, sort == Sort::Match);
            assert!(Sort::SUBJECTS.contains(&sort.ascending()));
            assert_eq!(Sort::named(sort.slug()), Some(sort));
        }
    }
}

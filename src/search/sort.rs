//! The orders of a list by name, each of them with its opposite. What an order comes to is computed in `order`.

named! {
    /// The order of a list. Whatever the order, what is unknown stands last.
    #[derive(Default)]
    Sort {
        /// The best match first; with nothing typed, by title.
        #[default]
        Match = "match";
        /// By title.
        Title = "title";
        /// By title, from the end of the alphabet.
        TitleDown = "title-down";
        /// By institution.
        Institution = "institution";
        /// By institution, from the end of the alphabet.
        InstitutionDown = "institution-down";
        /// The shortest first.
        Length = "length";
        /// The longest first.
        LengthDown = "length-down";
        /// The fewest courses first.
        Courses = "courses";
        /// The most courses first.
        CoursesDown = "courses-down";
        /// The least work first.
        Effort = "effort";
        /// The most work first.
        EffortDown = "effort-down";
        /// The lowest price in US dollars first.
        Price = "price";
        /// The highest price in US dollars first.
        PriceDown = "price-down";
    }
}

impl Sort {
    /// One order of each subject: the one that is meant where no direction is asked for.
    pub const SUBJECTS: [Self; 7] =
        [Self::Match, Self::Title, Self::Institution, Self::Length, Self::Courses, Self::Effort, Self::Price];

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
            Self::Effort => "least first",
            Self::CoursesDown | Self::EffortDown => "most first",
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
            assert_eq!(Sort::from_slug(sort.slug()), Some(sort));
        }
    }
}

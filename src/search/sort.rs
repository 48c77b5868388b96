//! The orders of a list by name, each with its opposite. `order` computes them.

named! {
    /// The order of a list. Unknown values come last in every order.
    #[derive(Default)]
    Sort {
        /// By match, the best first; without a query, by title.
        #[default]
        Match = "match";
        /// By title.
        Title = "title";
        /// By title, Z to A.
        TitleDown = "title-down";
        /// By institution.
        Institution = "institution";
        /// By institution, Z to A.
        InstitutionDown = "institution-down";
        /// By length, the shortest first.
        Length = "length";
        /// By length, the longest first.
        LengthDown = "length-down";
        /// By number of courses, the fewest first.
        Courses = "courses";
        /// By number of courses, the most first.
        CoursesDown = "courses-down";
        /// By work, the least first.
        Effort = "effort";
        /// By work, the most first.
        EffortDown = "effort-down";
        /// By price in US dollars, the lowest first.
        Price = "price";
        /// By price in US dollars, the highest first.
        PriceDown = "price-down";
    }
}

impl Sort {
    /// The default order of each subject, used if no direction is given.
    pub const SUBJECTS: [Self; 7] =
        [Self::Match, Self::Title, Self::Institution, Self::Length, Self::Courses, Self::Effort, Self::Price];

    /// Returns the label of the subject.
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

    /// Returns a label for what comes first.
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
            Self::Price => "lowest likely first",
            Self::PriceDown => "highest likely first",
        }
    }

    /// Returns the reverse order of the same subject; the order by match has no reverse.
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

    /// Returns the order of the same subject that is listed in [`Self::SUBJECTS`].
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

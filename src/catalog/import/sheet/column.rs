//! What the columns of a table can hold.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Column {
    Title,
    /// The title or the provider, depending on the other headings.
    Name,
    Kind,
    /// The kind or the pace, depending on the cell.
    Type,
    School,
    SchoolKey,
    /// The site that the program is taught on.
    Platform,
    Url,
    Uuid,
    Id,
    Key,
    CourseCount,
    Length,
    /// The unit of a quantity, where that is a number alone.
    Unit(Quantity),
    Workload,
    TotalHours,
    Price,
    /// What the prices of the row buy, such as a month.
    PriceBasis,
    /// What is said of the prices of the row in words.
    PriceNote,
    /// The last day on which the prices of the row hold.
    PriceUntil,
    /// The lower bound of a quantity.
    Least(Quantity),
    /// The upper bound of a quantity.
    Most(Quantity),
    Currency,
    Fields,
    Level,
    Languages,
    Skills,
    Pacing,
    Status,
    Prerequisites,
    Credit,
    AsOf,
    /// The day on which the prices of the row held.
    PriceAsOf,
    ProgramName,
    /// Whether each row is a program or a course, told by its cells.
    Record,
    /// Remarks on the row, which may speak of its price.
    Note,
    /// A known column that a catalogue does not need.
    Ignored,
}

/// A quantity that a table may state in two columns, one for each bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Quantity {
    Length,
    Workload,
    TotalHours,
    Price,
    CourseCount,
}

impl Quantity {
    /// The quantity that a column holds as a whole; `None` if its values have no bounds.
    pub(super) fn of(column: Column) -> Option<Self> {
        match column {
            Column::Length => Some(Self::Length),
            Column::Workload => Some(Self::Workload),
            Column::TotalHours => Some(Self::TotalHours),
            Column::Price => Some(Self::Price),
            Column::CourseCount => Some(Self::CourseCount),
            _ => None,
        }
    }
}

/// Folds a heading to lower-case letters and digits.
pub(in super::super) fn compact(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a heading in lower case. A capital after a small letter begins one.
pub(super) fn words(heading: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in heading.chars() {
        let is_of_word = c.is_alphanumeric();
        if is_of_word && (!before.is_alphanumeric() || (before.is_lowercase() && c.is_uppercase())) {
            words.push(String::new());
        }
        if is_of_word {
            words.last_mut().into_iter().for_each(|word| word.extend(c.to_lowercase()));
        }
        before = c;
    }
    words
}

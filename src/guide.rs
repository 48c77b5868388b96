//! The guide to the kinds of credential, in our own words: a table of kinds, rules of thumb, trade-offs, frequent
//! questions, and the results of checking its claims. For length, cost and workload, `measured` adds the medians of the
//! loaded catalogue, because the table gives only rules of thumb.

mod asked;
mod measured;

use serde::{Deserialize, Serialize};

pub use asked::{GuideAnswer, answer};
pub use measured::{GUIDE_MEASURED, Measure, Measured, Median, measure};

static EMBEDDED: &str = include_str!("../assets/guide.json");

/// The whole guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The table that compares the kinds.
    pub rows: Vec<KindRow>,
    /// Rules of thumb for when to choose which kind.
    pub rules: Vec<Rule>,
    /// What each choice gives up.
    pub trade_offs: Vec<TradeOff>,
    /// What studies found about recognition and value.
    pub evidence: Vec<Evidence>,
    /// Frequent questions with answers.
    pub questions: Vec<Question>,
    /// The findings from checking the claims.
    pub flags: Vec<Flag>,
}

/// One row of the table of kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindRow {
    /// The id, `T1` to `T9`.
    pub id: String,
    /// The aspect compared in this row.
    pub row: String,
    /// What the guide says about a Professional Certificate.
    pub professional_certificate: String,
    /// What the guide says about a `MicroMasters`.
    pub micromasters: String,
    /// What is on record about `MicroBachelors`, which the guide itself does not cover. `None` if that is measured from
    /// the catalogue or unknown.
    pub microbachelors: Option<String>,
    /// How far the row holds: `ok`, `imprecise`, `needs conditions`, `contradicted`, `opinion` or `example`.
    pub flag: String,
    /// The reason for the flag; `None` if it needs none.
    pub note: Option<String>,
    /// The ids of the findings behind the flag.
    pub see: Vec<String>,
}

/// The verdict on a row that holds.
const HOLDS: &str = "This holds";
/// The verdict on a row that is an example.
const EXAMPLE: &str = "An example";

impl KindRow {
    /// Returns the aspect, followed by a word if the row does not simply hold, so that no claim is read without its
    /// caveat.
    pub fn with_doubt(&self) -> String {
        // A row that holds needs no remark, nor one that is named as an example.
        let is_plain = matches!(self.holds(), HOLDS | EXAMPLE);
        if is_plain { self.row.clone() } else { format!("{} ({})", self.row, self.holds().to_lowercase()) }
    }

    /// Returns in a few words how far the row holds.
    fn holds(&self) -> &'static str {
        match self.flag.as_str() {
            "ok" => HOLDS,
            "imprecise" => "Only roughly true",
            "needs conditions" => "True under conditions",
            "contradicted" => "Not what was found",
            "opinion" => "This is an opinion",
            _ => EXAMPLE,
        }
    }

    /// Returns in one or two sentences how far the row holds.
    pub fn checked(&self) -> String {
        let holds = self.holds();
        self.note.as_deref().map_or_else(|| format!("{holds}."), |note| format!("{holds}: {note}."))
    }
}

/// A rule of thumb.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The id, `R1` to `R9`.
    pub id: String,
    /// The situation, worded to follow "when".
    pub when: String,
    /// What to choose in that situation.
    pub choose: String,
}

/// What a choice gives up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TradeOff {
    /// The id, `X1` to `X4`.
    pub id: String,
    /// The trade-off in one sentence.
    pub text: String,
}

/// The finding of a study with the details needed to judge it. It never becomes a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The id, `E1` and so on.
    pub id: String,
    /// The finding.
    pub finding: String,
    /// The size of the sample.
    pub size: String,
    /// Who was studied, and where.
    pub context: String,
    /// The date of the study.
    pub date: String,
    /// Where the study is published.
    pub study: String,
    /// How strong the evidence is, and why.
    pub strength: String,
}

impl Evidence {
    /// Returns the details needed to judge the finding, as one paragraph.
    pub fn basis(&self) -> String {
        format!("{}; {}; {}. Source: {}. {}.", self.size, self.context, self.date, self.study, self.strength)
    }
}

/// A page of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum GuidePage {
    /// The kinds side by side.
    #[default]
    Kinds,
    /// When to choose which kind, what each choice gives up, and which questions decide.
    TradeOffs,
    /// A certificate or a degree.
    Degree,
    /// Frequent questions.
    Questions,
    /// The findings of studies.
    Evidence,
    /// The findings from checking the guide's claims.
    Checks,
}

impl GuidePage {
    /// All pages in display order.
    pub const ALL: [Self; 6] =
        [Self::Kinds, Self::TradeOffs, Self::Degree, Self::Questions, Self::Evidence, Self::Checks];

    /// Returns the short name of the page, for a row of tabs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kinds => "Kinds",
            Self::TradeOffs => "Trade-offs",
            Self::Degree => "Degree?",
            Self::Questions => "Questions",
            Self::Evidence => "Evidence",
            Self::Checks => "Sources",
        }
    }

    /// Returns the next or previous page, wrapping around at the ends.
    #[must_use]
    pub fn beside(self, is_forward: bool) -> Self {
        let at = Self::ALL.iter().position(|own| *own == self).unwrap_or(0);
        let step = if is_forward { 1 } else { Self::ALL.len() - 1 };
        Self::ALL[(at + step) % Self::ALL.len()]
    }
}

/// A frequent question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The id, `FAQ1` and so on.
    pub id: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The ids of the studies that bear on the question.
    pub evidence: Vec<String>,
}

/// The result of checking a claim against public sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The id, `V1` to `V20`.
    pub id: String,
    /// The claim.
    pub about: String,
    /// What was found.
    pub finding: String,
}

impl Guide {
    /// Returns the guide that ships with the program.
    ///
    /// # Panics
    ///
    /// Never: a test reads the shipped file.
    pub fn embedded() -> Self {
        serde_json::from_str(EMBEDDED).expect("a test reads the shipped guide")
    }

    /// Returns what a learner gets without paying.
    pub fn without_paying(&self) -> &str {
        self.questions.iter().find(|question| question.id == "FAQ7").map_or("", |question| &question.answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_guide_has_every_row_question_and_finding_once() {
        let guide = Guide::embedded();
        let ids = |prefix: &str, n: usize| (1..=n).map(|i| format!("{prefix}{i}")).collect::<Vec<_>>();
        assert_eq!(guide.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>(), ids("T", 9));
        assert_eq!(guide.rules.iter().map(|rule| rule.id.clone()).collect::<Vec<_>>(), ids("R", 9));
        assert_eq!(guide.trade_offs.iter().map(|item| item.id.clone()).collect::<Vec<_>>(), ids("X", 4));
        assert_eq!(guide.flags.iter().map(|flag| flag.id.clone()).collect::<Vec<_>>(), ids("V", 20));
        assert_eq!(guide.questions.iter().map(|item| item.id.clone()).collect::<Vec<_>>(), ids("FAQ", 10));
    }

    #[test]
    fn a_flagged_row_says_why_and_points_at_findings_that_exist() {
        let guide = Guide::embedded();
        for row in &guide.rows {
            let words = ["ok", "imprecise", "needs conditions", "contradicted", "opinion", "example"];
            assert!(words.contains(&row.flag.as_str()), "{}: {}", row.id, row.flag);
            assert!(row.flag == "ok" || row.note.is_some(), "{}", row.id);
            for id in &row.see {
                assert!(guide.flags.iter().any(|flag| flag.id == *id), "{} points at {id}", row.id);
            }
        }
    }

    #[test]
    fn the_guide_holds_no_control_characters() {
        assert!(!EMBEDDED.chars().any(|c| c != '\n' && crate::catalog::is_unsafe_char(c)));
    }
}

//! The rules of edX about money that are on record, each with its source. The rooms that use a rule decide whether it
//! applies to a program.

/// A rule of edX about money, with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name in JSON.
    pub slug: &'static str,
    /// The text of the rule.
    pub text: &'static str,
    /// The source of the rule.
    pub source: &'static str,
    /// The date of the source.
    pub as_of: &'static str,
}

impl Rule {
    /// Returns the text of the rule with its source and the date.
    pub fn with_source(&self) -> String {
        format!("{} Source: {} ({}).", self.text, self.source, self.as_of)
    }
}

/// The rule for refunds.
pub const REFUND: Rule = Rule {
    slug: "refund",
    text: "edX gives a course's fee back up to 14 days after the payment or after the course starts, whichever is \
           later, and not later than 6 months after the payment.",
    source: "edX help, `Can I get a refund`, https://support.edx.org/hc/en-us/articles/206914947",
    as_of: "undated; recorded 2026-11-23",
};

/// The rule for financial assistance.
pub const ASSISTANCE: Rule = Rule {
    slug: "financial_assistance",
    text: "edX may take up to 90 % off a course's fee for those who apply and are approved: course by course, at most 5 \
           approvals in 12 months, some courses excluded.",
    source: "edX help, `How do I apply for financial assistance`",
    as_of: "undated; recorded 2026-11-23",
};

/// All rules.
pub const ALL: [Rule; 2] = [REFUND, ASSISTANCE];

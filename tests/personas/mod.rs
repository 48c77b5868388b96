//! The personas of the guide: their answers, and what the result must be and say.
#![allow(dead_code, reason = "each test program uses a part of it")]

/// The persona, its answers, the lean, the outcome, and words that the result must contain.
pub(crate) type Persona = (&'static str, &'static str, i32, &'static str, &'static [&'static str]);

pub(crate) const PERSONAS: &[Persona] = &[
    (
        "P01",
        r#"{"goal":"switch_career","credit":"nice","education":"bachelor","horizon":"18m","hours":"8-12","budget":"500-1500","level":"intermediate","field":["data science"],"depth":"deep","exams":"fine","language":["English"]}"#,
        4,
        "MM",
        &[
            "separate application",
            "instructor-paced",
            "18–24 months",
            "UC San Diego",
            "last seen in the list of October 2021",
        ],
    ),
    (
        "P02",
        r#"{"goal":"apply_now","credit":"no","education":"bachelor","horizon":"6m","hours":"4-7","budget":"500-1500","level":"beginner","field":["business analytics"],"depth":"practical","language":["English"]}"#,
        -7,
        "PC",
        &["skill for your present job", "Credit toward a degree does not matter to you", "No credit toward a degree"],
    ),
    (
        "P03",
        r#"{"goal":"masters","credit":"must","education":"bachelor","horizon":"18m","hours":"8-12","budget":"1500-5000","level":"intermediate","field":["supply chain"],"depth":"deep","institution":["MIT"],"language":["English"]}"#,
        9,
        "MM",
        &["if you are admitted", "one semester on campus", "about 40 places", "proctored", "MITx Online"],
    ),
    (
        "P04",
        r#"{"goal":"switch_career","credit":"no","horizon":"6m","hours":"8-12","level":"intermediate","field":["AI"],"depth":"practical","institution":["Columbia"],"language":["English"]}"#,
        -4,
        "PC",
        &["was a MicroMasters from 2016", "No credit toward a degree"],
    ),
    (
        "P05",
        r#"{"goal":"switch_career","credit":"no","horizon":"none","hours":"lt4","budget":"500-1500","level":"beginner","field":["data science"],"depth":"balanced","institution":["Harvard"],"language":["English"]}"#,
        -3,
        "PC",
        &["offered by Harvard, which you prefer"],
    ),
    // The same persona without a budget, which would rule out the program that the guide has in mind at today's price.
    (
        "P05 without a budget",
        r#"{"goal":"switch_career","credit":"no","horizon":"none","hours":"lt4","level":"beginner","field":["data science"],"depth":"balanced","institution":["Harvard"],"language":["English"]}"#,
        -3,
        "PC",
        &["about 17 months at 2–4 hours a week", "offered by Harvard, which you prefer"],
    ),
    (
        "P06",
        r#"{"goal":"deepen","credit":"nice","horizon":"none","hours":"8-12","level":"advanced","field":["data science"],"depth":"deep","exams":"want","language":["English"]}"#,
        8,
        "MM",
        &["capstone", "proctored", "18–24 months"],
    ),
    (
        "P07",
        r#"{"goal":"apply_now","credit":"no","horizon":"3m","depth":"practical","field":["PM"],"language":["English"]}"#,
        -7,
        "PC",
        &[],
    ),
    (
        "P08",
        r#"{"goal":"apply_now","credit":"no","horizon":"6m","level":"intermediate","depth":"practical","field":["cybersecurity"],"language":["English"]}"#,
        -6,
        "PC",
        &[],
    ),
    (
        "P09",
        r#"{"goal":"apply_now","credit":"no","horizon":"3m","level":"intermediate","depth":"practical","field":["blockchain"],"language":["English"]}"#,
        -7,
        "PC",
        &["blockchain"],
    ),
    (
        "P11",
        r#"{"goal":"masters","credit":"must","education":"bachelor","horizon":"none","hours":"8-12","depth":"deep","field":["supply chain"],"language":["English"]}"#,
        9,
        "MM",
        &["if you are admitted", "one semester on campus", "about 40 places", "proctored", "MITx Online"],
    ),
    (
        "P12",
        r#"{"goal":"apply_now","credit":"no","horizon":"3m","hours":"4-7","level":"beginner","depth":"practical"}"#,
        -8,
        "PC",
        &[],
    ),
    (
        "P13",
        r#"{"goal":"explore","credit":"nice","education":"bachelor","horizon":"18m","hours":"8-12","depth":"deep"}"#,
        4,
        "MM",
        &["first and see whether it suits you", "You can stop after any of its"],
    ),
    ("P14", r#"{"goal":"explore","credit":"no","horizon":"3m","hours":"lt4","depth":"practical"}"#, -7, "PC", &[]),
    (
        "P16",
        "{}",
        0,
        "NOT_ENOUGH",
        &[
            "Too few answers for a verdict",
            "What should this credential do for you first?",
            "A Professional Certificate is for a skill",
        ],
    ),
    (
        "P17",
        r#"{"goal":"deepen","credit":"no","horizon":"12m","hours":"4-7","level":"intermediate","depth":"balanced"}"#,
        0,
        "CLOSE",
        &["would decide it", "Professional Certificate", "MicroMasters"],
    ),
    (
        "P19",
        r#"{"goal":"masters","credit":"nice","level":"beginner","hours":"8-12","horizon":"none","depth":"deep"}"#,
        6,
        "MM",
        &["prepare first", "prepares for", "does not count as credit"],
    ),
    (
        "P23",
        r#"{"goal":"deepen","credit":"no","education":"master","horizon":"12m","hours":"4-7","level":"advanced","depth":"deep"}"#,
        3,
        "MM",
        &["Credit played no part"],
    ),
];

//! Several fields in one text: what separates them ends the name of a field, unless the vocabulary writes that name
//! with it.

use crate::readings::{misread, read};
use crate::samples::one_in;

/// One in this many of the pairs with a sign is read: a number that divides by no number of signs or fields.
const EVERY: usize = 5;

/// Fields of one word, many of which are words of the names of other topics.
const FIELDS: [&str; 14] = [
    "design",
    "marketing",
    "law",
    "leadership",
    "health",
    "sales",
    "music",
    "chemistry",
    "economics",
    "psychology",
    "innovation",
    "security",
    "history",
    "python",
];

#[test]
fn a_sign_or_a_word_of_choice_between_two_fields_never_makes_a_third_of_them() {
    let signs = [" or ", ", ", " / ", "/", "; ", " o ", " ou ", " oder ", " vs "];
    let pairs = FIELDS.iter().flat_map(|one| FIELDS.iter().map(move |other| (one, other)));
    let pairs = pairs.filter(|(one, other)| one != other);
    let all = pairs.flat_map(|pair| signs.iter().map(move |sign| (pair, sign)));
    let mut wrong = Vec::new();
    for ((one, other), sign) in all.step_by(one_in(EVERY)) {
        let (typed, wanted) = (format!("{one}{sign}{other}"), format!("{}, {}", read(one), read(other)));
        let got = read(&typed);
        wrong.extend((got != wanted).then(|| format!("`{typed}`: {got}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn fields_of_several_words_are_separated_like_those_of_one() {
    let table = [
        ("social work or psychology", "social-work, psychology"),
        ("project management / finance", "project-management, finance"),
        ("graphic design, video", "graphic-design, video-production"),
        ("nursing; data science", "nursing, data-science"),
        ("machine learning or public health", "machine-learning, public-health"),
        ("contabilidad o recursos humanos", "accounting, human-resources"),
        ("comptabilité ou droit", "accounting, law"),
        ("java, data science or design", "java, data-science, design"),
        ("数据科学或市场营销", "data-science, marketing"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn and_joins_the_words_of_a_name_only_where_the_vocabulary_writes_it() {
    let table = [
        ("hospitality and tourism", "hospitality-and-tourism"),
        ("mergers & acquisitions", "investment-banking"),
        ("oil and gas", "energy"),
        ("marketing y ventas", "marketing"),
        ("psychology and social work", "psychology, social-work"),
        ("social work and psychology", "social-work, psychology"),
        ("law and business", "law, business-management"),
        ("cloud and security", "cloud-computing, 'security'"),
        ("data and health", "data-science, health"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn names_that_are_written_with_a_sign_keep_it() {
    let table = [
        ("ui/ux", "user-experience"),
        ("tcp/ip", "computer-networking"),
        ("diversity, equity and inclusion", "diversity-inclusion"),
        ("ci/cd", "devops"),
        ("pl/sql", "sql"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

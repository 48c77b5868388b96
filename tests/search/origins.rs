//! Where a person comes from is not what they want: every text names one thing that is left and another that is wanted.

use crate::readings::{misread, topics_of};

#[test]
fn what_a_person_leaves_is_not_what_they_want() {
    let table = [
        ("from bookkeeping to cybersecurity", "cybersecurity"),
        ("I'd like to go from journalism to public relations", "business-communication"),
        ("transitioning from pharmacy to bioinformatics", "bioinformatics"),
        ("how can I move from sales into human resources", "human-resources"),
        ("pivot from law to data science", "data-science"),
        ("leaving hospitality for project management", "project-management"),
        ("architect turned game designer", "game-design"),
        ("chemist moving into data science", "data-science"),
        ("dentist looking to switch to programming", "programming"),
        ("I was a chef and want to learn accounting", "accounting"),
        ("I used to be a lawyer and want to become a psychologist", "psychology"),
        ("I worked as a nurse, now I'm interested in public health", "public-health"),
        ("I'm an economist looking at machine learning", "machine-learning"),
        ("ex teacher looking into instructional design", "instructional-design"),
        ("former banker trying to get into renewable energy", "renewable-energy"),
        ("get into cybersecurity from accounting", "cybersecurity"),
        ("data science with a background in biology", "data-science"),
        ("pasar de contabilidad a ciencia de datos", "data-science"),
        ("de abogada a programadora", "programming"),
        ("passer du droit à la data science", "data-science"),
        ("mudar de direito para programação", "programming"),
        ("von der Pflege zum Projektmanagement", "project-management"),
        ("je suis comptable et je voudrais devenir développeur web", "web-development"),
        ("soy enfermera y quiero ser programadora", "programming"),
        ("sou professora e quero aprender marketing", "marketing"),
        ("ich bin Krankenschwester und möchte Psychologie studieren", "psychology"),
        ("I teach chemistry and want to learn python", "python"),
        ("I run a hotel and need to learn accounting", "accounting"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn words_of_leaving_that_lead_nowhere_leave_nothing_out() {
    for (typed, wanted) in [
        ("teaching english to children", "tefl child-development"),
        ("from home accounting", "accounting"),
        ("switching from accounting to something else", "accounting"),
        ("python course from google", "python google-cloud|google-workspace"),
    ] {
        assert_eq!(topics_of(typed), wanted, "{typed}");
    }
}

//! What prepares for what: a shared topic, or what is asked for beforehand, and a lower level. The main field alone says
//! nothing.

use std::collections::BTreeSet;

use prospectus::catalog::{ProgramIx, Strength};
use prospectus::plan::{ArrowKind, Because, Ground, PlanSettings, Preparation, Station, plan, preparing};
use prospectus::topics::{TopicIx, Vocabulary, topics_of};

use crate::{CATALOG, START};

fn about(ix: ProgramIx) -> BTreeSet<TopicIx> {
    let topics = topics_of(&CATALOG, ix, CATALOG.program(ix)).into_iter();
    topics.filter(|own| own.strength == Strength::About).map(|own| own.topic).collect()
}

#[test]
fn what_prepares_is_about_the_topic_or_about_what_is_asked_for_and_lower() {
    let mut links = 0;
    for ix in CATALOG.all() {
        let own = about(ix);
        for one in preparing(&CATALOG, ix) {
            links += 1;
            let first = about(one.first);
            let names = (&CATALOG.program(one.first).id, &CATALOG.program(ix).id);
            assert!(!one.ground.topics().is_empty() && one.ground.topics().iter().all(|topic| first.contains(topic)));
            let is_shared =
                matches!(&one.ground, Ground::Shared(topics) if topics.iter().all(|own_| own.contains(own_)));
            let is_asked = matches!(one.ground, Ground::Asked(_)) && CATALOG.program(ix).prerequisites.is_known();
            assert!(is_shared || is_asked, "{names:?}");
            let highest = |ix| CATALOG.program(ix).levels().last().copied();
            assert!(highest(one.first) < highest(ix), "{names:?}");
        }
    }
    assert!(links > 200, "{links}");
}

#[test]
fn routes_by_rule_are_the_first_that_prepare() {
    let settings = PlanSettings::new(START);
    for ix in CATALOG.all() {
        let paths = plan(&CATALOG, ix, &settings).paths;
        let is_before = |path: &&prospectus::plan::Path| {
            let by_rule = matches!(path.arrows[0].because, Because::Rule { .. });
            by_rule && path.arrows[0].kind == ArrowKind::PreparesFor && path.stations[0] != Station::Program(ix)
        };
        let before: Vec<_> = paths.iter().filter(is_before).map(|path| path.stations[0].clone()).collect();
        let first: Vec<_> =
            preparing(&CATALOG, ix).into_iter().take(2).map(|one| Station::Program(one.first)).collect();
        assert_eq!(before, first, "{}", CATALOG.program(ix).id);
    }
}

#[test]
fn a_course_of_the_program_itself_is_not_asked_for_beforehand() {
    let mut asked = 0;
    for ix in CATALOG.all() {
        let program = CATALOG.program(ix);
        for one in preparing(&CATALOG, ix) {
            let Ground::Asked(topics) = one.ground else { continue };
            asked += 1;
            for used in &program.course_list {
                let called = Vocabulary::embedded().named_in(&CATALOG.course_title(used.course)).first().copied();
                assert!(called.is_none_or(|called| !topics.contains(&called)), "{}", program.id);
            }
        }
    }
    assert!(asked > 0);
    let finance = CATALOG.find("mitx-finance").unwrap();
    assert!(preparing(&CATALOG, finance).iter().all(|one| matches!(one.ground, Ground::Shared(_))));
}

#[test]
fn what_is_about_another_area_of_a_topic_prepares_for_nothing() {
    let find = |id: &str| CATALOG.find(id).expect("a program");
    let (china, civil_war) = (find("harvardx-china-modern-world"), find("columbiax-civil-war-reconstruction"));
    for (first, then) in [(china, civil_war), (civil_war, china)] {
        assert!(preparing(&CATALOG, then).iter().all(|one| one.first != first));
    }
    // A whole field still prepares for an area of it, and an area for the whole field.
    let is_shared = |one: &Preparation| matches!(one.ground, Ground::Shared(_));
    let linked = CATALOG.all().filter(|ix| preparing(&CATALOG, *ix).iter().any(is_shared)).count();
    assert!(linked > 100, "{linked}");
}

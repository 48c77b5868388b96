//! What only partly fits is not told as if it did: programs above the person's level, and wishes of which only a part
//! was understood.

use prospectus::advise::{Strength, Warning};
use prospectus::catalog::{Basis, Level};

use crate::desk::Desk;

#[test]
fn whoever_is_asked_for_more_than_they_can_is_told_so() {
    let desk = Desk::open();
    let (mut above, mut wrong) = (0, Vec::new());
    for field in ["quantum computing", "data science", "python", "cybersecurity", "machine learning", "electric cars"] {
        let advice = desk
            .advise(&format!(r#"{{"goal": "deepen", "credit": "no", "level": "intermediate", "field": ["{field}"]}}"#));
        for one in &advice.programs {
            let Some(levels) = desk.catalog.program(one.program).level.shown() else { continue };
            let is_above = levels.value.iter().all(|level| matches!(level, Level::Advanced | Level::Graduate))
                && levels.basis != Basis::Presumed;
            let is_told = one.warnings.contains(&Warning::LevelGap);
            above += usize::from(is_above);
            wrong.extend((is_above != is_told).then(|| desk.catalog.program(one.program).id.to_string()));
        }
    }
    assert!(above > 0 && wrong.is_empty(), "{above} above the level; {wrong:?}");
}

#[test]
fn the_kind_is_not_called_clear_for_a_wish_of_which_a_part_was_not_understood() {
    let desk = Desk::open();
    let told = |field: &str| {
        let advice = desk.advise(&format!(
            r#"{{"goal": "apply_now", "credit": "no", "horizon": "3m", "depth": "practical", "field": ["{field}"]}}"#
        ));
        assert_eq!(advice.strength, Strength::Strong);
        desk.adviser.explainer(&desk.catalog, &advice.asked).certainties(&advice).unwrap_or_default()
    };
    assert!(told("python").contains("Kind: clear"), "{}", told("python"));
    assert!(told("python for glaciologists").contains("Kind: likely"), "{}", told("python for glaciologists"));
}

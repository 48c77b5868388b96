//! Ordinary English words that could be a misspelling of a word of the vocabulary: *coast* is not meant as *cost*, nor
//! *dairy* as *diary*. They are never corrected. Filler, and words of the vocabulary or the catalogue, are not listed.
//! Words that are not listed may still be ordinary ones if their sequences of letters are those of words.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The words, folded.
const ORDINARY: &str = "\
    acre addition advocate affects aired albeit allies amid angle angles arena aside auction backing bacteria \
    bake baked ballot band bands batch beach beard bears beast began beta bets betting bids bite bitter \
    blank bleeding bones bonus boost booth bored bound boxes brass brick bride broad bullet buses butter \
    camps cancel cared casual cause cease cellular chair chamber chase cheat clan clash clause clear clips clock \
    closet coast coat coins commute commuter commuting competing contrast convert corridor couch counties crash cries cure curse daily \
    damages dear dense descent diary dies ditch done donor drawn drove dying eats employers faced fail failed \
    fails farther feast feet filed finest firing fist foot forget forming founding garlic generic grass grind \
    guardian handle hated heading healing heard hiding hiking hire holds homer hopes landing \
    leaning learnt liar lined lived liver loading loads locks logical loose lords loser loving lunch \
    manners margin marking masks mature meant medal median medicare message meter meters might mins minus monkey \
    monster month moore mortal mortality moves nest noted numerous onion owed packing pages pants parish partly \
    patch pearl permits pile pirates plain plea plot pointing portable pound powder praise praying pride prize \
    profound promoting prompted prone proof protest prove provision provisions qualify quite rabbit races rats \
    reaction realm rebels rental rider rides rising roots safer salad salmon sand sauce saved scare seeing sees \
    sending shades shaft shall sheer shelf shirt shopping sided signing skull slave smell sober socks soda sore \
    sorts souls spelling spend spice spin spite spoke spot spots stamps stare stars stating staying steak steal \
    steep sticks stiff stole strike stuck sure tablet tablets tales thank thread throat thrust trace \
    traces trail trails trick tries tune tuned turning unclear urgent verse vice visa vital wages \
    warning week weekend weekends weigh widow wings wishing witch witness wives wrote";

static ALL: LazyLock<HashSet<&str>> = LazyLock::new(|| ORDINARY.split_whitespace().collect());

/// Whether a folded word is an ordinary one.
pub(super) fn is_ordinary(word: &str) -> bool {
    ALL.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_stand_once() {
        let words: Vec<&str> = ORDINARY.split_whitespace().collect();
        assert!(words.is_sorted_by(|one, next| one < next));
        assert!(is_ordinary("coast") && !is_ordinary("accountent"));
    }
}

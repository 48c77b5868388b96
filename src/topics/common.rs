//! Common English words that are no field by themselves: a person who types *looking after old people* does not want
//! programs with `old` in the title of a course. They count only in the titles of programs, and they are correctly
//! spelled. Filler, words of the vocabulary, and things that are taught, such as crops and crafts, are not listed.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::concept::{Meaning, Part};
use super::filler::is_filler;
use super::ordinary::is_ordinary;
use super::vocabulary::Vocabulary;

/// The words, folded.
const COMMON: &str = "\
    above across actual advance again age aged ago ahead alive alone amazing ancient angle angry answer apart arrive \
    ask asking asleep autumn average awake away awful back bad bag band bare bath beach bear beat beautiful behind \
    bell below belt bend beside beyond big bigger bit bite black blank blind block blue board body bold book border \
    born both bottle bottom bowl box boy brave break breath brief bright bring bringing broad broken brother brown \
    brush bucket bulb bunch burn bush busy button buy buying cage call calling calm camp cape card care careful case \
    catch cave chain chalk chance charge cheaper check chest chip choice circle clean clear clever close cloth coast \
    coat coin cold collar comb come cool copy core corner correct cost cough count couple court cover crack crazy \
    cross crowd crown cruel cry cup curtain curve cut dad dads damp danger dark date dawn day days dead dean dear \
    deep deer delay dense die dig dinner dirt dirty disc dish disk done dot double down drawer dream drink drinking \
    drive drop dry due dull dump dusk dust each eager eagle early earn ears east eat eating edge eight elbow empty \
    end enough equal even evening ever every everyday evil exact example extra face faces fact fail fair fall false \
    famous fan far faster fat fault favorite favourite fear feather feed feel feeling feet felt few fifth fight file \
    fill final fine finger fingers finish fire firm first fit five fix flag flame flat float flow fly fold folk \
    follow foot force forget fork forward four freedom fresh friend friendly friends front frozen full fun funny fur \
    gap garage gate gather gentle giant gift girl given glad global goal gone goods grand grandma grandpa grave gray \
    green grey grip group grow growing grown guard guess guest guy habit half hall hammer hand handle hands hang \
    happen harbor harbour hate head heap hear hearing heavy height held help hidden hide high hill hit hobby hold \
    hole holiday hollow holy honest hook hoping horn hot hour hours huge human hundred hungry hurry hurt husband ice \
    idea ideal ill inch inner inside instead item jail jam jar jaw join joke joy juice jump keen keep keeping kept \
    kettle key kick kid kindly king kiss kit knife knock knot lack ladder lady lane large last late laugh lawn lazy \
    leading leaf leave leaves left leg length lid lie life lift line lip list little live living load local lock \
    lonely long loose lord lose lost lot loud lovely low luck lucky lunch mad magic main male man many mark mask \
    mast mat match mate matter meal mean meaning meant medal meet melt men mess middle mild mind minor minute mirror \
    miss mistake mix modern mom moment moms month mood morning most mouse mouth much mud mum mums must naked name \
    narrow nasty near neat neck needle nest net next nice nicer night nine noon normal north nose note nothing \
    number nut object offer often old older olive one onion open opening order outer outside oven over own pace pack \
    page paid pair pale palm pan pants park part party pass past paste path pause pay peak pen pencil pepper perfect \
    perhaps pick piece pile pin pine pink pipe pit place plain plate play plenty plot plus pocket point pole polite \
    pool poor pop possible post pot pound pour power praise press pretty pride print private prize problem proof \
    proper proud pull pump pure purple push put quarter queen question quiet quite race raise range rare rate raw \
    ray reach read reading ready real rear reason red reply rest rich ride right ring rise roast rob rock role roll \
    room root rope rose rough round row royal rub rude rug rule run running rush sad safe said same sand sauce save \
    saw say scar scary scissors seal search season seat second secret see seeing seen self send sent serious seven \
    shade shadow shake shallow shame shape share sharp sharpen sheet shelf shine shore short shot shoulder shout \
    show shower shown shut shy side sight sign silent silly single sink sister sit sitting six size skirt sky \
    sleeping slice slide slim slip slope slow slower small smaller smart smell smile smoke smooth sock soft solid \
    son sons sore sorry soul sour south span spare special speed spell spend spin spirit spoon spot spring square \
    stable staff stage stair stamp stand standing star state stay steal steep step stick stiff still stop straight \
    strange stream street string strip strong stupid style such sudden summer sunny super sure surprise sweet swing \
    sword tail taken tale tall tap taste tear tears ten tent thick thin third thousand thread three throat throw \
    thumb tick ticket tidy tie tight time tiny tip tire tired toe together told tomorrow tongue tonight tool total \
    touch tour track trap trash tray tree trees trick trip trouble true trunk trust truth tube tune turn twin twist \
    two typing ugly umbrella uncle under unit upper upset use used useful usual vain valley value vase vast view \
    wait waiting wake walk walking warm wash ways weak wealth wear week weight well west wet white whole wide wife \
    wild win wing winter wire wise woman wonder worry worse wrap wrist wrong yard year years yellow yes yesterday \
    young younger";

static ALL: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());

/// Whether a folded word is a common one.
pub fn is_common(word: &str) -> bool {
    ALL.contains(word)
}

/// Whether a folded word is known to be correct: a common word, or one of the vocabulary.
pub fn is_correct(word: &str) -> bool {
    let is_of_vocabulary = || Vocabulary::embedded().phrases().has_exact_word(word);
    is_common(word) || is_ordinary(word) || is_filler(word) || is_of_vocabulary()
}

impl Part {
    /// Whether all of its words are common ones or filler, without a meaning.
    pub(super) fn is_only_common(&self) -> bool {
        let says_nothing = |word: &str| is_common(word) || is_filler(word);
        self.concepts.iter().all(|own| matches!(&own.meaning, Meaning::Word(word) if says_nothing(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_none_is_repeated() {
        let words: Vec<&str> = COMMON.split_whitespace().collect();
        assert!(words.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn common_words_and_those_of_the_vocabulary_are_spelt_correctly() {
        assert!(["reading", "old", "coast", "nursing", "course"].into_iter().all(is_correct));
        assert!(["reeding", "nursng", "dendrochronology"].into_iter().all(|word| !is_correct(word)));
    }
}

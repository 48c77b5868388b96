//! Misspelt words against right words that the catalogue lacks. Both lists were written before the rule that tells them
//! apart was changed.

use crate::made::{asked, shipped, titled};

/// Words spelt correctly, most of them in no title.
const RIGHT: &str = "\
    manga bread guitar piano violin chess crochet knitting pottery ballet tango karate judo tennis cricket rugby \
    golf yoga pilates surfing sailing fishing hunting camping hiking cycling running swimming baking cheese \
    butter coffee tea beer wine whisky chocolate sugar honey bees horses cats dogs birds sheep goats tulips \
    roses garden trees carpentry plumbing welding masonry tailoring sewing leather jewelry watches clocks \
    origami magic puppets circus comedy opera jazz drums flute harp poetry novels comics anime cartoon tarot \
    astrology dreams ghosts vikings pirates knights castles pyramids mummies dinosaurs fossils comets planets \
    mars sharks whales salmon lobster oysters lemons carrots barley latin hebrew swahili";

/// Misspelt words, each with the word that was meant or its beginning.
const MISSPELT: &str = "\
    pyhton:python pythn:python javascrpt:javascript javscript:javascript acounting:accounting \
    accouting:accounting finnance:finance marketting:marketing markting:marketing managment:management \
    mangement:management cybersecurty:cybersecurity cybersecuirty:cybersecurity statistcs:statistics \
    statisics:statistics probabilty:probability calculs:calculus algabra:algebra algerba:algebra phisics:physics \
    physcs:physics chemisty:chemistry chemsitry:chemistry biolgy:biology bioligy:biology \
    neurosience:neuroscience psycology:psychology psychlogy:psychology phsycology:psychology sociolgy:sociology \
    nurssing:nursing nursng:nursing helthcare:health heathcare:health telehelth:telehealth roboitcs:robotics \
    robtics:robotics elecronics:electronics electonics:electronics semicondutor:semiconductor quantm:quantum \
    qauntum:quantum blockchan:blockchain bitcon:bitcoin bankng:bank insurace:insurance inusrance:insurance \
    investng:invest logistcs:logistics logisitcs:logistics procurment:procurement manufactoring:manufacturing \
    enterpreneur:entrepreneur entrepeneurship:entrepreneurship leadersip:leadership leadrship:leadership \
    comunication:communication communcation:communication negotation:negotiation writting:writing writng:writing \
    englsh:english spansh:spanish japanse:japanese mandrin:mandarin italain:italian architecure:architecture \
    achitecture:architecture sustainabilty:sustainab sustainablity:sustainab agricultre:agriculture \
    argiculture:agriculture nutriton:nutrition nutrion:nutrition genomcs:genomics genetcs:genetics \
    biotecnology:biotechnology volcanolgy:volcanology geospacial:geospatial kubernets:kubernetes \
    databse:database datbase:database tablau:tableau exel:excel powerpont:powerpoint photshop:photoshop \
    djngo:django desing:design desgin:design musci:music histroy:history hsitory:history religon:religion \
    goverment:government politcs:politics econmics:economics ecomonics:economics macroeconomcs:macroeconomics \
    tourisim:tourism hospitalty:hospitality compliace:compliance coruption:corruption visualzation:visualization \
    analitics:analytics sofware:software softwere:software progamming:programming";

fn notice(query: &str) -> Option<String> {
    let (catalog, index) = shipped();
    index.search(catalog, &asked(query)).notice
}

/// Whether a word was taken for another: by its letters, not because a topic is called by it.
fn is_corrected(word: &str) -> bool {
    notice(word).is_some_and(|notice| notice.contains(&format!("no word `{word}`; showing")))
}

#[test]
fn a_right_word_that_the_catalogue_lacks_is_not_taken_for_another() {
    let corrected: Vec<&str> = RIGHT.split_whitespace().filter(|word| is_corrected(word)).collect();
    assert_eq!(corrected, Vec::<&str>::new(), "of {} words", RIGHT.split_whitespace().count());
}

#[test]
fn a_misspelt_word_finds_what_was_meant() {
    let (catalog, index) = shipped();
    let mut missed = Vec::new();
    for (word, meant) in MISSPELT.split_whitespace().filter_map(|pair| pair.split_once(':')) {
        // Its first letters lead to it and to its other forms.
        let is_found =
            notice(word).is_none_or(|told| !told.contains("no program has") && !told.contains("no word like"));
        if !is_found || index.search(catalog, &asked(word)).is_empty() {
            missed.push(format!("{word} ({meant}): {:?}", notice(word)));
        }
    }
    let all = MISSPELT.split_whitespace().count();
    assert!(50 * missed.len() <= all, "{} of {all}: {missed:#?}", missed.len());
}

#[test]
fn a_word_too_near_to_another_to_be_a_slip_of_it_names_that_word() {
    let (catalog, index) = titled(&["Batteries", "Market Facets", "Managers"]);
    let notice = |typed| index.search(&catalog, &asked(typed)).notice;
    for (typed, near) in [("butter", "batteries"), ("facts", "facets")] {
        assert_eq!(notice(typed), Some(format!("no program has `{typed}`, the nearest word is {near}")), "{typed}");
    }
    for (typed, meant) in
        [("facest", "facets"), ("mraket", "market"), ("battereis", "batteries"), ("facxets", "facets")]
    {
        assert_eq!(notice(typed), Some(format!("no word `{typed}`; showing {meant}")), "{typed}");
    }
}

//! Everyday words that name a topic when typed alone, but mostly not beside another topic: a person whose *boss* wants
//! them to learn Excel does not want people management, and a person who wants to *build* a robot does not want
//! construction.

use super::concept::Concept;
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;

/// Words that name a topic as nouns, but as verbs only say what is done with another.
const VERBS: &str = "\
    coach design film finance grow manage market model paint plan present protect read record research run sell teach \
    test trade train";

/// Words and phrases for where something is used, whatever it is: *accounting for SMEs*, *la comptabilité d'une PME*.
const SETTINGS: [&str; 23] = [
    "empresa mediana",
    "mipymes",
    "mypes",
    "pequena empresa",
    "pequenas empresas",
    "petite entreprise",
    "petites entreprises",
    "pme",
    "pmes",
    "pyme",
    "pymes",
    "reconversion laboral",
    "reconversion profesional",
    "reconversion professionnelle",
    "small business",
    "small businesses",
    "small companies",
    "small company",
    "sme",
    "smes",
    "start-up",
    "startup",
    "startups",
];

/// Workplaces, after a word such as `my`: *finanzas para mi empresa* is not about business administration.
const WORKPLACES: &str = "\
    business businesses companies company empresa empresas enterprise entreprise entreprises firm firma firme negocio \
    negocios shop tienda unternehmen";

/// Possessives of the user.
const POSSESSIVES: &str =
    "ma mein meine meinem meinen mes meu mi mia minha mio mis mon my nossa nosso notre nuestra nuestro our";

/// Verbs for using a language; whatever else is named is then only its purpose. Speaking is filler.
const LANGUAGE_VERBS: &str = "\
    ecrire escrever escribir leer lesen lire pronounce read reading redactar rediger redigir schreiben scrivere \
    translate understand write writing";

/// The topic that contains every language.
const LANGUAGE: &str = "language";

const EVERYDAY: &str = "\
    argent boss bosses build building builds built bureau commercial dinero front hiring jefa jefe laptop meeting \
    meetings money office oficina patron phone portfolio portfolios presentation reconversion recruiting resume \
    salary transition yield yields";

/// Whether a folded word is an everyday one.
pub(super) fn is_everyday(word: &str) -> bool {
    EVERYDAY.split_whitespace().any(|own| own == word)
}

/// Whether a folded word, used as a verb, only says what is done with something.
pub(super) fn is_everyday_verb(word: &str) -> bool {
    VERBS.split_whitespace().any(|own| own == word)
}

/// Whether a folded word is a verb for what is done with a language.
pub(super) fn is_language_verb(word: &str) -> bool {
    LANGUAGE_VERBS.split_whitespace().any(|own| own == word)
}

/// Whether folded words are only a place of use.
pub(super) fn is_setting(words: &str) -> bool {
    SETTINGS.contains(&words)
}

/// Whether folded words are a workplace.
pub(super) fn is_workplace(words: &str) -> bool {
    WORKPLACES.split_whitespace().any(|own| own == words)
}

/// Whether a folded word is a possessive of the user.
pub(super) fn is_possessive(word: &str) -> bool {
    POSSESSIVES.split_whitespace().any(|own| own == word)
}

impl Vocabulary {
    /// Whether these topics are languages; false for none.
    pub(super) fn is_language(&self, topics: &[TopicIx]) -> bool {
        let all = self.find(LANGUAGE);
        let is_part = |topic: &TopicIx| all.is_some_and(|all| self.topic(*topic).broader.contains(&all));
        !topics.is_empty() && topics.iter().all(is_part)
    }

    /// Whether what is named beside a language may be shown if no program teaches the language: *German philosophy* is
    /// philosophy, but *Latin grammar*, *Persian poetry* or *German for nurses* needs the language.
    pub fn is_wanted_without(&self, language: &Concept, other: &Concept) -> bool {
        let of_words = ["language", "literature", "communication"].map(|id| self.find(id));
        let is_of_words = |topic: &TopicIx| of_words.iter().flatten().any(|words| self.is_near(*topic, *words));
        other.place.start > language.place.start && !other.is_purpose && !other.topics().iter().any(is_of_words)
    }

    /// Whether a concept is a language that is wanted, and not the purpose of something else.
    pub fn is_wanted_language(&self, concept: &Concept) -> bool {
        !concept.is_purpose && self.is_language(concept.topics())
    }

    /// Whether two topics are the same, or one is part of the other.
    pub(super) fn is_near(&self, one: TopicIx, other: TopicIx) -> bool {
        one == other || self.broader(one).contains(&other) || self.broader(other).contains(&one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_none_is_repeated() {
        for words in [EVERYDAY, VERBS, LANGUAGE_VERBS, WORKPLACES, POSSESSIVES] {
            assert!(words.split_whitespace().is_sorted_by(|one, next| one < next));
        }
        assert!(SETTINGS.is_sorted_by(|one, next| one < next));
        assert!(is_everyday("boss") && !is_everyday("leadership"));
    }
}

//! Topic names that keep their capital within a sentence: names of languages, peoples, products and persons.

use super::topic::TopicIx;
use super::vocabulary::Vocabulary;
use crate::english::lower;

/// Such names, or their first words.
const PROPER: [&str; 46] = [
    "African",
    "Agile",
    "Amazon",
    "Arabic",
    "Bayesian",
    "ChatGPT",
    "Chinese",
    "DevOps",
    "Django",
    "Dutch",
    "English",
    "Esperanto",
    "European",
    "Excel",
    "FinTech",
    "French",
    "German",
    "Google",
    "Hebrew",
    "Hindi",
    "Internet",
    "Italian",
    "Japanese",
    "Java",
    "Korean",
    "Latin",
    "Linux",
    "Microsoft",
    "Node",
    "One Health",
    "Persian",
    "Polish",
    "Portuguese",
    "Power BI",
    "Python",
    "React",
    "Russian",
    "Rust",
    "Scandinavian",
    "Scrum",
    "Shakespeare",
    "Spanish",
    "Swift",
    "Tableau",
    "Turkish",
    "Ukrainian",
];

impl Vocabulary {
    /// Returns the English name of a topic as written within a sentence: `data science`, `Python`, `JavaScript`.
    pub fn name_in_sentence(&self, topic: TopicIx) -> String {
        let name = &self.topic(topic).name.en;
        if is_proper(name) { name.clone() } else { lower(name) }
    }
}

fn is_proper(name: &str) -> bool {
    let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let has_inner_capital = first.chars().skip(1).any(char::is_uppercase);
    has_inner_capital || PROPER.iter().any(|proper| *proper == first || *proper == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_and_products_keep_their_capital_and_other_topics_lose_it() {
        let vocabulary = Vocabulary::embedded();
        let said = |id: &str| vocabulary.name_in_sentence(vocabulary.find(id).expect("a topic"));
        for (id, name) in [
            ("python", "Python"),
            ("javascript", "JavaScript"),
            ("nosql", "NoSQL databases"),
            ("data-science", "data science"),
            ("sql", "SQL"),
        ] {
            assert_eq!(said(id), name);
        }
        for topic in vocabulary.all() {
            let topic = vocabulary.topic(topic);
            let is_language = topic.broader.iter().any(|broader| vocabulary.topic(*broader).id == "languages");
            let first = topic.name.en.split(' ').next().unwrap_or_default();
            let is_own_name = !matches!(
                first,
                "Business"
                    | "Medical"
                    | "Modern"
                    | "Ancient"
                    | "Sign"
                    | "Indigenous"
                    | "Languages"
                    | "Translation"
                    | "Linguistics"
            );
            assert!(!is_language || !is_own_name || is_proper(&topic.name.en), "{}", topic.name.en);
        }
    }
}

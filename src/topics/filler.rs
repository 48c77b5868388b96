//! Filler: words of a wish that do not say what is wanted, such as `I want to learn`, `quiero aprender` or `je voudrais
//! devenir`, the level (`for beginners`), the form (`online course`) and the role (`manager`, `assistant`). They count
//! only if nothing else was said: a *teacher* wants to teach, but an *English teacher* is about English. The words of
//! grammar and those that separate fields are listed here too, so that each language has its lists in one place.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::names::fold;

/// Phrases that say nothing about the field, although the first word alone would.
pub(super) const PHRASES: [&str; 33] = [
    "future proof",
    "executive education",
    "professional certificate",
    "professional certificates",
    "teach me",
    "teach myself",
    "show me",
    "help me",
    "career change",
    "change career",
    "ensename a",
    "apprends moi",
    "web based",
    "want promotion",
    "wants promotion",
    "need promotion",
    "get promotion",
    "getting promotion",
    "next promotion",
    "job promotion",
    "earn more money",
    "make more money",
    "earn money",
    "more money",
    "more responsibility",
    "more responsibilities",
    "better job",
    "new job",
    "pay rise",
    "pay raise",
    "something new",
    "new skills",
    "earn more",
];

/// The words of one language that say nothing about a field.
struct LittleWords {
    /// What a catalogue calls the language.
    language: &'static str,
    /// Words that join two fields, or the words of a name.
    joining: &'static str,
    /// Words between fields of which one is enough.
    choosing: &'static str,
    /// Words of grammar, which are skipped.
    grammar: &'static str,
    /// Wanting, learning and becoming; courses and their forms; how advanced.
    wanting: &'static str,
    /// The role in which a person works, whatever the field.
    roles: &'static str,
}

const LANGUAGES: [LittleWords; 12] = [
    LittleWords {
        language: "English",
        joining: "and",
        choosing: "or nor vs versus",
        grammar: "\
            a an as at by for from in of off on s that the this through to using via with my m",
        wanting: "\
            i im ive id am is are be been being was it you your me myself we us our they their he she who what which \
            when where why how do does did can could should would will want wants wanted wanting wish like love prefer \
            need needs hope hoping try trying plan planning interested interest interests learn learning learner study \
            studying studies know knowing understand understanding improve improving develop become becoming get \
            getting go going into start starting started begin beginning change changing switch switching move moving \
            work working works job jobs career careers field subject topic topics area areas industry profession \
            professional future new something anything everything somebody thing things stuff kind kinds sort type \
            about around more some any all very really just only also maybe please thanks hello hi after before while \
            but if because so than then there here have has had having make making take taking find finding give \
            looking look teach taught better best good great top free cheap fast quick quickly easy simple hard \
            scratch zero ground up skills skill knowledge basics basic beginner beginners beginning introduction \
            introductory intro fundamentals fundamental foundations foundation essentials essential principles \
            intermediate advanced expert experts level levels certificate certificates certification certifications \
            certified credential credentials diploma degree degrees bachelor bachelors master masters course courses \
            class classes lesson lessons training tutorial tutorials program programs programme programmes bootcamp \
            boot camp school college university online based remote distance exam exams prep preparation test \
            tests speak speaking spoken talk talking fluent fluently conversational everybody everyone people person \
            someone registered licensed junior senior wanna gonna gotta lemme gimme pls plz thx asap u ur likes love \
            loves enjoy other between either undecided torn choose choosing deciding \
            whats thats whos wheres hows theres heres lets youre theyre weve youve theyve itll theyll havent hasnt hadnt wouldnt shouldnt didnt wont advice advise bored preferably ideally thinking think \
            tell recommend suggest suggestions ideas used able afraid scared terrified \
            worked functions its way now else nothing help helps helping asking teaches taught covers offers includes explains add adding enter entering \
            later soon someday retired deal dealing complete completely absolute absolutely total totally practice \
            practical short shorter less least credit credits finish finishing finished month months week weeks \
            weekend weekends evening evenings day days year years summer winter spring autumn january february april june \
            july september october november december next pass passing coursera edx udacity udemy mooc \
            moocs must heard back gets yrs",
        roles: "\
            manager managers engineer engineers analyst analysts developer developers specialist specialists \
            technician technicians officer officers agent agents assistant assistants consultant consultants \
            administrator administrators admin director directors executive executives worker workers operator \
            operators coordinator coordinators supervisor supervisors leader leaders lead designer designers teacher \
            teachers instructor instructors trainer trainers tutor tutors planner planners artist artists scientist \
            scientists researcher researchers professor professors coach practitioner practitioners mechanic driver \
            attendant auditor advisor adviser associate owner team teams",
    },
    LittleWords {
        language: "Spanish",
        joining: "y e",
        choosing: "o u",
        grammar: "\
            a al con de del el en hacia la las lo los no para por sobre su un una uno",
        wanting: "\
            entre indeciso indecisa dudo duda nada ayudar \
            yo mi me te se quiero quisiera querria deseo gustaria necesito busco interesa interesan aprender \
            aprendizaje estudiar saber conocer entender mejorar ser convertirme convertirse convertir hacer hacerme \
            llegar empezar comenzar cambiar trabajar trabajo trabajos carrera carreras profesion profesional algo como \
            que cual cuales muy mas mejor sobre acerca desde cero gratis facil rapido basico basica basicos basicas \
            intermedio avanzado nivel principiante principiantes introduccion fundamentos pero gusta gustan encanta curso cursos clase clases \
            programa programas certificado certificacion diplomado titulo escuela universidad linea quien soy hablar \
            hablo fluido fluidez funciona funcionan",
        roles: "\
            gerente gerentes ingeniero ingeniera ingenieros analista analistas desarrollador desarrolladora \
            especialista especialistas tecnico tecnica asistente asistentes consultor consultora administrador \
            administradora director directora coordinador coordinadora supervisor disenador disenadora profesor \
            profesora maestro maestra artista",
    },
    LittleWords {
        language: "French",
        joining: "et",
        choosing: "ou",
        grammar: "\
            a au aux avec chez d dans de des du en l la le les par pour sur un une",
        wanting: "\
            entre hesite indecis indecise \
            je j veux voudrais souhaite aimerais besoin cherche interesse interessee interesser apprendre \
            apprentissage etudier connaitre comprendre ameliorer devenir etre faire commencer changer travailler \
            travail emploi metier carriere quelque chose comment quoi tres plus mieux debutant debutants debuter debut \
            introduction bases base niveau cours formation formations diplome certificat ecole universite ligne \
            gratuit suis moi mon ma parler couramment mais aime aimer entrer acceder enseigne integrer fonctionne \
            fonctionnent aider",
        roles: "\
            responsable ingenieur analyste developpeur developpeuse specialiste technicien technicienne assistante \
            directeur directrice coordinateur coordinatrice concepteur conceptrice professeur enseignant enseignante",
    },
    LittleWords {
        language: "Portuguese",
        joining: "e",
        choosing: "ou",
        grammar: "\
            a as com da das de do dos em na no os para pela pelo por um uma",
        wanting: "\
            entre indeciso indecisa \
            eu quero gostaria preciso aprender estudar tornar virar fazer comecar trabalhar trabalho carreira \
            iniciantes iniciante curso cursos formacao sou minha meu falar mas porem gosto gostar entrar ingressar trabalhar \
            quer funciona funcionam",
        roles: "\
            engenheiro engenheira desenvolvedor especialista tecnico assistente professor professora",
    },
    LittleWords {
        language: "German",
        joining: "und",
        choosing: "oder",
        grammar: "\
            auf aus bei das dem den der des die ein eine einen einem einer fur im in ins mein meine vom von zu zum \
            zur",
        wanting: "\
            zwischen entweder \
            ich mich mir mochte moechte will wollen wurde gerne gern lernen studieren werden werde wird wie kann \
            konnen mochten etwas mehr uber arbeiten arbeit beruf job anfanger anfaenger grundlagen kurs kurse \
            ausbildung weiterbildung bin als aber sondern mag machen \
            funktioniert funktionieren warum",
        roles: "\
            leiter leiterin mitarbeiter mitarbeiterin fachkraft berater beraterin lehrer lehrerin assistentin",
    },
    LittleWords {
        language: "Italian",
        joining: "e",
        choosing: "o oppure",
        grammar: "\
            alla dal degli della delle di gli il nel nella nello per sul sulla",
        wanting: "\
            sono io voglio vorrei imparare studiare sapere capire conoscere diventare fare lavorare lavoro carriera corso \
            corsi principianti qualcosa come cosa mio mia piu meglio migliorare cerco interessa piace funziona funzionano \
            perche",
        roles: "ingegnere responsabile specialista insegnante",
    },
    LittleWords {
        language: "Arabic",
        joining: "و",
        choosing: "او",
        grammar: "في من الى على عن مع ان",
        wanting: "اتعلم واريد انا اريد اود تعلم التعلم دراسه كيف دوره دورات تدريب عمل وظيفه للمبتدئين مجانا",
        roles: "مدير مهندس",
    },
    LittleWords {
        language: "Russian",
        joining: "и",
        choosing: "или",
        grammar: "в во для до за из к ко на о об от по при с со у через",
        wanting: "\
            я мне меня мы хочу хотел хотела хотелось бы нужно надо учить учиться изучать изучить научиться освоить \
            стать работать работа работу карьера профессия курс курсы обучение программа начинающих начинающий нуля \
            основы как что чтобы быть онлайн бесплатно интересует нравится \
            почему работает работают",
        roles: "инженер специалист менеджер аналитик",
    },
    LittleWords {
        language: "Vietnamese",
        joining: "",
        choosing: "hoặc",
        grammar: "của cho",
        wanting: "học muốn tôi mình khóa khoá nghề trở thành làm cách",
        roles: "",
    },
    LittleWords {
        language: "Indonesian",
        joining: "dan",
        choosing: "atau",
        grammar: "untuk yang dengan pada",
        wanting: "saya aku ingin mau belajar menjadi kursus cara bagaimana pelatihan bekerja kerja",
        roles: "",
    },
    LittleWords {
        language: "Turkish",
        joining: "ve",
        choosing: "veya",
        grammar: "için ile",
        wanting: "ben istiyorum öğrenmek öğreniyorum olmak nasıl kursu kurs eğitimi çalışmak",
        roles: "",
    },
    LittleWords {
        language: "Hindi",
        joining: "और",
        choosing: "या",
        grammar: "के की का को में से लिए",
        wanting: "सीखना सीखने सीखें है हैं हूँ हूं चाहता चाहती मैं मुझे करना बनना कोर्स कैसे",
        roles: "",
    },
];

/// The class of a little word; if lists disagree, the first of these counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum WordClass {
    /// It separates fields of which one is enough.
    Choosing,
    /// It joins two fields, or the words of a name.
    Joining,
    /// It only joins words.
    Grammar,
    /// It is ignored if there is anything else.
    Filler,
    /// It is a role at work, which is filler unless something is wanted for people in that role.
    Role,
}

/// For each little word, folded, its class and the languages that it belongs to.
type KnownWords = HashMap<Cow<'static, str>, (WordClass, Vec<&'static str>)>;

/// The class of every little word, with the languages that it belongs to.
static KNOWN: LazyLock<KnownWords> = LazyLock::new(|| {
    let mut known = KnownWords::new();
    for own in &LANGUAGES {
        let lists = [
            (own.choosing, WordClass::Choosing),
            (own.joining, WordClass::Joining),
            (own.grammar, WordClass::Grammar),
            (own.wanting, WordClass::Filler),
            (own.roles, WordClass::Role),
        ];
        for (words, class) in lists {
            for word in words.split_whitespace() {
                let word = if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) };
                let (first, languages) = known.entry(word).or_insert((class, Vec::new()));
                *first = (*first).min(class);
                languages.push(own.language);
                languages.dedup();
            }
        }
    }
    known
});

fn is_of_class(word: &str, class: WordClass) -> bool {
    KNOWN.get(word).is_some_and(|(own, _)| *own == class)
}

/// Whether a folded word is filler, which is ignored if there is anything else.
pub fn is_filler(word: &str) -> bool {
    is_of_class(word, WordClass::Filler) || is_role(word)
}

/// Whether a folded word is the role in which a person works, whatever the field.
pub(super) fn is_role(word: &str) -> bool {
    is_of_class(word, WordClass::Role)
}

/// Whether a folded word is only grammar.
pub(super) fn is_grammar(word: &str) -> bool {
    is_of_class(word, WordClass::Grammar)
}

/// Whether a folded word separates one field from another.
pub(super) fn is_parting(word: &str) -> bool {
    is_choosing(word) || is_of_class(word, WordClass::Joining)
}

/// Whether a folded word separates fields of which one is enough.
pub(super) fn is_choosing(word: &str) -> bool {
    is_of_class(word, WordClass::Choosing)
}

/// Returns the language of a folded little word; `None` if it is no such word, or one of several languages.
pub fn language_of(word: &str) -> Option<&'static str> {
    if let [only] = languages_of(word) { Some(*only) } else { None }
}

/// Returns the languages of a folded little word; none if it is no such word.
pub fn languages_of(word: &str) -> &'static [&'static str] {
    KNOWN.get(word).map_or(&[], |(_, languages)| languages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_word_tells_its_language_only_where_no_other_has_it() {
        let told = ["through", "quiero", "voudrais", "quero", "ich", "de", "do", "python"].map(language_of);
        let (english, spanish, french) = (Some("English"), Some("Spanish"), Some("French"));
        assert_eq!(told, [english, spanish, french, Some("Portuguese"), Some("German"), None, None, None]);
    }
}

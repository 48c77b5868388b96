//! Filler: words of a wish that do not say what is wanted, such as `I want to learn`, `quiero aprender` or `je voudrais
//! devenir`, the level (`for beginners`), the form (`online course`) and the role (`manager`, `assistant`). They count
//! only if nothing else was said: a *teacher* wants to teach, but an *English teacher* is about English.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Two-word phrases that say nothing about the field, although the first word alone would.
pub(super) const PHRASES: [&str; 8] =
    ["teach me", "teach myself", "show me", "help me", "career change", "change career", "ensename a", "apprends moi"];

/// Words for wanting, learning and becoming, for courses and their forms, and for levels, in English, Spanish, French
/// and Portuguese.
const WANTING: &str = "\
    i im ive id am is are be been being was it you your me myself we us our they their he she who what which when where why \
    how do does did can could should would will want wants wanted wanting wish like love prefer need needs hope hoping try \
    trying plan planning interested interest interests learn learning learner study studying studies know knowing \
    understand understanding improve improving develop become becoming get getting go going into start starting started \
    begin beginning change changing switch switching move moving work working works job jobs career careers field subject \
    topic topics area areas industry profession professional future new something anything everything somebody thing \
    things stuff kind kinds sort type about around more some any all very really just only also maybe please thanks hello \
    hi after before while but if because so than then there here have has had having make making take taking find finding \
    give looking look teach taught better best good great top free cheap fast quick quickly easy simple hard scratch zero \
    ground up skills skill knowledge basics basic beginner beginners beginning introduction introductory intro fundamentals \
    fundamental foundations foundation essentials essential principles intermediate advanced expert experts level levels \
    certificate certificates certification certifications certified credential credentials diploma degree degrees bachelor \
    bachelors master masters course courses class classes lesson lessons training tutorial tutorials program programs \
    programme programmes bootcamp boot camp school college university online web based remote distance exam exams prep \
    preparation test tests speak speaking spoken talk talking fluent fluently conversational everybody everyone people person someone registered licensed junior senior \
    yo mi me te se quiero quisiera querria deseo gustaria necesito busco interesa interesan aprender aprendizaje estudiar \
    saber conocer entender mejorar ser convertirme convertirse convertir hacer hacerme llegar empezar comenzar cambiar \
    trabajar trabajo trabajos carrera carreras profesion profesional algo como que cual cuales muy mas mejor sobre acerca \
    desde cero gratis facil rapido basico basica basicos basicas intermedio avanzado nivel principiante principiantes \
    introduccion fundamentos curso cursos clase clases programa programas certificado certificacion diplomado titulo \
    escuela universidad linea quien soy hablar hablo fluido fluidez \
    je j veux voudrais souhaite aimerais besoin cherche interesse interessee interesser apprendre apprentissage etudier \
    connaitre comprendre ameliorer devenir etre faire commencer changer travailler travail emploi metier carriere quelque \
    chose comment quoi tres plus mieux debutant debutants debuter debut introduction bases base niveau cours formation \
    formations diplome certificat ecole universite ligne gratuit suis moi mon ma parler couramment \
    eu quero gostaria preciso aprender estudar tornar virar fazer comecar trabalhar trabalho carreira iniciantes iniciante \
    curso cursos formacao sou minha meu quiero falar";

/// Words for the role a person works in, whatever the field.
const ROLES: &str = "\
    manager managers engineer engineers analyst analysts developer developers specialist specialists technician technicians \
    officer officers agent agents assistant assistants consultant consultants administrator administrators admin director \
    directors executive executives worker workers operator operators coordinator coordinators supervisor supervisors leader \
    leaders lead designer designers teacher teachers instructor instructors trainer trainers tutor tutors planner planners \
    artist artists scientist scientists researcher researchers professor professors coach practitioner practitioners \
    mechanic driver attendant auditor advisor adviser associate owner team teams \
    gerente gerentes ingeniero ingeniera ingenieros analista analistas desarrollador desarrolladora especialista \
    especialistas tecnico tecnica asistente asistentes consultor consultora administrador administradora director directora \
    coordinador coordinadora supervisor disenador disenadora profesor profesora maestro maestra artista \
    responsable ingenieur analyste developpeur developpeuse specialiste technicien technicienne assistante \
    directeur directrice coordinateur coordinatrice concepteur conceptrice professeur enseignant enseignante \
    engenheiro engenheira desenvolvedor especialista tecnico assistente professor professora";

static FILLER: LazyLock<HashSet<&str>> =
    LazyLock::new(|| WANTING.split_whitespace().chain(ROLES.split_whitespace()).collect());

/// Whether a folded word is filler, which is ignored if anything else was said.
pub fn is_filler(word: &str) -> bool {
    FILLER.contains(word)
}

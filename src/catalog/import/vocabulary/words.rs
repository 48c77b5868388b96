//! The words of catalogues for kinds, levels, states and paces, and words that are in no name of a language. All are in
//! lower case with single blanks.

use crate::catalog::{Kind, Level, Pacing, Status};

/// Kinds by slug and name, compared without case, trade marks and a final `program`.
#[rustfmt::skip] // a table reads by its rows
pub(super) const KINDS: [(&str, Kind); 62] = [
    ("certyfikat zawodowy", Kind::ProfessionalCertificate), ("profesní certifikát", Kind::ProfessionalCertificate),
    ("profesyonel sertifika", Kind::ProfessionalCertificate),
    ("professioneel certificaat", Kind::ProfessionalCertificate),
    ("профессиональный сертификат", Kind::ProfessionalCertificate),
    ("професійний сертифікат", Kind::ProfessionalCertificate),
    ("プロフェッショナル サーティフィケート", Kind::ProfessionalCertificate),
    ("专业证书", Kind::ProfessionalCertificate), ("專業證書", Kind::ProfessionalCertificate),
    ("전문 자격증", Kind::ProfessionalCertificate), ("شهادة مهنية", Kind::ProfessionalCertificate),
    ("マイクロマスターズ", Kind::MicroMasters), ("マイクロマスター", Kind::MicroMasters),
    ("微硕士", Kind::MicroMasters), ("微碩士", Kind::MicroMasters), ("마이크로마스터스", Kind::MicroMasters),
    ("микромастерс", Kind::MicroMasters),
    ("certificat professionnel", Kind::ProfessionalCertificate),
    ("certificado profesional", Kind::ProfessionalCertificate),
    ("certificado profissional", Kind::ProfessionalCertificate),
    ("certificato professionale", Kind::ProfessionalCertificate),
    ("professional certificates", Kind::ProfessionalCertificate), ("micromasters programs", Kind::MicroMasters),
    ("ms", Kind::Masters), ("msc", Kind::Masters), ("m sc", Kind::Masters), ("meng", Kind::Masters), ("m eng", Kind::Masters),
    ("online master", Kind::Masters), ("online masters", Kind::Masters),
    ("maestría", Kind::Masters), ("masterstudiengang", Kind::Masters),
    ("professional certificate", Kind::ProfessionalCertificate), ("prof certificate", Kind::ProfessionalCertificate),
    ("prof cert", Kind::ProfessionalCertificate), ("micromasters", Kind::MicroMasters),
    ("micro masters", Kind::MicroMasters), ("micromaster", Kind::MicroMasters),
    ("micromaster s", Kind::MicroMasters), ("microbachelor s", Kind::MicroBachelors),
    ("executive ed", Kind::ExecutiveEducation),
    ("microbachelors", Kind::MicroBachelors), ("micro bachelors", Kind::MicroBachelors),
    ("microbachelor", Kind::MicroBachelors), ("xseries", Kind::XSeries), ("x series", Kind::XSeries),
    ("masters", Kind::Masters), ("master s", Kind::Masters), ("master", Kind::Masters),
    ("masters degree", Kind::Masters), ("master s degree", Kind::Masters), ("master degree", Kind::Masters),
    ("masterdegree", Kind::Masters), ("executive education", Kind::ExecutiveEducation),
    ("executive education 2u", Kind::ExecutiveEducation), ("executiveeducation", Kind::ExecutiveEducation),
    ("exec ed", Kind::ExecutiveEducation), ("boot camp", Kind::BootCamp), ("bootcamp", Kind::BootCamp),
    ("bootcamp 2u", Kind::BootCamp), ("boot camps", Kind::BootCamp), ("bootcamps", Kind::BootCamp),
];

/// Slugs without a kind of their own here, with their names for people.
#[rustfmt::skip] // a table reads by its rows
pub(super) const OTHERS: [(&str, &str); 15] = [
    ("certificat", "Certificate"), ("certificado", "Certificate"), ("certificato", "Certificate"),
    ("zertifikat", "Certificate"), ("certyfikat", "Certificate"), ("certifikát", "Certificate"),
    ("professional program wl", "Professional Program"), ("bachelors", "Bachelor's"), ("bachelor s", "Bachelor's"),
    ("bachelor s degree", "Bachelor's"), ("bachelordegree", "Bachelor's"), ("doctorate", "Doctorate"),
    ("license", "License"), ("certificate", "Certificate"), ("2u degree", "Degree"),
];

/// What titles call degrees, by slug.
#[rustfmt::skip] // a table reads by its rows
pub(super) const DEGREES: [(&str, &[&str]); 3] = [
    ("doctorate", &["phd", "ph d", "dphil", "doctor of", "doctorate in"]),
    ("masters", &["msc", "meng", "mba", "master of", "master in", "master s in", "masters in", "master s degree in"]),
    ("bachelors", &["bsc", "beng", "bachelor of", "bachelor in", "bachelor s in", "bachelors in", "bachelor s degree in"]),
];

/// Kinds without a slug that titles begin with: names before `in`, and abbreviations, which count as they are written.
pub(super) const OWN_KINDS: [&str; 7] =
    ["Graduate Certificate", "Graduate Diploma", "Postgraduate Diploma", "CAS", "DAS", "MAS", "DU"];

/// What a list calls the kind of a row that is a course, and the tracks of one: none is the kind of a program.
#[rustfmt::skip] // a table reads by its rows
pub(super) const COURSES: [&str; 30] = [
    "course", "courses", "mooc", "single course", "individual course", "online course", "kurs", "cours", "curso",
    "corso", "kurz", "verified", "audit", "honor", "verified and audit", "guided project", "module", "professional",
    "professional only", "no id professional", "credit", "free", "paid", "online", "workshop", "webinar", "class",
    "short course", "modul", "módulo",
];

/// Words for levels, in the languages of catalogues. Other words stay unknown.
#[rustfmt::skip] // a table reads by its rows
pub(super) const LEVELS: [(Level, &[&str]); 5] = [
    (Level::Introductory, &[
        "introductory", "intro", "entry", "entry level", "beginner", "beginners", "basic", "introduction", "elementary",
        "foundation", "principiante", "principiantes", "introductorio", "básico", "basico", "inicial", "iniciante", "débutant", "débutants",
        "initiation", "anfänger", "einsteiger", "einführung", "grundlagen", "principianti", "base", "początkujący",
        "podstawowy", "začátečník", "začátečníci", "úvodní", "beginnersniveau", "nybörjare", "grundläggande", "grund", "begynder", "nybegynner",
        "aloittelija", "kezdő", "începător", "başlangıç", "начальный", "базовый", "початковий", "базовий", "αρχάριοι",
        "初级", "初級", "入门", "入門", "초급", "입문", "مبتدئ", "pemula", "cơ bản",
    ]),
    (Level::Intermediate, &[
        "intermediate", "medium", "medio", "intermedio", "intermédiaire", "mittelstufe", "mittel", "intermediário",
        "intermédio", "średniozaawansowany", "mírně pokročilý", "střední", "gemiddeld", "keskitaso", "középhaladó", "intermediar", "orta", "средний", "середній", "中级", "中級",
        "중급", "متوسط", "menengah", "trung cấp",
    ]),
    (Level::Advanced, &[
        "advanced", "avanzado", "expert", "avancé", "confirmé", "confirmés", "fortgeschritten", "fortgeschrittene", "experte", "experten",
        "avanzato", "avançado", "zaawansowany", "pokročilý", "pokročilí", "gevorderd", "gevorderden", "avancerad", "avanceret", "avansert", "edistynyt", "haladó",
        "avansat", "ileri", "продвинутый", "просунутий", "高级", "高級", "上級", "고급", "متقدم", "lanjutan", "nâng cao",
    ]),
    (Level::Undergraduate, &[
        "undergraduate", "bachelors", "bachelor", "bachelor s", "bachelors degree", "bachelorsdegree",
        "bachelor degree", "bachelordegree", "bachelor s degree", "associates degree", "associatesdegree",
        "associate degree", "associatedegree", "associate s degree", "lower division", "lowerdivision",
        "upper division", "upperdivision",
    ]),
    (Level::Graduate, &[
        "graduate", "postgraduate", "masters", "master", "master s", "masters degree", "mastersdegree",
        "master degree", "masterdegree", "master s degree", "doctoral", "doctoral degree", "doctoraldegree",
        "doctorate", "phd",
    ]),
];

/// Codes of three letters, and old codes, with those of two letters.
#[rustfmt::skip] // a table reads by its rows
pub(super) const LONG_CODES: [(&str, &str); 28] = [
    ("eng", "en"), ("spa", "es"), ("fra", "fr"), ("fre", "fr"), ("deu", "de"), ("ger", "de"), ("ita", "it"),
    ("por", "pt"), ("zho", "zh"), ("chi", "zh"), ("jpn", "ja"), ("kor", "ko"), ("rus", "ru"), ("ara", "ar"),
    ("nld", "nl"), ("dut", "nl"), ("pol", "pl"), ("tur", "tr"), ("hin", "hi"), ("swe", "sv"), ("ukr", "uk"),
    ("heb", "he"), ("iw", "he"), ("ces", "cs"), ("cze", "cs"), ("vie", "vi"), ("ind", "id"), ("cat", "ca"),
];

/// What stands for every level from the introductory to the advanced.
pub(super) const ALL_LEVELS: [&str; 8] =
    ["all", "mixed", "any", "alle", "alle stufen", "tous niveaux", "todos los niveles", "tutti i livelli"];

/// Words for what is offered now, and for what no longer is, in the languages of catalogues. A word that is in neither
/// list says nothing: `State` may hold a part of a country.
#[rustfmt::skip] // a table reads by its rows
pub(super) const STATUSES: [(Status, &[&str]); 3] = [
    (Status::Moved, &["moved", "relocated", "verlegt", "déplacé", "trasladado", "przeniesiony"]),
    (Status::Current, &[
        "active", "current", "published", "publish", "open", "live", "available", "listed", "enrolling", "enrolling now",
        "open for enrollment", "open for enrolment", "enrollment open", "running", "ongoing", "in progress", "upcoming",
        "starting soon", "starts soon", "new", "aktiv", "laufend", "offen", "verfügbar", "veröffentlicht", "actif",
        "ouvert", "ouverte", "en cours", "disponible", "publié", "activo", "activa", "abierto", "abierta", "vigente",
        "publicado", "attivo", "aperto", "disponibile", "pubblicato", "ativo", "aberto", "disponível", "aktywny",
        "otwarty", "dostępny", "opublikowany", "aktivní", "otevřený", "dostupný",
    ]),
    (Status::Older, &[
        "older", "retired", "archived", "closed", "inactive", "not active", "unpublished", "deleted", "removed",
        "discontinued", "ended", "expired", "cancelled", "canceled", "hidden", "draft", "deprecated", "withdrawn",
        "suspended", "superseded", "eliminated", "ceased", "finished", "past", "unlisted", "not listed", "delisted",
        "no longer offered", "no longer available", "inaktiv", "archiviert", "beendet", "geschlossen", "eingestellt", "abgelaufen",
        "entwurf", "inactif", "archivé", "fermé", "fermée", "terminé", "expiré", "brouillon", "inactivo", "archivado",
        "cerrado", "terminado", "finalizado", "retirado", "borrador", "inattivo", "archiviato", "chiuso", "terminato",
        "scaduto", "bozza", "inativo", "arquivado", "fechado", "encerrado", "rascunho", "nieaktywny", "zarchiwizowany",
        "zamknięty", "zakończony", "neaktivní", "archivovaný", "uzavřený", "ukončený",
    ]),
];

/// Words for paces, in the languages of catalogues; more may stand behind them, as in `Self-paced on your time`.
#[rustfmt::skip] // a table reads by its rows
pub(super) const PACES: [(Pacing, &[&str]); 2] = [
    (Pacing::SelfPaced, &[
        "self paced", "self", "selfpaced", "self pace", "on demand", "anytime", "selbstgesteuert", "eigenes tempo",
        "à votre rythme", "a tu ritmo", "a su ritmo", "auto dirigido", "no seu ritmo", "al proprio ritmo",
        "we własnym tempie", "vlastním tempem",
    ]),
    (Pacing::InstructorPaced, &[
        "instructor paced", "instructor", "instructor led", "scheduled", "dated", "cohort", "cohort based",
        "con instructor", "avec instructeur",
    ]),
];

/// Words that occur in texts about languages but in no name of a language.
pub(super) const NO_LANGUAGE: [&str; 14] = [
    "except",
    "but",
    "without",
    "ohne",
    "sauf",
    "with",
    "subtitles",
    "subtitle",
    "captions",
    "dubbed",
    "untertitel",
    "sous",
    "subtítulos",
    "sottotitoli",
];

/// The numbers from one to twelve in words, in the languages of headings.
pub(super) const NUMBERS: [&[&str]; 12] = [
    &["one", "ein", "eins", "un", "uno", "um", "jeden"],
    &["two", "zwei", "deux", "dos", "due", "dois", "dwa", "dva"],
    &["three", "drei", "trois", "tres", "tre", "três", "trzy", "tři"],
    &["four", "vier", "quatre", "cuatro", "quattro", "quatro", "cztery", "čtyři"],
    &["five", "fünf", "cinq", "cinco", "cinque", "pięć", "pět"],
    &["six", "sechs", "seis", "sei", "sześć", "šest"],
    &["seven", "sieben", "sept", "siete", "sette", "sete", "siedem", "sedm"],
    &["eight", "acht", "huit", "ocho", "otto", "oito", "osiem", "osm"],
    &["nine", "neun", "neuf", "nueve", "nove", "dziewięć", "devět"],
    &["ten", "zehn", "dix", "diez", "dieci", "dez", "dziesięć", "deset"],
    &["eleven", "elf", "onze", "once", "undici", "jedenaście", "jedenáct"],
    &["twelve", "zwölf", "douze", "doce", "dodici", "doze", "dwanaście", "dvanáct"],
];

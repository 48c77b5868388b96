//! Headings in the other languages in which tables of programs come: the same languages whose words for units and
//! prices are read in the cells. Compared without case, blanks and punctuation, as all headings are.

use super::column::{Column, Quantity};

/// What each heading means: Czech, French, German, Italian, Polish, Portuguese and Spanish.
#[rustfmt::skip] // a table reads by its rows
pub(super) const MEANINGS: [(Column, &[&str]); 22] = [
    (Column::Title, &[
        "titel", "programmtitel", "título", "titulo", "titre", "titolo", "tytuł", "názevprogramu", "nazwaprogramu",
        "intitulé", "intitule", "nomduprogramme", "nomdelaformation", "nombredelprograma", "denominación",
        "denominazione", "kurstitel", "kursbezeichnung", "bildungsangebot", "lehrgang", "lehrgangstitel", "weiterbildungstitel",
        "titolodelcorso", "nomedelcorso", "nombredelcurso", "nomedocurso", "nazwakursu", "nazwastudiów", "názevkurzu", "formation", "intitulédelaformation", "intituledelaformation", "intituléducours",
    ]),
    (Column::Name, &[
        "kurs", "kursname", "curso", "corso", "kurz", "programm", "programa", "nombre", "nom", "nome", "nazwa", "název",
        "bezeichnung", "programu",
    ]),
    (Column::Type, &["tipo", "typ", "art", "catégorie", "categoría"]),
    (Column::Kind, &[
        "abschluss", "programmtyp", "tipodeprograma", "typedeprogramme", "typprogramu", "typedeformation",
        "programmart", "zertifikat", "typduprogramme", "tipodiprogramma", "tipologia", "tipodeformación",
        "druhprogramu", "rodzajprogramu", "tipodetítulo", "tipodetitulo", "tipodecertificado", "titulación", "rodzaj",
        "druh", "typologie", "tipodiattestato", "attestato", "certificationvisée", "abschlussart", "tipodediploma", "dyplom",
    ]),
    (Column::School, &[
        "anbieter", "hochschule", "universität", "institución", "universidad", "proveedor", "instituição",
        "universidade", "établissement", "université", "università", "ateneo", "uczelnia", "organizator", "univerzita",
        "škola", "école", "ecole", "organisme", "escuela", "scuola", "escola", "szkoła", "uniwersytet", "institut",
        "partenaire", "bildungseinrichtung", "instytucja", "instituce", "universitat", "entidad", "ente", "enteerogatore", "bildungsanbieter", "bildungsträger", "veranstalter",
        "organismedeformation", "établissementdeformation", "centrodeformación", "instituiçãodeensino",
    ]),
    (Column::Platform, &["plattform", "plataforma", "plateforme", "piattaforma", "platforma"]),
    (Column::Url, &[
        "enlace", "lien", "adresse", "odkaz", "adres", "siteweb", "página", "pagina", "sitoweb", "strona",
        "webovástránka", "webseite", "internetadresse", "stránka",
    ]),
    (Column::CourseCount, &[
        "kurse", "anzahlkurse", "anzahlderkurse", "cursos", "númerodecursos", "nombredecours", "numerodecursos",
        "numerodicorsi", "numerocorsi", "corsi", "cours", "kursy", "kurzy", "liczbakursów", "početkurzů", "kursanzahl",
        "cantidaddecursos",
    ]),
    (Column::Length, &[
        "dauer", "studiendauer", "regelstudienzeit", "duración", "duracion", "duração", "durée", "durata", "czastrwania", "délka",
        "laufzeit", "période", "czas", "doba", "tiempo", "wochen", "monate", "semanas", "meses", "semaines", "mois",
        "settimane", "mesi", "tygodnie", "miesiące", "týdny", "měsíce",
    ]),
    (Column::Workload, &[
        "stundenprowoche", "wochenstunden", "horasporsemana", "horassemanales", "heuresparsemaine", "oresettimanali",
        "godzinytygodniowo", "hodintýdně", "arbeitsaufwand", "aufwand", "arbeitszeit", "chargedetravail", "esfuerzo",
        "dedicación", "impegno", "nakładpracy", "náročnost", "heureshebdomadaires", "horassemanais",
    ]),
    (Column::Price, &[
        "valor", "investimento", "preis", "kosten", "gebühr", "gebühren", "precio", "coste", "costo", "preço", "prix",
        "coût", "prezzo", "cena", "koszt", "opłata", "poplatek",
    ]),
    (Column::Currency, &["währung", "moneda", "moeda", "devise", "monnaie", "valuta", "waluta", "měna", "divisa"]),
    (Column::Fields, &[
        "fach", "fachgebiet", "fachbereich", "materia", "área", "matière", "domaine", "dziedzina", "obor", "thème",
        "thematique", "thématique", "tema", "temas", "themen", "themengebiet", "matières", "disciplina", "settore",
        "temat", "kategoria", "kategorie", "catégories",
    ]),
    (Column::Level, &[
        "niveau", "nivel", "nível", "livello", "poziom", "úroveň", "schwierigkeit", "schwierigkeitsgrad", "dificultad",
        "difficulté", "difficoltà", "dificuldade", "obtížnost",
    ]),
    (Column::Languages, &[
        "sprache", "unterrichtssprache", "idioma", "langue", "lingua", "język", "jazyk", "sprachen", "idiomas",
        "langues", "lingue", "języki", "jazyky", "languedenseignement", "idiomadeimpartición",
    ]),
    (Column::Prerequisites, &[
        "voraussetzungen", "requisitos", "prérequis", "prerequisiti", "wymagania", "předpoklady",
        "zulassungsvoraussetzung", "zulassungsvoraussetzungen", "zugangsvoraussetzungen", "conditionsdadmission",
        "requisitosdeingreso", "requisitosdeadmisión", "requisitidiaccesso", "requisitosdeacesso",
    ]),
    (Column::Unit(Quantity::Length), &["einheit", "zeiteinheit", "unité", "unidad", "unità", "unidade", "jednostka", "jednotka"]),
    (Column::TotalHours, &[
        "volumehoraire", "stunden", "gesamtstunden", "heures", "horas", "horastotales", "cargahoraria", "cargahorária",
        "ore", "godziny", "hodiny",
    ]),
    (Column::Status, &["estado", "stato", "statut", "stav", "situação"]),
    (Column::Skills, &[
        "kompetenzen", "compétences", "habilidades", "competencias", "competenze", "competências", "umiejętności",
        "dovednosti",
    ]),
    (Column::AsOf, &[
        "stand", "datenstand", "aktualisiert", "misàjour", "dernièremiseàjour", "actualizado", "últimaactualización",
        "fechadeactualización", "fechadeactualizacion", "aggiornato", "aggiornatoil", "atualizado", "aktualizacja",
        "aktualizováno",
    ]),
    (Column::Ignored, &[
        "studienform", "unterrichtsform", "lernform", "modalidad", "modalidade", "modalité", "modalità", "beschreibung", "descripción", "descrição", "descrizione",
        "opis", "popis",
    ]),
];

//! Headings in the other languages in which tables of programs come: the same languages whose words for units and prices
//! are read in the cells. Compared without case, blanks and punctuation, as all headings are.

use super::heading::Column;

/// What each heading means: Czech, French, German, Italian, Polish, Portuguese and Spanish.
pub(super) const MEANINGS: [(Column, &[&str]); 16] = [
    (
        Column::Title,
        &["titel", "programmtitel", "título", "titulo", "titre", "titolo", "tytuł", "názevprogramu", "nazwaprogramu"],
    ),
    (Column::Name, &["programm", "programa", "nombre", "nom", "nome", "nazwa", "název", "bezeichnung", "programu"]),
    (Column::Type, &["tipo", "typ", "art"]),
    (Column::Kind, &["abschluss", "programmtyp", "tipodeprograma", "typedeprogramme", "typprogramu"]),
    (
        Column::School,
        &[
            "anbieter",
            "hochschule",
            "universität",
            "institución",
            "universidad",
            "proveedor",
            "instituição",
            "universidade",
            "établissement",
            "université",
            "università",
            "ateneo",
            "uczelnia",
            "organizator",
            "univerzita",
            "škola",
        ],
    ),
    (Column::Url, &["enlace", "lien", "adresse", "odkaz", "adres"]),
    (Column::CourseCount, &["kurse", "anzahlkurse", "anzahlderkurse", "cursos", "númerodecursos", "nombredecours"]),
    (
        Column::Length,
        &["dauer", "studiendauer", "duración", "duracion", "duração", "durée", "durata", "czastrwania", "délka"],
    ),
    (
        Column::Workload,
        &[
            "stundenprowoche",
            "wochenstunden",
            "horasporsemana",
            "horassemanales",
            "heuresparsemaine",
            "oresettimanali",
            "godzinytygodniowo",
            "hodintýdně",
        ],
    ),
    (
        Column::Price,
        &[
            "preis",
            "kosten",
            "gebühr",
            "gebühren",
            "precio",
            "coste",
            "costo",
            "preço",
            "prix",
            "coût",
            "prezzo",
            "cena",
            "koszt",
            "opłata",
            "poplatek",
        ],
    ),
    (Column::Currency, &["währung", "moneda", "moeda", "devise", "monnaie", "valuta", "waluta", "měna"]),
    (
        Column::Fields,
        &["fach", "fachgebiet", "fachbereich", "materia", "área", "matière", "domaine", "dziedzina", "obor"],
    ),
    (Column::Level, &["niveau", "nivel", "nível", "livello", "poziom", "úroveň"]),
    (Column::Languages, &["sprache", "unterrichtssprache", "idioma", "langue", "lingua", "język", "jazyk"]),
    (
        Column::Prerequisites,
        &["voraussetzungen", "requisitos", "prérequis", "prerequisiti", "wymagania", "předpoklady"],
    ),
    (Column::Ignored, &["beschreibung", "descripción", "descrição", "descrizione", "opis", "popis"]),
];

//! Words for persons by what they do: *nurse*, *profesora*, *Krankenpfleger*. They tell who somebody is from what they
//! want. Words for the role in which a person works in any field, such as *manager*, are filler and listed there too.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::filler::is_role;
use super::inflection::singular;

/// The words, folded, each in one number and gender.
const PERSONS: &str = "\
    abogado accountant actor actress actuary administrador administrator adviser advisor advogado agent agriculteur \
    agricultor agronomist agronomo aide analista analyst animator anthropologist antropologo anwalt apotheker \
    apprentice archaeologist architect architekt archivist arqueologo arquitecto artist arzt arztin asesor asistente \
    assistant astronomer athlete attorney auditor author avocat avvocato baker banker barber barista barrister \
    bartender bauingenieur betriebswirt bibliotecario biochemist bioinformatician biologist biologo biostatistician \
    blogger bombero bookkeeper botanist boulanger breeder bricklayer broker buchhalter builder butcher buyer \
    caissier cajero camarero camionero captain cardiologist caregiver carer carpenter carpintero cashier chaplain \
    chef chemiker chemist chercheur childminder chimiste chiropractor choreographer cleaner clerk clinician coach \
    cocinero coder columnist comedian comerciante commercialista composer comptable conseiller constructor \
    consultant consultor contabilista contable contador controller cook coordinador copywriter counsellor counselor \
    cozinheiro cuisinier cuoco curator dancer dealer debater dentist dermatologist desarrollador designer detective \
    developer developpeur dietician dietitian diplome directeur director disenador diver docente doctor driver \
    ecologist economist editor educador educateur educator electrician electricien electricista emprendedor \
    empresario emt enfermeiro enfermero engenheiro engineer enseignant entrenador entrepreneur entwickler \
    epidemiologist erzieher escritor estadistico estimator estudante estudiante ethicist etudiant executive \
    facilitator farmaceutico farmacista farmer filmmaker filosofo firefighter fireman fisherman florist forester \
    formateur forscher fotografo founder freelancer fundraiser ganadero gardener geneticist geographer geologist \
    geologo geophysicist gerente giornalista grad graduado graduate graphiste grower guia guide guru hacker \
    hairdresser headteacher hemsire herbalist historiador historian historien historiker hotelier hydrologist \
    hygienist illustrator infermiere infirmier informaticien informatiker ingegnere ingeniero ingenieur insegnante \
    inspector instituteur instructor insurer interpreter inventor inversor investigador investigator investor \
    janitor jardinero jornalista journalist judge jurista krankenpfleger krankenschwester landscaper landwirt lawyer \
    lecturer lehrer librarian linguist logistician logopeda machinist maestro magistrate major manager marketeer \
    marketer matematico mathematician mathematicien mathematiker mecanico mechanic mechaniker medecin mediator \
    medico mentor merchandiser meteorologist microbiologist midwife miner minister musician musicien musico musiker \
    nanny negotiator neurologist neuroscientist novelist nurse nutricionista nutriologo nutritionist obstetrician \
    oceanographer odontologo officer ogretmen operator optician optometrist orientador owner paediatrician painter \
    panadero paralegal paramedic pastor pathologist pedagogo pediatrician pentester perawat periodista pfleger \
    pharmacien pharmacist pharmacologist pharmazeut philosopher photographer physician physicien physicist physiker \
    physiotherapist pianist pilot planner plumber podcaster podiatrist poet policeman policewoman policia politician \
    potter practitioner preacher priest principal producer profesor professeur professor programador programmer \
    programmierer psicologo psychiatrist psychologe psychologist psychologue psychotherapist publisher quimico \
    radiographer radiologist realtor recepcionista receptionist rechtsanwalt recruiter reporter representative \
    researcher retailer roofer sailor salesman salesperson saleswoman scientist screenwriter sculptor secretaire \
    secretario secretary seller sergeant shopkeeper singer sociologist sociologo sociologue socorrista soldador \
    soldier solicitor songwriter sozialarbeiter specialist statistician steuerberater student stylist superintendent \
    supervisor surgeon surveyor tailor teacher technician technicien techniker technologist terapeuta tester \
    therapist tierarzt trabajador trader traducteur traductor trainer translator trucker tutor typist ubersetzer \
    undergraduate undertaker underwriter vendedor vendeur verkaufer vet veteran veterinaire veterinarian veterinario \
    videographer virologist volunteer waiter waitress welder worker writer zahnarzt zookeeper zoologist";

/// The same without their endings of number and gender.
static ALL: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let forms = |word: &'static str| {
        // *Química* is the field, and not a woman.
        if word.ends_with("ico") { [word.to_owned(), format!("{word}s")] } else { [word.to_owned(), singular(word)] }
    };
    PERSONS.split_whitespace().flat_map(forms).collect()
});

/// Whether a folded word names a person by what they do, in whatever number and gender.
pub(super) fn is_person(word: &str) -> bool {
    let singular = singular(word);
    let is_form = singular != word && ALL.contains(&singular);
    is_form || ALL.contains(word) || is_role(word)
}

/// Small businesses and the like, folded: who has one mostly wants something for it.
const BUSINESSES: &str = "\
    agency bakery barbershop bar bistro boulangerie boutique brewery butchery cafe cafeteria charity church clinic clinica \
    cooperative dairy farm ferme finca firm garage granja gym hotel hostel kindergarten laden laundry library nonprofit \
    nursery office orchard panaderia peluqueria pension pharmacy pizzeria practice praxis restaurant restaurante salon \
    school shop startup store studio taller team tienda vineyard winery workshop";

/// Words that say that such a business is one's own, or of the kind that people have.
const OWN: &str = "\
    family kleine kleinen kleiner kleines local ma mein meine meinen mi mis mon my notre nuestra nuestro our pequena pequeno \
    petit petite small tiny unser unsere";

/// Whether a folded word is a business that people have.
pub(super) fn is_business(word: &str) -> bool {
    BUSINESSES.split_whitespace().any(|own| own == word)
}

/// Whether a folded word says that a business is the user's own or a small one.
pub(super) fn is_own(word: &str) -> bool {
    OWN.split_whitespace().any(|own| own == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_none_is_repeated() {
        let words: Vec<&str> = PERSONS.split_whitespace().collect();
        assert!(words.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn a_person_is_told_from_what_a_person_does() {
        assert!(["nurses", "enfermeras", "lehrerin", "manager", "pharmacist"].into_iter().all(is_person));
        assert!(
            !["nursing", "computer", "statistics", "order", "music", "quimica", "fisica"].into_iter().any(is_person)
        );
    }
}

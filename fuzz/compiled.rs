//! What the fuzz target and a test check for compiled catalogues: changed bytes are rejected when opened, or reported
//! as damaged once they are read. They never cause a panic or a wrong answer.

use prospectus::catalog::{Catalog, Course, CourseIx, Program};

/// The content of a section added by another room.
const MORE: [u8; 64] = [7; 64];

/// A small valid catalogue and its compiled form.
pub(crate) struct Right {
    /// The compiled form.
    pub(crate) bytes: Vec<u8>,
    programs: Vec<Program>,
    courses: Vec<Course>,
}

impl Right {
    /// Returns a few programs of the shipped catalogue: few enough to change every byte.
    pub(crate) fn new() -> Self {
        let text = include_str!("../assets/catalog.json");
        let mut file: serde_json::Value = serde_json::from_str(text).expect("the shipped catalogue is JSON");
        let records = |name: &str, file: &mut serde_json::Value| {
            file[name].as_array_mut().expect("a catalogue has records").truncate(12);
        };
        records("programs", &mut file);
        // Their courses are not among the first courses of the file, which are the ones kept.
        for program in file["programs"].as_array_mut().into_iter().flatten() {
            program["course_list"] = serde_json::json!([]);
        }
        records("courses", &mut file);
        let catalog = Catalog::from_text(file.to_string()).expect("a part of a catalogue is one");
        let bytes = catalog.pack(vec![("more", MORE.to_vec())]).expect("a catalogue can be packed");
        let (programs, courses) = everything(&catalog);
        Self { bytes, programs, courses }
    }

    /// Returns the compiled form with changes: five bytes encode the place of one and its value.
    pub(crate) fn changed(&self, changes: &[u8]) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        for change in changes.chunks_exact(5) {
            let place = u32::from_le_bytes([change[0], change[1], change[2], change[3]]) as usize % bytes.len();
            bytes[place] ^= change[4];
        }
        bytes
    }

    /// Opens bytes and reads everything, record by record and in a pass. Panics if an answer is wrong
    /// and no damage is reported.
    pub(crate) fn assert_never_wrong(&self, bytes: Vec<u8>) {
        let is_right = bytes == self.bytes;
        let Ok(catalog) = Catalog::unpack(bytes) else {
            assert!(!is_right, "a right catalogue is refused");
            return;
        };
        let (programs, courses) = everything(&catalog);
        let is_answered = programs == self.programs && courses == self.courses;
        assert!(is_answered || catalog.corruption().is_found(), "a wrong answer is taken for a right one");
        for program in &self.programs {
            let found = catalog.find(&program.id).map(|ix| catalog.program(ix));
            assert!(found.is_none_or(|found| found == program) || catalog.corruption().is_found());
        }
        if let Some(Ok(more)) = catalog.section("more") {
            assert_eq!(*more, MORE);
        }
    }
}

fn everything(catalog: &Catalog) -> (Vec<Program>, Vec<Course>) {
    let courses = (0..catalog.course_count() as u32).map(|ix| catalog.course(CourseIx(ix)).clone());
    (catalog.programs().map(std::borrow::Cow::into_owned).collect(), courses.collect())
}

//! The facts about a program: their names in files and their labels for people.

use serde::{Deserialize, Serialize};

named! {
    /// A fact that can be shown as one line.
    #[derive(Serialize, Deserialize)]
    FactKey, label {
        /// The kind of credential.
        Kind = "kind", "Kind";
        /// The institutions that offer it.
        Institutions = "institutions", "School";
        /// The fields it belongs to.
        Fields = "fields", "Field";
        /// The topics it covers.
        Topics = "topics", "Topics";
        /// How advanced it is.
        Level = "level", "Level";
        /// The languages it is taught in.
        Languages = "languages", "Language";
        /// Whether the latest list has it.
        Status = "status", "Status";
        /// The platform that teaches it.
        Platform = "platform", "Platform";
        /// What was seen of its page, and when.
        Seen = "seen", "Seen";
        /// The programs that replaced it.
        Successors = "successors", "After it";
        /// The number of courses.
        Courses = "courses", "Courses";
        /// The calendar time as stated.
        Length = "length", "Length";
        /// The total hours of work.
        Effort = "effort", "Work";
        /// The hours of work a week.
        Workload = "workload", "Hours a week";
        /// The weeks of its courses taken one after another.
        StudyWeeks = "study_weeks", "Courses back to back";
        /// Whether the learner or a calendar sets the pace.
        Pacing = "pacing", "Pacing";
        /// The price of the whole program.
        Price = "price", "Price";
        /// The price of one course.
        CoursePrice = "course_price", "Price per course";
        /// The price of the final exam.
        ExamPrice = "exam_price", "Exam price";
        /// The price of anything else, such as a month of access.
        OtherPrice = "other_price", "Other price";
        /// What it can do for a degree.
        Credit = "credit", "Credit";
        /// A description of its exam.
        Exam = "exam", "Exam";
        /// Whether an exam is proctored.
        Proctored = "proctored", "Proctored";
        /// The percentage needed to pass.
        PassMark = "pass_mark", "Pass mark";
        /// What a learner should know beforehand.
        Prerequisites = "prerequisites", "Needed beforehand";
        /// The final project.
        Capstone = "capstone", "Capstone";
        /// The skills that it names.
        Skills = "skills", "Skills";
        /// Its earlier names.
        FormerName = "former_name", "Formerly called";
        /// Anything else on record.
        Remark = "remark", "Remark";
        /// The address of its page.
        Url = "url", "Web page";
    }
}

impl FactKey {
    /// A static slice that holds only this key, for callers that take several.
    pub fn alone(self) -> &'static [Self] {
        static ALL: [FactKey; FactKey::ALL.len()] = FactKey::ALL;
        ALL.iter().position(|key| *key == self).map_or(&[], |place| std::slice::from_ref(&ALL[place]))
    }

    /// The fact with this name, as in files or as people read it, ignoring ASCII case; `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        let is_called = |key: &Self| [key.slug(), key.label()].iter().any(|own| own.eq_ignore_ascii_case(name));
        Self::ALL.into_iter().find(is_called)
    }

    /// Whether a page of facts shows this fact even if it is unknown, because its absence matters to a choice.
    pub fn is_expected(self) -> bool {
        !matches!(
            self,
            Self::StudyWeeks
                | Self::CoursePrice
                | Self::ExamPrice
                | Self::OtherPrice
                | Self::Platform
                | Self::Seen
                | Self::Successors
                | Self::Exam
                | Self::Proctored
                | Self::PassMark
                | Self::Prerequisites
                | Self::Capstone
                | Self::Skills
                | Self::Topics
                | Self::FormerName
                | Self::Remark
        )
    }
}

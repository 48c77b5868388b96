//! The commonest topics in the languages of many learners, as they type them, and words of other languages that are no
//! slips.

use crate::readings::{misread, read};

#[test]
fn the_commonest_topics_are_known_in_the_languages_of_many_learners() {
    let table = [
        ("मशीन लर्निंग", "machine-learning"),
        ("डेटा साइंस", "data-science"),
        ("लेखांकन", "accounting"),
        ("księgowość", "accounting"),
        ("zarządzanie projektami", "project-management"),
        ("pielęgniarka", "nursing"),
        ("programista", "programming"),
        ("kế toán", "accounting"),
        ("khoa học dữ liệu", "data-science"),
        ("trí tuệ nhân tạo", "artificial-intelligence"),
        ("プログラミング", "programming"),
        ("機械学習", "machine-learning"),
        ("데이터 과학", "data-science"),
        ("인공지능", "artificial-intelligence"),
        ("akuntansi", "accounting"),
        ("bahasa inggris", "english"),
        ("boekhouden", "accounting"),
        ("verpleegkunde", "nursing"),
        ("hemşirelik", "nursing"),
        ("ingilizce", "english"),
        ("makine öğrenmesi", "machine-learning"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn words_of_other_languages_are_not_corrected_into_topics() {
    for typed in
        ["mākslas", "żeglarstwo", "rzeźbiarstwo", "młynarz", "yüzücülük", "hođnik", "řezník", "toan", "ăcțiune"]
    {
        let read = read(typed);
        assert!(read.starts_with('\''), "`{typed}`: {read}");
    }
}

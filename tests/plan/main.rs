//! Plans: ten computed by hand from real programs, the properties that every plan has, and the calendar file line by
//! line. The comment of each hand-computed plan shows its arithmetic. The ten programs are stored as they were on
//! record, so that a newer catalogue changes no sum.
#![expect(clippy::unwrap_used, reason = "a test that cannot load the catalogue has to fail")]

#[path = "../cases/mod.rs"]
mod cases;
mod finished;
mod order;
mod paths;
mod preparing;

use std::collections::HashSet;
use std::sync::LazyLock;

use cases::cases;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use prospectus::catalog::{Catalog, Currency, Money, ProgramIx, Range};
use prospectus::export::plans_ics;
use prospectus::plan::{
    ArrowKind, Because, Gain, PaceKind, Plan, PlanSettings, RULE_PREPARES, Rate, Station, SunkCostRule, Timeliness,
    Warning, WeeklyHours, plan, plans, words,
};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

/// The ten programs of the hand-computed plans.
static TEN: LazyLock<Catalog> = LazyLock::new(|| Catalog::from_text(include_str!("../data/plans.json")).unwrap());

const START: Date = date(2027, 1, 11);

fn settings(hours: f64, start: Date) -> PlanSettings {
    let weekly = Some(WeeklyHours::exactly(hours));
    PlanSettings { start, weekly, ..PlanSettings::new(date(2026, 11, 23)) }
}

fn planned(id: &str, settings: &PlanSettings) -> Plan {
    plan(&CATALOG, CATALOG.find(id).unwrap(), settings)
}

/// Checks the finish dates, the total on record, the comparable price in US dollars and the price of an hour, at six
/// hours a week from 11 January 2027.
///
/// A claim in another currency is converted at the shipped rate (0.776 GBP or 20.48 MXN to the dollar). A claim that
/// is more than three years old in May 2026 is widened by how course prices have moved, x 0.78 to x 3.04 in 3.75
/// years, and rounded outward.
#[track_caller]
fn worked(id: &str, finish: [Date; 3], total: (f64, f64, &str), leading: (f64, f64), per_hour: (f64, f64)) -> Plan {
    let plan = plan_of_ten(id, &settings(6.0, START));
    let dates = plan.finish.unwrap();
    assert_eq!([dates.earliest, dates.likely, dates.latest], finish, "{id}");
    let currency = Currency::parse(total.2).unwrap();
    assert_eq!(plan.cost.total.as_ref().unwrap().value, Money::from_units(total.0, total.1, currency), "{id}");
    let dollars = |(low, high)| Money::from_units(low, high, Currency::USD);
    assert_eq!(plan.cost.leading().unwrap().value, dollars(leading), "{id}");
    assert_eq!(plan.cost.per_hour.as_ref().unwrap().value, dollars(per_hour), "{id}");
    plan
}

fn plan_of_ten(id: &str, settings: &PlanSettings) -> Plan {
    plan(&TEN, TEN.find(id).unwrap(), settings)
}

/// The amounts spent after each course, in whole units, where they are exact.
fn sunk_costs(plan: &Plan) -> Vec<(f64, f64)> {
    let units = plan.cost.sunk.iter().map(|spent| spent.amount.value.units());
    units.map(|Range { low, high, .. }| (low, high)).collect()
}

#[test]
fn worked_1_harvardx_data_science() {
    // 102-184 h, self-paced: 102/6*7 = 119 days, 143/6*7 = 166.8 -> 167, 184/6*7 = 214.7 -> 215.
    // 11 Jan + 119 = 10 May, + 167 = 27 Jun, + 215 = 14 Aug. GBP 1145/0.776 = US$1,476; 1476/184 = 8.02,
    // 1476/102 = 14.47. Courses: two at GBP 169 = US$218, five at 115 = 148, two at 116 = 149: 436 + 740 + 298 = 1,474, which
    // is the whole but for the rounding, so the last step is the whole.
    let finish = [date(2027, 5, 10), date(2027, 6, 27), date(2027, 8, 14)];
    let plan = worked("harvardx-data-science", finish, (1145.0, 1145.0, "GBP"), (1476.0, 1476.0), (8.02, 14.47));
    let spent = sunk_costs(&plan);
    assert_eq!(plan.cost.sunk_cost_rule, Some(SunkCostRule::CoursePrices));
    assert_eq!(&spent[..2], [(218.0, 218.0), (436.0, 436.0)]);
    assert_eq!(spent[7..], [(1325.0, 1325.0), (1476.0, 1476.0)]);
    assert!(plan.assumptions.iter().all(|line| !line.contains("do not add up")), "{:?}", plan.assumptions);
}

#[test]
fn worked_2_ibm_data_science() {
    // 142-279 h, self-paced: 165.7 -> 166, 210.5/6*7 = 245.6 -> 246, 325.5 -> 326 days: 26 Jun, 14 Sep, 3 Dec.
    // GBP 754/0.776 = US$972; 972/279 = 3.48, 972/142 = 6.85. Ten courses: eight at GBP 77 = US$99, one at 23 = 30, one at
    // 115 = 148: 8*99 + 30 + 148 = 970, about the whole.
    let finish = [date(2027, 6, 26), date(2027, 9, 14), date(2027, 12, 3)];
    let plan = worked("ibm-data-science", finish, (754.0, 754.0, "GBP"), (972.0, 972.0), (3.48, 6.85));
    let spent: Vec<f64> = sunk_costs(&plan).iter().map(|(low, _)| *low).collect();
    assert_eq!(spent, [99.0, 198.0, 297.0, 396.0, 426.0, 525.0, 624.0, 723.0, 822.0, 972.0]);
}

#[test]
fn worked_3_louvain_international_law() {
    // Four of five courses come to 252-416 h; with the fifth at their mean 315-520, rounded 310-520. Self-paced: 361.7
    // -> 362, 415/6*7 = 484.2 -> 485, 606.7 -> 607 days over the leap day of 2028: 8 Jan, 10 May, 9 Sep 2028. USD
    // 250/520 = 0.48, 750/310 = 2.42. Even fifths: 50-150, 100-300.
    let finish = [date(2028, 1, 8), date(2028, 5, 10), date(2028, 9, 9)];
    let plan = worked("louvainx-international-law", finish, (250.0, 750.0, "USD"), (250.0, 750.0), (0.48, 2.42));
    assert_eq!(plan.cost.sunk_cost_rule, Some(SunkCostRule::EvenShares));
    assert_eq!(sunk_costs(&plan), [(50.0, 150.0), (100.0, 300.0), (150.0, 450.0), (200.0, 600.0), (250.0, 750.0)]);
}

#[test]
fn worked_4_georgia_tech_analytics() {
    // Instructor-paced, listed at 12 months: 11 Jan 2028 whatever the hours. 408-502 h. MXN 50697/20.48 = US$2,475 of 4.62
    // years ago: x 0.736 = 1,822 -> 1,820, x 3.935 = 9,740 -> 9,800. 1820/502 = 3.63, 9800/408 = 24.02. Three courses at
    // MXN 16899 = US$825, now 607 to 3,247: 600-3,300 each, and about the whole at the end.
    let end = date(2028, 1, 11);
    let id = "gtx-analytics-essential-tools-and-methods";
    let plan = worked(id, [end; 3], (50697.0, 50697.0, "MXN"), (1820.0, 9800.0), (3.63, 24.02));
    assert_eq!(sunk_costs(&plan), [(600.0, 3300.0), (1200.0, 6600.0), (1820.0, 9800.0)]);
    assert_eq!(plan_of_ten(id, &settings(40.0, START)).finish.unwrap().likely, end);
    let [warning] = plan.warnings.as_slice() else { panic!("{:?}", plan.warnings) };
    let said = words::warning(&CATALOG, &plan, *warning);
    assert_eq!(said, "It asks for 8–12 hours a week while it runs; you give 6: it cannot be kept up.");
}

#[test]
fn a_warning_about_hours_needs_a_pace_that_others_set_and_quotes_the_hours_as_they_were_given() {
    let weekly = WeeklyHours { low: 4.0, likely: 5.5, high: 7.0 };
    let settings = PlanSettings { weekly: Some(weekly), ..PlanSettings::new(START) };
    let mut count = 0;
    for ix in CATALOG.all() {
        let plan = plan(&CATALOG, ix, &settings);
        for warning in &plan.warnings {
            let said = words::warning(&CATALOG, &plan, *warning);
            let (Warning::AsksForMore { .. } | Warning::CalendarAsksForMore { .. }) = warning else { continue };
            assert!(matches!(plan.pace, PaceKind::Scheduled | PaceKind::Mixed), "{said}");
            assert!(said.contains("you give 4–7:") || said.contains("the 4–7 you give"), "{said}");
            count += 1;
        }
    }
    assert!(count > 10, "{count} warnings");
}

#[test]
fn a_likely_finish_is_said_once() {
    for weekly in [None, Some(WeeklyHours::exactly(6.0)), Some(WeeklyHours { low: 8.0, likely: 10.0, high: 12.0 })] {
        let settings = PlanSettings { weekly, ..PlanSettings::new(START) };
        for ix in CATALOG.all() {
            let plan = plan(&CATALOG, ix, &settings);
            for said in [Some(words::finish(plan.finish)), words::finish_in_short(&plan)].into_iter().flatten() {
                let days: Vec<&str> = said.split([' ', ',']).filter(|word| word.starts_with("20")).collect();
                let distinct: HashSet<&&str> = days.iter().collect();
                assert_eq!(distinct.len(), days.len(), "{said}");
            }
        }
    }
}

#[test]
fn where_a_later_finish_comes_from_another_source_the_plan_says_so() {
    let plan = planned("mitx-statistics-and-data-science-general-track", &PlanSettings::new(START));
    let dates = plan.finish.unwrap();
    assert!(dates.likely == dates.earliest && dates.latest > dates.likely, "{dates:?}");
    assert!(plan.assumptions.iter().any(|told| told.contains("another source says up to 24 months")));
}

#[test]
fn worked_5_tesu_writing() {
    // The pacing is unknown. By the calendar 3 months: 11 Apr. By 24-111 h: 28, 67.5/6*7 = 78.75 -> 79, 129.5 -> 130
    // days: 8 Feb, 31 Mar, 21 May. Both: 8 Feb to 21 May; half-way from 31 Mar to 11 Apr (11/2 = 5): 5 Apr. USD 49/111
    // = 0.44, 199/24 = 8.29. One course: the whole.
    let finish = [date(2027, 2, 8), date(2027, 4, 5), date(2027, 5, 21)];
    let plan = worked("tesu-writing-for-success", finish, (49.0, 199.0, "USD"), (49.0, 199.0), (0.44, 8.29));
    assert_eq!(sunk_costs(&plan), [(49.0, 199.0)]);
}

#[test]
fn worked_6_hkust_big_data() {
    // Pacing unknown. Calendar 9 months: 11 Oct. 72-333 h: 84, 202.5/6*7 = 236.25 -> 237, 388.5 -> 389 days: 5 Apr,
    // 5 Sep, 4 Feb 2028. Half-way from 5 Sep to 11 Oct (36/2 = 18): 23 Sep. USD 280/333 = 0.84, 495/72 = 6.88.
    // At most 9 credits: at least 280/9 = 31.11 to 495/9 = 55 a credit.
    let finish = [date(2027, 4, 5), date(2027, 9, 23), date(2028, 2, 4)];
    let plan = worked("hkustx-big-data-technology", finish, (280.0, 495.0, "USD"), (280.0, 495.0), (0.84, 6.88));
    let line = &plan.credit.lines[0];
    assert_eq!(line.per_credit.as_ref().unwrap().value, Money::from_units(31.11, 55.0, Currency::USD));
    let words = words::per_credit(line).unwrap();
    assert!(words.starts_with("at least US$31–55") && words.ends_with("if admitted"), "{words}");
}

#[test]
fn worked_7_wageningen_chemistry() {
    // 340-520 h, self-paced: 396.7 -> 397, 430/6*7 = 501.7 -> 502, 606.7 -> 607 days; the first ends before the leap
    // day of 2028, the others after it: 12 Feb, 27 May, 9 Sep 2028. MXN 15281/20.48 = US$746 of 4.62 years ago: x 0.736
    // = 549 -> 540, x 3.935 = 2,936 -> 3,000. 540/520 = 1.04, 3000/340 = 8.82. Its route to a degree is retired: it is
    // no formal link, and there is no cost per credit.
    let finish = [date(2028, 2, 12), date(2028, 5, 27), date(2028, 9, 9)];
    let id = "wageningenx-chemistry-and-technology-for-sustainability";
    let plan = worked(id, finish, (15281.0, 15281.0, "MXN"), (540.0, 3000.0), (1.04, 8.82));
    assert_eq!(plan.credit.lines[0].per_credit, None);
    assert_eq!(plan.paths[0].arrows[0].kind, ArrowKind::NoFormalLink);
}

#[test]
fn worked_8_mit_manufacturing() {
    // Instructor-paced, 17 months: 11 Jan 2027 + 1 year 5 months = 11 Jun 2028. 670-804 h. MXN 28680/20.48 =
    // US$1,400 of 4.62 years ago: x 0.736 = 1,031 -> 1,030, x 3.935 = 5,510 -> 5,600. 1030/804 = 1.28, 5600/670 = 8.36. Eight
    // courses at MXN 3585 = US$175, now 128.8 to 689: 128-690.
    let plan = worked(
        "mitx-principles-manufacturing",
        [date(2028, 6, 11); 3],
        (28680.0, 28680.0, "MXN"),
        (1030.0, 5600.0),
        (1.28, 8.36),
    );
    assert_eq!(sunk_costs(&plan).len(), 8);
    assert_eq!(sunk_costs(&plan)[0], (128.0, 690.0));
    // The school considers the program for admission; credit is not stated.
    assert_eq!(plan.paths[0].arrows[0].kind, ArrowKind::PreparesFor);
}

#[test]
fn worked_9_harvardx_web_programming() {
    // 144-324 h, self-paced: 168, 234/6*7 = 273, 378 days: 28 Jun, 11 Oct, 24 Jan 2028. USD 180 of 5.71 years
    // ago: x 0.685 = 123, x 5.43 = 978 -> 980. 123/324 = 0.38, 980/144 = 6.81. Two courses at 90, now 61.7 to 489: 61-490. The school states that they do not count.
    let finish = [date(2027, 6, 28), date(2027, 10, 11), date(2028, 1, 24)];
    let id = "harvardx-computer-science-for-web-programming";
    let plan = worked(id, finish, (180.0, 180.0, "USD"), (123.0, 980.0), (0.38, 6.81));
    assert_eq!(sunk_costs(&plan), [(61.0, 490.0), (123.0, 980.0)]);
    assert!(words::credit_line(&plan.credit.lines[0]).contains("stated not to count"));
}

#[test]
fn worked_10_rit_project_management() {
    // 240-360 h, self-paced: 280, 350, 420 days: 18 Oct, 27 Dec, 6 Mar 2028. GBP 1044/0.776 = US$1,345;
    // 1345/360 = 3.74, 1345/240 = 5.60. Three courses at GBP 348 = US$448. At the user's rate of US$1.25 to the
    // pound: 1044 * 1.25 = US$1,305.
    let finish = [date(2027, 10, 18), date(2027, 12, 27), date(2028, 3, 6)];
    let plan = worked("ritx-project-management", finish, (1044.0, 1044.0, "GBP"), (1345.0, 1345.0), (3.74, 5.60));
    assert_eq!(sunk_costs(&plan), [(448.0, 448.0), (896.0, 896.0), (1345.0, 1345.0)]);
    assert!(plan.cost.converted.unwrap().note.unwrap().contains("GBP 0.776 to the dollar (2024-05..2024-08)"));
    let rate = Rate { from: Currency::parse("GBP").unwrap(), dollars: 1.25, date: date(2026, 11, 1) };
    let with_rate = PlanSettings { rates: vec![rate], ..settings(6.0, START) };
    let converted = plan_of_ten("ritx-project-management", &with_rate).cost.converted.unwrap();
    assert_eq!(converted.value, Money::from_units(1305.0, 1305.0, Currency::USD));
    assert!(converted.note.unwrap().contains("2026-11-01"));
}

#[test]
fn a_deadline_says_the_hours_that_it_needs() {
    // 102-184 h; 11 Jan to 1 Jun 2027 is 141 days, 20.14 weeks: 5.06 to 9.13 hours a week.
    let with = |hours, deadline| PlanSettings { deadline: Some(deadline), ..settings(hours, START) };
    let asked = plan_of_ten("harvardx-data-science", &with(6.0, date(2027, 6, 1))).deadline.unwrap();
    let needed = asked.needed.unwrap().value;
    assert!((needed.low - 5.06).abs() < 0.01 && (needed.high - 9.13).abs() < 0.01, "{needed}");
    assert_eq!(asked.timeliness, Timeliness::MayMiss);
    let verdict =
        |hours| plan_of_ten("harvardx-data-science", &with(hours, date(2027, 6, 1))).deadline.unwrap().timeliness;
    assert_eq!(verdict(9.2), Timeliness::InTime);
    assert_eq!(verdict(5.0), Timeliness::TooLate);
    let past = plan_of_ten("harvardx-data-science", &with(6.0, date(2026, 1, 1))).deadline.unwrap();
    assert_eq!((past.needed, past.timeliness), (None, Timeliness::TooLate));
}

#[test]
fn what_is_unknown_is_said_and_not_computed() {
    // Hours are estimated if other programs are known; the only program of a catalogue has none.
    let alone = r#"{"format": "prospectus-catalog/1", "name": "one", "as_of": "2026-05-15",
        "sources": [{"id": "s", "title": "A list", "as_of": "2026", "grade": "B", "licence": "none"}],
        "institutions": [], "courses": [], "programs": [{"id": "one", "title": "One",
        "kind": [{"value": "xseries", "source": "s"}], "status": [{"value": "current", "source": "s"}]}]}"#;
    let plan = plan(&Catalog::from_text(alone).unwrap(), ProgramIx(0), &settings(6.0, START));
    assert_eq!((plan.finish, plan.hours.clone(), plan.schedule.clone()), (None, None, None));
    assert!(plan.cost.per_hour.is_none() && plan.stated_pace.is_none());
    for missing in ["The hours of work are unknown", "The finish is unknown", "There is no schedule"] {
        assert!(plan.assumptions.iter().any(|line| line.starts_with(missing)), "{missing}");
    }
}

#[test]
fn break_even_is_off_until_asked_and_then_a_range() {
    // US$180 of August 2020 is US$123 to 980 today. With 3000 to 6000 a year at 20 to 60 %: 123/(6000*0.6/12) = 0.41
    // months to 980/(3000*0.2/12) = 19.6 months.
    let id = "harvardx-computer-science-for-web-programming";
    assert_eq!(plan_of_ten(id, &settings(6.0, START)).break_even, None);
    let gain = |low, high| Gain { step: Range::between(3000.0, 6000.0), chance: Range::between(low, high) };
    let with = |gain| plan_of_ten(id, &PlanSettings { gain: Some(gain), ..settings(6.0, START) }).break_even.unwrap();
    let back = with(gain(0.2, 0.6));
    assert!((back.earliest_months.unwrap() - 0.41).abs() < 1e-9 && (back.latest_months.unwrap() - 19.6).abs() < 1e-9);
    assert_eq!(with(gain(0.0, 0.6)).latest_months, None);
}

#[test]
fn two_programs_are_linked_by_rule_or_said_not_to_be() {
    let ids = ["harvardx-data-science", "mitx-supply-chain-management"].map(|id| CATALOG.find(id).unwrap());
    let both = plans(&CATALOG, &ids, &settings(6.0, START));
    let link = both[0].paths.last().unwrap();
    assert_eq!(link.stations.last(), Some(&Station::Program(ids[1])));
    assert_eq!(link.arrows[0].kind, ArrowKind::NoFormalLink);
    assert!(matches!(&link.arrows[0].because, Because::Rule { found, .. } if found.contains("different topics")));
}

#[test]
fn a_stop_leaves_what_is_in_hand_and_money_of_two_currencies_stays_apart() {
    let plan = planned("harvardx-data-science", &settings(6.0, START));
    for path in &plan.paths {
        assert!(!path.exits.is_empty() && path.exits.len() < path.stations.len() + 1);
        let currencies: HashSet<Currency> = path.costs.iter().map(|cost| cost.amount.value.currency).collect();
        assert_eq!(currencies.len(), path.costs.len());
    }
}

/// The catalogue without any claim about pacing.
static WITHOUT_PACING: LazyLock<Catalog> = LazyLock::new(|| {
    let mut file: serde_json::Value = serde_json::from_str(include_str!("../../assets/catalog.json")).unwrap();
    for program in file["programs"].as_array_mut().unwrap() {
        program.as_object_mut().unwrap().remove("pacing");
    }
    Catalog::from_text(file.to_string()).unwrap()
});

#[test]
fn point_50_every_calendar_has_one_name_for_each_event_and_ends_after_it_begins() {
    for ix in CATALOG.all() {
        let ics = plans_ics(&CATALOG, &[plan(&CATALOG, ix, &settings(6.0, START))], Timestamp::UNIX_EPOCH);
        let unfolded = ics.replace("\r\n ", "");
        let of = |name: &str| -> Vec<String> {
            unfolded.split("\r\n").filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect()
        };
        let names = of("UID:");
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "{}", CATALOG.program(ix).id);
        for (start, end) in of("DTSTART;VALUE=DATE:").iter().zip(of("DTEND;VALUE=DATE:")) {
            assert!(*start < end, "{start} {end}");
        }
        assert_eq!(of("BEGIN:VEVENT").len(), names.len());
        assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    }
}

#[test]
fn point_50_a_date_beyond_the_calendar_is_said_to_be_cut() {
    let told = |start: Date| planned("harvardx-data-science", &settings(2.0, start)).assumptions.join("\n");
    assert!(told(date(9999, 6, 1)).contains("The calendar ends on 9999-12-31"), "{}", told(date(9999, 6, 1)));
    assert!(!told(START).contains("The calendar ends"));
    let late = planned("harvardx-data-science", &settings(2.0, date(9999, 12, 31)));
    let ics = plans_ics(&CATALOG, &[late], Timestamp::UNIX_EPOCH);
    let of = |name: &str| ics.lines().filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect::<Vec<_>>();
    assert!(of("DTSTART;VALUE=DATE:").iter().zip(of("DTEND;VALUE=DATE:")).all(|(start, end)| *start < end), "{ics}");
}

#[test]
fn a_later_export_moves_the_same_events() {
    let export = |start, made: &str| {
        let made: Timestamp = made.parse().unwrap();
        plans_ics(&CATALOG, &[planned("harvardx-data-science", &settings(6.0, start))], made)
    };
    let lines = |text: &str, name: &str| -> Vec<String> {
        text.replace("\r\n ", "").lines().filter(|line| line.starts_with(name)).map(str::to_owned).collect()
    };
    let first = export(START, "2026-11-23T10:00:00Z");
    let second = export(date(2027, 2, 1), "2026-11-23T10:00:01Z");
    assert_eq!(lines(&first, "UID:"), lines(&second, "UID:"));
    assert_ne!(lines(&first, "DTSTART"), lines(&second, "DTSTART"));
    let later = |name: &str| lines(&first, name).iter().zip(lines(&second, name)).all(|(one, other)| *one < other);
    assert!(later("SEQUENCE:") && later("DTSTAMP:"));
    assert_eq!(first, export(START, "2026-11-23T10:00:00Z"));
}

fn any_program() -> impl Strategy<Value = ProgramIx> {
    (0..CATALOG.len() as u32).prop_map(ProgramIx)
}

/// Days within ten years, which include year ends, leap days and clock changes.
fn any_day() -> impl Strategy<Value = Date> {
    (0_i32..3650).prop_map(|days| date(2024, 1, 1).saturating_add(days.days()))
}

#[test]
fn an_exam_of_unknown_length_is_an_event_of_a_week_and_no_course() {
    let mut seen = 0;
    for ix in CATALOG.all() {
        let plan = plan(&CATALOG, ix, &settings(6.0, START));
        let Some(schedule) = &plan.schedule else { continue };
        for (slot, course) in schedule.slots.iter().zip(&plan.courses).filter(|(slot, _)| slot.is_exam) {
            assert!(course.title.to_lowercase().contains("exam") && course.hours.is_none(), "{}", course.title);
            let days = slot.from.until(slot.until).unwrap().get_days();
            assert!(slot.hours.is_none() && days <= 7, "{}: {days} days", slot.title);
            assert!(schedule.weeks.iter().any(|week| week.hours.is_none()), "its week has no hours");
            assert!(plan.assumptions.iter().any(|told| told.contains("An exam of unknown length is an event")));
            seen += 1;
        }
    }
    assert!(seen > 3, "{seen} exams");
    let supply = planned("mitx-supply-chain-management", &PlanSettings::new(START));
    let schedule = supply.schedule.unwrap();
    let last = schedule.slots.last().unwrap();
    assert!(last.is_exam && last.until == schedule.end, "in the last week: {last:?}");
    // 1 course of 15 weeks and 4 of 13 share what is left of the 18 months.
    let days = |slot: &prospectus::plan::Slot| f64::from(slot.from.until(slot.until).unwrap().get_days());
    let others: f64 = schedule.slots[..5].iter().map(days).sum();
    assert!((days(&schedule.slots[0]) - others * 15.0 / 67.0).abs() <= 1.0);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn more_hours_never_finish_later(ix in any_program(), start in any_day(), hours in 0.5_f64..60.0, more in 0.0_f64..60.0) {
        let finish = |hours| plan(&CATALOG, ix, &settings(hours, start)).finish;
        if let (Some(few), Some(many)) = (finish(hours), finish(hours + more)) {
            prop_assert!(many.earliest <= few.earliest && many.likely <= few.likely && many.latest <= few.latest);
        }
    }

    #[test]
    fn a_later_start_never_finishes_earlier(ix in any_program(), start in any_day(), days in 0_i32..800, hours in 0.5_f64..60.0) {
        let finish = |start| plan(&CATALOG, ix, &settings(hours, start)).finish;
        if let (Some(soon), Some(later)) = (finish(start), finish(start.saturating_add(days.days()))) {
            prop_assert!(soon.earliest <= later.earliest && soon.likely <= later.likely && soon.latest <= later.latest);
        }
    }

    #[test]
    fn stopping_later_never_costs_less_and_stopping_at_the_end_costs_the_price(ix in any_program()) {
        let plan = plan(&CATALOG, ix, &settings(6.0, START));
        let says_why = plan.assumptions.iter().any(|line| line.contains("do not add up"));
        if let (Some(whole), Some(last)) = (plan.cost.leading(), plan.cost.sunk.last()) {
            prop_assert!(says_why || last.amount.value == whole.value, "{:?} {:?}", last.amount.value, whole.value);
        }
        for pair in plan.cost.sunk.windows(2) {
            let (before, after) = (pair[0].amount.value, pair[1].amount.value);
            prop_assert!(before.low <= after.low && before.high <= after.high);
            prop_assert_eq!(before.currency, after.currency);
        }
    }

    #[test]
    fn the_price_of_an_hour_times_the_hours_is_the_price(ix in any_program()) {
        let plan = plan(&CATALOG, ix, &settings(6.0, START));
        if let (Some(total), Some(an_hour), Some(hours)) = (plan.cost.leading(), &plan.cost.per_hour, &plan.hours) {
            let (total, an_hour, hours) = (total.value.units(), an_hour.value.units(), hours.value);
            // The price of an hour is rounded to the cent.
            prop_assert!((an_hour.low * hours.high - total.low).abs() <= 0.006 * hours.high);
            prop_assert!((an_hour.high * hours.low - total.high).abs() <= 0.006 * hours.low);
        }
    }

    #[test]
    fn ranges_hold_every_point_and_the_weeks_hold_every_day(ix in any_program(), start in any_day(), hours in 0.5_f64..60.0, breaks in 0_u32..4) {
        let plan = plan(&CATALOG, ix, &PlanSettings { breaks, ..settings(hours, start) });
        let Some(dates) = plan.finish else { return Ok(()) };
        prop_assert!(dates.earliest <= dates.likely && dates.likely <= dates.latest && start <= dates.earliest);
        let Some(schedule) = plan.schedule else { return Ok(()) };
        prop_assert!(dates.earliest <= schedule.end && schedule.end <= dates.latest, "{:?} {:?}", dates, schedule.end);
        prop_assert_eq!(schedule.slots.last().map(|slot| slot.until), Some(schedule.end));
        for (slot, course) in schedule.slots.iter().zip(&plan.courses) {
            let is_known = if schedule.follows_calendar { course.weeks.is_some() } else { course.hours.is_some() };
            prop_assert_eq!(slot.is_assumed, !is_known, "{}", &slot.title);
        }
        for pair in schedule.weeks.windows(2) {
            prop_assert!(pair[0].to < pair[1].from && pair[0].from <= pair[0].to);
            let gap = pair[0].to.until(pair[1].from).unwrap().get_days();
            prop_assert!(gap == 1 || pair[0].slot != pair[1].slot);
            prop_assert!(pair[0].from.until(pair[0].to).unwrap().get_days() < 7);
        }
        if let Some(whole) = &plan.hours {
            let sum: f64 = schedule.weeks.iter().filter_map(|week| week.hours).sum();
            let has_unknown = schedule.slots.iter().any(|slot| slot.from == slot.until || slot.is_exam);
            prop_assert!((sum - whole.value.middle()).abs() < 1e-6 * sum.max(1.0) + 0.001 || has_unknown);
            prop_assert!(sum < whole.value.middle() + 0.001);
        }
    }

    #[test]
    fn not_knowing_who_sets_the_pace_never_narrows_the_finish(ix in any_program(), start in any_day(), hours in 0.5_f64..60.0) {
        let known = plan(&CATALOG, ix, &settings(hours, start));
        let unknown = plan(&WITHOUT_PACING, ix, &settings(hours, start));
        if let Some(known) = known.finish {
            let wide = unknown.finish.unwrap();
            prop_assert!(wide.earliest <= known.earliest && known.latest <= wide.latest);
        }
    }

    #[test]
    fn every_arrow_has_a_source_or_a_printed_rule(ix in any_program(), other in any_program()) {
        prop_assume!(ix != other);
        for plan in plans(&CATALOG, &[ix, other], &settings(6.0, START)) {
            for path in &plan.paths {
                prop_assert_eq!(path.arrows.len() + 1, path.stations.len());
                for arrow in &path.arrows {
                    match &arrow.because {
                        Because::Source { source, .. } => prop_assert!(usize::from(source.0) < CATALOG.sources.len()),
                        Because::Rule { rule, found } => {
                            prop_assert!(*rule == RULE_PREPARES && !found.is_empty());
                            prop_assert!(arrow.kind != ArrowKind::CountsAsCredit, "credit needs a source");
                            prop_assert!(plan.assumptions.iter().any(|line| line == rule));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_is_promised(ix in any_program()) {
        let plan = plan(&CATALOG, ix, &settings(6.0, START));
        for line in &plan.credit.lines {
            let text = words::credit_line(line);
            prop_assert!(
                ["Not guaranteed", "not to count", "may not be accepted"].iter().any(|word| text.contains(word)),
                "{}", text
            );
        }
    }
}

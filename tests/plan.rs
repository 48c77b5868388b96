//! Plans: ten worked by hand from real programs, the properties that every plan has, and the calendar file line by
//! line. The arithmetic of each hand-worked plan stands in its comment.
#![expect(clippy::unwrap_used, reason = "a test that cannot load the catalogue has to fail")]

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use prospectus::catalog::{Catalog, Currency, Money, ProgramIx, Range};
use prospectus::export::plans_ics;
use prospectus::plan::{
    ArrowKind, Because, Gain, LadderRule, Plan, PlanSettings, RULE_PREPARES, Rate, Station, Verdict, WeeklyHours, plan,
    plans, words,
};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

const START: Date = date(2027, 1, 11);

fn settings(hours: f64, start: Date) -> PlanSettings {
    let weekly = Some(WeeklyHours::exactly(hours));
    PlanSettings { start, weekly, ..PlanSettings::new(date(2026, 11, 23)) }
}

fn planned(id: &str, settings: &PlanSettings) -> Plan {
    plan(&CATALOG, CATALOG.find(id).unwrap(), settings)
}

/// Finish, total and price of an hour (low and high in the currency), at six hours a week from 11 January 2027.
#[track_caller]
fn worked(id: &str, finish: [Date; 3], total: (f64, f64, &str), per_hour: (f64, f64)) -> Plan {
    let plan = planned(id, &settings(6.0, START));
    let dates = plan.finish.unwrap();
    assert_eq!([dates.earliest, dates.likely, dates.latest], finish, "{id}");
    let currency = Currency::parse(total.2).unwrap();
    assert_eq!(plan.cost.total.as_ref().unwrap().value, Money::from_units(total.0, total.1, currency), "{id}");
    let an_hour = plan.cost.per_hour.as_ref().unwrap().value;
    assert_eq!(an_hour, Money::from_units(per_hour.0, per_hour.1, currency), "{id}");
    plan
}

/// What is spent after each course, in whole units, where it is exact.
fn ladder(plan: &Plan) -> Vec<(f64, f64)> {
    let units = plan.cost.sunk.iter().map(|rung| rung.amount.value.units());
    units.map(|Range { low, high }| (low, high)).collect()
}

#[test]
fn worked_1_harvardx_data_science() {
    // 132-264 h as listed in October 2024, self-paced: 132/6*7 = 154 days, 198/6*7 = 231, 264/6*7 = 308.
    // 11 Jan + 154 = 14 Jun, + 231 = 30 Aug, + 308 = 15 Nov. USD 1481/264 = 5.61, 1481/132 = 11.22.
    // Of its courses only prices of 2020 are on record in dollars: nine at 49.
    let finish = [date(2027, 6, 14), date(2027, 8, 30), date(2027, 11, 15)];
    let plan = worked("harvardx-data-science", finish, (1481.0, 1481.0, "USD"), (5.61, 11.22));
    let spent = ladder(&plan);
    assert_eq!(plan.cost.ladder, Some(LadderRule::CoursePrices));
    assert_eq!(&spent[..2], [(49.0, 49.0), (98.0, 98.0)]);
}

#[test]
fn worked_2_ibm_data_science() {
    // 142-279 h, self-paced: 165.7 -> 166, 210.5/6*7 = 245.6 -> 246, 325.5 -> 326 days: 26 Jun, 14 Sep, 3 Dec.
    // The newest sum of its courses is in rupees: 81352/279 = 291.58, 81352/142 = 572.90; no course has a price in them.
    let finish = [date(2027, 6, 26), date(2027, 9, 14), date(2027, 12, 3)];
    let plan = worked("ibm-data-science", finish, (81_352.0, 81_352.0, "INR"), (291.58, 572.9));
    assert_eq!(plan.cost.ladder, Some(LadderRule::Bounds));
}

#[test]
fn worked_3_louvain_international_law() {
    // 120-555 h (estimated), self-paced: 140, 337.5/6*7 = 393.75 -> 394, 647.5 -> 648 days over the leap day of 2028:
    // 31 May 2027, 9 Feb 2028, 20 Oct 2028. USD 250/555 = 0.45, 750/120 = 6.25. Even fifths: 50-150, 100-300.
    let finish = [date(2027, 5, 31), date(2028, 2, 9), date(2028, 10, 20)];
    let plan = worked("louvainx-international-law", finish, (250.0, 750.0, "USD"), (0.45, 6.25));
    assert_eq!(plan.cost.ladder, Some(LadderRule::EvenShares));
    assert_eq!(ladder(&plan), [(50.0, 150.0), (100.0, 300.0), (150.0, 450.0), (200.0, 600.0), (250.0, 750.0)]);
}

#[test]
fn worked_4_georgia_tech_analytics() {
    // Instructor-paced, listed at 12 months: 11 Jan 2028 whatever the hours. 376-470 h as listed in May 2024: INR
    // 207519/470 = 441.53, 207519/376 = 551.91.
    let end = date(2028, 1, 11);
    let id = "gtx-analytics-essential-tools-and-methods";
    let plan = worked(id, [end; 3], (207_519.0, 207_519.0, "INR"), (441.53, 551.91));
    assert_eq!(planned(id, &settings(40.0, START)).finish.unwrap().likely, end);
    assert!(plan.assumptions.iter().any(|line| line.contains("8–12 hours a week while it runs; you give 6")));
}

#[test]
fn worked_5_tesu_writing() {
    // Nobody says who sets the pace. By the calendar 3 months: 11 Apr. By 24-111 h: 28, 67.5/6*7 = 78.75 -> 79,
    // 129.5 -> 130 days: 8 Feb, 31 Mar, 21 May. Both: 8 Feb to 21 May; half-way from 31 Mar to 11 Apr (11/2 = 5): 5 Apr.
    // USD 49/111 = 0.44, 199/24 = 8.29. One course: the whole.
    let finish = [date(2027, 2, 8), date(2027, 4, 5), date(2027, 5, 21)];
    let plan = worked("tesu-writing-for-success", finish, (49.0, 199.0, "USD"), (0.44, 8.29));
    assert_eq!(ladder(&plan), [(49.0, 199.0)]);
}

#[test]
fn worked_6_hkust_big_data() {
    // Pacing unknown. Calendar 9 months: 11 Oct. 180-324 h as listed in May 2024: 210, 252/6*7 = 294, 378 days: 9 Aug,
    // 1 Nov, 24 Jan 2028. Half-way from 11 Oct to 1 Nov (21/2 = 10): 21 Oct. USD 1450/324 = 4.48, 1450/180 = 8.06.
    // At most 9 credits: at least 1450/9 = 161.11 a credit.
    let finish = [date(2027, 8, 9), date(2027, 10, 21), date(2028, 1, 24)];
    let plan = worked("hkustx-big-data-technology", finish, (1450.0, 1450.0, "USD"), (4.48, 8.06));
    let line = &plan.credit.lines[0];
    assert_eq!(line.per_credit.as_ref().unwrap().value, Money::from_units(161.11, 161.11, Currency::USD));
    let words = words::per_credit(line).unwrap();
    assert!(words.starts_with("at least US$161.11") && words.ends_with("if admitted"), "{words}");
}

#[test]
fn worked_7_wageningen_chemistry() {
    // 340-520 h, self-paced: 396.7 -> 397, 430/6*7 = 501.7 -> 502, 606.7 -> 607 days; 397 days end before the leap day
    // of 2028, the others after it: 12 Feb, 27 May, 9 Sep 2028. MXN 15281/520 = 29.39, 15281/340 = 44.94.
    // Its route to a degree is retired: it links nothing, and no cost per credit is told.
    let finish = [date(2028, 2, 12), date(2028, 5, 27), date(2028, 9, 9)];
    let id = "wageningenx-chemistry-and-technology-for-sustainability";
    let plan = worked(id, finish, (15281.0, 15281.0, "MXN"), (29.39, 44.94));
    assert_eq!(plan.credit.lines[0].per_credit, None);
    assert_eq!(plan.paths[0].arrows[0].kind, ArrowKind::NoFormalLink);
}

#[test]
fn worked_8_mit_manufacturing() {
    // Instructor-paced, 17 months: 11 Jan 2027 + 1 year 5 months = 11 Jun 2028. 670-804 h: USD 1400/804 = 1.74,
    // 1400/670 = 2.09; eight courses without a price in dollars.
    let plan = worked("mitx-principles-manufacturing", [date(2028, 6, 11); 3], (1400.0, 1400.0, "USD"), (1.74, 2.09));
    assert_eq!(ladder(&plan).len(), 8);
    assert_eq!(ladder(&plan)[7], (1400.0, 1400.0));
    // Admission is looked at there, credit is not stated.
    assert_eq!(plan.paths[0].arrows[0].kind, ArrowKind::PreparesFor);
}

#[test]
fn worked_9_harvardx_web_programming() {
    // 144-324 h, self-paced: 168, 234/6*7 = 273, 378 days: 28 Jun, 11 Oct, 24 Jan 2028. USD 180/324 = 0.56,
    // 180/144 = 1.25. Two courses at 90. The school states that they do not count.
    let finish = [date(2027, 6, 28), date(2027, 10, 11), date(2028, 1, 24)];
    let id = "harvardx-computer-science-for-web-programming";
    let plan = worked(id, finish, (180.0, 180.0, "USD"), (0.56, 1.25));
    assert_eq!(ladder(&plan), [(90.0, 90.0), (180.0, 180.0)]);
    assert!(words::credit_line(&plan.credit.lines[0]).contains("stated not to count"));
}

#[test]
fn worked_10_rit_project_management() {
    // 240-360 h, self-paced: 280, 350, 420 days: 18 Oct, 27 Dec, 6 Mar 2028. The newest sum of its courses is in rupees:
    // 113010/360 = 313.92, 113010/240 = 470.88. At US$0.0125 a rupee 113010 * 0.0125 = US$1,412.63.
    let finish = [date(2027, 10, 18), date(2027, 12, 27), date(2028, 3, 6)];
    let plan = worked("ritx-project-management", finish, (113_010.0, 113_010.0, "INR"), (313.92, 470.88));
    assert_eq!(plan.cost.converted, None);
    let rate = Rate { from: Currency::parse("INR").unwrap(), dollars: 0.0125, date: date(2026, 11, 1) };
    let with_rate = PlanSettings { rates: vec![rate], ..settings(6.0, START) };
    let converted = planned("ritx-project-management", &with_rate).cost.converted.unwrap();
    assert_eq!(converted.value, Money::from_units(1412.63, 1412.63, Currency::USD));
    assert!(converted.note.unwrap().contains("2026-11-01"));
}

#[test]
fn a_deadline_says_the_hours_that_it_needs() {
    // 132-264 h; 11 Jan to 1 Jun 2027 is 141 days, 20.14 weeks: 6.55 to 13.11 hours a week.
    let with = |hours, deadline| PlanSettings { deadline: Some(deadline), ..settings(hours, START) };
    let asked = planned("harvardx-data-science", &with(8.0, date(2027, 6, 1))).deadline.unwrap();
    let needed = asked.needed.unwrap().value;
    assert!((needed.low - 6.55).abs() < 0.01 && (needed.high - 13.11).abs() < 0.01, "{needed}");
    assert_eq!(asked.verdict, Verdict::MayMiss);
    let verdict = |hours| planned("harvardx-data-science", &with(hours, date(2027, 6, 1))).deadline.unwrap().verdict;
    assert_eq!(verdict(13.2), Verdict::InTime);
    assert_eq!(verdict(5.0), Verdict::TooLate);
    let past = planned("harvardx-data-science", &with(6.0, date(2026, 1, 1))).deadline.unwrap();
    assert_eq!((past.needed, past.verdict), (None, Verdict::TooLate));
}

#[test]
fn what_is_unknown_is_said_and_not_computed() {
    let plan = planned("uqx-business-leadership", &settings(6.0, START));
    assert_eq!((plan.finish, plan.hours.clone(), plan.schedule.clone()), (None, None, None));
    assert!(plan.cost.per_hour.is_none() && plan.stated_pace.is_none());
    for missing in ["Hours of work are unknown", "The finish is unknown", "There is no schedule"] {
        assert!(plan.assumptions.iter().any(|line| line.starts_with(missing)), "{missing}");
    }
}

#[test]
fn break_even_is_off_until_asked_and_then_a_range() {
    // US$180; 3000 to 6000 a year at 20 to 60 %: 180/(6000*0.6/12) = 0.6 months to 180/(3000*0.2/12) = 3.6 months.
    let id = "harvardx-computer-science-for-web-programming";
    assert_eq!(planned(id, &settings(6.0, START)).break_even, None);
    let gain = |low, high| Gain { step: Range { low: 3000.0, high: 6000.0 }, chance: Range { low, high } };
    let with = |gain| planned(id, &PlanSettings { gain: Some(gain), ..settings(6.0, START) }).break_even.unwrap();
    let back = with(gain(0.2, 0.6));
    assert!((back.earliest_months.unwrap() - 0.6).abs() < 1e-9 && (back.latest_months.unwrap() - 3.6).abs() < 1e-9);
    assert_eq!(with(gain(0.0, 0.6)).latest_months, None);
}

#[test]
fn two_programs_are_linked_by_rule_or_said_not_to_be() {
    let ids = ["harvardx-data-science", "mitx-supply-chain-management"].map(|id| CATALOG.find(id).unwrap());
    let both = plans(&CATALOG, &ids, &settings(6.0, START));
    let link = both[0].paths.last().unwrap();
    assert_eq!(link.stations.last(), Some(&Station::Program(ids[1])));
    assert_eq!(link.arrows[0].kind, ArrowKind::NoFormalLink);
    assert!(matches!(&link.arrows[0].because, Because::Rule { found, .. } if found.contains("main fields")));
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

/// The catalogue with every claim about who sets the pace of a program taken out.
static WITHOUT_PACING: LazyLock<Catalog> = LazyLock::new(|| {
    let mut file: serde_json::Value = serde_json::from_str(include_str!("../assets/catalog.json")).unwrap();
    for program in file["programs"].as_array_mut().unwrap() {
        program.as_object_mut().unwrap().remove("pacing");
    }
    Catalog::from_text(file.to_string()).unwrap()
});

#[test]
fn every_calendar_has_one_name_for_each_event_and_ends_after_it_begins() {
    for ix in CATALOG.all() {
        let ics = plans_ics(&CATALOG, &[plan(&CATALOG, ix, &settings(6.0, START))]);
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
fn a_later_export_moves_the_same_events() {
    let export = |start, as_of| {
        let settings = PlanSettings { as_of, ..settings(6.0, start) };
        plans_ics(&CATALOG, &[planned("harvardx-data-science", &settings)])
    };
    let lines = |text: &str, name: &str| -> Vec<String> {
        text.replace("\r\n ", "").lines().filter(|line| line.starts_with(name)).map(str::to_owned).collect()
    };
    let first = export(START, date(2026, 11, 23));
    let second = export(date(2027, 2, 1), date(2026, 12, 24));
    assert_eq!(lines(&first, "UID:"), lines(&second, "UID:"));
    assert_ne!(lines(&first, "DTSTART"), lines(&second, "DTSTART"));
    assert!(lines(&first, "SEQUENCE:") < lines(&second, "SEQUENCE:"));
    assert_eq!(first, export(START, date(2026, 11, 23)));
}

fn any_program() -> impl Strategy<Value = ProgramIx> {
    (0..CATALOG.len() as u32).prop_map(ProgramIx)
}

/// Days over ten years: year ends, leap days and changes of the clocks among them.
fn any_day() -> impl Strategy<Value = Date> {
    (0_i32..3650).prop_map(|days| date(2024, 1, 1).saturating_add(days.days()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

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
    fn stopping_later_never_costs_less(ix in any_program()) {
        let plan = plan(&CATALOG, ix, &settings(6.0, START));
        for pair in plan.cost.sunk.windows(2) {
            let (before, after) = (pair[0].amount.value, pair[1].amount.value);
            prop_assert!(before.low <= after.low && before.high <= after.high);
            prop_assert_eq!(before.currency, after.currency);
        }
    }

    #[test]
    fn the_price_of_an_hour_times_the_hours_is_the_price(ix in any_program()) {
        let plan = plan(&CATALOG, ix, &settings(6.0, START));
        if let (Some(total), Some(an_hour), Some(hours)) = (&plan.cost.total, &plan.cost.per_hour, &plan.hours) {
            let (total, an_hour, hours) = (total.value.units(), an_hour.value.units(), hours.value);
            // An hour is told to the cent.
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
            prop_assert!((sum - whole.value.middle()).abs() < 1e-6 * sum.max(1.0) + 0.001 || schedule.slots.iter().any(|slot| slot.from == slot.until));
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

//! schema.org and CTDL as real pages and registries write them.

use serde_json::{Value, json};

use crate::run::{Run, import_text, records, value, values, with_members};

fn read(more: &Value) -> Run {
    let program = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "Nets",
        "provider": "Acme"});
    import_text("p.json", with_members(program, more).to_string())
}

fn offered(offers: impl Into<Value>) -> Run {
    read(&json!({"offers": offers.into()}))
}

fn price(amount: u32) -> Value {
    json!({"value": amount, "currency": "EUR"})
}

#[test]
fn offers_for_groups_of_buyers_are_prices_of_regions_wherever_they_say_so() {
    let offer = |key: &str, said: &Value, price: &str| {
        let mut offer = json!({"@type": "Offer", "price": price, "priceCurrency": "EUR"});
        offer[key] = said.clone();
        offer
    };
    let country = |name: &str| json!({"@type": "Country", "name": name});
    for (one, other) in [
        (offer("category", &json!("Non-EU tuition"), "180,000"), offer("category", &json!("EU tuition"), "0")),
        (offer("description", &json!("International students"), "180000"), offer("name", &json!("Home fees"), "0")),
        (offer("eligibleRegion", &country("Norway"), "180000"), offer("areaServed", &json!(["DE", "FR"]), "0")),
    ] {
        let program = offered(json!([one, other])).program("Nets");
        assert!(program.get("price").is_none(), "{program}");
        let region = |amount: u32| json!({"value": amount, "currency": "EUR", "what": "region"});
        assert_eq!(values(&program, "other_price"), [region(180_000), region(0)], "{one}");
    }
    let everywhere = offered(json!(offer("eligibleRegion", &json!("Worldwide"), "90"))).program("Nets");
    assert_eq!(value(&everywhere, "price"), price(90));
}

#[test]
fn a_price_for_each_month_or_year_is_not_the_price_of_the_whole() {
    let offer = |more: Value| json!({"price": "99.00", "priceCurrency": "EUR", "priceSpecification": more});
    let month = json!({"value": 99, "currency": "EUR", "what": "month"});
    for monthly in [
        json!({"price": "99.00", "priceCurrency": "EUR", "eligibleDuration": {"unitCode": "MON", "value": 1}}),
        offer(json!({"billingDuration": "P1M"})),
        json!({"priceSpecification": [{"price": 99, "priceCurrency": "EUR", "unitText": "MONTH"}]}),
    ] {
        let program = offered(monthly).program("Nets");
        assert_eq!((value(&program, "other_price"), program.get("price")), (month.clone(), None), "{program}");
    }
    let run = offered(offer(json!({"price": 99, "description": "per year"})));
    assert!(run.program("Nets").get("price").is_none(), "{}", run.stderr);
    assert!(run.has_remark("per year"), "{}", run.stderr);
    let yearly = offered(json!({"priceSpecification": {"price": 99, "priceCurrency": "EUR", "unitCode": "ANN"}}));
    assert!(yearly.program("Nets").get("price").is_none(), "{}", yearly.stderr);
    let by_course = offered(offer(json!({"unitText": "course"}))).program("Nets");
    assert_eq!(value(&by_course, "course_price"), json!({"value": 99, "currency": "EUR", "what": "course"}));
    let whole =
        offered(json!({"price": 99, "priceCurrency": "EUR", "eligibleDuration": {"unitCode": "MON", "value": 12}}));
    assert_eq!(value(&whole.program("Nets"), "price"), price(99), "access for a year");
}

#[test]
fn each_of_several_price_specifications_counts() {
    let specification = |amount: u32, name: &str| json!({"price": amount, "priceCurrency": "EUR", "name": name});
    let offers = json!({"priceSpecification": [specification(900, "Tuition"), specification(600, "Members")]});
    let program = offered(offers).program("Nets");
    assert_eq!(value(&program, "price"), price(900));
    assert_eq!(value(&program, "other_price"), json!({"value": 600, "currency": "EUR", "what": "member"}));
}

#[test]
fn offers_inside_offers_and_of_the_instances_of_a_course_are_read() {
    let inner = json!({"@type": "Offer", "price": "500", "priceCurrency": "EUR"});
    let program = offered(json!({"@type": "AggregateOffer", "offerCount": 1, "offers": [inner]})).program("Nets");
    assert_eq!(value(&program, "price"), price(500));
    let course = json!({"@context": "https://schema.org", "@type": "Course", "name": "Knots", "provider": "A",
        "hasCourseInstance": [{"offers": inner}, {"offers": inner}]});
    let course = import_text("c.json", course.to_string()).record("courses", "Knots");
    assert_eq!(values(&course, "price"), [json!({"value": 500, "currency": "EUR", "what": "course"})]);
}

#[test]
fn offers_in_words_are_read_or_told() {
    assert_eq!(value(&offered(json!("EUR 500")).program("Nets"), "price"), price(500));
    for (words, told) in [("Free", "free"), ("ask us", "ask us")] {
        let run = offered(json!(words));
        assert!(run.program("Nets").get("price").is_none());
        assert!(run.has_remark(told), "{}", run.stderr);
    }
    let free = offered(json!({"@type": "Offer", "price": "Free"})).program("Nets");
    assert!(value(&free, "remark").as_str().is_some_and(|remark| remark.contains("free")), "{free}");
    let run = offered(json!({"price": 0, "priceCurrency": "EUR"}));
    assert!(run.has_remark("not called free"), "{}", run.stderr);
}

#[test]
fn expanded_linked_data_says_the_same_as_short() {
    let expanded = json!([{"@type": ["http://schema.org/EducationalOccupationalProgram"],
        "http://schema.org/name": [{"@value": "Bergbau", "@language": "de"}],
        "http://schema.org/provider": [{"@type": ["http://schema.org/Organization"], "http://schema.org/name": [{"@value": "TU Freiberg"}]}],
        "http://schema.org/offers": [{"http://schema.org/price": [{"@value": "1.350,00 €"}]}]}]);
    let program = import_text("e.json", expanded.to_string()).program("Bergbau");
    assert_eq!(value(&program, "institutions"), json!(["tu-freiberg"]));
    assert_eq!(value(&program, "price"), price(1350));
}

#[test]
fn list_items_that_are_only_an_address_are_counted_and_the_way_to_a_page_is_not() {
    let entry = |name: &str| json!({"@type": "EducationalOccupationalProgram", "name": name, "provider": "A"});
    let list = json!({"@context": "https://schema.org", "@graph": [
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Home"}]},
        {"@type": "ItemList", "itemListElement": [
            {"@type": "ListItem", "item": entry("One")}, entry("Two"),
            {"@type": "ListItem", "position": 3, "url": "https://a.example/3"},
            {"@type": "ListItem", "item": "https://a.example/4", "name": "Four"}, "https://a.example/5"]}]});
    let run = import_text("l.json", list.to_string());
    assert_eq!(["read", "added", "left_out"].map(|key| run.count(key)), [5, 2, 3], "{}", run.stderr);
}

#[test]
fn entries_are_found_behind_offers_organizations_and_pages() {
    let entry = |name: &str| json!({"@type": "EducationalOccupationalProgram", "name": name, "provider": "A"});
    let priced = json!({"@type": "Offer", "price": "700", "priceCurrency": "EUR", "itemOffered": entry("Offered")});
    let graph = json!({"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "name": "A", "makesOffer": [priced], "department": [{"@type": "Organization", "name": "D", "subjectOf": entry("Deep")}]},
        {"@type": "WebPage", "url": "https://a.example/nested?utm_source=x", "mainEntity": entry("Nested")}]});
    let run = import_text("g.json", graph.to_string());
    assert_eq!(run.count("added"), 3, "{}", run.stderr);
    assert_eq!(value(&run.program("Offered"), "price"), price(700), "of the offer around it");
    assert!(run.program("Deep").get("price").is_none());
    assert_eq!(value(&run.program("Nested"), "url"), "https://a.example/nested");
}

#[test]
fn courses_in_a_list_of_their_own_belong_to_the_program() {
    let course = |name: &str| json!({"@type": "ListItem", "item": {"@type": "Course", "name": name}});
    let page = json!({"@context": "https://schema.org", "@graph": [
        {"@type": "EducationalOccupationalProgram", "@id": "#p", "name": "Nets", "provider": {"@id": "#u"}, "hasCourse": {"@id": "#l"}},
        {"@type": "CollegeOrUniversity", "@id": "#u", "name": ["GU", "Globe University"]},
        {"@type": "ItemList", "@id": "#l", "itemListElement": [course("Knots"), course("Ropes")]}]});
    let run = import_text("p.json", page.to_string());
    let program = run.program("Nets");
    assert_eq!((value(&program, "courses"), run.count("added")), (json!(2), 1), "{}", run.stderr);
    assert_eq!(value(&program, "institutions"), json!(["globe-university"]));
    assert_eq!(records(&run.catalog(), "courses").count(), 2);
}

#[test]
fn times_of_programs_and_courses_are_read_in_all_their_forms_or_told() {
    let both = read(&json!({"timeToComplete": "6-9 months, 5 hours per week"})).program("Nets");
    assert_eq!(
        (value(&both, "workload"), value(&both, "length")),
        (json!(5), json!({"low": 6, "high": 9, "unit": "months"}))
    );
    for (time, length) in [
        (
            json!({"@type": "QuantitativeValue", "value": 6, "unitText": "months"}),
            json!({"value": 6, "unit": "months"}),
        ),
        (json!({"minValue": 8, "maxValue": 10, "unitCode": "WEE"}), json!({"low": 8, "high": 10, "unit": "weeks"})),
        (json!({"@type": "Duration", "name": "P6M"}), json!({"value": 6, "unit": "months"})),
    ] {
        assert_eq!(value(&read(&json!({"timeToComplete": time})).program("Nets"), "length"), length, "{time}");
    }
    let slip = read(&json!({"timeToComplete": "PT3M"}));
    assert!(slip.program("Nets").get("effort").is_none() && slip.count("remarks") == 1, "{}", slip.stderr);
    let course = |more: Value| {
        let mut course = json!({"@context": "https://schema.org", "@type": "Course", "name": "Knots", "provider": "A"});
        course[more[0].as_str().expect("a name")] = more[1].clone();
        import_text("c.json", course.to_string())
    };
    let instance = |more: Value| course(json!(["hasCourseInstance", more]));
    for (run, weeks, hours) in [
        (course(json!(["timeRequired", "P8W"])), json!(8), Value::Null),
        (instance(json!({"courseWorkload": "P6W"})), json!(6), Value::Null),
        (
            instance(json!({"courseWorkload": "4 hours per week", "courseSchedule": {"duration": "P8W"}})),
            json!(8),
            json!(4),
        ),
        (
            instance(json!({"courseSchedule": {"repeatFrequency": "weekly", "repeatCount": 8, "duration": "PT3H"}})),
            json!(8),
            json!(3),
        ),
    ] {
        let course = run.record("courses", "Knots");
        assert_eq!((value(&course, "weeks"), value(&course, "workload")), (weeks, hours), "{course}");
    }
    let told = instance(json!({"courseWorkload": "a lot"}));
    assert!(told.has_remark("a lot"), "{}", told.stderr);
    let repeated = read(
        &json!({"hasCourse": [{"@type": "Course", "name": "A", "hasCourseInstance": {"courseWorkload": "R6/PT4H"}}]}),
    );
    assert_eq!(value(&repeated.program("Nets"), "effort"), 24);
}

#[test]
fn the_kind_and_the_credits_are_read_from_words_too() {
    let awarded = json!({"@type": "EducationalOccupationalCredential", "credentialCategory": "degree", "name": "Master of Science"});
    let program = read(
        &json!({"programType": "Graduate", "educationalCredentialAwarded": awarded, "numberOfCredits": "60 ECTS"}),
    );
    let program = program.program("Nets");
    assert_eq!(value(&program, "kind"), "masters");
    assert!(program["credit"][0]["note"].as_str().is_some_and(|note| note.starts_with("60 ECTS")), "{program}");
    let own = read(&json!({"programType": "ExpertTrack"})).program("Nets");
    assert_eq!(value(&own, "kind"), "other:ExpertTrack");
}

#[test]
fn pages_keep_what_is_shown_and_no_trackers() {
    let page = |inner: &str| import_text("p.html", format!("<!DOCTYPE html><html>{inner}<body></body></html>"));
    let block = |name: &str| {
        format!(
            "<script type=\"application/ld+json\">{{\"@context\": \"https://schema.org\", \"@type\": \"EducationalOccupationalProgram\", \
             \"name\": \"{name}\", \"provider\": \"A\", \"description\": \"one\ntwo\", \"url\": \"https://a.example/p?x=1&utm_source=y&gclid=z\"}}</script>"
        )
    };
    let run = page(&format!("<!-- {} -->{}", block("Hidden"), block("Shown")));
    assert_eq!(run.count("read"), 1, "{}", run.stderr);
    assert_eq!(value(&run.program("Shown"), "url"), "https://a.example/p?x=1");
    let archive =
        import_text("p.mhtml", "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n");
    assert!(archive.stderr.contains("MHTML"), "{}", archive.stderr);
}

/// A credential of the registry with these members.
fn credential(more: &[(&str, Value)]) -> Value {
    let mut node = json!({"@id": "https://r.example/ce-1", "@type": "ceterms:Certificate", "ceterms:name": {"en": "Welding"},
        "ceterms:ctid": "ce-77777777-bbbb-4bbb-8ccc-000000000001", "ceterms:ownedBy": [{"ceterms:name": {"en": "Forge College"}}]});
    for (key, value) in more {
        node[format!("ceterms:{key}")] = value.clone();
    }
    json!({"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [node,
        {"@id": "_:b2", "@type": "ceterms:AssociateDegree", "ceterms:name": {"en": "AAS Welding"}, "ceterms:subjectWebpage": "https://cc.example/aas", "ceterms:ownedBy": [{"ceterms:name": {"en": "City College"}}]}]})
}

fn welding(more: &[(&str, Value)]) -> Run {
    import_text("c.json", credential(more).to_string())
}

#[test]
fn a_credential_leads_to_a_degree_of_the_same_graph_and_names_credits() {
    let toward = json!([{"@type": "ceterms:ConditionProfile", "ceterms:targetCredential": ["_:b2"], "ceterms:description": {"en": "up to 24"}}]);
    let program = welding(&[("isAdvancedStandingFor", toward)]).program("Welding");
    let pathway = &program["pathways"][0];
    assert_eq!((&pathway["institution"], &pathway["program"]), (&json!("City College"), &json!("AAS Welding")));
    let units =
        json!([{"schema:value": 24, "ceterms:creditUnitType": [{"ceterms:targetNode": "creditUnit:SemesterHours"}]}]);
    let program = welding(&[("requires", json!([{"ceterms:creditValue": units}]))]).program("Welding");
    assert_eq!(
        (
            value(&program, "credit"),
            &program["credit"][0]["note"].as_str().map(|note| note.starts_with("24 Semester Hours"))
        ),
        (json!("possible"), &Some(true))
    );
}

#[test]
fn of_several_addresses_the_first_that_can_be_opened_is_used() {
    let program = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "A",
        "url": ["/a", "https://example.org/a", "https://example.org/b"]});
    let run = import_text("p.json", program.to_string());
    assert_eq!(value(&run.program("A"), "url"), "https://example.org/a");
    assert!(!run.has_remark("not a text"), "{}", run.stderr);
}

#[test]
fn an_address_with_control_characters_names_nothing() {
    let units = json!([{"schema:value": 24, "ceterms:creditUnitType": [{"ceterms:targetNode": "creditUnit:Semester\u{1b}[31mHours\u{7}"}]}]);
    let toward = json!([{"@type": "ceterms:ConditionProfile", "ceterms:targetCredential": ["_:b2", "https://a\u{9b}b.example/x"], "ceterms:creditValue": units}]);
    let run = welding(&[("isAdvancedStandingFor", toward)]);
    let program = run.program("Welding");
    assert_eq!(program["pathways"].as_array().expect("a list").len(), 1, "{}", run.stderr);
    assert_eq!(program["pathways"][0]["amount"], json!("24 Semester Hours"));
}

#[test]
fn costs_of_the_registry_are_told_apart_by_type_and_audience() {
    let cost = |amount: u32, kind: &str, more: (&str, Value)| {
        let mut cost = json!({"ceterms:price": amount, "ceterms:currency": {"ceterms:targetNodeName": "US Dollar"}, "ceterms:directCostType": {"ceterms:targetNode": format!("costType:{kind}")}});
        cost[format!("ceterms:{}", more.0)] = more.1;
        cost
    };
    let none = ("x", Value::Null);
    let resident = ("audienceType", json!([{"ceterms:targetNodeName": {"en": "In-State Resident"}}]));
    let run = welding(&[(
        "estimatedCost",
        json!([
            cost(4200, "Tuition", ("description", json!({"en": "In-district"}))),
            cost(350, "LearningResource", none.clone()),
            cost(900, "AggregateCost", none),
            cost(300, "Tuition", resident)
        ]),
    )]);
    let program = run.program("Welding");
    assert_eq!(values(&program, "price"), [json!({"value": 900, "currency": "USD"})]);
    let region = |amount: u32| json!({"value": amount, "currency": "USD", "what": "region"});
    assert_eq!(values(&program, "other_price"), [region(4200), region(300)]);
    assert_eq!(values(&program, "remark"), ["Learning Resource: 350 USD"]);
    assert!(run.reasons("remarks").is_empty(), "{}", run.stderr);
}

#[test]
fn several_durations_are_one_range_and_open_ends_are_noted() {
    let lengths = |profiles: Value| welding(&[("estimatedDuration", profiles)]).program("Welding");
    let program = lengths(json!([
        {"ceterms:exactDuration": "P1Y", "ceterms:description": {"en": "part-time"}},
        {"ceterms:exactDuration": "P6M", "ceterms:description": {"en": "full-time"}}, {"ceterms:timeRequired": "PT300H"}]));
    assert_eq!(value(&program, "length"), json!({"low": 6, "high": 12, "unit": "months"}));
    assert!(
        program["length"][0]["note"]
            .as_str()
            .is_some_and(|note| note.contains("part-time") && note.contains("full-time"))
    );
    assert_eq!(value(&program, "effort"), 300);
    let open = lengths(json!([{"ceterms:minimumDuration": "P2W"}]));
    assert!(open["length"][0]["note"].as_str().is_some_and(|note| note.contains("at least")), "{open}");
    let parts = lengths(
        json!([{"ceterms:exactDuration": {"@type": "ceterms:DurationItem", "ceterms:years": 2, "ceterms:months": 0}}]),
    );
    assert_eq!(value(&parts, "length"), json!({"value": 24, "unit": "months"}));
}

#[test]
fn a_resource_is_as_old_as_its_envelope_says() {
    let envelope = json!([{"envelope_id": "e", "decoded_resource": credential(&[]), "node_headers": {"updated_at": "2025-05-06T00:00:00.000Z"}}]);
    let program = import_text("e.json", envelope.to_string()).program("Welding");
    assert_eq!(program["kind"][0]["as_of"], "2025-05-06");
}

#[test]
fn names_ends_and_words_for_free_are_read_as_pages_write_them() {
    let several = read(&json!({"name": ["Nets", "Netze"]}));
    assert_eq!(several.program("Nets")["title"], "Nets");
    let person = read(&json!({"provider": {"@type": "Person", "name": "Jane Roe"}}));
    assert_eq!(person.program("Nets").get("institutions"), None, "{}", person.stderr);
    let ended = read(&json!({"startDate": "2019-01-01", "endDate": "2020-06-30"})).program("Nets");
    assert_eq!((value(&ended, "status"), &ended["status"][0]["basis"]), (json!("older"), &json!("derived")));
    let later = read(&json!({"endDate": "2099-06-30"})).program("Nets");
    assert_eq!(value(&later, "status"), "current");
    let free = offered(json!({"@type": "Offer", "price": "Free", "priceCurrency": "EUR"})).program("Nets");
    assert_eq!(value(&free, "price"), price(0), "{free}");
    let zero = offered(json!({"@type": "Offer", "price": "0", "priceCurrency": "EUR"})).program("Nets");
    assert_eq!(zero.get("price"), None, "{zero}");
}

//! What a price is for, whom it is for and how long it holds, as offers of schema.org say beside the amount.

use serde_json::{Value, json};

use crate::run::{Run, import_text, records, value, values, with_members};

fn offered(offers: &Value) -> Run {
    let program = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "Sails",
        "provider": "Loft", "offers": offers});
    import_text("p.json", program.to_string())
}

fn offer(amount: &Value, more: &Value) -> Value {
    with_members(json!({"@type": "Offer", "price": amount, "priceCurrency": "EUR"}), more)
}

fn euros(amount: u32) -> Value {
    json!({"value": amount, "currency": "EUR"})
}

#[test]
fn a_text_about_another_amount_does_not_say_what_the_price_is_for() {
    for words in ["or 12 monthly instalments of €75", "EUR 75 per month for members", "pay 75 EUR a month if you like"]
    {
        let program = offered(&offer(&json!(900), &json!({"description": words}))).program("Sails");
        assert_eq!((values(&program, "price"), program.get("other_price")), (vec![euros(900)], None), "{words}");
    }
    let own = offered(&offer(&json!(75), &json!({"description": "€75 a month"}))).program("Sails");
    assert_eq!(value(&own, "other_price"), json!({"value": 75, "currency": "EUR", "what": "month"}));
}

#[test]
fn bounds_lists_tax_and_categories_are_read_under_all_their_names() {
    let bounds = offered(&json!({"priceSpecification": {"minPrice": 100, "maxPrice": 200, "priceCurrency": "EUR"}}));
    assert_eq!(value(&bounds.program("Sails"), "price"), json!({"low": 100, "high": 200, "currency": "EUR"}));
    assert_eq!(value(&offered(&offer(&json!(["500", 500]), &json!({}))).program("Sails"), "price"), euros(500));
    let several = offered(&offer(&json!(["500", "600"]), &json!({})));
    assert!(
        several.program("Sails").get("price").is_none() && several.has_remark("several prices"),
        "{}",
        several.stderr
    );
    let net =
        offered(&json!({"priceSpecification": {"price": 500, "priceCurrency": "EUR", "valueAddedTaxIncluded": false}}));
    assert_eq!(value(&net.program("Sails"), "price"), json!({"value": 500, "currency": "EUR", "tax": "out"}));
    let monthly = offered(&offer(&json!(49), &json!({"category": "https://schema.org/Subscription"}))).program("Sails");
    assert_eq!(value(&monthly, "other_price"), json!({"value": 49, "currency": "EUR", "what": "subscription"}));
}

#[test]
fn a_price_is_as_old_as_the_last_day_on_which_it_held() {
    let old = offered(&offer(&json!(400), &json!({"priceValidUntil": "2024-12-01"}))).program("Sails");
    assert_eq!((value(&old, "price"), &old["price"][0]["as_of"]), (euros(400), &json!("2024-12-01")));
    let later =
        offered(&json!([offer(&json!(400), &json!({"validFrom": "2099-01-01"})), offer(&json!(300), &json!({}))]));
    assert_eq!(values(&later.program("Sails"), "price"), [euros(300)]);
    assert!(later.has_remark("holds from 2099-01-01"), "{}", later.stderr);
    let over =
        offered(&offer(&json!(400), &json!({"availability": "https://schema.org/Discontinued"}))).program("Sails");
    assert_eq!(value(&over, "status"), "older");
}

#[test]
fn a_price_for_some_is_left_out_beside_one_for_everyone() {
    for group in [json!({"eligibleCustomerType": "Student"}), json!({"priceType": "https://schema.org/SalePrice"})] {
        let run = offered(&json!([offer(&json!(100), &group), offer(&json!(500), &json!({}))]));
        assert_eq!(values(&run.program("Sails"), "price"), [euros(500)], "{}", run.stderr);
        assert!(run.has_remark("not for everyone"), "{}", run.stderr);
        assert_eq!(value(&offered(&offer(&json!(100), &group)).program("Sails"), "price"), euros(100), "the only one");
    }
    let specification = |amount: u32, kind: &str| json!({"price": amount, "priceCurrency": "EUR", "priceType": format!("https://schema.org/{kind}")});
    let both =
        offered(&json!({"priceSpecification": [specification(500, "ListPrice"), specification(400, "SalePrice")]}));
    assert_eq!(values(&both.program("Sails"), "price"), [euros(500)]);
}

#[test]
fn an_organization_offers_what_stands_in_its_catalogue() {
    let entry = |name: &str| json!({"@type": "Offer", "itemOffered": {"@type": "EducationalOccupationalProgram", "name": name}});
    let page = json!({"@context": "https://schema.org", "@type": "EducationalOrganization", "name": "Loft School",
        "hasOfferCatalog": {"@type": "OfferCatalog", "itemListElement": [entry("Sails")]}, "makesOffer": [entry("Ropes")]});
    let run = import_text("o.json", page.to_string());
    for title in ["Sails", "Ropes"] {
        assert_eq!(value(&run.program(title), "institutions"), json!(["loft-school"]));
    }
}

#[test]
fn what_a_course_has_no_fact_for_is_told() {
    let course = |more: &Value| {
        let course = json!({"@context": "https://schema.org", "@type": "Course", "name": "Knots", "provider": "Loft"});
        import_text("c.json", with_members(course, more).to_string())
    };
    let monthly =
        course(&json!({"offers": offer(&json!(49), &json!({"priceSpecification": {"billingDuration": "P1M"}}))}));
    assert!(monthly.has_remark("49 is a price of another type"), "{}", monthly.stderr);
    let whole = course(&json!({"hasCourseInstance": {"courseWorkload": "PT22H"}}));
    assert!(whole.has_remark("22 hours as a whole"), "{}", whole.stderr);
    let derived =
        course(&json!({"timeRequired": "PT24H", "hasCourseInstance": {"courseSchedule": {"duration": "P6W"}}}));
    let derived = derived.record("courses", "Knots");
    assert_eq!((value(&derived, "workload"), &derived["workload"][0]["basis"]), (json!(4), &json!("derived")));
    let parts = course(&json!({"hasPart": [{"@type": "Course", "name": "Bends"}]}));
    assert_eq!(records(&parts.catalog(), "courses").count(), 2, "{}", parts.stderr);
}

#[test]
fn what_is_accessible_for_free_is_told_and_is_no_price_by_itself() {
    let program = |more: Value| {
        let record = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "A",
            "programType": "XSeries", "provider": {"@type": "Organization", "name": "U"}});
        import_text("a.json", with_members(record, &more).to_string()).program("A")
    };
    for free in [json!(true), json!("True"), json!("https://schema.org/True")] {
        let alone = program(json!({"isAccessibleForFree": free}));
        assert_eq!(alone.get("price"), None, "{alone}");
        assert_eq!(value(&alone, "remark"), "can be followed for free; the price of a certificate is not stated");
        let paid = program(json!({"isAccessibleForFree": free, "offers": {"price": 99, "priceCurrency": "USD"}}));
        assert_eq!(value(&paid, "price"), json!({"value": 99, "currency": "USD"}));
        assert_eq!(value(&paid, "remark"), "can be followed for free");
        let zero = program(json!({"isAccessibleForFree": free, "offers": {"price": 0, "priceCurrency": "EUR"}}));
        assert_eq!(value(&zero, "price"), json!({"value": 0, "currency": "EUR"}));
        assert_eq!(zero.get("remark"), None, "{zero}");
    }
    let not_free = program(json!({"isAccessibleForFree": false, "offers": {"price": 0, "priceCurrency": "EUR"}}));
    assert_eq!((not_free.get("price"), not_free.get("remark")), (None, None), "{not_free}");
}

#[test]
fn a_price_for_some_places_says_which() {
    let offer = |price: u32, region: &str| json!({"@type": "Offer", "price": price, "priceCurrency": "NOK", "eligibleRegion": {"@type": "Place", "name": region}});
    let entry = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "Ice",
        "provider": "U", "offers": [offer(900, "EU and EEA"), offer(148_500, "other countries")]});
    let ice = import_text("i.json", entry.to_string()).program("Ice");
    let notes: Vec<&str> =
        ice["other_price"].as_array().into_iter().flatten().filter_map(|one| one["note"].as_str()).collect();
    assert!(notes[0].contains("for EU and EEA") && notes[1].contains("for other countries"), "{ice}");
}

#[test]
fn a_price_for_each_of_a_quantity_is_no_price_of_the_whole() {
    let offer = json!({"price": "400", "priceCurrency": "USD", "eligibleQuantity": {"unitText": "per credit"}});
    let entry = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "Ice",
        "provider": "U", "offers": offer});
    let run = import_text("i.json", entry.to_string());
    assert!(run.program("Ice").get("price").is_none() && run.has_remark("per credit"), "{}", run.stderr);
}

//! Shapes that real exports have and that no page of their formats describes.

use serde_json::json;

use crate::run::{file, import, import_text, records, value, values};

#[test]
fn headings_may_stand_below_titles_and_remarks() {
    let text = "Catalogue export,,,\n\"Generated 2026-11-01,\nby nobody\",,,\n\n\
        Program Title,School,Price,Subjects\nTides,Harbour U,\"$1,350\",Law|Sea & Air | Business\n";
    let run = import_text("sheet.csv", text);
    let program = run.program("Tides");
    assert_eq!(value(&program, "price"), json!({"value": 1350, "currency": "USD"}));
    assert_eq!(value(&program, "fields"), json!(["Law", "Sea & Air", "Business"]));
    let above = run.reasons("remarks").iter().filter(|remark| remark.contains("above the headings")).count();
    assert_eq!((above, run.count("read")), (2, 1), "{}", run.stderr);
}

#[test]
fn headings_may_be_in_other_languages() {
    for (text, title) in [
        (
            "Programmtitel;Anbieter;Preis (EUR);Dauer;Sprache\nÖkologie;Universität Köln;1.250,00;6 Monate;Deutsch\n",
            "Ökologie",
        ),
        ("Título;Universidad;Precio;Moneda;Duración\nMareas;Del Mar;1.250;EUR;6 meses\n", "Mareas"),
        ("Nazwa;Uczelnia;Cena;Waluta;Czas trwania\nPrawo;Gdańsk;1250;EUR;6 miesięcy\n", "Prawo"),
    ] {
        let program = import_text("sheet.csv", text).program(title);
        assert_eq!(value(&program, "price"), json!({"value": 1250, "currency": "EUR"}), "{program}");
        assert_eq!(value(&program, "length"), json!({"value": 6, "unit": "months"}), "{program}");
        assert_eq!(value(&program, "institutions").as_array().map(Vec::len), Some(1), "{program}");
    }
}

#[test]
fn what_is_free_beside_what_is_paid_for_is_not_the_price() {
    let offers = |offers: serde_json::Value| {
        let program = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "Nets",
            "provider": "Acme", "offers": offers});
        import_text("p.json", program.to_string()).program("Nets")
    };
    let free = json!({"@type": "Offer", "price": 0, "priceCurrency": "EUR", "category": "Free"});
    let unnamed = json!({"@type": "Offer", "price": 0, "category": "Free"});
    let paid = json!({"@type": "Offer", "price": "1,200.00", "priceCurrency": "EUR", "category": "Paid"});
    for all in [json!([paid, free]), json!([free, paid]), json!([paid, unnamed])] {
        let program = offers(all);
        assert_eq!(value(&program, "price"), json!({"value": 1200, "currency": "EUR"}), "{program}");
        assert!(program.get("remark").is_none(), "{program}");
    }
    assert_eq!(value(&offers(json!([free])), "price"), json!({"value": 0, "currency": "EUR"}));
    assert!(offers(json!([unnamed])).get("price").is_none());
}

#[test]
fn linked_data_may_write_one_reference_as_a_list() {
    let graph = json!({"@context": "http://credreg.net/ctdl/schema/context/json", "@graph": [{
        "@type": "ceterms:Certificate", "ceterms:ctid": "ce-11111111-aaaa-4bbb-8ccc-0000000000c1",
        "ceterms:name": [{"@language": "en-US", "@value": "Welding"}],
        "ceterms:subjectWebpage": [{"@id": "https://weld.example/level-1"}],
        "ceterms:requires": [{"@type": "ceterms:ConditionProfile", "ceterms:name": {"en-US": "GPA"}, "ceterms:condition": {"en-US": ["2.0"]}}]}]});
    let program = import_text("c.json", graph.to_string()).program("Welding");
    assert_eq!(value(&program, "url"), json!("https://weld.example/level-1"));
    assert_eq!(value(&program, "prerequisites"), json!("GPA: 2.0"));
}

#[test]
fn empty_places_in_a_list_of_courses_are_no_courses() {
    let program = json!({"uuid": "d0000000-aaaa-4bbb-8ccc-000000000001", "title": "Tides", "type": "XSeries",
        "courses": [{"key": "A+1", "title": "One"}, null, {"key": "A+2", "title": "Two"}]});
    let run = import_text("p.json", program.to_string());
    assert_eq!(value(&run.program("Tides"), "courses"), json!(2));
    assert_eq!(records(&run.catalog(), "courses").count(), 2);
    assert!(run.reasons("remarks").is_empty(), "{}", run.stderr);
}

#[test]
fn a_fixed_price_in_dollars_stands_in_where_no_seat_is_sold_in_dollars() {
    let course = |seats: serde_json::Value| {
        let course = json!({"key": "L+1", "title": "Lead", "course_runs": [{"key": "course-v1:L+1+1", "fixed_price_usd": "2800.00", "seats": seats}]});
        let run = import_text("c.json", json!([course]).to_string());
        run.record("courses", "Lead")["price"].clone()
    };
    let pounds = json!({"type": "verified", "price": "2200.00", "currency": "GBP"});
    let dollars = json!({"type": "verified", "price": "2900.00", "currency": "USD"});
    let prices = course(json!([pounds]));
    assert_eq!(prices.as_array().map(Vec::len), Some(2), "{prices}");
    let prices = course(json!([dollars]));
    assert_eq!((prices[0]["value"].clone(), prices.as_array().map(Vec::len)), (json!(2900), Some(1)));
}

#[test]
fn numbers_may_carry_their_currency_and_flags_may_be_numbers() {
    let program = json!({"uuid": "d0000000-aaaa-4bbb-8ccc-000000000002", "title": "Tides", "type": "XSeries", "status": "active", "hidden": 1,
        "price_ranges": [{"currency": "USD", "min": "$450", "max": "450 USD", "total": "US$1,350.00"}]});
    let run = import_text("p.json", program.to_string());
    let program = run.program("Tides");
    assert_eq!(value(&program, "price"), json!({"value": 1350, "currency": "USD"}));
    assert_eq!(value(&program, "course_price"), json!({"value": 450, "currency": "USD", "what": "course"}));
    assert_eq!(value(&program, "status"), json!("older"), "what is hidden is not current");
    assert!(run.reasons("remarks").is_empty(), "{}", run.stderr);
}

#[test]
fn the_name_of_the_program_is_the_title_where_there_is_no_other() {
    let text = "Program Name,Institution,Tuition,Duration,Weekly Hours,Subject(s)\n\
        \"Data, Applied\",Foo,\"$12,000 – $14,500\",18-24 Months,10–15 hours,Data Science; AI\n";
    let program = import_text("sheet.csv", text).program("Data, Applied");
    assert_eq!(value(&program, "price"), json!({"low": 12000, "high": 14500, "currency": "USD"}));
    assert_eq!(value(&program, "length"), json!({"low": 18, "high": 24, "unit": "months"}));
    assert_eq!(value(&program, "workload"), json!({"low": 10, "high": 15}));
    assert_eq!(value(&program, "fields"), json!(["Data Science", "AI"]));
}

#[test]
fn prices_for_residents_and_others_are_prices_of_regions() {
    let offer =
        |name: &str, price: &str| json!({"@type": "Offer", "name": name, "price": price, "priceCurrency": "USD"});
    let program = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "Terms",
        "provider": "T U", "offers": [offer("In-state tuition", "10000"), offer("Out-of-state tuition", "20000")]});
    let program = import_text("p.json", program.to_string()).program("Terms");
    assert!(program.get("price").is_none(), "{program}");
    assert_eq!(
        values(&program, "other_price"),
        [10000, 20000].map(|amount| json!({"value": amount, "currency": "USD", "what": "region"}))
    );
}

#[test]
fn a_path_on_the_site_identifies_a_program_as_its_address_does() {
    let hit = json!({"hits": [{"objectID": "x1", "title": "Harbours", "product": "Program", "program_type": ["XSeries"], "partner": ["IBM"], "marketing_url": "/xseries/harbours"}]});
    let page = json!({"title": "Harbours I", "uuid": "d0000000-aaaa-4bbb-8ccc-000000000003", "type": "XSeries",
        "marketing_url": "https://www.edx.org/xseries/harbours"});
    let files = [file("hits.json", hit.to_string()), file("page.json", page.to_string())];
    let run = import(&[&files[0], &files[1]]);
    assert_eq!((run.count("added"), run.count("merged")), (1, 1), "{}", run.stderr);
}

#[test]
fn plain_objects_are_read_like_rows() {
    let objects = json!([
        {"title": "Tides", "type": "Professional Certificate", "provider": "Coast University", "duration": "4 months",
         "price": "$480", "skills": ["Boats", "Maps"], "colour": "blue"},
        {"programName": "Dunes", "university": "Beach College", "weeklyHours": 6, "tuition": "900 EUR", "notes": null}]);
    let run = import_text("plain.json", objects.to_string());
    let tides = run.program("Tides");
    assert_eq!(value(&tides, "length"), json!({"value": 4, "unit": "months"}), "{}", run.stderr);
    assert_eq!(value(&tides, "price"), json!({"value": 480, "currency": "USD"}));
    assert_eq!(
        (value(&tides, "kind"), value(&tides, "skills")),
        (json!("professional-certificate"), json!(["Boats", "Maps"]))
    );
    assert_eq!(tides["price"][0]["note"], "/0/price");
    assert_eq!((value(&run.program("Dunes"), "workload"), run.count("added")), (json!(6), 2), "{}", run.stderr);
    assert!(run.has_remark("unknown members were ignored: colour"), "{}", run.stderr);
    // A person or a place is no program, whatever else is known of it.
    for other in [
        json!({"name": "Ada", "price": 5}),
        json!({"title": "Hall 2", "language": "en", "level": "1"}),
        json!({"name": "All", "query": "*:*", "courses_count": 10, "language": "en"}),
    ] {
        assert_eq!(import_text("other.json", json!([other]).to_string()).count("added"), 0, "{other}");
    }
}

#[test]
fn the_tables_of_a_page_without_data_are_read() {
    let rows = "<tr><th>Programme</th><th>Institution</th><th>Length</th><th>Fee</th></tr>\n\
        <tr><td><a href='/t'>Tides</a></td><td rowspan=2>Coast University</td><td>6 months</td><td>£1,100</td></tr>\n\
        <tr><td>Dunes &amp; Sand</td><td>8 weeks</td><td>£300</td></tr>";
    let menu = "<table><tr><td>Home</td><td>Contact</td></tr></table>";
    let organization = "<script type='application/ld+json'>{\"@type\": \"Organization\", \"name\": \"Coast\"}</script>";
    for page in [
        format!("<!DOCTYPE html><html><body>{menu}<table>{rows}</table></body></html>"),
        format!("<table>\n{rows}\n</table>"),
        format!("<html><body>{organization}<table>{rows}</table></body></html>"),
    ] {
        let run = import_text("page.html", &page);
        let dunes = run.program("Dunes & Sand");
        assert_eq!(value(&dunes, "length"), json!({"value": 8, "unit": "weeks"}), "{}", run.stderr);
        assert_eq!(value(&dunes, "price"), json!({"value": 300, "currency": "GBP"}));
        assert_eq!(value(&dunes, "institutions"), value(&run.program("Tides"), "institutions"));
        assert_eq!(run.count("added"), 2, "{}", run.stderr);
    }
    let workbook = format!("<?xml version=\"1.0\"?><Workbook><Table>{rows}</Table></Workbook>");
    assert_eq!(import_text("book.xml", workbook).code, 5);
    let run = import_text("page.html", format!("<html><body>{menu}</body></html>"));
    assert_eq!((run.code, run.count("rejected")), (5, 1));
}

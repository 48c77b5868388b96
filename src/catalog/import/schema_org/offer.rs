//! Reads offers: their prices and what each is for. Offers for different groups of buyers are never one number, and if
//! offers with different prices do not say what they are for, none becomes the price of the whole program.

use super::SchemaOrgReader;
use crate::catalog::import::amount::{self, What};
use crate::catalog::import::clean;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::node::Node;
use crate::catalog::{Currency, Tax};

/// Categories that say how something is paid for, and not by whom or for what.
const GENERAL: [&str; 5] = ["free", "partially free", "paid", "subscription", "tuition"];

/// Members in which an offer says whom or what it is for.
const PURPOSES: [&str; 5] = ["category", "name", "description", "eligibleCustomerType", "audience"];

/// Members in which an offer names the places where it holds.
const PLACES: [&str; 2] = ["eligibleRegion", "areaServed"];

/// Members that hold an amount.
const AMOUNTS: [&str; 5] = ["price", "lowPrice", "highPrice", "minPrice", "maxPrice"];

/// Members in which an offer has a price of its own.
const PRICED: [&str; 4] = ["price", "lowPrice", "highPrice", "priceSpecification"];

/// Kinds of customers that are no restriction.
const EVERYONE: [&str; 8] = [
    "public",
    "everyone",
    "anyone",
    "all",
    "consumer",
    "enduser",
    "individual",
    "http://purl.org/goodrelations/v1#enduser",
];

/// Places that are no restriction.
const EVERYWHERE: [&str; 6] = ["worldwide", "global", "world", "everywhere", "international", "ww"];

/// Members in which an offer names the unit that it is charged for.
const UNITS: [&str; 5] = ["unitText", "unitCode", "billingDuration", "referenceQuantity", "eligibleDuration"];

/// Codes and ISO durations of units of time, with their words.
const CODES: [(&str, &str); 8] = [
    ("ANN", "year"),
    ("P1Y", "year"),
    ("P12M", "year"),
    ("P6M", "semester"),
    ("P3M", "quarter"),
    ("WEE", "week"),
    ("P1W", "week"),
    ("HUR", "hour"),
];

impl<'v> SchemaOrgReader<'_, 'v> {
    /// Reads the offers of an entry, or else the offer around it.
    pub(super) fn say_offers(&self, draft: &mut Draft, node: &Node<'v>, around: Option<&'v Map<'v>>) {
        let mut prices: Vec<Quote> = Vec::new();
        let offers = node.items("offers");
        for (number, item) in offers.iter().enumerate() {
            let list = String::from(node.at("offers"));
            let at = if node.value("offers").is_some_and(Value::is_array) { format!("{list}/{number}") } else { list };
            match (self.graph.resolve(item), item.as_str()) {
                (Some(map), _) => prices.extend(self.prices(&node.along(map, at))),
                (None, Some(text)) if !text.contains("://") => {
                    prices.extend(worded(node, text).map(|price| Quote { price, tax: None, note: None, at }));
                }
                _ => {}
            }
        }
        if let Some(offer) = around.filter(|_| offers.is_empty()) {
            let found = self.prices(&node.along(offer, String::new())).into_iter();
            // The offer stands outside the entry, whose place is the nearest that can be named.
            prices.extend(found.map(|quote| Quote { at: String::new(), ..quote }));
        }
        say_prices(draft, node, prices);
    }

    /// The prices of an offer: its own, one for each of several specifications, or those of the offers in it.
    fn prices(&self, offer: &Node<'v>) -> Vec<Quote> {
        if !PRICED.iter().any(|key| offer.has(key)) && offer.has("offers") {
            return offer.nodes("offers").iter().flat_map(|inner| self.own_prices(inner)).collect();
        }
        self.own_prices(offer)
    }

    fn own_prices(&self, offer: &Node<'v>) -> Vec<Quote> {
        let specifications = offer.nodes("priceSpecification");
        let terms = match &specifications[..] {
            [] => vec![Terms { offer, layers: [Some(offer), None] }],
            [one] => vec![Terms { offer, layers: [Some(offer), Some(one)] }],
            several => several.iter().map(|one| Terms { offer, layers: [Some(one), Some(offer)] }).collect(),
        };
        let priced = |terms: &Terms<'_, 'v>| {
            Some(Quote { price: self.price(terms)?, tax: terms.tax(), note: terms.until(), at: terms.place() })
        };
        terms.iter().filter_map(priced).collect()
    }

    /// Reads a price. One of 0 is used only if the offer calls itself free, or says for whom it is free.
    fn price(&self, terms: &Terms<'_, 'v>) -> Option<amount::Price> {
        let category = terms.offer.text("category").unwrap_or_default().to_lowercase();
        let mut price = terms.amount(&category)?;
        if price.low < 0.0 {
            return None;
        }
        let purposes = terms.texts(&PURPOSES).into_iter().filter(|text| !amount::names_other(text, price.low));
        let purposes: Vec<String> = purposes.chain(terms.unit()).collect();
        let is_monthly = terms.is_monthly() || self.page_says_monthly(price.low);
        price.what = match category.as_str() {
            "subscription" => Some(What::Subscription),
            _ if is_monthly => Some(What::Month),
            _ => price.what.or_else(|| purposes.iter().find_map(|text| amount::what(text))).or_else(|| terms.region()),
        };
        if price.what.is_none()
            && let Some(words) = purposes.iter().find(|text| amount::is_of_part(text))
        {
            terms.offer.remark("price", format!("{} is for “{words}” and not for the whole", price.low));
            return None;
        }
        if let Some(group) = terms.group().filter(|_| price.what.is_none()) {
            terms.offer.remark("price", format!("{} is the price for “{group}” and not for all", price.low));
            return None;
        }
        if price.high == 0.0 && !category.ends_with("free") && price.what.is_none() {
            terms.offer.remark("price", "is 0 and not called free, so it was left out");
            return None;
        }
        (price.high > 0.0 || category != "partially free").then_some(price)
    }

    /// Whether the page shows this amount as a monthly price.
    fn page_says_monthly(&self, amount: f64) -> bool {
        let digits = format!("{amount}");
        let mut rest = self.page;
        while let Some(at) = rest.find(&digits) {
            let is_whole = !rest[..at].ends_with(|c: char| c.is_ascii_digit());
            rest = &rest[at + digits.len()..];
            let near: String = rest.chars().take(24).collect();
            if is_whole && !near.starts_with(|c: char| c.is_ascii_digit()) && amount::what(&near) == Some(What::Month) {
                return true;
            }
        }
        false
    }
}

/// A price with what its offer says of it.
struct Quote {
    price: amount::Price,
    tax: Option<Tax>,
    note: Option<String>,
    at: String,
}

/// Adds prices that say what they are for, and those for the whole if they agree.
fn say_prices(draft: &mut Draft, node: &Node<'_>, mut prices: Vec<Quote>) {
    // A free offer beside a paid one is for auditing.
    let is_free = |price: &amount::Price| price.what.is_none() && price.high == 0.0;
    if prices.iter().any(|quote| quote.price.what.is_none() && !is_free(&quote.price)) {
        prices.retain(|quote| !is_free(&quote.price));
    }
    let whole: Vec<&amount::Price> =
        prices.iter().map(|quote| &quote.price).filter(|price| price.what.is_none()).collect();
    let differ = whole.iter().any(|price| whole.iter().any(|other| other.currency == price.currency && other != price));
    if differ {
        node.remark("offers", "has several prices without saying what each is for; none was taken for the whole");
    }
    for Quote { price, tax, note, at } in prices {
        if price.what.is_some() || !differ {
            draft::note_price(draft, &price, tax, What::Program, at, note);
        }
    }
}

/// Reads an offer that is only a text, such as `Free` or `USD 500`.
fn worded(node: &Node<'_>, text: &str) -> Option<amount::Price> {
    let words = clean::known(text)?;
    match amount::price(&words, None) {
        Ok(price) if price.high == 0.0 && price.currency.is_none() => {
            node.remark("offers", format!("`{words}` names no currency, so no price is on record"));
            None
        }
        Ok(price) => Some(price),
        Err(_) => {
            node.remark("offers", format!("`{words}` is not a single price"));
            None
        }
    }
}

/// An offer with one of its price specifications. A member is looked for in one and then in the other.
struct Terms<'n, 'v> {
    offer: &'n Node<'v>,
    layers: [Option<&'n Node<'v>>; 2],
}

impl<'v> Terms<'_, 'v> {
    fn member(&self, key: &str) -> Option<&'v Value<'v>> {
        self.layers.iter().flatten().find_map(|node| node.value(key))
    }

    /// Where the price stands.
    fn place(&self) -> String {
        let has_price = |node: &&&Node<'v>| AMOUNTS.iter().any(|key| node.has(key));
        self.layers.iter().flatten().find(has_price).unwrap_or(&self.offer).at("price").into()
    }

    /// The amount, exact or between two bounds.
    fn amount(&self, category: &str) -> Option<amount::Price> {
        let currency = self.member("priceCurrency").and_then(Value::as_str).and_then(amount::currency);
        let low = self.member("lowPrice").or_else(|| self.member("minPrice"));
        let high = self.member("highPrice").or_else(|| self.member("maxPrice"));
        match (self.member("price"), low, high) {
            (Some(Value::Array(_)), ..) => {
                self.offer.remark("price", "has several amounts; none was taken");
                None
            }
            (Some(Value::String(text)), ..) if clean::known(text).is_none() => None,
            (Some(Value::String(text)), ..) if amount::plain_number(text.trim()).is_none() => {
                let read = amount::price(text, currency);
                if read.is_err() {
                    let text = clean::text(text).unwrap_or_default();
                    self.offer.remark("price", format!("`{text}` is not a single price"));
                }
                read.ok()
            }
            (Some(value), ..) => Some(exactly(amount::number(value)?, currency)),
            (None, Some(low), Some(high)) => {
                Some(amount::Price { high: amount::number(high)?, ..exactly(amount::number(low)?, currency) })
            }
            (None, Some(one), None) | (None, None, Some(one)) => Some(exactly(amount::number(one)?, currency)),
            (None, None, None) => (category == "free").then(|| exactly(0.0, currency)),
        }
    }

    /// The texts of these members, and the names of objects in them.
    fn texts(&self, keys: &[&str]) -> Vec<String> {
        let mut texts = Vec::new();
        for node in self.layers.iter().flatten() {
            for item in keys.iter().flat_map(|key| node.items(key)) {
                let text = match item {
                    Value::Object(map) => {
                        ["name", "audienceType", "identifier"].iter().find_map(|key| map.get(key)?.as_str())
                    }
                    item => item.as_str(),
                };
                texts.extend(
                    text.and_then(clean::known).filter(|text| !GENERAL.contains(&text.to_lowercase().as_str())),
                );
            }
        }
        texts
    }

    /// Whether the amount includes tax.
    fn tax(&self) -> Option<Tax> {
        let value = self.member("valueAddedTaxIncluded")?;
        match value.to_string().trim_matches('"').to_lowercase().rsplit('/').next()? {
            "true" => Some(Tax::Included),
            "false" => Some(Tax::Excluded),
            _ => None,
        }
    }

    /// Until when the price holds, as a note.
    fn until(&self) -> Option<String> {
        let day = self.member("priceValidUntil").or_else(|| self.member("validThrough"))?;
        day.as_str().and_then(clean::known).map(|day| format!("valid until {day}"))
    }

    /// The group that a price is restricted to: a kind of customer, or those in time for a sale.
    fn group(&self) -> Option<String> {
        let is_sale = self.texts(&["priceType"]).into_iter().find(|kind| kind.contains("Sale"));
        let is_open = |group: &String| EVERYONE.contains(&group.to_lowercase().as_str());
        is_sale.or_else(|| self.texts(&["eligibleCustomerType"]).into_iter().find(|group| !is_open(group)))
    }

    /// The price is one of a region if the offer names where it holds.
    fn region(&self) -> Option<What> {
        let places = self.texts(&PLACES);
        let is_open = places.iter().any(|place| EVERYWHERE.contains(&place.to_lowercase().as_str()));
        (!places.is_empty() && !is_open).then_some(What::Region)
    }

    /// The unit that the price is charged for, as in `per course`.
    fn unit(&self) -> Option<String> {
        // How long an offer holds does not say how often it is paid for.
        let mut units = UNITS.iter().filter(|key| **key != "eligibleDuration").filter_map(|key| self.member(key));
        let unit = units.find_map(|value| {
            let inner = ["unitText", "unitCode", "name"].iter().find_map(|key| value.get(key)?.as_str());
            value.as_str().or(inner).and_then(clean::known)
        })?;
        let word =
            CODES.iter().find(|(code, _)| unit.eq_ignore_ascii_case(code)).map_or(unit.as_str(), |(_, word)| word);
        Some(format!("per {}", word.to_lowercase()))
    }

    fn is_monthly(&self) -> bool {
        UNITS.iter().filter_map(|key| self.member(key)).any(says_month)
    }
}

fn exactly(amount: f64, currency: Option<Currency>) -> amount::Price {
    amount::Price { low: amount, high: amount, currency, what: None }
}

/// Whether a unit, or an object that names one, is a single month.
fn says_month(value: &Value<'_>) -> bool {
    let count = value.get("value").and_then(amount::number).unwrap_or(1.0);
    let text = value.to_string().to_lowercase();
    (count - 1.0).abs() < f64::EPSILON && ["month", "p1m", "\"mon\"", "mies"].iter().any(|word| text.contains(word))
}

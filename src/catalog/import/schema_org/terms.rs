//! The terms of an offer: its amount, whom and what it is for, how long it is valid, and how often it is paid.

use crate::catalog::import::amount;
use crate::catalog::import::clean;
use crate::catalog::import::date::Moment;
use crate::catalog::import::digits;
use crate::catalog::import::draft;
use crate::catalog::import::json::Value;
use crate::catalog::import::node::Node;
use crate::catalog::{Currency, Tax};

/// Categories that say how something is paid for, and not by whom or for what.
const GENERAL: [&str; 5] = ["free", "partially free", "paid", "subscription", "tuition"];

/// Members in which an offer says whom or what it is for.
const PURPOSES: [&str; 5] = ["category", "name", "description", "eligibleCustomerType", "audience"];

/// Members in which an offer names the group of buyers that it is for.
const BUYERS: [&str; 2] = ["eligibleCustomerType", "audience"];

/// The name of the group of buyers that is everyone.
const EVERYONE: &str = "enduser";

/// The types of prices below the regular one, which may be stated beside it.
const REDUCED: [&str; 3] = ["saleprice", "minimumadvertisedprice", "invoiceprice"];

/// The members with the lower bound of a price, in the order in which they are tried.
const LEAST: [&str; 2] = ["lowPrice", "minPrice"];
/// The members with the upper bound of a price, in the order in which they are tried.
const MOST: [&str; 2] = ["highPrice", "maxPrice"];

/// Members in which an offer names the places where it is valid.
const PLACES: [&str; 2] = ["eligibleRegion", "areaServed"];

/// Places that are no restriction.
const EVERYWHERE: [&str; 6] = ["worldwide", "global", "world", "everywhere", "international", "ww"];

/// Members in which an offer names the unit that it is charged for.
const UNITS: [&str; 6] =
    ["unitText", "unitCode", "billingDuration", "referenceQuantity", "eligibleQuantity", "eligibleDuration"];

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

/// An offer with one of its price specifications. A member is looked for in one and then in the other.
pub(super) struct Terms<'n, 'v> {
    pub(super) offer: &'n Node<'v>,
    pub(super) layers: [Option<&'n Node<'v>>; 2],
}

impl<'v> Terms<'_, 'v> {
    fn member(&self, key: &str) -> Option<&'v Value<'v>> {
        self.layers.iter().flatten().find_map(|node| node.value(key))
    }

    /// The JSON pointer to the price.
    pub(super) fn place(&self) -> String {
        let priced = self.layers.iter().flatten().find_map(|node| Some(node.at(price_member(node)?)));
        priced.unwrap_or_else(|| self.offer.at("price")).into()
    }

    /// The amount, exact or between two bounds.
    pub(super) fn amount(&self, category: &str) -> Option<amount::Price> {
        let currency = self.member("priceCurrency").and_then(Value::as_str).and_then(amount::currency);
        let bound = |keys: [&str; 2]| keys.into_iter().find_map(|key| self.member(key));
        match (self.member("price"), bound(LEAST), bound(MOST)) {
            (Some(Value::Array(all)), ..) => self.only(all, currency),
            (Some(Value::String(text)), ..) if clean::known(text).is_none() => None,
            (Some(Value::String(text)), ..) if digits::clear_number(text.trim()).is_none() => {
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
            (None, Some(least), None) => bounded(least, currency, draft::AT_LEAST),
            (None, None, Some(most)) => bounded(most, currency, draft::AT_MOST),
            (None, None, None) => (category == "free").then(|| exactly(0.0, currency)),
        }
    }

    /// The price in a list of equal ones.
    fn only(&self, all: &[Value<'v>], currency: Option<Currency>) -> Option<amount::Price> {
        let amounts: Vec<f64> = all.iter().filter_map(amount::number).collect();
        let first = amounts.first().copied().filter(|first| amounts.iter().all(|other| other.total_cmp(first).is_eq()));
        if first.is_none() {
            self.offer.remark("price", "lists several prices without saying what each is for; none was taken");
        }
        Some(exactly(first?, currency))
    }

    /// The texts that say what the offer is for, without those that name only other amounts.
    pub(super) fn purposes(&self, amount: f64) -> Vec<String> {
        let own = self.texts(&PURPOSES).into_iter().filter(|text| !amount::names_other(text, amount));
        own.chain(self.unit()).collect()
    }

    /// The group that the price is for, or the type of a reduced price; `None` if the price is for everyone.
    pub(super) fn group(&self) -> Option<String> {
        let buyers = self.texts(&BUYERS).into_iter().map(|buyers| local(&buyers).to_owned());
        let kinds = self.texts(&["priceType"]).into_iter().map(|kind| local(&kind).to_owned());
        let is_everyone = |buyers: &String| buyers.eq_ignore_ascii_case(EVERYONE);
        let is_reduced = |kind: &String| REDUCED.iter().any(|known| kind.eq_ignore_ascii_case(known));
        buyers.filter(|buyers| !is_everyone(buyers)).chain(kinds.filter(is_reduced)).next()
    }

    /// What is stated of the tax in the price.
    pub(super) fn tax(&self) -> Option<Tax> {
        let nodes = || self.layers.iter().flatten();
        let stated = nodes().find_map(|node| node.flag("valueAddedTaxIncluded"));
        let words = || self.texts(&["name", "description"]).iter().find_map(|text| amount::tax(text));
        stated.map(|is_in| if is_in { Tax::Included } else { Tax::Excluded }).or_else(words)
    }

    /// The last day on which the price is valid.
    pub(super) fn end(&self) -> Option<Moment> {
        let nodes = || self.layers.iter().flatten();
        ["priceValidUntil", "validThrough"].into_iter().find_map(|key| nodes().find_map(|node| node.moment(key)))
    }

    /// The first day on which the price is valid.
    pub(super) fn start(&self) -> Option<Moment> {
        self.layers.iter().flatten().find_map(|node| node.moment("validFrom"))
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

    /// The places where the offer is valid; `None` if it is valid everywhere or does not say.
    pub(super) fn places(&self) -> Option<String> {
        let places = self.texts(&PLACES);
        let is_open = places.iter().any(|place| EVERYWHERE.contains(&place.to_lowercase().as_str()));
        (!places.is_empty() && !is_open).then(|| places.join(", "))
    }

    /// The unit that the price is charged for, as in `per course`.
    fn unit(&self) -> Option<String> {
        // How long an offer is valid does not indicate how often it is paid.
        let mut units = UNITS.iter().filter(|key| **key != "eligibleDuration").filter_map(|key| self.member(key));
        let unit = units.find_map(|value| {
            let inner = ["unitText", "unitCode", "name"].iter().find_map(|key| value.get(key)?.as_str());
            value.as_str().or(inner).and_then(clean::known)
        })?;
        let word =
            CODES.iter().find(|(code, _)| unit.eq_ignore_ascii_case(code)).map_or(unit.as_str(), |(_, word)| word);
        let word = word.to_lowercase();
        Some(format!("per {}", word.strip_prefix("per ").unwrap_or(&word)))
    }

    pub(super) fn is_monthly(&self) -> bool {
        UNITS.iter().filter_map(|key| self.member(key)).any(says_month)
    }
}

/// The first member in which an object states a price of its own, or a bound of one.
pub(super) fn price_member(node: &Node<'_>) -> Option<&'static str> {
    ["price"].into_iter().chain(LEAST).chain(MOST).find(|key| node.has(key))
}

/// The last part of an address, or the text itself.
pub(super) fn local(text: &str) -> &str {
    if text.contains("://") { text.rsplit(['/', '#']).next().unwrap_or(text) } else { text }
}

fn exactly(amount: f64, currency: Option<Currency>) -> amount::Price {
    amount::Price::exactly(amount, currency)
}

/// The only bound of a price, with a note on which one it is.
fn bounded(bound: &Value<'_>, currency: Option<Currency>, note: &str) -> Option<amount::Price> {
    Some(amount::Price { words: Some(note.to_owned()), ..exactly(amount::number(bound)?, currency) })
}

/// Whether a unit, or an object that names one, is a single month.
fn says_month(value: &Value<'_>) -> bool {
    let count = value.get("value").and_then(amount::number).unwrap_or(1.0);
    let text = value.to_string().to_lowercase();
    (count - 1.0).abs() < f64::EPSILON && ["month", "p1m", "\"mon\"", "mies"].iter().any(|word| text.contains(word))
}

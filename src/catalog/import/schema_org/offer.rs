//! Reads offers: their prices and what each is for. Offers for different groups of buyers are never one number, and if
//! offers with different prices do not say what they are for, none becomes the price of the whole program.

use super::SchemaOrgReader;
use super::terms::{Terms, local, price_member};
use crate::catalog::import::amount::{self, What};
use crate::catalog::import::clean;
use crate::catalog::import::date::Moment;
use crate::catalog::import::draft::{self, Draft, Thing};
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::measure;
use crate::catalog::import::node::Node;
use crate::catalog::import::stated::short;
use crate::catalog::{Basis, Status, Tax};

/// A price that an offer states.
struct Offered {
    price: amount::Price,
    tax: Option<Tax>,
    /// The group that it is for, if it is not for everyone.
    group: Option<String>,
    /// The last day on which it was valid, if that is over.
    end: Option<Moment>,
    /// The places where it is valid, if it is not valid everywhere.
    places: Option<String>,
    at: String,
}

impl<'v> SchemaOrgReader<'_, 'v> {
    /// Reads the offers of an entry, or else the offer around it.
    pub(super) fn say_offers(&self, draft: &mut Draft, node: &Node<'v>, around: Option<&'v Map<'v>>) {
        let mut prices: Vec<Offered> = Vec::new();
        let offers = node.items("offers");
        for (number, item) in offers.iter().enumerate() {
            let list = String::from(node.at("offers"));
            let at = if node.value("offers").is_some_and(Value::is_array) { format!("{list}/{number}") } else { list };
            match (self.graph.resolve(item), item.as_str()) {
                (Some(map), _) => prices.extend(self.prices(&node.along(map, at))),
                (None, Some(text)) if !text.contains("://") => {
                    let price = worded(node, text);
                    prices.extend(price.map(|price| Offered {
                        price,
                        tax: amount::tax(text),
                        group: None,
                        end: None,
                        places: None,
                        at,
                    }));
                }
                _ => {}
            }
        }
        if let Some(offer) = around.filter(|_| offers.is_empty()) {
            let found = self.prices(&node.along(offer, String::new())).into_iter();
            // The offer is outside the entry, so the place of the entry is named instead.
            prices.extend(found.map(|one| Offered { at: String::new(), ..one }));
        }
        self.say_ended(draft, node);
        say_prices(draft, node, prices);
    }

    /// A program is no longer offered if all its offers are discontinued.
    fn say_ended(&self, draft: &mut Draft, node: &Node<'v>) {
        let offers: Vec<&Map<'v>> = node.items("offers").iter().filter_map(|offer| self.graph.resolve(offer)).collect();
        let is_over = |offer: &&Map<'v>| {
            let word = offer.get("availability").and_then(Value::as_str).map(local);
            word.is_some_and(|word| word.eq_ignore_ascii_case("discontinued"))
        };
        if draft.thing == Thing::Program && !offers.is_empty() && offers.iter().all(is_over) {
            let aside = Some("its offers are discontinued".to_owned());
            draft.note("status", draft::text(Status::Older.slug()), Basis::Stated, node.at("offers"), aside);
        }
    }

    /// The prices of an offer: its own, one for each of several specifications, or those of the offers in it.
    fn prices(&self, offer: &Node<'v>) -> Vec<Offered> {
        let is_priced = price_member(offer).is_some() || offer.has("priceSpecification");
        if !is_priced && offer.has("offers") {
            return offer.nodes("offers").iter().flat_map(|inner| self.own_prices(inner)).collect();
        }
        self.own_prices(offer)
    }

    fn own_prices(&self, offer: &Node<'v>) -> Vec<Offered> {
        let specifications = offer.nodes("priceSpecification");
        let terms = match &specifications[..] {
            [] => vec![Terms { offer, layers: [Some(offer), None] }],
            [one] => vec![Terms { offer, layers: [Some(offer), Some(one)] }],
            several => several.iter().map(|one| Terms { offer, layers: [Some(one), Some(offer)] }).collect(),
        };
        terms.iter().filter_map(|terms| self.offered(terms)).collect()
    }

    fn offered(&self, terms: &Terms<'_, 'v>) -> Option<Offered> {
        if let Some(start) = terms.start().filter(|start| start.day > self.today) {
            terms.offer.remark("validFrom", format!("the price holds from {} and was left out", start.day));
            return None;
        }
        let price = self.price(terms)?;
        let end = terms.end().filter(|end| end.day < self.today);
        Some(Offered { price, tax: terms.tax(), group: terms.group(), end, places: terms.places(), at: terms.place() })
    }

    /// Reads a price. One of 0 is used only if the offer or its entry calls itself free, or says for whom it is free.
    fn price(&self, terms: &Terms<'_, 'v>) -> Option<amount::Price> {
        let category = local(&terms.offer.text("category").unwrap_or_default()).to_lowercase();
        let mut price = terms.amount(&category)?;
        if price.low < 0.0 {
            terms.offer.remark("price", format!("{} is negative", price.low));
            return None;
        }
        let purposes = terms.purposes(price.low);
        let is_monthly = terms.is_monthly() || self.page_says_monthly(price.low);
        price.what = match category.as_str() {
            "subscription" => Some(What::Subscription),
            _ if is_monthly => Some(What::Month),
            _ => price
                .what
                .or_else(|| purposes.iter().find_map(|text| amount::what(text)))
                .or_else(|| terms.places().map(|_| What::Region)),
        };
        if price.what.is_none()
            && let Some(words) = purposes.iter().find(|text| amount::is_of_part(text))
        {
            terms.offer.remark("price", format!("{} is for “{words}” and not for the whole", price.low));
            return None;
        }
        let is_word = |text: String| measure::is_free(&text.to_lowercase());
        let is_called_free = self.is_free
            || category.ends_with("free")
            || price_member(terms.offer).is_some_and(|key| terms.offer.text(key).is_some_and(is_word));
        if price.high == 0.0 && !is_called_free && price.what.is_none() {
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

/// Adds prices that say what they are for, and those for the whole if they agree.
fn say_prices(draft: &mut Draft, node: &Node<'_>, mut prices: Vec<Offered>) {
    // A free offer beside a paid one is for auditing.
    let is_free = |one: &Offered| one.price.what.is_none() && one.price.high == 0.0;
    if prices.iter().any(|one| one.price.what.is_none() && !is_free(one)) {
        prices.retain(|one| !is_free(one));
    }
    if do_differ(&prices) {
        for_everyone(node, &mut prices);
    }
    let differ = do_differ(&prices);
    if differ {
        node.remark("offers", "has several prices without saying what each is for; none was taken for the whole");
    }
    for one in prices.into_iter().filter(|one| one.price.what.is_some() || !differ) {
        say_price(draft, node, one);
    }
}

/// Whether there are different prices of the whole in one currency.
fn do_differ(prices: &[Offered]) -> bool {
    let whole = || prices.iter().map(|one| &one.price).filter(|price| price.what.is_none());
    whole().any(|price| whole().any(|other| other.currency == price.currency && other != price))
}

/// Leaves out the prices for some buyers only, if another one is for everyone.
fn for_everyone(node: &Node<'_>, prices: &mut Vec<Offered>) {
    let is_whole = |one: &Offered| one.price.what.is_none();
    if !prices.iter().any(|one| is_whole(one) && one.group.is_none()) {
        return;
    }
    prices.retain(|one| match one.group.as_ref().filter(|_| is_whole(one)) {
        Some(group) => {
            node.remark("offers", format!("{} is for “{group}” and not for everyone", short(one.price.low)));
            false
        }
        None => true,
    });
}

/// Adds a price. One that is no longer valid is dated with its last day.
fn say_price(draft: &mut Draft, node: &Node<'_>, one: Offered) {
    let Offered { price, tax, end, places, at, .. } = one;
    let what = price.what.unwrap_or(What::Program);
    if price.currency.is_none() {
        let amount = if price.high > 0.0 { short(price.low).to_string() } else { "what is free".to_owned() };
        let reason = format!("{amount} names no currency, so no price is on record");
        node.remark("offers", reason);
    }
    if draft.thing == Thing::Course && !matches!(what, What::Course | What::Program) {
        let reason = format!("{} is a price of another type ({}) than courses have", short(price.low), what.slug());
        return node.remark("offers", reason);
    }
    let count = draft.says.len();
    let asides = [places.map(|places| format!("for {places}")), end.map(|end| format!("valid until {}", end.day))];
    let asides: Vec<String> = asides.into_iter().flatten().collect();
    let aside = (!asides.is_empty()).then(|| asides.join("; "));
    draft::note_price(draft, &price, tax, What::Program, at, aside);
    if let Some(end) = end {
        draft.date_from(count, &end.day.to_string());
    }
}

/// Reads an offer that is only a text, such as `Free` or `USD 500`.
fn worded(node: &Node<'_>, text: &str) -> Option<amount::Price> {
    let words = clean::known(text)?;
    let price = amount::price(&words, None).ok();
    if price.is_none() {
        node.remark("offers", format!("`{words}` is not a single price"));
    }
    price
}

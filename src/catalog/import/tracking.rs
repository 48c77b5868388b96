//! Parts of addresses that serve to count visitors and have no effect on the page that they lead to.

use std::borrow::Cow;

/// Parameters that tell a site where a visitor comes from.
const TRACKING: [&str; 7] = ["gclid", "fbclid", "msclkid", "irclickid", "irgwc", "mc_cid", "mc_eid"];

/// Removes campaign tracking parameters from an address.
pub(super) fn without_tracking(url: &str) -> Cow<'_, str> {
    let Some((address, rest)) = url.split_once('?') else { return url.into() };
    let (query, fragment) = rest.split_once('#').map_or((rest, None), |(query, fragment)| (query, Some(fragment)));
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    let is_tracking = |pair: &&str| name(pair).starts_with("utm_") || TRACKING.contains(&name(pair).as_str());
    if !query.split('&').any(|pair| is_tracking(&pair)) {
        return url.into();
    }
    let kept: Vec<&str> = query.split('&').filter(|pair| !is_tracking(pair)).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{address}{query}{fragment}").into()
}

//! Reads the linked data in the scripts of a saved web page. Its words are kept beside it, because a price on the page
//! may say what the data leave out.

use super::{Current, DocumentReader};
use crate::catalog::import::gather::Spot;
use crate::catalog::import::html;
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::report::{At, Outcome};

impl DocumentReader<'_> {
    /// Reads the blocks of a page.
    pub(super) fn page(&mut self, current: &mut Current<'_>, page: &str) {
        let blocks = html::blocks(page);
        if blocks.is_empty() {
            return self.refuse(current, At::File, "a web page without structured data (JSON-LD)");
        }
        current.page = html::words(page);
        for block in blocks {
            let at = At::Pointer(format!("/script/{}", block.number));
            match block.data {
                Ok(Value::Array(items)) => {
                    let joined = Value::Object(Map::of([("@graph".into(), Value::Array(items))], |_, _| {}));
                    self.linked_block(current, &joined, at, block.number);
                }
                Ok(value) => self.linked_block(current, &value, at, block.number),
                Err(error) => self.settle(current, at, Outcome::Rejected, &error.to_string()),
            }
        }
    }

    fn linked_block(&mut self, current: &mut Current<'_>, value: &Value<'_>, at: At, number: usize) {
        self.value(current, value, at, Spot::Path(format!("/script/{number}").into()));
    }
}

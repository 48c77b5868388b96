//! The state: the fold over the operations of all writers. It is a set of operations, so duplicates, order and grouping
//! make no difference, and copying two folders together merges them. The latest change of a field is its value;
//! concurrent changes are kept beside it until a later change, made by a writer that has seen them all, replaces them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;

use super::operation::Operation;

/// All operations, and for each field those that were replaced.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    operations: BTreeMap<String, Operation>,
    fields: BTreeMap<(String, String), Register>,
}

/// The operations on one field.
#[derive(Clone, Debug, Default, PartialEq)]
struct Register {
    all: BTreeSet<String>,
    replaced: BTreeSet<String>,
}

impl State {
    /// Returns the state that results from these operations.
    pub fn fold(operations: impl IntoIterator<Item = Operation>) -> Self {
        let mut state = Self::default();
        operations.into_iter().for_each(|operation| state.add(operation));
        state
    }

    /// Adds an operation.
    pub fn add(&mut self, operation: Operation) {
        if let Some(own) = self.operations.get(&operation.id) {
            // This program never gives two operations the same id. If it happens, the choice between them must not
            // depend on their order.
            if *own == operation || own.to_line() >= operation.to_line() {
                return;
            }
            self.operations.insert(operation.id.clone(), operation);
            *self = Self::fold(std::mem::take(&mut self.operations).into_values());
            return;
        }
        let register = self.fields.entry((operation.thing.clone(), operation.field.clone())).or_default();
        register.all.insert(operation.id.clone());
        register.replaced.extend(operation.parents.iter().cloned());
        self.operations.insert(operation.id.clone(), operation);
    }

    /// Returns all operations in order of time.
    pub fn operations(&self) -> Vec<&Operation> {
        let mut all: Vec<&Operation> = self.operations.values().collect();
        all.sort_by_key(|operation| operation.order());
        all
    }

    /// Returns the time of the latest operation, or `None` if there are none.
    pub fn latest(&self) -> Option<Timestamp> {
        self.operations.values().map(|operation| operation.time).max()
    }

    /// Returns the operations on a field that no other has replaced, the latest first.
    pub fn heads(&self, thing: &str, field: &str) -> Vec<&Operation> {
        let Some(register) = self.fields.get(&(thing.to_owned(), field.to_owned())) else { return Vec::new() };
        let heads = register.all.difference(&register.replaced);
        let mut heads: Vec<&Operation> = heads.filter_map(|id| self.operations.get(id)).collect();
        heads.sort_by_key(|operation| std::cmp::Reverse(operation.order()));
        heads
    }

    /// Returns the value of a field; null if it has none.
    pub fn value(&self, thing: &str, field: &str) -> &Value {
        self.heads(thing, field).first().map_or(&Value::Null, |head| &head.new)
    }

    /// Returns the fields of a thing that have a value.
    pub fn fields<'s>(&'s self, thing: &'s str) -> impl Iterator<Item = (&'s str, &'s Value)> {
        let of_thing = self.fields.range((thing.to_owned(), String::new())..);
        let of_thing = of_thing.take_while(move |((own, _), _)| own == thing);
        of_thing.map(move |((_, field), _)| (field.as_str(), self.value(thing, field))).filter(|(_, v)| !v.is_null())
    }

    /// Returns the names of all things that begin with `prefix`.
    pub fn things<'s>(&'s self, prefix: &'s str) -> BTreeSet<&'s str> {
        let from = self.fields.range((prefix.to_owned(), String::new())..);
        from.map(|((thing, _), _)| thing.as_str()).take_while(move |thing| thing.starts_with(prefix)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn operation(id: &str, second: i64, field: &str, new: i64, parents: &[&str]) -> Operation {
        let time = Timestamp::from_second(second).expect("a time");
        let mut operation = Operation::new(id.to_owned(), time, "thing".to_owned(), field.to_owned(), json!(new));
        operation.parents = parents.iter().map(|id| (*id).to_owned()).collect();
        operation
    }

    /// Generates operations on few fields by few writers, so that they conflict, including different operations with
    /// the same id.
    fn operations() -> impl Strategy<Value = Vec<Operation>> {
        let one = (0..3_u8, 0..6_u8, 0..5_i64, 0..2_u8, 0..4_i64, proptest::collection::vec((0..3_u8, 0..6_u8), 0..3));
        let one = one.prop_map(|(writer, number, second, field, new, parents)| {
            let name = |(writer, number): (u8, u8)| format!("w{writer}-{number}");
            let parents: Vec<String> = parents.into_iter().map(name).collect();
            let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
            operation(&name((writer, number)), second, &format!("f{field}"), new, &parents)
        });
        proptest::collection::vec(one, 0..30)
    }

    proptest! {
        #[test]
        fn the_order_of_operations_makes_no_difference(all in operations(), seed in any::<u64>()) {
            let mut other = all.clone();
            for at in (1..other.len()).rev() {
                other.swap(at, (seed.rotate_left(at as u32) % (at as u64 + 1)) as usize);
            }
            prop_assert_eq!(State::fold(all), State::fold(other));
        }

        #[test]
        fn an_operation_twice_is_the_operation_once(all in operations()) {
            let twice = all.iter().chain(&all).cloned();
            prop_assert_eq!(State::fold(twice), State::fold(all.iter().cloned()));
        }

        #[test]
        fn groups_make_no_difference(all in operations(), cut in 0_usize..30) {
            let cut = cut.min(all.len());
            let parts = [State::fold(all[..cut].iter().cloned()), State::fold(all[cut..].iter().cloned())];
            let merged = parts.iter().flat_map(|part| part.operations()).cloned().collect::<Vec<_>>();
            prop_assert_eq!(State::fold(merged), State::fold(all));
        }
    }

    #[test]
    fn the_later_change_holds_and_one_made_apart_stands_beside_it() {
        let first = operation("a-1", 1, "f", 1, &[]);
        let state =
            State::fold([first.clone(), operation("a-2", 3, "f", 2, &["a-1"]), operation("b-1", 2, "f", 3, &["a-1"])]);
        assert_eq!(state.value("thing", "f"), &json!(2));
        let beside: Vec<&str> = state.heads("thing", "f").iter().map(|head| head.id.as_str()).collect();
        assert_eq!(beside, ["a-2", "b-1"]);
        let mut settled = state.clone();
        settled.add(operation("b-2", 4, "f", 4, &["a-2", "b-1"]));
        assert_eq!(settled.heads("thing", "f").len(), 1);
    }

    #[test]
    fn things_are_found_by_how_they_begin() {
        let mut one = operation("a-1", 1, "f", 1, &[]);
        one.thing = "kept/me/x".to_owned();
        let mut other = operation("a-2", 1, "g", 1, &[]);
        other.thing = "kept/mee/x".to_owned();
        let state = State::fold([one, other]);
        assert_eq!(state.things("kept/me/").into_iter().collect::<Vec<_>>(), ["kept/me/x"]);
        assert_eq!(state.fields("kept/me/x").count(), 1);
    }
}

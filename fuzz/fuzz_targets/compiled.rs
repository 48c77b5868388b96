//! Opens and reads whatever the fuzzer makes: first as a compiled catalogue, then as changes to a valid one, because
//! random bytes alone would not pass the checksum.

#![no_main]

#[path = "../compiled.rs"]
mod compiled;

use std::sync::LazyLock;

use compiled::Right;
use libfuzzer_sys::fuzz_target;

static RIGHT: LazyLock<Right> = LazyLock::new(Right::new);

fuzz_target!(|bytes: &[u8]| {
    RIGHT.assert_never_wrong(bytes.to_vec());
    RIGHT.assert_never_wrong(RIGHT.changed(bytes));
});

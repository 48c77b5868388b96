//! See the library's map.

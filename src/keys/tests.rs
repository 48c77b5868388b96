//! The table of keys keeps its promises.

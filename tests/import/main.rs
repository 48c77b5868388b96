//! Importing external catalogues: every format at every nesting depth, compared with known values.

mod again;
mod apart;
mod around;
mod basis;
mod bounds;
mod camel;
mod columns;
mod dates;
mod eighteen;
mod encodings;
mod formats;
mod guide;
mod inside;
mod joined;
mod linked;
mod lists;
mod marked;
mod merged;
mod named;
mod national;
mod nine;
mod of_courses;
mod offers;
mod opened;
mod order;
mod pages;
mod platforms;
#[path = "../program/mod.rs"]
mod program;
#[cfg(unix)]
mod progress;
mod published;
mod references;
mod registry;
mod replaced;
mod roles;
mod run;
mod runs;
mod shapes;
mod silent;
mod tables;
mod unclear;
mod unsaid;
mod wrapped;
mod written;

//! The macro for enumerations whose values have names: a slug for files, commands and JSON, and optionally a name for
//! people. All of them get the same methods.

/// Declares an enumeration whose values have a slug: `named! { Type { Value = "value"; } }`. With a second name for
/// people, returned by the given method: `named! { Type, label { Value = "value", "Value"; } }`.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $slug:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type { $($(#[$variant_doc])* $variant),+ }

        impl $type {
            /// All values, in the order of their declaration.
            pub const ALL: [Self; [$($slug),+].len()] = [$(Self::$variant),+];

            /// The slug, which is the name in files, commands and JSON.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// The value with this slug; `None` if there is none.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.slug() == slug)
            }
        }
    };
    (
        $(#[$doc:meta])* $type:ident, $method:ident {
            $($(#[$variant_doc:meta])* $variant:ident = $slug:literal, $name:literal;)+
        }
    ) => {
        named! { $(#[$doc])* $type { $($(#[$variant_doc])* $variant = $slug;)+ } }

        impl $type {
            /// The name that people read.
            pub fn $method(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

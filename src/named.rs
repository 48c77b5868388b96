//! The one way to declare an enumeration whose values have names: a name in files, commands and JSON (`slug`), and, where
//! people read it, a name for them. It must not know what is named; every such type gets the same methods.

/// An enumeration whose values have a name in files, and perhaps one for people under `name` or another method:
/// `named! { Type { Value = "value"; } }`, `named! { Type, label { Value = "value", "Value"; } }`.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $slug:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type { $($(#[$variant_doc])* $variant),+ }

        impl $type {
            /// Every value, in its natural order.
            pub const ALL: [Self; [$($slug),+].len()] = [$(Self::$variant),+];

            /// The name in files, commands and JSON.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// The value of that name.
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
            /// The name for people.
            pub fn $method(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

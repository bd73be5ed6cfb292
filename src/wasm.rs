//! The thin boundary: strings in, `Analysis` out, errors as `Error` objects.
//!
//! A string crosses as UTF-8. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD on the way; both are one
//! UTF-16 code unit, so every offset in the result is an exact index into the string that the caller has.

use crate::Options;
use js_sys::{Error, RangeError, Reflect, TypeError};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// The types of the schema. `xtask test` has `tsc` check real results against them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("schema.d.ts");

/// The longest text that is taken, in bytes of UTF-8: some forty times the Koran, far below what the memory of a
/// page can hold.
const LONGEST: usize = 64 << 20;

/// A short text that touches every stage.
const WARM_UP: &str = "القاهرة - قال وزير الخارجية أحمد سالم أمس إن 20 شركة \"ستعود\" إلى مصر.";

/// Sends the message of a panic, which would be a fault of this library, to the console.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}

/// The version of this library.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Loads all tables and lets the engine compile the hot code, so that the first `analyze` is not the slow one.
#[wasm_bindgen(js_name = warmUp)]
pub fn warm_up() {
    for _ in 0..8 {
        std::hint::black_box(crate::analyze(WARM_UP, &Options::default()));
    }
}

/// Analyses one article. Offsets in the result are UTF-16 code units: `text.slice(span.start, span.end)`.
///
/// @param text the article; lone surrogates are allowed
/// @param options what is known beside the text
/// @throws TypeError if `text` is no string or an option is of the wrong type
/// @throws RangeError if `published` is no day such as `2017-01-20`, or the text is over 64 MiB
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: Option<js_sys::Object>,
) -> Result<JsValue, Error> {
    let text = text.as_string().ok_or_else(|| TypeError::new("analyze: the text must be a string"))?;
    if text.len() > LONGEST {
        return Err(RangeError::new("analyze: the text is longer than 64 MiB").into());
    }
    let options = read(options)?;
    let analysis = crate::analyze(&text, &options);
    analysis.serialize(&Serializer::json_compatible()).map_err(|e| Error::new(&e.to_string()))
}

fn read(options: Option<js_sys::Object>) -> Result<Options, Error> {
    let Some(options) = options else { return Ok(Options::default()) };
    let published = Reflect::get(&options, &"published".into()).unwrap_or(JsValue::UNDEFINED);
    if published.is_undefined() || published.is_null() {
        return Ok(Options::default());
    }
    let day = published.as_string().ok_or_else(|| TypeError::new("analyze: published must be a string"))?;
    Options::published_on(&day).map_err(|e| RangeError::new(&format!("analyze: {e}")).into())
}

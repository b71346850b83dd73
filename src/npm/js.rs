//! The few things of JavaScript that the package calls. `js-sys` has them all, but brings an
//! executor of futures along, of which the linker keeps a part: more than all of this.

#![allow(missing_docs)] // As MDN describes them.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    pub type Array;

    #[wasm_bindgen(constructor)]
    pub fn new() -> Array;
    #[wasm_bindgen(static_method_of = Array, js_name = isArray)]
    pub fn is_array(value: &JsValue) -> bool;
    #[wasm_bindgen(method, getter)]
    pub fn length(this: &Array) -> u32;
    #[wasm_bindgen(method, indexing_getter)]
    pub fn get(this: &Array, index: u32) -> JsValue;
    #[wasm_bindgen(method)]
    pub fn push(this: &Array, value: &JsValue) -> u32;
    #[wasm_bindgen(method)]
    pub fn join(this: &Array, between: &str) -> String;

    #[wasm_bindgen(js_namespace = Object)]
    pub fn entries(object: &JsValue) -> Array;

    pub type Error;

    #[wasm_bindgen(constructor)]
    pub fn new(message: &str) -> Error;
    #[wasm_bindgen(method, setter, js_name = code)]
    pub fn set_code(this: &Error, code: &str);

    #[cfg(feature = "npm")]
    pub type Uint8Array;

    #[cfg(feature = "npm")]
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Uint8Array;
}

impl Array {
    pub(super) fn values(&self) -> impl Iterator<Item = JsValue> + '_ {
        (0..self.length()).map(|i| self.get(i))
    }
}

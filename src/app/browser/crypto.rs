//! Locking with a passphrase, by the browser's own cryptography.

use js_sys::{Array, JsString, Object, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, CryptoKey, Pbkdf2Params, SubtleCrypto};

/// Rounds of PBKDF2-HMAC-SHA-256.
///
/// Source: OWASP, Password Storage Cheat Sheet (2023): 600,000.
pub const ITERATIONS: u32 = 600_000;

/// More rounds than anybody sets; a file that asks for more only wants to keep us busy.
/// Chosen by us.
pub const MOST_ITERATIONS: u32 = 10_000_000;

/// Bytes of the salt. Source: NIST SP 800-132, 5.1: at least 128 bits.
pub const SALT_BYTES: usize = 16;

/// Bytes of the initialization vector. Source: NIST SP 800-38D, 8.2.2: 96 random bits.
pub const IV_BYTES: usize = 12;

/// A key for AES-256-GCM. Its bits never leave the browser's own code.
#[derive(Clone, Debug)]
pub struct Key(CryptoKey);

impl Key {
    /// The key that a passphrase gives; nothing where the browser cannot (pages without
    /// `https`).
    pub async fn derive(passphrase: &str, salt: &[u8], iterations: u32) -> Option<Self> {
        let subtle = subtle()?;
        // The same keys on another keyboard can give the same text in other characters.
        let passphrase = String::from(JsString::from(passphrase).normalize("NFKC"));
        let bytes = Uint8Array::from(passphrase.as_bytes());
        let usages = Array::of1(&"deriveKey".into());
        let base = subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &usages);
        let base: CryptoKey = done(base).await?;
        let salt = Object::from(Uint8Array::from(salt));
        let pbkdf2 = Pbkdf2Params::new("PBKDF2", &"SHA-256".into(), iterations, &salt);
        let aes = AesKeyGenParams::new("AES-GCM", 256);
        let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
        let key = subtle.derive_key_with_object_and_object(&pbkdf2, &base, &aes, false, &usages);
        done(key).await.map(Self)
    }

    /// Encrypts under a fresh vector, which stands before the result.
    pub async fn encrypt(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut sealed = random(IV_BYTES)?;
        let aes = AesGcmParams::new("AES-GCM", &Uint8Array::from(&sealed[..]));
        let bytes = Uint8Array::from(bytes);
        let encrypted = subtle()?.encrypt_with_object_and_buffer_source(&aes, &self.0, &bytes);
        let encrypted: JsValue = done(encrypted).await?;
        sealed.extend(Uint8Array::new(&encrypted).to_vec());
        Some(sealed)
    }

    /// Decrypts what [`encrypt`](Self::encrypt) gave; nothing for another key, or where a
    /// bit is not as it was.
    pub async fn decrypt(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let (iv, bytes) = sealed.split_at_checked(IV_BYTES)?;
        let aes = AesGcmParams::new("AES-GCM", &Uint8Array::from(iv));
        let bytes = Uint8Array::from(bytes);
        let decrypted = subtle()?.decrypt_with_object_and_buffer_source(&aes, &self.0, &bytes);
        let decrypted: JsValue = done(decrypted).await?;
        Some(Uint8Array::new(&decrypted).to_vec())
    }
}

/// Random bytes.
pub fn random(count: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; count];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// SHA-256 in hexadecimal; nothing where the browser cannot (pages without `https`).
pub async fn sha256(bytes: &[u8]) -> Option<String> {
    let digest = subtle()?.digest_with_str_and_buffer_source("SHA-256", &Uint8Array::from(bytes));
    let digest: JsValue = done(digest).await?;
    let digits = b"0123456789abcdef";
    let digest = Uint8Array::new(&digest).to_vec().into_iter();
    let hex = digest.flat_map(|byte| [byte >> 4, byte & 15]);
    Some(hex.map(|digit| char::from(digits[usize::from(digit)])).collect())
}

async fn done<T: JsCast>(promise: Result<Promise, JsValue>) -> Option<T> {
    JsFuture::from(promise.ok()?).await.ok().map(JsCast::unchecked_into)
}

fn subtle() -> Option<SubtleCrypto> {
    let subtle = web_sys::window()?.crypto().ok()?.subtle();
    (!subtle.is_undefined()).then_some(subtle)
}

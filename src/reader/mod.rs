//! Reading what is printed on a photographed document, on the device.

#[cfg(feature = "reader")]
mod engine;
mod line;
mod pack;
mod page;
mod profile;
mod strips;

#[cfg(feature = "reader")]
pub use engine::Reader;
pub use pack::{Network, Pack, PackError, Tensor, f32_to_half, half_to_f32};
#[cfg(feature = "reader")]
pub use engine::dump;

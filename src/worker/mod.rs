//! The workers' side: one for photos, one for the pages of an application. Each is a program of
//! its own.

#[cfg(feature = "journey")]
pub mod journey;
#[cfg(feature = "worker")]
pub mod photo;

#[cfg(feature = "journey")]
mod provider;
mod scope;

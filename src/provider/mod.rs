//! Sending through a provider's server: what its deployer configures, and the client as a pure
//! machine. `docs/provider.openapi.json` has the contract.

mod config;

pub use config::{Config, Provider};

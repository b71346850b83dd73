//! The pages of an application: what is shown, and what comes of each button.

mod desk;
#[allow(dead_code)]
#[path = "../application/forms.rs"]
mod forms;
mod host;
mod markup;
mod package;
mod pages;
mod provider;
mod qr;
mod reading;
mod recorded;
mod rehearsal;
mod sending;
mod stories;

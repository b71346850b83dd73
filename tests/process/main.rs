//! The process: every pair of state and event, whole stories, and long random walks.

mod chaos;
mod clock;
mod invariants;
mod json;
mod office;
mod picture;
mod stories;
mod support;
mod table;
mod wechat;

//! The process: every pair of state and event, whole stories, and long random walks.

mod clock;
mod stories;
mod support;
mod table;

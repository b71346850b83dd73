//! Pages read the session, hand signals to components, and turn their callbacks
//! into events. There is no rule in here.

mod about;
mod journey;
mod not_found;
mod photo;
mod saved;
mod start;

pub use about::AboutPage;
pub use journey::JourneyPage;
pub use not_found::NotFoundPage;
pub use photo::PhotoPage;
pub use saved::SavedPage;
pub use start::StartPage;

//! Pages read the session, hand signals to components, and turn their callbacks
//! into events. There is no rule in here.

mod journey;
mod photo;
mod saved;
mod start;

pub use journey::JourneyPage;
pub use photo::PhotoPage;
pub use saved::SavedPage;
pub use start::StartPage;

//! The photo worker: see `renzheng::worker::photo`.

fn main() {
    renzheng::worker::photo::start();
}

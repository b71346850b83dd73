//! The photo worker: see `renzheng::worker`.

fn main() {
    renzheng::worker::start();
}

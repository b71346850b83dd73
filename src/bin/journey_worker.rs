//! The journey worker: see `renzheng::worker::journey`.

fn main() {
    renzheng::worker::journey::start();
}

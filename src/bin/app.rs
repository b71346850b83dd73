//! The page: see `renzheng::app`.

fn main() {
    renzheng::app::start();
}

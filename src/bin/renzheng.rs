//! The program for the command line: see `renzheng::cli`.

fn main() -> std::process::ExitCode {
    renzheng::cli::main()
}

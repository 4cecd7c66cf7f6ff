//! The command-line program; everything is in the library.

use std::io::{self, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut stdout = BufWriter::new(io::stdout().lock());
    let status = claimdiff::cli::run(
        std::env::args_os(),
        &mut io::stdin().lock(),
        &mut stdout,
        &mut io::stderr().lock(),
    );
    ExitCode::from(status)
}

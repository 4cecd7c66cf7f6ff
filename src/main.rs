//! The command-line program; everything is in the library.

use std::io::{self, BufWriter};
use std::process::ExitCode;

#[cfg(not(target_family = "wasm"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut stdout = BufWriter::new(io::stdout().lock());
    // Standard error is not locked: a progress bar is drawn there from other threads.
    let status = claimdiff::cli::run_at_terminal(
        std::env::args_os(),
        &mut io::stdin().lock(),
        &mut stdout,
        &mut io::stderr(),
    );
    ExitCode::from(status)
}

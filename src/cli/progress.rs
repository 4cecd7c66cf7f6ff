//! How far a long run has come, on a terminal's standard error and nowhere else. The only user of `indicatif`.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A run that is over sooner says nothing.
const PATIENCE: Duration = Duration::from_millis(700);

/// Counts the steps of one piece of work.
pub struct Progress {
    bar: ProgressBar,
    start: Instant,
    waiting: AtomicBool,
}

impl Progress {
    /// Of work called `what` that has `steps` steps; `visible` says whether somebody watches.
    pub fn new(what: &'static str, steps: usize, visible: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{prefix} [{bar:30}] {pos}/{len} {eta}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
        bar.set_prefix(what);
        Self { bar, start: Instant::now(), waiting: AtomicBool::new(visible && steps > 1) }
    }

    /// One step is done.
    pub fn step(&self) {
        if self.start.elapsed() > PATIENCE && self.waiting.swap(false, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Progress {
    /// The work is done: nothing is shown any more.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done();
    }
}

//! The one place where the command line meets the analysis: stories in, reports out, several at a time.
//!
//! Results come in the order of the stories whatever the number of threads, and each as soon as it and those before it are
//! there: what was written can be given back while the next is worked on.

use super::progress::Progress;
use crate::compare;
use crate::model::report::{Detail, ExtractRecord, Report};
use crate::model::{Article, RuleInfo};
use crate::rules::Rules;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

/// A story: its name and its articles.
pub type Story = (Option<String>, Vec<Article>);

/// The rules that findings come from.
pub fn rules() -> &'static [RuleInfo] {
    compare::rules::ALL
}

/// Hands one report a story to `take`, in their order; `jobs` threads, 0: as many as there are processors.
pub fn check<T>(
    stories: Vec<Story>,
    rules: &Rules,
    detail: Detail,
    jobs: usize,
    progress: &Progress,
    take: impl FnOnce(&mut dyn Iterator<Item = Report>) -> T,
) -> T {
    let one = |(name, articles): Story| {
        let report = crate::reconcile_in(name.as_deref(), articles, rules, detail);
        progress.step();
        report
    };
    in_order(stories, jobs, one, take)
}

/// So many articles go through a station together: each runs code that does not fit the nearest cache beside that of the
/// others.
const GROUP: usize = 4;

/// Hands what was read out of each article to `take`, in their order.
pub fn extract<T>(
    articles: Vec<Article>,
    rules: &Rules,
    jobs: usize,
    progress: &Progress,
    take: impl FnOnce(&mut dyn Iterator<Item = ExtractRecord>) -> T,
) -> T {
    let mut articles = articles.into_iter();
    let group =
        || Some(articles.by_ref().take(GROUP).collect()).filter(|group: &Vec<Article>| !group.is_empty());
    let groups: Vec<Vec<Article>> = std::iter::from_fn(group).collect();
    let one = |group: Vec<Article>| {
        let records = crate::extract_each(group, rules);
        for _ in &records {
            progress.step();
        }
        records
    };
    in_order(groups, jobs, one, |records| take(&mut records.flatten()))
}

/// So many results for each thread may wait to be taken.
const AHEAD: usize = 4;

/// Hands what `one` makes of each item to `take`, in their order.
fn in_order<A: Send, R: Send, T>(
    items: Vec<A>,
    jobs: usize,
    one: impl Fn(A) -> R + Sync,
    take: impl FnOnce(&mut dyn Iterator<Item = R>) -> T,
) -> T {
    let jobs = if jobs == 0 { thread::available_parallelism().map_or(1, usize::from) } else { jobs };
    // One thread is the calling one: what it made it can give back and use again.
    if jobs.min(items.len()) <= 1 {
        return take(&mut items.into_iter().map(one));
    }
    let queue = Mutex::new(items.into_iter().enumerate());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(AHEAD * jobs);
        for _ in 0..jobs {
            let sender = sender.clone();
            let work = || {
                let sender = sender;
                while let Some((place, item)) = next() {
                    if sender.send((place, one(item))).is_err() {
                        break;
                    }
                }
            };
            // Fewer threads than asked for do it too; without any it is done here.
            let _ = thread::Builder::new().spawn_scoped(scope, work);
        }
        drop(sender);
        let mut early: BTreeMap<usize, R> = BTreeMap::new();
        let mut results = (0..).map_while(|place| {
            while !early.contains_key(&place) {
                let (place, result) =
                    receiver.recv().ok().or_else(|| next().map(|(p, item)| (p, one(item))))?;
                early.insert(place, result);
            }
            early.remove(&place)
        });
        take(&mut results)
    })
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_come_in_order_whatever_the_number_of_threads() {
        let slow_first = |n: u64| {
            std::thread::sleep(std::time::Duration::from_millis(if n.is_multiple_of(7) { 5 } else { 0 }));
            n * n
        };
        for jobs in [0, 1, 2, 5] {
            for count in [0, 1, 40] {
                let all: Vec<u64> =
                    in_order((0..count).collect(), jobs, slow_first, |results| results.collect());
                assert!(all.into_iter().eq((0..count).map(|n| n * n)), "{count} by {jobs}");
            }
        }
    }

    #[test]
    fn what_is_not_taken_keeps_nobody_waiting() {
        let some: Vec<u64> = in_order((0..500).collect(), 2, |n| n, |results| results.take(3).collect());
        assert_eq!(some, [0, 1, 2]);
    }
}

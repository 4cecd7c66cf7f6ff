//! What could not be done: told on standard error, and put into the report of the story it concerns.

use super::Streams;
use crate::model::Problem;
use crate::model::report::{ProblemRecord, Report};

/// Tells problems to people; `quiet` leaves out those that kept nothing from being read.
pub fn tell(problems: &[Problem], quiet: bool, streams: &mut Streams) {
    for problem in problems.iter().filter(|p| p.fatal || !quiet) {
        let level = if problem.fatal { "error" } else { "warning" };
        streams.say(format_args!("{level}: {}: {}", problem.source, problem.message));
    }
}

/// Puts each problem into the report of the story that has an article of that file or folder; else into the first.
pub fn assign(problems: &[Problem], reports: &mut [Report]) {
    for problem in problems {
        let at = reports.iter().position(|report| concerns(problem, report)).unwrap_or(0);
        if let Some(report) = reports.get_mut(at) {
            let record = ProblemRecord {
                source: problem.source.clone(),
                message: problem.message.clone(),
                fatal: problem.fatal,
            };
            report.problems.push(record);
        }
    }
}

/// Whether the problem's file, or a file in its folder, is a source of the report.
fn concerns(problem: &Problem, report: &Report) -> bool {
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    report.sources.iter().filter_map(|source| source.path.as_deref()).any(|path| {
        let same_file =
            problem.source.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
        let its_folder = folder(path);
        same_file
            || its_folder.as_deref() == Some(&problem.source)
            || (its_folder.is_some() && its_folder == folder(&problem.source))
    })
}

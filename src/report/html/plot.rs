//! A finding's values drawn: each source's statement as the interval it allows on one scale, or as a row of a grid.

use super::scale::{Extent, Scale, extent};
use crate::model::report::{ClaimRecord, FindingRecord, ValueRecord};
use crate::report::view::{View, publisher};
use serde::Serialize;

/// More lanes than this are no drawing any more.
const MOST: usize = 24;

/// Lanes on one scale.
#[derive(Serialize)]
pub struct Plot {
    pub lanes: Vec<Lane>,
    pub ticks: Vec<Tick>,
}

/// One statement: its bar in percent of the line.
#[derive(Serialize)]
pub struct Lane {
    pub who: String,
    pub display: String,
    pub at: f64,
    pub width: f64,
    /// The statement is one point.
    pub point: bool,
    /// It goes on below what the line shows.
    pub open_low: bool,
    /// It goes on above.
    pub open_high: bool,
}

/// A mark of the scale.
#[derive(Serialize)]
pub struct Tick {
    pub at: f64,
    pub label: String,
    pub anchor: &'static str,
}

impl Plot {
    /// The drawing of a finding about numbers or times of one unit; `None` where a line would say nothing.
    pub fn new(view: &View, finding: &FindingRecord) -> Option<Self> {
        let claims: Vec<_> = finding
            .values
            .iter()
            .flat_map(|v| view.evidence(v))
            .map(|(c, s)| (c, publisher(s)))
            .take(MOST + 1)
            .collect();
        let (first, _) = claims.first()?;
        if claims.len() > MOST || claims.iter().any(|(c, _)| !same_line(first, c)) {
            return None;
        }
        let extents: Vec<Extent> = claims.iter().map(|(c, _)| extent(&c.value)).collect::<Option<_>>()?;
        let times = matches!(first.value, ValueRecord::Time { .. });
        let scale = Scale::new(&extents, times)?;
        let lanes = claims
            .iter()
            .zip(&extents)
            .map(|((c, who), e)| lane(&scale, *e, who, c.value.display()))
            .collect();
        Some(Self { lanes, ticks: ticks(&scale) })
    }
}

/// Whether two values can stand on one line: numbers of one unit, or times.
fn same_line(a: &ClaimRecord, b: &ClaimRecord) -> bool {
    match (&a.value, &b.value) {
        (ValueRecord::Quantity { unit: a, .. }, ValueRecord::Quantity { unit: b, .. }) => a == b,
        (ValueRecord::Time { .. }, ValueRecord::Time { .. }) => true,
        _ => false,
    }
}

/// The bar of one statement.
pub fn lane(scale: &Scale, extent: Extent, who: &str, display: &str) -> Lane {
    let from = extent.low.map_or(0.0, |v| scale.percent(v));
    let to = extent.high.map_or(100.0, |v| scale.percent(v));
    Lane {
        who: who.to_owned(),
        display: display.to_owned(),
        at: from,
        width: ((to - from).max(0.0) * 100.0).round() / 100.0,
        point: to - from < 0.8,
        open_low: extent.low.is_none(),
        open_high: extent.high.is_none(),
    }
}

/// The marks of a scale, their labels kept inside the line.
pub fn ticks(scale: &Scale) -> Vec<Tick> {
    let anchor = |at: f64| match at {
        at if at < 6.0 => "start",
        at if at > 94.0 => "end",
        _ => "middle",
    };
    scale
        .ticks
        .iter()
        .map(|(at, label)| Tick { at: *at, label: label.clone(), anchor: anchor(*at) })
        .collect()
}

/// Items by source, for lists.
#[derive(Serialize)]
pub struct Grid {
    pub items: Vec<String>,
    pub rows: Vec<GridRow>,
}

/// What one statement says of each item.
#[derive(Serialize)]
pub struct GridRow {
    pub who: String,
    pub has: Vec<bool>,
    pub complete: bool,
}

impl Grid {
    /// The grid of a finding about lists; `None` if any value is something else or there are too many items.
    pub fn new(view: &View, finding: &FindingRecord) -> Option<Self> {
        let lists: Vec<(&str, &[String], bool)> = finding
            .values
            .iter()
            .flat_map(|v| view.evidence(v))
            .map(|(c, s)| match &c.value {
                ValueRecord::Items { items, complete, .. } => {
                    Some((publisher(s), items.as_slice(), *complete))
                }
                _ => None,
            })
            .collect::<Option<_>>()?;
        let mut items: Vec<String> = Vec::new();
        for item in lists.iter().flat_map(|(_, items, _)| *items) {
            if !items.contains(item) {
                items.push(item.clone());
            }
            if items.len() > MOST {
                return None;
            }
        }
        let row = |&(who, said, complete): &(&str, &[String], bool)| GridRow {
            who: who.to_owned(),
            has: items.iter().map(|i| said.contains(i)).collect(),
            complete,
        };
        let rows = lists.iter().take(MOST).map(row).collect();
        (items.len() > 1).then_some(Self { items, rows })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::sample_report;
    use super::*;

    fn drawn(question: &str, verdict: &str) -> (Option<Plot>, Option<Grid>) {
        let report = sample_report();
        let view = View::new(&report);
        let finding =
            report.findings.iter().find(|f| f.question == question && f.verdict == verdict).unwrap();
        (Plot::new(&view, finding), Grid::new(&view, finding))
    }

    #[test]
    fn a_bound_is_an_open_bar_right_of_the_smaller_number() {
        let plot = drawn("Marigold: deaths", "conflict").0.unwrap();
        assert!(plot.lanes[0].point && !plot.lanes[0].open_high);
        assert!(plot.lanes[1].open_high && plot.lanes[1].at > plot.lanes[0].at);
    }

    #[test]
    fn times_stand_on_a_line_in_their_order() {
        let plot = drawn("Fire: start", "conflict").0.unwrap();
        assert!(plot.lanes[0].at < plot.lanes[1].at && !plot.ticks.is_empty());
    }

    #[test]
    fn lists_are_a_grid_of_items_and_no_line() {
        let (plot, grid) = drawn("Bay Lines: country", "compatible");
        let grid = grid.unwrap();
        assert!(plot.is_none());
        assert_eq!(grid.items, ["Norway", "Denmark", "Iceland"]);
        assert_eq!(grid.rows[0].has, [true, false, false]);
    }

    #[test]
    fn quotations_are_neither() {
        let (plot, grid) = drawn("Captain Ines Okafor: words", "conflict");
        assert!(plot.is_none() && grid.is_none());
    }
}

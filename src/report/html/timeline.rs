//! When things happened according to the articles, in order: every claim about a date or time.

use crate::model::report::{ClaimRecord, ValueRecord};
use crate::report::view::{View, publisher};
use serde::Serialize;

/// A point or stretch of time with what is said to have happened.
#[derive(Serialize)]
pub struct Moment {
    /// As stated, ISO 8601.
    pub date: String,
    pub what: Vec<Happening>,
}

/// What is said to have happened.
#[derive(Serialize)]
pub struct Happening {
    pub about: String,
    pub quote: String,
    pub who: String,
    pub anchor: String,
    #[serde(skip)]
    order: (String, String),
}

/// All resolved dates and times that claims state, in order; equal dates together.
pub fn moments(view: &View, anchor: impl Fn(&str) -> String) -> Vec<Moment> {
    let mut happenings: Vec<Happening> =
        view.report.claims.iter().filter_map(|c| happening(view, c, anchor(&c.id))).collect();
    happenings.sort_by(|a, b| a.order.cmp(&b.order));
    let mut moments: Vec<Moment> = Vec::new();
    for happening in happenings {
        match moments.last_mut() {
            Some(moment) if moment.date == happening.order.1 => moment.what.push(happening),
            _ => moments.push(Moment { date: happening.order.1.clone(), what: vec![happening] }),
        }
    }
    moments
}

fn happening(view: &View, claim: &ClaimRecord, anchor: String) -> Option<Happening> {
    let ValueRecord::Time { date, start: Some(start), .. } = &claim.value else { return None };
    let about = match &claim.subject {
        Some(subject) => format!("{subject}: {}", claim.attribute),
        None => claim.attribute.clone(),
    };
    let who = publisher(view.source(&claim.source)?).to_owned();
    Some(Happening { about, quote: claim.quote.clone(), who, anchor, order: (start.clone(), date.clone()) })
}

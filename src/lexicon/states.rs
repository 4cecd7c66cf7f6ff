//! States and the deeds behind them: who `is under investigation` is being investigated.

use super::entries;
use super::word_map::WordMap;
use std::sync::LazyLock;

static STATES: LazyLock<WordMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = entries(include_str!("states.txt")).filter_map(|line| line.split_once('='));
    lines.map(|(state, deed)| (state.trim(), deed.trim())).collect()
});

/// The verb, in its base form, of the deed that brings about `state`, two words such as `under arrest`.
pub fn deed(state: &str) -> Option<&'static str> {
    STATES.get(state).copied()
}

#[cfg(test)]
mod tests {
    use super::deed;

    #[test]
    fn a_state_follows_from_a_deed() {
        assert_eq!(deed("under arrest"), Some("arrest"));
        assert_eq!(deed("under ground"), None);
    }
}

use super::*;
use crate::align::tests::reading;

/// What two articles are found to tell in one place: values that are joined, and words that exclude each other.
fn found(a: &str, b: &str) -> Vec<[String; 2]> {
    reading(&[a, b], told_apart)
}

fn told_apart(input: Input) -> Vec<[String; 2]> {
    let verbatim = Verbatim::of(input);
    let value = |i: usize| input.claims[i].display();
    let apart = |(a, b): &&(usize, usize)| input.claims[*a].value != input.claims[*b].value;
    let values = verbatim.values().iter().filter(apart).map(|&(a, b)| [value(a), value(b)]);
    let words = verbatim.reworded().iter().filter_map(|q| q.wording.as_ref()).map(|w| {
        let by_source = |source: usize| {
            let of = w.values.iter().find(|(_, claims)| input.claims[claims[0]].source == source);
            of.map(|(words, _)| words.clone()).unwrap_or_default()
        };
        [by_source(0), by_source(1)]
    });
    values.chain(words).collect()
}

/// Sentences with what stands in one place of them, `|` between the two, or nothing.
const TABLE: &[(&str, &str, &str, &str)] = &[
    (
        "a figure",
        "A lorry with 19 hives overturned near the exit to Stavern and a keeper coaxed the swarm back.",
        "A lorry with 29 hives overturned near the exit to Stavern and a keeper coaxed the swarm back.",
        "19 hives|29 hives",
    ),
    (
        "a sentence that goes on",
        "A lorry with 19 hives overturned near the exit to Stavern and a keeper coaxed the swarm back.",
        "A lorry with 29 hives overturned near the exit to Stavern and a keeper coaxed the swarm back, while hundreds of drivers waited behind closed windows.",
        "19 hives|29 hives",
    ),
    (
        "a day that no date is known of",
        "The orchestra rehearsed the unfinished symphony on Thursday in the converted tram depot.",
        "The orchestra rehearsed the unfinished symphony on Friday in the converted tram depot.",
        "Thursday|Friday",
    ),
    (
        "opposites",
        "The crew of the trawler spent the night inside the flooded lighthouse before help came.",
        "The crew of the trawler spent the night outside the flooded lighthouse before help came.",
        "inside|outside",
    ),
    (
        "relatives",
        "The novelist left her house on the lake to her brother, a retired pilot, a notary said.",
        "The novelist left her house on the lake to her sister, a retired pilot, a notary said.",
        "brother|sister",
    ),
    (
        "places",
        "The repaired icebreaker will spend the coming winter in the frozen harbours of Finland as a floating laboratory.",
        "The repaired icebreaker will spend the coming winter in the frozen harbours of Canada as a floating laboratory.",
        "Finland|Canada",
    ),
    (
        "a denial",
        "Divers found traces of oil in the ballast tanks of the sunken freighter.",
        "Divers found no traces of oil in the ballast tanks of the sunken freighter.",
        "found traces|found no traces",
    ),
    (
        "a deed that failed",
        "Divers managed to seal the leaking ballast tanks of the sunken freighter.",
        "Divers failed to seal the leaking ballast tanks of the sunken freighter.",
        "managed|failed",
    ),
    (
        "a deed that was refused",
        "The harbour council closed the rotten wooden pier beside the lighthouse to anglers on Monday.",
        "The harbour council refused to close the rotten wooden pier beside the lighthouse to anglers on Monday.",
        "council closed|council refused to close",
    ),
    (
        "two players",
        "Marta Olsen scored 12 points in the second half for the Harbour Lions in Bergen.",
        "Ida Brekke scored 14 points in the second half for the Harbour Lions in Bergen.",
        "",
    ),
    (
        "two of a sequence",
        "The first plane landed on the closed runway at 5 a.m. with rescue workers and dogs.",
        "The second plane landed on the closed runway at 6 a.m. with rescue workers and dogs.",
        "",
    ),
    (
        "a wider place",
        "The rescued climbers were flown to a clinic in Norway after nights on the frozen ridge.",
        "The rescued climbers were flown to a clinic in Bergen after nights on the frozen ridge.",
        "",
    ),
    (
        "synonyms",
        "The company bought small rivals in Poland and closed its oldest warehouse.",
        "The firm purchased small rivals in Poland and shut its oldest warehouse.",
        "",
    ),
    (
        "a denial of something else",
        "The storm not only flooded the old market hall but tore the roof off the library.",
        "The storm flooded the old market hall and tore the roof off the library.",
        "",
    ),
    (
        "a denial twice",
        "Divers did not find any traces of oil in the ballast tanks of the sunken freighter.",
        "Divers found no traces of oil in the ballast tanks of the sunken freighter.",
        "",
    ),
    (
        "what may be",
        "The court may tighten the ban on night flights over the villages.",
        "The court loosened the ban on night flights over the villages.",
        "",
    ),
    (
        "another thing",
        "The opera's new stage cost 58 million euros, senator Ida Brosch said in Hamburg.",
        "The opera's new roof cost 53 million euros, senator Ida Brosch said in Hamburg.",
        "",
    ),
    (
        "both in one article",
        "The inside walls of the old customs house were painted white by sailors.",
        "The inside walls of the old customs house were painted white by sailors. The outside walls of the old customs house were painted white by sailors.",
        "",
    ),
    (
        "one more of them",
        "Another 30 passengers were hurt when the ferry struck the quay in thick fog near the lighthouse.",
        "A total of 12 passengers were hurt when the ferry struck the quay in thick fog near the lighthouse.",
        "",
    ),
    (
        "the first of several",
        "The first suspect in the theft of the rare violins appeared before a judge in Leeds.",
        "The second suspect in the theft of the rare violins appeared before a judge in Leeds.",
        "",
    ),
    (
        "a denial for a time",
        "The committee will not publish the full report on the collapsed grandstand until the trial is over.",
        "The committee will publish the full report on the collapsed grandstand when the trial is over.",
        "",
    ),
    (
        "two sides of one deal",
        "The old paddle steamer was sold to a firm in Greece for scrap, the shipping office said.",
        "The old paddle steamer was bought by a firm in Greece for scrap, the shipping office said.",
        "",
    ),
    (
        "two reports of two countries",
        "Prices rose faster than expected in Germany as energy costs climbed, economists of the bank said. Germany sees no relief.",
        "Prices rose faster than expected in France as energy costs climbed, economists of the bank said. In France bread was dearer.",
        "",
    ),
    (
        "whom it is said of",
        "Buyers at the spring auction of rare stamps in Geneva came mostly from overseas.",
        "Sellers at the spring auction of rare stamps in Geneva came mostly from overseas.",
        "",
    ),
];

#[test]
fn what_stands_in_one_place() {
    for (why, a, b, want) in TABLE {
        let want: Vec<[String; 2]> =
            want.split_once('|').map(|(x, y)| [x.to_owned(), y.to_owned()]).into_iter().collect();
        assert_eq!(found(a, b), want, "{why}");
        let turned: Vec<[String; 2]> = want.into_iter().map(|[x, y]| [y, x]).collect();
        assert_eq!(found(b, a), turned, "{why}, the other way round");
    }
}

/// One long text for all of a thousand articles costs no more than its words.
#[test]
fn copies_are_laid_side_by_side_a_few_times_each() {
    let text = TABLE.iter().map(|(_, a, _, _)| *a).collect::<Vec<_>>().join(" ");
    let (candidates, lines) = reading(&[text.as_str(); 60], |input| {
        let lines = Lines::of(input.documents, input.annotations, LEAST);
        (lines.candidates().len(), lines.len())
    });
    assert!(candidates <= 6 * lines);
}

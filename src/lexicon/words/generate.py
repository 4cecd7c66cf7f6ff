#!/usr/bin/env python3
"""Writes words.txt: which parts of speech an English word form can have, the likeliest first, and its verb's base form.

usage: generate.py WORDNET_DIR BRILL_LEXICON > words.txt
  WORDNET_DIR    the folder `dict` of WordNet 3.0 (Debian: package wordnet-base, /usr/share/wordnet)
  BRILL_LEXICON  lexicon of Brill's tagger 1.14, one `word TAG` a line (shipped in the PyPI package textblob, en-lexicon.txt)

The likeliest reading is Brill's (counted in the Penn Treebank and the Brown corpus); the others are the readings that WordNet
knows for the form's lemmas, kept where their lemma was seen often enough in WordNet's own sense counts (cntlist.rev).
"""
import os, re, sys

WORDNET, BRILL = sys.argv[1:3]
PENN = {"NN": "N", "NNS": "S", "VB": "V", "VBP": "V", "VBZ": "Z", "VBD": "D", "VBN": "P", "VBG": "G",
        "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R"}
WORD = re.compile(r"^[a-z]{2,20}$")


def counts():
    """Lemma and part of speech -> how often it was seen, from the sense counts."""
    out = {}
    names = {"1": "n", "2": "v", "3": "a", "5": "a", "4": "r"}
    for line in open(os.path.join(WORDNET, "cntlist.rev")):
        key, _, count = line.split()
        lemma, sense = key.split("%")
        out[lemma, names[sense[0]]] = out.get((lemma, names[sense[0]]), 0) + int(count)
    return out


def lemmas(name):
    lines = open(os.path.join(WORDNET, "index." + name))
    return {l.split(" ", 1)[0] for l in lines if not l.startswith(" ") and WORD.match(l.split(" ", 1)[0])}


def exceptions(name):
    """Lemma -> irregular forms."""
    out = {}
    for line in open(os.path.join(WORDNET, name + ".exc")):
        form, *bases = line.split()
        for base in bases:
            if WORD.match(form) and WORD.match(base):
                out.setdefault(base, []).append(form)
    return out


def plural(noun):
    if re.search(r"[^aeiou]y$", noun): return noun[:-1] + "ies"
    if re.search(r"(s|x|z|ch|sh)$", noun): return noun + "es"
    return noun + "s"


def doubled(verb):
    """Whether the last consonant is doubled before -ed and -ing: one syllable, or a listed ending."""
    return bool(re.fullmatch(r"[^aeiou]*(?:qu)?[aeiouy][bdfgklmnprtvz]", verb)) or bool(re.search(r"(fer|mit|cur|pel|rol|cel|gin|get|set|put|run|cut|lap|gram)$", verb)) and len(verb) > 4


def forms(verb, irregular, known):
    """Form -> letters of the verb's inflections."""
    out = {verb: {"V"}}
    def add(form, letter): out.setdefault(form, set()).add(letter)
    add(plural(verb) if not verb.endswith("o") else verb + "es", "Z")
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    if doubled(verb): stem = verb + verb[-1]
    ing = verb[:-2] + "ying" if verb.endswith("ie") else stem + "ing"
    add(ing, "G")
    past = [f for f in irregular if not f.endswith(("ing", "s")) and f != verb]
    # `burned` beside `burnt`, where the lexicon has it.
    ed = verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "d" if verb.endswith("e") else stem + "ed"
    if not past or ed in known and ed not in past:
        past.append(ed)
    for form in past:
        if form in known or len(past) == 1:
            tag = known.get(form)
            alone = len(past) == 1 or form.endswith("ed") or tag not in ("D", "P")
            for letter in ("D", "P") if alone else (tag,):
                add(form, letter)
    for form in irregular:
        if form.endswith("ing"): add(form, "G")
    return out


def main():
    count, nouns, verbs, adjectives, adverbs = counts(), lemmas("noun"), lemmas("verb"), lemmas("adj"), lemmas("adv")
    brill = {}
    for line in open(BRILL, encoding="utf-8"):
        parts = line.split()
        if len(parts) == 2 and WORD.match(parts[0]) and parts[1] in PENN:
            brill[parts[0]] = PENN[parts[1]]
    readings, base = {}, {}
    def add(form, letter, weight, lemma=None):
        if not WORD.match(form): return
        old = readings.setdefault(form, {})
        if weight >= old.get(letter, 0):
            old[letter] = weight
            if lemma and lemma != form and letter in "ZDPG": base[form] = lemma
    irregular = exceptions("verb")
    # Forms that stand for two letters at once, listed since neither source tells them apart.
    unchanged = {"cut", "hit", "put", "set", "split", "spread", "shut", "hurt", "quit", "cost", "let", "bet", "burst", "cast", "broadcast", "forecast", "shed", "thrust", "upset", "bid", "rid", "read", "beat", "wed"}
    # Verbs of the news that the counted texts use too seldom beside their nouns: `accounts for a tenth of sales`.
    rare = {"account", "captain", "exit", "host"}
    for verb in sorted(verbs):
        weight = count.get((verb, "v"), 0)
        if weight == 0 and verb not in brill: continue
        if verb in rare: weight = max(weight, 1.0, 0.1 * count.get((verb, "n"), 0))
        for form, letters in forms(verb, irregular.get(verb, []), brill).items():
            for letter in letters: add(form, letter, weight + 0.5, verb)
        if verb in unchanged:
            for letter in "DP": add(verb, letter, weight / 2 + 0.5)
    for verb in ("run", "become", "come", "overcome", "outrun", "rerun"):
        add(verb, "P", count.get((verb, "v"), 0) / 3 + 0.5)
    irregular_nouns = exceptions("noun")
    for noun in sorted(nouns):
        weight = count.get((noun, "n"), 0)
        if weight == 0 and noun not in brill and plural(noun) not in brill: continue
        add(noun, "N", weight + 0.5)
        for form in irregular_nouns.get(noun, []) or [plural(noun)]: add(form, "S", weight + 0.5)
    for word in sorted(adjectives):
        if count.get((word, "a"), 0) or word in brill: add(word, "J", count.get((word, "a"), 0) + 0.5)
    for word in sorted(adverbs):
        if count.get((word, "r"), 0) or word in brill: add(word, "R", count.get((word, "r"), 0) + 0.5)
    lines = []
    for form in sorted(set(readings) | set(brill)):
        known = dict(readings.get(form, {}))
        first = brill.get(form)
        if first and first not in known and not (first in "NSJ" and known):
            known[first] = 1.0
        elif first and first in "NJ" and first not in known:
            known[first] = 1.0
        if not first or first not in known:
            first = max(known, key=lambda k: (known[k], k))
        total = sum(known.values())
        least = max(1.0, 0.02 * total)
        keep = [l for l, w in sorted(known.items(), key=lambda x: (-x[1], x[0])) if l != first and (w >= least or (l in "DP" and first in "DP"))]
        letters = first + "".join(keep)
        # `bail`: a rare noun, but the only other thing the word can be.
        if letters == "V" and form in nouns:
            letters = "VN"
        # Plurals that the sources list as words of their own.
        if form in ("people", "businessmen"):
            letters = "S"
        line = form + " " + letters
        lemma = base.get(form)
        if lemma and any(l in "ZDPG" for l in letters):
            shared = len(os.path.commonprefix([form, lemma]))
            line += f" {len(form) - shared}{lemma[shared:]}"
        lines.append(line)
    print("# Parts of speech of English word forms, likeliest first: N noun, S plural noun, V base verb, Z third person, D past, P participle,")
    print("# G -ing form, J adjective, R adverb; for verb forms how to get the base: cut so many letters off, then add these.")
    print("# Made by generate.py from Brill's lexicon and WordNet 3.0; see NOTICE.")
    print("\n".join(lines))


if __name__ == "__main__":
    main()

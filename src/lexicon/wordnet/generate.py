#!/usr/bin/env python3
"""Makes words.txt, words.index and parents.txt from the WordNet 3.0 database files (Debian package `wordnet-base`).

usage: generate.py DICT       DICT holds data.*, index.*, *.exc and cntlist.rev, e.g. /usr/share/wordnet

A class is a synset, that is a set of words with one meaning. Of each word only the leading senses are kept, by how often
they are tagged in WordNet's concordance: a rare sense (`issue` as offspring) would make synonyms of words that nobody
takes for such. The files are described in ../thesaurus/mod.rs.
"""
import collections, os, re, sys

POS = {'n': 'noun', 'v': 'verb', 'a': 'adj'}
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
SENSES = 4            # most senses kept of a word as one part of speech
SHARE = 0.15          # a further sense has at least this share of the word's tags
FEW = 8               # of a word with fewer tags the second sense is kept in any case
PEOPLE, TOPS = 18, 3  # lexicographer files noun.person, noun.Tops
# Nouns of these files name what a verb does or brings about: act, cognition, communication, event, feeling, phenomenon,
# possession, process, state; also artifact and attribute (`building`, `growth`).
DEEDS = {4, 6, 7, 9, 10, 11, 12, 19, 21, 22, 26}
MOST = 36 ** 3        # class numbers have three digits
SLOTS = 1 << 16       # of the index, about twice the number of words


def read(folder):
    """Synsets by (pos, offset); index: (pos, lemma) -> offsets by sense; tags: (pos, lemma, sense number) -> count."""
    synsets, index = {}, {}
    for p, name in POS.items():
        for line in open(os.path.join(folder, 'data.' + name)):
            if line[0] == ' ':
                continue
            f = line.split(' | ')[0].split()
            n = int(f[3], 16)
            words = [re.sub(r'\(\w+\)$', '', f[4 + 2 * i]) for i in range(n)]
            at = 5 + 2 * n
            pointers = [tuple(f[at + 4 * i:at + 4 * i + 4]) for i in range(int(f[4 + 2 * n]))]
            synsets[p, f[0]] = (int(f[1]), words, pointers)
        for line in open(os.path.join(folder, 'index.' + name)):
            if line[0] == ' ':
                continue
            f = line.split()
            index[p, f[0]] = f[6 + int(f[3]):]
    tags = collections.Counter()
    for line in open(os.path.join(folder, 'cntlist.rev')):
        key, number, count = line.split()
        lemma, rest = key.split('%')
        p = {'1': 'n', '2': 'v', '3': 'a', '5': 'a'}.get(rest[0])
        if p:
            tags[p, lemma, int(number)] += int(count)
    return synsets, index, tags


def plain(lemma, p):
    """Single words, and phrasal verbs of two."""
    return re.fullmatch(r"[a-z]+(-[a-z]+)*", lemma) or (p == 'v' and re.fullmatch(r'[a-z]+_[a-z]+', lemma))


def leading(index, tags):
    """(pos, lemma) -> (tags of all senses, offsets of the leading senses)."""
    out = {}
    for (p, lemma), offsets in index.items():
        if not plain(lemma, p):
            continue
        counts = [tags[p, lemma, i + 1] for i in range(len(offsets))]
        total = sum(counts)
        keep = [o for i, o in enumerate(offsets)
                if i == 0 or counts[i] >= max(2, SHARE * total) or (i == 1 and total < FEW)]
        out[p, lemma] = (total, keep[:SENSES])
    return out


def common(leads, synsets):
    """Lemmas worth keeping: tagged ones, those that mean the same as a tagged one, and those made from one."""
    tagged = {k for k, (total, _) in leads.items() if total > 0}
    keep = set(tagged)
    for p, lemma in tagged:
        for offset in leads[p, lemma][1]:
            _, words, pointers = synsets[p, offset]
            keep.update((p, w.lower()) for w in words)
            for sign, target, q, which in pointers:
                if sign == '+' and q in POS and which != '0000':
                    word = synsets[q, target][1][int(which[2:], 16) - 1].lower()
                    if synsets[q, target][0] in DEEDS or q != 'n':
                        keep.add((q, word))
    return {k for k in keep if k in leads and not any(w[0].isupper() for o in leads[k][1][:1] for w in
            synsets[k[0], o][1] if w.lower() == k[1])}


def derived(p, lemma, offsets, synsets):
    """Classes of the verb a deed is named after, or of the noun or verb an adjective is made from."""
    out = []
    for offset in offsets:
        file, words, pointers = synsets[p, offset]
        own = [i + 1 for i, w in enumerate(words) if w.lower() == lemma]
        for sign, target, q, which in pointers:
            if sign not in '+\\' or q not in POS or which == '0000' or int(which[:2], 16) not in own:
                continue
            if p == 'n' and q == 'v' and file in DEEDS or p == 'a' and q in 'nv' and synsets[q, target][0] != PEOPLE:
                out.append((q, target))
    return out


def opposites(p, lemma, offsets, synsets):
    out = []
    for offset in offsets:
        _, words, pointers = synsets[p, offset]
        own = [i + 1 for i, w in enumerate(words) if w.lower() == lemma]
        for sign, target, q, which in pointers:
            if sign == '!' and int(which[:2], 16) in own:
                out.append(synsets[q, target][1][int(which[2:], 16) - 1].lower())
    return out


def parent(key, synsets):
    for sign, target, q, _ in synsets[key][2]:
        if sign == '@' and q == key[0]:
            return q, target
    return None


def closed(classes, synsets):
    """The classes with everything above them, nouns first."""
    out = set()
    for key in classes:
        while key and key not in out:
            out.add(key)
            key = parent(key, synsets)
    return sorted(out, key=lambda k: ('nva'.index(k[0]), k[1]))


def forms(folder, keep):
    """Irregular forms of kept lemmas that no rule of spelling gives."""
    out = collections.defaultdict(dict)
    for p in 'nv':
        for line in open(os.path.join(folder, POS[p] + '.exc')):
            form, lemma, *_ = line.split()
            if (p, lemma) in keep and plain(form, 'n') and form != lemma:
                out[form].setdefault(p, lemma)
    return out


def slots(here):
    """A hash table with open addressing: three bytes a slot, one more than where the word's line begins, or 0."""
    table = [0] * SLOTS
    at = 0
    for line in open(os.path.join(here, 'words.txt'), 'rb'):
        slot = fold(line.split(b'\t')[0])
        while table[slot]:
            slot = (slot + 1) % SLOTS
        table[slot] = at + 1
        at += len(line)
    return b''.join(t.to_bytes(3, 'little') for t in table)


def fold(word):
    """FNV-1a, folded to a slot; the same as in ../thesaurus/table.rs."""
    h = 0x811c9dc5
    for byte in word:
        h = (h ^ byte) * 0x01000193 & 0xffffffff
    return (h ^ h >> 16) % SLOTS


def main():
    folder = sys.argv[1]
    here = os.path.dirname(os.path.abspath(__file__))
    synsets, index, tags = read(folder)
    leads = leading(index, tags)
    keep = common(leads, synsets)
    lines = collections.defaultdict(dict)
    made = {k: derived(*k, index[k][:SENSES], synsets) for k in keep}
    used = {(k[0], o) for k in keep for o in leads[k][1]} | {c for v in made.values() for c in v}
    order = closed(used, synsets)
    assert len(order) < MOST, len(order)
    number = {c: i for i, c in enumerate(order)}
    code = lambda c: ''.join(DIGITS[number[c] // 36 ** e % 36] for e in (2, 1, 0))
    for p, lemma in keep:
        total, offsets = leads[p, lemma]
        lines[lemma][p] = ' '.join([str(total)] + [code((p, o)) for o in offsets])
        codes = dict.fromkeys(code(c) for c in made[p, lemma])
        if codes:
            lines[lemma]['d'] = ' '.join(dict.fromkeys(lines[lemma].get('d', '').split() + list(codes)))
        against = [w for w in dict.fromkeys(opposites(p, lemma, offsets, synsets)) if (p, w) in keep]
        if against:
            lines[lemma]['o'] = ' '.join(dict.fromkeys(lines[lemma].get('o', '').split() + against))
    for form, lemmas in forms(folder, keep).items():
        for p, lemma in lemmas.items():
            lines[form][p.upper()] = lemma
    with open(os.path.join(here, 'words.txt'), 'w') as f:
        for lemma in sorted(lines, key=lambda l: l.replace('_', ' ')):
            groups = ''.join('\t' + g + lines[lemma][g] for g in 'nvadoNV' if g in lines[lemma])
            f.write(lemma.replace('_', ' ') + groups + '\n')
    with open(os.path.join(here, 'words.index'), 'wb') as f:
        f.write(slots(here))
    with open(os.path.join(here, 'parents.txt'), 'w') as f:
        f.write(''.join(code(parent(c, synsets)) if parent(c, synsets) else '...' for c in order) + '\n')
    print(len(lines), 'words', len(order), 'classes')


if __name__ == '__main__':
    main()

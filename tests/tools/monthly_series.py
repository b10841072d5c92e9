#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Figures to load (indicator, unit, period, value) out of the monthly tables of the statistics office on public investment: what the
provinces paid out from January to the end of a month, in billion đồng.

    monthly_series.py vdt.csv.gz > figures.csv

Provinces are taken by the names that stand both in the table and in data/units of the project; others (ministries, sums) are left out.
"""
import csv
import gzip
import os
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
WINDOWS = {'03': 'Q1', '06': 'H1', '09': '9M', '12': ''}


def key(name):
    text = unicodedata.normalize('NFC', name).lower().replace('-', ' ')
    for word in ('thành phố ', 'tỉnh ', 'tp. ', 'tp '):
        text = text.removeprefix(word)
    return ' '.join(text.split())


def provinces():
    """Codes of the provinces before 1/7/2025 by name."""
    codes = {}
    for name in sorted(os.listdir(os.path.join(HERE, '../../data/units'))):
        if not name.endswith('.tsv'):
            continue
        with open(os.path.join(HERE, '../../data/units', name), encoding='utf-8') as file:
            rows = [line.rstrip('\n').split('\t') for line in file if not line.startswith('#')]
        for row in rows:
            if len(row) > 2 and len(row[0]) == 2 and row[0].isdigit():
                codes.setdefault(key(row[1]), row[0])
    return codes


def main():
    codes, seen = provinces(), set()
    out = csv.writer(sys.stdout, lineterminator='\n')
    out.writerow(['indicator', 'unit', 'period', 'value'])
    with gzip.open(sys.argv[1], 'rt', encoding='utf-8') as file:
        for row in csv.DictReader(file):
            year, month = row['Month'].split('-')
            code, value = codes.get(key(row['Phân Loại'])), row['Total-YOY']
            if not code or month not in WINDOWS or not value or int(year) > 2024 or float(value) <= 0:
                continue
            period = year + ('-' + WINDOWS[month] if WINDOWS[month] else '')
            if (code, period) in seen:
                continue
            seen.add((code, period))
            out.writerow(['D02', code, period, f'{float(value):.3f}'.replace('.', '') + '000000'])


main()

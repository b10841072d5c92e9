#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""units_make.py ADMIN_DIR: make data/units/{provinces,districts,communes,lineage}.tsv anew. It runs by hand, not in the build.

Inputs, as CSV files in ADMIN_DIR; all of them are derived from two projects under the MIT licence (NOTICE):
    provinces_34.csv, provinces_63.csv, province_old_to_new.csv, districts_696.csv, wards_10035.csv, communes_3321.csv,
    unit_versions_2021_2026.csv    thanglequoc/vietnamese-provinces-database, versions 1.0.0 to 4.2.0
    ward_old_to_new.csv            tranngocminhhieu/vietnamadminunits (and decree, area, population of communes_3321.csv)
and data/units/lineage_hand.tsv, which people write, with a citation a row, for what these do not know.

How the rows come about:
  * A unit is what has one code, kind, name and parent without a break; a name that differs in the place of a tone mark or in a leading
    zero is the same. What changes any of them, or ended with the reorganisation of 1/7/2025, is another unit.
  * 1/11/2021 is the first day that the source knows: units from then have an open start.
  * id: the code; where several units had it one after the other the last has the code alone, the others the year of their end
    behind it (and the month where two ended in one year). An id once given stays: a later holder of a code gets a new id by hand.
  * Lineage: an old ward with one successor went there as a whole, with several in parts. Rows that the source marks as false (like
    names in merged provinces) are dropped. What districts became is taken from their wards. Two units one after the other under one code
    with one proper name are the same place; with two names only a guess, and marked unknown.
  * Shares of districts: only where the communes that it became were made of nothing else, from their area and population.
    The population of a commune is left out where it cannot be right (see plausible()).
"""
import collections
import csv
import datetime
import os
import re
import statistics
import sys
import unicodedata

ADMIN = sys.argv[1]
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "units")
FIRST, REFORM = "2021-11-01", "2025-07-01"
KINDS = ["thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã"]
LAW_PROVINCES = "202/2025/QH15 ngày 12/6/2025"


def rows(name):
    with open(os.path.join(ADMIN, name), encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def fold(s):
    s = unicodedata.normalize("NFD", s.lower().replace("đ", "d"))
    s = "".join(c for c in s if not unicodedata.combining(c))
    return re.sub(r"\b0+(?=\d)", "", re.sub(r"[^a-z0-9]+", " ", s)).strip()


# The tone mark on the older place, as the law texts of 2025 write it (Hòa, Thủy).
NEW_TO_OLD = {a: b for a, b in zip("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
                                   "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split())}


def tone(word):
    m = re.fullmatch(r"(.*?)(" + "|".join(NEW_TO_OLD) + ")", word, re.I)
    if not m or m.group(1).lower().endswith("q"):
        return word
    old = NEW_TO_OLD[m.group(2).lower()]
    return m.group(1) + (old if m.group(2)[0].islower() else old[0].upper() + old[1])


def tidy(full):
    full = unicodedata.normalize("NFC", " ".join(full.split())).replace("’", "'")
    for k in KINDS:
        if full.lower().startswith(k + " "):
            proper = " ".join(tone(w) for w in full[len(k) + 1:].split(" "))
            proper = re.sub(r"^0+(?=\d)", "", proper)
            return k + " " + proper
    raise SystemExit("no kind: " + full)


def proper(name):
    return next(name[len(k) + 1:] for k in KINDS if name.startswith(k + " "))


def day_before(d):
    return (datetime.date.fromisoformat(d) - datetime.timedelta(1)).isoformat() if d else ""


class Unit:
    def __init__(self, code, name, parent, start, end, area="", population=""):
        self.code, self.name, self.parent, self.start, self.end = code, name, parent, start, end
        self.area, self.population, self.id = area, population, ""


def versions():
    """Wards and districts of before 1/7/2025."""
    by = collections.OrderedDict()
    for r in rows("unit_versions_2021_2026.csv"):
        if r["level"] == "1" or r["seen_from"] >= REFORM:
            continue
        u = Unit(r["code"], tidy(r["full_name"]), r["parent_code"], r["seen_from"], r["valid_to_before"] or REFORM)
        last = by.setdefault(u.code, [])
        # An island district that one version of the source lacks, and other spellings of one name.
        if last and fold(last[-1].name) == fold(u.name) and last[-1].parent == u.parent:
            last[-1].end = u.end
            last[-1].name = u.name
        else:
            last.append(u)
    units = [u for l in by.values() for u in l]
    # The source moved some names to another code of the same district two months late (Phường 14 of Bình Thạnh from 26935 to
    # 26929): a name that ends on 1/3/2025 and begins there that day, under a code that ended on 1/1/2025, moved on 1/1/2025.
    ended = {(u.parent, fold(u.name)): u for u in units if u.end == "2025-03-01"}
    vacated = {u.code for u in units if u.end == "2025-01-01"}
    for u in units:
        if u.start == "2025-03-01" and u.code in vacated and (u.parent, fold(u.name)) in ended:
            u.start = ended[u.parent, fold(u.name)].end = "2025-01-01"
    for u in units:
        u.start = "" if u.start == FIRST else u.start
        u.end = day_before(u.end)
        # A row of no days is left by the correction above.
    return [u for u in units if not u.start or not u.end or u.start <= u.end]


def plausible(communes, provinces):
    """Blank what cannot be the population: a province whose communes do not sum up to it within 5 %; under 1,000 or over 250,000; or over
    six times more or less for each old ward than is usual in the province."""
    total, each = collections.Counter(), collections.defaultdict(list)
    parts = {r["code"]: max(1, r["merged_from"].count(",") + 1) for r in communes}
    for r in communes:
        if r["population"]:
            total[r["province_code"]] += int(r["population"])
            each[r["province_code"]].append(int(r["population"]) / parts[r["code"]])
    out = {}
    for r in communes:
        p, n = r["province_code"], int(r["population"] or 0)
        good = n and abs(total[p] / int(provinces[p]["population"]) - 1) <= 0.05 and 1000 <= n <= 250000
        usual = statistics.median(each[p]) if each[p] else 1
        if good and 1 / 6 <= n / parts[r["code"]] / usual <= 6:
            out[r["code"]] = str(n)
    return out


def new_communes():
    provinces = {r["code"]: r for r in rows("provinces_34.csv")}
    communes = rows("communes_3321.csv")
    people, out = plausible(communes, provinces), []
    for r in communes:
        area, n = r["polygon_km2"] or r["area_km2"], people.get(r["code"], "")
        now, first = tidy(r["full_name"]), tidy(r["full_name_from_2025_07_01"])
        if r["type"] != r["type_from_2025_07_01"]:
            out.append(Unit(r["code"], first, r["province_code"], REFORM, "2026-04-29", area, n))
            out.append(Unit(r["code"], now, r["province_code"], "2026-04-30", "", area, n))
        else:
            out.append(Unit(r["code"], now, r["province_code"], REFORM, "", area, n))
    return out


def provinces():
    new = {r["code"]: r for r in rows("provinces_34.csv")}
    went = {r["old_code"]: r["new_code"] for r in rows("province_old_to_new.csv")}
    merged = {c for c, n in collections.Counter(went.values()).items() if n > 1}
    out, edges = [], []
    for r in rows("provinces_63.csv"):
        end = "2025-06-30" if went[r["code"]] in merged else ""
        if r["code"] == "46":
            out.append(Unit("46", "tỉnh Thừa Thiên Huế", "", "", "2024-12-31"))
        extra = {} if end else dict(area=new[r["code"]]["area_km2"], population=new[r["code"]]["population"])
        out.append(Unit(r["code"], tidy(r["full_name"]), "", "2025-01-01" if r["code"] == "46" else "", end, **extra))
    for c in sorted(merged):
        r = new[c]
        first, now = tidy(r["full_name_from_2025_07_01"]), tidy(r["full_name"])
        a, n = r["area_km2"], r["population"]
        if first.split()[0] != now.split()[0]:
            out.append(Unit(c, first, "", REFORM, "2026-04-29", a, n))
            out.append(Unit(c, now, "", "2026-04-30", "", a, n))
        else:
            out.append(Unit(c, now, "", REFORM, "", a, n))
    give_ids(out)
    at = at_day(out)
    for o, n in went.items():
        if n in merged:
            edges.append((at(o, "2025-06-30"), at(n, REFORM), "whole", REFORM, "", "", LAW_PROVINCES))
    edges.append((at("46", "2024-12-31"), at("46", "2025-01-01"), "whole", "2025-01-01", "", "", "175/2024/QH15 ngày 30/11/2024"))
    edges.append((at("75", "2026-04-29"), at("75", "2026-04-30"), "whole", "2026-04-30", "", "", "30/2026/QH16"))
    return out, edges


def give_ids(units):
    by = collections.defaultdict(list)
    for u in units:
        by[u.code].append(u)
    for code, l in by.items():
        l.sort(key=lambda u: u.start)
        years = collections.Counter(u.end[:4] for u in l[:-1])
        last = {u.end[:4]: u for u in l[:-1]}
        for u in l[:-1]:
            year = u.end[:4]
            u.id = code + "." + (year if last[year] is u else u.end[:7])
        l[-1].id = code
    assert len({u.id for u in units}) == len(units)


def at_day(units):
    by = collections.defaultdict(list)
    for u in units:
        by[u.code].append(u)

    def find(code, day):
        l = [u for u in by[code] if (not u.start or u.start <= day) and (not u.end or day <= u.end)]
        if len(l) != 1:
            raise SystemExit("%s on %s: %d units" % (code, day, len(l)))
        return l[0]
    return find


def decree(text):
    m = re.fullmatch(r"Số: (\S+); Ngày: 0?(\d+)/0?(\d+)/(\d+)", text)
    return "%s ngày %s/%s/%s" % m.groups()


def ward_edges(communes, at):
    law = {r["code"]: decree(r["decree"]) for r in rows("communes_3321.csv")}
    m = [r for r in rows("ward_old_to_new.csv") if r["suspect_name_collision"] == "0"]
    targets = collections.Counter(r["old_ward_code"] or r["old_district_code"] for r in m)
    out = []
    for r in m:
        old = r["old_ward_code"] or r["old_district_code"]
        part = "whole" if targets[old] == 1 else "part"
        out.append((at(old, "2025-06-30"), at(r["new_commune_code"], REFORM), part, REFORM, "", "", law[r["new_commune_code"]]))
    return out


def share_out(values):
    """Shares of 10,000 that add up to it, by the largest remainders."""
    total = sum(values)
    floor = [int(v * 10000 / total) for v in values]
    order = sorted(range(len(values)), key=lambda i: -(values[i] * 10000 / total - floor[i]))
    for i in order[:10000 - sum(floor)]:
        floor[i] += 1
    return ["%.4f" % (f / 10000) for f in floor]


def district_edges(edges):
    into, made, whole, law = (collections.defaultdict(set) for _ in range(4))
    wards = collections.defaultdict(set)
    for old, new, part, _, _, _, source in edges:
        if len(old.code) == 3:
            continue
        into[old.parent].add(new)
        made[new].add(old.parent)
        wards[old.parent].add(old)
        if part == "whole":
            whole[old.parent, new].add(old)
        law[new].add(source)
    out = []
    for d, news in into.items():
        news = sorted(news, key=lambda u: u.code)
        closed = all(made[n] == {d} for n in news)
        area = people = [""] * len(news)
        if closed and all(n.area for n in news):
            area = share_out([float(n.area) for n in news])
        if closed and all(n.population for n in news):
            people = share_out([int(n.population) for n in news])
        for n, a, p in zip(news, area, people):
            all_here = len(news) == 1
            out.append((d, n, "whole" if all_here else "part", REFORM, a if not all_here else "", p if not all_here else "", min(law[n])))
    return out


def same_code_edges(units):
    by, out = collections.defaultdict(list), []
    for u in units:
        by[u.code].append(u)
    for l in by.values():
        for a, b in zip(l, l[1:]):
            if not b.start or b.start == REFORM or day_before(b.start) != a.end:
                continue
            source = "237/NQ-UBTVQH16" if b.start == "2026-04-30" else ""
            same = fold(proper(a.name)) == fold(proper(b.name))
            out.append((a, b, "whole" if same else "unknown", b.start, "", "", source))
    return out


def write(name, head, lines):
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="\n") as f:
        f.write(head)
        f.writelines("\t".join(l) + "\n" for l in lines)


UNIT_HEAD = """# id	name	parent	from	to	area	population
# %s
# Made by tools/units_make.py: change that, not this file. id: the official code; of an earlier unit with the same code the year (and month)
# of its end behind it. parent: official code of the unit above, found by the day. from, to: both included; empty: unknown or open.
# area in km2 and population as the merger dossiers and boundaries of 2025 give them; empty: not known.
"""


def write_units(name, what, units):
    units.sort(key=lambda u: (u.code, u.start))
    write(name, UNIT_HEAD % what, [(u.id, u.name, u.parent, u.start, u.end, u.area, u.population) for u in units])


def main():
    old = versions()
    new = new_communes()
    lower = old + new
    give_ids(lower)
    at = at_day(lower)
    top, edges = provinces()
    wards = ward_edges(new, at)
    districts = [(at(d, "2025-06-30"), *rest) for d, *rest in district_edges(wards)]
    edges += wards + districts + same_code_edges(lower)
    hand = {tuple(l.rstrip("\n").split("\t")[:2]) for l in open(os.path.join(OUT, "lineage_hand.tsv"), encoding="utf-8") if l[0] not in "#\n"}
    edges = [e for e in edges if (e[0].id, e[1].id) not in hand]
    edges.sort(key=lambda e: (e[0].id, e[1].id))
    write_units("provinces.tsv", "Provinces and cities under the central government, before and after 1/7/2025.", top)
    write_units("districts.tsv", "Districts, to their end on 30/6/2025.", [u for u in lower if len(u.code) == 3])
    write_units("communes.tsv", "Wards, communes, townships and special zones, before and after 1/7/2025.", [u for u in lower if len(u.code) == 5])
    write("lineage.tsv", """# old	new	part	from	area	population	source
# Which unit became which, from which day. Made by tools/units_make.py: change that, not this file. part: whole, the whole of the
# old unit went there; part, a part of it; unknown. area, population: the share of the old unit that went there; empty: not known.
""", [(o.id, n.id, part, day, a, p, s) for o, n, part, day, a, p, s in edges])
    known = sum(1 for e in districts if e[4]), sum(1 for e in districts if e[5])
    print(len(top), len(lower), "units;", len(edges), "edges;", len(districts), "of districts, with area and population:", *known)


main()

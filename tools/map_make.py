#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Boundaries of units, simplified: data/map/arcs.tsv and data/map/areas.tsv from the sources of data/map/README.

    map_make.py COMMUNES.topojson.gz WARD_OLD_TO_NEW.csv OUT_DIRECTORY

An arc is a line that areas share, so neighbours always meet. Arcs of communes come from the source; those of provinces are
made of them: lines between two provinces from one junction to the next, simplified once more, since a whole country is drawn
smaller. An old district or province is made of the communes that most of its wards went to: where a commune took in wards of
several it goes to the one that gave most, so old boundaries are about right and not exact.

Coordinates: ten-thousandths of a degree; east from 102 E, shortened by cos 16 degrees; south from 24 N.
"""
import csv
import gzip
import heapq
import json
import math
import sys
from collections import Counter, defaultdict

FINE, COARSE = 600, 20000  # what a point must span with its neighbours to stay, in squared units
LEAST_FINE, LEAST_COARSE = 400, 12000  # rings smaller than that are left out, but for the two archipelagos
ARCHIPELAGOS = {"20333", "22736"}


def read_topology(path):
    t = json.load(gzip.open(path))
    (sx, sy), (tx, ty) = t["transform"]["scale"], t["transform"]["translate"]
    arcs = []
    for deltas in t["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            lon, lat = tx + x * sx, ty + y * sy
            point = (round((lon - 102) * math.cos(math.radians(16)) * 10000), round((24 - lat) * 10000))
            if not arc or arc[-1] != point:
                arc.append(point)
        arcs.append(arc if len(arc) > 1 else arc * 2)
    shapes = {}
    for g in list(t["objects"].values())[0]["geometries"]:
        polygons = [g["arcs"]] if g["type"] == "Polygon" else g["arcs"] if g["type"] == "MultiPolygon" else []
        shapes[g["properties"]["code"]] = [ring for polygon in polygons for ring in polygon]
    return arcs, shapes


def twice_area(points):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1])))


def simplify(arc, least):
    """Visvalingam: the point that spans least with its neighbours goes first. A closed arc keeps a triangle."""
    keep = 4 if arc[0] == arc[-1] else 2
    n = len(arc)
    before, after = list(range(-1, n - 1)), list(range(1, n + 1))
    alive, left = [True] * n, n

    def span(i):
        return twice_area([arc[before[i]], arc[i], arc[after[i]]]) // 2

    heap = [(span(i), i) for i in range(1, n - 1)]
    heapq.heapify(heap)
    current = {i: s for s, i in heap}
    while heap and left > keep:
        s, i = heapq.heappop(heap)
        if not alive[i] or current[i] != s:
            continue
        if s >= least:
            break
        alive[i] = False
        left -= 1
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for k in (a, b):
            if 0 < k < n - 1:
                current[k] = max(span(k), s)
                heapq.heappush(heap, (current[k], k))
    return [p for i, p in enumerate(arc) if alive[i]]


def stitch(lines, points):
    """Rings out of lines that meet at their ends; each as signed places from 1."""
    at = defaultdict(list)
    for n in lines:
        at[points[n][0]].append(n)
        at[points[n][-1]].append(n)
    left, rings = set(lines), []
    for first in sorted(lines):
        if first not in left:
            continue
        left.discard(first)
        ring, begin, end = [first + 1], points[first][0], points[first][-1]
        while end != begin:
            follow = next((n for n in sorted(at[end]) if n in left), None)
            if follow is None:
                break
            left.discard(follow)
            forward = points[follow][0] == end
            ring.append(follow + 1 if forward else -(follow + 1))
            end = points[follow][-1] if forward else points[follow][0]
        if end == begin:
            rings.append(ring)
    return rings


def ring_points(ring, points):
    out = []
    for n in ring:
        arc = points[abs(n) - 1]
        out += arc if n > 0 else arc[::-1]
    return out


def chains(border, points, sides):
    """Lines between junctions: [(points, the two sides)], out of pieces with the same sides."""
    degree, at = Counter(), defaultdict(list)
    for n in border:
        for p in (points[n][0], points[n][-1]):
            degree[p] += 1
            at[p].append(n)
    left, out = set(border), []

    def follow(line, n):
        while True:
            end = line[-1]
            if degree[end] != 2 or end == line[0]:
                return
            onward = [m for m in at[end] if m in left and sides[m] == sides[n]]
            if not onward:
                return
            n = onward[0]
            left.discard(n)
            line += points[n][1:] if points[n][0] == end else points[n][-2::-1]

    for n in sorted(border):
        if n not in left:
            continue
        left.discard(n)
        line = list(points[n])
        follow(line, n)
        line.reverse()
        follow(line, n)
        out.append((line, sides[n]))
    return out


def main():
    communes, mapping, out = sys.argv[1:4]
    arcs, shapes = read_topology(communes)
    given = defaultdict(Counter)
    for row in csv.DictReader(open(mapping, encoding="utf-8")):
        if row["suspect_name_collision"] != "1":
            given[row["new_commune_code"]][(row["old_province_code"], row["old_district_code"])] += 1
    old = {c: max(sorted(n), key=lambda k: n[k]) for c, n in given.items()}
    new = {row["new_commune_code"]: row["new_province_code"] for row in csv.DictReader(open(mapping, encoding="utf-8"))}
    users = defaultdict(list)
    for code, rings in sorted(shapes.items()):
        for ring in rings:
            for n in ring:
                users[n if n >= 0 else ~n].append(code)
    areas = []
    fine = [simplify(a, FINE) for a in arcs]
    used = set()
    for code, rings in sorted(shapes.items()):
        kept = []
        for ring in rings:
            signed = [n + 1 if n >= 0 else -(~n + 1) for n in ring]
            if code in ARCHIPELAGOS or twice_area(ring_points(signed, arcs)) // 2 >= LEAST_FINE:
                kept.append(signed)
        areas.append(("commune", code, kept or [[n + 1 if n >= 0 else -(~n + 1) for n in r] for r in rings[:1]]))
    groups = defaultdict(set)
    for code in shapes:
        groups[old[code]].add(code)
    for (_, district), members in sorted(groups.items()):
        border = [n for n, u in users.items() if sum(c in members for c in u) == 1]
        kept = [r for r in stitch(border, arcs) if twice_area(ring_points(r, arcs)) // 2 >= LEAST_FINE]
        areas.append(("district", district, kept))
    # Provinces: of their own, coarser lines.
    far = {code for code in ARCHIPELAGOS}
    border, sides = [], {}
    for n, u in users.items():
        s = tuple(sorted({(old[c][0], c if c in far else "") for c in u}))
        if len(s) == 2 or len(u) == 1:
            border.append(n)
            sides[n] = s
    lines = chains(border, arcs, sides)
    first = len(fine)
    points = [simplify(line, COARSE) for line, _ in lines]
    members = defaultdict(list)
    for n, (_, s) in enumerate(lines):
        was, now = [p for p, _ in s], [new_of(p, old, new) for p, _ in s]
        for p in set(was):
            if was.count(p) == 1:
                members[("old_province", p)].append(n)
        for p in set(now):
            if now.count(p) == 1:
                members[("province", p)].append(n)
    whole = [line for line, _ in lines]
    for (kind, code), list_ in sorted(members.items()):
        kept = []
        for r in stitch(list_, whole):
            is_far = any(f for n in r for _, f in lines[abs(n) - 1][1])
            if is_far or twice_area(ring_points(r, whole)) // 2 >= LEAST_COARSE:
                kept.append([n + first if n > 0 else n - first for n in r])
        areas.append((kind, code, kept))
    write(out, fine + points, areas)


def new_of(province, old, new):
    if not hasattr(new_of, "table"):
        new_of.table = {p: new[c] for c, (p, _) in sorted(old.items())}
    return new_of.table[province]


def write(out, arcs, areas):
    used = sorted({abs(n) for _, _, rings in areas for r in rings for n in r})
    place = {n: k + 1 for k, n in enumerate(used)}
    total = 0
    with open(out + "/arcs.tsv", "w", encoding="utf-8") as f:
        f.write("# Lines of boundaries, one a row: the first point, then the way to each next one. Made by tools/map_make.py.\n")
        for n in used:
            arc = arcs[n - 1]
            total += len(arc)
            steps = [arc[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in zip(arc, arc[1:])]
            f.write(" ".join(f"{x} {y}" for x, y in steps) + "\n")
    with open(out + "/areas.tsv", "w", encoding="utf-8") as f:
        f.write("# kind\tcode\trings: places of lines, from 1; negative: backwards. Made by tools/map_make.py.\n")
        for kind, code, rings in sorted(areas):
            text = ";".join(" ".join(str(place[n] if n > 0 else -place[-n]) for n in r) for r in rings)
            f.write(f"{kind}\t{code}\t{text}\n")
    print(len(used), "lines,", total, "points,", len(areas), "areas", file=sys.stderr)


main()

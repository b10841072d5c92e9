#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""score.py DIEUHANH SHARED WORK: reads the annotated texts with `dieuhanh read` and prints the scores of gold/score.py as rows
`name <TAB> what <TAB> value <TAB> goal`, for the seed texts, for the reports, and for both together."""
import json
import os
import subprocess
import sys

LEVELS = [("L1", "số và đơn vị / quantity", 0.98), ("L2", "nghĩa / meaning", 0.95), ("L3", "kỳ / period", 0.90),
          ("L4", "đối tượng / subject", 0.85)]


def read_all(dieuhanh, texts, out, index):
    os.makedirs(out, exist_ok=True)
    for name in sorted(os.listdir(texts)):
        if not name.endswith(".txt"):
            continue
        date, place = index.get(name[:-4], ("", ""))
        options = (["--date", date] if date else []) + (["--place", place] if place else [])
        with open(os.path.join(out, name[:-4] + ".jsonl"), "wb") as f:
            done = subprocess.run([dieuhanh, "read", "--format", "jsonl", *options, os.path.join(texts, name)], stdout=f)
        if done.returncode != 0:
            print("%s: read ended with %d" % (name, done.returncode), file=sys.stderr)
        keep_figures(os.path.join(out, name[:-4] + ".jsonl"))


def keep_figures(path):
    lines = [l for l in open(path, encoding="utf-8") if "statement" not in json.loads(l)]
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(lines)


def read_index(path):
    rows = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf-8")]
    return {r[0]: (r[3], r[4]) for r in rows if len(r) >= 5}


def score(shared, gold, texts, out):
    done = subprocess.run([sys.executable, os.path.join(shared, "gold/score.py"), "--json", os.path.join(shared, gold), texts, out],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def f1(r):
    p = r["tp"] / r["predicted"] if r["predicted"] else 0
    q = r["tp"] / r["gold"] if r["gold"] else 0
    return p, 2 * p * q / (p + q) if p + q else 0


def main():
    dieuhanh, shared, work = sys.argv[1:4]
    if not os.path.exists(os.path.join(shared, "gold/score.py")):
        print("score\tđọc đúng / reading score\tkhông có bộ chú giải, bỏ qua / no annotated texts, skipped\t")
        return
    sets = [("seeds", "gold/seeds", "seeds", {}),
            ("reports", "gold/reports", "gold/texts", read_index(os.path.join(shared, "gold/texts/INDEX.tsv")))]
    total = {}
    for name, gold, texts, index in sets:
        out = os.path.join(work, name)
        read_all(dieuhanh, os.path.join(shared, texts), out, index)
        result = score(shared, gold, os.path.join(shared, texts), out)
        for level, row in result.items():
            t = total.setdefault(level, {"tp": 0, "predicted": 0, "gold": 0})
            for k in t:
                t[k] += row[k]
        show(name, result)
    show("all", total)


def show(name, result):
    for level, what, goal in LEVELS:
        precision, f = f1(result[level])
        print("score_%s_%s\t%s\t%.4f\t>= %.2f" % (name, level, what, f, goal))
        if level == "L1":
            print("score_%s_precision\tđộ chính xác L1 / precision of L1\t%.4f\t>= 0.98" % (name, precision))


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_report.py TESTLOG.json FILE.tap...

Counts test cases, not programs, and ends with the line `N passed, N failed[, N skipped]`. Exit status 1 when anything failed.

  testlog.json  of meson: one program a line, with what it printed. TAP and cmocka's own format are understood; a program
                that speaks neither is one case.
  *.tap         what other checks printed.

A program that ended badly although no case of it is marked as failed (a crash, a time-out, fewer cases than planned) adds
one failed case, so nothing that went wrong can look like success."""
import json
import re
import sys

OK = re.compile(r"^(not )?ok\b\s*(\d+)?\s*(?:- )?(.*)$")


def read_tap(text):
    """(passed, failed names, skipped, planned or None)"""
    passed, failed, skipped, plan = 0, [], 0, None
    for line in text.splitlines():
        m = re.match(r"^1\.\.(\d+)", line)
        if m:
            plan = (plan or 0) + int(m[1])
            continue
        if line.startswith("Bail out!"):
            failed.append(line)
        m = OK.match(line)
        if not m:
            continue
        if re.search(r"#\s*skip", m[3], re.I):
            skipped += 1
        elif m[1]:
            failed.append(m[3])
        else:
            passed += 1
    return passed, failed, skipped, plan


def read_cmocka(text):
    run = re.findall(r"^\[ RUN      \] (\S+)", text, re.M)
    good = re.findall(r"^\[       OK \] (\S+)", text, re.M)
    skip = re.findall(r"^\[  SKIPPED \] (\S+)", text, re.M)
    failed = list(run)
    for name in good + skip:
        if name in failed:
            failed.remove(name)
    return len(good), failed, len(skip), None


def cases(name, text, ended_well, code):
    if re.search(r"^\[ RUN      \]", text, re.M):
        passed, failed, skipped, plan = read_cmocka(text)
    elif re.search(r"^(not )?ok\b", text, re.M) or re.search(r"^1\.\.\d+", text, re.M):
        passed, failed, skipped, plan = read_tap(text)
    else:
        if code == 77:
            return 0, [], 1
        return (1, [], 0) if ended_well else (0, ["ended with status %s" % code], 0)
    seen = passed + len(failed) + skipped
    if plan is not None and seen < plan:
        failed.append("%d of %d cases did not run" % (plan - seen, plan))
    elif not ended_well and not failed:
        failed.append("ended with status %s" % code)
    elif seen == 0 and plan is None:
        failed.append("no case ran")
    return passed, failed, skipped


def main():
    total = [0, 0, 0]
    rows = []
    for path in sys.argv[1:]:
        try:
            text = open(path, encoding="utf-8", errors="replace").read()
        except OSError as e:
            rows.append((path, 0, [str(e)], 0, ""))
            continue
        if path.endswith(".tap"):
            name = path.rsplit("/", 1)[-1][:-4]
            rows.append((name, *cases(name, text, True, 0), text))
            continue
        if not text.strip():
            rows.append((path, 0, ["no program ran"], 0, ""))
        for line in text.splitlines():
            t = json.loads(line)
            out = t.get("stdout") or ""
            good = t["result"] in ("OK", "SKIP", "EXPECTEDFAIL")
            rows.append((t["name"], *cases(t["name"], out, good, t.get("returncode")), out + (t.get("stderr") or "")))
    for name, passed, failed, skipped, text in rows:
        total[0] += passed
        total[1] += len(failed)
        total[2] += skipped
        print("%-40s %5d passed%s%s" % (name, passed, ", %d failed" % len(failed) if failed else "",
                                        ", %d skipped" % skipped if skipped else ""))
        if failed:
            for f in failed[:20]:
                print("    not ok: " + f)
            print("\n".join("    | " + l for l in text.splitlines()[-40:]))
    print("%d passed, %d failed%s" % (total[0], total[1], ", %d skipped" % total[2] if total[2] else ""))
    return 1 if total[1] or not total[0] else 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What every page answers to every role, over its own unit, another one and everything, and to a stranger: what must be is
reckoned from the table of pages and the table of roles, and compared with what is.

    matrix.py HOST:PORT ROUTES PAGES ROLES PEOPLE

ROUTES: routes.tsv beside this file. PAGES: what `dieuhanh debug pages` prints. ROLES: `dieuhanh person roles --format json`.
PEOPLE: lines "login TAB role TAB reach TAB cookie", reach "own" (the unit gia-my) or "all". Each answer that is not what
it must be is one line; the last line is how many were right. A page without an example, or an example without a page, is
wrong too.
"""
import http.client
import json
import re
import sys

host, routes, pages, roles, people = sys.argv[1:]
connection = http.client.HTTPConnection(host, timeout=120)


def ask(method, path, cookie="", body=None):
    headers = {"Cookie": cookie} if cookie else {}
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers["Origin"] = "http://" + host
    connection.request(method, path, body=body, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.getheader("Location") or "", answer.read().decode()


def rows(path):
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line.strip() and line[0] != "#"]


right, wrong = 0, 0


def compare(what, is_so, found):
    global right, wrong
    if is_so:
        right += 1
    else:
        wrong += 1
        print(what, "is", *found)


def must(page, rights, reach, example):
    """Whether somebody with these rights may: the columns of the table, read as docs/WEB.md says."""
    _, _, needs, needed, about = page[:5]
    if needs != "signed_in":
        return True
    if needed not in rights:
        return False
    if about == "whole":
        return reach == "all"
    return reach == "all" or example == "own"


table = {(p[0], p[1]): p for p in rows(pages)}
examples = {(r[0], r[1]): r for r in rows(routes)}
for key in sorted(set(table) ^ set(examples)):
    compare(" ".join(key), False, ["in the table of pages or in routes.tsv alone"])
known = {r["role"]: r["rights"].split() for r in json.load(open(roles, encoding="utf-8"))}
last = ("POST", "/dang-xuat")
order = [k for k in examples if k in table and k != last] + [last]

for login, role, reach, cookie in rows(people):
    csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', ask("GET", "/toi", cookie)[2]).group(1)
    for key in order:
        page, (method, pattern, own, other, form, status) = table[key], examples[key]
        for example, path in (("own", own), ("other", other)):
            if path == "-":
                continue
            what = f"{role} over {reach}: {method} {path}"
            if method == "POST" and page[2] != "anyone":
                compare(what + " without the word of the session", ask(method, path, cookie, form)[0] == 403, ["let through"])
            body = None if form == "-" else f"{form}&csrf={csrf}"
            found = ask(method, path, cookie, body)
            if must(page, known[role], reach, example):
                good = str(found[0]) in status.split("|") and not found[1].startswith("/dang-nhap?den")
                compare(what, good, found[:2])
            else:
                compare(what + " is refused", found[0] == 403 and "Gia M" not in found[2], found[:2])
for key in order:
    page, (method, pattern, own, other, form, status) = table[key], examples[key]
    for path in (own, other):
        if path == "-":
            continue
        found = ask(method, path, "", None if form == "-" else form)
        if page[2] == "anyone":
            compare(f"a stranger: {method} {path}", str(found[0]) in status.split("|"), found[:2])
        else:
            compare(f"a stranger: {method} {path}", found[0] == 303 and found[1].startswith("/dang-nhap?den="), found[:2])
print(right, "right,", wrong, "wrong")
sys.exit(wrong > 0)

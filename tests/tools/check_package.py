#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# check_package.py FOLDER: whether a folder is a Tabular Data Package by the specifications of Frictionless Data, version 1, as far
# as the packages of dieuhanh use them. One line for each thing that is wrong; exit status 1 then.
#
#   datapackage.json   Data Package: resources; names; sources with title, licences with name or path
#   each resource      Tabular Data Resource: profile, name, path within the folder, schema; hash, bytes, encoding
#   each table         header = fields; types and constraints of Table Schema; primary and foreign keys
import csv
import datetime
import decimal
import hashlib
import io
import json
import pathlib
import re
import sys

NAME = re.compile(r"[-a-z0-9._/]+")
LICENSE = re.compile(r"[-a-zA-Z0-9._]+")
TYPES = {"string", "number", "integer", "date"}  # of the specification those that are used
wrong = []


def need(holds, what):
    if not holds:
        wrong.append(what)
    return bool(holds)


def once(pairs):
    keys = [k for k, _ in pairs]
    need(len(keys) == len(set(keys)), f"doubled key among {keys}")
    return dict(pairs)


def fits(kind, text):
    try:
        if kind == "number":
            return decimal.Decimal(text).is_finite() and not re.search("[eE_ ]", text)
        if kind == "integer":
            return re.fullmatch("-?[0-9]+", text) is not None
        return kind != "date" or bool(datetime.date.fromisoformat(text))
    except (ValueError, decimal.InvalidOperation):
        return False


def check_package(d):
    need(d.get("profile") == "tabular-data-package", "profile of the package")
    need("name" not in d or NAME.fullmatch(d["name"]), "name of the package")
    for key in ("title", "description"):
        need(isinstance(d.get(key, ""), str), key)
    for source in d.get("sources", [{"title": "-"}]):
        need(isinstance(source.get("title"), str), "a source without title")
    need(d.get("sources", [1]) != [] and d.get("licenses", [1]) != [], "an empty list of sources or licences")
    for one in d.get("licenses", []):
        need("path" in one or LICENSE.fullmatch(one.get("name", "")), "a licence without name and path")
    names = [r.get("name") for r in d.get("resources", [])]
    need(names and len(names) == len(set(names)), "resources: at least one, names unique")


def check_resource(folder, r):
    where = r.get("name", "?")
    need(NAME.fullmatch(where), f"{where}: name")
    need(r.get("profile") == "tabular-data-resource", f"{where}: profile")
    path = r.get("path", "")
    if not need(path and not path.startswith("/") and ".." not in path, f"{where}: path") or "data" in r:
        return None
    data = (folder / path).read_bytes()
    need(r.get("bytes", len(data)) == len(data), f"{where}: bytes")
    need(r.get("hash") == "sha256:" + hashlib.sha256(data).hexdigest(), f"{where}: hash")
    need(r.get("encoding") == "utf-8" and not data.startswith(b"\xef\xbb\xbf"), f"{where}: encoding")
    dialect = r.get("dialect", {})
    need(dialect.get("lineTerminator") == "\n" and b"\r" not in data and data.endswith(b"\n"), f"{where}: line ends")
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), delimiter=dialect.get("delimiter", ","), strict=True))


def check_table(where, schema, rows):
    fields = schema.get("fields", [])
    need(fields, f"{where}: no fields")
    for f in fields:
        need(isinstance(f.get("name"), str) and f.get("type", "string") in TYPES, f"{where}: field {f}")
    names = [f["name"] for f in fields]
    need(len(names) == len(set(names)) and rows[0] == names, f"{where}: header")
    missing = schema.get("missingValues", [""])
    for number, row in enumerate(rows[1:], 2):
        if not need(len(row) == len(fields), f"{where}: row {number} has {len(row)} cells"):
            continue
        for f, text in zip(fields, row):
            if text in missing:
                need(not f.get("constraints", {}).get("required"), f"{where}: row {number}: {f['name']} is required")
            else:
                need(fits(f.get("type", "string"), text), f"{where}: row {number}: {f['name']} = {text!r}")
    for i, f in enumerate(fields):
        values = [row[i] for row in rows[1:] if len(row) == len(fields)]
        unique = f.get("constraints", {}).get("unique") or schema.get("primaryKey") == f["name"]
        need(not unique or len(values) == len(set(values)), f"{where}: {f['name']} is not unique")
    need(schema.get("primaryKey") in names, f"{where}: primaryKey")


def column(rows, name):
    return [row[rows[0].index(name)] for row in rows[1:]]


def check_foreign_keys(where, schema, rows, tables):
    for key in schema.get("foreignKeys", []):
        to = key["reference"]
        if need(to["resource"] in tables, f"{where}: {key} refers to no table"):
            lost = set(column(rows, key["fields"])) - set(column(tables[to["resource"]], to["fields"])) - {""}
            need(not lost, f"{where}: {key['fields']} names {sorted(lost)}, which {to['resource']} has not")


def main():
    folder = pathlib.Path(sys.argv[1])
    d = json.loads((folder / "datapackage.json").read_text("utf-8"), object_pairs_hook=once)
    check_package(d)
    resources = {r["name"]: r for r in d["resources"]}
    tables = {name: check_resource(folder, r) for name, r in resources.items()}
    for name, rows in tables.items():
        if rows:
            check_table(name, resources[name]["schema"], rows)
            check_foreign_keys(name, resources[name]["schema"], rows, tables)
    print("\n".join(wrong) or f"{len(tables)} tables, {len(tables['figures']) - 1} figures")
    sys.exit(bool(wrong))


main()

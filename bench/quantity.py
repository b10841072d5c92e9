#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""quantity.py DIEUHANH CASES_DIR OWN_DIFFERENCES [--show]

How many of the public cases of spoken and written Vietnamese numbers (nemo_vi_itn.tsv: spoken to written, nemo_vi_tn.tsv:
written to spoken) `dieuhanh debug quantity` and `debug period` read right. Prints rows `name <TAB> what <TAB> per cent <TAB> goal`.

What is right is worked out here from the written side by plain rules of its own, so that the reader is not its own judge. Of an
itn row the spoken side is given to the program; of a tn row both sides are. Rows that are whole sentences, or whose written side
holds no number, are no expressions and are left out. bench/quantity_differences.tsv lists the rows on which we differ on purpose."""
import re
import subprocess
import sys
from decimal import Decimal

CLASSES = ["cardinal", "decimal", "fraction", "measure", "money", "ordinal", "date"]
SCALE = {"nghìn": 3, "ngàn": 3, "k": 3, "vạn": 4, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9, "t": 9}
CURRENCY = {"$": "USD", "usd": "USD", "đô la": "USD", "đô": "USD", "đ": "VND", "₫": "VND", "đồng": "VND", "vnd": "VND", "vnđ": "VND",
            "€": "EUR", "euro": "EUR", "₩": "KRW", "rm": "MYR", "£": "GBP", "¥": "JPY", "s$": "SGD", "฿": "THB", "yên": "JPY", "won": "KRW"}
# What the units are called on the written side and by us, where it is not the same text.
UNIT = {"km²": "km2", "m²": "m2", "cm²": "cm2", "mm²": "mm2", "dm²": "dm2", "m³": "m3", "cm³": "cm3", "km³": "km3", "°c": "°C", "°f": "°F",
        "ml": "ml", "l": "lít", "kí": "kg", "ký": "kg", "inch": "inch", "in": "inch", "giây": "s", "phút": "phút", "min": "phút",
        "giờ": "h", "h": "h", "mbps": "mbps"}


def number(text, dot):
    """The value of digits as printed: `dot` is what divides the decimals."""
    group = "," if dot == "." else "."
    text = text.replace(" ", "")
    return Decimal(text.replace(group, "").replace(dot, "."))


NUM = r"-?\d[\d.,]*\d|-?\d"


def expected(kind, written, dot):
    """(value or fraction text, unit or None) of the written side, or None when it is no expression."""
    w = written.strip().lower()
    m = re.fullmatch(r"(-?)(?:(\d+) )?(\d+)/(\d+)", w)
    if m:
        whole = int(m[2] or 0)
        return "%s%d/%s" % (m[1], whole * int(m[4]) + int(m[3]), m[4]), ""
    m = re.fullmatch(r"thứ (\d+)", w)
    if m:
        return Decimal(m[1]), None
    m = re.fullmatch(r"(\d+) ?(k|tr|t)(\d)", w)
    if m and kind != "measure":
        return (Decimal(m[1]) + Decimal(m[3]) / 10) * 10 ** SCALE[m[2]], ""
    short = "|k|tr|t" if kind in ("cardinal", "decimal") else ""
    m = re.fullmatch(r"(\d+)/(\d+)([^\W\d]+)", w)
    if m and kind == "measure":
        return "%s/%s" % (m[1], m[2]), m[3]
    m = re.fullmatch(r"(%s) ?(nghìn|ngàn|vạn|triệu|tỷ|tỉ%s)?(?: (nghìn|ngàn|triệu|tỷ|tỉ))? ?([^\d\s]\S*(?: \S+)?)?" % (NUM, short), w)
    if not m:
        m2 = re.fullmatch(r"([$€₫£¥₩]) ?(%s)" % NUM, w)
        if m2:
            return number(m2[2], dot), CURRENCY[m2[1]]
        return None
    value = number(m[1], dot)
    for s in (m[2], m[3]):
        if s:
            value = value * 10 ** SCALE[s]
    unit = (m[4] or "").strip()
    if kind == "money":
        first, _, rest = unit.partition("/")
        if first not in CURRENCY:
            return None
        return value, CURRENCY[first] + ("/" + rest if rest else "")
    if kind == "measure":
        return value, unit
    return (value, "") if not unit else None


def expected_period(written):
    w = written.strip().lower()
    m = re.fullmatch(r"(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})", w)
    if m:
        return "%04d-%02d-%02d" % (int(m[3]), int(m[2]), int(m[1]))
    m = re.fullmatch(r"(?:ngày |mùng |mồng )(\d{1,2}) tháng (\d{1,2}) năm (\d{3,4})", w)
    if m:
        return "%04d-%02d-%02d" % (int(m[3]), int(m[2]), int(m[1]))
    m = re.fullmatch(r"(?:tháng )(\d{1,2})(?: năm |/| )(\d{3,4})", w)
    if m:
        return "%04d-%02d" % (int(m[2]), int(m[1]))
    m = re.fullmatch(r"năm (\d{3,4})", w)
    if m:
        return "%04d" % int(m[1])
    m = re.fullmatch(r"(?:ngày |mùng |mồng )?(\d{1,2})(?:/| tháng )(\d{1,2})", w)
    if m:
        return "2023-%02d-%02d" % (int(m[2]), int(m[1]))
    m = re.fullmatch(r"tháng (\d{1,2})", w)
    if m:
        return "2023-%02d" % int(m[1])
    return None


def fold(unit):
    return "/".join(UNIT.get(u.lower(), u).lower() for u in unit.split("/"))


def same(want, got, kind):
    if kind == "date":
        return got == want
    value, unit = want
    if got == "none":
        return False
    text, _, got_unit = got.partition("\t")
    if isinstance(value, str):
        return text == value
    try:
        right = Decimal(text) == value
    except ArithmeticError:
        return False
    if not right or unit is None or kind in ("cardinal", "decimal", "ordinal"):
        return right
    return fold(unit) == fold(got_unit)


def ask(dieuhanh, what, lines):
    if not lines:
        return []
    args = [dieuhanh, "debug", what] + (["--date", "2023-12-31"] if what == "period" else [])
    out = subprocess.run(args, input="\n".join(lines) + "\n", stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout
    return out.split("\n")[:-1]


def load(cases):
    rows = []
    for name, dot in (("itn", "."), ("tn", ",")):
        for line in open("%s/nemo_vi_%s.tsv" % (cases, name), encoding="utf-8"):
            kind, left, right = line.rstrip("\n").split("\t")[:3]
            if kind not in CLASSES:
                continue
            written = right if name == "itn" else left
            want = expected_period(written) if kind == "date" else expected(kind, written, dot)
            if want is None:
                continue
            rows.append((kind, left, want))
            if name == "tn":
                rows.append((kind, right, want))
    return rows


def main():
    dieuhanh, cases, differences = sys.argv[1:4]
    agreed = {l.split("\t")[0] for l in open(differences, encoding="utf-8") if l.strip() and not l.startswith("#")}
    rows = load(cases)
    totals = {}
    for what, kinds in (("quantity", CLASSES[:-1]), ("period", ["date"])):
        mine = [r for r in rows if r[0] in kinds]
        for (kind, text, want), got in zip(mine, ask(dieuhanh, what, [r[1] for r in mine])):
            good = same(want, got, kind)
            if text in agreed:
                kind = "(on purpose)"
            t = totals.setdefault(kind, [0, 0])
            t[0] += good
            t[1] += 1
            if not good and "--show" in sys.argv:
                print("%s\t%s\twant %s\tgot %s" % (kind, text, want, got.replace("\t", "|")), file=sys.stderr)
    on_purpose = totals.pop("(on purpose)", [0, 0])
    for kind in CLASSES:
        right, of = totals.get(kind, (0, 0))
        if of:
            print("cases_%s\t%d / %d\t%.2f\t" % (kind, right, of, 100 * right / of))
    right, of = sum(t[0] for t in totals.values()), sum(t[1] for t in totals.values())
    print("cases_all\t%d / %d; khác có chủ ý / different on purpose: %d\t%.2f\t>= 97" % (right, of, on_purpose[1], 100 * right / of))


main()

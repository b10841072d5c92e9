#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# make_book.py SPEC OUTPUT: a workbook from a description in JSON, so that no binary file stands among the sources.
# The suffix of OUTPUT decides what is made: .xlsx, .xls (BIFF8), .biff5.xls (BIFF5), .csv .tsv (bytes in an encoding),
# .gz and .zip of them. The description:
#
#   {"sheets": [{"name": "Biểu 1", "hidden": true, "hidden_rows": [3], "hidden_columns": ["B"], "merges": ["A1:C1"],
#                "cells": {"A1": "text", "B2": 1234.56, "C2": {"v": 0.125, "format": "0.0%"}}}]}
#   a cell: a text, a number, true, or {"v": value, "format": code, "font": name, "formula": "A1+1", "center": true
#           (across the cells to the right), "error": "#REF!", "runs": [[text, font], ...], "raw": text of the number
#           as it stands in the XML, "inline": true, "empty": true}
#   "date1904": true
#   of a CSV: {"text": "a,b\n", "encoding": "utf-16", "mark": true}; of a zip: {"files": {"x.csv": {...}}}
#   "damage": what is done to the finished file, see DAMAGES
import gzip
import io
import json
import re
import struct
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

FIXED = (1980, 1, 1, 0, 0, 0)


def place(ref):
    letters, digits = re.fullmatch(r'([A-Z]+)(\d+)', ref).groups()
    column = 0
    for c in letters:
        column = column * 26 + ord(c) - 64
    return int(digits) - 1, column - 1


def column_of(letters):
    return place(letters + '1')[1]


def cells_of(sheet):
    out = []
    for ref, c in sheet['cells'].items():
        if not isinstance(c, dict):
            c = {'v': c}
        out.append((*place(ref), ref, c))
    return sorted(out) if not sheet.get('unsorted') else out


class Styles:
    """Fonts, formats and styles that cells ask for, numbered as they come."""

    def __init__(self):
        self.fonts, self.formats, self.styles = ['Arial'], [], [('', 'Arial', False)]

    def of(self, c):
        key = (c.get('format', ''), c.get('font', 'Arial'), c.get('center', False))
        if key[1] not in self.fonts:
            self.fonts.append(key[1])
        if key[0] and key[0] not in self.formats:
            self.formats.append(key[0])
        if key not in self.styles:
            self.styles.append(key)
        return self.styles.index(key)


# --- XLSX -----------------------------------------------------------------------------------------------------------

def run_xml(run):
    text, font = run
    name = f'<rPr><rFont val={quoteattr(font)}/></rPr>' if font else ''
    return f'<r>{name}<t xml:space="preserve">{escape(text)}</t></r>'


def cell_xml(ref, c, style, strings):
    value, formula = c.get('v'), f'<f>{escape(c["formula"])}</f>' if 'formula' in c else ''
    start = f'<c r="{ref}" s="{style}"'
    if c.get('empty'):
        return start + '/>'
    if 'error' in c:
        return f'{start} t="e">{formula}<v>{c["error"]}</v></c>'
    if 'raw' in c:
        return f'{start}>{formula}<v>{c["raw"]}</v></c>'
    if isinstance(value, bool):
        return f'{start} t="b">{formula}<v>{int(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'{start}>{formula}<v>{value!r}</v></c>'
    if 'formula' in c:
        return f'{start} t="str">{formula}<v>{escape(value)}</v></c>'
    si = ''.join(run_xml(r) for r in c['runs']) if 'runs' in c else f'<t xml:space="preserve">{escape(value)}</t>'
    if c.get('inline'):
        return f'{start} t="inlineStr"><is>{si}</is></c>'
    if si not in strings:
        strings.append(si)
    return f'{start} t="s"><v>{strings.index(si)}</v></c>'


def sheet_xml(sheet, styles, strings):
    rows = {}
    for row, _, ref, c in cells_of(sheet):
        rows.setdefault(row, []).append(cell_xml(ref, c, styles.of(c), strings))
    hidden = set(sheet.get('hidden_rows', []))
    body = ''.join('<row r="%d"%s>%s</row>' % (r + 1, ' hidden="1"' if r + 1 in hidden else '', ''.join(cs))
                   for r, cs in rows.items())
    cols = ''.join('<col min="%d" max="%d" hidden="1"/>' % ((column_of(c) + 1,) * 2)
                   for c in sheet.get('hidden_columns', []))
    merges = ''.join(f'<mergeCell ref="{m}"/>' for m in sheet.get('merges', []))
    return ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
            (f'<cols>{cols}</cols>' if cols else '') + f'<sheetData>{body}</sheetData>' +
            (f'<mergeCells>{merges}</mergeCells>' if merges else '') + '</worksheet>')


def styles_xml(styles):
    formats = ''.join(f'<numFmt numFmtId="{164 + i}" formatCode={quoteattr(f)}/>' for i, f in enumerate(styles.formats))
    fonts = ''.join(f'<font><sz val="10"/><name val={quoteattr(f)}/></font>' for f in styles.fonts)
    xfs = ''.join('<xf numFmtId="%d" fontId="%d">%s</xf>' %
                  (164 + styles.formats.index(f) if f else 0, styles.fonts.index(font),
                   '<alignment horizontal="centerContinuous"/>' if center else '')
                  for f, font, center in styles.styles)
    return ('<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f'<numFmts>{formats}</numFmts><fonts>{fonts}</fonts><cellStyleXfs><xf numFmtId="9" fontId="0"/></cellStyleXfs>'
            f'<cellXfs>{xfs}</cellXfs></styleSheet>')


def make_xlsx(spec):
    styles, strings, parts = Styles(), [], {}
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    for i, s in enumerate(spec['sheets'], 1):
        parts[f'xl/worksheets/sheet{i}.xml'] = sheet_xml(s, styles, strings)
    listed = ''.join('<sheet name=%s sheetId="%d" r:id="rId%d"%s/>' %
                     (quoteattr(s['name']), i, i, ' state="hidden"' if s.get('hidden') else '')
                     for i, s in enumerate(spec['sheets'], 1))
    parts['xl/workbook.xml'] = (f'<workbook xmlns:r="{office}"><workbookPr date1904="{int(spec.get("date1904", False))}"/>'
                                f'<sheets>{listed}</sheets></workbook>')
    links = [(f'rId{i}', 'worksheet', f'worksheets/sheet{i}.xml') for i in range(1, len(spec['sheets']) + 1)]
    links += [('rIdA', 'styles', '/xl/styles.xml'), ('rIdB', 'sharedStrings', 'sharedStrings.xml')]
    relation = '<Relationship Id="%s" Type="' + office + '/%s" Target="%s"/>'
    parts['xl/_rels/workbook.xml.rels'] = '<Relationships>%s</Relationships>' % ''.join(relation % x for x in links)
    parts['_rels/.rels'] = '<Relationships>%s</Relationships>' % (relation % ('rId1', 'officeDocument', 'xl/workbook.xml'))
    parts['xl/styles.xml'] = styles_xml(styles)
    parts['xl/sharedStrings.xml'] = '<sst>%s</sst>' % ''.join(f'<si>{s}</si>' for s in strings)
    parts['[Content_Types].xml'] = '<Types/>'
    if spec.get('damage') == 'doctype':
        parts['xl/workbook.xml'] = '<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + parts['xl/workbook.xml']
    if spec.get('damage') == 'bomb':
        parts['xl/sharedStrings.xml'] = '<sst><si><t>%s</t></si></sst>' % (' ' * (64 << 20))
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            head = '' if text.startswith('<!DOCTYPE') else '<?xml version="1.0" encoding="UTF-8"?>'
            z.writestr(zipfile.ZipInfo(name, FIXED), head + text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# --- XLS ------------------------------------------------------------------------------------------------------------

def record(kind, data=b''):
    out = struct.pack('<HH', kind, min(len(data), 8224)) + data[:8224]
    for at in range(8224, len(data), 8224):
        part = data[at:at + 8224]
        out += struct.pack('<HH', 0x3C, len(part)) + part
    return out


def text8(s, size):
    """A text of BIFF8: length, flags, characters; narrow where it can be."""
    units = s.encode('utf-16-le')
    wide = any(units[1::2])
    body = units if wide else units[::2]
    return struct.pack('<H' if size == 2 else '<B', len(units) // 2) + bytes([int(wide)]) + body


def text5(s, size):
    body = s.encode('cp1252')
    return struct.pack('<H' if size == 2 else '<B', len(body)) + body


def font_number(i):
    return i if i < 4 else i + 1  # there is no font 4


class Shared:
    """The shared strings as one record with CONTINUEs that cut through characters, as Excel does."""

    def __init__(self, styles):
        self.styles, self.texts = styles, []

    def of(self, c):
        runs = c.get('runs') or [[c['v'], None]]
        key = json.dumps(runs)
        if key not in self.texts:
            self.texts.append(key)
        return self.texts.index(key)

    def records(self, most):
        parts, now = [], struct.pack('<II', len(self.texts), len(self.texts))
        for key in self.texts:
            runs, text, marks, at = json.loads(key), '', b'', 0
            for piece, font in runs:
                if font:
                    if font not in self.styles.fonts:
                        self.styles.fonts.append(font)
                    marks += struct.pack('<HH', at, font_number(self.styles.fonts.index(font)))
                text += piece
                at += len(piece.encode('utf-16-le')) // 2
            units = text.encode('utf-16-le')
            wide = any(units[1::2])
            body, step = (units, 2) if wide else (units[::2], 1)
            now += struct.pack('<HB', len(units) // 2, int(wide) | (8 if marks else 0))
            if marks:
                now += struct.pack('<H', len(marks) // 4)
            while body:
                room = max(0, most - len(now)) // step * step
                now, body = now + body[:room], body[room:]
                if body:
                    parts, now = parts + [now], bytes([int(wide)])
            now += marks
            if len(now) > most - 16:
                parts, now = parts + [now], b''
        parts.append(now)
        return b''.join(struct.pack('<HH', 0xFC if i == 0 else 0x3C, len(p)) + p for i, p in enumerate(parts) if p or i == 0)


def cell_record(row, column, c, style, shared, biff8):
    head, value = struct.pack('<HHH', row, column, style), c.get('v')
    text = text8 if biff8 else text5
    if c.get('empty'):
        return record(0x201, head)
    if 'error' in c:
        code = {'#REF!': 0x17, '#DIV/0!': 7, '#N/A': 0x2A}[c['error']]
        if 'formula' in c:
            return record(6, head + bytes([2, 0, code, 0, 0, 0, 0xFF, 0xFF]) + b'\0' * 8)
        return record(0x205, head + bytes([code, 1]))
    if isinstance(value, bool):
        return record(0x205, head + bytes([int(value), 0]))
    if isinstance(value, (int, float)):
        if 'formula' in c:
            return record(6, head + struct.pack('<d', value) + b'\0' * 8)
        if isinstance(value, int) and abs(value) < 1 << 29:
            return record(0x27E, head + struct.pack('<I', (value << 2 | 2) & 0xFFFFFFFF))
        if round(value * 100) / 100 == value and abs(value) < 1e6:
            return record(0x27E, head + struct.pack('<I', (round(value * 100) << 2 | 3) & 0xFFFFFFFF))
        return record(0x203, head + struct.pack('<d', value))
    if 'formula' in c:
        return record(6, head + b'\0\0\0\0\0\0\xFF\xFF' + b'\0' * 8) + record(0x207, text(value, 2))
    if biff8:
        return record(0xFD, head + struct.pack('<I', shared.of(c)))
    return record(0x204, head + text(value, 2))


def sheet_records(sheet, styles, shared, biff8):
    out = record(0x809, struct.pack('<HHHH', 0x600 if biff8 else 0x500, 0x10, 0, 0) + b'\0' * (8 if biff8 else 0))
    for c in sheet.get('hidden_columns', []):
        out += record(0x7D, struct.pack('<HHHHHH', column_of(c), column_of(c), 2000, 0, 1, 0))
    for r in sheet.get('hidden_rows', []):
        out += record(0x208, struct.pack('<HHHHHHI', r - 1, 0, 9, 300, 0, 0, 0x20))
    for row, column, _, c in cells_of(sheet):
        out += cell_record(row, column, c, styles.of(c), shared, biff8)
    ranges = b''
    for m in sheet.get('merges', []):
        (r1, c1), (r2, c2) = (place(x) for x in m.split(':'))
        ranges += struct.pack('<HHHH', r1, r2, c1, c2)
    if ranges and biff8:
        out += record(0xE5, struct.pack('<H', len(ranges) // 8) + ranges)
    return out + record(0x0A)


def make_biff(spec, biff8):
    styles = Styles()
    shared = Shared(styles)
    text = text8 if biff8 else text5
    bodies = [sheet_records(s, styles, shared, biff8) for s in spec['sheets']]
    strings = shared.records(spec.get('continue', 8224)) if biff8 else b''
    head = record(0x809, struct.pack('<HHHH', 0x600 if biff8 else 0x500, 5, 0, 0) + b'\0' * (8 if biff8 else 0))
    if spec.get('damage') == 'locked':
        head += record(0x2F, b'\0' * 6)
    head += record(0x42, struct.pack('<H', 1200 if biff8 else spec.get('codepage', 1252)))
    head += record(0x22, struct.pack('<H', int(spec.get('date1904', False))))
    for f in styles.fonts + ['Arial'] * 5:
        head += record(0x31, struct.pack('<HHHHHBBBB', 200, 0, 0, 400, 0, 0, 0, 0, 0) + text(f, 1))
    for i, f in enumerate(styles.formats):
        head += record(0x41E, struct.pack('<H', 164 + i) + text(f, 2 if biff8 else 1))
    for f, font, center in styles.styles:
        head += record(0xE0, struct.pack('<HHHB', font_number(styles.fonts.index(font)),
                                         164 + styles.formats.index(f) if f else 0, 0, 6 if center else 0) + b'\0' * 13)
    listed = [record(0x85, struct.pack('<IBB', 0, 1 if s.get('hidden') else 0, 0) + text(s['name'], 1)) for s in spec['sheets']]
    at = len(head) + sum(map(len, listed)) + len(strings) + 4
    for i, body in enumerate(bodies):
        head += listed[i][:4] + struct.pack('<I', at) + listed[i][8:]
        at += len(body)
    return head + strings + record(0x0A) + b''.join(bodies)


def make_ole(stream, name, small):
    """A compound file with one stream; `small`: in the small sectors of the root."""
    def pad(b, n):
        return b + b'\0' * (-len(b) % n)

    def entry(name, kind, start, size):
        raw = (name + '\0').encode('utf-16-le')
        return raw.ljust(64, b'\0') + struct.pack('<HBBIII', len(raw), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF,
                                                  1 if kind == 5 else 0xFFFFFFFF) + b'\0' * 36 + struct.pack("<IQ", start, size)
    if not small and len(stream) < 4096:
        stream = stream.ljust(4096, b'\0')
    data = pad(pad(stream, 64), 512)
    count = len(data) // 512
    chain = lambda first, n: [first + i + 1 for i in range(n - 1)] + [0xFFFFFFFE] if n else []
    fat, sectors = [], b''
    fat += chain(0, count)
    sectors += data
    directory = len(fat)
    small_fat = 0xFFFFFFFE
    pieces = len(pad(stream, 64)) // 64
    root = entry('Root Entry', 5, 0 if small else 0xFFFFFFFE, pieces * 64 if small else 0)
    sectors += pad(root + entry(name, 2, 0, len(stream)), 512)
    fat.append(0xFFFFFFFE)
    if small:
        small_fat = len(fat)
        table = b''.join(struct.pack('<I', x) for x in chain(0, pieces))
        table = table + b'\xFF' * (-len(table) % 512)
        fat += chain(small_fat, len(table) // 512)
        sectors += table
    fat_sectors = (len(fat) + 128) // 127 + 1
    first_fat = len(fat)
    fat += [0xFFFFFFFD] * fat_sectors
    table = b''.join(struct.pack('<I', x) for x in fat)
    sectors += (table + b'\xFF' * (fat_sectors * 512 - len(table)))
    assert fat_sectors <= 109
    head = b'\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' + b'\0' * 16 + struct.pack('<HHHHH', 0x3E, 3, 0xFFFE, 9, 6) + b'\0' * 10
    head += struct.pack('<IIIIIIIII', fat_sectors, directory, 0, 4096, small_fat, 1 if small else 0, 0xFFFFFFFE, 0, 0)[:36]
    listed = [first_fat + i for i in range(fat_sectors)]
    head = head[:76] + b''.join(struct.pack('<I', x) for x in listed + [0xFFFFFFFF] * (109 - fat_sectors))
    return head.ljust(512, b'\0') + sectors


def make_xls(spec, biff8):
    stream = make_biff(spec, biff8)
    return make_ole(stream, 'Workbook' if biff8 else 'Book', len(stream) < 4096 and spec.get('small', True))


# --- CSV ------------------------------------------------------------------------------------------------------------

def make_csv(spec):
    if 'repeat' in spec:
        spec = dict(spec, text=spec['text'] * spec['repeat'])
    mark = b'\xEF\xBB\xBF' if spec.get('mark') else b''
    if 'bytes' in spec:
        return bytes.fromhex(spec['bytes'])
    return mark + spec['text'].encode(spec.get('encoding', 'utf-8'))


def make_zip(spec):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, part in spec['files'].items():
            z.writestr(zipfile.ZipInfo(name, FIXED), make_csv(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


DAMAGES = {
    'cut': lambda b: b[:len(b) // 2],                       # the second half is missing
    'tail': lambda b: b[:-40],                              # the last bytes are missing
    'zeros': lambda b: b[:600] + b'\0' * 64 + b[664:],      # something in the middle is gone
    'loop': lambda b: b[:512] + b.replace(b'\xFE\xFF\xFF\xFF', b'\0\0\0\0')[512:],  # chains of sectors without an end
}


def make(spec, name):
    if name.endswith('.gz'):
        return gzip.compress(make(spec, name[:-3]), mtime=0)
    if name.endswith('.zip'):
        return make_zip(spec)
    if name.endswith('.xlsx'):
        return make_xlsx(spec)
    if name.endswith('.xls'):
        return make_xls(spec, not name.endswith('.biff5.xls'))
    return make_csv(spec)


def main():
    spec_path, out_path = sys.argv[1:3]
    with open(spec_path, encoding='utf-8') as f:
        spec = json.load(f)
    data = make(spec, out_path)
    data = DAMAGES.get(spec.get('damage'), lambda b: b)(data)
    with open(out_path, 'wb') as f:
        f.write(data)


if __name__ == '__main__':
    main()

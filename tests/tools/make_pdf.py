#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# make_pdf.py SPEC OUTPUT: a PDF from a description in JSON, so that no binary file stands among the sources. It sets text as
# an office does: letterhead in two blocks, justified paragraphs, tables whose cells wrap and go on over pages, page numbers.
# The font is none that draws: it has widths and says which letter each code is, which is all that reading needs. The description:
#
#   {"page": [595, 842], "margin": 60, "size": 13, "header": "text", "footer": "{page}", "form": "NFD", "items": [
#     {"two": [["left line", ...], ["right line", ...]]},   {"center": "text"},   {"right": "text"},   {"para": "text"},
#     {"line": "text"},   {"gap": 20},   {"break": true},   {"at": [[x, y, "text"], ...]},
#     {"table": {"widths": [30, 200, 80], "align": "clr", "size": 11, "valign": "middle" or "top", "pad": 2,
#                "head": [[cell, ...], ...], "rows": [[text, ...], ...]}}]}
#   a cell of a head: a text or {"t": text, "cols": 2, "rows": 2}; heads are set again on each page
#   "damage": "cut" (its second half is missing), "password", "scanned" (no text), {"pages": N} (its last page N times),
#             "garbage" (the head alone is right), "deep" (a tree of pages that holds itself)
import json
import sys
import unicodedata

LEADING = 1.3


def width_of(text, size):
    total = 0
    for c in text:
        if unicodedata.combining(c):
            continue
        base = unicodedata.normalize('NFD', c)[0]
        if base in ' .,;:iIlj!|\'()[]/-':
            w = 300
        elif base.isdigit():
            w = 500
        elif base in 'mwMWĐ':
            w = 800
        elif base.isupper():
            w = 680
        else:
            w = 480
        total += w
    return total * size / 1000


def wrap(text, size, width, indent=0):
    lines, line, room = [], [], width - indent
    for word in text.split():
        if line and width_of(' '.join(line + [word]), size) > room:
            lines.append(line)
            line, room = [], width
        line.append(word)
    return lines + [line] if line else lines or [[]]


class Paper:
    def __init__(self, spec):
        self.spec = spec
        self.width, self.height = spec.get('page', [595, 842])
        self.margin = spec.get('margin', 60)
        self.size = spec.get('size', 13)
        self.pages = []
        self.turn()

    def turn(self):
        self.out = []
        self.pages.append(self.out)
        self.y = self.margin
        n = len(self.pages)
        for key, y in (('header', 30), ('footer', self.height - 30)):
            if self.spec.get(key):
                text = self.spec[key].replace('{page}', str(n))
                self.put((self.width - width_of(text, 11)) / 2, y, text, 11)

    def put(self, x, y, text, size):
        """Each word at its own place, as most programs write text that is justified."""
        for word in text.split():
            self.out.append((x, y, word, size))
            x += width_of(word + ' ', size)

    def room(self, height):
        if self.y + height > self.height - self.margin:
            self.turn()

    def line(self, text, align='l', x=None, width=None, size=None):
        size = size or self.size
        x = self.margin if x is None else x
        width = width or self.width - 2 * self.margin
        free = width - width_of(text, size)
        self.put(x + (0 if align == 'l' else free / 2 if align == 'c' else free), self.y + size, text, size)

    def step(self, size=None):
        self.y += (size or self.size) * LEADING

    def para(self, text):
        width, indent = self.width - 2 * self.margin, 28
        lines = wrap(text, self.size, width, indent)
        for i, words in enumerate(lines):
            self.room(self.size * LEADING)
            x, room = self.margin, width
            if i == 0:
                x, room = x + indent, room - indent
            blank = width_of(' ', self.size)
            if i + 1 < len(lines) and len(words) > 1:
                blank = (room - sum(width_of(w, self.size) for w in words)) / (len(words) - 1)
            for w in words:
                self.put(x, self.y + self.size, w, self.size)
                x += width_of(w, self.size) + blank
            self.step()
        self.y += self.size * 0.4

    def two(self, sides):
        top, width = self.y, (self.width - 2 * self.margin) / 2
        bottom = top
        for i, side in enumerate(sides):
            self.y = top
            for text in side:
                for words in wrap(text, self.size, width - 10):
                    self.line(' '.join(words), 'c', self.margin + i * width, width)
                    self.step()
            bottom = max(bottom, self.y)
        self.y = bottom + self.size

    def cells(self, cells, t, size):
        """(lines, x, width, align) of a row and its height."""
        x, out = self.margin, []
        for text, width, align in cells:
            out.append((wrap(text, size, width - 6), x + 3, width - 6, align))
            x += width
        return out, max(len(c[0]) for c in out) * size * LEADING + 2 * t.get('pad', 2)

    def set_row(self, row, height, t, size):
        top = self.y + t.get('pad', 2)
        for lines, x, width, align in row:
            free = height - 2 * t.get('pad', 2) - len(lines) * size * LEADING
            self.y = top + (free / 2 if t.get('valign', 'middle') == 'middle' else 0)
            for words in lines:
                self.line(' '.join(words), align, x, width, size)
                self.y += size * LEADING
        self.y = top - t.get('pad', 2) + height

    def head(self, t, size):
        """Cells that span columns and rows."""
        rows, widths = t.get('head', []), t['widths']
        heights, taken, placed = [0] * len(rows), set(), []
        for r, row in enumerate(rows):
            c = 0
            for cell in row:
                cell = cell if isinstance(cell, dict) else {'t': cell}
                while (r, c) in taken:
                    c += 1
                cols, span = cell.get('cols', 1), cell.get('rows', 1)
                taken |= {(r + i, c + k) for i in range(span) for k in range(cols)}
                lines = wrap(cell['t'], size, sum(widths[c:c + cols]) - 6)
                placed.append((r, span, c, cols, lines))
                if span == 1:
                    heights[r] = max(heights[r], len(lines) * size * LEADING + 4)
                c += cols
        for r, span, c, cols, lines in placed:
            need = len(lines) * size * LEADING + 4
            if sum(heights[r:r + span]) < need:
                heights[r + span - 1] += need - sum(heights[r:r + span])
        top = self.y
        for r, span, c, cols, lines in placed:
            height = sum(heights[r:r + span])
            self.y = top + sum(heights[:r]) + (height - len(lines) * size * LEADING) / 2
            for words in lines:
                self.line(' '.join(words), 'c', self.margin + sum(widths[:c]) + 3, sum(widths[c:c + cols]) - 6, size)
                self.y += size * LEADING
        self.y = top + sum(heights)

    def table(self, t):
        size = t.get('size', 11)
        self.head(t, size)
        for texts in t['rows']:
            texts = texts + [''] * (len(t['widths']) - len(texts))
            row, height = self.cells(list(zip(texts, t['widths'], t['align'])), t, size)
            if self.y + height > self.height - self.margin:
                self.turn()
                if t.get('again', True):
                    self.head(t, size)
            self.set_row(row, height, t, size)
        self.y += size

    def item(self, item):
        (kind, value), = item.items()
        if kind == 'two':
            self.two(value)
        elif kind == 'para':
            self.para(value)
        elif kind in ('center', 'right', 'line'):
            for words in wrap(value, self.size, self.width - 2 * self.margin):
                self.room(self.size * LEADING)
                self.line(' '.join(words), {'center': 'c', 'right': 'r', 'line': 'l'}[kind])
                self.step()
        elif kind == 'table':
            self.table(value)
        elif kind == 'gap':
            self.y += value
        elif kind == 'break':
            self.turn()
        elif kind == 'at':
            for x, y, text in value:
                self.put(x, y, text, self.size)
        else:
            sys.exit('make_pdf: unknown item ' + kind)


def stream(body):
    return b'<< /Length %d >>\nstream\n' % len(body) + body + b'\nendstream'


def content(words, height, form):
    out = ['BT']
    for x, y, text, size in words:
        code = unicodedata.normalize(form, text).encode('utf-16-be').hex()
        out.append('/F1 %g Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj' % (size, x, height - y, code))
    return '\n'.join(out + ['ET']).encode()


def to_unicode():
    ranges = ['<%02x00> <%02xff> <%02x00>' % (i, i, i) for i in range(256)]
    blocks = ['%d beginbfrange\n%s\nendbfrange' % (len(b), '\n'.join(b)) for b in (ranges[i:i + 100] for i in range(0, 256, 100))]
    return ('/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n'
            '1 begincodespacerange <0000> <ffff> endcodespacerange\n' + '\n'.join(blocks) +
            '\nendcmap end end').encode()


def widths():
    out = []
    for c in list(range(0x20, 0x300)) + list(range(0x300, 0x370)) + list(range(0x1EA0, 0x1F00)) + [0x2013, 0x2026]:
        w = 0 if unicodedata.combining(chr(c)) else width_of(chr(c), 1000)
        out.append('%d [%d]' % (c, w))
    return ' '.join(out)


def build(spec):
    paper = Paper(spec)
    for item in spec.get('items', []):
        paper.item(item)
    damage, form = spec.get('damage'), spec.get('form', 'NFC')
    pages = paper.pages
    if damage == 'scanned':
        pages = [[] for _ in pages]
    many = damage['pages'] if isinstance(damage, dict) else 0
    objects = [None, b'<< /Type /Catalog /Pages 2 0 R >>', None,
               b'<< /Type /Font /Subtype /Type0 /BaseFont /Text /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
               ('<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Text /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) '
                '/Supplement 0 >> /FontDescriptor 5 0 R /DW 500 /W [%s] >>' % widths()).encode(),
               b'<< /Type /FontDescriptor /FontName /Text /Flags 4 /FontBBox [0 -220 1000 900] /ItalicAngle 0 /Ascent 900 '
               b'/Descent -220 /CapHeight 700 /StemV 80 >>', stream(to_unicode())]
    kids = []
    for words in pages:
        body = content(words, paper.height, form)
        if damage == 'scanned':
            body = b'0.9 g 50 50 400 600 re f'
        objects.append(stream(body))
        page = (b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>'
                % (paper.width, paper.height, len(objects) - 1))
        for _ in range(many if words is pages[-1] and many else 1):
            objects.append(page)
            kids.append(len(objects) - 1)
    if damage == 'deep':
        kids = [2]
    objects[2] = b'<< /Type /Pages /Count %d /Kids [%s] >>' % (len(kids), b' '.join(b'%d 0 R' % k for k in kids))
    out, places = bytearray(b'%PDF-1.5\n%\xe2\xe3\xcf\xd3\n'), []
    for i, body in enumerate(objects[1:], 1):
        places.append(len(out))
        out += b'%d 0 obj\n' % i + body + b'\nendobj\n'
    xref = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % len(objects)
    out += b''.join(b'%010d 00000 n \n' % p for p in places)
    lock = (b'/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >> /ID [<00> <00>] '
            % (b'ab' * 32, b'cd' * 32)) if damage == 'password' else b''
    out += b'trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n' % (len(objects), lock, xref)
    if damage == 'cut':
        out = out[:len(out) // 2]
    if damage == 'garbage':
        out = bytearray(b'%PDF-1.5\n' + bytes(i * 7919 % 251 for i in range(5000)) + b'\n%%EOF\n')
    return bytes(out)


with open(sys.argv[1], encoding='utf-8') as f:
    description = json.load(f)
with open(sys.argv[2], 'wb') as f:
    f.write(build(description))

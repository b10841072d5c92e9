/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_xlsx: any bytes as an XLSX workbook, or, when they do not begin like a ZIP archive, as the XML of one sheet
 * inside a workbook that is otherwise sound: check sums would keep most changes from the parser.
 */
#include "book_laws.h"

#include <zlib.h>

static void put(struct buf *b, uint32_t n, int bytes)
{
    for (int i = 0; i < bytes; i++) buf_char(b, (char)(n >> (8 * i)));
}

struct part {
    const char *name;
    struct str content;
};

static void put_entry(struct buf *b, const struct part *p, uint32_t magic, uint32_t offset)
{
    bool list = magic == 0x02014b50;
    put(b, magic, 4);
    put(b, 20, list ? 4 : 2);
    buf_fill(b, 0, 8); /* flags, stored, time */
    put(b, (uint32_t)crc32(0, (const Bytef *)p->content.ptr, (uInt)p->content.len), 4);
    put(b, (uint32_t)p->content.len, 4);
    put(b, (uint32_t)p->content.len, 4);
    put(b, (uint32_t)strlen(p->name), 2);
    buf_fill(b, 0, list ? 12 : 2); /* extra, comment, disk, attributes */
    if (list) put(b, offset, 4);
    buf_put_z(b, p->name);
    if (!list) buf_put(b, p->content);
}

static struct str archive(struct arena *a, struct str sheet)
{
    const struct part parts[] = {
        {"_rels/.rels", STR("<R><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></R>")},
        {"xl/workbook.xml", STR("<w><sheets><sheet name='s' sheetId='1' id='b'/></sheets></w>")},
        {"xl/_rels/workbook.xml.rels",
         STR("<R><Relationship Id='b' Type='x/worksheet' Target='s.xml'/><Relationship Id='c' Type='x/styles' "
             "Target='t.xml'/><Relationship Id='d' Type='x/sharedStrings' Target='u.xml'/></R>")},
        {"xl/t.xml",
         STR("<s><fonts><font><name val='.VnTime'/></font></fonts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf "
             "numFmtId='10'><alignment horizontal='centerContinuous'/></xf></cellXfs></s>")},
        {"xl/u.xml",
         STR("<s><si><t>m\xE1\xBB\x99t</t></si><si><r><rPr><rFont val='.VnTimeH'/></rPr><t>\xC2\xB8</t></r></si></s>")},
        {"xl/s.xml", sheet},
    };
    uint32_t offsets[sizeof parts / sizeof *parts], count = sizeof parts / sizeof *parts;
    struct buf b = buf_make(1u << 26);
    for (uint32_t i = 0; i < count; i++) {
        offsets[i] = (uint32_t)b.len;
        put_entry(&b, &parts[i], 0x04034b50, 0);
    }
    uint32_t list = (uint32_t)b.len;
    for (uint32_t i = 0; i < count; i++) put_entry(&b, &parts[i], 0x02014b50, offsets[i]);
    uint32_t end = (uint32_t)b.len;
    put(&b, 0x06054b50, 4);
    put(&b, 0, 4);
    put(&b, count, 2);
    put(&b, count, 2);
    put(&b, end - list, 4);
    put(&b, list, 4);
    put(&b, 0, 2);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_make(1024u << 20);
    struct str bytes = {(const char *)data, size};
    struct sheet_maker m = sheet_maker_make(a);
    sheet_parse_xlsx(&m, str_starts(bytes, STR("PK")) ? bytes : archive(a, bytes));
    book_laws(&m);
    arena_close(a);
    return 0;
}

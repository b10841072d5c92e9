/* SPDX-License-Identifier: Apache-2.0
 *
 * xls: workbooks of Excel 5 to 2003 (BIFF5 and BIFF8, MS-XLS) into a sheet_maker. A workbook is one stream of records
 *
 *     2 type   2 length   data          a record too long goes on in CONTINUE records
 *
 * cut into substreams, each from BOF to EOF: first the globals (fonts, formats, styles, the list of sheets, in BIFF8
 * the shared strings), then a substream a sheet at the offset that the list says. Charts that lie in a sheet are
 * substreams inside it and are passed over.
 *
 * Texts: BIFF8 has UTF-16, or its low bytes where the high ones are all zero; BIFF5 has bytes of a code page. Fonts say
 * where these are TCVN3 or VNI: the font of the cell, or of runs inside a text.
 *
 * A formula is not computed: the value that it had when the file was saved stands in its record, or, a text, in the
 * STRING record behind it. Every read is checked against its record; a record that lies refuses the file only where the
 * tables would be wrong otherwise.
 */
#include "ole.h"
#include "real.h"
#include "sheet_maker.h"
#include "utf8.h"

enum record_type {
    R_EOF = 0x0A,
    R_DATEMODE = 0x22,
    R_FILEPASS = 0x2F,
    R_FONT = 0x31,
    R_CONTINUE = 0x3C,
    R_CODEPAGE = 0x42,
    R_COLINFO = 0x7D,
    R_BOUNDSHEET = 0x85,
    R_MULRK = 0xBD,
    R_MULBLANK = 0xBE,
    R_RSTRING = 0xD6,
    R_XF = 0xE0,
    R_MERGEDCELLS = 0xE5,
    R_SST = 0xFC,
    R_LABELSST = 0xFD,
    R_BLANK = 0x201,
    R_NUMBER = 0x203,
    R_LABEL = 0x204,
    R_BOOLERR = 0x205,
    R_STRING = 0x207,
    R_ROW = 0x208,
    R_RK = 0x27E,
    R_BOF = 0x809,
    R_FORMULA = 0x06,
    R_FORMULA3 = 0x206,
    R_FORMULA4 = 0x406,
    R_FORMAT = 0x41E,
};

enum { BIFF5 = 0x500, BIFF8 = 0x600, CENTRED_ACROSS = 6, TEXT_MOST = 1 << 20 };

struct run {
    uint32_t from; /* UTF-16 units */
    uint16_t font;
};

struct shared {
    struct str text;        /* UTF-8 of the Western reading */
    const struct run *runs; /* fonts inside it */
    size_t run_count;
};

struct style {
    uint16_t font, format;
    bool centred;
};

struct listed {
    uint32_t offset;
    struct str name;
    bool hidden, is_sheet;
};

struct numbered {
    uint16_t id, format;
};

struct xls {
    struct sheet_maker *m;
    struct arena *arena;
    struct str stream;
    size_t at; /* the next record */
    unsigned version;
    enum legacy_encoding code_page; /* of BIFF5 bytes */
    struct {
        VEC_FIELDS(struct sheet_font);
    } fonts;
    struct {
        VEC_FIELDS(struct numbered);
    } formats;
    struct {
        VEC_FIELDS(struct style);
    } styles;
    struct {
        VEC_FIELDS(struct listed);
    } listed;
    struct {
        VEC_FIELDS(struct shared);
    } shared;
    struct {
        VEC_FIELDS(uint32_t);
    } hidden_rows; /* of the open sheet, rising */
    /* A formula whose text stands in a record that follows. */
    uint32_t text_row, text_column, text_style;
    bool text_due;
    struct sheet_merge open; /* as in xlsx.c */
};

struct record {
    unsigned type;
    struct str data;
    size_t next; /* offset of the record behind it */
};

static uint32_t le(struct str s, size_t at, size_t bytes)
{
    uint32_t n = 0;
    if (s.len < bytes || at > s.len - bytes) return 0;
    for (size_t i = 0; i < bytes; i++) n |= (uint32_t)(unsigned char)s.ptr[at + i] << (8 * i);
    return n;
}

static bool record_at(struct record *r, const struct xls *x, size_t at)
{
    if (at > x->stream.len || x->stream.len - at < 4) return false;
    size_t len = le(x->stream, at + 2, 2);
    if (x->stream.len - at - 4 < len) return false;
    *r = (struct record){le(x->stream, at, 2), str_part(x->stream, at + 4, at + 4 + len), at + 4 + len};
    return true;
}

/* --- texts -------------------------------------------------------------------------------------------------------- */

/* Reads through a record and its CONTINUEs as if they were one; where characters go on in a CONTINUE, its first byte
 * says anew whether they are wide. */
struct reader {
    const struct xls *x;
    struct record record;
    size_t at;
    bool broken;
};

static bool next_part(struct reader *r)
{
    struct record more;
    if (!record_at(&more, r->x, r->record.next) || more.type != R_CONTINUE) {
        r->broken = true;
        return false;
    }
    r->record = more;
    r->at = 0;
    return true;
}

static uint32_t take(struct reader *r, size_t bytes)
{
    uint32_t n = 0;
    for (size_t i = 0; i < bytes && !r->broken; i++) {
        while (r->at >= r->record.data.len && next_part(r)) {}
        if (r->broken) break;
        n |= (uint32_t)(unsigned char)r->record.data.ptr[r->at++] << (8 * i);
    }
    return n;
}

static void skip(struct reader *r, size_t bytes)
{
    while (bytes && !r->broken) {
        size_t here = r->record.data.len - r->at;
        if (here == 0) {
            (void)next_part(r);
            continue;
        }
        if (here > bytes) here = bytes;
        r->at += here;
        bytes -= here;
    }
}

/* `count` characters to UTF-8. */
static void take_characters(struct buf *b, struct reader *r, size_t count, bool wide)
{
    uint32_t high = 0;
    for (size_t i = 0; i < count && !r->broken; i++) {
        if (r->at >= r->record.data.len) {
            if (!next_part(r)) break;
            wide = (take(r, 1) & 1) != 0;
        }
        uint32_t c = take(r, wide ? 2 : 1);
        if (c >= 0xD800 && c <= 0xDBFF) {
            high = c;
            continue;
        }
        if (c >= 0xDC00 && c <= 0xDFFF) c = high ? 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
        high = 0;
        buf_codepoint(b, c == 0 ? ' ' : c);
    }
}

static struct str taken(struct xls *x, struct buf *b)
{
    struct str s = str_copy(x->arena, buf_str(b));
    buf_free(b);
    return s;
}

/* Bytes of BIFF5 as the code page has them. In fonts of old encodings they are decoded later, as Western letters. */
static struct str bytes_text(struct xls *x, struct str bytes)
{
    struct legacy_map map;
    struct str out;
    struct err err;
    bool ascii = true;
    for (size_t i = 0; i < bytes.len; i++) ascii = ascii && (unsigned char)bytes.ptr[i] < 0x80 && bytes.ptr[i] != 0;
    if (ascii) return bytes;
    char *p = str_copy_z(x->arena, bytes);
    for (size_t i = 0; i < bytes.len; i++)
        if (p[i] == 0) p[i] = ' ';
    if (!legacy_convert(&out, &map, x->arena, (struct str){p, bytes.len}, x->code_page, &err)) return STR("");
    return str_copy(x->arena, out);
}

/* A text of a global record: the length of `size` bytes stands at `at`. */
static struct str text_at(struct xls *x, const struct record *record, size_t at, size_t size)
{
    size_t len = le(record->data, at, size);
    if (x->version < BIFF8) return bytes_text(x, str_part(record->data, at + size, at + size + len));
    struct reader r = {.x = x, .record = *record, .at = at + size};
    if (r.at >= record->data.len) return STR("");
    struct buf b = buf_make(TEXT_MOST);
    bool wide = (take(&r, 1) & 1) != 0;
    take_characters(&b, &r, len, wide);
    return taken(x, &b);
}

/* One text of BIFF8 with all that may follow its characters. */
static struct shared shared_take(struct xls *x, struct reader *r)
{
    struct shared s = {.text = STR("")};
    size_t len = take(r, 2);
    uint32_t flags = take(r, 1);
    size_t runs = flags & 8 ? take(r, 2) : 0, more = flags & 4 ? take(r, 4) : 0;
    struct buf b = buf_make(TEXT_MOST);
    take_characters(&b, r, len, (flags & 1) != 0);
    s.text = taken(x, &b);
    struct run *at = arena_array(x->arena, struct run, runs);
    for (size_t i = 0; i < runs && !r->broken; i++) {
        at[i].from = take(r, 2);
        at[i].font = (uint16_t)take(r, 2);
        s.run_count++;
    }
    s.runs = at;
    skip(r, more);
    return s;
}

static void shared_read(struct xls *x, const struct record *record)
{
    struct reader r = {.x = x, .record = *record};
    skip(&r, 4);
    size_t count = take(&r, 4);
    for (size_t i = 0; i < count && !r.broken; i++) {
        struct shared s = shared_take(x, &r);
        if (r.broken) break;
        if (x->shared.len >= SHEET_CELLS_MOST) {
            (void)sheet_refuse(x->m, REFUSED_LARGE, STR("strings"));
            return;
        }
        *vec_push(x->arena, &x->shared) = s;
    }
}

/* Font 4 does not exist: numbers above it count one too many. */
static struct sheet_font font_at(const struct xls *x, uint32_t i)
{
    if (i > 4) i--;
    return i < x->fonts.len ? x->fonts.at[i] : (struct sheet_font){0};
}

static struct style style_at(const struct xls *x, uint32_t i)
{
    return i < x->styles.len ? x->styles.at[i] : (struct style){0};
}

/* The offset of UTF-16 unit `unit`, from offset *at of unit *now on. */
static size_t unit_offset(struct str s, size_t *at, uint32_t *now, uint32_t unit)
{
    while (*at < s.len && *now < unit) {
        size_t len;
        *now += utf8_decode(s, *at, &len) > 0xFFFF ? 2 : 1;
        *at += len;
    }
    return *at;
}

/* The text in the fonts of its runs; before the first run stands the font of the cell. */
static struct str text_in_fonts(struct xls *x, const struct shared *s, uint32_t style)
{
    struct sheet_font font = font_at(x, style_at(x, style).font);
    struct buf b = buf_make(TEXT_MOST);
    size_t from = 0, at = 0;
    uint32_t now = 0;
    for (size_t i = 0; i <= s->run_count; i++) {
        size_t to = i < s->run_count ? unit_offset(s->text, &at, &now, s->runs[i].from) : s->text.len;
        if (to > from) buf_put(&b, sheet_decode(x->m, str_part(s->text, from, to), font));
        if (i < s->run_count) font = font_at(x, s->runs[i].font);
        from = to > from ? to : from;
    }
    return taken(x, &b);
}

/* --- globals ------------------------------------------------------------------------------------------------------ */

static uint16_t format_of(struct xls *x, uint32_t id)
{
    for (size_t i = x->formats.len; i-- > 0;)
        if (x->formats.at[i].id == id) return x->formats.at[i].format;
    uint16_t format = sheet_format_add(x->m, sheet_format_builtin(id));
    *vec_push(x->arena, &x->formats) = (struct numbered){(uint16_t)id, format};
    return format;
}

static void sheet_list(struct xls *x, const struct record *r)
{
    if (r->data.len < 8 || x->listed.len >= SHEET_SHEETS_MOST) return;
    *vec_push(x->arena, &x->listed) = (struct listed){.offset = le(r->data, 0, 4),
                                                      .hidden = (r->data.ptr[4] & 3) != 0,
                                                      .is_sheet = r->data.ptr[5] == 0,
                                                      .name = text_at(x, r, 6, 1)};
}

static void code_page_set(struct xls *x, uint32_t page)
{
    x->code_page = page == 1258 ? LEGACY_CP1258 : LEGACY_CP1252;
}

static bool bof_read(struct xls *x, const struct record *r, bool *is_globals)
{
    unsigned version = le(r->data, 0, 2);
    *is_globals = le(r->data, 2, 2) == 5;
    if (version != BIFF5 && version != BIFF8) return false;
    x->version = version;
    return true;
}

static void global(struct xls *x, const struct record *r)
{
    switch (r->type) {
    case R_FILEPASS: (void)sheet_refuse(x->m, REFUSED_LOCKED, STR("")); break;
    case R_CODEPAGE: code_page_set(x, le(r->data, 0, 2)); break;
    case R_DATEMODE: x->m->date1904 = le(r->data, 0, 2) == 1; break;
    case R_FONT:
        if (x->fonts.len < UINT16_MAX) *vec_push(x->arena, &x->fonts) = sheet_font_of(text_at(x, r, 14, 1));
        break;
    case R_FORMAT:
        if (x->formats.len < 4096) {
            struct str code = x->version < BIFF8 ? text_at(x, r, 2, 1) : text_at(x, r, 2, 2);
            *vec_push(x->arena, &x->formats) = (struct numbered){(uint16_t)le(r->data, 0, 2),
                                                                 sheet_format_add(x->m, code)};
        }
        break;
    case R_XF:
        if (x->styles.len < UINT16_MAX)
            *vec_push(x->arena, &x->styles) = (struct style){.font = (uint16_t)le(r->data, 0, 2),
                                                             .format = format_of(x, le(r->data, 2, 2)),
                                                             .centred = (le(r->data, 6, 1) & 7) == CENTRED_ACROSS};
        break;
    case R_BOUNDSHEET: sheet_list(x, r); break;
    case R_SST: shared_read(x, r); break;
    default: break; /* hundreds of others that say nothing about cells */
    }
}

static void globals_read(struct xls *x)
{
    struct record r;
    bool is_globals = false;
    if (!record_at(&r, x, 0) || r.type != R_BOF) {
        unsigned type = le(x->stream, 0, 2);
        bool old = type == 0x009 || type == 0x209 || type == 0x409;
        (void)sheet_refuse(x->m, old ? REFUSED_OLD : REFUSED_DAMAGED, STR("BOF"));
        return;
    }
    if (!bof_read(x, &r, &is_globals) || !is_globals) {
        (void)sheet_refuse(x->m, REFUSED_OLD, STR(""));
        return;
    }
    for (size_t at = r.next; !x->m->refused; at = r.next) {
        if (!record_at(&r, x, at)) {
            (void)sheet_refuse(x->m, REFUSED_DAMAGED, STR("EOF"));
            return;
        }
        if (r.type == R_EOF) return;
        global(x, &r);
    }
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

static void close_centred(struct xls *x)
{
    if (x->open.columns > 1) sheet_put_merge(x->m, x->open);
    x->open.columns = 0;
}

static void note_centred(struct xls *x, uint32_t row, uint32_t column, uint32_t style, bool empty)
{
    bool centred = style_at(x, style).centred;
    if (empty && centred && x->open.columns && x->open.row == row &&
        column == (uint32_t)x->open.column + x->open.columns && column < SHEET_COLUMNS_MOST) {
        x->open.columns++;
        return;
    }
    close_centred(x);
    if (!empty && centred && column < SHEET_COLUMNS_MOST)
        x->open = (struct sheet_merge){row, 1, (uint16_t)column, 1, true};
}

static void put_text(struct xls *x, uint32_t row, uint32_t column, uint32_t style, uint8_t flags,
                     const struct shared *s)
{
    sheet_put_text(x->m, row, column, flags, text_in_fonts(x, s, style));
    note_centred(x, row, column, style, s->text.len == 0);
}

/* A number that `known` says is one. */
static void put_number(struct xls *x, uint32_t row, uint32_t column, uint32_t style, uint8_t flags, bool known,
                       struct decimal n)
{
    if (known)
        sheet_put_number(x->m, row, column, flags, style_at(x, style).format, n);
    else
        sheet_put_error(x->m, row, column, flags, STR("#NUM!"));
    note_centred(x, row, column, style, false);
}

/* Four bytes: a whole number or the upper half of a double, either of them perhaps a hundred times too large. */
static void put_rk(struct xls *x, uint32_t row, uint32_t column, uint32_t style, uint32_t rk)
{
    struct decimal n = DECIMAL_INT((int32_t)rk >> 2);
    bool known = rk & 2 || real_of_bits(&n, (uint64_t)(rk & ~3u) << 32);
    if (known && (rk & 1)) {
        known = decimal_shift(&n, n, -2);
        n = decimal_trim(n);
    }
    put_number(x, row, column, style, 0, known, n);
}

/* Eight bytes: a double. */
static void put_real(struct xls *x, uint32_t row, uint32_t column, uint32_t style, uint8_t flags, struct str s)
{
    struct decimal n = DECIMAL_INT(0);
    bool known = s.len >= 8 && real_of_bits(&n, (uint64_t)le(s, 4, 4) << 32 | le(s, 0, 4));
    put_number(x, row, column, style, flags, known, n);
}

static struct str error_text(uint32_t code)
{
    switch (code) {
    case 0x00: return STR("#NULL!");
    case 0x07: return STR("#DIV/0!");
    case 0x0F: return STR("#VALUE!");
    case 0x17: return STR("#REF!");
    case 0x1D: return STR("#NAME?");
    case 0x24: return STR("#NUM!");
    case 0x2A: return STR("#N/A");
    default: return STR("#");
    }
}

static void put_formula(struct xls *x, const struct record *r, uint32_t row, uint32_t column, uint32_t style)
{
    x->text_due = false;
    if (le(r->data, 12, 2) != 0xFFFF) {
        put_real(x, row, column, style, SHEET_FORMULA, str_from(r->data, 6));
        return;
    }
    switch (le(r->data, 6, 1)) {
    case 0:
        x->text_due = true;
        x->text_row = row;
        x->text_column = column;
        x->text_style = style;
        break;
    case 1: sheet_put_bool(x->m, row, column, SHEET_FORMULA, le(r->data, 8, 1) != 0); break;
    case 2: sheet_put_error(x->m, row, column, SHEET_FORMULA, error_text(le(r->data, 8, 1))); break;
    default: break; /* an empty text */
    }
}

static bool is_hidden_row(const struct xls *x, uint32_t row)
{
    size_t low = 0, high = x->hidden_rows.len;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (x->hidden_rows.at[mid] < row)
            low = mid + 1;
        else
            high = mid;
    }
    return low < x->hidden_rows.len && x->hidden_rows.at[low] == row;
}

static void put_runs_text(struct xls *x, const struct record *r, uint32_t row, uint32_t column, uint32_t style)
{
    struct shared s = {.text = text_at(x, r, 6, 2)};
    size_t at = 8 + (x->version < BIFF8 ? le(r->data, 6, 2) : 0);
    size_t count = r->type == R_RSTRING && x->version < BIFF8 ? le(r->data, at, 1) : 0;
    struct run *runs = arena_array(x->arena, struct run, count);
    for (size_t i = 0; i < count && at + 3 + 2 * i <= r->data.len; i++) {
        runs[i] = (struct run){le(r->data, at + 1 + 2 * i, 1), (uint16_t)le(r->data, at + 2 + 2 * i, 1)};
        s.run_count++;
    }
    s.runs = runs;
    put_text(x, row, column, style, 0, &s);
}

static void put_cell(struct xls *x, const struct record *r)
{
    uint32_t row = le(r->data, 0, 2), column = le(r->data, 2, 2), style = le(r->data, 4, 2);
    if (r->data.len < 6) return;
    x->m->skip_row = is_hidden_row(x, row);
    switch (r->type) {
    case R_LABELSST: {
        uint32_t i = le(r->data, 6, 4);
        if (i >= x->shared.len)
            (void)sheet_refuse(x->m, REFUSED_DAMAGED, STR("SST"));
        else
            put_text(x, row, column, style, 0, &x->shared.at[i]);
        break;
    }
    case R_LABEL:
    case R_RSTRING: put_runs_text(x, r, row, column, style); break;
    case R_NUMBER: put_real(x, row, column, style, 0, str_from(r->data, 6)); break;
    case R_RK: put_rk(x, row, column, style, le(r->data, 6, 4)); break;
    case R_MULRK:
        for (size_t at = 4; at + 6 + 2 <= r->data.len; at += 6, column++)
            put_rk(x, row, column, le(r->data, at, 2), le(r->data, at + 2, 4));
        break;
    case R_BLANK: note_centred(x, row, column, style, true); break;
    case R_MULBLANK:
        for (size_t at = 4; at + 2 + 2 <= r->data.len; at += 2, column++)
            note_centred(x, row, column, le(r->data, at, 2), true);
        break;
    case R_BOOLERR:
        if (le(r->data, 7, 1))
            sheet_put_error(x->m, row, column, 0, error_text(le(r->data, 6, 1)));
        else
            sheet_put_bool(x->m, row, column, 0, le(r->data, 6, 1) != 0);
        break;
    default: put_formula(x, r, row, column, style); break;
    }
}

static void put_merges(struct xls *x, struct str data)
{
    size_t count = le(data, 0, 2);
    for (size_t i = 0; i < count && 2 + 8 * (i + 1) <= data.len; i++) {
        uint32_t r1 = le(data, 2 + 8 * i, 2), r2 = le(data, 4 + 8 * i, 2);
        uint32_t c1 = le(data, 6 + 8 * i, 2), c2 = le(data, 8 + 8 * i, 2);
        if (r2 < r1 || c2 < c1 || c2 >= SHEET_COLUMNS_MOST) continue;
        sheet_put_merge(x->m, (struct sheet_merge){r1, r2 - r1 + 1, (uint16_t)c1, (uint16_t)(c2 - c1 + 1), false});
    }
}

static void sheet_record(struct xls *x, const struct record *r)
{
    switch (r->type) {
    case R_ROW:
        if ((le(r->data, 12, 4) & 0x20) &&
            (x->hidden_rows.len == 0 || x->hidden_rows.at[x->hidden_rows.len - 1] < le(r->data, 0, 2)))
            *vec_push(x->arena, &x->hidden_rows) = le(r->data, 0, 2);
        break;
    case R_COLINFO:
        if (le(r->data, 8, 2) & 1) sheet_hide_columns(x->m, le(r->data, 0, 2), le(r->data, 2, 2));
        break;
    case R_MERGEDCELLS: put_merges(x, r->data); break;
    case R_STRING:
        if (x->text_due) {
            struct shared s = {.text = text_at(x, r, 0, 2)};
            x->m->skip_row = is_hidden_row(x, x->text_row);
            put_text(x, x->text_row, x->text_column, x->text_style, SHEET_FORMULA, &s);
        }
        x->text_due = false;
        break;
    case R_LABELSST:
    case R_LABEL:
    case R_RSTRING:
    case R_NUMBER:
    case R_RK:
    case R_MULRK:
    case R_BLANK:
    case R_MULBLANK:
    case R_BOOLERR:
    case R_FORMULA:
    case R_FORMULA3:
    case R_FORMULA4: put_cell(x, r); break;
    default: break;
    }
}

static void sheet_read(struct xls *x, const struct listed *l)
{
    struct record r;
    bool is_globals;
    size_t depth = 1;
    if (!record_at(&r, x, l->offset) || r.type != R_BOF || !bof_read(x, &r, &is_globals)) {
        (void)sheet_refuse(x->m, REFUSED_DAMAGED, l->name);
        return;
    }
    sheet_begin(x->m, l->name, l->hidden);
    x->hidden_rows.len = 0;
    x->text_due = false;
    x->open.columns = 0;
    for (size_t at = r.next; depth && !x->m->refused; at = r.next) {
        if (!record_at(&r, x, at)) {
            (void)sheet_refuse(x->m, REFUSED_DAMAGED, l->name);
            break;
        }
        if (r.type == R_BOF)
            depth++;
        else if (r.type == R_EOF)
            depth--;
        else if (depth == 1)
            sheet_record(x, &r);
    }
    close_centred(x);
    sheet_end(x->m);
}

void sheet_parse_biff(struct sheet_maker *m, struct str stream)
{
    struct xls *x = arena_new(m->arena, struct xls);
    *x = (struct xls){.m = m, .arena = m->arena, .stream = stream, .code_page = LEGACY_CP1252};
    globals_read(x);
    for (size_t i = 0; i < x->listed.len && !m->refused; i++)
        if (x->listed.at[i].is_sheet) sheet_read(x, &x->listed.at[i]);
}

void sheet_parse_xls(struct sheet_maker *m, struct str bytes)
{
    struct str stream;
    enum ole_result r = ole_stream(&stream, m->arena, bytes, "Workbook");
    if (r == OLE_NO_STREAM) r = ole_stream(&stream, m->arena, bytes, "Book");
    if (r == OLE_DONE)
        sheet_parse_biff(m, stream);
    else
        (void)sheet_refuse(m, REFUSED_DAMAGED, STR("OLE2"));
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * xlsx: Office Open XML workbooks (ECMA-376 part 1, chapter 18) into a sheet_maker. Of the package these parts are
 * read, each found by the relations of the one before it:
 *
 *   _rels/.rels -> xl/workbook.xml    sheets in order, hidden or not, the 1904 dates
 *               -> xl/styles.xml      number formats, fonts (for old encodings), centring across cells
 *               -> xl/sharedStrings.xml
 *               -> xl/worksheets/sheet1.xml, ...
 *
 * A cell is <c r="B7" s="12" t="s"><f>..</f><v>3</v></c>: place, style, type, formula, value. What a formula gave when
 * the file was saved is taken; nothing is computed. Charts, pictures, macros, external links, comments: not looked at.
 *
 * Texts of shared strings keep the font of each run, as one text may mix TCVN3 and Unicode.
 */
#include "real.h"
#include "sheet_maker.h"
#include "utf8.h"
#include "xml.h"
#include "zip.h"

enum { PATH_MOST = 256, VALUE_MOST = 1 << 20 };

struct relation {
    struct str id, type, target; /* target: path in the package */
};

struct style {
    uint16_t format;
    struct sheet_font font;
    bool centred; /* across the empty cells to its right */
};

struct numbered_format {
    uint32_t id;
    uint16_t format;
};

struct listed_sheet {
    struct str name, relation;
    bool hidden;
};

/* Part of a text in one font. */
struct run {
    uint32_t end; /* bytes of the text */
    struct sheet_font font;
    bool named; /* false: the font of the cell */
};

struct shared {
    struct str text;
    const struct run *runs;
    size_t run_count;
};

struct xlsx {
    struct sheet_maker *m;
    struct arena *arena;
    struct zip zip;
    struct {
        VEC_FIELDS(struct relation);
    } relations;     /* of the part that is being read */
    struct str base; /* folder of that part: "xl/" */
    struct {
        VEC_FIELDS(struct listed_sheet);
    } listed;
    struct {
        VEC_FIELDS(struct style);
    } styles;
    struct {
        VEC_FIELDS(struct sheet_font);
    } fonts;
    struct {
        VEC_FIELDS(struct shared);
    } shared;
    struct {
        VEC_FIELDS(struct numbered_format);
    } formats; /* of the styles part, by its ids */
    /* Where the walk is. */
    bool in_value, in_inline, in_cells, in_formats, in_phonetic, has_formula;
    struct buf value; /* of <v> or <t> */
    struct run run;   /* of the text that is being read */
    struct buf text;  /* runs so far */
    struct {
        VEC_FIELDS(struct run);
    } runs;
    uint32_t row, column, style;
    struct str type;
    char type_bytes[16];
    struct sheet_merge open; /* a text centred across cells that is still followed by empty ones; columns 0: none */
};

static struct str keep(struct xlsx *x, struct str s)
{
    return str_copy(x->arena, s);
}

static uint32_t number_of(struct str s, uint32_t most)
{
    uint64_t n;
    return str_to_u64(&n, s, most) ? (uint32_t)n : 0;
}

static bool is_true(struct str s)
{
    return str_eq(s, STR("1")) || str_eq(s, STR("true"));
}

/* Reads one part with a walker; absent parts are told by false without a refusal. */
static bool walk_part(struct xlsx *x, struct str path, const struct xml_walker *w)
{
    const struct zip_entry *e = zip_find(&x->zip, path);
    struct str bytes;
    if (!e) return false;
    struct arena *scratch = arena_make(SIZE_MAX), *usual = x->zip.arena;
    x->zip.arena = scratch; /* the unpacked part is needed during the walk only */
    enum zip_result r = zip_read(&bytes, &x->zip, e);
    bool ok = r == ZIP_DONE && xml_walk(bytes, w);
    x->zip.arena = usual;
    arena_close(scratch);
    if (!ok)
        (void)sheet_refuse(x->m,
                           r == ZIP_BOMB     ? REFUSED_BOMB
                           : r == ZIP_LOCKED ? REFUSED_LOCKED
                                             : REFUSED_DAMAGED,
                           keep(x, utf8_clip(path, PATH_MOST)));
    return ok;
}

static void ignore_end(void *p, struct str name)
{
    (void)p, (void)name;
}

static void ignore_text(void *p, struct str s)
{
    (void)p, (void)s;
}

/* --- relations ---------------------------------------------------------------------------------------------------- */

/* "worksheets/sheet1.xml" beside xl/workbook.xml, "/xl/styles.xml", "../x.xml": as paths of the package. */
static struct str resolve(struct xlsx *x, struct str target)
{
    struct str base = x->base;
    if (str_starts(target, STR("/"))) return keep(x, str_from(target, 1));
    while (str_starts(target, STR("../")) && base.len) {
        base.len--;
        while (base.len && base.ptr[base.len - 1] != '/') base.len--;
        target = str_from(target, 3);
    }
    struct buf b = buf_make(2 * PATH_MOST);
    buf_put(&b, base);
    buf_put(&b, target);
    struct str path = keep(x, buf_str(&b));
    buf_free(&b);
    return path;
}

static void relation_start(void *p, struct str name, const struct xml_attributes *a)
{
    struct xlsx *x = p;
    struct str type = xml_attribute(a, STR("Type"));
    if (!str_eq(name, STR("Relationship")) || x->relations.len > SHEET_SHEETS_MOST) return;
    if (str_eq(xml_attribute(a, STR("TargetMode")), STR("External"))) return;
    for (ptrdiff_t slash; (slash = str_find_char(type, '/')) >= 0;) type = str_from(type, (size_t)slash + 1);
    *vec_push(x->arena, &x->relations) = (struct relation){keep(x, xml_attribute(a, STR("Id"))), keep(x, type),
                                                           resolve(x, xml_attribute(a, STR("Target")))};
}

/* The relations of the part `folder` + `file`. */
static void relations_read(struct xlsx *x, struct str folder, struct str file)
{
    struct buf b = buf_make(2 * PATH_MOST);
    buf_put(&b, folder);
    buf_put(&b, STR("_rels/"));
    buf_put(&b, file);
    buf_put(&b, STR(".rels"));
    x->relations.len = 0;
    x->base = folder;
    (void)walk_part(x, buf_str(&b), &(struct xml_walker){x, relation_start, ignore_end, ignore_text});
    buf_free(&b);
}

static struct str target_of_type(const struct xlsx *x, struct str type)
{
    for (size_t i = 0; i < x->relations.len; i++)
        if (str_eq(x->relations.at[i].type, type)) return x->relations.at[i].target;
    return STR("");
}

/* --- workbook ----------------------------------------------------------------------------------------------------- */

static void workbook_start(void *p, struct str name, const struct xml_attributes *a)
{
    struct xlsx *x = p;
    if (str_eq(name, STR("workbookPr"))) x->m->date1904 = is_true(xml_attribute(a, STR("date1904")));
    if (!str_eq(name, STR("sheet"))) return;
    if (x->listed.len >= SHEET_SHEETS_MOST) {
        (void)sheet_refuse(x->m, REFUSED_LARGE, STR("sheets"));
        return;
    }
    struct str state = xml_attribute(a, STR("state"));
    *vec_push(x->arena, &x->listed) = (struct listed_sheet){keep(x, xml_attribute(a, STR("name"))),
                                                            keep(x, xml_attribute(a, STR("id"))),
                                                            state.len && !str_eq(state, STR("visible"))};
}

/* --- styles ------------------------------------------------------------------------------------------------------- */

static uint16_t format_of(struct xlsx *x, uint32_t id)
{
    for (size_t i = 0; i < x->formats.len; i++)
        if (x->formats.at[i].id == id) return x->formats.at[i].format;
    uint16_t format = sheet_format_add(x->m, sheet_format_builtin(id));
    *vec_push(x->arena, &x->formats) = (struct numbered_format){id, format};
    return format;
}

static void styles_start(void *p, struct str name, const struct xml_attributes *a)
{
    struct xlsx *x = p;
    if (str_eq(name, STR("numFmt")) && x->formats.len < 4096) {
        uint32_t id = number_of(xml_attribute(a, STR("numFmtId")), UINT16_MAX);
        uint16_t format = sheet_format_add(x->m, keep(x, xml_attribute(a, STR("formatCode"))));
        *vec_push(x->arena, &x->formats) = (struct numbered_format){id, format};
    } else if (str_eq(name, STR("font")) && x->fonts.len < UINT16_MAX) {
        *vec_push(x->arena, &x->fonts) = (struct sheet_font){0};
    } else if (str_eq(name, STR("name")) && x->fonts.len && !x->in_formats) {
        x->fonts.at[x->fonts.len - 1] = sheet_font_of(xml_attribute(a, STR("val")));
    } else if (str_eq(name, STR("cellXfs"))) {
        x->in_formats = true;
    } else if (str_eq(name, STR("xf")) && x->in_formats && x->styles.len < UINT16_MAX) {
        struct style s = {.format = format_of(x, number_of(xml_attribute(a, STR("numFmtId")), UINT16_MAX))};
        uint32_t font = number_of(xml_attribute(a, STR("fontId")), UINT16_MAX);
        if (font < x->fonts.len) s.font = x->fonts.at[font];
        *vec_push(x->arena, &x->styles) = s;
    } else if (str_eq(name, STR("alignment")) && x->in_formats && x->styles.len) {
        x->styles.at[x->styles.len - 1].centred = str_eq(xml_attribute(a, STR("horizontal")), STR("centerContinuous"));
    }
}

static void styles_end(void *p, struct str name)
{
    struct xlsx *x = p;
    if (str_eq(name, STR("cellXfs"))) x->in_formats = false;
}

static struct style style_at(const struct xlsx *x, uint32_t i)
{
    return i < x->styles.len ? x->styles.at[i] : (struct style){0};
}

/* --- texts -------------------------------------------------------------------------------------------------------- */

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* _x000D_ is how Excel writes characters that XML does not have. */
static void put_unescaped(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        uint32_t c = 0;
        bool escape = s.ptr[i] == '_' && i + 7 <= s.len && s.ptr[i + 1] == 'x' && s.ptr[i + 6] == '_';
        for (size_t k = i + 2; escape && k < i + 6; k++) {
            escape = hex(s.ptr[k]) >= 0;
            c = c * 16 + (uint32_t)hex(s.ptr[k]);
        }
        if (!escape) {
            buf_char(b, s.ptr[i]);
            continue;
        }
        buf_codepoint(b, c < 0x20 && c != '\n' ? ' ' : c);
        i += 6;
    }
}

static void text_begin(struct xlsx *x)
{
    buf_clear(&x->text);
    x->run = (struct run){0};
    x->runs.len = 0;
}

static void run_start(struct xlsx *x, struct str name, const struct xml_attributes *a)
{
    if (str_eq(name, STR("r"))) {
        x->run = (struct run){0};
    } else if (str_eq(name, STR("rFont"))) {
        x->run.font = sheet_font_of(xml_attribute(a, STR("val")));
        x->run.named = true;
    } else if (str_eq(name, STR("rPh"))) {
        x->in_phonetic = true;
    } else if (str_eq(name, STR("t")) && !x->in_phonetic) {
        x->in_value = true;
        buf_clear(&x->value);
    }
}

static void run_end(struct xlsx *x, struct str name)
{
    if (str_eq(name, STR("rPh"))) x->in_phonetic = false;
    if (!str_eq(name, STR("t")) || !x->in_value) return;
    x->in_value = false;
    put_unescaped(&x->text, buf_str(&x->value));
    x->run.end = (uint32_t)x->text.len;
    *vec_push(x->arena, &x->runs) = x->run;
}

static struct shared text_end(struct xlsx *x)
{
    struct run *runs = arena_array(x->arena, struct run, x->runs.len);
    if (x->runs.len) memcpy(runs, x->runs.at, x->runs.len * sizeof *runs);
    return (struct shared){keep(x, buf_str(&x->text)), runs, x->runs.len};
}

static void value_text(void *p, struct str s)
{
    struct xlsx *x = p;
    if (x->in_value) buf_put(&x->value, s);
}

static void shared_start(void *p, struct str name, const struct xml_attributes *a)
{
    struct xlsx *x = p;
    if (str_eq(name, STR("si")))
        text_begin(x);
    else
        run_start(x, name, a);
}

static void shared_end(void *p, struct str name)
{
    struct xlsx *x = p;
    run_end(x, name);
    if (!str_eq(name, STR("si"))) return;
    if (x->shared.len >= SHEET_CELLS_MOST)
        (void)sheet_refuse(x->m, REFUSED_LARGE, STR("strings"));
    else
        *vec_push(x->arena, &x->shared) = text_end(x);
}

/* --- sheets ------------------------------------------------------------------------------------------------------- */

/* "B7" -> 6, 1; false when it is no place. *row and *column stay when that part is missing. */
static bool place_read(uint32_t *row, uint32_t *column, struct str s)
{
    uint64_t n;
    uint32_t c = 0;
    size_t i = 0;
    for (; i < s.len && s.ptr[i] >= 'A' && s.ptr[i] <= 'Z' && i < 4; i++) c = c * 26 + (uint32_t)(s.ptr[i] - 'A' + 1);
    if (c) *column = c - 1;
    if (i == s.len) return c > 0;
    if (!str_to_u64(&n, str_from(s, i), SHEET_ROWS_MOST) || n == 0) return false;
    *row = (uint32_t)n - 1;
    return true;
}

static void put_merge(struct xlsx *x, struct str ref)
{
    struct str_cut cut = str_cut(ref, STR(":"));
    uint32_t r1 = 0, c1 = 0, r2 = 0, c2 = 0;
    if (!cut.found || !place_read(&r1, &c1, cut.head) || !place_read(&r2, &c2, cut.tail)) return;
    if (r2 < r1 || c2 < c1 || c2 >= SHEET_COLUMNS_MOST) return;
    sheet_put_merge(x->m, (struct sheet_merge){r1, r2 - r1 + 1, (uint16_t)c1, (uint16_t)(c2 - c1 + 1), false});
}

static void close_centred(struct xlsx *x)
{
    if (x->open.columns > 1) sheet_put_merge(x->m, x->open);
    x->open.columns = 0;
}

static void cell_start(struct xlsx *x, const struct xml_attributes *a)
{
    struct str type = xml_attribute(a, STR("t")), place = xml_attribute(a, STR("r"));
    x->column++;
    if (place.len && !place_read(&x->row, &x->column, place)) (void)sheet_refuse(x->m, REFUSED_DAMAGED, STR("cell"));
    if (!place.len && x->column == UINT32_MAX) x->column = 0;
    x->style = number_of(xml_attribute(a, STR("s")), UINT16_MAX);
    x->type = str_part(type, 0, sizeof x->type_bytes);
    memcpy(x->type_bytes, x->type.ptr, x->type.len);
    x->type.ptr = x->type_bytes;
    x->has_formula = false;
    buf_clear(&x->value);
    text_begin(x);
}

static void sheet_start(void *p, struct str name, const struct xml_attributes *a)
{
    struct xlsx *x = p;
    if (str_eq(name, STR("c"))) {
        cell_start(x, a);
    } else if (str_eq(name, STR("v"))) {
        x->in_value = true;
        buf_clear(&x->value);
    } else if (str_eq(name, STR("f"))) {
        x->has_formula = true;
    } else if (str_eq(name, STR("row"))) {
        struct str r = xml_attribute(a, STR("r"));
        uint32_t n = number_of(r, SHEET_ROWS_MOST);
        x->row = n ? n - 1 : x->row + 1;
        x->column = UINT32_MAX;
        x->m->skip_row = is_true(xml_attribute(a, STR("hidden")));
    } else if (str_eq(name, STR("col")) && is_true(xml_attribute(a, STR("hidden")))) {
        uint32_t first = number_of(xml_attribute(a, STR("min")), SHEET_COLUMNS_MOST);
        uint32_t last = number_of(xml_attribute(a, STR("max")), SHEET_COLUMNS_MOST);
        if (first && last) sheet_hide_columns(x->m, first - 1, last - 1);
    } else if (str_eq(name, STR("mergeCell"))) {
        put_merge(x, xml_attribute(a, STR("ref")));
    } else if (str_eq(name, STR("is"))) {
        x->in_inline = true;
    } else if (x->in_inline) {
        run_start(x, name, a);
    }
}

static void put_text(struct xlsx *x, uint8_t flags, const struct shared *s)
{
    struct sheet_font usual = style_at(x, x->style).font;
    bool one = s->run_count <= 1;
    struct str text = s->text;
    if (one) {
        text = sheet_decode(x->m, text, s->run_count && s->runs[0].named ? s->runs[0].font : usual);
    } else {
        struct buf b = buf_make(4 * VALUE_MOST);
        for (size_t i = 0, from = 0; i < s->run_count; from = s->runs[i++].end)
            buf_put(&b, sheet_decode(x->m, str_part(s->text, from, s->runs[i].end),
                                     s->runs[i].named ? s->runs[i].font : usual));
        text = keep(x, buf_str(&b));
        buf_free(&b);
    }
    sheet_put_text(x->m, x->row, x->column, flags, text);
}

static void put_value(struct xlsx *x, uint8_t flags)
{
    struct str v = str_trim(buf_str(&x->value));
    struct decimal n;
    if (str_eq(x->type, STR("s"))) {
        uint32_t i = number_of(v, SHEET_CELLS_MOST);
        if (i >= x->shared.len)
            (void)sheet_refuse(x->m, REFUSED_DAMAGED, STR("shared string"));
        else
            put_text(x, flags, &x->shared.at[i]);
    } else if (str_eq(x->type, STR("str")) || str_eq(x->type, STR("d"))) {
        struct buf plain = buf_make(VALUE_MOST);
        put_unescaped(&plain, buf_str(&x->value));
        put_text(x, flags, &(struct shared){.text = keep(x, buf_str(&plain))});
        buf_free(&plain);
    } else if (str_eq(x->type, STR("b"))) {
        sheet_put_bool(x->m, x->row, x->column, flags, str_eq(v, STR("1")));
    } else if (str_eq(x->type, STR("e")) || !real_read(&n, v)) {
        sheet_put_error(x->m, x->row, x->column, flags, keep(x, v));
    } else {
        sheet_put_number(x->m, x->row, x->column, flags, style_at(x, x->style).format, n);
    }
}

/* A text centred across the cells to its right, as long as these are empty and set so. */
static void note_centred(struct xlsx *x, bool empty)
{
    bool centred = style_at(x, x->style).centred;
    if (empty && centred && x->open.columns && x->open.row == x->row &&
        x->column == (uint32_t)x->open.column + x->open.columns && x->column < SHEET_COLUMNS_MOST) {
        x->open.columns++;
        return;
    }
    close_centred(x);
    if (!empty && centred && x->column < SHEET_COLUMNS_MOST)
        x->open = (struct sheet_merge){x->row, 1, (uint16_t)x->column, 1, true};
}

static void sheet_part_end(void *p, struct str name)
{
    struct xlsx *x = p;
    if (str_eq(name, STR("v"))) {
        x->in_value = false;
    } else if (str_eq(name, STR("is"))) {
        x->in_inline = false;
    } else if (str_eq(name, STR("c"))) {
        uint8_t flags = x->has_formula ? SHEET_FORMULA : 0;
        bool empty = true;
        if (!buf_ok(&x->value) || !buf_ok(&x->text)) (void)sheet_refuse(x->m, REFUSED_LARGE, STR("text"));
        if (str_eq(x->type, STR("inlineStr"))) {
            empty = x->text.len == 0;
            struct shared s = text_end(x);
            if (!empty) put_text(x, flags, &s);
        } else if (x->value.len) {
            empty = false;
            put_value(x, flags);
        }
        note_centred(x, empty);
    } else if (x->in_inline) {
        run_end(x, name);
    }
}

static void read_sheet(struct xlsx *x, const struct listed_sheet *l)
{
    struct str path = STR("");
    for (size_t i = 0; i < x->relations.len; i++)
        if (str_eq(x->relations.at[i].id, l->relation) && str_eq(x->relations.at[i].type, STR("worksheet")))
            path = x->relations.at[i].target;
    if (path.len == 0) return; /* a chart that is a sheet of its own */
    sheet_begin(x->m, l->name, l->hidden);
    x->row = UINT32_MAX;
    x->in_value = x->in_inline = x->in_phonetic = false;
    x->open.columns = 0;
    if (!walk_part(x, path, &(struct xml_walker){x, sheet_start, sheet_part_end, value_text}))
        (void)sheet_refuse(x->m, REFUSED_DAMAGED, path);
    close_centred(x);
    sheet_end(x->m);
}

void sheet_parse_xlsx(struct sheet_maker *m, struct str bytes)
{
    struct xlsx *x = arena_new(m->arena, struct xlsx);
    *x = (struct xlsx){
        .m = m, .arena = m->arena, .value = buf_make(VALUE_MOST), .text = buf_make(VALUE_MOST), .base = STR("")};
    enum zip_result r = zip_open(&x->zip, m->arena, bytes);
    if (r != ZIP_DONE) {
        (void)sheet_refuse(m, r == ZIP_BOMB ? REFUSED_BOMB : REFUSED_DAMAGED, STR("zip"));
        return;
    }
    relations_read(x, STR(""), STR(""));
    struct str book = target_of_type(x, STR("officeDocument"));
    if (book.len == 0) book = STR("xl/workbook.xml");
    size_t folder = book.len;
    while (folder && book.ptr[folder - 1] != '/') folder--;
    if (!walk_part(x, book, &(struct xml_walker){x, workbook_start, ignore_end, ignore_text}))
        (void)sheet_refuse(m, REFUSED_DAMAGED, STR("workbook.xml"));
    if (!m->refused) relations_read(x, str_part(book, 0, folder), str_from(book, folder));
    struct str styles = target_of_type(x, STR("styles")), strings = target_of_type(x, STR("sharedStrings"));
    if (!m->refused && styles.len)
        (void)walk_part(x, styles, &(struct xml_walker){x, styles_start, styles_end, ignore_text});
    if (!m->refused && strings.len)
        (void)walk_part(x, strings, &(struct xml_walker){x, shared_start, shared_end, value_text});
    for (size_t i = 0; i < x->listed.len && !m->refused; i++) read_sheet(x, &x->listed.at[i]);
    buf_free(&x->value);
    buf_free(&x->text);
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * target_lines: see target_lines.h. Heads are compared in lower case; blanks at their ends and a line break inside do
 * not matter. A column that nobody knows is refused: what is passed over silently is missed later.
 */
#include "target_lines.h"

#include "buf.h"
#include "flat.h"
#include "sheet.h"
#include "text.h"
#include "utf8.h"

enum { HEAD_ROWS = 30 };

static const struct {
    struct str name;
    enum target_field field;
} NAMES[] = {
    {STR_INIT("loại"), TARGET_FIELD_KIND},
    {STR_INIT("mã"), TARGET_FIELD_CODE},
    {STR_INIT("thuộc"), TARGET_FIELD_PARENT},
    {STR_INIT("chỉ tiêu"), TARGET_FIELD_NAME},
    {STR_INIT("đơn vị"), TARGET_FIELD_UNIT},
    {STR_INIT("số ký hiệu"), TARGET_FIELD_SYMBOL},
    {STR_INIT("ngày ban hành"), TARGET_FIELD_ISSUED},
    {STR_INIT("cơ quan ban hành"), TARGET_FIELD_ISSUER},
    {STR_INIT("giai đoạn"), TARGET_FIELD_TERM},
    {STR_INIT("mã số liệu"), TARGET_FIELD_INDICATOR},
    {STR_INIT("loại số"), TARGET_FIELD_NUMBER},
    {STR_INIT("so sánh"), TARGET_FIELD_COMPARATOR},
    {STR_INIT("đơn vị tính"), TARGET_FIELD_MEASURE},
    {STR_INIT("gốc"), TARGET_FIELD_BASE},
    {STR_INIT("năm gốc"), TARGET_FIELD_BASE_PERIOD},
    {STR_INIT("trọng số"), TARGET_FIELD_WEIGHT},
    {STR_INIT("điều khoản"), TARGET_FIELD_CLAUSE},
    {STR_INIT("từ ngày"), TARGET_FIELD_SINCE},
    {STR_INIT("căn cứ điều chỉnh"), TARGET_FIELD_SOURCE},
    {STR_INIT("kind"), TARGET_FIELD_KIND},
    {STR_INIT("code"), TARGET_FIELD_CODE},
    {STR_INIT("parent"), TARGET_FIELD_PARENT},
    {STR_INIT("name"), TARGET_FIELD_NAME},
    {STR_INIT("unit"), TARGET_FIELD_UNIT},
    {STR_INIT("symbol"), TARGET_FIELD_SYMBOL},
    {STR_INIT("issued"), TARGET_FIELD_ISSUED},
    {STR_INIT("issuer"), TARGET_FIELD_ISSUER},
    {STR_INIT("term"), TARGET_FIELD_TERM},
    {STR_INIT("indicator"), TARGET_FIELD_INDICATOR},
    {STR_INIT("number"), TARGET_FIELD_NUMBER},
    {STR_INIT("comparator"), TARGET_FIELD_COMPARATOR},
    {STR_INIT("measure"), TARGET_FIELD_MEASURE},
    {STR_INIT("base"), TARGET_FIELD_BASE},
    {STR_INIT("base_period"), TARGET_FIELD_BASE_PERIOD},
    {STR_INIT("weight"), TARGET_FIELD_WEIGHT},
    {STR_INIT("clause"), TARGET_FIELD_CLAUSE},
    {STR_INIT("since"), TARGET_FIELD_SINCE},
    {STR_INIT("source"), TARGET_FIELD_SOURCE},
    {STR_INIT("mã chỉ tiêu"), TARGET_FIELD_CODE},
    {STR_INIT("tên"), TARGET_FIELD_NAME},
    {STR_INIT("tên chỉ tiêu"), TARGET_FIELD_NAME},
    {STR_INIT("đvt"), TARGET_FIELD_MEASURE},
    {STR_INIT("số, ký hiệu"), TARGET_FIELD_SYMBOL},
    {STR_INIT("nhiệm kỳ"), TARGET_FIELD_TERM},
    {STR_INIT("stt"), TARGET_FIELD_PASSED},
    {STR_INIT("tt"), TARGET_FIELD_PASSED},
    {STR_INIT("ghi chú"), TARGET_FIELD_PASSED},
    {STR_INIT("note"), TARGET_FIELD_PASSED},
};
enum { NAME_COUNT = sizeof NAMES / sizeof *NAMES };

struct str target_field_name(enum target_field f)
{
    return NAMES[f].name;
}
_Static_assert(TARGET_FIELDS == 19, "the first names are those of the fields, in their order");

bool target_cell_empty(const struct target_cell *c)
{
    return c->text.len == 0 && !c->has_number;
}

/* Lower case, every run of white space one blank. */
static struct str tidy_head(struct arena *a, struct str head)
{
    struct str s = utf8_lower(a, str_trim(head));
    char *out = arena_alloc(a, s.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool blank = s.ptr[i] == ' ' || s.ptr[i] == '\n' || s.ptr[i] == '\t';
        if (blank && n && out[n - 1] == ' ') continue;
        out[n++] = blank ? ' ' : s.ptr[i];
    }
    return (struct str){out, n};
}

bool target_field_find(enum target_field *out, struct arena *a, struct str head)
{
    struct str name = tidy_head(a, head);
    for (size_t i = 0; i < NAME_COUNT; i++)
        if (str_eq(NAMES[i].name, name)) {
            *out = NAMES[i].field;
            return true;
        }
    return false;
}

bool target_head_period(struct period *out, struct arena *a, struct str head)
{
    static const struct str BEFORE[] = {STR_INIT("kế hoạch "),  STR_INIT("mục tiêu "), STR_INIT("chỉ tiêu "),
                                        STR_INIT("mức "),       STR_INIT("đến "),      STR_INIT("năm "),
                                        STR_INIT("giai đoạn "), STR_INIT("nhiệm kỳ ")};
    struct str name = tidy_head(a, head), whole = str_trim(head);
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) /* "mục tiêu đến năm 2025": in this order */
        if (str_starts(name, BEFORE[i])) whole = name = str_from(name, BEFORE[i].len);
    return period_read(out, whole) && out->kind != PERIOD_NONE;
}

/* --- sheets */

enum column_role { ROLE_NONE, ROLE_FIELD, ROLE_LEVEL };

struct column {
    enum column_role role;
    enum target_field field;
    struct period period;
};

static struct str place_of_cell(struct arena *a, const struct sheet *s, size_t sheets, const struct sheet_cell *c)
{
    struct buf b = buf_make(SIZE_MAX);
    if (sheets > 1) {
        buf_put(&b, STR("trang «"));
        buf_put(&b, s->name);
        buf_put(&b, STR("», "));
    }
    buf_put(&b, STR("ô "));
    sheet_place_write(&b, c->row, c->column);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

/* A head that is a number is a year. */
static struct str head_of(struct arena *a, const struct sheet_cell *c)
{
    struct buf b = buf_make(64);
    if (c->type != SHEET_NUMBER) return c->text;
    decimal_write_short(&b, c->number);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

/* Two columns for one thing: which of them counts cannot be told. */
static bool is_taken(const struct column *columns, size_t count, size_t at)
{
    const struct column *c = &columns[at];
    for (size_t i = 0; i < count; i++) {
        if (i == at || columns[i].role != c->role) continue;
        if (c->role == ROLE_FIELD && columns[i].field == c->field) return true;
        if (c->role == ROLE_LEVEL && period_eq(columns[i].period, c->period)) return true;
    }
    return false;
}

/* Whether a row has the heads of code and name. */
static bool is_head(struct arena *a, const struct sheet_cell *cells, size_t count)
{
    bool code = false, name = false;
    for (size_t i = 0; i < count; i++) {
        enum target_field f;
        if (cells[i].type != SHEET_TEXT || !target_field_find(&f, a, cells[i].text)) continue;
        code |= f == TARGET_FIELD_CODE;
        name |= f == TARGET_FIELD_NAME;
    }
    return code && name;
}

static bool find_heads(const struct sheet **sheet, uint32_t *row, struct arena *a, const struct workbook *w)
{
    for (size_t i = 0; i < w->sheet_count; i++) {
        const struct sheet *s = &w->sheets[i];
        for (uint32_t r = 0; !s->hidden && r < s->rows && r < HEAD_ROWS; r++) {
            size_t count;
            const struct sheet_cell *cells = sheet_row(s, r, &count);
            if (!is_head(a, cells, count)) continue;
            *sheet = s;
            *row = r;
            return true;
        }
    }
    return false;
}

static bool read_heads(struct column *columns, struct target_lines *out, struct arena *a, const struct workbook *w,
                       const struct sheet *s, uint32_t row, struct err *err)
{
    size_t count;
    const struct sheet_cell *cells = sheet_row(s, row, &count);
    for (size_t i = 0; i < count; i++) {
        struct column *c = &columns[cells[i].column];
        struct str head = head_of(a, &cells[i]);
        if (cells[i].flags & SHEET_HIDDEN || !str_trim(head).len) continue;
        if (target_field_find(&c->field, a, head))
            c->role = c->field == TARGET_FIELD_PASSED ? ROLE_NONE : ROLE_FIELD;
        else if (target_head_period(&c->period, a, head))
            c->role = ROLE_LEVEL;
        else
            return fail(err, ERR_TARGET_COLUMN, out->file, place_of_cell(a, s, w->sheet_count, &cells[i]),
                        str_trim(head));
        if (is_taken(columns, s->columns, cells[i].column))
            return fail(err, ERR_TARGET_COLUMN_TWICE, out->file, place_of_cell(a, s, w->sheet_count, &cells[i]),
                        str_trim(head));
    }
    return true;
}

static struct target_cell cell_of(struct arena *a, const struct workbook *w, const struct sheet *s,
                                  const struct sheet_cell *c)
{
    struct target_cell out = {.text = str_trim(c->text), .place = place_of_cell(a, s, w->sheet_count, c)};
    struct buf b = buf_make(64);
    switch ((enum sheet_type)c->type) {
    case SHEET_NUMBER:
        out.percent = c->flags & SHEET_PERCENT;
        out.has_number = out.percent ? decimal_shift(&out.number, c->number, 2) : true;
        if (!out.percent) out.number = c->number;
        decimal_write_short(&b, out.number);
        out.text = str_copy(a, buf_str(&b));
        break;
    case SHEET_DATE:
        date_write(&b, date_from_days((int32_t)c->number.coefficient));
        out.text = str_copy(a, buf_str(&b));
        break;
    case SHEET_TEXT:
    case SHEET_BOOL:
    case SHEET_ERROR:
    case SHEET_TYPES: break;
    }
    buf_free(&b);
    return out;
}

static struct str place_of_row(struct arena *a, size_t row)
{
    struct buf b = buf_make(64);
    buf_put(&b, STR("dòng "));
    buf_u64(&b, row);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static void read_row(struct target_lines *out, struct arena *a, const struct workbook *w, const struct sheet *s,
                     uint32_t row, const struct column *columns)
{
    size_t count;
    bool any = false;
    const struct sheet_cell *cells = sheet_row(s, row, &count);
    struct target_line line = {.place = place_of_row(a, row + 1)};
    for (size_t i = 0; i < count; i++) {
        const struct column *c = &columns[cells[i].column];
        if (c->role == ROLE_NONE || cells[i].flags & SHEET_HIDDEN) continue;
        struct target_cell cell = cell_of(a, w, s, &cells[i]);
        if (target_cell_empty(&cell)) continue;
        any = true;
        if (c->role == ROLE_FIELD)
            line.of[c->field] = cell;
        else
            *vec_push(a, &line.levels) = (struct target_level_cell){c->period, cell};
    }
    if (any) *vec_push(a, out) = line;
}

bool target_lines_of_workbook(struct target_lines *out, struct arena *a, const struct workbook *w, struct str file,
                              struct err *err)
{
    const struct sheet *s = NULL;
    uint32_t head = 0;
    *out = (struct target_lines){.file = file};
    if (!find_heads(&s, &head, a, w)) return fail(err, ERR_TARGET_HEADS, file);
    struct column *columns = arena_array(a, struct column, s->columns + (size_t)1);
    if (!read_heads(columns, out, a, w, s, head, err)) return false;
    for (uint32_t row = head + 1; row < s->rows; row++) read_row(out, a, w, s, row, columns);
    return true;
}

/* --- JSON */

static struct str place_of_field(struct arena *a, size_t line, struct str name)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, STR("dòng "));
    buf_u64(&b, line);
    buf_put(&b, STR(", trường «"));
    buf_put(&b, name);
    buf_put(&b, STR("»"));
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static bool level_taken(const struct target_line *l, struct period p)
{
    for (size_t i = 0; i < l->levels.len; i++)
        if (period_eq(l->levels.at[i].period, p)) return true;
    return false;
}

static bool take_record(struct target_lines *out, struct arena *a, const struct flat_record *r, struct err *err)
{
    struct target_line line = {.place = place_of_row(a, r->line)};
    for (size_t i = 0; i < r->len; i++) {
        const struct flat_field *f = &r->at[i];
        enum target_field field;
        struct period p;
        struct target_cell cell = {
            .text = str_trim(f->value), .canonical = true, .place = place_of_field(a, r->line, f->name)};
        if (f->kind == FLAT_NONE) continue;
        if (target_field_find(&field, a, f->name)) {
            if (field == TARGET_FIELD_PASSED) continue;
            if (line.of[field].place.len) return fail(err, ERR_TARGET_COLUMN_TWICE, out->file, line.place, f->name);
            line.of[field] = cell;
        } else if (target_head_period(&p, a, f->name)) {
            if (level_taken(&line, p)) return fail(err, ERR_TARGET_COLUMN_TWICE, out->file, line.place, f->name);
            *vec_push(a, &line.levels) = (struct target_level_cell){p, cell};
        } else {
            return fail(err, ERR_TARGET_COLUMN, out->file, line.place, f->name);
        }
    }
    *vec_push(a, out) = line;
    return true;
}

bool target_lines_of_json(struct target_lines *out, struct arena *a, struct str bytes, struct str file, struct err *err)
{
    struct text text;
    struct err why;
    struct flat_record record;
    *out = (struct target_lines){.file = file};
    if (!text_make(&text, a, bytes, &why)) return fail(err, ERR_FILE_NOT_UTF8, file, err_arg(&why, 0));
    struct flat_reader r = flat_open(a, text.inside, file);
    do {
        if (!flat_json_next(&record, &r, err)) return false;
        if (record.at && !take_record(out, a, &record, err)) return false;
    } while (record.at);
    return true;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * table: figures of a table of indicators as offices write it:
 *
 *     STT | Nội dung           | Đơn vị tính | Năm 2025              | Năm 2026
 *         |                    |             | Kế hoạch | Ước TH     |
 *     1   | Kim ngạch xuất khẩu| Triệu USD   | 2.614    | 2.600      | 2.800
 *         | Tốc độ tăng trưởng | %           |          | 106,9      | 107,2
 *
 * The head is the rows before the first row with a name and a number. Of each column the head tells its role, time,
 * aspect and comparison; of each row its cells tell name, unit, and whether it is a part of the row above (a bullet, or
 * no number of its own in a table that has a column of numbers). A value is the number of the cell in the unit of the
 * row, else of the column, else of the words before the table ("Đơn vị tính: triệu đồng").
 *
 * A row of the head with fewer cells than the table has columns, followed by one with the missing cells, is a head in
 * two storeys (text tables have no spans): the lower cells stand under the first upper cell that names a time.
 */
#include "table_private.h"

#include "buf.h"
#include "utf8.h"

enum { COLUMNS_MOST = 40, HEAD_ROWS_MOST = 10, CELL_MOST = 400, TITLE_MOST = 160, LOOKED_AT = 60 };

struct row_memory {
    struct str name[3]; /* of the row, of the bulleted row, of the row under it */
    bool valued[3];
    bool share;
};

/* The unit that was read last: a table has few, and every number asks for one. */
struct unit_memory {
    struct str text, name;
    struct decimal factor;
    size_t batch; /* of the reader's memory that `name` may stand in */
    bool known, read;
};

struct table {
    struct reader *r;
    struct unit_memory last_unit;
    struct table_head columns[COLUMNS_MOST];
    size_t width;
    bool numbered;
    struct str unit;  /* of the whole table, as text */
    struct str title; /* what the block before the table says it is about, or "" */
    struct row_memory memory;
};

static void scan_cell(struct reader *r, const struct block *b)
{
    cell_scan(r, r->in->text, b->start, b->end);
}

static bool has(struct reader *r, enum lex_class c)
{
    return cell_has(r, c);
}

/* Whether the cell is one number (marks and words of bounds apart), and which. */
static bool cell_number(struct reader *r, const struct block *b, struct quantity *q, size_t *first,
                        enum figure_bound *bound)
{
    scan_cell(r, b);
    size_t i = table_cell_bound(bound, r);
    bool minus = token_is_punct(&r->tokens, i, '-') && i + 1 < r->last && (r->tokens.at[i + 1].flags & TOKEN_GLUED);
    if (minus) i++;
    if (i >= r->last || r->tokens.at[i].kind != TOKEN_NUMBER || !quantity_read(q, r->arena, &r->tokens, i))
        return false;
    for (size_t k = q->last; k < r->last; k++)
        if (r->tokens.at[k].kind != TOKEN_PUNCT) return false;
    if (minus) q->value = decimal_neg(q->value);
    *first = minus ? i - 1 : i;
    return true;
}

static struct str clean_name(struct reader *r)
{
    size_t from = table_name_start(r), to = r->last;
    while (to > from && r->tokens.at[to - 1].kind == TOKEN_PUNCT && !token_is_punct(&r->tokens, to - 1, ')')) to--;
    return tokens_text(&r->tokens, from, to);
}

static bool unit_find(struct table *t, struct str unit, struct decimal *factor, struct str *name)
{
    struct unit_memory *m = &t->last_unit;
    if (!m->known || m->batch != t->r->batch || !str_eq(m->text, unit)) {
        *m = (struct unit_memory){.text = unit, .batch = t->r->batch, .known = true};
        m->read = table_unit_read(&m->factor, &m->name, t->r->arena, unit);
    }
    if (!m->read) return false;
    *factor = m->factor;
    *name = m->name;
    return true;
}

static bool is_numbering(struct table *t, const struct block *cells, size_t count)
{
    struct quantity q;
    enum figure_bound bound;
    size_t first, numbers = 0, rising = 0;
    struct decimal last = DECIMAL_INT(-1);
    for (size_t i = 0; i < count; i++) {
        if (!cell_number(t->r, &cells[i], &q, &first, &bound)) continue;
        numbers++;
        if (q.value.scale == 0 && decimal_cmp(q.value, last) > 0 && decimal_cmp(q.value, DECIMAL_INT(60)) < 0) rising++;
        last = q.value;
    }
    return numbers >= 3 && rising == numbers && numbers + 2 >= count;
}

/* A row with a name and at least one number beyond its first cell. */
static bool is_data(struct table *t, const struct block *cells, size_t count)
{
    struct quantity q;
    enum figure_bound bound;
    size_t first;
    bool name = false, number = false;
    for (size_t i = 0; i < count; i++) {
        if (cell_number(t->r, &cells[i], &q, &first, &bound)) {
            if (name) number = true;
        } else if (t->r->last > 0) {
            for (size_t k = 0; k < t->r->last; k++) name = name || t->r->tokens.at[k].kind == TOKEN_WORD;
        }
    }
    return name && number && !cells[0].header;
}

static size_t row_length(const struct block *cells, size_t count)
{
    size_t n = 0;
    while (n < count && cells[n].row == cells[0].row) n++;
    return n;
}

static struct str cell_words(const struct reader *r, const struct block *b)
{
    return utf8_clip(str_part(r->in->text, b->start, b->end), CELL_MOST);
}

static void head_cell(struct table *t, const struct block *b, size_t column)
{
    head_words(t->r, &t->columns[column], cell_words(t->r, b), b->column);
}

/* Heads that are written over several rows without spans ("Sơ bộ", "quý III", "năm", "2024" below one another) mean
 * what their words say together: the column is read again from stacks of cells of one width. */
static void read_stacks(struct table *t, const struct block *cells, size_t count, size_t column)
{
    struct reader *r = t->r;
    struct buf words = buf_make(HEAD_ROWS_MOST * (CELL_MOST + 1));
    const struct block *above = NULL;
    struct table_head h = TABLE_HEAD_NONE;
    bool stacked = false;
    for (size_t i = 0; i < count; i++) {
        const struct block *b = &cells[i];
        if (column < b->column || column >= (size_t)b->column + b->column_span) continue;
        if (above && above->column == b->column && above->column_span == b->column_span) {
            stacked = true;
            buf_char(&words, ' ');
        } else if (above) {
            head_words(r, &h, str_copy(r->work, buf_str(&words)), above->column);
            buf_clear(&words);
        }
        buf_put(&words, cell_words(r, b));
        above = b;
    }
    if (stacked) {
        head_words(r, &h, str_copy(r->work, buf_str(&words)), above->column);
        t->columns[column] = h;
    }
    buf_free(&words);
}

/* Head of two storeys: where the lower cells belong. */
static void two_storeys(struct table *t, const struct block *upper, size_t upper_count, const struct block *lower,
                        size_t lower_count)
{
    struct table_head old[COLUMNS_MOST];
    size_t at = upper_count, shift = lower_count - 1;
    memcpy(old, t->columns, sizeof old);
    for (size_t i = 0; i < upper_count && i < COLUMNS_MOST; i++)
        if (old[i].period.kind && at == upper_count) at = i;
    if (at == upper_count) at = upper_count - 1;
    for (size_t i = 0; i < COLUMNS_MOST; i++) {
        size_t from = i < at ? i : i <= at + shift ? at : i - shift;
        t->columns[i] = from < upper_count ? old[from] : TABLE_HEAD_NONE;
    }
    (void)upper;
    for (size_t k = 0; k < lower_count && at + k < COLUMNS_MOST; k++) head_cell(t, &lower[k], at + k);
}

static size_t read_head(struct table *t, const struct block *cells, size_t count)
{
    size_t i = 0, rows = 0, upper = 0, upper_at = 0;
    bool storeys = false;
    while (i < count && rows < HEAD_ROWS_MOST) {
        size_t n = row_length(cells + i, count - i);
        bool numbering = is_numbering(t, cells + i, n);
        if (!numbering && is_data(t, cells + i, n)) break;
        if (numbering) break;
        if (rows && cells[0].header && !cells[i].header) break; /* a label over the first figures */
        bool spans_known = upper &&
                           (size_t)cells[upper_at + upper - 1].column + cells[upper_at + upper - 1].column_span >=
                               t->width;
        if (rows == 1 && upper && !spans_known && n >= 2 && upper + n - 1 == t->width) {
            two_storeys(t, cells + upper_at, upper, cells + i, n);
            storeys = true;
        } else {
            for (size_t k = 0; k < n; k++)
                for (size_t c = cells[i + k].column;
                     c < (size_t)cells[i + k].column + cells[i + k].column_span && c < COLUMNS_MOST; c++)
                    head_cell(t, &cells[i + k], c);
            upper = n;
            upper_at = i;
        }
        i += n;
        rows++;
    }
    for (size_t c = 0; c < t->width && rows > 1 && !storeys; c++) read_stacks(t, cells, i, c);
    if (i < count && is_numbering(t, cells + i, row_length(cells + i, count - i)))
        i += row_length(cells + i, count - i);
    return i;
}

static size_t bullet(const struct reader *r, bool continued)
{
    for (size_t i = 0; i < r->last && i < 3; i++) {
        if (token_is_punct(&r->tokens, i, '+')) return 2;
        if (token_is_punct(&r->tokens, i, '-') || token_is_punct(&r->tokens, i, 'o')) return 1;
        if (r->tokens.at[i].kind != TOKEN_PUNCT) break;
    }
    return continued ? 1 : 0;
}

struct row {
    struct str subject, unit;
    struct str place; /* the row is named by a place */
    enum figure_kind kind;
    bool index; /* growth printed as an index: 106,9 */
    bool falls; /* "mức giảm" */
};

static struct str joined(struct reader *r, struct str a, struct str b)
{
    if (a.len == 0) return b;
    char *p = arena_alloc(r->arena, a.len + b.len + 1, 1);
    memcpy(p, a.ptr, a.len);
    p[a.len] = ' ';
    memcpy(p + a.len + 1, b.ptr, b.len);
    return (struct str){p, a.len + b.len + 1};
}

static size_t words_of(struct str s)
{
    size_t n = s.len > 0;
    for (size_t i = 0; i < s.len; i++) n += s.ptr[i] == ' ';
    return n;
}

/* "Phường Bến Mẫu", "Xã Thử Một"; in a column of places every name in capitals. */
static bool names_place(const struct reader *r, bool places)
{
    const struct tokens *ts = &r->tokens;
    size_t i = 0, n;
    while (i < r->last && (ts->at[i].kind == TOKEN_PUNCT || (ts->at[i].kind == TOKEN_NUMBER && i + 1 < r->last))) i++;
    const struct lex_sense *kind = lexicon_at(ts, i, LEX_PLACE_KIND, &n);
    if (kind && lexicon_is(ts, i, LEX_PLACE_NOT)) return false;
    bool known = kind && kind->value > 0 && kind->value < 9;
    if (known) i += n;
    if (token_is_punct(ts, i, '.')) i++;
    if (i >= r->last || !(known || places)) return false;
    for (; i < r->last; i++) {
        bool name = ts->at[i].kind == TOKEN_WORD && (ts->at[i].flags & TOKEN_CAPITAL);
        bool dot = token_is_punct(ts, i, '.') && ts->at[i - 1].kind == TOKEN_WORD; /* "P. Bến Mẫu" */
        if (!name && !dot && !(known && ts->at[i].kind == TOKEN_NUMBER)) return false;
    }
    return true;
}

/* Name, unit and kind of a row; keeps what the rows below may be part of. */
static void row_read(struct table *t, struct row *row, const struct block *cells, size_t count)
{
    struct reader *r = t->r;
    struct row_memory *m = &t->memory;
    struct str number = STR(""), name = STR("");
    bool share = false, growth = false, rate = false;
    size_t level = 0, first_name = 0;
    while (first_name + 1 < t->width && t->columns[first_name].role != HEAD_NAME) first_name++;
    *row = (struct row){.unit = STR(""), .place = STR("")};
    for (size_t i = 0; i < count; i++) {
        const struct table_head *c = &t->columns[cells[i].column < COLUMNS_MOST ? cells[i].column : COLUMNS_MOST - 1];
        scan_cell(r, &cells[i]);
        if (c->role == HEAD_NUMBER) number = clean_name(r);
        if (c->role == HEAD_UNIT) {
            row->unit = clean_name(r);
            if (r->last && token_is_punct(&r->tokens, r->last - 1, '%')) row->unit = STR("%");
            for (size_t k = 0; k < r->last; k++)
                if (token_is_punct(&r->tokens, k, '%')) row->unit = STR("%");
        }
        if (c->role == HEAD_NAME && name.len == 0) {
            name = clean_name(r);
            if (names_place(r, c->places)) row->place = name;
            level = bullet(r, t->numbered && number.len == 0);
            if (level == 0 && i == 0 && cells[i].column > first_name) level = 1;
            share = has(r, LEX_SHARE_HEAD) || (has(r, LEX_VERSUS) && (has(r, LEX_RATE_HEAD) || has(r, LEX_WHOLE)));
            growth = has(r, LEX_GROWTH_HEAD);
            rate = has(r, LEX_RATE_HEAD);
            row->falls = has(r, LEX_FALL_HEAD) || (rate && table_name_falls(r));
        }
    }
    struct str parent = level ? m->name[level - 1] : STR("");
    if (level == 2 && parent.len == 0) parent = m->name[0];
    bool generic = growth || (share && level) || (rate && words_of(name) <= 4);
    row->subject = name;
    if (level && growth && m->valued[level - 1])
        row->subject = parent;
    else if (level && (m->share || (generic && m->valued[level - 1])))
        row->subject = joined(r, parent, name);
    row->kind = row->falls                                                    ? KIND_CHANGE
                : growth                                                      ? KIND_GROWTH
                : share || (level && m->share && str_eq(row->unit, STR("%"))) ? KIND_SHARE
                                                                              : KIND_LEVEL;
    if (level == 0) m->share = share;
    if (level < 3 && name.len && !(level && generic)) {
        m->name[level] = name;
        for (size_t k = level + 1; k < 3; k++) m->name[k] = STR("");
    }
}

static void value_put(struct table *t, const struct row *row, const struct table_head *c, const struct block *b)
{
    struct reader *r = t->r;
    struct quantity q;
    enum figure_bound bound;
    size_t first;
    if (c->not_time.len || !cell_number(r, b, &q, &first, &bound)) return;
    struct figure_statement f = {.value = q.value,
                                 .value_max = q.max,
                                 .has_max = q.has_max,
                                 .of = q.of,
                                 .has_of = q.has_of,
                                 .bound = bound,
                                 .kind = c->kind != KIND_LEVEL ? c->kind : row->kind,
                                 .aspect = c->aspect,
                                 .against = c->against,
                                 .against_period = c->against_period,
                                 .unit = q.unit,
                                 .subject = row->subject,
                                 .place = row->place.len ? row->place : r->place};
    if (row->place.len) f.subject = c->name.len ? c->name : t->title;
    struct decimal factor = DECIMAL_INT(1);
    struct str unit = c->percent                               ? STR("%")
                      : row->unit.len && c->kind == KIND_LEVEL ? row->unit
                      : c->unit.len                            ? c->unit
                      : c->kind != KIND_LEVEL                  ? STR("%")
                                                               : t->unit;
    if (q.unit_class == UNIT_CLASS_NONE && unit.len && unit_find(t, unit, &factor, &f.unit)) {
        struct decimal product;
        if (decimal_mul(&product, f.value, factor)) f.value = product;
        if (f.has_max && decimal_mul(&product, f.value_max, factor)) f.value_max = product;
    }
    if (f.has_of) f.kind = KIND_FRACTION;
    if (row->falls && str_eq(f.unit, STR("điểm"))) f.unit = STR("điểm %");
    if (f.kind == KIND_GROWTH && str_eq(f.unit, STR("%"))) (void)table_growth_of_index(&f.value);
    if (f.kind == KIND_GROWTH && f.unit.len == 0) f.unit = STR("%");
    if (row->falls && c->kind == KIND_LEVEL) {
        f.value = decimal_neg(f.value);
        f.value_max = decimal_neg(f.value_max);
    }
    f.period = c->period.kind ? c->period : r->carry.period;
    if ((f.kind == KIND_GROWTH || f.kind == KIND_CHANGE) && f.against == AGAINST_NONE)
        f.against = f.period.kind == PERIOD_YEAR ? AGAINST_PREVIOUS_YEAR : AGAINST_SAME_PERIOD;
    if (f.kind == KIND_PLAN_RATIO) f.against = AGAINST_PLAN;
    if (date_known(r->date) && f.period.kind && f.period.from.year > r->date.year) f.aspect = ASPECT_PLAN;
    f.group = r->carry.group;
    size_t last = q.last;
    figure_put(r, &f, r->tokens.at[first].start, token_end(&r->tokens.at[last - 1]), STR("table"));
}

/* "Kế hoạch | Thực hiện | Tỷ lệ (%)": a percentage behind a plan and a result of one period is the per cent of that
 * plan. */
static void set_ratio(struct table *t, size_t at)
{
    const struct table_head *plan = NULL, *result = NULL;
    for (size_t i = 0; i < at; i++) {
        const struct table_head *c = &t->columns[i];
        if (c->role != HEAD_VALUE || c->kind != KIND_LEVEL || c->percent) continue;
        if (c->aspect == ASPECT_PLAN)
            plan = c;
        else
            result = c;
    }
    struct table_head *c = &t->columns[at];
    if (!plan || !result || (c->period.kind && !period_eq(c->period, result->period))) return;
    c->kind = KIND_PLAN_RATIO;
    c->against = AGAINST_PLAN;
    c->period = result->period;
    c->aspect = result->aspect;
}

/* Whether a column of the body holds numbers, by its first rows. */
static bool has_numbers(struct table *t, const struct block *body, size_t count, size_t column)
{
    struct quantity q;
    enum figure_bound bound;
    size_t first, seen = 0;
    for (size_t i = 0; i < count && seen < LOOKED_AT; i++) {
        if (body[i].column != column) continue;
        seen++;
        if (cell_number(t->r, &body[i], &q, &first, &bound)) return true;
    }
    return false;
}

static void set_roles(struct table *t, const struct block *body, size_t body_count)
{
    bool name = false;
    for (size_t i = 0; i < t->width; i++) {
        name = name || t->columns[i].role == HEAD_NAME;
        t->numbered = t->numbered || t->columns[i].role == HEAD_NUMBER;
    }
    for (size_t i = 0; i < t->width && !name; i++)
        if (t->columns[i].role == HEAD_VALUE) {
            t->columns[i].role = HEAD_NAME;
            name = true;
        }
    /* Names that are moved to the right by their rank stand in columns of their own, which have no head. */
    for (size_t i = 1; i < t->width; i++)
        if (t->columns[i - 1].role == HEAD_NAME && t->columns[i].role == HEAD_VALUE && !t->columns[i].has_text &&
            !has_numbers(t, body, body_count, i))
            t->columns[i].role = HEAD_NAME;
    for (size_t i = 0; i < t->width; i++)
        if (t->columns[i].role == HEAD_VALUE && t->columns[i].percent && t->columns[i].kind == KIND_LEVEL)
            set_ratio(t, i);
}

/* "(Đơn vị tính: triệu đồng)" in the block before the table. */
static void table_unit(struct table *t, size_t first)
{
    struct reader *r = t->r;
    for (size_t i = first; i > 0 && i + 3 > first; i--) {
        const struct block *b = &r->in->at[i - 1];
        if (b->kind == BLOCK_CELL || b->end - b->start > CELL_MOST) continue;
        struct str words = cell_words(r, b);
        scan_cell(r, b);
        t->unit = unit_named(r);
        if (t->unit.len == 0 && table_unit_is(r->work, words)) t->unit = str_trim(words);
        if (t->unit.len == 0) continue;
        return;
    }
}

/* "Bảng 2. Thu ngân sách các xã" before the table: what rows that are places are about. */
static void table_title(struct table *t, size_t first)
{
    struct reader *r = t->r;
    size_t n;
    t->title = STR("");
    for (size_t i = first; i > 0 && i + 3 > first; i--) {
        const struct block *b = &r->in->at[i - 1];
        if (b->kind == BLOCK_CELL || b->end - b->start > TITLE_MOST) return;
        scan_cell(r, b);
        if (has(r, LEX_HEAD_UNIT) || r->last == 0) continue;
        size_t from = 0;
        if (lexicon_at(&r->tokens, 0, LEX_NAMES_NUMBER, &n) && r->tokens.at[n].kind == TOKEN_NUMBER) from = n + 1;
        while (from < r->last && r->tokens.at[from].kind == TOKEN_PUNCT) from++;
        size_t to = r->last;
        while (to > from && r->tokens.at[to - 1].kind == TOKEN_PUNCT && !token_is_punct(&r->tokens, to - 1, ')')) to--;
        if (from < to) t->title = tokens_text(&r->tokens, from, to);
        return;
    }
}

void table_read(struct reader *r, size_t first, size_t last)
{
    const struct block *cells = r->in->at + first;
    size_t count = last - first, i;
    struct table store = {.r = r}, *t = &store;
    for (i = 0; i < count; i++)
        if ((size_t)cells[i].column + cells[i].column_span > t->width)
            t->width = (size_t)cells[i].column + cells[i].column_span;
    if (t->width > COLUMNS_MOST) t->width = COLUMNS_MOST;
    table_unit(t, first);
    table_title(t, first);
    i = read_head(t, cells, count);
    set_roles(t, cells + i, count - i);
    while (i < count && !r->stopped) {
        size_t n = row_length(cells + i, count - i), before = r->out.len;
        struct row row;
        row_read(t, &row, cells + i, n);
        r->carry.group++;
        for (size_t k = 0; k < n; k++)
            if (cells[i + k].column < t->width && t->columns[cells[i + k].column].role == HEAD_VALUE)
                value_put(t, &row, &t->columns[cells[i + k].column], &cells[i + k]);
        for (size_t level = 0; level < 3; level++)
            if (str_eq(t->memory.name[level], row.subject)) t->memory.valued[level] = r->out.len > before;
        statements_settle(r);
        i += n;
    }
}

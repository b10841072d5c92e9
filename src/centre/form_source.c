/* SPDX-License-Identifier: Apache-2.0
 *
 * form_source: the tables of a workbook and what their heads say (form.h). The words of a column are its cells of the
 * head rows from above to below; cells of one width below one another are one text that was broken over rows, a wider
 * cell above them speaks for all columns below it.
 *
 * "B. HÀNG HÓA | Nghìn tấn | Triệu tấn.km" in the middle of a table begins another one, but it heads only some of the
 * columns: where a column of figures has no word in it and had one above, the head above goes on, and the row takes the
 * place of the one in it that headed the same columns.
 *
 * The fingerprint is of what stays from month to month: the letters of the heads without digits, tone marks and roman
 * numerals, column by column. So the table of June fits the form of May, and a table with a column more does not.
 */
#include "form_private.h"

#include "buf.h"
#include "sha256.h"
#include "sheet_region.h"
#include "utf8.h"

enum { WORDS_MOST = 600, TITLE_MOST = 300, COLUMNS_MOST = 1024 };

static void put_words(struct buf *b, struct str s)
{
    bool space = b->len > 0;
    s = str_trim(s);
    for (size_t i = 0; i < s.len; i++) {
        bool blank = s.ptr[i] == ' ' || s.ptr[i] == '\n';
        if (!blank && space) buf_char(b, ' ');
        if (!blank) buf_char(b, s.ptr[i]);
        space = blank;
    }
}

static struct str take(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, utf8_clip(buf_str(b), WORDS_MOST));
    buf_clear(b);
    return s;
}

static uint16_t width_of_cell(const struct sheet *s, const struct sheet_cell *c)
{
    const struct sheet_merge *g = sheet_merge_at(s, c);
    return g ? g->columns : 1;
}

/* Head and words of one column. */
static struct str column_head(struct table_head *h, struct arena *a, const struct form_source *f, uint32_t column,
                              const struct table_context *context)
{
    struct buf stack = buf_make(SIZE_MAX / 4), all = buf_make(SIZE_MAX / 4);
    const struct sheet_cell *above = NULL;
    *h = TABLE_HEAD_NONE;
    for (uint32_t row = f->over_end > f->over ? f->over : f->head; row < f->body; row++) {
        if (row == f->over_end && f->over_end > f->over) row = f->head;
        size_t count;
        const struct sheet_cell *c = sheet_at(f->sheet, row, column), *cells = sheet_row(f->sheet, row, &count);
        if (!c || c == above || sheet_row_numbers(cells, count)) continue;
        if (above && (above->column != c->column || width_of_cell(f->sheet, above) != width_of_cell(f->sheet, c)))
            table_head_read(h, a, take(a, &stack), column, context);
        put_words(&stack, c->text);
        put_words(&all, c->text);
        above = c;
    }
    if (stack.len) table_head_read(h, a, take(a, &stack), column, context);
    struct str words = take(a, &all);
    buf_free(&stack);
    buf_free(&all);
    return words;
}

/* Words above the table: title, unit, time. */
static void read_above(struct form_source *f, struct arena *a, struct date date)
{
    struct buf title = buf_make(SIZE_MAX / 4);
    f->unit = f->place = f->not_time = STR("");
    for (size_t i = 0; i < f->sheet->cell_count; i++) {
        const struct sheet_cell *c = &f->sheet->cells[i];
        if (c->row < f->first || c->type != SHEET_TEXT) continue;
        if (c->row >= f->head) break;
        struct str words = str_trim(c->text), unit = table_unit_said(a, words);
        if (unit.len == 0 && table_unit_is(a, words)) unit = words;
        if (unit.len)
            f->unit = unit;
        else
            put_words(&title, words);
        struct period p = table_period_said(a, words, date);
        if (f->period.kind == PERIOD_NONE) f->period = p;
        if (!f->not_time.len) f->not_time = table_time_impossible(a, words);
    }
    if (f->not_time.len) f->period = (struct period){0};
    f->title = utf8_clip(take(a, &title), TITLE_MOST);
    buf_free(&title);
}

/* Letters of the heads that do not change from month to month. */
static uint64_t fingerprint(struct arena *a, const struct form_source *f)
{
    struct buf b = buf_make(SIZE_MAX / 4);
    for (uint32_t c = 0; c < f->columns; c++) {
        struct str folded = utf8_fold(a, f->words[c]);
        size_t start = 0;
        for (size_t i = 0; i <= folded.len; i++) {
            bool letter = i < folded.len && folded.ptr[i] >= 'a' && folded.ptr[i] <= 'z';
            if (letter) continue;
            struct str word = str_part(folded, start, i);
            bool roman = word.len > 0;
            for (size_t k = 0; k < word.len; k++) roman = roman && (word.ptr[k] == 'i' || word.ptr[k] == 'v');
            if (!roman) buf_put(&b, word);
            start = i + 1;
        }
        buf_char(&b, '|');
    }
    struct digest d = sha256_of(buf_str(&b));
    uint64_t h = 0;
    for (int i = 0; i < 8; i++) h = h << 8 | d.byte[i];
    buf_free(&b);
    return h;
}

/* Whether two rows have cells in the same columns. */
static bool same_columns(const struct sheet *s, uint32_t x, uint32_t y)
{
    size_t n, m;
    const struct sheet_cell *a = sheet_row(s, x, &n), *b = sheet_row(s, y, &m);
    if (n != m) return false;
    for (size_t i = 0; i < n; i++)
        if (a[i].column != b[i].column) return false;
    return true;
}

static bool heads_column(const struct sheet *s, uint32_t from, uint32_t to, uint32_t column)
{
    for (uint32_t row = from; row < to; row++) {
        const struct sheet_cell *c = sheet_at(s, row, column);
        if (c && c->text.len) return true;
    }
    return false;
}

/* The head above goes on when there are no words between and it has words for a column of figures that the own row does
 * not head. */
static void take_over(struct form_source *f, const struct form_source *above)
{
    bool more = false;
    size_t count = 0;
    for (uint32_t row = f->first; row < f->head && !count; row++) sheet_row(f->sheet, row, &count);
    if (count || f->body != f->head + 1 || above->sheet != f->sheet) return;
    uint32_t over = above->over_end > above->over ? above->over : above->head;
    uint32_t end = above->over_end > above->over ? above->over_end : above->body;
    for (size_t i = 0; i < f->sheet->cell_count && !more; i++) {
        const struct sheet_cell *c = &f->sheet->cells[i];
        if (c->row < f->body || c->row >= f->end || !sheet_is_figure(c)) continue;
        more = !heads_column(f->sheet, f->head, f->body, c->column) && heads_column(f->sheet, over, end, c->column);
    }
    if (!more) return;
    f->over = over;
    f->over_end = end > over && same_columns(f->sheet, end - 1, f->head) ? end - 1 : end;
}

static struct form_source source_of(struct arena *a, const struct sheet *s, const struct sheet_region *r,
                                    const struct form_source *above, struct date date)
{
    struct form_source f = {.sheet = s,
                            .first = r->first,
                            .head = r->head,
                            .body = r->body,
                            .end = r->end,
                            .beside = r->beside,
                            .columns = s->columns < COLUMNS_MOST ? s->columns : COLUMNS_MOST};
    if (above) take_over(&f, above);
    read_above(&f, a, date);
    if (f.over_end > f.over && !f.title.len) f.title = above->title;
    if (f.over_end > f.over && f.period.kind == PERIOD_NONE) f.period = above->period;
    struct str *words = arena_array(a, struct str, f.columns);
    struct table_head *heads = arena_array(a, struct table_head, f.columns);
    struct table_context context = {date, f.period};
    f.words = words;
    f.heads = heads;
    for (uint32_t c = 0; c < f.columns; c++) words[c] = column_head(&heads[c], a, &f, c, &context);
    f.fingerprint = fingerprint(a, &f);
    return f;
}

size_t form_sources(struct form_source **out, struct arena *a, const struct workbook *w, const struct sheet *only,
                    struct date date)
{
    struct {
        VEC_FIELDS(struct form_source);
    } list = {0};
    for (size_t i = 0; i < w->sheet_count; i++) {
        const struct sheet *s = &w->sheets[i];
        const struct sheet_region *regions;
        if ((only && s != only) || (!only && s->hidden)) continue;
        size_t count = sheet_regions(&regions, a, s);
        for (size_t k = 0; k < count; k++)
            if (regions[k].end > regions[k].body && s->columns > 1) {
                struct form_source f = source_of(a, s, &regions[k], list.len ? &list.at[list.len - 1] : NULL, date);
                *vec_push(a, &list) = f;
            }
    }
    *out = list.at;
    return list.len;
}

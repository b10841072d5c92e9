/* SPDX-License-Identifier: Apache-2.0
 *
 * flat_table: a table that was copied out of a page one cell a paragraph, put together again.
 *
 *     TT / Chỉ tiêu / Đơn vị / Kế hoạch năm 2031 / Ước thực hiện năm 2031 / Đánh giá
 *     1. / Tỷ lệ lao động qua đào tạo / % / 60-62 / 61 / Đạt
 *     - Trong đó: có chứng chỉ / % / 24 / 25
 *
 * It is known by its first cell, a head of row numbers ("TT", "STT"); its width is the way to the first row number. A
 * row begins with a number that has a mark ("1."), a roman numeral, a bullet (such a row has no number), or with any
 * number after a full row. The two first rows must be full, and each row must fill its columns: only the last column,
 * where it is one of remarks, may be missing. A row that does not is left out, for nobody can say which cell is
 * missing; the first block that begins no row ends the table. The cells go to table_read.
 */
#include "sentence.h"

enum { WIDTH_LEAST = 4, WIDTH_MOST = 12, HEAD_BYTES = 120, CELL_BYTES = 300, FULL_ROWS = 2 };

struct flat {
    struct reader *r;
    size_t first, width;
    struct {
        VEC_FIELDS(struct block);
    } cells;
};

static void scan(struct reader *r, const struct block *b)
{
    tokens_scan(&r->tokens, r->work, r->in->text, b->start, b->end);
    sentence_set(r, 0, r->tokens.len - 1);
}

static bool is_cell(const struct reader *r, size_t i, uint32_t most)
{
    return i < r->in->len && r->in->at[i].kind != BLOCK_CELL && r->in->at[i].end - r->in->at[i].start <= most;
}

static bool heads_numbers(struct reader *r, size_t i)
{
    size_t n;
    if (!is_cell(r, i, 20)) return false;
    scan(r, &r->in->at[i]);
    return lexicon_at(&r->tokens, 0, LEX_HEAD_NUMBER, &n) && n + 1 == r->tokens.len;
}

enum start { STARTS_NOTHING, STARTS_AFTER_FULL, STARTS_ROW, STARTS_PART };

/* What a row may begin with: "1." or "II" a row, "7" a row after a full one, "- Trong đó" a row without a number. */
static enum start starts(struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    if (!is_cell(r, i, CELL_BYTES)) return STARTS_NOTHING;
    scan(r, &r->in->at[i]);
    size_t len = ts->len - 1;
    if (len == 0) return STARTS_NOTHING;
    const struct token *t = &ts->at[0];
    if (t->kind == TOKEN_NUMBER && t->len <= 3)
        return len == 1 ? STARTS_AFTER_FULL : len == 2 && token_is_punct(ts, 1, '.') ? STARTS_ROW : STARTS_NOTHING;
    if (t->kind == TOKEN_WORD && t->len <= 4 && (len == 1 || (len == 2 && token_is_punct(ts, 1, '.')))) {
        for (size_t k = 0; k < t->len; k++)
            if (!strchr("IVX", token_text(ts, 0).ptr[k])) return STARTS_NOTHING;
        return STARTS_ROW;
    }
    bool bullet = token_is_punct(ts, 0, '-') || token_is_punct(ts, 0, '+') || token_is_punct(ts, 0, '*');
    return bullet && len > 1 && ts->at[1].kind == TOKEN_WORD ? STARTS_PART : STARTS_NOTHING;
}

/* The cells from the head to the first row number; 0 when they are no head. */
static size_t head_width(struct reader *r, size_t first)
{
    bool named = false, valued = false;
    for (size_t n = 1; n <= WIDTH_MOST && is_cell(r, first + n, HEAD_BYTES); n++) {
        enum start s = starts(r, first + n);
        if (s == STARTS_ROW || s == STARTS_AFTER_FULL) return n >= WIDTH_LEAST && named && valued ? n : 0;
        size_t last = r->tokens.len - 1;
        if (n == 1) named = class_between(r, LEX_HEAD_NAME, 0, last, NULL, NULL);
        valued = valued || class_between(r, LEX_PLAN_WORD, 0, last, NULL, NULL) ||
                 class_between(r, LEX_RESULT, 0, last, NULL, NULL) || class_between(r, LEX_TIME, 0, last, NULL, NULL);
    }
    return 0;
}

/* The blocks of the row that starts at block i. */
static size_t row_end(struct flat *f, size_t i, size_t own)
{
    size_t n = 1;
    for (; n < own && is_cell(f->r, i + n, CELL_BYTES); n++) {
        enum start s = starts(f->r, i + n);
        if (s == STARTS_ROW || s == STARTS_PART) break;
    }
    return i + n;
}

static bool has_number(struct reader *r, const struct block *b)
{
    scan(r, b);
    for (size_t i = 0; i + 1 < r->tokens.len; i++)
        if (r->tokens.at[i].kind == TOKEN_NUMBER) return true;
    return false;
}

static void row_put(struct flat *f, size_t i, size_t count, size_t column, uint16_t row)
{
    for (size_t k = 0; k < count; k++) {
        struct block *b = vec_push(f->r->work, &f->cells);
        *b = f->r->in->at[i + k];
        b->kind = BLOCK_CELL;
        b->table = 1;
        b->row = row;
        b->column = (uint16_t)(column + k);
        b->row_span = b->column_span = 1;
        b->header = false;
    }
}

/* Put the rows together; the block after the table, or `first` when the first rows are not full. */
static size_t rows(struct flat *f, size_t i)
{
    uint16_t row = 1;
    bool full = true;
    for (enum start s; row < UINT16_MAX; row++) {
        s = starts(f->r, i);
        if (s == STARTS_NOTHING || (s == STARTS_AFTER_FULL && !full)) break;
        size_t own = s == STARTS_PART ? f->width - 1 : f->width, end = row_end(f, i, own), count = end - i;
        full = count == own;
        if (row <= FULL_ROWS && !full) return f->first;
        bool remark_missing = count + 1 == own && count > 2 && has_number(f->r, &f->r->in->at[end - 1]);
        if (full || remark_missing) row_put(f, i, count, f->width - own, row);
        if (remark_missing) full = true;
        i = end;
    }
    return row > FULL_ROWS ? i : f->first;
}

/* The last column holds no numbers: it may be missing. */
static bool ends_in_remarks(struct flat *f)
{
    size_t n = 0, numbers = 0;
    for (size_t i = 0; i < f->cells.len; i++) {
        const struct block *b = &f->cells.at[i];
        if (b->row == 0 || (size_t)b->column + 1 != f->width) continue;
        n++;
        numbers += has_number(f->r, b);
    }
    return n > 0 && numbers == 0;
}

/* Rows that lack their last cell are kept only where that is a remark. */
static void drop_short_rows(struct flat *f)
{
    if (ends_in_remarks(f)) return;
    size_t kept = 0;
    for (size_t i = 0; i < f->cells.len;) {
        size_t end = i;
        while (end < f->cells.len && f->cells.at[end].row == f->cells.at[i].row) end++;
        bool whole = (size_t)f->cells.at[end - 1].column + 1 == f->width;
        for (size_t k = i; k < end; k++)
            if (whole) f->cells.at[kept++] = f->cells.at[k];
        i = end;
    }
    f->cells.len = kept;
}

size_t flat_table_read(struct reader *r, size_t first)
{
    if (!heads_numbers(r, first)) return first;
    struct flat f = {.r = r, .first = first, .width = head_width(r, first)};
    if (f.width == 0) return first;
    row_put(&f, first, f.width, 0, 0);
    size_t last = rows(&f, first + f.width);
    if (last == first) return first;
    drop_short_rows(&f);
    const struct blocks *whole = r->in;
    struct blocks cells = {whole->text, f.cells.at, f.cells.len};
    r->in = &cells;
    table_read(r, 0, cells.len);
    r->in = whole;
    return last;
}

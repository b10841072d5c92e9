/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_series: how documents are numbered: gaps, numbers that stand twice, the next number.
 */
#include "matter_series.h"
#include "json_write.h"
#include "matter_cells.h"

static const struct column COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"year", tr("Năm"), COLUMN_FIXED},
    {"doc_kind", NULL, COLUMN_DATA},
    {"doc_kind_name", tr("Loại văn bản"), 0},
    {"documents", tr("Số văn bản"), COLUMN_NUMBER},
    {"first", tr("Từ số"), COLUMN_NUMBER},
    {"last", tr("Đến số"), COLUMN_NUMBER},
    {"next", tr("Số tiếp theo"), COLUMN_NUMBER},
    {"missing", tr("Thiếu số"), 0},
    {"missing_count", NULL, COLUMN_DATA},
    {"twice", tr("Trùng số"), 0},
    {"twice_count", NULL, COLUMN_DATA},
    {"unread", tr("Không đọc được số"), COLUMN_NUMBER},
};

/* "3, 7, 8 và 12 số nữa". */
static void numbers_cell(struct cli *c, struct rows *r, const uint32_t *at, size_t len, uint64_t count)
{
    struct buf b = buf_make(SIZE_MAX), json = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&json);
    json_write_open(&j, '[');
    for (size_t i = 0; i < len; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_u64(&b, at[i]);
        json_write_int(&j, at[i]);
    }
    json_write_close(&j, ']');
    if (count > len) {
        buf_put(&b, tr_text(c->lang, tr("; tất cả ")));
        buf_u64(&b, count);
    }
    rows_json(r, buf_str(&json), str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
    buf_free(&json);
}

static struct str year_text(struct cli *c, int year)
{
    char room[16];
    return str_copy(c->arena, (struct str){room, (size_t)snprintf(room, sizeof room, "%d", year)});
}

bool matter_run_series(struct cli *c, struct err *err)
{
    struct number_series_list all;
    struct looked_unit unit;
    struct str kind = matter_kind_option(c);
    bool has_unit;
    uint64_t missing = 0, twice = 0;
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!kind.len) kind = STR("document_out");
    if (!known_on_open(c, DB_READ, err) || !matter_unit_option(&unit, &has_unit, c, "unit", err) ||
        !matter_series(&all, c->db, c->arena, kind, has_unit ? unit.id : STR(""),
                       cli_given(c, "year") ? (int)cli_count(c, "year") : 0, err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct number_series *s = &all.at[i];
        missing += s->missing_count;
        twice += s->twice_count;
        rows_text(r, s->unit);
        rows_text(r, s->unit_name);
        rows_decimal_shown(r, DECIMAL_INT(s->year), year_text(c, s->year));
        rows_text(r, s->kind);
        rows_text_shown(r, s->kind_name, s->last ? s->kind_name : tr_text(c->lang, tr("(không rõ)")));
        rows_int(r, (int64_t)s->n);
        const uint32_t numbers[] = {s->first, s->last, s->last ? s->last + 1 : 0};
        for (size_t n = 0; n < 3; n++)
            if (numbers[n])
                rows_int(r, numbers[n]);
            else
                rows_none(r);
        numbers_cell(c, r, s->missing.at, s->missing.len, s->missing_count);
        rows_int(r, (int64_t)s->missing_count);
        numbers_cell(c, r, s->twice.at, s->twice.len, s->twice_count);
        rows_int(r, (int64_t)s->twice_count);
        rows_int(r, (int64_t)s->unread);
        rows_end(r);
    }
    rows_close(r);
    if (!cli_flush(c, err)) return false;
    if (!all.len) cli_note(c, tr("chưa có văn bản nào đã phát hành"));
    if (missing || twice) cli_note(c, tr("thiếu {1} số, trùng {2} số"), cli_number(c, missing), cli_number(c, twice));
    return true;
}

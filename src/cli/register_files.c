/* SPDX-License-Identifier: Apache-2.0
 *
 * register_files: what goes over a whole register: a list comes in; what may stand there twice; quotas; figures that it
 * feeds.
 */
#include "register_cells.h"
#include "register_feed.h"
#include "register_import.h"
#include "register_quota.h"
#include "register_twins.h"

#include "file.h"

enum { LIST_BYTES_MOST = 1 << 30 };

/* --- a list */

static const struct column PROBLEM_COLUMNS[] = {{"line", tr("Dòng"), COLUMN_NUMBER}, {"problem", tr("Sai ở đâu"), 0}};

static void put_problems(struct cli *c, const struct register_import_result *done)
{
    struct rows *r = cli_rows(c, COLUMNS_OF(PROBLEM_COLUMNS));
    for (size_t i = 0; i < done->problems.len; i++) {
        struct err e = done->problems.at[i];
        struct buf b = buf_make(SIZE_MAX);
        rows_int(r, e.line);
        e.line = 0;
        err_write(&b, &e, c->lang);
        rows_text(r, str_copy(c->arena, buf_str(&b)));
        buf_free(&b);
        rows_end(r);
    }
    rows_close(r);
}

bool register_run_import(struct cli *c, struct err *err)
{
    struct author author;
    struct looked_unit unit;
    struct register_import_result done;
    bool has_unit;
    if (c->arg_count < 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    struct register_import_wish w = {.def = c->args[1],
                                     .name = cli_shown(c->arena, c->args[2]),
                                     .today = c->today,
                                     .secret_key = register_secret_key(),
                                     .dry = cli_flag(c, "dry-run")};
    if (!file_read(&w.bytes, c->arena, c->args[2], LIST_BYTES_MOST, err) || !known_on_open(c, DB_WRITE, err) ||
        !cli_author(&author, c, err) || !matter_unit_option(&unit, &has_unit, c, "unit", err))
        return false;
    if (has_unit) w.unit = &unit;
    if (!register_import(&done, c->db, c->arena, &author, &w, err)) return false;
    for (size_t i = 0; i < done.passed.len; i++) cli_note(c, tr("bỏ qua cột «{1}»"), done.passed.at[i]);
    if (done.problems.len) {
        put_problems(c, &done);
        return fail(err, ERR_REGISTER_LIST_WRONG, w.name, cli_number(c, done.problems.len));
    }
    cli_note(c,
             w.dry ? tr("{1} dòng: {2} mục mới, {3} mục thay đổi, {4} mục như cũ; chỉ xem, chưa ghi gì")
                   : tr("{1} dòng: {2} mục mới, {3} mục thay đổi, {4} mục như cũ"),
             cli_number(c, done.rows), cli_number(c, done.fresh), cli_number(c, done.changed),
             cli_number(c, done.same));
    return true;
}

/* --- duplicates */

static const struct column TWIN_COLUMNS[] = {
    {"id", tr("Mục"), COLUMN_FIXED}, {"first", tr("Giống mục"), COLUMN_FIXED}, {"why", tr("Vì"), 0},
    {"unit", NULL, COLUMN_DATA},     {"unit_name", tr("Đơn vị"), 0},
};

bool register_run_duplicates(struct cli *c, struct err *err)
{
    struct known_register k;
    struct register_twins twins;
    if (!known_on_open(c, DB_READ, err) || !register_argument(&k, c, err) ||
        !register_twins(&twins, c->db, c->arena, &k.def, err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(TWIN_COLUMNS));
    for (size_t i = 0; i < twins.len; i++) {
        const struct register_twin *t = &twins.at[i];
        const struct register_field *f = register_field_find(&k.def, t->why);
        rows_text(r, register_id_shown(c->arena, t->id));
        rows_text(r, register_id_shown(c->arena, t->first));
        rows_text_shown(r, t->why, f ? f->field.name : tr_text(c->lang, tr("cùng khóa khi bỏ dấu")));
        rows_text(r, t->unit);
        rows_text(r, register_unit_name(c, t->unit));
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- quotas */

static const struct column QUOTA_COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"has", tr("Đang có"), COLUMN_NUMBER},
    {"may", tr("Được"), COLUMN_NUMBER},
    {"left", tr("Còn"), COLUMN_NUMBER},
    {"indicator", tr("Theo"), COLUMN_FIXED},
    {"value", tr("Số liệu"), COLUMN_NUMBER},
    {"period", tr("Kỳ"), 0},
};

static void put_quota(struct rows *r, struct cli *c, const struct register_quota_row *q)
{
    rows_text(r, q->unit);
    rows_text(r, register_unit_name(c, q->unit));
    rows_int(r, (int64_t)q->has);
    if (q->known) {
        rows_int(r, q->may);
        rows_int(r, (int64_t)q->may - (int64_t)q->has);
    } else {
        rows_none_shown(r, tr_text(c->lang, tr("chưa rõ")));
        rows_none(r);
    }
    rows_text(r, q->indicator);
    struct buf period = buf_make(SIZE_MAX), shown = buf_make(SIZE_MAX);
    if (q->figured) {
        rows_decimal(r, q->value);
        period_write(&period, q->period);
        period_write_vi(&shown, q->period);
        rows_text_shown(r, str_copy(c->arena, buf_str(&period)), str_copy(c->arena, buf_str(&shown)));
    } else {
        rows_none_shown(r, tr_text(c->lang, tr("chưa có số liệu")));
        rows_none(r);
    }
    buf_free(&period);
    buf_free(&shown);
    rows_end(r);
}

bool register_run_quota(struct cli *c, struct err *err)
{
    struct known_register k;
    struct register_units units;
    struct register_quota_rows all;
    struct str_list codes = {0};
    if (!known_on_open(c, DB_READ, err) || !register_argument(&k, c, err) ||
        !register_units_option(&units, c, k.def.word, err))
        return false;
    if (!k.def.quota.has) return fail(err, ERR_REGISTER_COUNT_UNKNOWN, k.def.word, STR("quota"));
    if (!units.by && !register_unit_codes(&codes, c->db, c->arena, k.def.word, err)) return false;
    if (!register_quota(&all, c->db, c->arena, &k.def, units.by ? units.at : codes.at, units.by ? units.len : codes.len,
                        matter_day(c), err))
        return false;
    if (c->format == FORMAT_TABLE) cli_put(c, tr("{1}: {2}\n"), k.def.quota.name, k.def.quota.citation);
    struct rows *r = cli_rows(c, COLUMNS_OF(QUOTA_COLUMNS));
    for (size_t i = 0; i < all.len; i++) put_quota(r, c, &all.at[i]);
    rows_close(r);
    return true;
}

/* --- figures */

static const struct column FED_COLUMNS[] = {
    {"indicator", tr("Chỉ tiêu"), COLUMN_FIXED},
    {"count", NULL, COLUMN_DATA},
    {"name", tr("Đếm"), 0},
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"entries", tr("Số mục"), COLUMN_NUMBER},
    {"value", tr("Số liệu"), COLUMN_NUMBER},
    {"without", tr("Mục thiếu số"), COLUMN_NUMBER},
};

static void put_fed(struct cli *c, const struct register_fed_list *fed)
{
    struct rows *r = cli_rows(c, COLUMNS_OF(FED_COLUMNS));
    for (size_t i = 0; i < fed->len; i++) {
        const struct register_fed *f = &fed->at[i];
        rows_text(r, f->count->indicator);
        rows_text(r, f->count->word);
        rows_text(r, f->count->name);
        rows_text(r, f->unit);
        rows_text(r, register_unit_name(c, f->unit));
        rows_int(r, (int64_t)f->n);
        if (f->has)
            rows_decimal(r, f->value);
        else
            rows_none_shown(r, tr_text(c->lang, tr("không lập")));
        rows_int(r, (int64_t)f->without);
        rows_end(r);
    }
    rows_close(r);
}

bool register_run_feed(struct cli *c, struct err *err)
{
    struct author author;
    struct known_register k;
    struct register_fed_list fed;
    struct import_result done;
    struct period period;
    bool dry = cli_flag(c, "dry-run");
    struct str typed = cli_text(c, "period");
    if (!period_read(&period, typed) || period.kind == PERIOD_NONE) return fail(err, ERR_PERIOD_UNKNOWN, typed);
    if (!known_on_open(c, dry ? DB_READ : DB_WRITE, err) || (!dry && !cli_author(&author, c, err)) ||
        !register_argument(&k, c, err) || !register_feed_count(&fed, c->db, c->arena, &k.def, period, c->today, err))
        return false;
    put_fed(c, &fed);
    if (dry) return true;
    if (!register_feed_save(&done, c->db, c->arena, &author, &k, &fed, period, err)) return false;
    if (done.outcome == IMPORT_UNCHANGED)
        cli_note(c, tr("số liệu này đã có trong kho, không đổi gì"));
    else
        cli_note(c, tr("đã lập {1} số liệu, chấp nhận {2}"), cli_number(c, done.figures), cli_number(c, done.accepted));
    return true;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * programme_sums: `dieuhanh programme status --sum`: one row for each programme and level, with what reports state of
 * the same count.
 */
#include "json_write.h"
#include "matter_aim.h"
#include "target_cells.h"

enum { LINE_MOST = 8000 };

static const struct column SUM_COLUMNS[] = {
    {"programme", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Chương trình"), 0},
    {"unit", NULL, COLUMN_DATA},
    {"period", NULL, COLUMN_DATA},
    {"level", tr("Mức"), 0},
    {"reached", tr("Đạt"), COLUMN_NUMBER},
    {"of", tr("Tổng"), COLUMN_NUMBER},
    {"ratio", tr("%"), COLUMN_NUMBER},
    {"by_estimate", tr("Ước"), COLUMN_NUMBER},
    {"missed", tr("Không đạt"), COLUMN_NUMBER},
    {"under_way", tr("Còn"), COLUMN_NUMBER},
    {"unclear", NULL, COLUMN_DATA},
    {"no_figure", tr("Thiếu số"), COLUMN_NUMBER},
    {"not_judged", tr("Chưa đánh giá"), COLUMN_NUMBER},
    {"claims", NULL, COLUMN_DATA},
    {"id", NULL, COLUMN_DATA},
    {"tasks", NULL, COLUMN_DATA},
    {"tasks_done", tr("Nhiệm vụ"), 0},
    {"tasks_late", NULL, COLUMN_DATA},
};

/* [{"figure":"F5","reached":4,"of":6,"agrees":false}]: what reports state of this count. */
static void claims_cell(struct rows *r, const struct programme_status *s, const struct programme *p,
                        enum target_axis axis)
{
    struct buf json = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&json);
    json_write_open(&j, '[');
    for (size_t i = 0; i < s->claims.len; i++) {
        const struct target_claim *c = &s->claims.at[i];
        char id[16];
        if (c->programme != p || c->axis != axis) continue;
        snprintf(id, sizeof id, "F%u", c->figure->id);
        json_write_open(&j, '{');
        json_write_key(&j, STR("figure"));
        json_write_text(&j, str_of(id));
        json_write_key(&j, STR("reached"));
        json_write_decimal(&j, c->figure->figure.value);
        json_write_key(&j, STR("of"));
        json_write_decimal(&j, c->figure->figure.of);
        json_write_key(&j, STR("agrees"));
        c->comparable ? json_write_bool(&j, c->agrees) : json_write_null(&j);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    rows_json(r, buf_str(&json), STR(""));
    buf_free(&json);
}

/* "8/10". */
static void task_cells(struct rows *r, const struct aim_sum *tasks)
{
    struct buf b = buf_make(64);
    buf_format(&b, "%llu/%llu", (unsigned long long)tasks->done, (unsigned long long)tasks->all);
    rows_int(r, (int64_t)tasks->all);
    rows_decimal_shown(r, DECIMAL_INT((int64_t)tasks->done), tasks->all ? buf_str(&b) : STR(""));
    rows_int(r, (int64_t)tasks->late);
    buf_free(&b);
}

static void put_sum_row(struct cli *c, struct rows *r, const struct programme_status *s, const struct programme *p,
                        const struct target_sum *sum, enum target_axis axis, const struct aim_sum *tasks)
{
    struct decimal ratio;
    struct buf id = buf_make(LINE_MOST), year = buf_make(64);
    const size_t counts[] = {sum->by_estimate, sum->missed,    sum->under_way,
                             sum->unclear,     sum->no_figure, sum->not_judged};
    if (!sum->of) return;
    target_sum_id_write(&id, false, s, axis, p ? p->code : STR(""));
    buf_format(&year, "%d", s->period.to.year);
    rows_text(r, p ? p->code : STR(""));
    rows_text_shown(r, p ? p->name : s->unit_name, p ? p->name : tr_text(c->lang, tr("Tất cả")));
    rows_text(r, s->unit);
    when_cell(r, s->period);
    rows_text_shown(r, axis == AXIS_YEAR ? STR("year") : STR("term"),
                    axis == AXIS_YEAR ? buf_str(&year) : tr_text(c->lang, tr("giai đoạn")));
    rows_int(r, (int64_t)sum->reached);
    rows_int(r, (int64_t)sum->of);
    number_cell(r, target_sum_ratio(&ratio, sum), ratio);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) rows_int(r, (int64_t)counts[i]);
    claims_cell(r, s, p, axis);
    rows_text(r, buf_str(&id));
    task_cells(r, tasks);
    rows_end(r);
    buf_free(&id);
    buf_free(&year);
}

void programme_put_sums(struct cli *c, struct rows *r, const struct programme_status *s, const struct aim_sum *tasks,
                        bool all)
{
    for (size_t i = 0; i < s->programmes.len; i++)
        for (enum target_axis axis = 0; axis < AXES; axis++)
            put_sum_row(c, r, s, s->programmes.at[i].programme, &s->programmes.at[i].sum[axis], axis, &tasks[i]);
    size_t roots = 0;
    for (size_t i = 0; i < s->programmes.len; i++) roots += s->programmes.at[i].depth == 0;
    if (c->format == FORMAT_TABLE && roots < 2) all = false; /* the same line twice */
    for (enum target_axis axis = 0; all && axis < AXES; axis++)
        put_sum_row(c, r, s, NULL, &s->sum[axis], axis, &tasks[s->programmes.len]);
}

struct rows *programme_sum_rows(struct cli *c)
{
    return cli_rows(c, SUM_COLUMNS, sizeof SUM_COLUMNS / sizeof *SUM_COLUMNS);
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * project_feed: see project_feed.h.
 */
#include "project_feed.h"

#include "buf.h"
#include "figure_file.h"
#include "json_write.h"
#include "said.h"

/* What is gathered of one unit. */
struct unit_sums {
    struct str unit, name;
    struct money plan, done;
    size_t planned, paid, open, waiting;
    bool too_large;
};
struct unit_sums_list {
    VEC_FIELDS(struct unit_sums);
};

static struct unit_sums *sums_of(struct unit_sums_list *all, struct arena *a, const struct book_project *p)
{
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(all->at[i].unit, p->row.matter.unit)) return &all->at[i];
    struct unit_sums *s = vec_push(a, all);
    *s = (struct unit_sums){.unit = p->row.matter.unit, .name = p->row.unit_name};
    return s;
}

static bool waits_for_site(const struct book_project *p)
{
    for (size_t i = 0; i < p->obstacles.len; i++)
        if (p->obstacles.at[i].open && str_eq(p->obstacles.at[i].last->kind, STR("clearance"))) return true;
    return false;
}

static void take(struct unit_sums *s, const struct book_project *p)
{
    const struct capital_year *y = &p->year;
    bool open = !matter_group_ended(p->row.matter.group);
    s->too_large |= y->too_large;
    money_join(&s->plan, y->changed, &s->too_large);
    money_join(&s->done, y->done, &s->too_large);
    s->planned += y->changed.known;
    s->paid += y->done.known;
    s->open += open;
    s->waiting += open && waits_for_site(p);
}

static int by_unit(const void *x, const void *y)
{
    const struct unit_sums *a = x, *b = y;
    return str_cmp(a->unit, b->unit);
}

static void put(struct project_fed_list *out, struct arena *a, const struct unit_sums *s, struct str indicator,
                struct decimal value, size_t projects)
{
    *vec_push(a, out) = (struct project_fed){s->unit, s->name, indicator, value, projects};
}

void project_feed(struct project_fed_list *out, struct arena *a, const struct project_book *b)
{
    struct unit_sums_list all = {0};
    *out = (struct project_fed_list){0};
    for (size_t i = 0; i < b->len; i++)
        if (date_cmp(b->at[i].row.matter.opened, b->on) <= 0) take(sums_of(&all, a, &b->at[i]), &b->at[i]);
    if (all.len) qsort(all.at, all.len, sizeof *all.at, by_unit);
    for (size_t i = 0; i < all.len; i++) {
        const struct unit_sums *s = &all.at[i];
        if (s->plan.known && !s->too_large) put(out, a, s, STR("D01"), s->plan.value, s->planned);
        if (s->done.known && !s->too_large) put(out, a, s, STR("D02"), s->done.value, s->paid);
        put(out, a, s, STR("D05a"), DECIMAL_INT((int64_t)s->open), s->open);
        put(out, a, s, STR("D06b"), DECIMAL_INT((int64_t)s->waiting), s->waiting);
    }
}

static void pair(struct json_writer *j, struct str key, struct str text)
{
    json_write_key(j, key);
    json_write_text(j, text);
}

static void line_write(struct buf *b, struct arena *a, const struct project_fed *f, struct period period)
{
    struct json_writer j = json_to(b);
    struct buf note = buf_make(SIZE_MAX);
    bool money = str_eq(f->indicator, STR("D01")) || str_eq(f->indicator, STR("D02"));
    buf_u64(&note, f->projects);
    buf_put(&note, STR(" dự án, tính đến "));
    buf_put(&note, date_text(a, period.to));
    buf_put(&note, str_eq(f->indicator, STR("D01")) ? STR("; giao + bổ sung + điều chỉnh")
                   : str_eq(f->indicator, STR("D02")) ? STR("; thanh toán + tạm ứng - thu hồi tạm ứng - nộp trả")
                                                      : STR(""));
    json_write_open(&j, '{');
    pair(&j, STR("unit"), f->unit);
    pair(&j, STR("indicator"), f->indicator);
    pair(&j, STR("period"), period_text(a, period));
    json_write_key(&j, STR("value"));
    json_write_decimal(&j, f->value);
    pair(&j, STR("measure"), money ? STR("đồng") : STR("dự án"));
    pair(&j, STR("note"), buf_str(&note));
    pair(&j, STR("source"), STR("Sổ dự án đầu tư công"));
    json_write_close(&j, '}');
    buf_char(b, '\n');
    buf_free(&note);
}

bool project_feed_save(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                       const struct project_fed_list *fed, struct period period, struct err *err)
{
    struct figure_file file;
    struct read_options o = {0};
    struct buf b = buf_make(SIZE_MAX), name = buf_make(SIZE_MAX);
    for (size_t i = 0; i < fed->len; i++) line_write(&b, a, &fed->at[i], period);
    buf_put(&name, STR("project-"));
    period_write(&name, period);
    buf_put(&name, STR(".jsonl"));
    struct str bytes = str_copy(a, buf_str(&b)), called = str_copy(a, buf_str(&name));
    buf_free(&b);
    buf_free(&name);
    *out = (struct import_result){.outcome = IMPORT_UNCHANGED};
    if (!bytes.len) return true;
    return figure_bytes_read(&file, db, a, bytes, called, &o, err) &&
           figure_file_save(out, db, a, author, &file, &o, true, STR(""), err);
}

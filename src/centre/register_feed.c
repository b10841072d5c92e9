/* SPDX-License-Identifier: Apache-2.0
 *
 * register_feed: see register_feed.h. A unit that has entries in the register and none that the count means has 0: who
 * keeps the register knows that there are none. A unit without any entry says nothing.
 */
#include "register_feed.h"

#include "buf.h"
#include "figure_file.h"
#include "indicator.h"
#include "json_write.h"
#include "register_count.h"

static const struct register_group *group_of(const struct register_groups *groups, struct str unit)
{
    for (size_t i = 0; i < groups->len; i++)
        if (str_eq(groups->at[i].values[0], unit)) return &groups->at[i];
    return NULL;
}

/* Units in which somebody said something in a field. */
static bool said_by(struct str_list *out, struct db *db, struct arena *a, const struct register_def *d,
                    struct str field, struct date last, struct err *err)
{
    struct str *by = arena_array(a, struct str, 2);
    struct register_groups groups;
    by[0] = STR("unit");
    by[1] = field;
    struct register_count_wish w = {.def = d, .last = last, .by = {by, 2}};
    *out = (struct str_list){0};
    if (!register_count(&groups, db, a, &w, err)) return false;
    for (size_t i = 0; i < groups.len; i++)
        if (groups.at[i].values[1].len) *vec_push(a, out) = groups.at[i].values[0];
    return true;
}

/* A flag that no entry of a unit has filled is not one that none has: then there is no number. */
static bool leave_silent(struct register_fed_list *out, size_t from, struct db *db, struct arena *a,
                         const struct register_def *d, const struct register_count *n, struct date last,
                         struct err *err)
{
    for (size_t k = 0; k < n->where_count; k++) {
        const struct register_field *f = register_field_find(d, n->where[k].field);
        struct str_list said;
        bool flag = f && (f->field.type == MATTER_FIELD_FLAG || f->field.type == MATTER_FIELD_CHOICE);
        if (!flag || f->field.required) continue;
        if (!said_by(&said, db, a, d, f->field.word, last, err)) return false;
        for (size_t i = from; i < out->len; i++) {
            bool any = false;
            for (size_t u = 0; u < said.len && !any; u++) any = str_eq(said.at[u], out->at[i].unit);
            out->at[i].has &= any;
        }
    }
    return true;
}

static bool count_one(struct register_fed_list *out, struct db *db, struct arena *a, const struct register_def *d,
                      const struct register_count *n, struct period period, const struct str_list *units,
                      struct err *err)
{
    struct str *by = arena_array(a, struct str, 1);
    struct register_groups groups;
    size_t from = out->len;
    by[0] = STR("unit");
    struct register_count_wish w = {.def = d, .count = n, .first = period.from, .last = period.to, .by = {by, 1}};
    if (!indicator_typed(n->indicator)) return fail(err, ERR_INDICATOR_UNKNOWN, n->indicator);
    if (!register_count(&groups, db, a, &w, err)) return false;
    for (size_t i = 0; i < units->len; i++) {
        const struct register_group *g = group_of(&groups, units->at[i]);
        struct register_fed f = {.count = n, .unit = units->at[i], .has = true};
        if (g) {
            f.n = g->n;
            f.without = g->without;
            f.has = !n->sum.len || !g->without;
            f.value = n->sum.len ? g->sum : (struct decimal){(int64_t)g->n, 0};
        }
        *vec_push(a, out) = f;
    }
    return leave_silent(out, from, db, a, d, n, period.to, err);
}

bool register_feed_count(struct register_fed_list *out, struct db *db, struct arena *a, const struct register_def *d,
                         struct period period, struct date today, struct err *err)
{
    struct str_list units;
    bool feeds = false;
    *out = (struct register_fed_list){0};
    for (size_t i = 0; i < d->count_count; i++) feeds |= d->counts[i].indicator.len > 0;
    if (!feeds) return fail(err, ERR_REGISTER_FEED_NONE, d->word);
    if (date_cmp(period.to, today) > 0)
        return fail(err, ERR_MATTER_FUTURE, date_text(a, period.to), date_text(a, today));
    if (!register_unit_codes(&units, db, a, d->word, err)) return false;
    for (size_t i = 0; i < d->count_count; i++)
        if (d->counts[i].indicator.len && !count_one(out, db, a, d, &d->counts[i], period, &units, err)) return false;
    return true;
}

/* "3 mục của sổ poor_household (phiên bản 1) có hiệu lực ngày 2026-06-30; class = hộ nghèo". */
static void note_write(struct buf *b, struct arena *a, const struct known_register *k, const struct register_fed *f,
                       struct period p)
{
    const struct register_count *n = f->count;
    buf_u64(b, f->n);
    buf_put(b, STR(" mục của sổ "));
    buf_put(b, k->def.word);
    buf_put(b, STR(" (phiên bản "));
    buf_u64(b, k->version);
    buf_put(b, n->time == REGISTER_FLOW ? STR(") bắt đầu từ ") : STR(") có hiệu lực ngày "));
    if (n->time == REGISTER_FLOW) {
        buf_put(b, date_text(a, p.from));
        buf_put(b, STR(" đến "));
    }
    buf_put(b, date_text(a, p.to));
    if (n->where_count) buf_put(b, STR("; "));
    register_where_write(b, n->where, n->where_count);
    if (n->sum.len) {
        buf_put(b, STR("; cộng "));
        buf_put(b, n->sum);
    }
}

/* "" : the canonical unit of the indicator, and đồng of money. */
static struct str measure_of(const struct register_def *d, const struct register_count *n)
{
    const struct register_field *f = register_field_find(d, n->sum);
    return n->measure.len ? n->measure : f ? f->measure : STR("");
}

static void line_write(struct buf *b, struct arena *a, const struct known_register *k, const struct register_fed *f,
                       struct period period)
{
    struct json_writer j = json_to(b);
    struct buf text = buf_make(SIZE_MAX);
    json_write_open(&j, '{');
    json_write_key(&j, STR("unit"));
    json_write_text(&j, f->unit);
    json_write_key(&j, STR("indicator"));
    json_write_text(&j, f->count->indicator);
    json_write_key(&j, STR("period"));
    period_write(&text, period);
    json_write_text(&j, buf_str(&text));
    json_write_key(&j, STR("value"));
    json_write_decimal(&j, f->value);
    struct str measure = measure_of(&k->def, f->count);
    if (measure.len) {
        json_write_key(&j, STR("measure"));
        json_write_text(&j, measure);
    }
    json_write_key(&j, STR("note"));
    buf_clear(&text);
    note_write(&text, a, k, f, period);
    json_write_text(&j, buf_str(&text));
    json_write_key(&j, STR("source"));
    json_write_text(&j, k->def.name);
    json_write_close(&j, '}');
    buf_char(b, '\n');
    buf_free(&text);
}

bool register_feed_save(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                        const struct known_register *k, const struct register_fed_list *fed, struct period period,
                        struct err *err)
{
    struct figure_file file;
    struct read_options o = {0};
    struct buf b = buf_make(SIZE_MAX), name = buf_make(SIZE_MAX);
    for (size_t i = 0; i < fed->len; i++)
        if (fed->at[i].has) line_write(&b, a, k, &fed->at[i], period);
    buf_put(&name, k->def.word);
    buf_char(&name, '-');
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

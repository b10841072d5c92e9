/* SPDX-License-Identifier: Apache-2.0
 *
 * corrected: see corrected.h. A correction is known by its entry and the key of its figure: one entry touches a key
 * once.
 */
#include "corrected.h"

#include "buf.h"
#include "explain.h"
#include "indicator.h"

bool corrected_has(const struct correction_list *all, const struct figure_key *key)
{
    for (size_t i = 0; i < all->len; i++)
        if (figure_key_eq(&all->at[i].key, key)) return true;
    return false;
}

static void add_once(struct correction_list *out, struct arena *a, const struct correction *c)
{
    for (size_t i = 0; i < out->len; i++)
        if (out->at[i].entry == c->entry && figure_key_eq(&out->at[i].key, &c->key)) return;
    *vec_push(a, out) = *c;
}

bool corrected_add(struct correction_list *out, struct db *db, struct arena *a, const struct figure_key *key,
                   struct err *err)
{
    struct correction_list all;
    if (!correction_list(&all, db, a, (struct filing_id){0}, key->indicator, key->unit, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (figure_key_eq(&all.at[i].key, key)) add_once(out, a, &all.at[i]);
    return true;
}

bool corrected_open(struct corrected_marks *out, struct db *db, struct arena *a, struct str unit, struct err *err)
{
    *out = (struct corrected_marks){.arena = a};
    return correction_list(&out->all, db, a, (struct filing_id){0}, STR(""), unit, err);
}

bool corrected_mark(struct corrected_marks *m, const struct figure_key *key)
{
    bool found = false;
    for (size_t i = 0; i < m->all.len; i++) {
        if (!figure_key_eq(&m->all.at[i].key, key)) continue;
        found = true;
        add_once(&m->used, m->arena, &m->all.at[i]);
    }
    return found;
}

/* Whether no later correction of the list gave the figure a number again. */
static bool stays_gone(const struct correction_list *all, size_t i)
{
    for (size_t k = i + 1; k < all->len; k++)
        if (figure_key_eq(&all->at[k].key, &all->at[i].key)) return false;
    return true;
}

bool corrected_add_gone(struct correction_list *out, struct db *db, struct arena *a, struct str unit,
                        struct period period, struct err *err)
{
    struct correction_list all;
    if (!correction_list(&all, db, a, (struct filing_id){0}, STR(""), unit, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        const struct correction *c = &all.at[i];
        bool gone = !c->new.figure.n &&stays_gone(&all, i);
        if (!gone || !period_same_time(c->key.period, period)) continue;
        for (size_t k = 0; k <= i; k++)
            if (figure_key_eq(&all.at[k].key, &c->key)) add_once(out, a, &all.at[k]);
    }
    return true;
}

struct str corrected_number(struct arena *a, const struct correction *c, const struct corrected_value *v)
{
    struct figure f = {.key = c->key, .value = v->value, .bound = v->bound, .measure = c->measure};
    if (v->figure.n) return explain_number(a, &f);
    if (v != &c->old || !c->reckoned.known) return STR("không có số");
    f.value = c->reckoned.value;
    f.bound = c->reckoned.bound;
    f.measure = c->reckoned.measure;
    struct buf b = buf_make(1000);
    buf_put(&b, explain_number(a, &f));
    buf_put(&b, STR(" (tính theo công thức khi khóa)"));
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* "2026-06-22T20:00:00Z" is the 23rd in Việt Nam, seven hours before UTC all year. */
static void put_day(struct buf *b, struct str utc)
{
    enum { VIETNAM = 7 };
    struct date day;
    uint64_t hour;
    if (!date_read(&day, str_part(utc, 0, 10)) || !str_to_u64(&hour, str_part(utc, 11, 13), 23)) return;
    if (hour + VIETNAM >= 24) day = date_add_days(day, 1);
    buf_format(b, " ngày %02d/%02d/%04d", day.day, day.month, day.year);
}

static const char *of_aspect(const struct figure_key *k)
{
    switch (k->aspect) {
    case ASPECT_PLAN: return "kế hoạch ";
    case ASPECT_ESTIMATE: return "ước thực hiện ";
    case ASPECT_ACTUAL:
    case ASPECT_COUNT: break;
    }
    return "";
}

struct str corrected_words(struct arena *a, const struct correction *c)
{
    struct buf b = buf_make(4000);
    const struct indicator *i = indicator_find(c->key.indicator);
    buf_put(&b, i ? i->name : c->key.indicator);
    buf_put(&b, STR(", "));
    buf_put_z(&b, of_aspect(&c->key));
    period_write_vi(&b, c->key.period);
    buf_put(&b, STR(": "));
    buf_put(&b, corrected_number(a, c, &c->old));
    buf_put(&b, STR(", nay là "));
    buf_put(&b, corrected_number(a, c, &c->new));
    buf_format(&b, " (báo cáo B%u đã khóa; ", c->filing.n);
    buf_put(&b, c->who);
    buf_put(&b, STR(" đính chính"));
    put_day(&b, c->time);
    buf_put(&b, STR("; lý do: "));
    buf_put(&b, c->reason);
    buf_char(&b, ')');
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * target_rows: see target_rows.h. Days and periods are text, "" when unknown.
 */
#include "target_rows.h"

#include "buf.h"
#include "columns.h"
#include "letters.h"
#include "said.h"

static struct date day_of(const struct db_rows *row, size_t column)
{
    struct date d;
    return date_read(&d, db_column_text(row, column)) ? d : (struct date){0};
}

static bool broken(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

/* --- reading */

static bool load_programmes(struct target_rows *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows row;
    bool right = true;
    if (!db_query(&row, db, SQL_PROGRAMME_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&row)) {
        struct programme *p = vec_push(a, &out->programmes);
        *p = (struct programme){.code = column_text(&row, a, 0),
                                .kind = column_text(&row, a, 1),
                                .name = column_text(&row, a, 2),
                                .parent = column_text(&row, a, 3),
                                .unit = column_text(&row, a, 4),
                                .symbol = column_text(&row, a, 5),
                                .issued = day_of(&row, 6),
                                .issuer = column_text(&row, a, 7)};
        right = column_period(&p->term, &row, 8);
    }
    return db_end(&row, err) && (right || broken(db, "programme", err));
}

static bool target_of(struct kept_target *out, struct arena *a, const struct db_rows *row)
{
    struct target *t = &out->target;
    *out = (struct kept_target){.revision = (uint32_t)db_column_int(row, 1), .entry = db_column_int(row, 16)};
    t->code = column_text(row, a, 0);
    t->programme = column_text(row, a, 2);
    t->name = column_text(row, a, 3);
    t->indicator = column_text(row, a, 4);
    t->measure = column_text(row, a, 6);
    t->clause = column_text(row, a, 13);
    t->since = day_of(row, 14);
    t->source = column_text(row, a, 15);
    return kind_find(&t->kind, db_column_text(row, 5)) &&
           target_comparator_find(&t->comparator, db_column_text(row, 7)) &&
           column_decimal(&t->base, &t->has_base, row, 8) && column_period(&t->base_period, row, 10) &&
           column_decimal(&t->weight, &t->has_weight, row, 11);
}

static struct str revision_key(struct arena *a, struct str code, int64_t revision)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, code);
    buf_char(&b, '\t');
    buf_i64(&b, revision);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static int level_order(const void *a, const void *b)
{
    return period_cmp(((const struct target_level *)a)->period, ((const struct target_level *)b)->period);
}

static bool load_levels(struct target_rows *out, struct map *places, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows row;
    bool right = true;
    if (!db_query(&row, db, SQL_TARGET_LEVEL_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&row)) {
        const uint32_t *at = map_find(places, revision_key(a, db_column_text(&row, 0), db_column_int(&row, 1)));
        struct target_level l = {0};
        right = at && column_period(&l.period, &row, 2) && column_decimal(&l.value, &l.has_value, &row, 3) &&
                column_decimal(&l.max, &l.has_max, &row, 5);
        if (right) *vec_push(a, &out->targets.at[*at].target.levels) = l;
    }
    for (size_t i = 0; i < out->targets.len; i++)
        if (out->targets.at[i].target.levels.len)
            qsort(out->targets.at[i].target.levels.at, out->targets.at[i].target.levels.len,
                  sizeof(struct target_level), level_order);
    return db_end(&row, err) && (right || broken(db, "target_level", err));
}

void target_rows_add(struct target_rows *r, struct arena *a, const struct kept_target *t)
{
    const uint32_t *last = map_find(&r->last, t->target.code);
    struct kept_target *to = vec_push(a, &r->targets);
    *to = *t;
    to->before = last ? *last + 1 : 0;
    map_put(&r->last, a, to->target.code, (uint32_t)r->targets.len - 1);
}

static bool load_targets(struct target_rows *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows row;
    struct map places = {0};
    bool right = true;
    if (!db_query(&row, db, SQL_TARGET_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&row)) {
        struct kept_target t;
        right = target_of(&t, a, &row);
        target_rows_add(out, a, &t);
        map_put(&places, a, revision_key(a, t.target.code, t.revision), (uint32_t)out->targets.len - 1);
    }
    return db_end(&row, err) && (right || broken(db, "target", err)) && load_levels(out, &places, db, a, err);
}

static bool load_judgements(struct target_rows *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows row;
    bool right = true;
    if (!db_query(&row, db, SQL_TARGET_JUDGEMENT_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&row)) {
        struct kept_judgement *g = vec_push(a, &out->judgements);
        *g = (struct kept_judgement){.target = column_text(&row, a, 0),
                                     .reached = db_column_int(&row, 2) != 0,
                                     .evidence = column_text(&row, a, 3),
                                     .who = column_text(&row, a, 4),
                                     .time = column_text(&row, a, 5)};
        right = column_period(&g->period, &row, 1);
        if (!map_find(&out->judged, g->target)) map_put(&out->judged, a, g->target, (uint32_t)out->judgements.len - 1);
    }
    return db_end(&row, err) && (right || broken(db, "target_judgement", err));
}

static bool load_notes(struct target_rows *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows row;
    bool right = true;
    if (!db_query(&row, db, SQL_TARGET_NOTE_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&row)) {
        struct kept_note *n = vec_push(a, &out->notes);
        *n = (struct kept_note){.target = column_text(&row, a, 0),
                                .cause = column_text(&row, a, 2),
                                .remedy = column_text(&row, a, 3),
                                .owner = column_text(&row, a, 4),
                                .due = day_of(&row, 5),
                                .who = column_text(&row, a, 6),
                                .time = column_text(&row, a, 7)};
        right = column_period(&n->period, &row, 1);
        if (!map_find(&out->noted, n->target)) map_put(&out->noted, a, n->target, (uint32_t)out->notes.len - 1);
    }
    return db_end(&row, err) && (right || broken(db, "target_note", err));
}

bool target_rows_load(struct target_rows *out, struct db *db, struct arena *a, struct err *err)
{
    *out = (struct target_rows){0};
    return load_programmes(out, db, a, err) && load_targets(out, db, a, err) && load_judgements(out, db, a, err) &&
           load_notes(out, db, a, err);
}

const struct programme *programme_find(const struct target_rows *r, struct str code)
{
    for (size_t i = 0; i < r->programmes.len; i++)
        if (str_eq(r->programmes.at[i].code, code)) return &r->programmes.at[i];
    for (size_t i = 0; i < r->programmes.len; i++) /* as it was typed */
        if (letters_eq(r->programmes.at[i].code, code)) return &r->programmes.at[i];
    return NULL;
}

const struct kept_target *target_on(const struct target_rows *r, struct str code, struct date day)
{
    const uint32_t *last = map_find(&r->last, code);
    for (uint32_t at = last ? *last + 1 : 0; at; at = r->targets.at[at - 1].before) {
        const struct kept_target *t = &r->targets.at[at - 1];
        if (!date_known(day) || !date_known(t->target.since) || date_cmp(t->target.since, day) <= 0) return t;
    }
    return NULL;
}

const struct kept_note *note_find(const struct target_rows *r, struct str target, struct period p)
{
    const uint32_t *first = map_find(&r->noted, target);
    for (size_t i = first ? *first : r->notes.len; i < r->notes.len && str_eq(r->notes.at[i].target, target); i++)
        if (period_eq(r->notes.at[i].period, p)) return &r->notes.at[i];
    return NULL;
}

/* --- writing */

bool programme_save(struct db *db, struct arena *a, const struct programme *p, int64_t entry, struct err *err)
{
    int64_t place;
    if (!db_get_int(&place, db, SQL_PROGRAMME_COUNT, DB_NO_VALUES, err)) return false;
    return db_run(db, SQL_PROGRAMME_SAVE,
                  DB_VALUES(db_text(p->code), db_text(p->kind), db_text(p->name), db_text(p->parent), db_text(p->unit),
                            db_text(p->symbol), db_text(date_text(a, p->issued)), db_text(p->issuer),
                            db_text(period_text(a, p->term)), db_int(place), db_int(entry)),
                  err);
}

static bool level_save(struct db *db, struct arena *a, const struct kept_target *t, const struct target_level *l,
                       struct err *err)
{
    return db_run(db, SQL_TARGET_LEVEL_INSERT,
                  DB_VALUES(db_text(t->target.code), db_int(t->revision), db_text(period_text(a, l->period)),
                            column_of_coefficient(l->has_value, l->value), column_of_scale(l->has_value, l->value),
                            column_of_coefficient(l->has_max, l->max), column_of_scale(l->has_max, l->max)),
                  err);
}

bool target_save(struct db *db, struct arena *a, const struct kept_target *kept, struct err *err)
{
    int64_t place, revisions;
    const struct target *t = &kept->target;
    if (!db_get_int(&place, db, SQL_TARGET_COUNT, DB_NO_VALUES, err) ||
        !db_get_int(&revisions, db, SQL_TARGET_REVISIONS, DB_VALUES(db_text(t->code)), err))
        return false;
    if (revisions != kept->revision) return broken(db, "target", err);
    bool ok = db_run(db, SQL_TARGET_INSERT,
                     DB_VALUES(db_text(t->code), db_int(kept->revision), db_text(t->programme), db_text(t->name),
                               db_text(t->indicator), db_text(kind_name(t->kind)), db_text(t->measure),
                               db_text(target_comparator_word(t->comparator)),
                               column_of_coefficient(t->has_base, t->base), column_of_scale(t->has_base, t->base),
                               db_text(period_text(a, t->base_period)), column_of_coefficient(t->has_weight, t->weight),
                               column_of_scale(t->has_weight, t->weight), db_text(t->clause),
                               db_text(date_text(a, t->since)), db_text(t->source), db_int(place), db_int(kept->entry)),
                     err);
    for (size_t i = 0; ok && i < t->levels.len; i++) ok = level_save(db, a, kept, &t->levels.at[i], err);
    return ok;
}

bool judgement_save(struct db *db, struct arena *a, const struct kept_judgement *g, int64_t entry, struct err *err)
{
    return db_run(db, SQL_TARGET_JUDGEMENT_SAVE,
                  DB_VALUES(db_text(g->target), db_text(period_text(a, g->period)), db_int(g->reached),
                            db_text(g->evidence), db_int(entry)),
                  err);
}

bool note_save(struct db *db, struct arena *a, const struct kept_note *n, int64_t entry, struct err *err)
{
    return db_run(db, SQL_TARGET_NOTE_SAVE,
                  DB_VALUES(db_text(n->target), db_text(period_text(a, n->period)), db_text(n->cause),
                            db_text(n->remedy), db_text(n->owner), db_text(date_text(a, n->due)), db_int(entry)),
                  err);
}

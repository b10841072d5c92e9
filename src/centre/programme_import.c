/* SPDX-License-Identifier: Apache-2.0
 *
 * programme_import: see programme_import.h. Programmes are taken first, whatever the order of the lines, so that a
 * target may stand above the programme that it belongs to; then what a programme does not say (unit, term) comes from
 * the one above it.
 */
#include "programme_import.h"

#include "buf.h"
#include "target_parse.h"
#include "unit_look.h"

struct importer {
    struct db *db;
    struct arena *arena;
    const struct target_lines *lines;
    const struct programme_import_options *options;
    struct target_rows rows; /* of the record, and what has been taken so far */
    struct programme_import_result *out;
    struct {
        VEC_FIELDS(struct programme);
    } programmes; /* of the file */
    struct {
        VEC_FIELDS(const struct target_line *);
    } lines_of; /* of each of them */
    struct {
        VEC_FIELDS(struct programme);
    } new_programmes;
    struct {
        VEC_FIELDS(struct kept_target);
    } new_targets;
    struct {
        VEC_FIELDS(struct new_unit);
    } units;
    struct err *err;
};

static bool fail_at(struct importer *m, const struct target_line *l, enum err_code code, struct str what)
{
    return fail(m->err, code, m->lines->file, l->place, what);
}

/* --- programmes */

static struct programme *in_file(struct importer *m, struct str code)
{
    for (size_t i = 0; i < m->programmes.len; i++)
        if (str_eq(m->programmes.at[i].code, code)) return &m->programmes.at[i];
    return NULL;
}

static const struct programme *known(struct importer *m, struct str code)
{
    const struct programme *p = in_file(m, code);
    return p ? p : programme_find(&m->rows, code);
}

static bool take_programmes(struct importer *m)
{
    for (size_t i = 0; i < m->lines->len; i++) {
        const struct target_line *l = &m->lines->at[i];
        struct programme p;
        struct str kind;
        if (!target_line_kind(&kind, m->arena, m->lines->file, l, m->err)) return false;
        if (!kind.len) continue;
        if (!target_parse_programme(&p, m->arena, m->lines->file, l, kind, m->err)) return false;
        if (in_file(m, p.code)) return fail_at(m, l, ERR_TARGET_TWICE, p.code);
        *vec_push(m->arena, &m->programmes) = p;
        *vec_push(m->arena, &m->lines_of) = l;
    }
    return true;
}

/* The chain above a programme ends, and hands down what is missing below it. */
static bool inherit(struct importer *m, size_t i)
{
    struct programme *p = &m->programmes.at[i];
    size_t most = m->programmes.len + m->rows.programmes.len;
    const struct programme *above = p;
    for (size_t step = 0; above->parent.len; step++) {
        struct str parent = above->parent;
        above = known(m, parent);
        if (!above) return fail_at(m, m->lines_of.at[i], ERR_TARGET_PARENT, parent);
        if (step > most || str_eq(above->code, p->code))
            return fail_at(m, m->lines_of.at[i], ERR_TARGET_CIRCLE, p->code);
        if (!p->unit.len) p->unit = above->unit;
        if (p->term.kind == PERIOD_NONE) p->term = above->term;
    }
    return p->unit.len || fail_at(m, m->lines_of.at[i], ERR_TARGET_MISSING, target_field_name(TARGET_FIELD_UNIT));
}

/* The unit that was typed, as it was when the document was issued. */
static bool find_unit(struct importer *m, size_t i)
{
    struct programme *p = &m->programmes.at[i];
    struct looked_unit u;
    struct looked_units several;
    struct kept_unit kept;
    struct err why;
    struct date day = date_known(p->issued) ? p->issued : p->term.from;
    if (!unit_look_id(&u, m->db, m->arena, p->unit, m->err)) return false;
    if (!u.id.len && !unit_look_one(&u, &several, m->db, m->arena, p->unit, day, m->options->today, &why))
        return fail_at(m, m->lines_of.at[i], ERR_TARGET_UNIT, p->unit);
    p->unit = u.id;
    if (!unit_load(&kept, m->db, m->arena, u.id, m->err)) return false;
    bool told = kept.code.len > 0;
    for (size_t k = 0; k < m->units.len; k++) told |= str_eq(m->units.at[k].code, u.id);
    if (!told)
        *vec_push(m->arena,
                  &m->units) = (struct new_unit){.code = u.id, .name = u.name, .key = unit_key(m->arena, u.name)};
    return true;
}

static bool same_programme(const struct programme *a, const struct programme *b)
{
    return str_eq(a->kind, b->kind) && str_eq(a->name, b->name) && str_eq(a->parent, b->parent) &&
           str_eq(a->unit, b->unit) && str_eq(a->symbol, b->symbol) && date_cmp(a->issued, b->issued) == 0 &&
           str_eq(a->issuer, b->issuer) && period_eq(a->term, b->term);
}

static bool settle_programmes(struct importer *m)
{
    for (size_t i = 0; i < m->programmes.len; i++)
        if (!inherit(m, i)) return false;
    for (size_t i = 0; i < m->programmes.len; i++) {
        const struct programme *p = &m->programmes.at[i], *old = programme_find(&m->rows, p->code);
        if (!find_unit(m, i)) return false;
        if (old && same_programme(old, p)) continue;
        *vec_push(m->arena, &m->new_programmes) = *p;
        m->out->new_programmes += !old;
        m->out->changed_programmes += old != NULL;
    }
    return true;
}

/* --- targets */

/* The same but for the adjustment, which a table need not repeat. */
static bool same_target(const struct target *t, const struct target *old)
{
    struct target as = *t;
    if (!date_known(t->since)) as.since = old->since;
    if (!t->source.len) as.source = old->source;
    return target_eq(&as, old);
}

static struct str day_text(struct importer *m, struct date d)
{
    struct buf b = buf_make(16);
    date_write(&b, d);
    struct str s = str_copy(m->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool take_target(struct importer *m, const struct target_line *l)
{
    struct target t;
    if (!target_parse_target(&t, m->arena, m->lines->file, l, m->err)) return false;
    if (!known(m, t.programme)) return fail_at(m, l, ERR_TARGET_PARENT, t.programme);
    const struct kept_target *last = target_on(&m->rows, t.code, (struct date){0});
    for (const struct kept_target *old = last; old; old = old->before ? &m->rows.targets.at[old->before - 1] : NULL) {
        if (!same_target(&t, &old->target)) continue;
        return old->entry || fail_at(m, l, ERR_TARGET_TWICE, t.code); /* entry 0: of this file */
    }
    if (last && (!date_known(t.since) || !t.source.len)) return fail_at(m, l, ERR_TARGET_CHANGED, t.code);
    if (last && date_known(last->target.since) && date_cmp(t.since, last->target.since) < 0)
        return fail(m->err, ERR_TARGET_SINCE, m->lines->file, l->place, day_text(m, t.since),
                    day_text(m, last->target.since));
    struct kept_target kept = {.target = t, .revision = last ? last->revision + 1 : 0};
    m->out->new_targets += !last;
    m->out->adjusted_targets += last != NULL;
    target_rows_add(&m->rows, m->arena, &kept); /* *last may move */
    *vec_push(m->arena, &m->new_targets) = kept;
    return true;
}

static bool take_targets(struct importer *m)
{
    for (size_t i = 0; i < m->lines->len; i++) {
        struct str kind;
        if (!target_line_kind(&kind, m->arena, m->lines->file, &m->lines->at[i], m->err)) return false;
        if (kind.len) continue;
        m->out->targets++;
        if (!take_target(m, &m->lines->at[i])) return false;
    }
    return true;
}

static bool import_inside(struct importer *m, const struct author *author)
{
    struct programme_change *c = &m->out->change;
    if (!m->lines->len) return fail(m->err, ERR_TARGET_NONE, m->lines->file);
    if (!target_rows_load(&m->rows, m->db, m->arena, m->err) || !take_programmes(m) || !settle_programmes(m) ||
        !take_targets(m))
        return false;
    m->out->programmes = m->programmes.len;
    *c = (struct programme_change){.file = m->options->by_hand ? STR("") : m->lines->file,
                                   .sha256 = m->options->sha256,
                                   .programmes = m->new_programmes.at,
                                   .programme_count = m->new_programmes.len,
                                   .targets = m->new_targets.at,
                                   .target_count = m->new_targets.len,
                                   .units = m->units.at,
                                   .unit_count = m->units.len};
    if (m->options->dry || (!c->programme_count && !c->target_count)) return true;
    return change_programmes(m->db, m->arena, author, c, m->err);
}

bool programme_import(struct programme_import_result *out, struct db *db, struct arena *a, const struct author *author,
                      const struct target_lines *lines, const struct programme_import_options *o, struct err *err)
{
    struct importer m = {.db = db, .arena = a, .lines = lines, .options = o, .out = out, .err = err};
    *out = (struct programme_import_result){0};
    enum db_transaction kind = o->dry ? DB_TRANSACTION_READ : DB_TRANSACTION_WRITE;
    return db_begin(db, kind, err) && db_finish(db, import_inside(&m, author), err);
}

/* --- what people say */

static bool judge_inside(struct db *db, struct arena *a, const struct author *author, const struct kept_judgement *g,
                         size_t count, struct err *err)
{
    struct target_rows rows;
    if (!target_rows_load(&rows, db, a, err)) return false;
    for (size_t i = 0; i < count; i++) {
        const struct kept_target *t = target_on(&rows, g[i].target, g[i].period.to);
        if (!t) return fail(err, ERR_TARGET_UNKNOWN, g[i].target);
        if (t->target.indicator.len) return fail(err, ERR_TARGET_BY_FIGURE, g[i].target, t->target.indicator);
        if (!g[i].evidence.len) return fail(err, ERR_TARGET_EVIDENCE);
        if (!change_judgement(db, a, author, &g[i], err)) return false;
    }
    return true;
}

bool target_judge_by_hand(struct db *db, struct arena *a, const struct author *author, const struct kept_judgement *g,
                          size_t count, struct err *err)
{
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, judge_inside(db, a, author, g, count, err), err);
}

static bool note_inside(struct kept_note *out, struct db *db, struct arena *a, const struct author *author,
                        const struct kept_note *given, struct err *err)
{
    struct target_rows rows;
    if (!target_rows_load(&rows, db, a, err)) return false;
    if (!target_on(&rows, given->target, given->period.to)) return fail(err, ERR_TARGET_UNKNOWN, given->target);
    const struct kept_note *old = note_find(&rows, given->target, given->period);
    bool any = given->cause.len || given->remedy.len || given->owner.len || date_known(given->due);
    if (!any) return fail(err, ERR_TARGET_NOTE);
    *out = *given;
    if (old && !given->cause.len) out->cause = old->cause;
    if (old && !given->remedy.len) out->remedy = old->remedy;
    if (old && !given->owner.len) out->owner = old->owner;
    if (old && !date_known(given->due)) out->due = old->due;
    return change_note(db, a, author, out, err);
}

bool target_note_add(struct kept_note *out, struct db *db, struct arena *a, const struct author *author,
                     const struct kept_note *given, struct err *err)
{
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, note_inside(out, db, a, author, given, err), err);
}

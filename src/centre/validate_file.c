/* SPDX-License-Identifier: Apache-2.0
 *
 * validate_file: figures of a file before it comes into a record. Limits need no more than indicator and value, so they
 * are asked of every figure. Those that are clear (indicator, unit, period) join a state of the grid of the record,
 * with ids behind those that are given out, and what these take part in is inspected. Last, one cell that is given two
 * values which no rounding makes one.
 *
 * Names are resolved as an import would; units that the record would get have their new codes here as well.
 */
#include "buf.h"
#include "grid_record.h"
#include "resolve.h"
#include "validate_private.h"

#include <stdlib.h>

struct work {
    struct validation *out;
    struct db *db;
    struct arena *arena;
    const struct validate_file *file;
    uint32_t first; /* id of the figure of statement 0 */
    struct {
        VEC_FIELDS(struct cube_figure);
    } figures;
    struct str name; /* of the file: the last part of its path */
};

static struct str last_part(struct str path)
{
    size_t from = path.len;
    while (from && path.ptr[from - 1] != '/') from--;
    return str_from(path, from);
}

static const struct statement *statement_of(const struct work *w, size_t i)
{
    return &w->file->read->reading.at[i];
}

static struct str place_of(struct work *w, size_t i)
{
    const struct statement *s = statement_of(w, i);
    struct str text = w->file->read->document.text.inside, at = STR("");
    if (w->file->book) at = validate_cell_address(w->arena, w->file->book, s->span.start);
    if (at.len) return at;
    struct buf b = buf_make(100);
    int64_t line = 1;
    for (size_t k = 0; k < s->span.start && k < text.len; k++) line += text.ptr[k] == '\n';
    buf_put(&b, STR("dòng "));
    decimal_write(&b, DECIMAL_INT(line));
    at = str_copy(w->arena, buf_str(&b));
    buf_free(&b);
    return at;
}

static void put(struct work *w, struct validated v, size_t statement)
{
    v.statement = statement;
    v.file = w->name;
    v.place = place_of(w, statement);
    v.figure = (struct figure_id){0};
    *vec_push(w->arena, w->out) = v;
}

static struct validated cell_of(const struct statement *s, struct str unit, struct str layer)
{
    const struct figure_statement *f = &s->figure;
    return (struct validated){.indicator = indicator_find(f->indicator),
                              .unit = unit,
                              .unit_name = f->place,
                              .period = f->period,
                              .kind = f->kind,
                              .aspect = f->aspect,
                              .layer = layer,
                              .value = f->value,
                              .measure = f->unit};
}

/* --- limits */

static void judge_range(struct work *w, size_t i, const struct said *said)
{
    const struct figure_statement *f = &said->statement.figure;
    const struct indicator *of = indicator_find(f->indicator);
    struct range r;
    struct grid_cell c = {
        .value = f->value, .max = f->value_max, .has_max = f->has_max, .bound = f->bound, .measure = f->unit};
    if (!of || (f->kind == KIND_LEVEL && !str_eq(f->unit, of->canonical_unit) &&
                !(indicator_counts_by(f->unit) && indicator_counts_by(of->canonical_unit))))
        return;
    range_for(&r, of, f->kind, f->period.kind ? f->period.to : (struct date){0});
    const struct range_limit *l = range_broken(&r, inspect_interval(f->kind, &c, PRINTED_ROUND_NUMBER));
    if (!l) return;
    struct buf b = buf_make(400);
    struct validated v = cell_of(&said->statement, said->unit, said->layer);
    v.severity = l->strength == STRENGTH_HARD ? SEVERITY_CONTRADICTION : SEVERITY_DOUBT;
    v.rule = inspect_rule_name(l->strength == STRENGTH_HARD ? INSPECT_IMPOSSIBLE : INSPECT_IMPLAUSIBLE);
    if (f->kind == KIND_LEVEL) {
        validate_put_number(&b, f->value, f->bound, f->unit, of);
    } else {
        decimal_write_vi(&b, f->value);
        buf_put(&b, STR(" %"));
    }
    v.message = validate_say_range(w->arena, l, of, buf_str(&b));
    buf_free(&b);
    put(w, v, i);
}

/* --- figures with their keys */

static bool said_of(struct said *out, struct work *w, struct resolver *r, size_t i, struct err *err)
{
    *out = (struct said){.statement = *statement_of(w, i)};
    if (!w->file->given) return resolve_said(out, r, err);
    out->unit = w->file->given[i].unit;
    out->layer = w->file->given[i].layer;
    return true;
}

static void add_figure(struct work *w, size_t i, const struct said *said)
{
    const struct figure_statement *f = &said->statement.figure;
    struct kept_statement kept = {.said = *said};
    struct accepted item = {.indicator = f->indicator, .unit = said->unit, .layer = said->layer, .period = f->period};
    if (!said->unit.len || !f->indicator.len || f->period.kind == PERIOD_NONE) return;
    *vec_push(w->arena, &w->figures) = (struct cube_figure){w->first + (uint32_t)i, change_figure(&kept, &item).figure};
}

static bool read_figures(struct work *w, struct err *err)
{
    const struct reading *reading = &w->file->read->reading;
    struct resolver r = resolver_make(w->db, w->arena, reading->date, reading->place);
    for (size_t i = 0; i < reading->len; i++) {
        struct said said;
        if (reading->at[i].kind != STATEMENT_FIGURE) continue;
        if (!said_of(&said, w, &r, i, err)) return false;
        judge_range(w, i, &said);
        add_figure(w, i, &said);
    }
    return true;
}

/* --- beside the record */

/* A finding at a figure of the record, told at one of the file. */
static void move_to(struct validated *v, const struct statement *s)
{
    struct validated at = cell_of(s, v->unit, v->layer);
    at.severity = v->severity;
    at.rule = v->rule;
    at.message = v->message;
    *v = at;
}

static bool inspect_with_record(struct work *w, struct err *err)
{
    struct grid *g;
    struct inspection found;
    struct sum_rules sums = sum_rules_make(w->arena);
    struct inspect_ask q = {.rules = INSPECT_ALL & ~(1u << INSPECT_IMPOSSIBLE | 1u << INSPECT_IMPLAUSIBLE),
                            .sums = &sums,
                            .first_id = w->first};
    if (!grid_of_record(&g, w->db, w->arena, err)) return false;
    struct grid_batch batch = {.figures = w->figures.at, .figure_count = w->figures.len};
    struct grid *with = grid_next(g, &batch);
    bool ok = validate_days(&q.days, &q.day_count, w->db, w->arena, with, (struct period){0}, err);
    if (ok) inspect_grid(&found, w->arena, with, &q);
    struct speaker s = {.db = w->db, .arena = w->arena, .grid = with};
    for (size_t i = 0; ok && i < found.len; i++) {
        struct inspected *f = &found.at[i];
        struct validated v;
        uint32_t id = f->at.cell.id;
        for (size_t k = 0; id < w->first && k < f->other_count; k++) id = f->others[k].cell.id;
        if (id < w->first && f->newest > id) id = f->newest;
        bool sum = f->rule == INSPECT_PARTS || f->rule == INSPECT_UNITS;
        bool mixed = sum && (f->at.cell.id < w->first || f->oldest < w->first);
        ok = speaker_say(&v, &s, f, err);
        if (!ok || id < w->first) continue;
        if (mixed) v.severity = SEVERITY_DOUBT;
        if (id != f->at.cell.id) move_to(&v, statement_of(w, id - w->first));
        v.unit = str_copy(w->arena, v.unit); /* the grid goes */
        v.measure = str_copy(w->arena, v.measure);
        v.layer = str_copy(w->arena, v.layer);
        put(w, v, id - w->first);
    }
    w->out->dropped += ok ? found.dropped : 0;
    grid_drop(with);
    return ok;
}

/* --- one cell twice */

static int by_key(const void *a, const void *b)
{
    const struct cube_figure *x = a, *y = b;
    int c = figure_key_cmp(&x->figure.key, &y->figure.key);
    return c ? c : (x->id > y->id) - (x->id < y->id);
}

static struct interval interval_of(const struct figure *f)
{
    struct grid_cell c = {
        .value = f->value, .max = f->value_max, .has_max = f->has_max, .bound = f->bound, .measure = f->measure};
    return inspect_interval(f->key.kind, &c, PRINTED_ROUND_NUMBER);
}

static void find_twice(struct work *w)
{
    if (w->figures.len == 0) return;
    qsort(w->figures.at, w->figures.len, sizeof *w->figures.at, by_key);
    for (size_t first = 0, i = 1; i < w->figures.len; i++) {
        const struct figure *x = &w->figures.at[first].figure, *y = &w->figures.at[i].figure;
        size_t earlier = w->figures.at[first].id - w->first, later = w->figures.at[i].id - w->first;
        if (!figure_key_eq(&x->key, &y->key)) first = i;
        if (first == i || !str_eq(x->measure, y->measure)) continue;
        if (interval_meets(interval_of(x), interval_of(y))) continue;
        struct validated v = cell_of(statement_of(w, later), y->key.unit, y->key.layer);
        struct buf b = buf_make(1000);
        buf_put(&b, STR("cùng chỉ tiêu, đơn vị, kỳ và loại số mà "));
        buf_put(&b, place_of(w, earlier));
        buf_put(&b, STR(" ghi "));
        decimal_write_vi(&b, x->value);
        buf_put(&b, STR(", ở đây ghi "));
        decimal_write_vi(&b, y->value);
        buf_char(&b, ' ');
        buf_put(&b, y->measure);
        v.rule = STR("twice");
        v.severity = SEVERITY_DOUBT; /* the key was read from words, which may mean two things */
        v.message = str_copy(w->arena, buf_str(&b));
        buf_free(&b);
        put(w, v, later);
    }
}

static int by_statement(const void *a, const void *b)
{
    const struct validated *x = a, *y = b;
    if (x->statement != y->statement) return x->statement < y->statement ? -1 : 1;
    if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
    int c = str_cmp(x->rule, y->rule);
    return c ? c : str_cmp(x->message, y->message);
}

static bool validate_inside(struct work *w, struct err *err)
{
    struct figure_id next;
    if (!figure_next(&next, w->db, err)) return false;
    w->first = next.n;
    return read_figures(w, err) && inspect_with_record(w, err);
}

bool validate_statements(struct validation *out, struct db *db, struct arena *a, const struct validate_file *f,
                         struct err *err)
{
    struct work w = {.out = out, .db = db, .arena = a, .file = f, .name = last_part(f->read->name)};
    *out = (struct validation){0};
    /* One state for all questions; outside a transaction each of many thousand would lock the file by itself. */
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    bool ok = validate_inside(&w, err);
    db_rollback(db);
    if (!ok) return false;
    find_twice(&w);
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_statement);
    return true;
}

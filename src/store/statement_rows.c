/* SPDX-License-Identifier: Apache-2.0
 *
 * statement_rows: see statement_rows.h. A row of statement_view is read column by column in the order in which the view
 * names them; what cannot be read (a name that this program does not know) makes the record broken, never a guess.
 */
#include "statement_rows.h"

#include "columns.h"
#include "value_list.h"

#include <assert.h>
#include <stdlib.h>

static const struct str state_names[] = {
    [STATE_PROPOSED] = STR_INIT("proposed"),
    [STATE_ACCEPTED] = STR_INIT("accepted"),
    [STATE_REJECTED] = STR_INIT("rejected"),
    [STATE_WITHDRAWN] = STR_INIT("withdrawn"),
};
static_assert(sizeof state_names / sizeof *state_names == STATE_COUNT, "a name for every state");

struct str statement_state_name(enum statement_state s)
{
    return state_names[s];
}

bool statement_state_find(enum statement_state *out, struct str name)
{
    for (size_t i = 0; i < STATE_COUNT; i++) {
        if (!str_eq(state_names[i], name)) continue;
        *out = (enum statement_state)i;
        return true;
    }
    return false;
}

/* --- writing --- */

static bool save_figure(struct db *db, struct arena *a, struct statement_id id, const struct said *s, struct err *err)
{
    const struct figure_statement *f = &s->statement.figure;
    struct db_values values = DB_VALUES(
        db_int(id.n), db_int(f->value.coefficient), db_int(f->value.scale),
        column_of_coefficient(f->has_max, f->value_max), column_of_scale(f->has_max, f->value_max),
        column_of_coefficient(f->has_of, f->of), column_of_scale(f->has_of, f->of), db_int(f->heading),
        db_text(kind_name(f->kind)), db_text(bound_name(f->bound)), db_text(aspect_name(f->aspect)),
        db_text(against_text(a, f->against, f->against_period)), db_text(period_text(a, f->period)), db_text(f->unit),
        db_text(f->subject), db_text(f->indicator), db_text(f->place), db_text(f->plan), db_int(f->group),
        db_text(s->unit), db_text(s->layer));
    return db_run(db, SQL_FIGURE_STATEMENT_INSERT, values, err);
}

static bool save_reference(struct db *db, struct arena *a, struct statement_id id, const struct reference_statement *r,
                           struct err *err)
{
    return db_run(db, SQL_REFERENCE_STATEMENT_INSERT,
                  DB_VALUES(db_int(id.n), db_text(r->document_kind), db_text(r->symbol), db_text(r->symbol_norm),
                            db_text(r->issuer), db_text(date_text(a, r->date)), db_text(r->about),
                            r->implements >= 0 ? db_int(r->implements) : db_null()),
                  err);
}

static bool save_directive(struct db *db, struct arena *a, struct statement_id id, const struct directive_statement *d,
                           struct err *err)
{
    return db_run(db, SQL_DIRECTIVE_STATEMENT_INSERT,
                  DB_VALUES(db_int(id.n), db_text(d->who), db_text(d->whom), db_text(d->what), db_text(d->due_words),
                            db_text(period_text(a, d->due))),
                  err);
}

bool statement_save(struct kept_statement *s, struct db *db, struct arena *a, struct err *err)
{
    const struct statement *t = &s->said.statement;
    if (!column_count_id(&s->id.n, db, SQL_STATEMENT_LAST, err)) return false;
    struct db_values values = DB_VALUES(db_int(s->id.n), db_int(s->document.n), db_int(s->reading),
                                        db_text(statement_kind_name(t->kind)), db_text(statement_state_name(s->state)),
                                        db_int(t->span.start), db_int(t->span.end), db_text(t->quote), db_text(t->rule),
                                        s->figure.n ? db_int(s->figure.n) : db_null(), db_int(s->decided));
    if (!db_run(db, SQL_STATEMENT_INSERT, values, err)) return false;
    switch (t->kind) {
    case STATEMENT_FIGURE: return save_figure(db, a, s->id, &s->said, err);
    case STATEMENT_REFERENCE: return save_reference(db, a, s->id, &t->reference, err);
    case STATEMENT_DIRECTIVE: return save_directive(db, a, s->id, &t->directive, err);
    }
    return false;
}

/* A portion of what was decided, in which no id stands twice. */
static bool decide(struct db *db, const struct statement_id *ids, const struct figure_id *figures, size_t count,
                   enum statement_state state, int64_t entry, struct err *err)
{
    struct value_list list = {0};
    for (size_t i = 0; i < count; i++) {
        value_list_row(&list);
        value_list_int(&list, ids[i].n);
        if (figures && figures[i].n)
            value_list_int(&list, figures[i].n);
        else
            value_list_null(&list);
    }
    bool ok = db_run(db, SQL_STATEMENT_DECIDE,
                     DB_VALUES(value_list_end(&list), db_text(statement_state_name(state)), db_int(entry)), err);
    value_list_free(&list);
    return ok;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Whether an id stands in a list twice: then which row counts would be the engine's choice. */
static bool has_twice(const struct statement_id *ids, size_t count)
{
    struct arena *a = arena_make(SIZE_MAX);
    uint32_t *sorted = arena_array(a, uint32_t, count);
    bool twice = false;
    for (size_t i = 0; i < count; i++) sorted[i] = ids[i].n;
    qsort(sorted, count, sizeof *sorted, by_number);
    for (size_t i = 1; i < count; i++) twice |= sorted[i] == sorted[i - 1];
    arena_close(a);
    return twice;
}

bool statement_decide(struct db *db, const struct statement_id *ids, const struct figure_id *figures, size_t count,
                      enum statement_state state, int64_t entry, struct err *err)
{
    for (size_t from = 0, n; from < count; from += n) {
        n = count - from < VALUE_LIST_ROWS ? count - from : VALUE_LIST_ROWS;
        if (has_twice(ids + from, n)) n = 1;
        if (!decide(db, ids + from, figures ? figures + from : NULL, n, state, entry, err)) return false;
    }
    return true;
}

bool statement_withdraw(struct db *db, const struct id_list *ids, int64_t entry, struct err *err)
{
    struct value_list list = {0};
    for (size_t i = 0; i < ids->len; i++) {
        value_list_row(&list);
        value_list_int(&list, ids->at[i]);
    }
    bool ok = ids->len == 0 || db_run(db, SQL_STATEMENT_WITHDRAW, DB_VALUES(value_list_end(&list), db_int(entry)), err);
    value_list_free(&list);
    return ok;
}

/* --- reading --- */

/* Columns of statement_view, in its order. */
enum {
    S_ID,
    S_DOCUMENT,
    S_READING,
    S_KIND,
    S_STATE,
    S_FIRST,
    S_LAST,
    S_QUOTE,
    S_RULE,
    S_FIGURE,
    S_DECIDED,
    F_VALUE,
    F_VALUE_SCALE,
    F_MAX,
    F_MAX_SCALE,
    F_OF,
    F_OF_SCALE,
    F_HEADING,
    F_KIND,
    F_BOUND,
    F_ASPECT,
    F_AGAINST,
    F_PERIOD,
    F_MEASURE,
    F_SUBJECT,
    F_INDICATOR,
    F_PLACE,
    F_PLAN,
    F_CLAUSE,
    F_UNIT,
    F_LAYER,
    R_KIND,
    R_SYMBOL,
    R_SYMBOL_NORM,
    R_ISSUER,
    R_DATE,
    R_ABOUT,
    R_IMPLEMENTS,
    D_WHO,
    D_WHOM,
    D_WHAT,
    D_DUE_WORDS,
    D_DUE
};

static bool figure_of(struct said *s, struct arena *a, const struct db_rows *row)
{
    struct figure_statement *f = &s->statement.figure;
    bool has_value;
    f->heading = db_column_int(row, F_HEADING) != 0;
    f->unit = column_text(row, a, F_MEASURE);
    f->subject = column_text(row, a, F_SUBJECT);
    f->indicator = column_text(row, a, F_INDICATOR);
    f->place = column_text(row, a, F_PLACE);
    f->plan = column_text(row, a, F_PLAN);
    f->group = (uint32_t)db_column_int(row, F_CLAUSE);
    s->unit = column_text(row, a, F_UNIT);
    s->layer = column_text(row, a, F_LAYER);
    return column_decimal(&f->value, &has_value, row, F_VALUE) && has_value &&
           column_decimal(&f->value_max, &f->has_max, row, F_MAX) && column_decimal(&f->of, &f->has_of, row, F_OF) &&
           kind_find(&f->kind, db_column_text(row, F_KIND)) && bound_find(&f->bound, db_column_text(row, F_BOUND)) &&
           aspect_find(&f->aspect, db_column_text(row, F_ASPECT)) &&
           against_read(&f->against, &f->against_period, db_column_text(row, F_AGAINST)) &&
           column_period(&f->period, row, F_PERIOD);
}

static bool reference_of(struct reference_statement *r, struct arena *a, const struct db_rows *row)
{
    struct str date = db_column_text(row, R_DATE);
    *r = (struct reference_statement){
        .document_kind = column_text(row, a, R_KIND),
        .symbol = column_text(row, a, R_SYMBOL),
        .symbol_norm = column_text(row, a, R_SYMBOL_NORM),
        .issuer = column_text(row, a, R_ISSUER),
        .about = column_text(row, a, R_ABOUT),
        .implements = db_column_type(row, R_IMPLEMENTS) == DB_NULL ? -1 : (int32_t)db_column_int(row, R_IMPLEMENTS),
    };
    return date.len == 0 || date_read(&r->date, date);
}

static bool directive_of(struct directive_statement *d, struct arena *a, const struct db_rows *row)
{
    *d = (struct directive_statement){
        .who = column_text(row, a, D_WHO),
        .whom = column_text(row, a, D_WHOM),
        .what = column_text(row, a, D_WHAT),
        .due_words = column_text(row, a, D_DUE_WORDS),
    };
    return column_period(&d->due, row, D_DUE);
}

static bool row_of(struct kept_statement *out, struct arena *a, const struct db_rows *row)
{
    struct statement *t = &out->said.statement;
    *out = (struct kept_statement){
        .id = {(uint32_t)db_column_int(row, S_ID)},
        .document = {(uint32_t)db_column_int(row, S_DOCUMENT)},
        .reading = (uint32_t)db_column_int(row, S_READING),
        .figure = {(uint32_t)db_column_int(row, S_FIGURE)},
        .decided = db_column_int(row, S_DECIDED),
    };
    t->span = (struct span){.start = (uint32_t)db_column_int(row, S_FIRST),
                            .end = (uint32_t)db_column_int(row, S_LAST)};
    t->quote = column_text(row, a, S_QUOTE);
    t->rule = column_text(row, a, S_RULE);
    if (!statement_kind_find(&t->kind, db_column_text(row, S_KIND)) ||
        !statement_state_find(&out->state, db_column_text(row, S_STATE)))
        return false;
    switch (t->kind) {
    case STATEMENT_FIGURE: return figure_of(&out->said, a, row);
    case STATEMENT_REFERENCE: return reference_of(&t->reference, a, row);
    case STATEMENT_DIRECTIVE: return directive_of(&t->directive, a, row);
    }
    return false;
}

static bool list(struct statement_list *out, struct db *db, struct arena *a, enum sql sql, struct db_values values,
                 struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct statement_list){0};
    if (!db_query(&rows, db, sql, values, err)) return false;
    while (right && db_next(&rows)) right = row_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("statement"));
}

static bool fail_missing(struct db *db, struct statement_id id, struct err *err)
{
    char room[16];
    int len = snprintf(room, sizeof room, "S%u", (unsigned)id.n);
    return fail(err, ERR_STATEMENT_MISSING, db_where(db), (struct str){room, (size_t)len});
}

bool statement_load(struct kept_statement *out, struct db *db, struct arena *a, struct statement_id id, struct err *err)
{
    struct statement_list found;
    if (!list(&found, db, a, SQL_STATEMENT_LOAD, DB_VALUES(db_int(id.n)), err)) return false;
    if (found.len == 0) return fail_missing(db, id, err);
    *out = found.at[0];
    return true;
}

/* Of a list in the order of ids; NULL when it is not there. */
static const struct kept_statement *of_id(const struct statement_list *list, struct statement_id id)
{
    size_t low = 0, high = list->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->at[middle].id.n < id.n)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->len && list->at[low].id.n == id.n ? &list->at[low] : NULL;
}

bool statement_load_all(struct statement_list *out, struct db *db, struct arena *a, const struct statement_id *ids,
                        size_t count, struct err *err)
{
    *out = (struct statement_list){0};
    for (size_t from = 0, n; from < count; from += n) {
        struct value_list asked = {0};
        struct statement_list found;
        n = count - from < VALUE_LIST_ROWS ? count - from : VALUE_LIST_ROWS;
        for (size_t i = from; i < from + n; i++) {
            value_list_row(&asked);
            value_list_int(&asked, ids[i].n);
        }
        bool ok = list(&found, db, a, SQL_STATEMENT_OF_IDS, DB_VALUES(value_list_end(&asked)), err);
        value_list_free(&asked);
        for (size_t i = from; ok && i < from + n; i++) {
            const struct kept_statement *s = of_id(&found, ids[i]);
            ok = s || fail_missing(db, ids[i], err);
            if (ok) *vec_push(a, out) = *s;
        }
        if (!ok) return false;
    }
    return true;
}

bool statement_list(struct statement_list *out, struct db *db, struct arena *a, const struct statement_filter *filter,
                    struct err *err)
{
    int64_t first = filter->document.n, last = filter->document.n ? filter->document.n : UINT32_MAX;
    int64_t most = filter->most ? (int64_t)filter->most : INT64_MAX;
    struct db_values values = DB_VALUES(db_int(first), db_int(last),
                                        filter->by_state ? db_text(statement_state_name(filter->state)) : db_null(),
                                        filter->by_kind ? db_text(statement_kind_name(filter->kind)) : db_null(),
                                        db_int(filter->after.n), db_int(most));
    return list(out, db, a, SQL_STATEMENT_LIST, values, err);
}

bool statement_list_waiting(struct statement_list *out, struct db *db, struct arena *a, struct document_id document,
                            struct statement_id after, uint64_t most, struct err *err)
{
    int64_t last = document.n ? document.n : UINT32_MAX;
    return list(out, db, a, SQL_DIRECTIVE_WAITING,
                DB_VALUES(db_int(document.n), db_int(last), db_int(after.n), db_int((int64_t)most)), err);
}

bool statement_list_of_text(struct statement_list *out, struct db *db, struct arena *a, struct document_id document,
                            struct digest text, struct err *err)
{
    struct digest_text hex = digest_text(text);
    return list(out, db, a, SQL_STATEMENT_OF_TEXT, DB_VALUES(db_int(document.n), db_text(digest_str(&hex))), err);
}

bool statement_list_of_figure(struct statement_list *out, struct db *db, struct arena *a, struct figure_id figure,
                              struct err *err)
{
    return list(out, db, a, SQL_FIGURE_SOURCES, DB_VALUES(db_int(figure.n)), err);
}

bool statement_ids_proposed(struct id_list *out, struct db *db, struct arena *a, struct document_id document,
                            struct err *err)
{
    struct db_rows rows;
    *out = (struct id_list){0};
    if (!db_query(&rows, db, SQL_STATEMENT_PROPOSED_OF, DB_VALUES(db_int(document.n)), err)) return false;
    while (db_next(&rows)) *vec_push(a, out) = (uint32_t)db_column_int(&rows, 0);
    return db_end(&rows, err);
}

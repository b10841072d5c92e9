/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_rows: see filing_rows.h. Days are text, "" when unknown; words are those of the domain.
 */
#include "filing_rows.h"

#include "buf.h"
#include "columns.h"
#include "said.h"

static struct date day_of(struct str text)
{
    struct date d;
    return date_read(&d, text) ? d : (struct date){0};
}

static bool fail_row(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

/* --- definitions */

bool definition_save(struct db *db, struct arena *a, const struct report_definition *d, int64_t entry, struct err *err)
{
    struct buf every = buf_make(200);
    report_every_write(&every, d->every);
    bool ok = db_run(db, SQL_REPORT_DEFINITION_PUT,
                     DB_VALUES(db_text(d->code), db_text(date_text(a, d->from)), db_text(date_text(a, d->to)),
                               db_text(d->name), db_text(d->window), db_text(buf_str(&every)),
                               db_text(unit_kind_word(d->sender)), db_text(d->receiver), db_text(d->due),
                               db_text(weekend_rule_word(d->weekend)), db_text(late_rule_word(d->late)),
                               db_text(d->indicators), db_text(d->required), db_text(d->citation), db_text(d->note),
                               db_int(entry)),
                     err);
    buf_free(&every);
    return ok;
}

static bool definition_of(struct report_definition *d, struct arena *a, const struct db_rows *row)
{
    *d = (struct report_definition){
        .code = column_text(row, a, 0),
        .from = day_of(db_column_text(row, 1)),
        .to = day_of(db_column_text(row, 2)),
        .name = column_text(row, a, 3),
        .window = column_text(row, a, 4),
        .receiver = column_text(row, a, 7),
        .due = column_text(row, a, 8),
        .indicators = column_text(row, a, 11),
        .required = column_text(row, a, 12),
        .citation = column_text(row, a, 13),
        .note = column_text(row, a, 14),
    };
    return report_every_read(&d->every, db_column_text(row, 5)) && unit_kind_read(&d->sender, db_column_text(row, 6)) &&
           weekend_rule_read(&d->weekend, db_column_text(row, 9)) && late_rule_read(&d->late, db_column_text(row, 10));
}

bool definition_list(struct definition_list *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct definition_list){0};
    if (!db_query(&rows, db, SQL_REPORT_DEFINITION_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) right = definition_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "report_definition", err);
}

/* --- who must send */

bool requirement_save(struct db *db, struct arena *a, const struct kept_requirement *r, int64_t entry, struct err *err)
{
    return db_run(db, SQL_FILING_REQUIREMENT_PUT,
                  DB_VALUES(db_text(r->definition), db_text(r->unit), db_text(r->below ? STR("below") : STR("unit")),
                            db_text(r->due), db_text(date_text(a, r->from)), db_text(date_text(a, r->to)),
                            db_text(r->source), db_int(entry)),
                  err);
}

bool requirement_list(struct requirement_list *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    *out = (struct requirement_list){0};
    if (!db_query(&rows, db, SQL_FILING_REQUIREMENT_ALL, DB_NO_VALUES, err)) return false;
    while (db_next(&rows))
        *vec_push(a, out) = (struct kept_requirement){
            .definition = column_text(&rows, a, 0),
            .unit = column_text(&rows, a, 1),
            .below = str_eq(db_column_text(&rows, 2), STR("below")),
            .due = column_text(&rows, a, 3),
            .from = day_of(db_column_text(&rows, 4)),
            .to = day_of(db_column_text(&rows, 5)),
            .source = column_text(&rows, a, 6),
        };
    return db_end(&rows, err);
}

/* --- reports */

bool filing_next(struct filing_id *out, struct db *db, struct err *err)
{
    return column_next_id(&out->n, db, SQL_FILING_LAST, err);
}

bool filing_save(struct db *db, struct arena *a, const struct kept_filing *f, const struct filing_cell *cells,
                 size_t cell_count, struct err *err)
{
    if (!db_run(db, SQL_FILING_INSERT,
                DB_VALUES(db_int(f->id.n), db_text(f->definition), db_text(f->name), db_text(f->unit),
                          db_text(period_text(a, f->period)), db_text(date_text(a, f->first)),
                          db_text(date_text(a, f->last)), db_text(date_text(a, f->due)),
                          db_text(late_rule_word(f->late)), db_text(f->times), db_text(f->stock_times),
                          db_text(filing_state_word(f->state)), db_int(f->entry)),
                err))
        return false;
    for (size_t i = 0; i < cell_count; i++)
        if (!db_run(db, SQL_FILING_CELL_INSERT,
                    DB_VALUES(db_int(f->id.n), db_int((int64_t)i), db_text(cells[i].indicator),
                              db_int(cells[i].required), db_int(cells[i].stock)),
                    err))
            return false;
    return true;
}

static bool filing_of(struct kept_filing *f, struct arena *a, const struct db_rows *row)
{
    *f = (struct kept_filing){
        .id = {(uint32_t)db_column_int(row, 0)},
        .definition = column_text(row, a, 1),
        .name = column_text(row, a, 2),
        .unit = column_text(row, a, 3),
        .first = day_of(db_column_text(row, 5)),
        .last = day_of(db_column_text(row, 6)),
        .due = day_of(db_column_text(row, 7)),
        .times = column_text(row, a, 9),
        .stock_times = column_text(row, a, 10),
        .entry = db_column_int(row, 12),
    };
    return column_period(&f->period, row, 4) && late_rule_read(&f->late, db_column_text(row, 8)) &&
           filing_state_read(&f->state, db_column_text(row, 11));
}

static struct db_value text_or_null(struct str s)
{
    return s.len ? db_text(s) : db_null();
}

bool filing_list(struct filing_list *out, struct db *db, struct arena *a, const struct filing_filter *f,
                 struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct filing_list){0};
    if (!db_query(&rows, db, SQL_FILING_LIST,
                  DB_VALUES(f->id.n ? db_int(f->id.n) : db_null(), text_or_null(f->definition), text_or_null(f->unit),
                            text_or_null(period_text(a, f->period))),
                  err))
        return false;
    while (right && db_next(&rows)) right = filing_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "filing", err);
}

bool filing_load(struct kept_filing *out, struct db *db, struct arena *a, struct filing_id id, struct err *err)
{
    struct filing_list list;
    struct buf b = buf_make(16);
    if (!filing_list(&list, db, a, &(struct filing_filter){.id = id}, err)) return false;
    if (list.len) {
        *out = list.at[0];
        return true;
    }
    filing_id_write(&b, id);
    bool ok = fail(err, ERR_FILING_MISSING, buf_str(&b));
    buf_free(&b);
    return ok;
}

bool filing_cells(struct cell_list *out, struct db *db, struct arena *a, struct filing_id id, struct err *err)
{
    struct db_rows rows;
    *out = (struct cell_list){0};
    if (!db_query(&rows, db, SQL_FILING_CELLS, DB_VALUES(db_int(id.n)), err)) return false;
    while (db_next(&rows))
        *vec_push(a, out) = (struct filing_cell){.indicator = column_text(&rows, a, 0),
                                                 .required = db_column_int(&rows, 1) != 0,
                                                 .stock = db_column_int(&rows, 2) != 0};
    return db_end(&rows, err);
}

/* --- steps */

bool filing_event_save(struct db *db, struct arena *a, const struct filing_event *e, struct err *err)
{
    struct db_rows rows;
    int64_t step = 0;
    if (!db_query(&rows, db, SQL_FILING_EVENT_LAST, DB_VALUES(db_int(e->filing.n)), err)) return false;
    if (db_next(&rows) && db_column_type(&rows, 0) == DB_INT) step = db_column_int(&rows, 0) + 1;
    if (!db_end(&rows, err)) return false;
    return db_run(db, SQL_FILING_EVENT_INSERT,
                  DB_VALUES(db_int(e->filing.n), db_int(step), db_text(filing_state_word(e->state)),
                            db_text(date_text(a, e->day)), db_int(e->said), db_text(e->note), db_int(e->entry)),
                  err) &&
           db_run(db, SQL_FILING_SET_STATE, DB_VALUES(db_int(e->filing.n), db_text(filing_state_word(e->state))), err);
}

bool filing_events(struct event_list *out, struct db *db, struct arena *a, struct filing_id id, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct event_list){0};
    if (!db_query(&rows, db, SQL_FILING_EVENTS, DB_VALUES(id.n ? db_int(id.n) : db_null()), err)) return false;
    while (right && db_next(&rows)) {
        struct filing_event *e = vec_push(a, out);
        *e = (struct filing_event){
            .filing = {(uint32_t)db_column_int(&rows, 0)},
            .day = day_of(db_column_text(&rows, 2)),
            .said = db_column_int(&rows, 3) != 0,
            .note = column_text(&rows, a, 4),
            .entry = db_column_int(&rows, 5),
            .who = column_text(&rows, a, 6),
            .time = column_text(&rows, a, 7),
        };
        right = filing_state_read(&e->state, db_column_text(&rows, 1));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "filing_event", err);
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_export: see matter_export.h.
 */
#include "matter_export.h"

#include "buf.h"
#include "matter_enter.h"
#include "matter_part.h"
#include "said.h"

/* In this order; then the fields. */
static const enum matter_cell CELLS[] = {
    CELL_NUMBER,      CELL_TITLE,  CELL_UNIT,  CELL_STATE,    CELL_OPENED,   CELL_ENDED,  CELL_SINCE,    CELL_DUE,
    CELL_APPOINTMENT, CELL_PERSON, CELL_GIVER, CELL_FOLLOWER, CELL_DOCUMENT, CELL_CLAUSE, CELL_PRIORITY, CELL_SECRECY};
enum { CELL_COUNT = sizeof CELLS / sizeof *CELLS };

static struct str moment_text(struct arena *a, struct moment m)
{
    struct buf b = buf_make(32);
    if (date_known(m.day)) moment_write(&b, m);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* With its minute, where the clock began then. */
static struct str opened_text(struct arena *a, const struct kept_matter *m)
{
    struct matter_clock c;
    bool same = m->clock.len && matter_clock_read(&c, m->clock) && date_cmp(c.from.day, m->opened) == 0;
    return same ? moment_text(a, c.from) : date_text(a, m->opened);
}

static struct str cell_of(struct arena *a, const struct kept_matter *m, enum matter_cell cell)
{
    switch (cell) {
    case CELL_NUMBER: return m->number;
    case CELL_TITLE: return m->title;
    case CELL_UNIT: return m->unit;
    case CELL_STATE: return m->state;
    case CELL_OPENED: return opened_text(a, m);
    case CELL_ENDED: return moment_text(a, m->end);
    case CELL_SINCE: return date_text(a, m->since);
    case CELL_DUE: return m->due;
    case CELL_APPOINTMENT: return m->appointment;
    case CELL_PERSON: return m->person;
    case CELL_GIVER: return m->giver;
    case CELL_FOLLOWER: return m->follower;
    case CELL_DOCUMENT: return m->document;
    case CELL_CLAUSE: return m->clause;
    case CELL_PRIORITY: return m->priority;
    case CELL_SECRECY: return m->secrecy;
    case CELL_CLOCK:
    case CELL_FROM:
    case CELL_LINE:
    case MATTER_CELLS: break;
    }
    return STR("");
}

/* The fields that go out. */
static size_t fields_of(const struct kind_field **out, const struct matter_kind *k, bool persons)
{
    size_t n = 0;
    for (size_t i = 0; i < k->field_count; i++)
        if (persons || k->fields[i].type != MATTER_FIELD_PERSON) out[n++] = &k->fields[i];
    return n;
}

bool matter_export(const struct matter_export_wish *w, struct db *db, struct arena *a,
                   bool (*take)(void *self, const struct matter_export_row *row, struct err *err), void *self,
                   struct err *err)
{
    struct known_kind kind;
    const struct kind_field *fields[MATTER_PART_COLUMNS];
    struct str names[MATTER_PART_COLUMNS], cells[MATTER_PART_COLUMNS];
    struct db_rows rows;
    bool right = true;
    if (!known_kind(&kind, db, a, w->kind, err)) return false;
    struct matter_export_row row = {.names = names, .len = CELL_COUNT + fields_of(fields, &kind.kind, w->persons)};
    for (size_t i = 0; i < row.len; i++)
        names[i] = i < CELL_COUNT ? matter_cell_name(&kind.kind, CELLS[i]) : fields[i - CELL_COUNT]->word;
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    bool ok = take(self, &row, err) &&
              db_query(&rows, db, SQL_MATTERS_OF_KIND,
                       DB_VALUES(db_text(w->kind), w->unit.len ? db_text(w->unit) : db_null()), err);
    row.at = cells;
    while (ok && right && db_next(&rows)) {
        struct kept_matter m;
        struct arena_mark mark = arena_mark(a);
        right = matter_row_read(&m, a, &rows);
        for (size_t i = 0; i < row.len; i++) {
            const struct name_value *v = i < CELL_COUNT ? NULL
                                                        : name_value_find(&m.fields, fields[i - CELL_COUNT]->word);
            cells[i] = i < CELL_COUNT ? cell_of(a, &m, CELLS[i]) : v ? v->value : STR("");
        }
        ok = right && take(self, &row, err);
        arena_reset(a, mark);
    }
    if (!right) fail(err, ERR_RECORD_BROKEN, db_where(db), STR("matter"));
    struct err ended;
    if (ok && !db_end(&rows, &ended)) {
        *err = ended;
        ok = false;
    }
    db_rollback(db);
    return ok && right;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * board_counts: how often the matters of a list were chased, reminded and sent back (matter_chase.h). Two questions for
 * a whole page; which states say that something was sent back the kind of each matter knows.
 */
#include "kind_cache.h"
#include "matter_chase.h"
#include "value_list.h"

#include <stdlib.h>

struct counting {
    struct board_matter **rows; /* by id */
    size_t count;
    struct db *db;
    struct arena *arena;
    struct kind_cache kinds;
    struct err *err;
};

static int by_id(const void *x, const void *y)
{
    const struct board_matter *a = *(struct board_matter *const *)x, *b = *(struct board_matter *const *)y;
    return a->matter.id.n < b->matter.id.n ? -1 : a->matter.id.n > b->matter.id.n;
}

static struct board_matter *row_of(const struct counting *c, int64_t id)
{
    size_t low = 0, high = c->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((int64_t)c->rows[middle]->matter.id.n < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->count && (int64_t)c->rows[low]->matter.id.n == id ? c->rows[low] : NULL;
}

struct step_count {
    struct board_matter *row;
    struct str state; /* "": chases */
    uint32_t n;
};
struct step_counts {
    VEC_FIELDS(struct step_count);
};

/* The rows of a question are taken first: reading a kind asks the record too. */
static bool ask(struct step_counts *out, struct counting *c, enum sql sql, struct db_value ids)
{
    struct db_rows rows;
    bool steps = sql == SQL_MATTER_STEP_COUNTS;
    *out = (struct step_counts){0};
    if (!db_query(&rows, c->db, sql, DB_VALUES(ids), c->err)) return false;
    while (db_next(&rows)) {
        struct board_matter *row = row_of(c, db_column_int(&rows, 0));
        bool move = steps && str_eq(db_column_text(&rows, 1), matter_event_word(MATTER_EVENT_MOVE));
        struct str state = move ? str_copy(c->arena, db_column_text(&rows, 2)) : STR("");
        if (row)
            *vec_push(c->arena, out) = (struct step_count){row, state, (uint32_t)db_column_int(&rows, steps ? 3 : 1)};
    }
    return db_end(&rows, c->err);
}

static bool count_steps(struct counting *c, struct db_value ids)
{
    struct step_counts all;
    if (!ask(&all, c, SQL_MATTER_STEP_COUNTS, ids)) return false;
    for (size_t i = 0; i < all.len; i++) {
        const struct step_count *n = &all.at[i];
        const struct matter_kind *k;
        if (!n->state.len) {
            n->row->chases = n->n;
            continue;
        }
        if (!kind_cached(&k, &c->kinds, c->db, c->arena, &n->row->matter, c->err)) return false;
        const struct kind_state *s = kind_state_find(k, n->state);
        if (s && s->returned) n->row->returns += n->n;
    }
    return true;
}

static bool count_told(struct counting *c, struct db_value ids)
{
    struct step_counts all;
    if (!ask(&all, c, SQL_MATTER_TOLD_COUNTS, ids)) return false;
    for (size_t i = 0; i < all.len; i++) all.at[i].row->reminders = all.at[i].n;
    return true;
}

bool board_counts(struct board_matter *const *rows, size_t count, struct db *db, struct arena *a, struct err *err)
{
    struct counting c = {.count = count, .db = db, .arena = a, .err = err};
    struct value_list list = {0};
    if (!count) return true;
    c.rows = arena_array(a, struct board_matter *, count);
    for (size_t i = 0; i < count; i++) {
        c.rows[i] = rows[i];
        rows[i]->returns = rows[i]->chases = rows[i]->reminders = 0;
        value_list_row(&list);
        value_list_int(&list, rows[i]->matter.id.n);
    }
    qsort(c.rows, count, sizeof *c.rows, by_id);
    struct db_value ids = value_list_end(&list);
    bool ok = count_steps(&c, ids) && count_told(&c, ids);
    value_list_free(&list);
    return ok;
}

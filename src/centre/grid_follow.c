/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_follow: see grid_follow.h. Ids of figures go up, of rows and loads alike, so what is new is what has a greater
 * id; that nothing else became of the older ones the kinds of the entries say.
 */
#include "grid_follow.h"

#include "figure_rows.h"
#include "grid_record.h"
#include "office_indicators.h"

struct grid_follow grid_follow_open(void)
{
    return (struct grid_follow){.grid = grid_open()};
}

void grid_follow_close(struct grid_follow *f)
{
    grid_drop(f->grid);
    f->grid = NULL;
}

/* Entries that add and take nothing away. */
static bool only_adds(struct str kind)
{
    static const struct str KINDS[] = {STR_INIT("import"), STR_INIT("accept"),  STR_INIT("load"),
                                       STR_INIT("unit"),   STR_INIT("lineage"), STR_INIT("indicator")};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_eq(kind, KINDS[i])) return true;
    return false;
}

static bool touches_units(struct str kind)
{
    return !str_eq(kind, STR("accept")) && !str_eq(kind, STR("reject"));
}

/* What is new, or all of it, as the entries say. */
static bool take(struct followed *out, struct grid_follow *f, struct db *db, struct err *err)
{
    struct grid *next;
    struct figure_id id;
    bool declared = false;
    out->again = f->entry == 0;
    for (size_t i = 0; i < out->entries.len; i++) {
        out->again |= !only_adds(out->entries.at[i].kind);
        out->units |= touches_units(out->entries.at[i].kind);
        declared |= str_eq(out->entries.at[i].kind, STR("indicator"));
    }
    if (declared && !office_indicators_use(db, err)) return false;
    if (!figure_next(&id, db, err)) return false;
    struct arena *scratch = arena_make(SIZE_MAX);
    bool ok = out->again ? grid_of_record(&next, db, scratch, err) : grid_add_after(&next, f->grid, db, f->id, err);
    if (ok) {
        if (out->again) next = grid_hold(next); /* the scratch lets go of its own */
        grid_drop(f->grid);
        f->grid = next;
        f->id.n = id.n - 1;
        f->entry = out->entries.at[out->entries.len - 1].seq;
    }
    arena_close(scratch);
    return ok;
}

/* A record that has fewer entries than we have seen is another one, or a standby that is behind. */
static bool is_behind(bool *behind, const struct grid_follow *f, struct db *db, struct err *err)
{
    struct checkpoint head;
    if (!journal_head(&head, db, err)) return false;
    *behind = (int64_t)head.size < f->entry;
    return true;
}

static bool step(struct followed *out, struct grid_follow *f, struct db *db, struct arena *a, struct err *err)
{
    bool behind;
    if (!is_behind(&behind, f, db, err)) return false;
    if (behind) f->entry = 0;
    if (!journal_list_after(&out->entries, db, a, f->entry, err)) return false;
    return out->entries.len == 0 || take(out, f, db, err);
}

bool grid_follow_step(struct followed *out, struct grid_follow *f, struct db *db, struct arena *a, struct err *err)
{
    *out = (struct followed){0};
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    bool ok = step(out, f, db, a, err);
    db_rollback(db);
    return ok;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * load_rows: see load_rows.h. The bytes of a part are hashed every time they are read, as all content is.
 */
#include "load_rows.h"

#include "columns.h"
#include "content.h"

static bool load_of(struct kept_load *out, struct arena *a, const struct db_rows *row)
{
    *out = (struct kept_load){
        .id = (uint32_t)db_column_int(row, 0),
        .name = column_text(row, a, 1),
        .size = (uint64_t)db_column_int(row, 3),
        .first = (uint32_t)db_column_int(row, 4),
        .count = (uint32_t)db_column_int(row, 5),
        .undone = db_column_int(row, 6),
        .entry = db_column_int(row, 7),
        .who = column_text(row, a, 8),
        .time = column_text(row, a, 9),
        .map = column_text(row, a, 10),
    };
    return digest_read(&out->file, db_column_text(row, 2));
}

bool load_list(struct load_list *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct load_list){0};
    if (!db_query(&rows, db, SQL_LOAD_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) right = load_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("load"));
}

bool load_part_list(struct load_part_rows *out, struct db *db, struct arena *a, uint32_t load, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct load_part_rows){0};
    if (!db_query(&rows, db, SQL_LOAD_PARTS, DB_VALUES(db_int(load)), err)) return false;
    while (right && db_next(&rows)) {
        struct load_part_row *p = vec_push(a, out);
        p->reach = (struct load_reach){(uint32_t)db_column_int(&rows, 1), (uint32_t)db_column_int(&rows, 2),
                                       column_text(&rows, a, 3), column_text(&rows, a, 4)};
        right = digest_read(&p->content, db_column_text(&rows, 5));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("load_part"));
}

static bool see_part(struct db *db, const struct load_visitor *v, const struct kept_load *load,
                     const struct load_part_row *row, struct err *err)
{
    struct load_part part = {.load = load, .first = row->reach.first};
    struct str bytes;
    struct arena *a = arena_make(SIZE_MAX);
    bool ok = content_load(&bytes, db, a, row->content, err);
    bool right = ok && figure_part_read(&part.figures, a, bytes) && part.figures.count == row->reach.count;
    if (right) v->see(v->self, &part);
    arena_close(a);
    return ok && (right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("load_part")));
}

bool load_each_part(struct db *db, const struct load_visitor *v, struct err *err)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct load_list loads;
    bool ok = load_list(&loads, db, a, err);
    for (size_t i = 0; ok && i < loads.len; i++) {
        struct load_part_rows parts;
        const struct kept_load *l = &loads.at[i];
        if (l->undone) continue;
        ok = load_part_list(&parts, db, a, l->id, err);
        for (size_t k = 0; ok && k < parts.len; k++) {
            if (v->wants && !v->wants(v->self, &parts.at[k].reach)) continue;
            ok = see_part(db, v, l, &parts.at[k], err);
        }
    }
    arena_close(a);
    return ok;
}

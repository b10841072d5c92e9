/* SPDX-License-Identifier: Apache-2.0
 *
 * project_rows: see project_rows.h. Days are text, "" when unknown.
 */
#include "project_rows.h"

#include "buf.h"
#include "columns.h"
#include "project_id.h"
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

static struct matter_id matter_of(const struct db_rows *row, size_t column)
{
    return (struct matter_id){(uint32_t)db_column_int(row, column)};
}

struct str project_line_shown(struct arena *a, uint32_t id)
{
    return project_id_shown(a, 'V', id);
}

struct str project_obstacle_shown(struct arena *a, uint32_t id)
{
    return project_id_shown(a, 'X', id);
}

bool project_line_id_read(uint32_t *out, struct str s)
{
    return project_id_read(out, 'v', s);
}

bool project_obstacle_id_read(uint32_t *out, struct str s)
{
    return project_id_read(out, 'x', s);
}

/* --- lines */

static bool line_read(struct kept_line *out, struct arena *a, const struct db_rows *row)
{
    struct capital_line *l = &out->line;
    struct str layer = db_column_text(row, 6);
    bool has;
    *out = (struct kept_line){.file_size = (uint64_t)db_column_int(row, 14),
                              .struck_note = column_text(row, a, 16),
                              .entry = db_column_int(row, 17),
                              .who = column_text(row, a, 18),
                              .time = column_text(row, a, 19)};
    l->id = (uint32_t)db_column_int(row, 0);
    l->project = matter_of(row, 1);
    l->year = (int16_t)db_column_int(row, 3);
    l->until = (int16_t)db_column_int(row, 4);
    l->source = column_text(row, a, 5);
    l->day = day_of(row, 9);
    l->number = column_text(row, a, 10);
    l->note = column_text(row, a, 11);
    l->file = column_text(row, a, 12);
    l->file_name = column_text(row, a, 13);
    l->struck = db_column_int(row, 15) != 0;
    l->contract = (uint32_t)db_column_int(row, 20);
    return capital_sort_read(&l->sort, db_column_text(row, 2)) &&
           (!layer.len || capital_layer_read(&l->layer, layer)) && column_decimal(&l->amount, &has, row, 7) && has;
}

bool project_lines(struct kept_lines *out, struct db *db, struct arena *a, struct matter_id project, struct err *err)
{
    struct db_rows row;
    bool right = true, one = project.n != 0;
    *out = (struct kept_lines){0};
    if (!db_query(&row, db, one ? SQL_PROJECT_LINES_OF : SQL_PROJECT_LINES_ALL,
                  one ? DB_VALUES(db_int(project.n)) : DB_NO_VALUES, err))
        return false;
    while (right && db_next(&row)) right = line_read(vec_push(a, out), a, &row);
    return db_end(&row, err) && (right || broken(db, "project_line", err));
}

bool project_line_find(struct kept_line *out, bool *found, struct db *db, struct arena *a, uint32_t id, struct err *err)
{
    struct db_rows row;
    bool right = true;
    *found = false;
    if (!db_query(&row, db, SQL_PROJECT_LINE_FIND, DB_VALUES(db_int(id)), err)) return false;
    while (right && db_next(&row)) {
        *found = true;
        right = line_read(out, a, &row);
    }
    return db_end(&row, err) && (right || broken(db, "project_line", err));
}

bool project_line_next(uint32_t *out, struct db *db, struct err *err)
{
    return column_count_id(out, db, SQL_PROJECT_LINE_LAST, err);
}

bool project_line_insert(struct db *db, struct arena *a, const struct kept_line *kept, struct err *err)
{
    const struct capital_line *l = &kept->line;
    return db_run(db, SQL_PROJECT_LINE_INSERT,
                  DB_VALUES(db_int(l->id), db_int(l->project.n), db_text(capital_sort_word(l->sort)), db_int(l->year),
                            db_int(l->until), db_text(l->source), db_text(capital_layer_word(l->layer)),
                            db_int(l->amount.coefficient), db_int(l->amount.scale), db_text(date_text(a, l->day)),
                            db_text(l->number), db_text(l->note), db_text(l->file), db_text(l->file_name),
                            db_int((int64_t)kept->file_size), db_int(l->contract), db_int(kept->entry)),
                  err);
}

bool project_line_strike(struct db *db, uint32_t id, struct str note, int64_t entry, struct err *err)
{
    return db_run(db, SQL_PROJECT_LINE_STRIKE, DB_VALUES(db_int(id), db_int(entry), db_text(note)), err);
}

/* --- stages */

bool project_stage_rows_of(struct kept_stages *out, struct db *db, struct arena *a, struct matter_id project,
                           struct err *err)
{
    struct db_rows row;
    bool one = project.n != 0;
    *out = (struct kept_stages){0};
    if (!db_query(&row, db, one ? SQL_PROJECT_STAGES_OF : SQL_PROJECT_STAGES_ALL,
                  one ? DB_VALUES(db_int(project.n)) : DB_NO_VALUES, err))
        return false;
    while (db_next(&row))
        *vec_push(a, out) = (struct kept_stage){.project = matter_of(&row, 0),
                                                .stage = column_text(&row, a, 1),
                                                .step = (uint32_t)db_column_int(&row, 2),
                                                .planned_from = day_of(&row, 3),
                                                .planned_to = day_of(&row, 4),
                                                .actual_from = day_of(&row, 5),
                                                .actual_to = day_of(&row, 6),
                                                .day = day_of(&row, 7),
                                                .note = column_text(&row, a, 8),
                                                .entry = db_column_int(&row, 9),
                                                .who = column_text(&row, a, 10),
                                                .time = column_text(&row, a, 11)};
    return db_end(&row, err);
}

bool project_stage_steps(uint32_t *out, struct db *db, struct matter_id project, struct str stage, struct err *err)
{
    int64_t n;
    if (!db_get_int(&n, db, SQL_PROJECT_STAGE_STEPS, DB_VALUES(db_int(project.n), db_text(stage)), err)) return false;
    *out = (uint32_t)n;
    return true;
}

bool project_stage_insert(struct db *db, struct arena *a, const struct kept_stage *s, struct err *err)
{
    return db_run(db, SQL_PROJECT_STAGE_INSERT,
                  DB_VALUES(db_int(s->project.n), db_text(s->stage), db_int(s->step),
                            db_text(date_text(a, s->planned_from)), db_text(date_text(a, s->planned_to)),
                            db_text(date_text(a, s->actual_from)), db_text(date_text(a, s->actual_to)),
                            db_text(date_text(a, s->day)), db_text(s->note), db_int(s->entry)),
                  err);
}

/* --- obstacles */

static void obstacle_read(struct kept_obstacle *out, struct arena *a, const struct db_rows *row)
{
    *out = (struct kept_obstacle){.id = (uint32_t)db_column_int(row, 0),
                                  .step = (uint32_t)db_column_int(row, 1),
                                  .project = matter_of(row, 2),
                                  .kind = column_text(row, a, 3),
                                  .title = column_text(row, a, 4),
                                  .owner = column_text(row, a, 5),
                                  .opened = day_of(row, 6),
                                  .due = day_of(row, 7),
                                  .settled = day_of(row, 8),
                                  .day = day_of(row, 9),
                                  .note = column_text(row, a, 10),
                                  .entry = db_column_int(row, 11),
                                  .who = column_text(row, a, 12),
                                  .time = column_text(row, a, 13)};
}

bool project_obstacle_rows_of(struct kept_obstacles *out, struct db *db, struct arena *a, struct matter_id project,
                              struct err *err)
{
    struct db_rows row;
    bool one = project.n != 0;
    *out = (struct kept_obstacles){0};
    if (!db_query(&row, db, one ? SQL_PROJECT_OBSTACLES_OF : SQL_PROJECT_OBSTACLES_ALL,
                  one ? DB_VALUES(db_int(project.n)) : DB_NO_VALUES, err))
        return false;
    while (db_next(&row)) obstacle_read(vec_push(a, out), a, &row);
    return db_end(&row, err);
}

bool project_obstacle_find(struct kept_obstacle *out, bool *found, struct db *db, struct arena *a, uint32_t id,
                           struct err *err)
{
    struct db_rows row;
    *found = false;
    if (!db_query(&row, db, SQL_PROJECT_OBSTACLE_FIND, DB_VALUES(db_int(id)), err)) return false;
    while (db_next(&row)) {
        *found = true;
        obstacle_read(out, a, &row);
    }
    return db_end(&row, err);
}

bool project_obstacle_next(uint32_t *out, struct db *db, struct err *err)
{
    return column_count_id(out, db, SQL_PROJECT_OBSTACLE_LAST, err);
}

bool project_obstacle_insert(struct db *db, struct arena *a, const struct kept_obstacle *o, struct err *err)
{
    return db_run(db, SQL_PROJECT_OBSTACLE_INSERT,
                  DB_VALUES(db_int(o->id), db_int(o->step), db_int(o->project.n), db_text(o->kind), db_text(o->title),
                            db_text(o->owner), db_text(date_text(a, o->opened)), db_text(date_text(a, o->due)),
                            db_text(date_text(a, o->settled)), db_text(date_text(a, o->day)), db_text(o->note),
                            db_int(o->entry)),
                  err);
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * project_rows: the capital of investment projects, their stages and obstacles (domain/project_capital.h). A line is
 * never changed, but may be struck out. Of stages and obstacles every word is kept as a step; the last one counts, and
 * the first says what was promised first.
 */
#ifndef PROJECT_ROWS_H
#define PROJECT_ROWS_H
#include "db.h"
#include "project_capital.h"
#include "sha256.h"

struct kept_line {
    struct capital_line line;
    uint64_t file_size;
    struct str struck_note; /* why it was struck out */
    int64_t entry;
    struct str who, time; /* of the entry; read, not saved */
};
struct kept_lines {
    VEC_FIELDS(struct kept_line); /* by project, then in the order in which they were entered */
};

struct kept_stage {
    struct matter_id project;
    struct str stage; /* code */
    uint32_t step;
    struct date planned_from, planned_to, actual_from, actual_to; /* unknown: nobody said */
    struct date day;                                              /* of this word on it */
    struct str note;
    int64_t entry;
    struct str who, time;
};
struct kept_stages {
    VEC_FIELDS(struct kept_stage); /* by project, stage, step */
};

struct kept_obstacle {
    uint32_t id; /* shown as X7 */
    uint32_t step;
    struct matter_id project;
    struct str kind; /* class of data/project/obstacles.tsv */
    struct str title, owner;
    struct date opened, due, settled; /* settled unknown: it is open */
    struct date day;                  /* of this word on it */
    struct str note;
    int64_t entry;
    struct str who, time;
};
struct kept_obstacles {
    VEC_FIELDS(struct kept_obstacle); /* by project, id, step */
};

struct str project_line_shown(struct arena *a, uint32_t id);          /* "V7" */
struct str project_obstacle_shown(struct arena *a, uint32_t id);      /* "X7" */
[[nodiscard]] bool project_line_id_read(uint32_t *out, struct str s); /* "V7", "v7" */
[[nodiscard]] bool project_obstacle_id_read(uint32_t *out, struct str s);

/* Of one project; of all where its id is 0. */
[[nodiscard]] bool project_lines(struct kept_lines *out, struct db *db, struct arena *a, struct matter_id project,
                                 struct err *err);
[[nodiscard]] bool project_stage_rows_of(struct kept_stages *out, struct db *db, struct arena *a,
                                         struct matter_id project, struct err *err);
[[nodiscard]] bool project_obstacle_rows_of(struct kept_obstacles *out, struct db *db, struct arena *a,
                                            struct matter_id project, struct err *err);
/* One line; *found says whether there is one. */
[[nodiscard]] bool project_line_find(struct kept_line *out, bool *found, struct db *db, struct arena *a, uint32_t id,
                                     struct err *err);
/* The last word on an obstacle. */
[[nodiscard]] bool project_obstacle_find(struct kept_obstacle *out, bool *found, struct db *db, struct arena *a,
                                         uint32_t id, struct err *err);

[[nodiscard]] bool project_line_next(uint32_t *out, struct db *db, struct err *err);
[[nodiscard]] bool project_line_insert(struct db *db, struct arena *a, const struct kept_line *l, struct err *err);
[[nodiscard]] bool project_line_strike(struct db *db, uint32_t id, struct str note, int64_t entry, struct err *err);
/* step: how many words on it there are already. */
[[nodiscard]] bool project_stage_steps(uint32_t *out, struct db *db, struct matter_id project, struct str stage,
                                       struct err *err);
[[nodiscard]] bool project_stage_insert(struct db *db, struct arena *a, const struct kept_stage *s, struct err *err);
[[nodiscard]] bool project_obstacle_next(uint32_t *out, struct db *db, struct err *err);
[[nodiscard]] bool project_obstacle_insert(struct db *db, struct arena *a, const struct kept_obstacle *o,
                                           struct err *err);
#endif

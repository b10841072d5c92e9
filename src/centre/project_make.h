/* SPDX-License-Identifier: Apache-2.0
 *
 * project_make: lines of capital are entered, one or a list of them, whole or not at all. What is asked of a line here
 * (its window, that it does not stand there already) is the rule of today; the record itself asks only what must always
 * hold (change_project).
 */
#ifndef PROJECT_MAKE_H
#define PROJECT_MAKE_H
#include "change.h"
#include "project_doubt.h"

/* "2026"; "2026-2030" with *until. */
[[nodiscard]] bool project_year_read(int16_t *year, int16_t *until, struct str typed);

/* Whether a line may join those of its project, all of them, `known`. Errors: ERR_PROJECT_AMOUNT, ERR_PROJECT_WINDOW,
 * ERR_PROJECT_SAME, ERR_PROJECT_NUMBER, ERR_PROJECT_SOURCE_STATED, ERR_PROJECT_SOURCE_LACKS, ERR_PROJECT_YEAR,
 * ERR_PROJECT_DAY. number: of the project, for messages. What may come in any order in one list is asked apart. */
[[nodiscard]] bool project_line_fits(struct arena *a, const struct capital_line *l, const struct capital_line *known,
                                     size_t count, struct str number, struct date today, struct err *err);

/* Whether the plan of the year of its source stays above 0 with an adjustment; `lines`: with it.
 * ERR_PROJECT_NEGATIVE. */
[[nodiscard]] bool project_plan_fits(struct arena *a, const struct capital_line *l, const struct capital_line *lines,
                                     size_t count, struct str number, struct err *err);

struct project_entry {
    struct kept_line line;            /* but file and size */
    struct str file_name, file_bytes; /* evidence; "": none */
    struct date today;
};
/* One line; out: its id; what is odd about it. */
[[nodiscard]] bool project_enter(uint32_t *out, struct project_doubts *doubts, struct db *db, struct arena *a,
                                 const struct author *author, const struct project_entry *e, struct err *err);
/* Anything else of change_project, in a transaction of its own. */
[[nodiscard]] bool project_do(struct db *db, struct arena *a, const struct author *author,
                              const struct project_change *c, struct err *err);

/* --- a list */

enum { PROJECT_PROBLEMS_MOST = 100 };
struct project_list_wish {
    struct str bytes, name;
    struct date today;
    bool dry;
};
struct project_list_result {
    size_t rows, fresh, same;
    struct {
        VEC_FIELDS(struct err); /* with the line of the list */
    } problems;
    struct project_doubts doubts;
};
/* Lines of capital of many projects from CSV, XLSX or XLS. A line that stands there already is passed over, so the same
 * list again adds nothing. True and problems: nothing was written. Errors: those of list_sources_open,
 * ERR_PROJECT_LIST_HEAD. */
[[nodiscard]] bool project_list_load(struct project_list_result *out, struct db *db, struct arena *a,
                                     const struct author *author, const struct project_list_wish *w, struct err *err);
#endif

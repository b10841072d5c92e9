/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_grade: what somebody's tasks of a time give for his grading (domain/grading.h), task by task.
 *
 * Counted are matters of the kind `task` whose first due day lies in the time, and that were not dropped; those without
 * a due day are named and not counted. A task was late when it ended after its first due day; that is excused where the
 * due day was extended and kept, since an extension has its reason and who gave it in the journal. It was sent back as
 * often as it came into a state that says so. The coefficient is the field `coefficient`, 1 where it is not said.
 */
#ifndef MATTER_GRADE_H
#define MATTER_GRADE_H
#include "grading.h"
#include "matter_board.h"

struct graded_task {
    struct board_matter row;
    struct grade_item item;
    bool counted; /* it has a due day */
};

struct task_grade {
    const struct grading_rule *rule;
    struct {
        VEC_FIELDS(struct graded_task); /* by due day */
    } tasks;
    struct grade grade;
    size_t without_due;
};

struct grade_wish {
    struct str person;              /* "": of a unit */
    const struct looked_unit *unit; /* NULL: of a person */
    struct date from, to;           /* first due days */
};
/* Errors beside the usual: ERR_GRADE_RULE (no rule in force on the last day), ERR_GRADE_WEIGHT. */
[[nodiscard]] bool matter_grade(struct task_grade *out, struct db *db, struct arena *a, const struct grade_wish *w,
                                struct err *err);
#endif

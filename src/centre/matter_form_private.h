/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_form_private: between the files of matter_form: what braces name, and how lines are put.
 */
#ifndef MATTER_FORM_PRIVATE_H
#define MATTER_FORM_PRIVATE_H
#include "matter_form.h"
#include "matter_steps.h"

/* One matter with what forms ask of it. */
struct form_matter {
    struct board_matter row;
    struct matter_kind kind;
    struct kept_events events;
    struct matter_holds holds;
    struct date on;
    size_t hold; /* of `step.`: which; holds.len: none */
    size_t n;    /* place in a list, from 1 */
};
[[nodiscard]] bool form_matter_load(struct form_matter *out, struct db *db, struct arena *a, struct matter_id id,
                                    struct date on, struct err *err);
/* What a name stands for, as it is printed; false when there is nothing of that name. */
[[nodiscard]] bool form_value(struct str *out, struct arena *a, struct db *db, const struct form_matter *m,
                              struct str name);
#endif

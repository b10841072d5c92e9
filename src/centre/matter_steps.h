/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_steps: how a matter goes from hand to hand inside an office, each hand with a time of its own (TT 03/2025,
 * Mẫu 06). The steps stand in a field of the matter, as its procedure has them:
 *
 *     Tiếp nhận: 4 giờ; Thẩm định: 16 giờ; Ký duyệt: 1 ngày làm việc; Trả kết quả: 4 giờ
 *
 * "giờ" of a step is an hour of work, as offices set them (8 hours are a day). Handing it on is one event: who has it,
 * which step, by when. Steps and the due day of the whole are apart: a step that is late says who, and only the due day
 * says whether the matter is.
 */
#ifndef MATTER_STEPS_H
#define MATTER_STEPS_H
#include "matter_board.h"
#include "matter_make.h"
#include "term.h"

struct matter_step {
    struct str name;
    struct term term;
};
struct matter_steps {
    VEC_FIELDS(struct matter_step);
};
/* Errors: ERR_MATTER_STEPS_TEXT. */
[[nodiscard]] bool matter_steps_read(struct matter_steps *out, struct arena *a, struct str text, struct err *err);

/* Hand one on: to `person`, for the step of that name, or the next one where it is "". w: day, minute, note as for any
 * event. Errors: ERR_MATTER_STEPS_NONE, ERR_MATTER_STEPS_STEP, ERR_MATTER_STEPS_END, those of matter_do. */
[[nodiscard]] bool matter_hand(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                               struct matter_wish *w, struct matter_id id, struct str person, struct str step,
                               struct err *err);

/* The hands that it went through, as its events have them. */
struct matter_hold {
    struct str step, person;
    struct moment from, due, to; /* to: no date: still */
    bool over;                   /* handed on after `due`, or still there and `due` is over */
};
struct matter_holds {
    VEC_FIELDS(struct matter_hold);
};
[[nodiscard]] bool matter_holds(struct matter_holds *out, struct arena *a, const struct kept_matter *m,
                                const struct matter_kind *k, const struct kept_events *events, struct date on);

/* Who has what now: matters under way that are at a step, by the due moment of the step. */
struct matter_held {
    struct board_matter row;
    struct str step;
    struct moment due;
    bool over;
};
struct matter_held_list {
    VEC_FIELDS(struct matter_held);
};
/* late: only those whose step is over. At most a page of a list is looked at (MATTER_PAGE_MOST). */
[[nodiscard]] bool matter_held(struct matter_held_list *out, struct db *db, struct arena *a, const struct board_wish *w,
                               bool late, struct err *err);
#endif

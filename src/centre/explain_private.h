/* SPDX-License-Identifier: Apache-2.0
 *
 * explain_private: what explain.c, explain_reckoned.c and explain_target.c share.
 */
#ifndef EXPLAIN_PRIVATE_H
#define EXPLAIN_PRIVATE_H
#include "explain.h"
#include "like.h"
#include "reckon.h"
#include "stand.h"

struct explain_maker {
    struct explanation *out;
    const struct snapshot *snapshot; /* NULL: not loaded yet */
    struct db *db;
    struct arena *arena;
    struct err *err;
};

/* A figure with all that says it joins the explanation. */
[[nodiscard]] bool explain_add_figure(struct explain_maker *m, uint32_t id);
[[nodiscard]] bool explain_snapshot(struct explain_maker *m, struct str unit);

struct str explain_keep(struct explain_maker *m, struct buf *b); /* the text of b, which is emptied and freed */
struct str explain_title(struct explain_maker *m, struct str indicator, struct str unit, struct period period);
/* Why there is no answer; "" when there is one. */
struct str explain_why(struct explain_maker *m, const struct answer *a, const struct question *q, enum asked what,
                       const struct like *like);

/* explain_reckoned.c. A value by its formula, without the figures; the figures of it and of the formulas in it, each
 * once; what it is over its plan, or (growth) over last year, with them; a forecast of the year, with its figures. */
[[nodiscard]] bool explain_computed(struct explain_maker *m, const struct reckoned *r, const struct locked_look *look);
[[nodiscard]] bool explain_add_once(struct explain_maker *m, uint32_t id); /* a figure, unless it stands there */
[[nodiscard]] bool explain_operands(struct explain_maker *m, const struct reckoned *root);
/* Growth of a value that was reported over one that was not, but reckoned. *done: it is; else nothing was said. */
[[nodiscard]] bool explain_over_parts(bool *done, struct explain_maker *m, const struct answer *value,
                                      const struct question *q);
[[nodiscard]] bool explain_compared(struct explain_maker *m, const struct reckoned *r, const struct question *q,
                                    bool growth);
/* Growth over last year by the formula, of a unit that was made anew; ANSWER_NONE with like->note when there is
 * none. */
struct answer explain_grown(struct like *like, struct explain_maker *m, const struct like_family *family,
                            const struct question *q, const struct measured *value);
/* What a locked report keeps of the value, when nobody reported one; NULL: nothing. And that value, where it stands. */
const struct locked_value *explain_locked(struct locked_look *look, struct explain_maker *m, const struct question *q,
                                          const struct reckoned *r);
[[nodiscard]] bool explain_held(struct explain_maker *m, const struct locked_value *v, const struct locked_look *look,
                                const struct indicator *i);
[[nodiscard]] bool explain_forecast(struct explain_maker *m, const struct question *q, struct str name);

/* explain_like.c. "(1.200 + 3.400 × 0,2218)"; a value that is made of the units before, when there is one: *told. */
void explain_put_like(struct buf *b, struct arena *a, const struct like *l, const struct indicator *i);
[[nodiscard]] bool explain_made(bool *told, struct explain_maker *m, const struct question *q);

/* Whether an id is that of a target or of a count of them (target_status.h). */
bool target_explained_by(struct str id);
[[nodiscard]] bool explain_target_id(struct explain_maker *m, struct str id);
#endif

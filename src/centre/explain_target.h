/* SPDX-License-Identifier: Apache-2.0
 *
 * explain_target: why a target is reached or not, and which targets a count is made of.
 */
#ifndef EXPLAIN_TARGET_H
#define EXPLAIN_TARGET_H
#include "explain.h"
#include "target_status.h"

/* One target of a status, with the figures that were set against its levels. */
[[nodiscard]] bool explain_target(struct explanation *out, const struct programme_status *status,
                                  const struct target_state *t, const struct snapshot *s, struct db *db,
                                  struct arena *a, struct err *err);
/* "mức năm 2023 ≥ 15 %: 10,17 %, không đạt, còn thiếu 4,83 điểm %" */
void target_axis_write(struct buf *b, struct arena *a, const struct programme_status *status,
                       const struct target_state *t, enum target_axis axis);
/* "nguyên nhân: …; biện pháp: …; chịu trách nhiệm: …; thời hạn: 30/6/2024; thiếu …": of a missed target. */
void target_note_write(struct buf *b, struct arena *a, const struct kept_note *n);
/* "báo cáo nêu 35/38 chỉ tiêu, tính được 34/38 (…)" */
void target_claim_write(struct buf *b, struct arena *a, const struct programme_status *s, const struct target_claim *c);
#endif

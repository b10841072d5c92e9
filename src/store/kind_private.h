/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_private: between the files of kind_read.
 */
#ifndef KIND_PRIVATE_H
#define KIND_PRIVATE_H
#include "kind_read.h"

/* What can only be said of a kind as a whole: its moves lead from states to states that are there, every state is
 * reached, none that has not ended is without a way on. */
[[nodiscard]] bool kind_judge(const struct matter_kind *k, struct str name, struct err *err);
/* "moves[2]" */
struct str kind_place(struct arena *a, const char *list, size_t i);
#endif

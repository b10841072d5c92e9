/* SPDX-License-Identifier: Apache-2.0
 *
 * person_show: what the pages of one's own account and of administration share: grants in words, choices.
 */
#ifndef PERSON_SHOW_H
#define PERSON_SHOW_H
#include "frame.h"
#include "people.h"

struct str role_shown(const struct visit *v, struct str code);
struct str seconds_shown(struct visit *v, int64_t seconds); /* 16/02/2024 08:41, in Việt Nam; "" for 0 */
/* The name of a unit by its id; "" for "". */
[[nodiscard]] bool unit_shown(struct str *out, struct visit *v, struct str id, struct err *err);
[[nodiscard]] bool grant_shown(struct grant_view *out, struct visit *v, const struct grants *all, const struct grant *g,
                               struct err *err);
void roles_choose(struct choices_view *out, struct visit *v);
[[nodiscard]] bool units_choose(struct choices_view *out, struct visit *v, struct str chosen, struct err *err);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * project_id: how the parts of projects are named to people: a letter and a number. V7 is a line of capital, X7 an
 * obstacle, G7 a contract, P7 an allotment.
 */
#ifndef PROJECT_ID_H
#define PROJECT_ID_H
#include "arena.h"

#include <stdbool.h>

struct str project_id_shown(struct arena *a, char letter, uint32_t id); /* "V7"; letter: a capital */
/* "V7", "v7"; letter: the small one. False for anything else, and for 0. */
[[nodiscard]] bool project_id_read(uint32_t *out, char letter, struct str s);
#endif

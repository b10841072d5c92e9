/* SPDX-License-Identifier: Apache-2.0
 *
 * form_private: between the files of form.
 */
#ifndef FORM_PRIVATE_H
#define FORM_PRIVATE_H
#include "form.h"
#include "unit.h"

extern const struct str FORM_ROLE_NAMES[FORM_ROLES]; /* "skip", "name", "place", "time", "unit", "value" */

/* "-", "…", "x": there is no number here, and none was meant. */
bool form_says_nothing(struct str s);
/* The time that a cell names: a year, a day, "2025-02", "tháng 2 năm 2025"; NONE. */
struct period form_time(struct arena *a, const struct sheet_cell *c, struct date date);
const struct form_column *form_column_find(const struct form_table *t, uint32_t column);

/* The level of the places of a column, by its head, else by its names; UNIT_OFFICE when neither says it. */
enum unit_kind form_level(struct arena *a, const struct form_source *s, uint32_t column);
/* Of a bare name of a column of one level the full name of the unit that it was on a day, where it was one. False when
 * it is no province, where provinces stand, but the name of something else: then it is made "tỉnh ..." and nothing
 * more is known of it. */
[[nodiscard]] bool form_level_place(struct str *place, struct arena *a, enum unit_kind level, struct date day);
#endif

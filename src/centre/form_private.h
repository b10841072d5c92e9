/* SPDX-License-Identifier: Apache-2.0
 *
 * form_private: between the files of form.
 */
#ifndef FORM_PRIVATE_H
#define FORM_PRIVATE_H
#include "form.h"

extern const struct str FORM_ROLE_NAMES[FORM_ROLES]; /* "skip", "name", "place", "time", "unit", "value" */

/* The time that a cell names: a year, a day, "2025-02", "tháng 2 năm 2025"; NONE. */
struct period form_time(struct arena *a, const struct sheet_cell *c, struct date date);
const struct form_column *form_column_find(const struct form_table *t, uint32_t column);
#endif

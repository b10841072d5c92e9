/* SPDX-License-Identifier: Apache-2.0
 *
 * quantity_private: what quantity.c lends to quantity_line.c.
 */
#ifndef QUANTITY_PRIVATE_H
#define QUANTITY_PRIVATE_H
#include "number.h"
#include "quantity.h"

/* quantity_read in a mode: NUMBER_SPOKEN also takes ranges in words and units that are common words ("bảng", "giờ"). */
bool quantity_read_as(struct quantity *out, struct arena *a, const struct tokens *ts, size_t i, enum number_mode mode);

/* The unit at token i, into unit_class and unit of q; the token after it, or i when there is none. */
size_t quantity_unit(struct quantity *q, struct arena *a, const struct tokens *ts, size_t i, enum number_mode mode);

/* The currency whose sign ($, €, ₫, US$, ...) or name stands at token i, as its canonical text, or ""; *last is after
 * it. */
struct str quantity_currency(const struct tokens *ts, size_t i, size_t *last);
#endif

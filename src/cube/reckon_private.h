/* SPDX-License-Identifier: Apache-2.0
 *
 * reckon_private: what the files of reckon share.
 */
#ifndef RECKON_PRIVATE_H
#define RECKON_PRIVATE_H
#include "reckon.h"

/* The sum of the parts of a period, not reckoned yet; NULL: the indicator is no flow, it has a figure of its own, or
 * the times that are known do not make the period. */
struct reckoned *reckon_of_parts(struct arena *a, const struct formula_book *book, const struct figure_source *from,
                                 struct str code, struct period period);
#endif

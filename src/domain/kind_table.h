/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_table: the kinds of matter that the program brings (data/kinds/), as the text of their files: they are read by
 * the same reader as those of an office. A record keeps the text with which a matter began.
 */
#ifndef KIND_TABLE_H
#define KIND_TABLE_H
#include "str.h"

struct kind_text {
    struct str kind, text;
};
extern const struct kind_text kind_texts[]; /* by kind */
extern const size_t kind_texts_count;
#endif

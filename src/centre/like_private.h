/* SPDX-License-Identifier: Apache-2.0
 *
 * like_private: between like.c, which finds a value, and like_words.c, which says how.
 */
#ifndef LIKE_PRIVATE_H
#define LIKE_PRIVATE_H
#include "like.h"

/* Puts the parts into the order in which they are named, and the note. */
void like_say(struct like *l, struct arena *a);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * like_private: between like.c, which finds a value, and like_words.c, which says how.
 */
#ifndef LIKE_PRIVATE_H
#define LIKE_PRIVATE_H
#include "like.h"

bool like_changed(const struct like_family *f);
enum unit_kind like_kind(const struct like_family *f); /* of the unit; asked only where it changed */
/* The units of the family, the one that it is about first. */
size_t like_unit_count(const struct like_family *f);
struct str like_unit(const struct like_family *f, size_t i);
/* Puts the parts into the order in which they are named, and the note. */
void like_say(struct like *l, struct arena *a);
#endif

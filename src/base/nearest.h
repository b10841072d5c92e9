/* SPDX-License-Identifier: Apache-2.0
 *
 * nearest: which of several names was meant by a mistyped word.
 */
#ifndef NEAREST_H
#define NEAREST_H
#include "str.h"

/* Edits that turn a into b: a letter added, left out, changed, or two neighbours swapped. Words over 40 bytes: 100. */
unsigned edit_distance(struct str a, struct str b);

/* The best of the candidates seen so far. Start with .word set; nearest_try each name; .best is "" when none is near
 * (one edit for every three letters, at least one; or the word begins the name). */
struct nearest {
    struct str word, best;
    unsigned distance;
};
void nearest_try(struct nearest *n, struct str name);

struct arena;
/* Names to choose from, as a message has room for them: all of them with ", " between in their order where they are
 * short, else those that are most like the word, the likest first, and "…" behind them; the hint of the message then
 * says which command shows them all. In the arena. */
struct str nearest_told(struct arena *a, struct str word, const struct str *names, size_t count);
/* The same of names that stand in one text with a separator between (", ", " | "); a separator in brackets is part of
 * a name: "procedure (Thủ tục, pháp lý)". */
struct str nearest_joined(struct arena *a, struct str word, struct str joined, struct str separator);
#endif

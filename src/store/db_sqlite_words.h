/* SPDX-License-Identifier: Apache-2.0
 *
 * db_sqlite_words: a folded text cut into words by SQLite's own tokenizer, for an engine that has none like it. So what
 * a word is, is decided in one place whatever engine holds the record.
 */
#ifndef DB_SQLITE_WORDS_H
#define DB_SQLITE_WORDS_H
#include "arena.h"
#include "err.h"

struct word_cutter;

/* Closed with the arena. */
[[nodiscard]] bool word_cutter_open(struct word_cutter **out, struct arena *a, struct err *err);
/* The words with one blank between two, in the arena; "" when there are none. */
struct str word_cutter_words(struct word_cutter *w, struct arena *a, struct str text);
#endif

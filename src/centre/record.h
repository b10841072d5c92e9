/* SPDX-License-Identifier: Apache-2.0
 *
 * record: making and opening a record.
 */
#ifndef RECORD_H
#define RECORD_H
#include "db.h"
#include "journal.h"

/* How long to wait for other writers before ERR_RECORD_LOCKED. On a server many stand in line, each in its turn. */
enum { RECORD_WAIT_MS = 5000, RECORD_WAIT_SERVER_MS = 60000 };
unsigned record_wait_ms(struct str where);

/* Make a record under a name that is free: whole, with its first journal entry, or not at all. When author->key is set,
 * every change of the record must be signed with it. Errors: ERR_RECORD_EXISTS and those of db.h. */
[[nodiscard]] bool record_init(struct arena *a, struct str where, const struct author *author, struct err *err);

/* Open a record (DB_READ or DB_WRITE) that this program knows. It is closed with the arena. Errors: those of db_open,
 * ERR_RECORD_NOT, ERR_RECORD_NEWER; ERR_RECORD_TABLES when its tables were made by another version of the program. */
[[nodiscard]] bool record_open(struct db **out, struct arena *a, struct str where, enum db_mode mode, struct err *err);
/* The same for who looks at journal and content only, or makes the tables anew. */
[[nodiscard]] bool record_open_truth(struct db **out, struct arena *a, struct str where, enum db_mode mode,
                                     struct err *err);
#endif

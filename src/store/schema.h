/* SPDX-License-Identifier: Apache-2.0
 *
 * schema: the tables of a record (sql/schema) and its version.
 */
#ifndef SCHEMA_H
#define SCHEMA_H
#include "db.h"

/* Make all tables in an empty database, inside a transaction of the caller. */
[[nodiscard]] bool schema_create(struct db *db, struct err *err);

/* Whether the database is a record that this program knows. Errors: ERR_RECORD_NOT, ERR_RECORD_NEWER; ERR_RECORD_TABLES
 * when tables are needed and were made by other scripts than those of this program. */
enum schema_need { SCHEMA_TABLES, SCHEMA_TRUTH /* journal and content only */ };
[[nodiscard]] bool schema_check(struct db *db, enum schema_need need, struct err *err);

/* Throw away the tables that are made from journal and content, and make them empty. Inside a transaction of the
 * caller. */
[[nodiscard]] bool schema_empty_tables(struct db *db, struct err *err);
#endif

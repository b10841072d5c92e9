/* SPDX-License-Identifier: Apache-2.0
 *
 * db_address: the address of a server (db_is_address, db_shown of db.h), and what others say about it.
 */
#ifndef DB_ADDRESS_H
#define DB_ADDRESS_H
#include "db.h"

/* A message of the library or the server about a record at `where`, with no password of it in it. */
struct str db_address_clean(struct arena *a, struct str where, struct str text);
#endif

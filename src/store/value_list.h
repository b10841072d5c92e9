/* SPDX-License-Identifier: Apache-2.0
 *
 * value_list: many rows as one parameter of a statement, so that a thousand figures are looked up by one question to
 * the server and not by a thousand. Both engines unfold it with json_each (sql/): a list of lists, read with ->>.
 *
 *     struct value_list l = {0};
 *     for (...) {
 *         value_list_row(&l);
 *         value_list_int(&l, id);
 *     }
 *     ... DB_VALUES(value_list_end(&l)) ...
 *     value_list_free(&l);
 */
#ifndef VALUE_LIST_H
#define VALUE_LIST_H
#include "buf.h"
#include "db.h"
#include "json_write.h"

/* Rows that are asked for at once, so that what waits in memory stays small. */
enum { VALUE_LIST_ROWS = 1024 };

struct value_list {
    struct buf text;
    struct json_writer json;
    bool in_row;
};

void value_list_row(struct value_list *l); /* begins the next row; the first one begins the list */
void value_list_text(struct value_list *l, struct str s);
void value_list_int(struct value_list *l, int64_t n);
void value_list_null(struct value_list *l);
struct db_value value_list_end(struct value_list *l); /* lives until the list is freed or begins again */
void value_list_free(struct value_list *l);           /* it may begin again */
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * json_write: JSON as it streams out, in one canonical form: no space, keys in the order in which they are written,
 * text as UTF-8 with only '"', '\' and control characters escaped, whole numbers without exponent. The same calls give
 * the same bytes, so what is written may be hashed.
 *
 *     struct json_writer j = json_to(&buf);
 *     json_write_open(&j, '{');
 *     json_write_key(&j, STR("kỳ"));
 *     json_write_text(&j, STR("2023-H1"));
 *     json_write_close(&j, '}');
 *
 * Commas are put by the writer. A wrong order of calls (a value without its key, a close too many) is a bug: assert.
 */
#ifndef JSON_WRITE_H
#define JSON_WRITE_H
#include "decimal.h"

struct buf;

enum { JSON_WRITE_DEPTH = 32 };

struct json_writer {
    struct buf *out;
    unsigned depth;  /* open objects and arrays */
    uint32_t filled; /* bit d: the object or array at depth d + 1 has something in it */
    bool after_key;
};

struct json_writer json_to(struct buf *out);

void json_write_open(struct json_writer *j, char bracket);  /* '{' or '[' */
void json_write_close(struct json_writer *j, char bracket); /* '}' or ']' */
void json_write_key(struct json_writer *j, struct str key);
void json_write_text(struct json_writer *j, struct str s); /* s is valid UTF-8 */
void json_write_int(struct json_writer *j, int64_t n);
void json_write_bool(struct json_writer *j, bool b);
void json_write_null(struct json_writer *j);
void json_write_raw(struct json_writer *j, struct str json);      /* a value that is JSON in this form already */
void json_write_decimal(struct json_writer *j, struct decimal d); /* a JSON number with all its printed digits: 12.50 */
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * identity: who denounces, as a person types it and as it is sealed. It is typed into a file or on standard input,
 * never on the command line, where the system shows it to others:
 *
 *     họ tên=Nguyễn Văn Thử
 *     địa chỉ=12 Lê Lợi, phường Bến Thành
 *     điện thoại=0900000000
 *
 * An empty line divides two persons. What is sealed is one line of JSON and, behind it, the bytes of the letter, if
 * there is one:
 *
 *     {"persons":[{"name":"...","address":"..."}],"file":"don.pdf","size":812}
 */
#ifndef IDENTITY_H
#define IDENTITY_H
#include "matter_rows.h"

struct identity_person {
    struct name_values fields; /* name, id_number, born, address, phone, email, marks, other */
};
struct identity {
    struct {
        VEC_FIELDS(struct identity_person);
    } persons;
    struct str file_name, file_bytes; /* the letter itself, for its handwriting; "" */
};

/* What was typed; `name` is that of the file, for messages. Errors: ERR_SEALED_LINE, ERR_SEALED_NAME. */
[[nodiscard]] bool identity_read(struct identity *out, struct arena *a, struct str text, struct str name,
                                 struct err *err);
struct str identity_write(struct arena *a, const struct identity *i); /* as it is sealed */
[[nodiscard]] bool identity_unsealed(struct identity *out, struct arena *a, struct str text);
struct str identity_field_name(struct str field); /* "họ tên" of "name" */

/* Whether a text has the name, address, a number or the e-mail of one of them: capitals, tone marks and what stands
 * between digits do not count. */
bool identity_in(const struct identity *i, struct str text);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * registers: the registers that there are: those that the program brings and those of the record, and adding one. A
 * record keeps the text of every version by which an entry was written, as it does for kinds of matter.
 */
#ifndef REGISTERS_H
#define REGISTERS_H
#include "change.h"

struct known_register {
    struct register_def def;
    struct str text;
    struct digest sha256;
    bool built_in;
    uint32_t version; /* in the record; 0: the record has not got it yet */
    struct str who, time;
};
struct known_registers {
    VEC_FIELDS(struct known_register);
};
/* Those by which an entry would be written now: the program's, then the last versions of the others. db NULL: no
 * record. */
[[nodiscard]] bool known_registers(struct known_registers *out, struct db *db, struct arena *a, struct err *err);
/* One of them; ERR_REGISTER_UNKNOWN. */
[[nodiscard]] bool known_register(struct known_register *out, struct db *db, struct arena *a, struct str word,
                                  struct err *err);
/* The next version of an office's own. Errors: those of register_read, ERR_REGISTER_BUILT_IN, ERR_REGISTER_SAME. */
[[nodiscard]] bool register_add(struct kept_register *out, struct db *db, struct arena *a, const struct author *author,
                                struct str text, struct str name, struct err *err);
/* Inside a write transaction: the version by which an entry is written; what the record has not got comes in. */
[[nodiscard]] bool register_begin(struct known_register *out, struct db *db, struct arena *a,
                                  const struct author *author, struct str word, struct err *err);
#endif

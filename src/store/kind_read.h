/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_read: the text of a kind (JSON, docs/FORMATS.md) into struct matter_kind. Those of the program and those of an
 * office are read by this one reader. It is strict: what it does not know, what is missing and what leads nowhere is an
 * error with its place, so that a kind that was taken in cannot get stuck later.
 */
#ifndef KIND_READ_H
#define KIND_READ_H
#include "arena.h"
#include "err.h"
#include "matter_kind.h"

enum {
    KIND_BYTES_MOST = 1 << 20,
    KIND_STATES_MOST = 64,
    KIND_MOVES_MOST = 256,
    KIND_FIELDS_MOST = 64,
    KIND_WORDS_MOST = 256, /* of one list */
    KIND_TEXT_MOST = 2000  /* bytes of one text */
};

/* name: of the file, for messages. What is read lives in the arena. Errors: ERR_KIND_JSON, ERR_KIND_KEY,
 * ERR_KIND_LACKS, ERR_KIND_VALUE, ERR_KIND_WORD, ERR_KIND_TWICE, ERR_KIND_NOWHERE, ERR_KIND_NEED, ERR_KIND_NUMBER,
 * ERR_KIND_RESERVED, ERR_KIND_UNREACHABLE, ERR_KIND_STUCK, ERR_KIND_NO_END, ERR_KIND_MANY. */
[[nodiscard]] bool kind_read(struct matter_kind *out, struct arena *a, struct str text, struct str name,
                             struct err *err);
/* Names that every matter has, so that no field of a kind may be called so (matter_rows.h). */
bool kind_reserved(struct str word);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * register_read: the text of a register (JSON, docs/FORMATS.md) into struct register_def, as kind_read does it for a
 * kind of matter: one strict reader for those of the program and those of an office.
 */
#ifndef REGISTER_READ_H
#define REGISTER_READ_H
#include "arena.h"
#include "err.h"
#include "register.h"

enum { REGISTER_COUNTS_MOST = 64, REGISTER_WHERE_MOST = 16, REGISTER_STEPS_MOST = 16, REGISTER_WEIGHTS_MOST = 32 };

/* name: of the file, for messages. What is read lives in the arena. Errors: ERR_KIND_JSON, ERR_KIND_KEY,
 * ERR_KIND_LACKS, ERR_KIND_VALUE, ERR_KIND_WORD, ERR_KIND_TWICE, ERR_KIND_MANY, ERR_REGISTER_RESERVED,
 * ERR_REGISTER_NO_FIELD. */
[[nodiscard]] bool register_read(struct register_def *out, struct arena *a, struct str text, struct str name,
                                 struct err *err);
/* A rule of ranking alone, as it stands under "ranking" in a register; d: the register that it is for. Errors as
 * above. */
[[nodiscard]] bool register_ranking_read(struct register_ranking *out, struct arena *a, const struct register_def *d,
                                         struct str text, struct str name, struct err *err);
#endif

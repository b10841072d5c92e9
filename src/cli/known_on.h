/* SPDX-License-Identifier: Apache-2.0
 *
 * known_on: --known-on of the commands that read a record: the record as it was known at an earlier moment (known.h),
 * and the line by which the output says so: in front of what is for eyes, on standard error where standard output is
 * for programs; a report and a data package say it inside.
 */
#ifndef KNOWN_ON_H
#define KNOWN_ON_H
#include "command.h"
#include "db.h"

/* Whether the command has the option. */
bool known_on_fits(const struct command *command);

/* When the option is given: put the record of that moment in the place of c->db, its day in the place of c->today, and
 * say so. Errors: those of known_moment_read and known_open. */
[[nodiscard]] bool known_on_apply(struct cli *c, struct err *err);

/* Open the record of a command that does it by itself (NEEDS_RECORD_NEW, KNOWN_BY_ITSELF): to read, that of the moment
 * asked for; to write, --known-on is refused. */
[[nodiscard]] bool known_on_open(struct cli *c, enum db_mode mode, struct err *err);

/* For a part of a command that writes: ERR_KNOWN_WRITE when the option is given. */
[[nodiscard]] bool known_on_refuse(const struct cli *c, struct err *err);

/* The line, in Vietnamese, for documents that are in Vietnamese whatever language the program speaks; "" when the
 * option is not given. */
struct str known_on_words(const struct cli *c);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * cli_private: between main.c, cli.c and help.c; commands see only command.h.
 */
#ifndef CLI_PRIVATE_H
#define CLI_PRIVATE_H
#include "command.h"

/* Write all that stands in c->out to standard output. Errors as cli_drain. */
[[nodiscard]] bool cli_flush(struct cli *c, struct err *err);
void cli_tell(struct str s); /* on standard error, as it is */
/* "dieuhanh: message" and the hint on standard error. */
void cli_tell_err(const struct err *err, enum lang lang);

/* ERR_COMMAND_UNKNOWN, or ERR_COMMAND_NEAR with the name that was probably meant. Always false. */
bool command_unknown(struct err *err, struct str word);
#endif

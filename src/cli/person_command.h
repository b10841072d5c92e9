/* SPDX-License-Identifier: Apache-2.0
 *
 * person_command: the words of `person`: person_give.c has those that change something.
 */
#ifndef PERSON_COMMAND_H
#define PERSON_COMMAND_H
#include "command.h"

[[nodiscard]] bool person_run_new(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_edit(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_disable(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_enable(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_grant(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_revoke(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_delegate(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_link(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_sign_out(struct cli *c, struct err *err);
[[nodiscard]] bool person_run_no_second(struct cli *c, struct err *err);
#endif

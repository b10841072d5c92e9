/* SPDX-License-Identifier: Apache-2.0
 *
 * remind_cells: the parts of `dieuhanh remind`.
 */
#ifndef REMIND_CELLS_H
#define REMIND_CELLS_H
#include "command.h"
#include "known_on.h"
#include "record_cells.h"
#include "reminder.h"

struct str delivery_id_shown(struct arena *a, struct delivery_id id);
struct str delivery_state_shown(const struct cli *c, enum delivery_state s);
/* "3 ngày làm việc trước hạn", "đúng hạn", ...; in c->arena. */
struct str remind_step_shown(struct cli *c, int32_t step);
/* The name of a recipient: of a unit its name. */
[[nodiscard]] bool recipient_shown(struct str *out, struct cli *c, struct str side, struct str who, struct err *err);
struct str outlet_type_shown(const struct cli *c, struct str type);

[[nodiscard]] bool remind_run_rules(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_rule(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_outlets(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_outlet(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_contacts(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_contact(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_run(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_list(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_show(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_again(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_arrived(struct cli *c, struct err *err);
[[nodiscard]] bool remind_run_drop(struct cli *c, struct err *err);
#endif

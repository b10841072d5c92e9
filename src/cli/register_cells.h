/* SPDX-License-Identifier: Apache-2.0
 *
 * register_cells: what the parts of the command register have in common.
 */
#ifndef REGISTER_CELLS_H
#define REGISTER_CELLS_H
#include "matter_cells.h"
#include "register_make.h"
#include "register_page.h"

struct str register_id_shown(struct arena *a, struct register_id id);
/* The register of args[1]. Errors: ERR_ARGUMENTS_FEW, ERR_REGISTER_UNKNOWN. */
[[nodiscard]] bool register_argument(struct known_register *out, struct cli *c, struct err *err);
/* Arguments from a place on as field=value, as typed. Errors: ERR_REGISTER_FORM. */
[[nodiscard]] bool register_assignments(struct name_values *out, struct cli *c, size_t from, struct err *err);
/* Units of --unit, or of --under those that have entries in the register; *by is false when neither was typed. */
struct register_units {
    const struct str *at;
    size_t len;
    bool by;
};
[[nodiscard]] bool register_units_option(struct register_units *out, struct cli *c, struct str def, struct err *err);

/* The columns of a list of entries: id, unit, the fields of the register, days, state. */
struct register_table {
    const struct register_def *def;
    struct rows *rows;
    bool revealed; /* what is masked is shown */
};
/* shown: what will stand there, so that a table has no empty columns; NULL: not known yet. */
void register_table_open(struct register_table *t, struct cli *c, const struct register_def *d,
                         const struct register_entries *shown, bool revealed);
void register_table_row(struct register_table *t, struct cli *c, const struct register_entry *e);
/* A value for eyes, masked where it is. */
struct str register_value_shown(struct cli *c, const struct register_field *f, struct str value, bool revealed);
struct str register_state_shown(const struct cli *c, enum register_state s);
struct str register_unit_name(struct cli *c, struct str id); /* the id where nothing is known */
struct str register_secret_key(void);                        /* of the environment; "" */

[[nodiscard]] bool register_run_list(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_show(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_add(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_entries(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_export(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_new(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_edit(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_close(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_void(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_reveal(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_count(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_rank(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_quota(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_import(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_duplicates(struct cli *c, struct err *err);
[[nodiscard]] bool register_run_feed(struct cli *c, struct err *err);
#endif

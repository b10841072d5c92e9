/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_cells: what the parts of `dieuhanh unit` have in common.
 */
#ifndef UNIT_CELLS_H
#define UNIT_CELLS_H
#include "command.h"
#include "unit_lines.h"
#include "unit_look.h"

/* The record for reading when there is one, else c->db stays NULL: the units of the country need none. A record that
 * was named and is not there is an error. */
[[nodiscard]] bool cli_units_open(struct cli *c, enum db_mode mode, struct err *err);
/* The one unit that a text means, by --at. When it can be several they are told on standard error, each with its
 * code. */
[[nodiscard]] bool cli_unit(struct looked_unit *out, struct cli *c, struct str said, struct err *err);
/* The units that a name could be, on standard error. */
void cli_tell_units(struct cli *c, const struct looked_units *list);
/* That units which ended had the name too by which one of today was found ("Hai Bà Trưng": the ward, and the former
 * district): whoever asks what it became may mean those. Nothing when the day was given. */
[[nodiscard]] bool cli_tell_namesakes(struct cli *c, struct str said, const struct looked_unit *meant, struct err *err);
/* Whether --level was not given or is that. */
bool cli_level_fits(struct cli *c, enum unit_kind kind);

#define UNIT_COLUMNS                                                                                                   \
    {"code", tr("Mã"), COLUMN_FIXED}, {"unit", tr("Mã trong kho"), COLUMN_FIXED}, {"name", tr("Tên"), 0},              \
        {"kind", NULL, COLUMN_DATA}, {"level", NULL, COLUMN_DATA}, {"parent", NULL, COLUMN_DATA},                      \
        {"parent_name", tr("Thuộc"), 0}, {"from", tr("Từ ngày"), COLUMN_FIXED},                                        \
    {                                                                                                                  \
        "to", tr("Đến ngày"), COLUMN_FIXED                                                                             \
    }
void unit_cells(struct rows *r, const struct looked_unit *u); /* of UNIT_COLUMNS */
void day_cell(struct rows *r, struct date d);                 /* for eyes as people write it */

bool unit_run_lines(struct cli *c, bool after, struct err *err); /* successors, predecessors */
bool unit_run_history(struct cli *c, struct err *err);
bool unit_run_add(struct cli *c, struct err *err);
bool unit_run_import(struct cli *c, struct err *err);
bool unit_run_lineage(struct cli *c, struct err *err);
#endif

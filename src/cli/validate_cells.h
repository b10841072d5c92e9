/* SPDX-License-Identifier: Apache-2.0
 *
 * validate_cells: findings of validation as people and programs read them, alike in validate, table, import and load.
 */
#ifndef VALIDATE_CELLS_H
#define VALIDATE_CELLS_H
#include "command.h"
#include "rows.h"
#include "validate.h"

/* For eyes: one finding and where it stands, in two lines. */
void validated_show(struct cli *c, const struct validated *v);
/* All of them but notes, with how many of each on standard error. */
[[nodiscard]] bool validation_show(struct cli *c, const struct validation *v, struct err *err);
/* A JSON list of the findings of a statement of a file: [{"rule":...,"severity":...,"place":...,"message":...}]. */
void validation_write_json(struct buf *b, const struct validation *v, size_t statement);
void validation_cell(struct rows *r, const struct validation *v, size_t statement); /* likewise, as a cell */
/* How many contradictions and doubts, as a note on standard error; nothing when there is none. */
void validation_note(struct cli *c, const struct validation *v);
/* False with ERR_FIGURES_IMPOSSIBLE when a figure of the file cannot be, each told on standard error, unless the user
 * gave a reason (--despite). */
[[nodiscard]] bool validation_permit(struct cli *c, const struct validation *v, struct str despite, struct err *err);
#endif

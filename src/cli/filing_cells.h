/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_cells: what the parts of the command filing have in common.
 */
#ifndef FILING_CELLS_H
#define FILING_CELLS_H
#include "filing_board.h"
#include "filing_sheet.h"
#include "known_on.h"
#include "record_cells.h"
#include "statement_cells.h"
#include "unit_cells.h"

/* The unit of an option, on a day; *given is false when the option was not typed. */
[[nodiscard]] bool filing_unit(struct looked_unit *out, bool *given, struct cli *c, const char *option, struct date day,
                               struct err *err);
/* --period; NONE when it was not typed. Errors: ERR_PERIOD_UNKNOWN. */
[[nodiscard]] bool filing_period(struct period *out, struct cli *c, struct err *err);
/* The arguments after the word: ids, or one definition with --unit and --period. Errors: ERR_FILING_ID,
 * ERR_FILING_NONE. */
[[nodiscard]] bool filing_named(struct filing_ids *out, struct cli *c, struct err *err);

struct str filing_state_shown(const struct cli *c, enum filing_state s);
const char *filing_sender_shown(enum unit_kind kind);
/* The words of data in an error of the centre ("draft", "commune") become words of the language. Always false. */
bool filing_fail_in_words(struct cli *c, struct err *err);
struct str filing_verdict_shown(const struct cli *c, enum filing_verdict v);
void filing_id_cell(struct rows *r, struct filing_id id); /* "" for none */
void figure_id_cell(struct rows *r, struct figure_id id); /* "" for none */
/* A value of an indicator, for eyes as tables show it. */
void filing_value_cell(struct cli *c, struct rows *r, const struct figure_key *key, struct decimal value,
                       enum figure_bound bound, struct str measure);

[[nodiscard]] bool filing_run_list(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_count(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_definitions(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_show(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_history(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_corrections(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_open(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_require(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_define(struct cli *c, struct err *err);
[[nodiscard]] bool filing_run_step(struct cli *c, enum filing_state to, struct err *err);
#endif

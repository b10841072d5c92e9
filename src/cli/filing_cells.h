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

/* The unit that was typed; *given: something was. Tells which ones a name could be. */
[[nodiscard]] bool filing_unit(struct looked_unit *out, bool *given, struct cli *c, struct str typed, struct date day,
                               struct err *err);

/* What the words after the first are about: a definition, a place and a time in any order; the last two by options
 * too. */
struct filing_asked {
    struct str definition;  /* "": none was named */
    struct str unit, under; /* as typed; "": not */
    struct str said;        /* the time as typed */
    struct period period;   /* NONE: not named */
};
/* Errors: those of asked_words, ERR_PERIOD_UNKNOWN; when `needed`: ERR_ARGUMENTS_FEW without a definition. A word that
 * means nothing is taken for the definition, so that the message is about it. */
[[nodiscard]] bool filing_asked_read(struct filing_asked *out, struct cli *c, bool needed, struct err *err);
/* The arguments after the word: ids, or one definition with a place and a time. Errors: ERR_FILING_ID,
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
                       enum figure_bound bound, struct str measure, const char *mark);

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

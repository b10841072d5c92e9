/* SPDX-License-Identifier: Apache-2.0
 *
 * target_cells: what `dieuhanh programme` and `dieuhanh target` have in common.
 */
#ifndef TARGET_CELLS_H
#define TARGET_CELLS_H
#include "command.h"
#include "known_on.h"
#include "target_status.h"

/* Refuses too few and too many arguments behind the word. */
[[nodiscard]] bool cli_word_arguments(struct cli *c, size_t least, size_t most, struct err *err);
struct str cli_code(struct cli *c, size_t argument); /* an argument as text; "" when there is none */

/* What `programme list` and `status` are asked about: a programme, a place and a time, by arguments in any order or by
 * options; "" and NONE: not named. Errors: those of asked_words, ERR_PROGRAMME_UNKNOWN. */
struct programme_asked {
    struct str programme, unit;
    struct period period;
};
[[nodiscard]] bool programme_asked_read(struct programme_asked *out, struct cli *c, const struct target_rows *rows,
                                        bool status, struct err *err);

void when_cell(struct rows *r, struct period p); /* for eyes as people say it */
void number_cell(struct rows *r, bool has, struct decimal d);
void verdict_cell(struct cli *c, struct rows *r, const struct target_result *result);
/* [{"period":"2023","value":15},...], for eyes "2023: ≥ 15 %" */
void levels_cell(struct cli *c, struct rows *r, const struct target *t);

/* Words on standard output, on a terminal in lines that begin with so many blanks and break between words. */
void cli_put_wrapped(struct cli *c, size_t indent, struct str words);
/* "đạt 11/12 chỉ tiêu (91,67 %); 1 không đạt" in the language of the user. */
void cli_put_sum(struct cli *c, const struct target_sum *s);

/* The table of counts, and the rows of one unit in it; all: also those of all its programmes together. */
struct rows *programme_sum_rows(struct cli *c);
/* tasks: those under each programme, and behind them all. */
struct aim_sum;
void programme_put_sums(struct cli *c, struct rows *r, const struct programme_status *s, const struct aim_sum *tasks,
                        bool all);

bool programme_run_import(struct cli *c, struct err *err);
bool programme_run_status(struct cli *c, struct err *err);
bool target_run_add(struct cli *c, struct err *err);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_cells: what the parts of the commands matter, task and dossier have in common. `task` and `dossier` are
 * `matter` for the one kind of that name.
 */
#ifndef MATTER_CELLS_H
#define MATTER_CELLS_H
#include "known_on.h"
#include "matter_board.h"
#include "matter_make.h"
#include "matter_origin.h"
#include "record_cells.h"
#include "unit_cells.h"

#define COLUMNS_OF(columns) (columns), sizeof(columns) / sizeof *(columns)

/* The kind that is meant: that of the command (task, dossier), else --kind; "" for any. */
struct str matter_kind_option(const struct cli *c);
bool matter_of_voice(const struct cli *c); /* petition: of citizens' voice only */
/* The unit of an option on a day; *out stays as it is, and false is in *given, when it was not typed. */
[[nodiscard]] bool matter_unit_option(struct looked_unit *out, bool *given, struct cli *c, const char *option,
                                      struct err *err);
/* Units of an option with ';' between them. */
[[nodiscard]] bool matter_units_option(struct looked_units *out, struct cli *c, const char *option, struct err *err);
/* --on, else today. */
struct date matter_day(const struct cli *c);
/* The arguments from a place on: ids and numbers of matters, and field=value. Errors: those of matter_typed,
 * ERR_MATTER_OTHER_KIND, ERR_ARGUMENTS_FEW when there is no matter and one is needed. */
struct matter_ids {
    VEC_FIELDS(struct matter_id);
};
[[nodiscard]] bool matter_arguments(struct matter_ids *ids, struct name_values *typed, struct cli *c, size_t from,
                                    struct err *err);
/* "product=Kế hoạch" into two. False when there is no '=' behind a code. */
bool matter_assignment(struct name_value *out, struct str argument);

struct str matter_id_shown(struct arena *a, struct matter_id id);
struct str matter_group_shown(const struct cli *c, enum matter_group g);
struct str matter_verdict_shown(const struct cli *c, enum matter_verdict v);
struct str matter_name_shown(const struct cli *c, struct str name); /* of a slot; else as it is */
struct str matter_need_shown(const struct cli *c, const struct matter_kind *k, struct str need);
struct str matter_value_shown(struct cli *c, struct str name, struct str value);
struct str matter_day_shown(struct arena *a, struct date d); /* "2/3/2026" */
/* "2/3/2026", with "16:30 " before it where the minute is known; of a due day of a matter: "16:30 2/3/2026". */
struct str matter_moment_shown(struct arena *a, struct moment m);
/* "trễ 3 ngày", "còn 5 ngày"; "" without a due day. */
struct str matter_late_shown(struct cli *c, const struct board_matter *m);
void matter_style(struct rows *r, enum matter_verdict v); /* of the next cell */

/* Of a change: what the options of every word say: the day, the note, the file, who. */
[[nodiscard]] bool matter_begin_wish(struct matter_wish *w, struct author *author, struct cli *c,
                                     enum matter_event_kind event, struct err *err);
/* What `new` asks for, out of arguments (the title stands at `title`) and options; *unit is room for the unit that
 * answers for it. */
[[nodiscard]] bool matter_new_wish(struct matter_wish *w, struct author *author, struct looked_unit *unit,
                                   struct cli *c, size_t title, struct err *err);
/* The options of these names that were typed. */
void matter_take_slots(struct name_values *out, struct cli *c, const char *const *names, size_t count);
void matter_tell_given(struct cli *c, const struct kept_matter *m); /* "đã giao M7 (NV-2026-7), hạn 20/3/2026" */

/* The directives that a matter was made of: a line each for eyes, a list of ids for programs. */
[[nodiscard]] bool matter_origin_load(struct statement_list *out, struct cli *c, struct matter_id id, struct err *err);
void matter_put_origin(struct cli *c, const struct statement_list *said);
void matter_origin_cell(struct rows *r, const struct statement_list *said);

[[nodiscard]] bool matter_run_new(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_move(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_assign(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_extend(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_edit(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_note(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_attach(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_list(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_mine(struct cli *c, struct err *err);
void matter_note_unused(struct cli *c); /* conditions of lists that counts do not look at */
[[nodiscard]] bool matter_run_stats(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_proposals(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_accept(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_show(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_late(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_chase(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_chased(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_chain(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_filter(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_report(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_grade(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_import(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_export(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_recompute(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_feed(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_form(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_held(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_series(struct cli *c, struct err *err);
[[nodiscard]] bool matter_run_hand(struct cli *c, struct err *err);
/* A list as `list` shows it, as of --on. */
[[nodiscard]] bool matter_put_list(struct cli *c, const struct matter_list *list, struct err *err);

/* --filter: what it asks for, as if it had been typed; what was typed goes before. */
[[nodiscard]] bool matter_filter_option(struct cli *c, struct err *err);
/* Who was chased and reminded for a matter, and what came of it: lines for eyes, a list for programs. */
struct chase_list;
[[nodiscard]] bool matter_put_chases(struct cli *c, const struct board_matter *row, const struct chase_list *all,
                                     struct date on, struct err *err);
void matter_chases_cell(struct cli *c, struct rows *r, const struct chase_list *all);

/* Kind, units, days and text of a question (list, stats, late, chased), a filter among them; unit and under are room
 * for those. The record is open. */
[[nodiscard]] bool matter_wish_of(struct board_wish *w, struct looked_unit *unit, struct looked_unit *under,
                                  struct cli *c, struct err *err);
/* "12/15 (80,0 %)" of a part and a whole; "" when there is nothing to divide by. */
struct str matter_rate_shown(struct cli *c, uint64_t part, uint64_t whole, struct decimal percent);
/* What is missing in the words of people, where a message names it by its code; always false. */
bool matter_error_shown(const struct cli *c, struct err *err);
#endif

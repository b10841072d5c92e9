/* SPDX-License-Identifier: Apache-2.0
 *
 * task_proposal: a directive that was read, as the task that it could become: what is to be done, by which unit, by
 * which day, and out of which document. It proposes; a person decides (task_make), can say otherwise in everything, or
 * rejects the statement. The words of the document stay with the task.
 *
 *   unit  "quận", "phường", "thành phố" alone mean the place of the document, or the unit above it of that kind; a
 *         task that a document sets for itself is its place's; a name is looked for below the place first; of a list
 *         of names ("Phòng A, Phòng B và Phòng C") each gets a task of its own; a crowd ("các phòng, ban") is nobody
 *   due   "trước ngày 31/01" ends on 30 January, "trước tháng 6" on 31 May; a month, quarter, year, term ends on its
 *         last day; what recurs ("trước ngày 25 hằng tháng") and mere urgency have no day
 */
#ifndef TASK_PROPOSAL_H
#define TASK_PROPOSAL_H
#include "matter_make.h"
#include "statement_rows.h"

struct task_proposal {
    struct kept_statement kept; /* a directive */
    struct str document_name;   /* its file */
    struct str symbol;          /* that the document gives itself, or "" */
    struct str title;
    struct str giver;          /* who asks; "": a task of one's own, or not said */
    struct looked_units units; /* who has to do it; none: it is not clear */
    struct date due;           /* unknown: no day was said */
};

struct task_proposals {
    VEC_FIELDS(struct task_proposal);
};

/* The last day on which something is in time: `due` as the reader read the words. Unknown when there is none. */
struct date task_due_day(struct period due, struct str words);

/* Those behind `after` that wait, in the order of their ids, at most `most`. Strings live in the arena. */
[[nodiscard]] bool task_proposals(struct task_proposals *out, struct db *db, struct arena *a,
                                  struct document_id document, struct statement_id after, uint64_t most,
                                  struct date today, struct err *err);

struct task_wish {
    const struct statement_id *ids;
    size_t id_count;
    struct matter_wish as;  /* day, today, said, and what a person says otherwise: unit, with, typed values */
    struct date due;        /* instead of the proposed one; unknown: as proposed */
    bool has_title, no_due; /* typed has a title; there shall be no due day */
    bool again;             /* though a task was made of it already */
};
/* All of them or none, as one entry. out: the tasks, in the order of the ids. Errors: ERR_STATEMENT_MISSING,
 * ERR_MATTER_STATEMENT, ERR_MATTER_STATEMENT_MADE, ERR_MATTER_STATEMENT_UNIT, those of matter_do. */
[[nodiscard]] bool task_make(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                             const struct task_wish *w, struct err *err);
#endif

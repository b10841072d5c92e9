/* SPDX-License-Identifier: Apache-2.0
 *
 * task_report: the periodic report of how tasks that were given went (Quyết định 42/2014/QĐ-TTg asks for one; its form
 * is that of DOMAIN 1.6 and 8.2): of a unit, or of what lies under one, over the days of a period.
 *
 * Everything is told as it was at the end of the last day: state, due day, unit, giver are brought back to that day
 * from the events, so a report that is made again later says the same. What was there before the first day and had not
 * ended was carried over. An end is in time by the due day that it had; of those, the ones that a later due day saved
 * are counted too. What was dropped is in no rate. Lateness of what goes on is that on the last day, or today when
 * that is earlier.
 *
 * What was reached, what was wanting, why, and what is proposed are the words of people: notes with results, reasons of
 * what was sent back, extended, paused, refused, and notes that say what they are about. Each keeps its matter, its
 * author and its entry of the journal.
 */
#ifndef TASK_REPORT_H
#define TASK_REPORT_H
#include "checkpoint.h"
#include "matter_board.h"
#include "period.h"
#include "report_window.h"

enum task_count {
    TASK_TOTAL,
    TASK_CARRIED, /* of these: there before the first day */
    TASK_FRESH,   /* given on these days */
    TASK_ENDED_IN_TIME,
    TASK_SAVED, /* of these: behind the first due day, in time by a later one */
    TASK_ENDED_LATE,
    TASK_ENDED_NO_DUE,
    TASK_WAITING, /* nobody has taken it; in TASK_RUNNING too */
    TASK_RUNNING, /* waiting or under way */
    TASK_RUNNING_IN_TIME,
    TASK_RUNNING_LATE,
    TASK_RUNNING_NO_DUE,
    TASK_REDO, /* of these: was sent back and is done again */
    TASK_PAUSED,
    TASK_DROPPED,
    TASK_SUBMITTED, /* how often on these days, not how many tasks: results that were sent in */
    TASK_APPROVED,
    TASK_RETURNED,
    TASK_EXTENDED,
    TASK_CHASED,
    TASK_REMINDED,
    TASK_COUNTS
};
struct str task_count_word(enum task_count c); /* "total", ...: names of columns */

enum task_axis { TASK_AXIS_ALL, TASK_AXIS_FIELD, TASK_AXIS_GIVER, TASK_AXIS_UNIT, TASK_AXES };
struct str task_axis_word(enum task_axis x); /* "all", "area", "giver", "unit" */

struct task_sum {
    enum task_axis axis;
    struct str key, name; /* "": not said */
    uint64_t of[TASK_COUNTS];
};

enum task_rate { TASK_RATE_DONE, TASK_RATE_IN_TIME, TASK_RATE_LATE, TASK_RATES };
/* Part and whole: ended of all but the dropped; in time of what ended with a due day; late of what goes on. */
struct matter_rate task_rate(const struct task_sum *s, enum task_rate r);
struct str task_rate_word(enum task_rate r); /* "rate_done", ... */

enum task_part { TASK_REACHED, TASK_LIMIT, TASK_CAUSE, TASK_PROPOSAL, TASK_PARTS };
struct str task_part_word(enum task_part p); /* "reached", "limit", "cause", "proposal" */

/* From where the words are. */
enum task_source {
    TASK_FROM_RESULT,    /* said with a result that was approved */
    TASK_FROM_RETURN,    /* why it was sent back */
    TASK_FROM_LATE,      /* nobody's words: it is, or ended, late */
    TASK_FROM_EXTENSION, /* why it got another due day */
    TASK_FROM_PAUSE,
    TASK_FROM_REFUSAL,
    TASK_FROM_NOTE,
    TASK_SOURCES
};
struct str task_source_word(enum task_source s); /* "result", "return", ... */
struct str task_source_vi(enum task_source s);   /* "kết quả", "lý do trả lại", ... */

struct task_said {
    enum task_part part;
    enum task_source source;
    const struct report_task *task;
    struct date day;
    struct str who, text; /* of TASK_FROM_LATE: "" and "" */
    int64_t entry;        /* of the journal; 0: of none */
};

struct report_task {
    struct board_matter row; /* as it was on the last day */
    struct str area;
    bool carried, saved, redo;
    uint32_t submitted, approved, sent_back, extended, chased, reminded; /* on these days */
    struct kept_events events;                                           /* of all days */
};

struct task_report {
    struct str unit_name; /* "": of all */
    struct str period;    /* "quý I năm 2026" */
    struct report_window days;
    struct date on; /* as of */
    bool law_window;
    struct {
        VEC_FIELDS(struct report_task *);
    } tasks; /* by id */
    struct {
        VEC_FIELDS(struct task_sum);
    } sums; /* by axis, then as they are shown: the most first */
    struct {
        VEC_FIELDS(struct task_said);
    } said; /* by part, day, matter */
    struct checkpoint checkpoint;
    struct str known; /* of a record of an earlier day, in words; set by the caller, else "" */
};

struct task_report_wish {
    struct str kind;
    const struct looked_unit *unit, *under; /* NULL: any */
    struct period period;
    bool law_window; /* the days of NĐ 09/2019/NĐ-CP Điều 12, else those of the period itself */
    struct date today;
};
/* Errors: ERR_TASK_PERIOD, ERR_TASK_WINDOW. */
[[nodiscard]] bool task_report_make(struct task_report *out, struct db *db, struct arena *a,
                                    const struct task_report_wish *w, struct err *err);

/* One task into what is said. kind: as it was when the task began. */
void task_report_say(struct task_report *r, struct arena *a, const struct report_task *t,
                     const struct matter_kind *kind);
/* What is said in its order. */
void task_report_sort_said(struct task_report *r);

/* In Vietnamese, whatever the program speaks. */
void task_report_markdown(struct buf *b, struct arena *a, const struct task_report *r);
void task_report_html(struct buf *b, struct arena *a, const struct task_report *r);
#endif

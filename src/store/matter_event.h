/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_event: what one event makes of a matter, as its kind allows it. The same code judges an event when it is made
 * and when the journal is applied again, so nothing comes into a record that its kind does not allow.
 */
#ifndef MATTER_EVENT_H
#define MATTER_EVENT_H
#include "matter_rows.h"
#include "record_id.h"

/* An event as somebody wants it. */
struct matter_told {
    enum matter_event_kind kind;
    struct matter_id matter; /* not of an opening */
    struct str word;         /* opening: the kind */
    uint32_t version;        /* and its version */
    struct str move;         /* of a move */
    struct date day;
    bool timed;     /* and its minute: of matters with a clock by rule */
    int16_t minute; /* of the day; looked at when it is timed */
    bool said;      /* the day was stated and is not that of the entry */
    struct str note;
    struct name_values set;         /* "" takes a value away */
    struct word_list with, without; /* units that help from now on, or no more */
    struct matter_file file;        /* its bytes are content already */
    struct matter_chase chase;      /* of MATTER_EVENT_CHASE */
    enum matter_topic topic;        /* of MATTER_EVENT_NOTE */
    struct statement_id statement;  /* opening: the directive that it was made of; n == 0: none */
};

struct moment matter_told_at(const struct matter_told *t);

/* What stands around a matter and is not in its row. */
struct matter_beside {
    bool has_file; /* before this event */
};

/* Judge and do it: *m becomes what it is after the event, *e the event as it is kept. m->id, steps and the number are
 * the caller's. Errors: ERR_MATTER_MOVE_UNKNOWN, ERR_MATTER_MOVE_FROM, ERR_MATTER_LACKS, ERR_MATTER_ENDED,
 * ERR_MATTER_NAME, ERR_MATTER_SLOT, ERR_MATTER_VALUE, ERR_MATTER_DAY, ERR_MATTER_DUE_BEFORE, ERR_MATTER_DUE_SAME,
 * ERR_MATTER_NO_EXTEND, ERR_MATTER_NOTHING, ERR_MATTER_APPOINTMENT, ERR_MATTER_RECKON,
 * ERR_CHASE_WORDS. */
[[nodiscard]] bool matter_happen(struct kept_matter *m, struct kept_event *e, struct arena *a,
                                 const struct matter_kind *k, const struct matter_told *t,
                                 const struct matter_beside *beside, struct err *err);
/* How it ended, in truth and as the portal was told, where the kind has a field for that. */
void matter_judge_end(struct kept_matter *m, const struct matter_kind *k);
/* As a value of an object that is being written; nothing where it says nothing. */
struct json_writer;
void matter_chase_write(struct json_writer *j, const struct matter_chase *c);
/* What a field takes: its choices, or its type. */
struct str matter_field_takes(struct arena *a, const struct kind_field *f, struct str typed);
/* Which moves may be tried from a state: "take, refuse". */
struct str matter_moves_from(struct arena *a, const struct matter_kind *k, struct str state);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_rows: kinds of matter in their versions, matters, and what happened to them (docs/MATTERS.md).
 *
 * What an event sets is a list of names and values. The names that every matter has are the slots below; all others are
 * fields of its kind. Values are texts in the form in which the record keeps them (field_value_write, ids, days).
 */
#ifndef MATTER_ROWS_H
#define MATTER_ROWS_H
#include "db.h"
#include "map.h"
#include "matter.h"
#include "matter_clock.h"
#include "sha256.h"

struct name_value {
    struct str name, value;
};
struct name_values {
    VEC_FIELDS(struct name_value);
};
struct name_value *name_value_find(const struct name_values *v, struct str name); /* or NULL */

/* --- kinds */

struct kept_kind {
    struct str word, name;
    uint32_t version; /* from 1 */
    struct digest sha256;
    int64_t entry;
    struct str who, time; /* of the entry; read, not saved */
};
struct kept_kinds {
    VEC_FIELDS(struct kept_kind);
};
[[nodiscard]] bool kind_rows(struct kept_kinds *out, struct db *db, struct arena *a, struct err *err);
/* A version of a kind, the last one when it is 0; *found says whether there is one. */
[[nodiscard]] bool kind_row(struct kept_kind *out, bool *found, struct db *db, struct arena *a, struct str word,
                            uint32_t version, struct err *err);
[[nodiscard]] bool kind_save(struct db *db, const struct kept_kind *k, struct err *err);
/* The kind itself, read from the content of `truth`. ERR_KIND_UNKNOWN when there is none. */
[[nodiscard]] bool kind_load(struct matter_kind *out, struct db *tables, struct db *truth, struct arena *a,
                             struct str word, uint32_t version, struct err *err);

/* --- matters */

struct kept_matter {
    struct matter_id id;
    struct str kind;
    uint32_t version;
    uint32_t year, serial; /* of its number; 0: the number was given */
    struct str state;
    enum matter_group group;
    enum matter_party waits;
    bool returned;
    /* The slots: */
    struct str number, title, unit, person, giver, follower, document, clause, parent, priority, secrecy, due,
        appointment, clock;
    struct name_values fields;
    struct date opened, since; /* since: the day of the last move */
    struct date first_due, due_day;
    struct date ended;               /* unknown: it has not */
    struct moment due_moment, end;   /* the same with their minutes, where the clock is one of hours */
    enum matter_outcome truth, told; /* how it ended, and how it did as the portal was told */
    uint32_t steps;                  /* events */
    int64_t entry;
};

struct matter_list {
    VEC_FIELDS(struct kept_matter);
};

/* The text of a slot, or NULL when there is none of that name. */
struct str *matter_slot(struct kept_matter *m, struct str name);

bool matter_row_read(struct kept_matter *out, struct arena *a, const struct db_rows *row); /* of SELECT m.* */
/* ERR_MATTER_MISSING when there is none. */
[[nodiscard]] bool matter_load(struct kept_matter *out, struct db *db, struct arena *a, struct matter_id id,
                               struct err *err);
/* Those of a number, at most two. */
[[nodiscard]] bool matter_of_number(struct matter_list *out, struct db *db, struct arena *a, struct str number,
                                    struct err *err);
[[nodiscard]] bool matter_children(struct matter_list *out, struct db *db, struct arena *a, struct matter_id id,
                                   uint32_t most, struct err *err);
struct str matter_fields_text(struct arena *a, const struct name_values *fields); /* as the row keeps them: JSON */
[[nodiscard]] bool matter_next(struct matter_id *out, struct db *db, struct err *err);
[[nodiscard]] bool matter_insert(struct db *db, struct arena *a, const struct kept_matter *m, struct err *err);
/* Many at once: how many there are of each sort is gathered, and written when all are there. */
struct matter_sort {
    struct str unit, kind;
    enum matter_group group;
    int64_t due; /* as in matter_count */
    enum matter_outcome truth, told;
    int64_t n;
};
struct matter_tally {
    struct arena *arena;
    struct map at; /* what makes a sort -> its place */
    struct {
        VEC_FIELDS(struct matter_sort);
    } sorts;
    struct matter_id first, last; /* the rows, whose ids run on; 0: none */
};
[[nodiscard]] bool matter_insert_tallied(struct db *db, struct arena *a, const struct kept_matter *m,
                                         struct matter_tally *t, struct err *err);
/* Counts, words and first due days of these rows. */
[[nodiscard]] bool matter_tally_save(struct db *db, const struct matter_tally *t, struct err *err);
/* old: the row as it was. */
[[nodiscard]] bool matter_update(struct db *db, struct arena *a, const struct kept_matter *m,
                                 const struct kept_matter *old, struct err *err);
/* Every clock that a rule reckons and that has not ended. */
struct running_clock {
    struct matter_id id;
    struct str due, clock; /* borrowed until the next one */
};
[[nodiscard]] bool matter_clocks(struct db *db, bool (*take)(void *self, const struct running_clock *c), void *self,
                                 struct err *err);
/* The next number of a kind in a year (0: of all years). */
[[nodiscard]] bool matter_serial(uint32_t *out, struct db *db, struct str kind, uint32_t year, struct err *err);
[[nodiscard]] bool matter_number_taken(bool *out, struct db *db, struct str kind, struct str number, struct err *err);

/* --- what happened */

struct matter_file {
    struct digest sha256;
    struct str name; /* "": there is none */
    uint64_t size;
};

/* Whom somebody chased, and by which document; a unit is its id. */
struct matter_chase {
    struct str document;     /* "": by words alone */
    struct str person, unit; /* at most one; both "": whoever owes it */
};

struct kept_event {
    uint32_t step;
    enum matter_event_kind kind;
    struct str move, from, to; /* states; of a move, and `to` of the opening */
    struct date day;
    struct moment at; /* the same day, with its minute where it was kept */
    bool said;        /* the day was stated and is not that of the entry */
    struct str note;
    struct matter_file file; /* that came with it; of those that are read its name and size stand in data */
    struct str
        data; /* JSON: {"set":[["due","2026-03-01","2026-04-01"]],"with":[...],"without":[...],"attachment":{...},
                       "chase":{"document":"...","unit":"..."},"topic":"limit"} */
    int64_t entry;
    struct str who, time; /* of the entry; read, not saved */
};
struct kept_events {
    VEC_FIELDS(struct kept_event);
};
[[nodiscard]] bool matter_event_save(struct db *db, struct matter_id id, const struct kept_event *e, struct err *err);
[[nodiscard]] bool matter_events(struct kept_events *out, struct db *db, struct arena *a, struct matter_id id,
                                 struct err *err);
/* What a name was and became by an event, and the file that came with it. */
struct event_change {
    struct str name, old, new;
};
struct event_data {
    const struct event_change *set;
    size_t set_count;
    struct word_list with, without;
    struct matter_file file;
    struct matter_chase chase; /* of MATTER_EVENT_CHASE */
    enum matter_topic topic;   /* of MATTER_EVENT_NOTE */
};
[[nodiscard]] bool event_data_read(struct event_data *out, struct arena *a, struct str data);
[[nodiscard]] bool matter_has_file(bool *out, struct db *db, struct matter_id id, struct err *err);

/* --- helping units, due days */

struct str_list {
    VEC_FIELDS(struct str);
};
[[nodiscard]] bool matter_units(struct str_list *out, struct db *db, struct arena *a, struct matter_id id,
                                struct err *err);
[[nodiscard]] bool matter_unit_add(struct db *db, struct matter_id id, struct str unit, int64_t entry, struct err *err);
[[nodiscard]] bool matter_unit_remove(struct db *db, struct matter_id id, struct str unit, struct err *err);
/* Every unit that answers for a matter. */
[[nodiscard]] bool matter_unit_codes(struct str_list *out, struct db *db, struct arena *a, struct err *err);

struct kept_deadline {
    struct date due;
    struct moment at; /* the same, with its minute where the clock is one of hours */
    struct str clock; /* the question by which it was reckoned (matter_clock.h); "": a day that was named */
    uint32_t step;
    struct str reason;
    int64_t entry;
    struct str who, time; /* of the entry; read, not saved */
};
struct kept_deadlines {
    VEC_FIELDS(struct kept_deadline);
};
[[nodiscard]] bool matter_deadline_save(struct db *db, struct matter_id id, const struct kept_deadline *d,
                                        struct err *err);
[[nodiscard]] bool matter_deadlines(struct kept_deadlines *out, struct db *db, struct arena *a, struct matter_id id,
                                    struct err *err);
#endif

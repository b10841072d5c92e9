/* SPDX-License-Identifier: Apache-2.0
 *
 * remind_rows: rules of reminding of an office, outlets, where people are reached, and what was sent.
 */
#ifndef REMIND_ROWS_H
#define REMIND_ROWS_H
#include "db.h"
#include "matter.h"
#include "remind.h"
#include "sha256.h"

struct kept_remind_rule {
    struct remind_rule rule;
    bool used; /* false: the office does without it */
};
struct kept_remind_rules {
    VEC_FIELDS(struct kept_remind_rule); /* by code */
};

struct kept_outlet {
    struct str name, type, place, sender, login, secret; /* secret: the name of an environment variable */
    bool used;
};
struct kept_outlets {
    VEC_FIELDS(struct kept_outlet); /* by name */
};

struct kept_contact {
    struct str side; /* "person", "unit" */
    struct str who;  /* as matters name him; the id of the unit */
    struct str outlet;
    struct str address; /* "": no more */
};
struct kept_contacts {
    VEC_FIELDS(struct kept_contact); /* by side, who, outlet */
};

[[nodiscard]] bool remind_rule_rows(struct kept_remind_rules *out, struct db *db, struct arena *a, struct err *err);
[[nodiscard]] bool outlet_rows(struct kept_outlets *out, struct db *db, struct arena *a, struct err *err);
[[nodiscard]] bool contact_rows(struct kept_contacts *out, struct db *db, struct arena *a, struct err *err);
[[nodiscard]] bool remind_rule_save(struct db *db, const struct kept_remind_rule *r, int64_t entry, struct err *err);
[[nodiscard]] bool outlet_save(struct db *db, const struct kept_outlet *o, int64_t entry, struct err *err);
[[nodiscard]] bool contact_save(struct db *db, const struct kept_contact *c, int64_t entry, struct err *err);

/* --- what is sent */

struct delivery_id {
    uint32_t n; /* 0: none; shown as N7 */
};

enum delivery_state {
    DELIVERY_WAITING,
    DELIVERY_SENDING, /* somebody is at it, or was when his machine stopped */
    DELIVERY_SENT,
    DELIVERY_FAILED,  /* it did not arrive; it is tried again */
    DELIVERY_REFUSED, /* the other side will not have it */
    DELIVERY_UNKNOWN, /* it may have arrived; a person decides */
    DELIVERY_DROPPED, /* a person gave it up */
    DELIVERY_STATES
};
struct str delivery_state_word(enum delivery_state s); /* "waiting", ... */
[[nodiscard]] bool delivery_state_read(enum delivery_state *out, struct str word);
/* Whether one state may follow another: nothing that was sent, or may have been, is sent again unless a person says so
 * (from UNKNOWN to WAITING). */
bool delivery_may_go(enum delivery_state from, enum delivery_state to);

struct kept_delivery {
    struct delivery_id id;
    struct date day;
    struct str outlet, side, who, address;
    uint32_t items;
    struct digest sha256;
    enum delivery_state state;
    uint32_t tries;
    int64_t next_at; /* seconds since 1970 */
    int64_t entry, changed;
    struct str time; /* of the entry `changed`; of lists only */
    uint32_t things; /* how many matters and reports it speaks of; likewise */
};
struct delivery_list {
    VEC_FIELDS(struct kept_delivery);
};

struct delivery_item {
    struct matter_id matter; /* n == 0: of a report that is owed */
    struct str report;       /* DEFINITION/UNIT/PERIOD; else "" */
    struct str due;          /* the due day that it was about */
    struct str rule;
    int32_t step;
};
struct delivery_items {
    VEC_FIELDS(struct delivery_item);
};

struct delivery_attempt {
    enum delivery_state state;
    struct str note, who, time;
    int64_t entry;
};
struct delivery_attempts {
    VEC_FIELDS(struct delivery_attempt);
};

/* What somebody was told last of a matter, or of a report. */
struct told_step {
    struct matter_id matter; /* or */
    struct str report;
    struct str due, rule, side, who, outlet;
    int32_t step;
};
struct told_steps {
    VEC_FIELDS(struct told_step); /* by matter, or report */
};

/* What was sent about one matter. */
struct matter_delivery {
    struct str due, rule, side, who, outlet;
    int32_t step;
    struct delivery_id id;
    struct date day;
    enum delivery_state state;
    int64_t changed; /* the entry by which it came into that state */
    struct str by;   /* who made the messages */
};
struct matter_deliveries {
    VEC_FIELDS(struct matter_delivery);
};

/* ERR_DELIVERY_MISSING when there is none. */
[[nodiscard]] bool delivery_load(struct kept_delivery *out, struct db *db, struct arena *a, struct delivery_id id,
                                 struct err *err);
/* Behind an id, of one state (DELIVERY_STATES: of any), at most so many. */
[[nodiscard]] bool delivery_rows(struct delivery_list *out, struct db *db, struct arena *a, struct delivery_id after,
                                 enum delivery_state state, uint32_t most, struct err *err);
[[nodiscard]] bool delivery_item_rows(struct delivery_items *out, struct db *db, struct arena *a, struct delivery_id id,
                                      struct err *err);
[[nodiscard]] bool delivery_attempt_rows(struct delivery_attempts *out, struct db *db, struct arena *a,
                                         struct delivery_id id, struct err *err);
[[nodiscard]] bool told_step_rows(struct told_steps *out, struct db *db, struct arena *a, const struct matter_id *ids,
                                  size_t count, struct err *err);
[[nodiscard]] bool told_report_rows(struct told_steps *out, struct db *db, struct arena *a, const struct str *reports,
                                    size_t count, struct err *err);
[[nodiscard]] bool matter_delivery_rows(struct matter_deliveries *out, struct db *db, struct arena *a,
                                        struct matter_id id, struct err *err);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * register_rows: registers in their versions, their entries, and what happened to these (docs/REGISTERS.md).
 */
#ifndef REGISTER_ROWS_H
#define REGISTER_ROWS_H
#include "matter_rows.h"
#include "register.h"

/* --- registers */

struct kept_register {
    struct str word, name;
    uint32_t version; /* from 1 */
    struct digest sha256;
    int64_t entry;
    struct str who, time; /* of the entry; read, not saved */
};
struct kept_registers {
    VEC_FIELDS(struct kept_register);
};
[[nodiscard]] bool register_rows(struct kept_registers *out, struct db *db, struct arena *a, struct err *err);
/* A version, the last one when it is 0; *found says whether there is one. */
[[nodiscard]] bool register_row(struct kept_register *out, bool *found, struct db *db, struct arena *a, struct str word,
                                uint32_t version, struct err *err);
[[nodiscard]] bool register_save(struct db *db, const struct kept_register *r, struct err *err);
/* The register itself, read from the content of `truth`. ERR_REGISTER_UNKNOWN when there is none. */
[[nodiscard]] bool register_load(struct register_def *out, struct db *tables, struct db *truth, struct arena *a,
                                 struct str word, uint32_t version, struct err *err);

/* --- entries */

struct register_id {
    uint32_t n; /* 0: none; shown as R7 */
};
void register_id_write(struct buf *b, struct register_id id);
[[nodiscard]] bool register_id_read(struct register_id *out, struct str s); /* "R7", "r7" */

/* Closed: somebody ended it and said why. An open one may have a last day as well, as a permit has. */
enum register_state { REGISTER_ENTRY_OPEN, REGISTER_ENTRY_CLOSED, REGISTER_ENTRY_VOID, REGISTER_STATES };
struct str register_state_word(enum register_state s); /* "open", "closed", "void" */
[[nodiscard]] bool register_state_read(enum register_state *out, struct str word);

enum { REGISTER_NEVER_AT = 9999999 }; /* the column to_at of what has no last day */

struct register_entry {
    struct register_id id;
    struct str def;
    uint32_t version; /* of the register, when it was last written by it */
    struct str unit;
    enum register_state state; /* void: it was never true and counts nowhere */
    struct name_values fields; /* as kept; of a secret its hash */
    struct str key;            /* what makes it one; "": nothing does */
    struct date from, to;      /* both included; `to` unknown: open */
    uint32_t steps;            /* events */
    int64_t entry;
};
struct register_entries {
    VEC_FIELDS(struct register_entry);
};

struct str register_entry_value(const struct register_entry *e, struct str field); /* "" when it has none */
bool register_entry_meets(const struct register_entry *e, const struct register_condition *where, size_t count);
bool register_entry_valid(const struct register_entry *e, struct date day);

bool register_entry_read(struct register_entry *out, struct arena *a, const struct db_rows *row); /* of SELECT e.* */
/* ERR_REGISTER_ENTRY_MISSING when there is none. */
[[nodiscard]] bool register_entry_load(struct register_entry *out, struct db *db, struct arena *a,
                                       struct register_id id, struct err *err);
/* The open one of a key, beside `but`; id 0 when there is none. */
[[nodiscard]] bool register_entry_of_key(struct register_id *out, struct db *db, struct str def, struct str key,
                                         struct register_id but, struct err *err);
/* The one of a key that begins on a day, open or closed. */
[[nodiscard]] bool register_entry_of_version(struct register_id *out, struct db *db, struct str def, struct str key,
                                             struct str from, struct err *err);
[[nodiscard]] bool register_entry_next(struct register_id *out, struct db *db, struct err *err);
[[nodiscard]] bool register_entry_insert(struct db *db, struct arena *a, const struct register_def *d,
                                         const struct register_entry *e, struct err *err);
/* old: the row as it was, with the register in the version by which it was written. */
[[nodiscard]] bool register_entry_update(struct db *db, struct arena *a, const struct register_def *d,
                                         const struct register_entry *e, const struct register_def *old_def,
                                         const struct register_entry *old, struct err *err);
/* Whether lists are asked by values of the field along an index. */
bool register_field_is_asked_by(const struct register_field *f);
/* Units that have entries in a register. */
[[nodiscard]] bool register_unit_codes(struct str_list *out, struct db *db, struct arena *a, struct str def,
                                       struct err *err);

/* --- what happened */

enum register_event_kind {
    REGISTER_EVENT_ENTER,
    REGISTER_EVENT_EDIT,
    REGISTER_EVENT_CLOSE,
    REGISTER_EVENT_VOID, /* it was never true */
    REGISTER_EVENT_SEEN, /* somebody was shown what is masked, and why */
    REGISTER_EVENT_KINDS
};
struct str register_event_word(enum register_event_kind k);
[[nodiscard]] bool register_event_read(enum register_event_kind *out, struct str word);

struct register_event {
    uint32_t step;
    enum register_event_kind kind;
    struct date day;
    struct str note;
    struct str data; /* JSON: {"set":[["name","old","new"]]}; event_data_read reads it */
    int64_t entry;
    struct str who, time; /* of the entry; read, not saved */
};
struct register_events {
    VEC_FIELDS(struct register_event);
};
[[nodiscard]] bool register_event_save(struct db *db, struct register_id id, const struct register_event *e,
                                       struct err *err);
[[nodiscard]] bool register_events(struct register_events *out, struct db *db, struct arena *a, struct register_id id,
                                   struct err *err);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * target_rows: programmes, their targets with all revisions, judgements and notes. There are some hundreds of them, so
 * they are read all at once.
 */
#ifndef TARGET_ROWS_H
#define TARGET_ROWS_H
#include "db.h"
#include "map.h"
#include "target.h"

/* A resolution, programme, scheme or plan. */
struct programme {
    struct str code;
    struct str kind; /* "resolution", "programme", "scheme", "plan" */
    struct str name;
    struct str parent;  /* code of the one above, or "" */
    struct str unit;    /* id */
    struct str symbol;  /* of the document, "12-NQ/QU" */
    struct date issued; /* or unknown */
    struct str issuer;
    struct period term; /* or none */
};

struct kept_target {
    struct target target;
    uint32_t revision; /* from 0 */
    uint32_t before;   /* 1 + place of the revision before among those of target_rows; 0: none */
    int64_t entry;
};

struct kept_judgement {
    struct str target; /* code */
    struct period period;
    bool reached;
    struct str evidence;
    struct str who, time; /* of the entry; not looked at when it is saved */
};

struct kept_note {
    struct str target; /* code */
    struct period period;
    struct str cause, remedy, owner;
    struct date due; /* or unknown */
    struct str who, time;
};

struct target_rows {
    struct {
        VEC_FIELDS(struct programme);
    } programmes; /* in the order in which they came */
    struct {
        VEC_FIELDS(struct kept_target);
    } targets; /* all revisions, in the order in which they came */
    struct {
        VEC_FIELDS(struct kept_judgement);
    } judgements; /* by target and period */
    struct {
        VEC_FIELDS(struct kept_note);
    } notes; /* by target and period */
    /* code -> place of the last revision; of the first judgement and note of a target */
    struct map last, judged, noted;
};

/* A revision more, in memory alone; it must be the next of its code. */
void target_rows_add(struct target_rows *r, struct arena *a, const struct kept_target *t);

[[nodiscard]] bool target_rows_load(struct target_rows *out, struct db *db, struct arena *a, struct err *err);
const struct programme *programme_find(const struct target_rows *r, struct str code); /* NULL: none */
/* The revision that counts on a day (unknown: the last); NULL: there is none yet. */
const struct kept_target *target_on(const struct target_rows *r, struct str code, struct date day);
const struct kept_note *note_find(const struct target_rows *r, struct str target, struct period p); /* NULL: none */

[[nodiscard]] bool programme_save(struct db *db, struct arena *a, const struct programme *p, int64_t entry,
                                  struct err *err);
/* As the next revision of its code; that of *t must be it (ERR_RECORD_BROKEN). */
[[nodiscard]] bool target_save(struct db *db, struct arena *a, const struct kept_target *t, struct err *err);
[[nodiscard]] bool judgement_save(struct db *db, struct arena *a, const struct kept_judgement *g, int64_t entry,
                                  struct err *err);
[[nodiscard]] bool note_save(struct db *db, struct arena *a, const struct kept_note *n, int64_t entry, struct err *err);
#endif

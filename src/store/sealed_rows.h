/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed_rows: what the record has of sealed identities: who has a reading key, which boxes belong to a matter, who may
 * open them, and everything that was done with them. The boxes themselves lie elsewhere (sealed_box.h).
 */
#ifndef SEALED_ROWS_H
#define SEALED_ROWS_H
#include "matter_rows.h"
#include "signing.h"

enum sealed_event_kind {
    SEALED_READER,     /* a person gets a reading key, or another one */
    SEALED_READER_END, /* he is no reader any more: all his rights end */
    SEALED_SEAL,       /* an identity is sealed for a matter */
    SEALED_ALLOW,
    SEALED_FORBID,
    SEALED_LOOK,    /* somebody who may is about to be shown it */
    SEALED_REFUSED, /* somebody who may not has asked */
    SEALED_EVENTS
};
struct str sealed_event_word(enum sealed_event_kind k); /* "reader", ... */
[[nodiscard]] bool sealed_event_read(enum sealed_event_kind *out, struct str word);

struct sealed_reader {
    struct str person;
    struct public_key public;
};
struct sealed_readers {
    VEC_FIELDS(struct sealed_reader); /* by person */
};
/* Of one person where he is named, else all. */
[[nodiscard]] bool sealed_readers(struct sealed_readers *out, struct db *db, struct arena *a, struct str person,
                                  struct err *err);

struct kept_box {
    struct str box;
    struct matter_id matter;
    struct digest sha256;
};
struct kept_boxes {
    VEC_FIELDS(struct kept_box);
};
/* Of a matter; of all where it is none. */
[[nodiscard]] bool sealed_boxes(struct kept_boxes *out, struct db *db, struct arena *a, struct matter_id matter,
                                struct err *err);

struct sealed_right {
    struct matter_id matter;
    struct str person;
};
struct sealed_rights {
    VEC_FIELDS(struct sealed_right);
};
/* Who may, of a matter; what a person may; each where it is named. */
[[nodiscard]] bool sealed_rights(struct sealed_rights *out, struct db *db, struct arena *a, struct matter_id matter,
                                 struct str person, struct err *err);
bool sealed_may(const struct sealed_rights *r, struct str person);

/* One thing that happened, as it is told and as it is kept. */
struct sealed_event {
    enum sealed_event_kind kind;
    struct matter_id matter;  /* 0: of readers */
    struct str person;        /* whom it is about; of a look who looks */
    struct public_key public; /* of a reader */
    struct str box;           /* of sealing */
    struct digest sha256;
    struct word_list persons; /* of sealing: who may open it */
    struct str why, note;     /* of a refusal: "not_allowed", "other_key", "no_box" */
    int64_t entry;            /* read, not told, with what follows */
    struct str who, time;
};
struct sealed_events {
    VEC_FIELDS(struct sealed_event);
};
/* In their order; keys, digests and persons are not read. */
[[nodiscard]] bool sealed_events(struct sealed_events *out, struct db *db, struct arena *a, struct matter_id matter,
                                 struct err *err);

[[nodiscard]] bool sealed_reader_save(struct db *db, const struct sealed_reader *r, int64_t entry, struct err *err);
[[nodiscard]] bool sealed_reader_remove(struct db *db, struct str person, struct err *err);
[[nodiscard]] bool sealed_box_row_save(struct db *db, const struct kept_box *b, int64_t entry, struct err *err);
[[nodiscard]] bool sealed_right_save(struct db *db, struct matter_id matter, struct str person, int64_t entry,
                                     struct err *err);
[[nodiscard]] bool sealed_right_remove(struct db *db, struct matter_id matter, struct str person, struct err *err);
[[nodiscard]] bool sealed_event_save(struct db *db, const struct sealed_event *e, int64_t entry, struct err *err);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * load_rows: what was loaded into a record at once: files of figures that stand in no table of figures but as parts
 * (figure_part.h), because that many rows would take minutes. Ids run on through the parts of a load.
 */
#ifndef LOAD_ROWS_H
#define LOAD_ROWS_H
#include "db.h"
#include "figure_part.h"
#include "sha256.h"

struct kept_load {
    uint32_t id; /* shown as N1 */
    struct str name;
    struct digest file; /* of the bytes of the file; they themselves are not kept */
    uint64_t size;
    uint32_t first, count; /* ids of its figures */
    int64_t undone;        /* the entry that took it back; 0: it stands */
    int64_t entry;
    struct str who, time; /* of the entry */
    struct str map;       /* SHA-256 of the map by which the file was read, in hexadecimal; "": none */
};

struct load_list {
    VEC_FIELDS(struct kept_load);
};
[[nodiscard]] bool load_list(struct load_list *out, struct db *db, struct arena *a, struct err *err);

/* One part of one load, as it is read: everything lives until `see` returns. */
struct load_part {
    const struct kept_load *load;
    uint32_t first; /* id of its first figure */
    struct figure_part figures;
};

/* What can be said of a part without reading it. */
struct load_reach {
    uint32_t first, count;
    struct str low, high; /* its indicators lie between these two */
};

struct load_part_row {
    struct load_reach reach;
    struct digest content; /* the part, as bytes */
};

struct load_part_rows {
    VEC_FIELDS(struct load_part_row);
};
/* The parts of a load, in order. */
[[nodiscard]] bool load_part_list(struct load_part_rows *out, struct db *db, struct arena *a, uint32_t load,
                                  struct err *err);

struct load_visitor {
    void *self;
    bool (*wants)(void *self, const struct load_reach *part); /* others are not read; NULL: all */
    void (*see)(void *self, const struct load_part *part);
};
/* Every part of every load that stands, in the order of their ids. Errors: ERR_RECORD_BROKEN. */
[[nodiscard]] bool load_each_part(struct db *db, const struct load_visitor *v, struct err *err);
#endif

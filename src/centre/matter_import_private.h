/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_import_private: between the files of matter_import.
 */
#ifndef MATTER_IMPORT_PRIVATE_H
#define MATTER_IMPORT_PRIVATE_H
#include "matter_enter.h"
#include "matter_import.h"
#include "matter_part.h"

/* Cells of a row; behind them the words with a move, and the day on which a result was handed out. */
enum { IMPORT_NOTE = MATTER_PART_COLUMNS, IMPORT_HANDED, IMPORT_TARGETS };
enum { IMPORT_PROBLEMS_SHOWN = 200, IMPORT_DOUBTS_SHOWN = 100 };

/* A word of a column, looked up once. */
struct import_word {
    struct str meant;
    bool right;
    struct err err;
};
struct import_words {
    struct map at;
    struct {
        VEC_FIELDS(struct import_word);
    } list;
};

/* A row that waits until its part is full. */
struct import_row {
    struct str *cells; /* IMPORT_TARGETS */
    uint32_t line;
    bool wrong; /* a problem of it is told */
};

struct importing {
    struct db *db;
    struct arena *arena; /* as long as the import */
    struct arena *part;  /* of the rows that wait */
    const struct matter_import_wish *wish;
    struct matter_import_result *out;
    struct known_kind kind;
    const struct workdays *workdays;
    struct str heads[IMPORT_TARGETS]; /* of the list, for messages; "" */
    int column[IMPORT_TARGETS];       /* where a target stands; -1: nowhere */
    struct import_words words[IMPORT_TARGETS];
    bool *clock_begun;  /* of each state: a matter in it has passed where the clock begins */
    struct map numbers; /* number -> line */
    struct {
        VEC_FIELDS(struct import_row);
    } rows;
    struct matter_clock_parts clock; /* of the row before */
    struct map looked_up;            /* "unit day procedure" -> place in filled */
    struct {
        VEC_FIELDS(struct name_values);
    } filled; /* what a register says of it */
    struct {
        VEC_FIELDS(struct new_unit);
    } units;
    struct matter_part_writer writer;
    struct buf events; /* lines of the part of events that is being made */
    uint32_t event_count;
    struct {
        VEC_FIELDS(struct matter_list_part);
    } parts, event_parts;
    struct err *err;
};

/* Tells what is wrong with a row; the import goes on to find the rest. cell: IMPORT_TARGETS for the whole row. */
void import_tell(struct importing *i, struct import_row *row, size_t cell, const struct err *e);
void import_doubt(struct importing *i, const struct import_row *row, enum import_doubt_kind kind, struct str name,
                  struct str said, struct str reckoned);
struct str import_target_name(const struct importing *i, size_t cell);

/* The events that wait become a part. */
[[nodiscard]] bool import_events_end(struct importing *i);
/* The cells of a row from its texts: words and days to what they mean. False only where the record failed. */
[[nodiscard]] bool import_row_read(struct importing *i, struct import_row *row, const struct list_row *texts);
/* Of a new matter without a term: what a register says of its procedure. False where the record failed. */
[[nodiscard]] bool import_look_up(struct importing *i, struct import_row *row);
/* Of a new matter: what it lacks, and when it is due. */
void import_row_complete(struct importing *i, struct import_row *row);
/* A row of a known matter: the moves to its state, into the part of events. */
[[nodiscard]] bool import_go_on(struct importing *i, struct import_row *row, const struct kept_matter *m);
/* What a word in a column means, through the map, the catalogue and the record; NULL where it is wrong, which is told.
 * *failed: the record failed. */
const struct str *import_word(bool *failed, struct importing *i, struct import_row *row, size_t cell, struct str word);
#endif

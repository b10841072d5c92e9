/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_private: between the files of figure_file.
 */
#ifndef FIGURE_PRIVATE_H
#define FIGURE_PRIVATE_H
#include "figure_file.h"
#include "flat.h"
#include "map.h"
#include "sheet.h"

/* The fields of a figure, by name in figure_row.c. Those behind PASSED are known and not looked at. */
enum figure_field {
    FIELD_UNIT,
    FIELD_INDICATOR,
    FIELD_PERIOD,
    FIELD_KIND,
    FIELD_ASPECT,
    FIELD_AGAINST,
    FIELD_LAYER,
    FIELD_VALUE,
    FIELD_VALUE_SCALE,
    FIELD_VALUE_MAX,
    FIELD_VALUE_MAX_SCALE,
    FIELD_OF,
    FIELD_OF_SCALE,
    FIELD_BOUND,
    FIELD_MEASURE,
    FIELD_FORMULA, /* by which it was reckoned, not reported: the record reckons itself, so the row is passed over */
    FIELD_PASSED,
    FIELD_NONE
};

/* How numbers that stand as texts are written, decided field by field over the whole file. */
struct figure_habits {
    enum sheet_habit value, value_max, of; /* never AUTO */
};
/* told: HABIT_AUTO, or what the user says. A number beside a scale was written by a program, with a point, and decides
 * nothing. Errors: ERR_FIGURES_UNCLEAR (a text can be read in two ways and nothing decides), ERR_FIGURES_MIXED,
 * ERR_FIGURES_FIELD. */
[[nodiscard]] bool figure_habits_find(struct figure_habits *out, struct arena *a, const struct flat_record *records,
                                      size_t count, struct str file, enum sheet_habit told, struct err *err);

/* One record, field by field. */
struct figure_row {
    struct arena *arena;
    struct str file;
    size_t line;
    const struct flat_field *of[FIELD_PASSED]; /* NULL: not there, or nothing */
    bool canonical; /* a package: measures and numbers are written as the record keeps them */
    struct figure_habits habits;
};

/* Errors: ERR_FIGURES_FIELD. */
[[nodiscard]] bool figure_row_open(struct figure_row *out, struct arena *a, const struct flat_record *r,
                                   struct str file, struct err *err);
/* The field with its place, for a message. */
bool figure_row_fail(const struct figure_row *r, enum figure_field f, enum err_code code, struct err *err);
struct str figure_row_text(const struct figure_row *r, enum figure_field f); /* "" when not there */
bool figure_text_is_plain(struct str s, size_t most);                        /* one line, not longer than that */
/* All of a figure but its place. Errors: ERR_FIGURES_MISSING, _VALUE, _NUMBER, _INDICATOR, _MEASURE. */
[[nodiscard]] bool figure_row_read(struct figure_statement *out, struct str *layer, const struct figure_row *r,
                                   struct err *err);

/* The units of a file while it is read. */
struct figure_units {
    struct db *db;
    struct arena *arena;
    struct map typed;   /* text and days of the period -> place in found */
    struct map by_name; /* name -> place in found of the first of that name */
    struct {
        VEC_FIELDS(struct kept_unit); /* code, and a name that only it has in this file */
    } found;
    struct {
        VEC_FIELDS(struct new_unit); /* that the record does not have */
    } fresh;
    struct map fresh_codes; /* code -> place in fresh */
    struct map told;        /* code -> place in rows: what a table of units says */
    struct {
        VEC_FIELDS(struct new_unit);
    } rows;
};

/* The unit that a row means. `exact`: it is written by its id. Errors: ERR_FIGURES_UNIT. */
[[nodiscard]] bool figure_unit_find(struct kept_unit *out, struct figure_units *u, struct str typed,
                                    struct period period, bool exact, const struct figure_row *row, struct err *err);
/* The table of units of a package; all of it joins the record. Errors: ERR_PACKAGE_UNIT. */
[[nodiscard]] bool figure_units_read(struct figure_units *u, struct str text, struct str file, struct err *err);

/* What a package says of itself. Paths are behind its folder. */
struct package_paths {
    struct str figures, units; /* units: "" when it has none */
    struct str figures_hash, units_hash;
};
/* Errors: ERR_PACKAGE_OTHER. */
[[nodiscard]] bool package_read(struct package_paths *out, struct arena *a, struct str json, struct str name,
                                struct err *err);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * form: how the tables of one kind of file become figures: which column names the row, which holds the place or the
 * time, which holds values of what. It is proposed from the heads, read and corrected by a person as a small text, and
 * used again for every file with the same heads.
 *
 *     form     1
 *     table    Bieu 1   4F0C6A21D3B7E591   # Giá trị sản xuất theo giá hiện hành
 *     unit     Tỷ đồng
 *     column   A  name      # Chỉ tiêu
 *     column   C  value     aspect=estimate  unit=tỷ đồng          # Ước tính quý IV năm 2024
 *     column   D  skip      # Ghi chú
 *     row      Thu nội địa  C02
 *
 * Fields are separated by tabs. What a column says of its period, aspect, kind, unit is read from the head of each
 * file; key=value says it instead: indicator, period, aspect, kind, against, layer (of a plan), unit, place. Behind "#"
 * is for eyes.
 */
#ifndef FORM_H
#define FORM_H
#include "plan.h"
#include "read.h"
#include "sheet.h"
#include "table_head.h"

enum form_role { FORM_SKIP, FORM_NAME, FORM_PLACE, FORM_TIME, FORM_UNIT, FORM_VALUE, FORM_ROLES };

struct form_column {
    uint16_t column;
    enum form_role role;
    struct str indicator, unit, place; /* "" : as head and row say */
    struct period period;              /* NONE: likewise */
    enum figure_aspect aspect;
    enum figure_kind kind;
    enum figure_against against;
    bool has_aspect, has_kind, has_against, has_layer;
    enum plan_layer layer;
    struct str head; /* the words of the head in the file that it was proposed from, for eyes */
};

struct form_row {
    struct str name, indicator;
};

struct form_table {
    struct str sheet, title; /* for eyes and for messages */
    uint64_t fingerprint;    /* of the heads */
    struct str unit, place;
    struct {
        VEC_FIELDS(struct form_column);
    } columns;
    struct {
        VEC_FIELDS(struct form_row);
    } rows;
};

struct form {
    VEC_FIELDS(struct form_table);
};

/* One table of a workbook: its place, and what its heads say. */
struct form_source {
    const struct sheet *sheet;
    uint32_t first, head, body, end, beside; /* as sheet_region */
    uint32_t over, over_end; /* rows of the head of the table above that go on being the head of this one */
    uint64_t fingerprint;
    struct str title, unit;  /* words above it, and the unit of measure that they name, or "" */
    struct str place;        /* the unit of government that they name (form_place.h), or "" */
    struct period period;    /* that the title names, or NONE */
    struct str not_time;     /* a time in the title that cannot be; then `period` is NONE; or "" */
    const struct str *words; /* head of each column, from above to below */
    const struct table_head *heads;
    uint16_t columns; /* at most 1024: what is to the right of them is not looked at */
};

/* The tables of a workbook that hold figures; hidden sheets are left out. `only`: of that sheet, or NULL. */
size_t form_sources(struct form_source **out, struct arena *a, const struct workbook *w, const struct sheet *only,
                    struct date date);
/* What their heads and cells seem to mean; to be looked at by a person. */
void form_propose(struct form *out, struct arena *a, const struct form_source *sources, size_t count);

void form_write(struct buf *b, const struct form *f);
void form_write_plain(struct buf *b,
                      const struct form *f); /* without what is for eyes only: the same for equal forms */
/* Errors: ERR_FORM_LINE (name, line, what is wrong there), ERR_INDICATOR_UNKNOWN. */
[[nodiscard]] bool form_read(struct form *out, struct arena *a, struct str text, struct str name, struct err *err);

/* The table of the form for a source, or NULL. */
const struct form_table *form_find(const struct form *f, const struct form_source *s);

/* The figures of a workbook as statements, in order of their place in w->text; cells of columns of values that cannot
 * be read are its problems (doubts, ERR_FORM_CELL), and so are times of columns, rows and titles that cannot be: what
 * they are the time of is left out (ERR_FORM_TIME). Where no column says a place it is that of *o, else that of the
 * source. Every table with figures must be in the form. Errors: ERR_FORM_OTHER (file, sheet and row of the table that
 * the form does not know, its head). */
[[nodiscard]] bool form_figures(struct reading *out, struct arena *a, const struct workbook *w, const struct form *f,
                                const struct form_source *sources, size_t count, const struct read_options *o,
                                struct str name, struct err *err);
#endif

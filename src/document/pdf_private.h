/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_private: what the files that make cells of a table's lines share (pdf_table.c, pdf_head.c, pdf_rows.c).
 */
#ifndef PDF_PRIVATE_H
#define PDF_PRIVATE_H
#include "pdf.h"

/* A chunk of a table's line in its columns [first, last]. */
struct pdf_part {
    uint32_t line; /* of the paper */
    uint16_t first, last;
    int32_t left, top, right, bottom;
    struct str text;
    bool figure;
};

struct pdf_parts {
    VEC_FIELDS(struct pdf_part);
};

/* Where lines of one table begin among its parts. */
struct pdf_rows {
    const struct pdf_part *parts;
    const uint32_t *starts; /* count + 1: the parts of row i are [starts[i], starts[i + 1]) */
    uint32_t count;
};

/* The cells of the head, lines [0, head) of rows; *rows: how many rows they make. */
void pdf_head_cells(struct pdf_table *t, struct arena *a, const struct pdf_rows *lines, uint32_t head);
/* The cells of the body, lines [head, count), as rows from t->head_rows on. */
void pdf_body_cells(struct pdf_table *t, struct arena *a, const struct pdf_rows *lines, uint32_t head);

void pdf_cell_add(struct pdf_table *t, struct arena *a, struct pdf_cell c);
/* "a" and "b" with a blank between; after a hyphen without. */
struct str pdf_joined(struct arena *a, struct str before, struct str behind);
/* "A B 1 2 3=2/1", "(1) (2) (3)": cell by cell; false when the row does not number columns. */
struct pdf_numbering {
    uint64_t last;
    uint32_t numbers;
};
bool pdf_numbering_take(struct pdf_numbering *n, struct str s);
bool pdf_parts_number(const struct pdf_part *at, uint32_t count);
bool pdf_is_row_number(struct str s); /* "1", "12.", "1.1", "a)", "IV", "-": what stands before a label */
bool pdf_is_year(struct str s);

/* Whether a line that begins so goes on with the one above: a small letter, a bracket, a mark that joins. */
bool pdf_text_goes_on(struct str s);
#endif

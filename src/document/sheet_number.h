/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_number: numbers that stand as text in a sheet: "1.234,5" or "1,234.5"?
 */
#ifndef SHEET_NUMBER_H
#define SHEET_NUMBER_H
#include "arena.h"
#include "sheet.h"

/* What one text says of how numbers are written; bits. */
enum {
    WRITTEN_NUMBER = 1,  /* it is a number at all */
    WRITTEN_VI = 2,      /* can only be read with '.' between groups or ',' before decimals */
    WRITTEN_EN = 4,      /* the other way */
    WRITTEN_EITHER = 8,  /* one separator with three digits behind: "1.234" */
    WRITTEN_COMMA = 16,  /* that separator is ',' */
    WRITTEN_CODE = 32,   /* digits with a zero in front: 00123 */
    WRITTEN_PLAIN5 = 64, /* a whole number of more than four digits without groups: 12345 */
};
unsigned sheet_number_look(struct str s);

/* What the texts of one column say together. */
struct number_column {
    unsigned seen; /* bits of all texts */
    bool mixed;    /* they need both ways */
};
unsigned number_column_look(struct number_column *c, struct str s); /* one more text; its own bits */
/* The habit that its texts leave; AUTO when they leave both and it matters. Nothing is to be asked of a mixed one. */
enum sheet_habit number_column_habit(const struct number_column *c);

/* Reads it as written under a habit that is not AUTO. "12,5%" gives 0.125 and sets SHEET_PERCENT in *flags. False when
 * the separators do not fit. */
[[nodiscard]] bool sheet_number_read(struct decimal *out, uint8_t *flags, struct str s, enum sheet_habit habit);

/* Turns texts of cells[0..count) into numbers, column by column. A column is read in one habit: the one that its own
 * texts leave possible; if they leave both, the one of the other columns of the sheet (a note); if these say nothing
 * either, it stays text (a doubt: ERR_SHEET_UNCLEAR). A column whose texts need both stays text (ERR_SHEET_MIXED). A
 * column with codes (00123) stays text. habit: HABIT_AUTO, or what the user says.
 *
 * What was written in the English way gets a text in the Vietnamese one ("1,234.5" -> "1234,5"), in `a`: the reader of
 * reports must not take "1,234" for a decimal. True when there was any such text. */
bool sheet_numbers(struct problems *out, struct arena *a, struct sheet_cell *cells, size_t count, struct str sheet,
                   enum sheet_habit habit);
#endif

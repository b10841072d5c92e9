/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_number: how the numbers of a file are written that stand as texts ("1.234"), by the rule of the columns of a
 * sheet (sheet_number.h): a field is a column. A JSON number needs no rule, its grammar has one point and no groups.
 */
#include "figure_private.h"

#include "sheet_number.h"

struct field {
    enum figure_field of, scale;
    struct number_column column;
    size_t odd; /* 1 + the record that shows the doubt; 0: none */
};

static bool look(struct field *f, const struct figure_row *r, size_t at)
{
    const struct flat_field *cell = r->of[f->of];
    if (!cell || cell->kind != FLAT_TEXT || r->of[f->scale]) return true;
    bool mixed = f->column.mixed;
    unsigned w = number_column_look(&f->column, cell->value);
    if ((w & WRITTEN_EITHER) && !f->odd) f->odd = at + 1;
    if (f->column.mixed && !mixed) f->odd = at + 1;
    return w != 0;
}

bool figure_habits_find(struct figure_habits *out, struct arena *a, const struct flat_record *records, size_t count,
                        struct str file, enum sheet_habit told, struct err *err)
{
    struct field fields[] = {{.of = FIELD_VALUE, .scale = FIELD_VALUE_SCALE},
                             {.of = FIELD_VALUE_MAX, .scale = FIELD_VALUE_MAX_SCALE},
                             {.of = FIELD_OF, .scale = FIELD_OF_SCALE}};
    enum sheet_habit *habits[] = {&out->value, &out->value_max, &out->of};
    struct figure_row row;
    for (size_t i = 0; told == HABIT_AUTO && i < count; i++) {
        if (!figure_row_open(&row, a, &records[i], file, err)) return false;
        for (size_t f = 0; f < 3; f++)
            if (!look(&fields[f], &row, i)) return figure_row_fail(&row, fields[f].of, ERR_FIGURES_NUMBER, err);
    }
    for (size_t f = 0; f < 3; f++) {
        *habits[f] = told == HABIT_AUTO ? number_column_habit(&fields[f].column) : told;
        if (*habits[f] != HABIT_AUTO && !fields[f].column.mixed) continue;
        if (!figure_row_open(&row, a, &records[fields[f].odd - 1], file, err)) return false;
        return figure_row_fail(&row, fields[f].of, fields[f].column.mixed ? ERR_FIGURES_MIXED : ERR_FIGURES_UNCLEAR,
                               err);
    }
    return true;
}

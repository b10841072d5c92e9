/* SPDX-License-Identifier: Apache-2.0
 *
 * cube: the current figures of a record, laid out for reckoning. It is made once from a list of figures, is never
 * changed, and answers without the database; a change of the record makes a new cube.
 *
 * What is asked is one cell (unit, indicator) and a period; every answer names the figures that made it and, where
 * one was missing, which (answer.h).
 */
#ifndef CUBE_H
#define CUBE_H
#include "arena.h"
#include "figure.h"

/* A figure with its number in the record. */
struct cube_figure {
    uint32_t id; /* shown as F12 */
    struct figure figure;
};

struct cube;

/* The figures and their strings must live as long as the cube. */
struct cube *cube_make(struct arena *a, const struct cube_figure *figures, size_t count);
size_t cube_count(const struct cube *c);   /* figures */
int cube_first_year(const struct cube *c); /* in which the earliest time of a figure begins; 0: it has none */

/* The codes that occur, sorted. */
struct codes {
    const struct str *at;
    size_t len;
};
struct codes cube_units(const struct cube *c);
struct codes cube_indicators(const struct cube *c);

/* The figures of one unit and indicator: rows [first, end), by kind, aspect, period, layer. Nothing known: first ==
 * end. */
struct cube_cell {
    uint32_t first, end;
};
struct cube_cell cube_cell_find(const struct cube *c, struct str unit, struct str indicator);
const struct cube_figure *cube_row(const struct cube *c, uint32_t row);

/* Rows of a cell with that kind and aspect: in the order of their periods, so a series. */
struct cube_cell cube_series(const struct cube *c, struct cube_cell cell, enum figure_kind kind,
                             enum figure_aspect aspect);

/* The times for which a unit has figures of kind LEVEL that are no plan, from the latest back; in the arena. */
struct cube_periods {
    const struct period *at;
    size_t len;
};
struct cube_periods cube_periods(const struct cube *c, struct arena *a, struct str unit);
#endif

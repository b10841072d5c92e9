/* SPDX-License-Identifier: Apache-2.0
 *
 * dataset: the current figures of a record as a folder that other programs read: a Tabular Data Package of Frictionless
 * Data, version 1. It holds figures.csv and what its codes mean: units.csv, indicators.csv, documents.csv; and
 * datapackage.json, which describes them. figure_file.h reads it back.
 *
 *   1. The same record gives the same bytes: no clock, rows in the order of their keys.
 *   2. A number is a text of all its digits; a scale beside it keeps how far it was known.
 *   3. Every code that figures.csv names stands in its table.
 */
#ifndef DATASET_H
#define DATASET_H
#include "db.h"

struct dataset_wish {
    struct str unit;      /* id: only its figures; "": all, and all units of the record */
    struct str indicator; /* code, or "" */
    struct str known;     /* "Như đã biết ...": of a record of an earlier day; "" */
    struct str license;   /* name or address of a licence that somebody gives the data; "": none is named */
};

struct dataset_result {
    size_t figures, units, indicators, documents;
};

/* Write the folder, which is made when it is not there; files of an earlier package in it are replaced, the description
 * last. Errors: ERR_FILE_WRITE, ERR_LICENSE. */
[[nodiscard]] bool dataset_save(struct dataset_result *out, struct db *db, struct arena *a, struct str folder,
                                const struct dataset_wish *w, struct err *err);
#endif

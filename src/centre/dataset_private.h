/* SPDX-License-Identifier: Apache-2.0
 *
 * dataset_private: between the files of dataset.
 */
#ifndef DATASET_PRIVATE_H
#define DATASET_PRIVATE_H
#include "dataset.h"
#include "document_rows.h"
#include "indicator.h"
#include "sha256.h"
#include "snapshot.h"

enum { TABLE_FIGURES, TABLE_UNITS, TABLE_INDICATORS, TABLE_DOCUMENTS, TABLE_COUNT };

/* The column `refers` of figures names a row of the table `to` by that table's first column. */
struct dataset_column {
    const char *name, *type, *title; /* type: of Table Schema */
    bool required;
    int to; /* 1 + the table whose first column it names; 0: none */
};

/* The first column is the primary key. */
struct dataset_table {
    const char *name, *title;
    const struct dataset_column *columns;
    size_t column_count;
};
extern const struct dataset_table DATASET_TABLES[TABLE_COUNT];

/* What goes into the tables. */
struct dataset_content {
    struct figure_list figures;
    struct unit_list units;
    struct document_list documents;
    struct {
        VEC_FIELDS(const struct indicator *);
    } indicators;
};

/* One table as CSV with its header. */
void dataset_table_write(struct buf *b, const struct dataset_content *c, int table);

struct dataset_bytes {
    size_t size;
    struct digest sha256;
};
/* datapackage.json */
void dataset_describe(struct buf *b, const struct dataset_content *c, const struct dataset_wish *w,
                      const struct dataset_bytes *tables);
#endif

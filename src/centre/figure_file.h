/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_file: figures that a program wrote, with their keys, as statements for the record: JSON, JSON Lines, or the
 * folder that dataset.h writes. The fields stand in docs/FORMATS.md ("Figures as JSON"). All of a file or nothing: the
 * first thing that is wrong ends it, with file, line and field.
 */
#ifndef FIGURE_FILE_H
#define FIGURE_FILE_H
#include "import.h"
#include "sheet.h"

enum figure_file_kind { FIGURE_FILE_NOT, FIGURE_FILE_JSON, FIGURE_FILE_PACKAGE };

struct figure_file {
    struct str bytes; /* of the document that the record keeps: the JSON, or the table of figures of a package */
    struct read_result read;
    const struct given_key *given;
    struct str mark; /* tells this way of reading from others: of the reading in the record */
    const struct new_unit *units;
    size_t unit_count;
};

/* What a path is: a name that ends in .json, .jsonl or .ndjson; a folder with a datapackage.json, or that file. */
enum figure_file_kind figure_file_kind(struct str path);

/* Read it; names of units are looked up in `db` and in the country. o->place is the unit of figures that name none;
 * habit: how numbers in JSON that stand as texts are written, AUTO: as the file decides (sheet_number.h).
 * Errors: those of file_read and flat.h, ERR_FILE_NOT_UTF8, ERR_FIGURES_*, ERR_PACKAGE_*. */
[[nodiscard]] bool figure_file_read(struct figure_file *out, struct db *db, struct arena *a, struct str path,
                                    const struct read_options *o, enum sheet_habit habit, struct err *err);

/* The same of JSON that the program has made itself, called `name`. */
[[nodiscard]] bool figure_bytes_read(struct figure_file *out, struct db *db, struct arena *a, struct str bytes,
                                     struct str name, const struct read_options *o, struct err *err);

/* Into the record, as one change; despite: as import_options. Errors: those of import_save. */
[[nodiscard]] bool figure_file_save(struct import_result *out, struct db *db, struct arena *a,
                                    const struct author *author, const struct figure_file *f,
                                    const struct read_options *o, bool accept, struct str despite, struct err *err);
#endif

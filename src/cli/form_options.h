/* SPDX-License-Identifier: Apache-2.0
 *
 * form_options: what the commands form and table share: the form of a file, kept or proposed, and its figures.
 */
#ifndef FORM_OPTIONS_H
#define FORM_OPTIONS_H
#include "form.h"
#include "sheet_options.h"
#include "validate.h"

/* A file of tables and the form that it is read by. */
struct formed {
    struct str path, bytes;
    struct workbook book;
    struct form_source *sources;
    size_t source_count;
    struct form form;
    bool kept; /* the form was read from the file of --form, else it was proposed */
    struct read_options read;
    struct str heading; /* the place that the headings of all tables name, where it is used; "" */
};

/* Reads the file and the form of --form, or proposes one where that file is not there. Errors: those of workbook_read
 * and form_read, ERR_FORM_NONE. */
[[nodiscard]] bool cli_formed(struct formed *out, struct cli *c, struct str path, struct err *err);
/* Where --place says nothing the headings do. Errors: those of form_places_find. */
[[nodiscard]] bool cli_formed_places(struct cli *c, struct formed *f, struct err *err);
/* Of which units the figures are, as notes. Errors: those of placed_units_find. */
[[nodiscard]] bool cli_tell_places(struct cli *c, const struct formed *f, const struct read_result *read,
                                   struct err *err);
/* The figures of the file. */
[[nodiscard]] bool cli_formed_figures(struct read_result *out, struct cli *c, struct formed *f, struct err *err);
/* Figures as rows, as `dieuhanh read` shows them, and what was found about them (NULL: they were not validated). */
[[nodiscard]] bool cli_put_figures(struct cli *c, const struct read_result *read, const struct validation *v,
                                   struct err *err);

#define FORM_READING_OPTIONS                                                                                           \
    {"date", 'd', OPTION_DATE, tr("NGÀY"), .help = tr("ngày của văn bản (2023-07-13), khi trong văn bản không ghi")},  \
    {                                                                                                                  \
        "place", 'p', OPTION_TEXT, tr("NƠI"), .help = tr("nơi mà văn bản nói về, ví dụ \"quận An Hòa\"")               \
    }
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * register_import: a list as a file (XLSX, XLS, CSV) becomes entries of a register, whole or not at all. Heads of
 * columns are the names or codes of fields. A row whose key an open entry has goes into that entry: what differs is
 * edited, a last day closes it, and where nothing differs nothing happens, so the same list again changes nothing.
 * An empty cell says nothing of a known entry. What is wrong is told row by row, all of it up to a limit.
 */
#ifndef REGISTER_IMPORT_H
#define REGISTER_IMPORT_H
#include "register_make.h"

enum { REGISTER_PROBLEMS_MOST = 100 };

struct register_import_wish {
    struct str def, bytes, name;
    struct date today;
    const struct looked_unit *unit; /* of rows that name none; NULL */
    struct str secret_key;
    bool dry; /* look only */
};
struct register_import_result {
    size_t rows, fresh, changed, same;
    struct {
        VEC_FIELDS(struct err); /* with the line of the list */
    } problems;
    struct str_list passed; /* heads that mean nothing to the register */
};
/* True and problems: nothing was written. Errors: those of list_sources_open and change_registers,
 * ERR_REGISTER_LIST_HEAD, ERR_REGISTER_UNKNOWN. */
[[nodiscard]] bool register_import(struct register_import_result *out, struct db *db, struct arena *a,
                                   const struct author *author, const struct register_import_wish *w, struct err *err);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * agency_code: identifiers of agencies, and the numbers of dossiers and procedures that begin or end with one. They are
 * written in two orders, which mean the same:
 *
 *   H29.18.05            Quyết định 20/2020/QĐ-TTg: level 1 at the left, then what lies below it
 *   000.05.18.H29        QCVN 102:2016/BTTTT: level 1 at the right; a level that there is not is 00 or 000
 *
 *   H29.18.05-261008-0975, 000.05.18.H29-261008-0975   a dossier: who received it, YYMMDD, the number of the day
 *   1.008377, 1.008377.000.00.00.H13                   a procedure: its national code, with whose version it is
 *
 * The canonical form is that of Quyết định 20/2020 without levels that there are not; what was typed is kept beside it
 * by whoever keeps it.
 */
#ifndef AGENCY_CODE_H
#define AGENCY_CODE_H
#include "date.h"
#include "str.h"

struct buf;

/* False when it is no code of an agency, in either order; nothing is written then. */
[[nodiscard]] bool agency_code_write(struct buf *b, struct str typed);
/* The same in the order of QCVN 102: false also when its levels do not fit there (four, of two digits but the last). */
[[nodiscard]] bool agency_code_old_write(struct buf *b, struct str typed);

struct dossier_code {
    struct str agency, serial; /* as typed */
    struct date day;
};
/* False when it is none, or its day is none (2015 and later). */
[[nodiscard]] bool dossier_code_read(struct dossier_code *out, struct str typed);
/* In the canonical form, and the other way of writing it: false when there is none. */
[[nodiscard]] bool dossier_code_write(struct buf *b, struct str typed);
[[nodiscard]] bool dossier_code_old_write(struct buf *b, struct str typed);

/* "1.008377" of "1.008377.000.00.00.H13": borrowed; the whole text when it is no code of a procedure. */
struct str procedure_code_national(struct str typed);
#endif

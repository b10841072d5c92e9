/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_form: a paper that is written out of a matter (kind_form.h): the slip of receipt, the letter of excuse, the
 * sheet of control. A form is lines; what stands in braces is taken from the matter:
 *
 *     # GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ       a heading
 *     Người nộp: {applicant}                           a field of the kind, a slot, or one of the names below
 *     ?Phí, lệ phí: {fee}                              left out when something in its braces is empty
 *     Lý do: {ask.note}                                what was said when the move `ask` was made last; also .day, .who
 *     |NGƯỜI NỘP|NGƯỜI NHẬN|                           a row of a table; the first one of several is its head
 *     *|{step.n}|{step.name}|{step.due}|               once for each hand that it went through
 *     +|{n}|{number}|{title}|                          once for each matter: the form is a list of them
 *
 * Names: slots (number, title, person, giver, document, ...), state_name, kind_name, unit_name, opened, begun, due,
 * appointment, ended, today; extend.note, extend.day of the last extension; step.n, name, person, from, due, to,
 * verdict. What is empty and not left out becomes dots to be filled in by hand. The result is Markdown, or HTML.
 */
#ifndef MATTER_FORM_H
#define MATTER_FORM_H
#include "kind_form.h"
#include "matter_board.h"

struct form_wish {
    const struct kind_form *form;
    const struct matter_id *ids; /* one, or several where the form is a list */
    size_t id_count;
    struct date on;
    bool html;
};
bool matter_form_lists(const struct kind_form *f); /* whether it has a row for each of many matters */
/* Errors: ERR_MATTER_FORM_LINE, those of matter_load. */
[[nodiscard]] bool matter_form_write(struct buf *out, struct db *db, struct arena *a, const struct form_wish *w,
                                     struct err *err);
/* A text as a form of the office, without a kind. */
struct kind_form matter_form_of(struct arena *a, struct str name, struct str text);
#endif

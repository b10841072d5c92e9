/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_form: a paper that is written out of a matter: its lines, in which braces name what stands in their place. Data
 * of the kind (docs/FORMATS.md), or a file of the office.
 */
#ifndef KIND_FORM_H
#define KIND_FORM_H
#include "matter_kind.h"

struct kind_form {
    struct str word, name; /* "mau01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" */
    struct str citation;
    struct word_list moves; /* by which it is raised; none: whenever it is asked for */
    struct word_list lines;
};
const struct kind_form *kind_form_find(const struct matter_kind *k, struct str word); /* or NULL */
#endif

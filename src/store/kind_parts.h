/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_parts: between kind_read and the readers of what a kind has beside states, moves and fields:
 * figures, forms, fields with a part in something.
 */
#ifndef KIND_PARTS_H
#define KIND_PARTS_H
#include "kind_json.h"

enum { KIND_FIGURES_MOST = 200, KIND_WHERE_MOST = 16, KIND_FORMS_MOST = 32 };

/* "figures" and "forms" of a kind whose fields and states are there already. */
[[nodiscard]] bool kind_figures_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root);
[[nodiscard]] bool kind_forms_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root);
/* "lookup", "steps" and "series": fields with a part in something. */
[[nodiscard]] bool kind_fields_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root);
#endif

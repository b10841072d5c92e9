/* SPDX-License-Identifier: Apache-2.0
 *
 * target_parse: what the fields of a line mean (target_lines.h).
 */
#ifndef TARGET_PARSE_H
#define TARGET_PARSE_H
#include "target_lines.h"
#include "target_rows.h"

/* What a line is about: a programme of that kind, or "" for a target. Errors: ERR_TARGET_VALUE. */
[[nodiscard]] bool target_line_kind(struct str *kind, struct arena *a, struct str file, const struct target_line *line,
                                    struct err *err);
/* Errors of both: ERR_TARGET_MISSING, _VALUE, _INDICATOR, _MEASURE, _BASE, _LEVEL. Unit (as typed) and parent are not
 * looked up. */
[[nodiscard]] bool target_parse_programme(struct programme *out, struct arena *a, struct str file,
                                          const struct target_line *line, struct str kind, struct err *err);
[[nodiscard]] bool target_parse_target(struct target *out, struct arena *a, struct str file,
                                       const struct target_line *line, struct err *err);
/* A number in a cell, or written by people ("1.234,5", "95 %"); not "1.234", which could be two things. */
[[nodiscard]] bool target_parse_number(struct decimal *out, struct str text, bool canonical);
#endif

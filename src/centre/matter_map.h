/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_map: how an office's lists of matters (matter_import.h) say things where the usual words (matter_heads.h) do
 * not do: a small text that is made once, proposed by the program and completed by a person, and used for every later
 * list of the same kind. One thing a line, fields separated by tabs, remarks from '#' on:
 *
 *     matter-map  1
 *     column  number  Mã biên nhận           the head of a column
 *     skip  Ghi chú                          a column that is left out
 *     value  state  Hoàn tất  finished       a word in a column: state, unit, a choice, any field
 *     set  channel  trực tiếp                for rows that say nothing there
 *     by  procedure  1.004194  term  5 ngày làm việc    for rows that have this there and say nothing here
 *
 * A '?' is a question nobody has answered yet: a map with one is not used.
 */
#ifndef MATTER_MAP_H
#define MATTER_MAP_H
#include "map.h"
#include "matter_rows.h"

struct matter_map_by {
    struct str name, word, of, meant;
};
struct matter_map {
    struct name_values columns; /* name, tidy head */
    struct name_values set;
    struct {
        VEC_FIELDS(struct matter_map_by);
    } by, values; /* of values: name and word are used, meant */
    struct str_list skip;
    struct map by_at, value_at;
};

/* text: UTF-8. Errors: ERR_MATTER_MAP (file, line, what), ERR_MATTER_MAP_OPEN. */
[[nodiscard]] bool matter_map_read(struct matter_map *out, struct arena *a, struct str text, struct str name,
                                   struct err *err);
/* "number=Mã biên nhận,title=Thủ tục". Error: ERR_LIST_PAIR. */
[[nodiscard]] bool matter_map_columns(struct matter_map *m, struct arena *a, struct str told, struct err *err);
void matter_map_set(struct matter_map *m, struct arena *a, struct str name, struct str value);
/* Every name of the map is one of the list or of the kind, ERR_MATTER_LIST_NAME. */
[[nodiscard]] bool matter_map_fits(const struct matter_map *m, struct arena *a, const struct matter_kind *k,
                                   struct err *err);

/* What a word in a column means; NULL: nothing is said. Compared tidy (matter_heads.h). */
const struct str *matter_map_value(const struct matter_map *m, struct str name, struct str tidy);
/* What a row says of `of` by the value `word` of `name`, or NULL. */
const struct str *matter_map_by(const struct matter_map *m, struct str name, struct str word, struct str of);
/* Without remarks: two maps that say the same are the same bytes. Nothing for a map that says nothing. */
void matter_map_write(struct buf *b, const struct matter_map *m);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * flat: what the readers of flat records share (flat.h).
 */
#include "flat.h"

#include "buf.h"

struct flat_reader flat_open(struct arena *a, struct str text, struct str name)
{
    return (struct flat_reader){.arena = a, .text = text, .name = name, .line = 1};
}

struct str flat_line_text(struct arena *a, size_t n)
{
    struct buf b = buf_make(24);
    buf_u64(&b, n);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool flat_fail_syntax(const struct flat_reader *r, size_t at, const char *wanted, struct err *err)
{
    struct arena *a = r->arena;
    return fail(err, ERR_FLAT_SYNTAX, r->name, flat_line_text(a, r->line), flat_line_text(a, at - r->line_start + 1),
                str_of(wanted));
}

bool flat_new_name(const struct flat_reader *r, const struct flat_field *at, size_t count, struct str name,
                   struct err *err)
{
    struct arena *a = r->arena;
    if (count >= FLAT_FIELDS_MOST)
        return fail(err, ERR_FLAT_FIELDS, r->name, flat_line_text(a, r->line), flat_line_text(a, FLAT_FIELDS_MOST));
    for (size_t i = 0; i < count; i++)
        if (str_eq(at[i].name, name)) return fail(err, ERR_FLAT_TWICE, r->name, flat_line_text(a, r->line), name);
    return true;
}

bool flat_count(struct flat_reader *r, struct err *err)
{
    struct arena *a = r->arena;
    if (r->count++ < FLAT_RECORDS_MOST) return true;
    return fail(err, ERR_FLAT_RECORDS, r->name, flat_line_text(a, r->line), flat_line_text(a, FLAT_RECORDS_MOST));
}

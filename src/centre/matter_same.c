/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_same: see matter_same.h. They are found by the index of words, by those of the first field, and then compared.
 */
#include "matter_same.h"

#include "buf.h"
#include "kind_cache.h"
#include "matter_page.h"

enum { FOUND_MOST = 1000 };

static bool values_equal(const struct kept_matter *x, const struct kept_matter *y, struct str field)
{
    const struct name_value *v = name_value_find(&x->fields, field), *w = name_value_find(&y->fields, field);
    struct buf a = buf_make(SIZE_MAX), b = buf_make(SIZE_MAX);
    if (v) matter_words_put(&a, v->value);
    if (w) matter_words_put(&b, w->value);
    bool equal = v && w && str_eq(buf_str(&a), buf_str(&b));
    buf_free(&a);
    buf_free(&b);
    return equal;
}

bool matter_same(struct matter_list *out, struct db *db, struct arena *a, const struct kept_matter *m, struct err *err)
{
    struct kind_cache cache = {0};
    const struct matter_kind *kind;
    struct matter_list found;
    bool more;
    *out = (struct matter_list){0};
    if (!kind_cached(&kind, &cache, db, a, m, err)) return false;
    if (!kind->same.len) return true;
    const struct name_value *first = name_value_find(&m->fields, kind->same.at[0]);
    struct matter_filter f = {.kind = m->kind, .words = first ? first->value : STR(""), .most = FOUND_MOST};
    for (unsigned g = 0; g < MATTER_GROUPS; g++) f.groups |= 1u << g;
    if (!f.words.len) return true;
    if (!matter_page(&found, &more, db, a, &f, err)) return false;
    for (size_t i = 0; i < found.len; i++) {
        bool same = found.at[i].id.n != m->id.n && found.at[i].group != MATTER_DROPPED;
        for (size_t n = 0; same && n < kind->same.len; n++) same = values_equal(&found.at[i], m, kind->same.at[n]);
        if (same) *vec_push(a, out) = found.at[i];
    }
    return true;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * like_words: in which order the units are named that a value is made of, and how it is said. Names with numbers
 * stand in the order of these, and since every district had a "phường 7" the district is named too.
 */
#include "buf.h"
#include "like_private.h"
#include "tr.h"
#include "unit_lines.h"

#include <stdlib.h>

enum { NAMES_SHOWN = 6 };

/* "phường 2" before "phường 17" before "phường An Khánh". */
static int by_name(const void *a, const void *b)
{
    struct str x = ((const struct like_part *)a)->name, y = ((const struct like_part *)b)->name;
    ptrdiff_t i = str_find_char(x, ' '), k = str_find_char(y, ' ');
    uint64_t m, n;
    bool numbers = i > 0 && i == k && str_eq(str_part(x, 0, (size_t)i), str_part(y, 0, (size_t)k)) &&
                   str_to_u64(&m, str_from(x, (size_t)i + 1), 1000) && str_to_u64(&n, str_from(y, (size_t)k + 1), 1000);
    if (numbers && m != n) return m < n ? -1 : 1;
    int c = str_cmp(x, y);
    return c ? c : str_cmp(((const struct like_part *)a)->unit, ((const struct like_part *)b)->unit);
}

static bool named_before(const struct like *l, size_t i, bool measure)
{
    for (size_t k = 0; k < i; k++)
        if (str_eq(measure ? l->parts.at[k].measure : l->parts.at[k].name,
                   measure ? l->parts.at[i].measure : l->parts.at[i].name))
            return true;
    return false;
}

/* The unit that all of them lie in; "": there is none, or several. */
static struct str parent_of(const struct like *l, bool shared)
{
    struct str parent = STR("");
    bool any = false;
    for (size_t i = 0; i < l->parts.len; i++) {
        const struct like_part *p = &l->parts.at[i];
        if ((p->measure.len > 0) != shared) continue;
        if (any && !str_eq(parent, p->parent)) return STR("");
        parent = p->parent;
        any = true;
    }
    return parent;
}

static void put_names(struct buf *b, const struct like *l, bool shared)
{
    size_t shown = 0;
    struct str parent = parent_of(l, shared);
    for (size_t i = 0; i < l->parts.len; i++) {
        if ((l->parts.at[i].measure.len > 0) != shared) continue;
        if (shown == NAMES_SHOWN) {
            buf_put(b, STR(", …"));
            break;
        }
        if (shown++) buf_put(b, STR(", "));
        buf_put(b, l->parts.at[i].name);
        if (parent.len || !l->parts.at[i].parent.len) continue;
        buf_put(b, STR(" ("));
        buf_put(b, l->parts.at[i].parent);
        buf_char(b, ')');
    }
    if (!parent.len || !shown) return;
    buf_put(b, STR(" ("));
    buf_put(b, parent);
    buf_char(b, ')');
}

static struct str measure_word(struct str measure, enum lang lang)
{
    if (str_eq(measure, STR("area"))) return tr_text(lang, tr("diện tích"));
    if (str_eq(measure, STR("population"))) return tr_text(lang, tr("dân số"));
    return share_measure_name(measure);
}

static void put_measures(struct buf *b, const struct like *l, enum lang lang)
{
    for (size_t i = 0; i < l->parts.len; i++) {
        if (!l->parts.at[i].measure.len || named_before(l, i, true)) continue;
        if (b->len) buf_put(b, tr_text(lang, tr(" và ")));
        buf_put(b, measure_word(l->parts.at[i].measure, lang));
    }
}

static struct str note_of(struct arena *a, const struct like *l, enum lang lang)
{
    struct buf b = buf_make(SIZE_MAX), by = buf_make(SIZE_MAX), shared = buf_make(SIZE_MAX), whole = buf_make(SIZE_MAX);
    put_measures(&by, l, lang);
    put_names(&shared, l, true);
    put_names(&whole, l, false);
    struct str args[] = {buf_str(&by), buf_str(&shared), buf_str(&whole)};
    if (l->rule != LIKE_ESTIMATED)
        tr_fill(&b, lang, tr("tính lại từ {1}"), &args[2], 1);
    else if (whole.len)
        tr_fill(&b, lang, tr("ước theo tỷ lệ {1} từ {2}; cộng {3}"), args, 3);
    else
        tr_fill(&b, lang, tr("ước theo tỷ lệ {1} từ {2}"), args, 2);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    buf_free(&by);
    buf_free(&shared);
    buf_free(&whole);
    return s;
}

struct str like_note(struct arena *a, const struct like *l, enum lang lang)
{
    bool said = l->rule == LIKE_NOT || l->reckoned || !l->parts.len;
    return said || lang == LANG_VI ? l->note : note_of(a, l, lang);
}

void like_say(struct like *l, struct arena *a)
{
    if (l->parts.len) qsort(l->parts.at, l->parts.len, sizeof *l->parts.at, by_name);
    l->note = note_of(a, l, LANG_VI);
}

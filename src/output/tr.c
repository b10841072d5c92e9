/* SPDX-License-Identifier: Apache-2.0
 *
 * tr: see tr.h. The table is sorted by msgid at build time, so a text is found by halves: ten comparisons for a
 * thousand texts, nothing to load when the program starts.
 */
#include "tr.h"

#include "buf.h"
#include "tr_table.h"

struct str tr_text(enum lang lang, const char *msgid)
{
    struct str id = str_of(msgid);
    if (lang == LANG_VI) return id;
    size_t low = 0, high = tr_entry_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(tr_entries[middle].msgid, id);
        if (order == 0) return tr_entries[middle].en;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return id;
}

void tr_fill(struct buf *b, enum lang lang, const char *msgid, const struct str *args, size_t count)
{
    struct str s = tr_text(lang, msgid);
    size_t plain = 0; /* start of what is not yet written */
    for (size_t i = 0; i + 2 < s.len; i++) {
        if (s.ptr[i] != '{' || s.ptr[i + 2] != '}' || s.ptr[i + 1] < '1' || s.ptr[i + 1] > '4') continue;
        size_t n = (size_t)(s.ptr[i + 1] - '1');
        buf_put(b, str_part(s, plain, i));
        if (n < count) buf_put(b, args[n]);
        plain = i + 3;
    }
    buf_put(b, str_from(s, plain));
}

const struct tr_entry *tr_catalogue(size_t *count)
{
    *count = tr_entry_count;
    return tr_entries;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * page_write: see page_write.h. Pages are mostly text that needs no escaping, so runs of it are put at once.
 */
#include "page_write.h"

static struct str escape_of(char c)
{
    switch (c) {
    case '&': return STR("&amp;");
    case '<': return STR("&lt;");
    case '>': return STR("&gt;");
    case '"': return STR("&quot;");
    case '\'': return STR("&#39;");
    default: return STR("");
    }
}

void page_put_text(struct buf *b, struct str s)
{
    size_t first = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        bool control = (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
        struct str escape = control ? STR("\xEF\xBF\xBD") : c > '>' ? STR("") : escape_of((char)c);
        if (!escape.len) continue;
        buf_put(b, str_part(s, first, i));
        buf_put(b, escape);
        first = i + 1;
    }
    buf_put(b, str_from(s, first));
}

void page_put_count(struct buf *b, uint64_t n)
{
    buf_u64(b, n);
}

void page_link(struct buf *b, struct link l)
{
    page_put_text(b, l.text);
}

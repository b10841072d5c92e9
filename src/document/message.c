/* SPDX-License-Identifier: Apache-2.0
 *
 * message: see message.h.
 */
#include "message.h"

#include "utf8.h"

#include <string.h>

void message_put(struct buf *b, uint64_t n, size_t bytes)
{
    char p[8];
    for (size_t i = 0; i < bytes; i++) p[i] = (char)(n >> (8 * i));
    buf_put(b, (struct str){p, bytes});
}

uint64_t message_number(struct message *m, size_t bytes)
{
    uint64_t n = 0;
    if (m->left.len < bytes) {
        m->broken = true;
        return 0;
    }
    for (size_t i = 0; i < bytes; i++) n |= (uint64_t)(unsigned char)m->left.ptr[i] << (8 * i);
    m->left = str_from(m->left, bytes);
    return n;
}

struct str message_words(struct message *m, size_t len)
{
    struct str s = str_part(m->left, 0, len);
    if (m->left.len < len || !utf8_valid(s, NULL) || (len && memchr(s.ptr, 0, len))) {
        m->broken = true;
        return STR("");
    }
    m->left = str_from(m->left, len);
    return s;
}

bool message_whole(struct str text, size_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * origin_document: see origin_document.h. A whole text is read more kindly than a part of one (symbol_read,
 * symbol_match), so it is asked first; then each place where a word begins.
 */
#include "origin_document.h"

#include "buf.h"

static bool begins_word(struct str text, size_t i)
{
    return i == 0 || text.ptr[i - 1] == ' ' || text.ptr[i - 1] == '(' || text.ptr[i - 1] == '\n';
}

bool origin_document_symbol(struct symbol *out, struct str text)
{
    bool found = symbol_read(out, text);
    for (size_t i = 0; !found && i < text.len; i++) {
        bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        found = digit && begins_word(text, i) && symbol_match(out, str_from(text, i)) > 0;
    }
    return found;
}

bool origin_document_key(struct buf *b, struct str text)
{
    struct symbol s;
    if (!origin_document_symbol(&s, text)) return false;
    symbol_write(b, &s);
    return true;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_mend: see pdf_mend.h. All lines that hold Western letters and none that only Vietnamese has say together which
 * encoding they look like; then each line is converted for itself when that makes more Vietnamese words of it than it
 * has, as a document may have a part in an old font. Where that holds of nearly all of them, the document is in that
 * font, and short lines that prove nothing ("d©n, ®¹t 99,5%") are converted too.
 */
#include "pdf_mend.h"

#include "legacy.h"
#include "utf8.h"

enum { SAMPLE_MOST = 64 * 1024 };

static bool maybe_old(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80) return legacy_maybe_garbled(s);
    return false;
}

/* Nothing but what one byte of an old encoding can be, and not all of it ASCII. */
static bool one_byte_letters(struct str s)
{
    bool any = false;
    for (size_t i = 0, len; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (c >= 0x100 && utf8_is_letter(c)) return false;
        any = any || c >= 0x80;
    }
    return any;
}

static void line_mend(struct pdf_paper *p, const struct pdf_line *l, enum legacy_encoding like)
{
    for (uint32_t i = l->first; i < l->first + l->count; i++) {
        struct str *s = &p->words.at[i].text, utf8;
        struct legacy_map map;
        struct text text;
        struct err err;
        bool ascii = true;
        for (size_t k = 0; k < s->len; k++) ascii = ascii && (unsigned char)s->ptr[k] < 0x80;
        if (ascii || !legacy_convert(&utf8, &map, p->arena, *s, like, &err)) continue;
        if (text_make(&text, p->arena, utf8, &err) && text.inside.len) *s = text.inside;
        if (like == LEGACY_TCVN3) *s = legacy_capitals(p->arena, *s);
    }
}

void pdf_mend(struct pdf_paper *p)
{
    struct buf sample = buf_make(SAMPLE_MOST);
    for (size_t i = 0; i < p->lines.len && sample.len + 1024 < SAMPLE_MOST; i++) {
        const struct pdf_line *l = &p->lines.at[i];
        struct str s = pdf_words_text(p, p->arena, l->first, l->count);
        if (s.len > 900 || !maybe_old(s)) continue;
        buf_put(&sample, s);
        buf_char(&sample, '\n');
    }
    enum legacy_encoding like = sample.len ? legacy_guess(buf_str(&sample)) : LEGACY_NONE;
    buf_free(&sample);
    if (like != LEGACY_TCVN3 && like != LEGACY_VNI) return;
    size_t old = 0, better = 0;
    for (size_t i = 0; i < p->lines.len; i++) {
        struct str s = pdf_words_text(p, p->arena, p->lines.at[i].first, p->lines.at[i].count);
        if (!maybe_old(s)) continue;
        old++;
        better += legacy_better(s, like);
    }
    bool all = better * 5 >= old * 4;
    for (size_t i = 0; i < p->lines.len; i++) {
        struct str s = pdf_words_text(p, p->arena, p->lines.at[i].first, p->lines.at[i].count);
        if (all ? one_byte_letters(s) : maybe_old(s) && legacy_better(s, like)) line_mend(p, &p->lines.at[i], like);
    }
}

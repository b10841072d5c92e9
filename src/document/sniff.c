/* SPDX-License-Identifier: Apache-2.0
 *
 * sniff: see sniff.h. Only the first bytes are looked at, so that asking costs nothing.
 */
#include "sniff.h"

enum { CHARSET_WITHIN = 4096 };

struct str sniff_foreign(struct str bytes)
{
    static const struct {
        struct str magic, what;
    } KINDS[] = {{STR_INIT("PK\x03\x04"), STR_INIT("DOCX/XLSX/ODT (ZIP)")},
                 {STR_INIT("\xD0\xCF\x11\xE0"), STR_INIT("DOC/XLS 97-2003")},
                 {STR_INIT("{\\rtf"), STR_INIT("RTF")},
                 {STR_INIT("\x89PNG"), STR_INIT("PNG")},
                 {STR_INIT("\xFF\xD8\xFF"), STR_INIT("JPEG")},
                 {STR_INIT("\x1F\x8B"), STR_INIT("GZIP")},
                 {STR_INIT("7z\xBC\xAF"), STR_INIT("7Z")},
                 {STR_INIT("Rar!"), STR_INIT("RAR")}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_starts(bytes, KINDS[i].magic)) return KINDS[i].what;
    return STR("");
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* s begins with `lower`, in any case. */
static bool begins(struct str s, struct str lower)
{
    if (s.len < lower.len) return false;
    for (size_t i = 0; i < lower.len; i++) {
        char c = s.ptr[i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c | 32) : c) != lower.ptr[i]) return false;
    }
    return true;
}

bool sniff_html(struct str bytes)
{
    static const struct str FRONTS[] = {STR_INIT("<!doctype html"), STR_INIT("<html"), STR_INIT("<head"),
                                        STR_INIT("<body"), STR_INIT("<meta ")};
    struct str s = str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_from(bytes, 3) : bytes;
    for (int skipped = 0; skipped < 8; skipped++) {
        while (s.len && is_space(s.ptr[0])) s = str_from(s, 1);
        for (size_t i = 0; i < sizeof FRONTS / sizeof *FRONTS; i++)
            if (begins(s, FRONTS[i])) return true;
        struct str end = str_starts(s, STR("<!--")) ? STR("-->") : str_starts(s, STR("<?xml")) ? STR("?>") : STR("");
        struct str_cut rest = str_cut(str_part(s, 0, CHARSET_WITHIN), end);
        if (end.len == 0 || !rest.found) return false;
        s = str_from(s, (size_t)(rest.tail.ptr - s.ptr));
    }
    return false;
}

enum legacy_encoding sniff_charset(struct str bytes)
{
    struct str head = str_part(bytes, 0, CHARSET_WITHIN), name = STR("");
    for (size_t i = 0; i < head.len && name.len == 0; i++) {
        struct str s = str_from(head, i);
        if (!begins(s, STR("charset="))) continue;
        s = str_from(s, sizeof "charset=" - 1);
        while (s.len && (s.ptr[0] == '"' || s.ptr[0] == '\'' || s.ptr[0] == ' ')) s = str_from(s, 1);
        size_t n = 0;
        while (n < s.len && n < 32 && !is_space(s.ptr[n]) && !strchr("\"'>;/", s.ptr[n])) n++;
        name = str_part(s, 0, n);
    }
    enum legacy_encoding said = LEGACY_NONE;
    if (!legacy_by_name(&said, name)) return LEGACY_NONE;
    return said == LEGACY_CP1252 && legacy_guess(bytes) != LEGACY_NONE ? LEGACY_NONE : said;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * symbol: see symbol.h.
 *
 *   state = number ["/" year] "/" ( kind "-" issuer | kind "/" issuer | kind | issuer )
 *   party = number "-" kind "/" issuer
 *   issuer = group { ("-" | "/") group }        group = letters, digits, '&'
 *
 * The word after the number decides: an abbreviation of data/document_kinds.tsv is the kind; else it must look like
 * an issuer (capitals, or one of the few that are not), and the document is a công văn when a second group says who
 * drafted it (1747/UBND-NC), an act of the National Assembly when it is QH15 or UBTVQH15 after a year, and else
 * something old or irregular (78/CP).
 *
 * Invariants:
 *   1. raw, kind and issuer are parts of the text that was given; nothing is copied.
 *   2. What symbol_match accepts at the start of a text, symbol_read accepts, with the same parts.
 *   3. Reading is one walk over the text: linear.
 *
 * Real papers break the rules in ways that must still be read (zeros in front, "Ctr", Party resolutions numbered
 * like decrees); they are read as what they are nearest to, and `regular` is false. What is not done: to know which
 * UBND is meant, or that 01/NQ-TU and 01-NQ/TU are one paper.
 */
#include "symbol.h"

#include "buf.h"
#include "symbol_private.h"
#include "utf8.h"

enum { NUMBER_DIGITS = 6, YEAR_FIRST = 1900, YEAR_LAST = 2100 };

/* Where the walk is. `blanks`: whether blanks and dashes of other kinds may stand around the separators. */
struct walk {
    struct str text;
    size_t at;
    bool blanks;
};

static uint32_t upper_char(uint32_t c)
{
    if (c >= 'a' && c <= 'z') return c - 32;
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
    if (c == 0x1B0) return 0x1AF;
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x1EA0 && c <= 0x1EF9)) return c & ~1u;
    if (c == 0x1A1 || c == 0x169) return c - 1;
    return c;
}

static void skip_blanks(struct walk *w)
{
    while (w->blanks && w->at < w->text.len) {
        if (w->text.ptr[w->at] == ' ' || w->text.ptr[w->at] == '\n')
            w->at++;
        else if (str_starts(str_from(w->text, w->at), STR("\u00a0")))
            w->at += 2;
        else
            return;
    }
}

/* One '/' or '-' with what may stand around it; 0 and nothing taken when there is none. */
static char take_separator(struct walk *w)
{
    size_t start = w->at;
    char found = 0;
    skip_blanks(w);
    struct str rest = str_from(w->text, w->at);
    if (rest.len && (rest.ptr[0] == '/' || rest.ptr[0] == '-')) {
        found = rest.ptr[0];
        w->at++;
    } else if (w->blanks && str_starts(rest, STR("–"))) {
        found = '-';
        w->at += 3;
    }
    if (found)
        skip_blanks(w);
    else
        w->at = start;
    return found;
}

static struct str take_digits(struct walk *w)
{
    size_t start = w->at;
    while (w->at < w->text.len && w->text.ptr[w->at] >= '0' && w->text.ptr[w->at] <= '9') w->at++;
    return str_part(w->text, start, w->at);
}

/* Letters, digits and '&'; must begin with a letter, else nothing is taken. */
static struct str take_group(struct walk *w)
{
    size_t start = w->at;
    while (w->at < w->text.len) {
        size_t len;
        uint32_t c = utf8_decode(w->text, w->at, &len);
        bool digit = c >= '0' && c <= '9';
        if (!utf8_is_letter(c) && (w->at == start || (!digit && c != '&'))) break;
        w->at += len;
    }
    return str_part(w->text, start, w->at);
}

static bool same_letters(struct str a, struct str b)
{
    size_t i = 0, j = 0;
    while (i < a.len && j < b.len) {
        size_t m, n;
        if (upper_char(utf8_decode(a, i, &m)) != upper_char(utf8_decode(b, j, &n))) return false;
        i += m;
        j += n;
    }
    return i == a.len && j == b.len;
}

const struct document_kind *document_kind_find(enum symbol_grammar grammar, struct str abbreviation)
{
    for (size_t i = 0; i < document_kinds_count; i++)
        if (document_kinds[i].grammar == grammar && same_letters(document_kinds[i].abbreviation, abbreviation))
            return &document_kinds[i];
    return NULL;
}

/* QH15, UBTVQH15: the National Assembly and its standing committee with the number of the term. */
static bool is_assembly(struct str group)
{
    struct str tail = str_starts(group, STR("UBTVQH")) ? str_from(group, 6) : str_from(group, 2);
    uint64_t term;
    return (str_starts(group, STR("QH")) || str_starts(group, STR("UBTVQH"))) && str_to_u64(&term, tail, 99);
}

/* Whether a group names an issuer: two or more capitals ("UBND", "BKHĐT"), the Prime Minister ("TTg"), or the
 * National Assembly. */
static bool is_issuer(struct str group)
{
    size_t letters = 0;
    if (str_eq(group, STR("TTg")) || is_assembly(group)) return true;
    for (size_t i = 0, len; i < group.len; i += len) {
        uint32_t c = utf8_decode(group, i, &len);
        if (c != '&' && !utf8_is_upper(c)) return false;
        letters++;
    }
    return letters >= 2;
}

static bool is_party_issuer(struct str issuer)
{
    static const struct str PARTY[] = {STR_INIT("TW"), STR_INIT("TU"), STR_INIT("QU"), STR_INIT("HU"), STR_INIT("ĐU")};
    for (size_t i = 0; i < sizeof PARTY / sizeof *PARTY; i++)
        if (str_eq(issuer, PARTY[i])) return true;
    return false;
}

/* The rest of an issuer after its first group: "-NC", "-BTC-BNV". `slash` is set when a '/' was used for '-'. */
static void take_issuer_rest(struct walk *w, bool *slash)
{
    for (;;) {
        size_t start = w->at;
        char separator = take_separator(w);
        struct str group = separator ? take_group(w) : STR("");
        if (group.len == 0) {
            w->at = start;
            return;
        }
        if (separator == '/') *slash = true;
    }
}

static bool read_party(struct symbol *out, struct walk *w)
{
    bool slash = false;
    out->grammar = SYMBOL_PARTY;
    out->kind = take_group(w);
    const struct document_kind *kind = document_kind_find(SYMBOL_PARTY, out->kind);
    if (!kind || take_separator(w) != '/') return false;
    size_t start = w->at;
    struct str group = take_group(w);
    if (group.len == 0) return false;
    take_issuer_rest(w, &slash);
    out->issuer = str_part(w->text, start, w->at);
    out->kind_name = kind->name;
    out->regular = out->regular && str_eq(kind->abbreviation, out->kind) && !slash && is_issuer(group);
    return true;
}

static bool read_state(struct symbol *out, struct walk *w)
{
    bool slash = false;
    size_t start = w->at;
    struct str group = take_group(w);
    const struct document_kind *kind = document_kind_find(SYMBOL_STATE, group);
    if (!group.len || (!kind && !is_issuer(group))) return false;
    if (kind) {
        size_t after = w->at;
        char separator = take_separator(w);
        start = w->at;
        struct str first = separator ? take_group(w) : STR("");
        if (first.len == 0) start = w->at = after;
        out->kind = group;
        out->kind_name = kind->name;
        out->regular = out->regular && separator == '-' && str_eq(kind->abbreviation, group) && !is_party_issuer(first);
    }
    size_t first_end = w->at;
    take_issuer_rest(w, &slash);
    out->issuer = str_part(w->text, start, w->at);
    if (!kind && is_assembly(group)) {
        out->regular = out->regular && out->year && w->at == first_end;
    } else if (!kind) {
        if (w->at > first_end) out->kind_name = STR("Công văn");
        out->regular = out->regular && !out->year && w->at > first_end;
    }
    if (slash) out->regular = false;
    return true;
}

static bool read_at(struct symbol *out, struct walk *w)
{
    uint64_t n, year;
    size_t start = w->at;
    *out = (struct symbol){.raw = STR(""), .kind = STR(""), .issuer = STR(""), .kind_name = STR("")};
    struct str digits = take_digits(w);
    if (digits.len > NUMBER_DIGITS || !str_to_u64(&n, digits, 999999) || n == 0) return false;
    out->number = (uint32_t)n;
    out->regular = n < 10 ? digits.len == 2 : digits.ptr[0] != '0';
    char separator = take_separator(w);
    if (separator == '/') {
        size_t before = w->at;
        struct str second = take_digits(w);
        if (second.len == 4 && str_to_u64(&year, second, YEAR_LAST) && year >= YEAR_FIRST && take_separator(w) == '/')
            out->year = (uint16_t)year;
        else
            w->at = before;
    }
    if (separator == 0 || !(separator == '-' ? read_party(out, w) : read_state(out, w))) return false;
    out->raw = str_part(w->text, start, w->at);
    return true;
}

bool symbol_read(struct symbol *out, struct str text)
{
    struct walk w = {.text = text, .blanks = true};
    skip_blanks(&w);
    bool ok = read_at(out, &w);
    skip_blanks(&w);
    if (ok && w.at == text.len) return true;
    *out = (struct symbol){.raw = STR(""), .kind = STR(""), .issuer = STR(""), .kind_name = STR("")};
    return false;
}

/* A capital right after the first separator, as in running text; "12/km-h" is no symbol. */
static bool starts_upper(struct str part)
{
    size_t len;
    return part.len && utf8_is_upper(utf8_decode(part, 0, &len));
}

size_t symbol_match(struct symbol *out, struct str text)
{
    struct walk w = {.text = text};
    bool ok = read_at(out, &w) && out->issuer.len && starts_upper(out->issuer) &&
              (out->kind.len == 0 || starts_upper(out->kind));
    if (ok && w.at < text.len) {
        size_t len;
        uint32_t c = utf8_decode(text, w.at, &len);
        ok = !utf8_is_letter(c) && !(c >= '0' && c <= '9');
    }
    if (ok) return w.at;
    *out = (struct symbol){.raw = STR(""), .kind = STR(""), .issuer = STR(""), .kind_name = STR("")};
    return 0;
}

/* Upper case, without blanks, every separator a '-'. */
static void put_upper(struct buf *b, struct str s)
{
    for (size_t i = 0, len; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (c == ' ' || c == '\n' || c == 0xA0) continue;
        buf_codepoint(b, c == 0x2013 || c == '/' ? '-' : upper_char(c));
    }
}

void symbol_write(struct buf *b, const struct symbol *s)
{
    if (s->number == 0) return;
    buf_format(b, "%02u", s->number);
    if (s->year) buf_format(b, "/%u", s->year);
    buf_char(b, s->grammar == SYMBOL_PARTY ? '-' : '/');
    put_upper(b, s->kind);
    if (s->kind.len && s->issuer.len) buf_char(b, s->grammar == SYMBOL_PARTY ? '/' : '-');
    put_upper(b, s->issuer);
}

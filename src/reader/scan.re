/* SPDX-License-Identifier: Apache-2.0
 *
 * scan: the scanner. Bytes of one block -> tokens (token.h). Written for re2c; the text is valid UTF-8 in NFC. The
 * scanner has no state and no look-behind but the space before a token, so it is linear in the text; the end of the
 * block is seen by comparing with the limit, for the byte after a block is the next block.
 *
 *   number   8.343,5   digits, single '.' or ',' only between digits: "5." is a number and a full stop
 *   symbol   232/KH-UBND   98/2023/QH15   05-CT/TW   123-NQ/ĐBHN
 *   word     letters of Latin scripts; digits are never part of a word ("m2" is a word and a glued number)
 */
#include "lexicon.h"
#include "utf8.h"

#define YYPEEK() (p < end ? *p : 0)
#define YYSKIP() (p++)
#define YYBACKUP() (marker = p)
#define YYRESTORE() (p = marker)
#define YYLESSTHAN(n) (p >= end)

/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:flags:input = custom;
    re2c:yyfill:enable = 0;
    re2c:eof = 0;

    cont    = [\x80-\xBF];
    letter2 = "\xC3" [\x80-\x96\x98-\xB6\xB8-\xBF] | [\xC4-\xC9\xCE-\xD3] cont;
    letter3 = "\xE1" [\xB8-\xBB] cont;
    mark    = "\xCC" cont | "\xCD" [\x80-\xAF];
    letter  = [A-Za-z] | letter2 | letter3 | mark;
    capital = [A-Z] | "\xC4\x90";
    digit   = [0-9];
    number  = digit+ ([.,] digit+)*;
    part    = capital [A-Za-z0-9]* | capital ([A-Za-z0-9] | "\xC4\x90" | "\xC4\x91")*;
    nbsp    = "\xC2\xA0" | "\xE2\x80" [\x80-\x8B\xAF] | "\xE3\x80\x80";
    blank   = [ \t\f\v] | nbsp;
    bullet  = "\xE2\x80\xA2" | "\xC2\xB7" | "\xEF\x82\xB7" | "\xE2\x97" cont | "\xE2\x96" cont;
*/

struct scan {
    struct tokens *out;
    struct arena *arena;
    const unsigned char *base;
    struct token *next, *limit; /* of the memory of out->at; out->len is set at the end */
    uint8_t flags;
};

[[gnu::noinline]] static void more_tokens(struct scan *s)
{
    s->out->len = (size_t)(s->next - s->out->at);
    (void)vec_push(s->arena, s->out);
    s->next = s->out->at + --s->out->len;
    s->limit = s->out->at + s->out->cap;
}

[[gnu::always_inline]] static inline struct token *token_next(struct scan *s)
{
    if (s->next == s->limit) more_tokens(s);
    return s->next++;
}

static struct token *put(struct scan *s, enum token_kind kind, const unsigned char *from, const unsigned char *to)
{
    struct token *t = NULL;
    do {
        size_t len = (size_t)(to - from);
        if (len > 60000) {
            len = 60000;
            while ((from[len] & 0xC0) == 0x80) len--;
        }
        t = token_next(s);
        *t = (struct token){
            .start = (uint32_t)(from - s->base), .len = (uint16_t)len, .kind = (uint8_t)kind, .flags = s->flags};
        from += len;
        s->flags = TOKEN_GLUED;
    } while (from < to);
    return t;
}

static void put_punct(struct scan *s, char c, const unsigned char *from, const unsigned char *to)
{
    put(s, TOKEN_PUNCT, from, to)->punct = (uint8_t)c;
}

/* Which of the eight bytes of a word are capitals of ASCII: bit 6 set, bit 5 and bit 7 not. */
static uint64_t ascii_capitals(uint64_t bytes)
{
    return bytes & UINT64_C(0x4040404040404040) & ~(bytes << 1) & ~(bytes >> 1);
}

/* A capital that is not the first letter. */
static bool mixed_case(struct word_key word)
{
    return (ascii_capitals(word.at[0]) & ~UINT64_C(0xFF)) | ascii_capitals(word.at[1]);
}

[[gnu::noinline]] static uint8_t capitals(struct str word)
{
    size_t n;
    if (word.len > 1 && word.ptr[1] >= 'a' && word.ptr[1] <= 'z' && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z')
        return TOKEN_CAPITAL;
    if (str_starts(word, STR("đ"))) return 0;
    if (!utf8_is_upper(utf8_decode(word, 0, &n))) return 0;
    for (size_t i = n; i < word.len; i += n)
        if (!utf8_is_upper(utf8_decode(word, i, &n))) return TOKEN_CAPITAL;
    return word.len > n ? TOKEN_CAPITAL | TOKEN_ALL_CAPS : TOKEN_CAPITAL;
}

enum { SMALL_D = 0x91C4 }; /* the first two bytes of a word in "đ", as a key has them */

/* What is known of a word that the lexicon does not have as it stands. */
[[gnu::noinline]] static struct lexicon_word mixed_word(struct str text)
{
    char key[WORD_KEY_MOST];
    size_t n = utf8_syllable_key(key, sizeof key, text); /* "tỷUSD" */
    return n ? lexicon_word_find(word_key_of(key, n)) : (struct lexicon_word){0, 0};
}

[[gnu::always_inline]] static inline void put_key(struct scan *s, const unsigned char *from, size_t len,
                                                  struct word_key word)
{
    struct str text = {(const char *)from, len};
    uint8_t flags = s->flags;
    struct lexicon_word known = lexicon_word_find(word);
    if ((*from < 'a' || *from > 'z') && (uint16_t)word.at[0] != SMALL_D) flags |= capitals(text);
    if (known.syllable == 0 && mixed_case(word)) known = mixed_word(text);
    if (((word.at[0] | word.at[1]) & UINT64_C(0x8080808080808080)) == 0) flags |= TOKEN_TONELESS;
    *token_next(s) = (struct token){.start = (uint32_t)(from - s->base),
                                                 .len = (uint16_t)len,
                                                 .kind = TOKEN_WORD,
                                                 .flags = flags,
                                                 .syllable = known.syllable,
                                                 .phrase = known.first};
    s->flags = TOKEN_GLUED;
}

[[gnu::noinline]] static void put_word(struct scan *s, const unsigned char *from, const unsigned char *to)
{
    struct str text = {(const char *)from, (size_t)(to - from)};
    if (text.len <= WORD_KEY_MOST) {
        put_key(s, from, text.len, word_key_of(from, text.len));
        return;
    }
    struct token *t = put(s, TOKEN_WORD, from, to);
    bool ascii = true;
    t->flags |= capitals(text);
    for (size_t i = 0; i < text.len && ascii; i++) ascii = (unsigned char)text.ptr[i] < 0x80;
    if (ascii) t->flags |= TOKEN_TONELESS;
}

typedef int8_t sixteen __attribute__((vector_size(16)));
typedef sixteen sixteen_anywhere __attribute__((aligned(1), may_alias)); /* at any address */

/* How many bytes of all bits set stand in front; sixteen when all are. */
[[gnu::always_inline]] static inline size_t letters_of(sixteen letter)
{
#ifdef __SSE2__
    return (size_t)__builtin_ctz(~(unsigned)__builtin_ia32_pmovmskb128((char __attribute__((vector_size(16))))letter));
#else
    uint64_t half[2];
    memcpy(half, &letter, sizeof half);
    if (~half[0]) return (size_t)__builtin_ctzll(~half[0]) / 8;
    return ~half[1] ? 8 + (size_t)__builtin_ctzll(~half[1]) / 8 : sizeof letter;
#endif
}

/* The word at p when it is an ordinary one: letters that need no second look, at most fifteen bytes; its length, and
 * its key in *word. 0: the automaton must look. Reads AHEAD bytes. Most of a text is such
 * words, and finding the end of one by sixteen bytes together saves the processor a guess for each letter. */
enum { AHEAD = 17 };
#define BYTE(n) ((int8_t)((n)-256))

static size_t plain_word(struct word_key *word, const unsigned char *p)
{
    sixteen b = *(const sixteen_anywhere *)p, n = *(const sixteen_anywhere *)(p + 1);
    sixteen low = b | 0x20; /* bytes from 0x80 on are below zero here: the processor compares signed bytes faster */
    sixteen letter = (sixteen)(((low > 0x60) & (low < 0x7B)) | (b < BYTE(0xC0)) |
                               ((b > BYTE(0xC3)) & (b < BYTE(0xCA))) |
                               ((b == BYTE(0xC3)) & ((n | 0x20) != BYTE(0xB7))) |
                               ((b == BYTE(0xE1)) & ((n & BYTE(0xFC)) == BYTE(0xB8))));
    size_t len = letters_of(letter);
    if (len == 0 || len == sizeof letter) return 0;
    memcpy(&word->at[0], p, 8);
    word->at[1] = 0;
    if (len < 8) {
        word->at[0] &= ~UINT64_C(0) >> (64 - 8 * len);
    } else {
        memcpy(&word->at[1], p + 8, 8);
        word->at[1] &= ((uint64_t)1 << (8 * len - 64)) - 1;
    }
    return (p[0] & 0xC0) == 0x80 ? 0 : len;
}

/* Whether such a word at p is more than that: it goes on with other letters or marks, or begins an address of the
 * net. */
static bool word_goes_on(const unsigned char *p, size_t len)
{
    if (p[len] >= 0xCA && p[len] <= 0xD3) return true;
    return (p[len] == ':' && p[len + 1] == '/') || (p[len] == '.' && len == 3 && p[0] == 'w');
}

/* A token that may be a piece of the name before '@'. */
static bool in_mail_name(const struct token *t)
{
    if (t->kind == TOKEN_WORD) return t->flags & TOKEN_TONELESS;
    bool joint = t->punct == '.' || t->punct == '_' || t->punct == '-';
    return t->kind == TOKEN_NUMBER || (t->kind == TOKEN_PUNCT && t->len == 1 && joint);
}

/* "@" and what follows it; the name before it was cut into tokens already and is taken back. (A rule that looks for the
 * '@' from the first letter on would look to the end of a long "a.a.a.a" again and again.) */
static void put_mail(struct scan *s, const unsigned char *from, const unsigned char *to)
{
    while (s->next > s->out->at && s->flags & TOKEN_GLUED && in_mail_name(s->next - 1)) {
        const struct token *t = --s->next;
        from = s->base + t->start;
        s->flags = t->flags & (TOKEN_GLUED | TOKEN_LINE | TOKEN_SPACE2);
    }
    put(s, TOKEN_NET, from, to);
}

static uint8_t after_blank(uint8_t flags)
{
    return (uint8_t)((flags & TOKEN_LINE) | (flags & TOKEN_GLUED ? 0 : TOKEN_SPACE2));
}

void tokens_scan(struct tokens *out, struct arena *a, struct str text, uint32_t from, uint32_t to)
{
    struct scan s = {out, a, (const unsigned char *)text.ptr, out->at, out->at ? out->at + out->cap : NULL, 0};
    const unsigned char *p = s.base + from, *end = s.base + to, *all = s.base + text.len;
    const unsigned char *marker = p, *start;
    out->text = text;
    out->len = 0;
    for (;;) {
        start = p;
        if (all - p >= AHEAD && *p >= 'A') {
            struct word_key word;
            size_t len = plain_word(&word, p);
            if (len && len < (size_t)(end - p) && p[len] == ' ') { /* as most are */
                put_key(&s, p, len, word);
                s.flags = 0;
                p += len + 1;
                continue;
            }
            if (len && len <= (size_t)(end - p) && !word_goes_on(p, len)) {
                put_key(&s, p, len, word);
                p += len;
                continue;
            }
        } else if (p < end && *p == ' ') {
            s.flags = after_blank(s.flags);
            p++;
            continue;
        }
        /*!re2c
            $                { break; }
            blank            {
                s.flags = after_blank(s.flags);
                if (*start == '\t') s.flags |= TOKEN_SPACE2;
                continue;
            }
            [\n\r]           { s.flags = TOKEN_LINE; continue; }
            letter+          { put_word(&s, start, p); continue; }
            number           { put(&s, TOKEN_NUMBER, start, p); continue; }
            digit+ [a-zA-Z]? ("/" digit{4})? "/" part ([-/] part)*   { put(&s, TOKEN_SYMBOL, start, p); continue; }
            digit+ "-" part "/" part ("-" part)*                     { put(&s, TOKEN_SYMBOL, start, p); continue; }
            [a-zA-Z]+ "://" [^ \t\n\r\x00]+                          { put(&s, TOKEN_NET, start, p); continue; }
            "www." [a-zA-Z0-9./?=&_%-]+                              { put(&s, TOKEN_NET, start, p); continue; }
            "@" [a-zA-Z0-9-]+ ("." [a-zA-Z0-9-]+)+                   { put_mail(&s, start, p); continue; }
            "\xE2\x80" [\x90-\x95]       { put_punct(&s, '-', start, p); continue; }
            "\xE2\x88\x92"               { put_punct(&s, '-', start, p); continue; }
            "\xE2\x80" [\x9C-\x9F]       { put_punct(&s, '"', start, p); continue; }
            "\xC2\xAB" | "\xC2\xBB"      { put_punct(&s, '"', start, p); continue; }
            "\xE2\x80" [\x98-\x9B]       { put_punct(&s, '\'', start, p); continue; }
            "\xE2\x80\xA6"               { put_punct(&s, 'E', start, p); continue; }
            "..." "."*                   { put_punct(&s, 'E', start, p); continue; }
            "\xE2\x80\xB0"               { put_punct(&s, 'P', start, p); continue; }
            bullet                       { put_punct(&s, '*', start, p); continue; }
            "\xC2\xB2"                   { put_punct(&s, '2', start, p); continue; }
            "\xC2\xB3"                   { put_punct(&s, '3', start, p); continue; }
            "\xE2\x89\xA4"               { put_punct(&s, '<', start, p); continue; }
            "\xE2\x89\xA5"               { put_punct(&s, '>', start, p); continue; }
            [\x01-\x08\x0E-\x7F]         { put_punct(&s, (char)*start, start, p); continue; }
            [\xC2-\xDF] cont             { put_punct(&s, '?', start, p); continue; }
            [\xE0-\xEF] cont cont        { put_punct(&s, '?', start, p); continue; }
            [\xF0-\xF4] cont cont cont   { put_punct(&s, '?', start, p); continue; }
            *                            { put_punct(&s, '?', start, p); continue; }
        */
    }
    s.flags = 0;
    put(&s, TOKEN_END, end, end);
    out->len = (size_t)(s.next - out->at);
    lexicon_mark(out);
}

struct str token_text(const struct tokens *ts, size_t i)
{
    return (struct str){ts->text.ptr + ts->at[i].start, ts->at[i].len};
}

struct str tokens_text(const struct tokens *ts, size_t i, size_t j)
{
    if (i >= j) return (struct str){ts->text.ptr + ts->at[i < ts->len ? i : ts->len - 1].start, 0};
    return str_part(ts->text, ts->at[i].start, token_end(&ts->at[j - 1]));
}

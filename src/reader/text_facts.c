/* SPDX-License-Identifier: Apache-2.0
 *
 * text_facts: what a text says of itself as a whole, asked before its blocks are read: its date (a dateline at its head
 * or foot, or a date as a machine writes it), else the year that it names most, and the place that it is about, which
 * is the first that its head names.
 */
#include "sentence.h"

#include "buf.h"
#include "utf8.h"

enum { HEAD_BLOCKS = 12, FOOT_BLOCKS = 3, DATELINE_MOST = 160 };

typedef uint8_t sixteen __attribute__((vector_size(16)));

/* False when none of sixteen bytes at p is the start of "19" or "20"; reads one byte more. */
static bool sixteen_may_begin_year(const char *p)
{
    sixteen b, n;
    memcpy(&b, p, sizeof b);
    memcpy(&n, p + 1, sizeof n);
    sixteen begins = (sixteen)(((b == '1') & (n == '9')) | ((b == '2') & (n == '0')));
    uint64_t any[2];
    memcpy(any, &begins, sizeof any);
    return (any[0] | any[1]) != 0;
}

static bool digit_at(struct str s, size_t i)
{
    return i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9';
}

/* The year from 1900 to 2049 that stands at `i` as a number of its own, not as part of a longer one; 0: none. */
static int year_at(struct str text, size_t i)
{
    uint64_t y;
    if ((i > 0 && digit_at(text, i - 1)) || !str_to_u64(&y, str_part(text, i, i + 4), 2049) || y < 1900) return 0;
    if (digit_at(text, i + 4)) return 0;
    bool point = i + 4 < text.len && (text.ptr[i + 4] == '.' || text.ptr[i + 4] == ',');
    return point && digit_at(text, i + 5) ? 0 : (int)y;
}

/* "1980 lao động", "2000 người": four digits before a word, with no "năm" before them. */
static bool counts_things(struct str text, size_t i)
{
    struct str year = STR("năm ");
    if (i >= year.len && str_eq(str_part(text, i - year.len, i), year)) return false;
    bool before = i == 0 || text.ptr[i - 1] == ' ' || text.ptr[i - 1] == '\n';
    unsigned char next = i + 5 < text.len && text.ptr[i + 4] == ' ' ? (unsigned char)text.ptr[i + 5] : 0;
    return before && (next >= 0x80 || (next >= 'a' && next <= 'z'));
}

int facts_year(struct str text)
{
    uint32_t count[150] = {0};
    int best = 0;
    for (size_t i = 0; i + 4 <= text.len; i++) {
        while (text.len - i > 16 && !sixteen_may_begin_year(text.ptr + i)) i += 16;
        if (i + 4 > text.len) break;
        if (text.ptr[i] != '1' && text.ptr[i] != '2') continue;
        int y = year_at(text, i);
        if (y && counts_things(text, i)) continue;
        if (y) count[y - 1900] += i > 0 && text.ptr[i - 1] == '/' ? 3 : 1; /* of a date: nearer to the text */
    }
    for (int k = 0; k < 150; k++)
        if (count[k] && count[k] >= count[best]) best = k;
    return count[best] ? 1900 + best : 0;
}

/* "2023-12" or "2023-12-24" as a machine writes it; a month alone is its last day. */
static bool machine_date(struct date *out, struct str s)
{
    ptrdiff_t at = str_find_char(s, '-');
    if (at < 4) return false;
    s = str_from(s, (size_t)at - 4);
    if (date_read(out, str_part(s, 0, 10))) return true;
    uint64_t y, m;
    if (!str_to_u64(&y, str_part(s, 0, 4), 2100) || !str_to_u64(&m, str_part(s, 5, 7), 12) || y < 1990 || m < 1)
        return false;
    *out = (struct date){(int16_t)y, (uint8_t)m, (uint8_t)date_days_in_month((int)y, (int)m)};
    return true;
}

static bool dateline(struct reader *r, const struct block *b)
{
    struct when_context none = {{0}, {.kind = PERIOD_NONE}};
    struct when w;
    size_t n;
    tokens_scan(&r->tokens, r->work, r->in->text, b->start, b->end);
    for (size_t i = 0; i + 1 < r->tokens.len && i < 30; i++) {
        if (!when_read(&w, &r->tokens, i, &none)) continue;
        if (w.period.kind == PERIOD_DAY && w.named_year && w.role == WHEN_PERIOD &&
            !lexicon_before(&r->tokens, i, LEX_DOC_KIND, &n)) {
            r->date = w.period.to;
            return true;
        }
        i = w.last - 1;
    }
    return false;
}

void facts_date(struct reader *r)
{
    for (size_t i = 0; i < r->in->len && i < HEAD_BLOCKS; i++) {
        const struct block *b = &r->in->at[i];
        struct str s = str_part(r->in->text, b->start, b->end);
        if (i < 3 && machine_date(&r->date, str_part(s, 0, 40))) return;
        if (s.len <= DATELINE_MOST && dateline(r, b)) return;
    }
    for (size_t i = r->in->len > FOOT_BLOCKS ? r->in->len - FOOT_BLOCKS : 0; i < r->in->len; i++)
        if (r->in->at[i].end - r->in->at[i].start <= DATELINE_MOST / 2 && dateline(r, &r->in->at[i])) return;
}

/* A name in capitals as it is written in a text: "QUẬN BẾN MẪU" is "quận Bến Mẫu". `kind` bytes of it say the kind of
 * unit. */
static struct str place_name(struct arena *a, struct str s, size_t kind)
{
    size_t n;
    for (size_t i = 0; i < s.len; i += n) {
        uint32_t c = utf8_decode(s, i, &n);
        if (utf8_is_letter(c) && !utf8_is_upper(c)) return s;
    }
    struct str lower = utf8_lower(a, s);
    struct buf b = buf_make(s.len * 2 + 8);
    bool start = true;
    for (size_t i = 0, m = 0; i < s.len && m < lower.len; i += n) {
        size_t k;
        uint32_t upper = utf8_decode(s, i, &n), c = utf8_decode(lower, m, &k);
        buf_codepoint(&b, start && i >= kind ? upper : c);
        start = !utf8_is_letter(c);
        m += k;
    }
    struct str made = str_copy(a, buf_str(&b));
    buf_free(&b);
    return made;
}

void facts_place(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    for (size_t b = 0; b < r->in->len && b < HEAD_BLOCKS; b++) {
        tokens_scan(&r->tokens, r->work, r->in->text, r->in->at[b].start, r->in->at[b].end);
        for (size_t i = 0; i + 1 < ts->len; i++) {
            size_t n;
            const struct lex_sense *kind = lexicon_at(ts, i, LEX_PLACE_KIND, &n);
            size_t other;
            if (!kind || kind->value > 3 || lexicon_at(ts, i, LEX_PLACE_NOT, &other)) continue;
            if (i > 0 && token_is_punct(ts, i - 1, '-') && ts->at[i].flags & TOKEN_GLUED) continue; /* "Sở TT-TT 14" */
            size_t j = i + n;
            while (j < ts->len && j < i + n + 4 && ts->at[j].kind == TOKEN_WORD && (ts->at[j].flags & TOKEN_CAPITAL))
                j++;
            if (j == i + n && ts->at[j].kind == TOKEN_NUMBER && kind->value > 1) j++;
            if (j > i + n) {
                r->place = place_name(r->work, tokens_text(ts, i, j), tokens_text(ts, i, i + n).len);
                return;
            }
        }
    }
}

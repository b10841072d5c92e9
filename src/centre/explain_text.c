/* SPDX-License-Identifier: Apache-2.0
 *
 * explain_text: the words of explanations: a sentence around its quote, a figure as people say it.
 *
 * A sentence ends at ". ", "! " or "? " before a capital, at an empty line, before a line that begins with '{' (one of
 * JSON Lines) or at the end of the text; not after an
 * abbreviation of one or two letters before the point ("TP. Hồ Chí Minh", "Q. 1"). A line end alone is a blank,
 * since papers are wrapped by hand. It is for reading, not for reckoning: a sentence cut too short or too long shows
 * the quote all the same.
 */
#include "explain.h"

#include "buf.h"
#include "dimension.h"
#include "utf8.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\f';
}

/* Whether a sentence ends with the byte at `i`. */
static bool ends_at(struct str text, size_t i)
{
    size_t len;
    char c = text.ptr[i];
    if (c == '\n') return i + 1 < text.len && (text.ptr[i + 1] == '\n' || text.ptr[i + 1] == '{');
    if ((c != '.' && c != '!' && c != '?') || i + 1 >= text.len || !is_blank(text.ptr[i + 1])) return false;
    size_t next = i + 1, word = i;
    while (next < text.len && is_blank(text.ptr[next])) next++;
    if (next >= text.len || !utf8_is_upper(utf8_decode(text, next, &len))) return false;
    while (word > 0 && !is_blank(text.ptr[word - 1]) && i - word < 8) word--;
    return c != '.' || utf8_length(str_part(text, word, i)) > 2;
}

/* Steps to the start of a character. */
static size_t whole(struct str text, size_t at)
{
    while (at > 0 && at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80) at--;
    return at;
}

struct str explain_sentence(uint32_t *first, uint32_t *last, struct arena *a, struct str text, struct span span)
{
    size_t start = span.start <= text.len ? span.start : text.len, end = span.end <= text.len ? span.end : text.len;
    size_t low = start > EXPLAIN_SENTENCE ? whole(text, start - EXPLAIN_SENTENCE) : 0;
    size_t high = text.len - end > EXPLAIN_SENTENCE ? whole(text, end + EXPLAIN_SENTENCE) : text.len;
    if (end < start) end = start;
    size_t from = start, to = end;
    while (from > low && !ends_at(text, from - 1)) from--;
    while (to < high && !ends_at(text, to)) to++;
    if (to < high) to++;
    while (from < start && is_blank(text.ptr[from])) from++;
    while (to > end && is_blank(text.ptr[to - 1])) to--;
    char *words = arena_alloc(a, to - from + 1, 1);
    for (size_t i = from; i < to; i++) words[i - from] = is_blank(text.ptr[i]) ? ' ' : text.ptr[i];
    *first = (uint32_t)(start - from);
    *last = (uint32_t)(end - from);
    return (struct str){words, to - from};
}

static void put_value(struct buf *b, const struct figure *f, struct decimal value)
{
    static const struct str BOUNDS[] = {STR_INIT(""), STR_INIT("hơn "), STR_INIT("gần "), STR_INIT("khoảng ")};
    const struct indicator *i = indicator_find(f->key.indicator);
    buf_put(b, BOUNDS[f->bound]);
    decimal_write_vi(b, i && f->key.kind == KIND_LEVEL ? shown_value(value, f->measure, i) : value);
}

static void put_measure(struct buf *b, const struct figure *f)
{
    const struct indicator *i = indicator_find(f->key.indicator);
    bool money = str_starts(f->measure, STR("VND")) || str_eq(f->measure, STR("USD"));
    struct str unit = money && i && f->key.kind == KIND_LEVEL && indicator_takes_unit(i, f->measure) ? i->unit
                                                                                                     : f->measure;
    if (unit.len) buf_char(b, ' ');
    measure_write_vi(b, unit);
}

struct str explain_number(struct arena *a, const struct figure *f)
{
    struct buf b = buf_make(1000);
    bool moves = f->key.kind == KIND_GROWTH || f->key.kind == KIND_CHANGE;
    struct decimal value = moves && decimal_sign(f->value) < 0 ? decimal_neg(f->value) : f->value;
    if (moves) buf_put(&b, decimal_sign(f->value) < 0 ? STR("giảm ") : STR("tăng "));
    if (f->key.kind == KIND_PLAN_RATIO) buf_put(&b, STR("đạt "));
    if (f->key.kind == KIND_SHARE) buf_put(&b, STR("chiếm "));
    put_value(&b, f, value);
    if (f->has_of) {
        buf_char(&b, '/');
        decimal_write_vi(&b, f->of);
    }
    if (f->has_max) {
        buf_put(&b, STR(" - "));
        put_value(&b, f, f->value_max);
    }
    put_measure(&b, f);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

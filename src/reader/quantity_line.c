/* SPDX-License-Identifier: Apache-2.0
 *
 * quantity_line: one line that is one expression as a whole, written or spoken, for `dieuhanh debug quantity`: besides what
 * quantity.c reads in text, a sign ("âm", "trừ", "-"), bounds before ("hơn"), fractions in words ("hai phần ba"), ordinals ("thứ ba"),
 * "nửa triệu", ",77", "$20", "một tá". The whole line must be used up, or nothing is read.
 */
#include "lexicon.h"
#include "number.h"
#include "quantity.h"

static bool negate(struct quantity *q)
{
    q->value = decimal_neg(q->value);
    if (q->has_max) q->max = decimal_neg(q->max);
    return true;
}

/* "hai phần ba", "một phần tư" */
static bool parts(struct quantity *q, const struct tokens *ts, size_t i)
{
    struct number m, n;
    size_t len;
    if (!number_read(&m, ts, i) || !lexicon_at(ts, m.last, LEX_PART_OF, &len) || !number_read(&n, ts, m.last + len)) return false;
    *q = (struct quantity){.value = m.value, .of = n.value, .has_of = true, .first = i, .last = n.last, .number_last = n.last, .unit = STR("")};
    return true;
}

/* ",77" and ".5": the point stands first. */
static bool leading_point(struct quantity *q, struct arena *a, const struct tokens *ts, size_t i)
{
    struct decimal d;
    if (!(token_is_punct(ts, i, ',') || token_is_punct(ts, i, '.')) || ts->at[i + 1].kind != TOKEN_NUMBER) return false;
    if (!quantity_read(q, a, ts, i + 1)) return false;
    struct str digits = token_text(ts, i + 1);
    if (str_find_char(digits, ',') >= 0 || str_find_char(digits, '.') >= 0 || digits.len > 9 || !decimal_read(&d, digits)) return false;
    d.scale = (int8_t)digits.len;
    q->value = d;
    return true;
}

/* "phẩy năm" without a number before. */
static bool spoken_point(struct quantity *q, const struct tokens *ts, size_t i)
{
    size_t len;
    if (!lexicon_at(ts, i, LEX_POINT, &len)) return false;
    int64_t n = 0;
    int digits = 0;
    for (const struct lex_sense *d; digits < 9 && (d = lexicon_at(ts, i + 1, LEX_DIGIT, &len)) && len == 1; i++, digits++) n = n * 10 + d->value;
    *q = (struct quantity){.value = {n, (int8_t)digits}, .last = i + 1, .number_last = i + 1, .unit = STR("")};
    return digits > 0;
}

/* "nửa triệu đồng", "một tá" */
static bool half_of(struct quantity *q, struct arena *a, const struct tokens *ts, size_t i)
{
    size_t len;
    int power = 0;
    if (!lexicon_at(ts, i, LEX_HALF_OF, &len)) return false;
    i += len;
    const struct lex_sense *m = lexicon_at(ts, i, LEX_MAGNITUDE, &len);
    if (m) {
        power = m->value;
        i += len;
    }
    *q = (struct quantity){.value = {5, (int8_t)(1 - power)}, .last = i, .number_last = i, .unit = STR("")};
    const struct lex_sense *c = lexicon_at(ts, i, LEX_CURRENCY, &len);
    if (c) {
        q->unit_class = UNIT_CLASS_MONEY;
        q->unit = c->text;
        q->last = i + len;
    }
    (void)a;
    return true;
}

static bool signed_quantity(struct quantity *q, struct arena *a, const struct tokens *ts, size_t i)
{
    size_t len;
    if (lexicon_at(ts, i, LEX_NEGATIVE, &len) || token_is_punct(ts, i, '-')) {
        i += token_is_punct(ts, i, '-') ? 1 : len;
        return (leading_point(q, a, ts, i) || parts(q, ts, i) || quantity_read(q, a, ts, i)) && negate(q);
    }
    if (token_is_punct(ts, i, '+')) i++;
    return leading_point(q, a, ts, i) || spoken_point(q, ts, i) || half_of(q, a, ts, i) || parts(q, ts, i) || quantity_read(q, a, ts, i);
}

bool quantity_of_line(struct quantity *out, struct arena *a, struct str line)
{
    struct tokens ts = {0};
    size_t i = 0, len;
    bool dollar = false, ordinal = false;
    line = str_trim(line);
    if (line.len > 4000) return false;
    tokens_scan(&ts, a, line, 0, (uint32_t)line.len);
    for (int n = 0; n < 4; n++) {
        if (lexicon_at(&ts, i, LEX_BOUND, &len) || lexicon_at(&ts, i, LEX_FROM, &len)) i += len;
        else if (token_is_punct(&ts, i, '$')) { dollar = true; i++; }
        else if (lexicon_at(&ts, i, LEX_ORDINAL, &len)) { ordinal = true; i += len; }
        else break;
    }
    if (ordinal && lexicon_is(&ts, i, LEX_FIRST)) {
        *out = (struct quantity){.value = DECIMAL_INT(1), .last = i + 1, .unit = STR("")};
    } else if (!signed_quantity(out, a, &ts, i)) {
        return false;
    }
    const struct lex_sense *dozen = lexicon_at(&ts, out->last, LEX_DOZEN, &len);
    if (dozen && decimal_mul(&out->value, out->value, DECIMAL_INT(dozen->value))) out->last += len;
    if (dollar && out->unit_class == UNIT_CLASS_NONE) out->unit = STR("USD");
    if (out->unit_class == UNIT_CLASS_NONE && !dollar && !out->has_of && ts.at[out->last].kind == TOKEN_WORD) {
        out->unit = tokens_text(&ts, out->last, ts.len - 1); /* the rest is what is counted */
        out->last = ts.len - 1;
    } else if (out->unit_class == UNIT_CLASS_MONEY && lexicon_is(&ts, out->last, LEX_CURRENCY)) {
        out->last++; /* "đồng Việt Nam" */
    }
    return out->last + 1 >= ts.len;
}

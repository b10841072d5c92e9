/* SPDX-License-Identifier: Apache-2.0
 *
 * when_line: one line that is one expression of time as a whole, for `dieuhanh debug period`. Written forms are those of when.c; for
 * spoken ones ("ngày mười lăm tháng một năm hai nghìn") numbers in words are first written as digits, token by token. A base is
 * resolved: "cùng kỳ năm trước" is the same window a year back of the year to date.
 */
#include "buf.h"
#include "lexicon.h"
#include "number.h"
#include "when.h"

/* The line with numbers in words as digits; words of time stay ("năm" before a number is the word, not five). */
static struct str with_digits(struct arena *a, const struct tokens *ts)
{
    char *p = arena_alloc(a, ts->text.len * 2 + 64, 1);
    struct buf b = {.ptr = p, .cap = ts->text.len * 2 + 64, .limit = ts->text.len * 2 + 64};
    for (size_t i = 0; i + 1 < ts->len;) {
        struct number n;
        size_t len;
        bool year_word = lexicon_is(ts, i, LEX_TIME);
        bool number = ts->at[i].kind == TOKEN_WORD && !year_word && (lexicon_is(ts, i, LEX_DIGIT) || lexicon_is(ts, i, LEX_TEN)) && number_read(&n, ts, i, NUMBER_SPOKEN) && n.words;
        if (i > 0 && !(ts->at[i].flags & TOKEN_GLUED)) buf_char(&b, ' ');
        (void)len;
        if (number) {
            /* digits one by one: "hai không hai ba" is 2023 */
            decimal_write(&b, n.value);
            i = n.last;
        } else {
            buf_put(&b, token_text(ts, i));
            i++;
        }
    }
    return buf_str(&b);
}

static struct period resolved(const struct when *w, struct date date)
{
    if (w->role != WHEN_BASE || w->period.kind != PERIOD_NONE) return w->period;
    if (!date_known(date)) return w->period;
    if (w->previous_year) return period_year(date.year - 1);
    if (w->previous_period) return period_before(period_month(date.year, date.month));
    struct date back = date;
    back.year--;
    if (!date_valid(back.year, back.month, back.day)) back.day = 28;
    return period_to_date(back);
}

static bool read_whole(struct period *out, const struct tokens *ts, struct date date)
{
    struct when_context c = {date, {.kind = PERIOD_NONE}};
    struct when w;
    size_t i = 0, n;
    for (int k = 0; k < 3 && i + 1 < ts->len; k++) {
        if (when_read(&w, ts, i, &c)) {
            size_t last = w.last;
            while (last + 1 < ts->len && (ts->at[last].kind == TOKEN_PUNCT)) last++;
            if (last + 1 >= ts->len) {
                *out = resolved(&w, date);
                return out->kind != PERIOD_NONE;
            }
            return false;
        }
        if (lexicon_at(ts, i, LEX_LINK, &n) || lexicon_at(ts, i, LEX_VERSUS, &n)) i += n;
        else break;
    }
    return false;
}

bool when_of_line(struct period *out, struct arena *a, struct str line, struct date date)
{
    struct tokens ts = {0};
    line = str_trim(line);
    if (line.len > 4000) return false;
    tokens_scan(&ts, a, line, 0, (uint32_t)line.len);
    if (read_whole(out, &ts, date)) return true;
    struct str digits = with_digits(a, &ts);
    struct tokens again = {0};
    tokens_scan(&again, a, digits, 0, (uint32_t)digits.len);
    if (read_whole(out, &again, date)) return true;
    return false;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * subject_left: the words left of a number that name what it measures, with the verb among them.
 *
 *   "thu ngân sách | ước đạt | 8.343 tỷ đồng"        before the verb
 *   "Tốc độ | tăng | dân số | dưới 1%"               after it, where what stands before is only a head or a place
 *   "vốn đầu tư | thực hiện | từ nguồn ... | 5 tỷ"   on both sides
 */
#include "subject_private.h"

/* "Tốc độ | tăng | dân số bình quân hằng năm dưới | 1%": the verb is a part of the head, the name stands after it. */
static bool growth_head_at(const struct reader *r, const struct mention *m, size_t first)
{
    size_t n;
    return first < m->cue_first && lexicon_at(&r->tokens, first, LEX_GROWTH_HEAD, &n) && first + n >= m->cue_last;
}

static bool only_growth(const struct reader *r, size_t first, size_t last)
{
    size_t n;
    return first < last && lexicon_at(&r->tokens, first, LEX_GROWTH_HEAD, &n) && first + n >= last;
}

/* The verb at i may begin inside a fixed phrase: "nông thôn | mới đạt" is "nông thôn mới | đạt". */
static size_t after_fixed(const struct tokens *ts, size_t i, size_t limit)
{
    for (size_t back = 1; back <= 4 && back <= i; back++) {
        size_t n;
        if (ts->at[i - back].phrase_len > back && lexicon_at(ts, i - back, LEX_FIXED, &n) && n > back &&
            i - back + n < limit)
            return i - back + n;
    }
    return i;
}

/* The name after the verb takes the place of the one before it: "Tốc độ | tăng | dân số | dưới 1%", "..., tăng khá với
 * | đàn trâu | 368 con". */
static struct name name_after_verb(const struct reader *r, const struct mention *m, struct name name)
{
    const struct tokens *ts = &r->tokens;
    bool none = name.first >= name.last, head = growth_head_at(r, m, name.first);
    bool place = !none && place_end(r, name.first, name.last) == name.last;
    if (m->cue == CUE_NONE || m->cue_last >= m->lead) return name;
    struct name after = name_before(r, m->cue_last, m->lead);
    if (after.first >= after.last) return name;
    bool measure = lexicon_is(ts, after.first, LEX_MEASURE_HEAD);
    bool rate = lexicon_is(ts, after.first, LEX_RATE_HEAD) && after.first == m->cue_last && m->cue == CUE_CHANGE;
    if (rate && m->quantity.unit_class == UNIT_CLASS_PERCENT) return after; /* "đều giảm | tỷ lệ hộ nghèo | trên 7%" */
    if ((none || place || head) && (none || measure || head) && !comma_between(r, m->cue_last, m->lead)) return after;
    bool with = after.first > m->cue_last && lexicon_is(ts, after.first - 1, LEX_WITH);
    return m->cue == CUE_CHANGE && m->figure.kind == KIND_LEVEL && measure && with ? after : name;
}

/* "vốn đầu tư | thực hiện | từ nguồn ngân sách địa phương | 5.500 tỷ đồng": a verb inside of the name. */
static struct name over_verb(const struct reader *r, const struct mention *m, struct name name)
{
    if (m->cue != CUE_ATTAIN || name.first >= name.last || name.last > m->cue_first) return name;
    struct name after = name_before(r, m->cue_last, m->lead);
    bool own = after.last >= after.first + 2 && after.first == m->cue_last && !comma_between(r, m->cue_last, m->lead);
    return own ? (struct name){name.first, after.last} : name;
}

/* The words that name mention k on its left; empty when it has no name of its own. */
struct name subject_left(const struct reader *r, size_t k)
{
    const struct mention *m = &r->mentions.at[k];
    size_t n,
        verb = m->cue != CUE_NONE && m->cue_first >= m->zone ? after_fixed(&r->tokens, m->cue_first, m->lead) : m->lead;
    struct name name = name_after_verb(r, m, name_before(r, m->zone, verb));
    name = over_verb(r, m, name);
    if (m->figure.kind == KIND_GROWTH && only_growth(r, name.first, name.last)) {
        struct name before = name_before(r, m->zone, name.first);
        if (before.first < before.last) name = before;
    }
    bool average = m->figure.kind != KIND_LEVEL && lexicon_at(&r->tokens, name.first, LEX_AVERAGE, &n) &&
                   name.first + n >= name.last; /* "; bình quân | tăng 3%" */
    bool plan = lexicon_at(&r->tokens, name.first, LEX_PLAN_WORD, &n) &&
                name.first + n >= name.last; /* "(kế hoạch là | 9,4%" */
    if (k > 0 && (average || plan)) name.last = name.first;
    if (name.first >= name.last && k == 0) before_own_bracket(r, m, &name);
    return name;
}

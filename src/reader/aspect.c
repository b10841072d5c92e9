/* SPDX-License-Identifier: Apache-2.0
 *
 * aspect: whether a mention is a fact, an estimate or a target. In this order, the first that says something:
 *
 *   what was set         "đề ra 27 chỉ tiêu": the count of targets is a fact
 *   words that demand    "ít nhất", "tối thiểu" where nothing was done
 *   an introduction      "Các chỉ tiêu quan trọng như: ..."
 *   the number before    what leans on another mention or stands in a row with it has its aspect
 *   a word of aiming     "phấn đấu" for the rest of the sentence, "kế hoạch là" for one number
 *   an estimate          "ước", "dự kiến"
 *   the title above      a list under "Các chỉ tiêu chủ yếu năm tới" (targets.c)
 *   a deadline after     "250 căn nhà trước ngày 30/7"
 */
#include "meaning_private.h"

enum { COLONS_MOST = 4 };

/* Whether tokens [from, to) hold nothing but links, times and words of plans. */
bool meaning_only_links(const struct reader *r, size_t from, size_t to)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    for (size_t i = from; i < to; i++) {
        const struct when *w = when_at(r, i);
        if (w) {
            i = w->last - 1;
        } else if (token_is_punct(ts, i, '(') || token_is_punct(ts, i, ':') ||
                   (token_is_punct(ts, i, ',') && i == from)) {
            continue;
        } else if (lexicon_at(ts, i, LEX_PLAN_WORD, &n) || lexicon_at(ts, i, LEX_TARGET, &n) ||
                   lexicon_at(ts, i, LEX_BOUND, &n) || lexicon_at(ts, i, LEX_IS, &n) ||
                   lexicon_at(ts, i, LEX_GIVEN, &n) || lexicon_at(ts, i, LEX_ISSUER, &n)) {
            i += n - 1;
        } else {
            return false;
        }
    }
    return true;
}

/* Tokens of the plan that an earlier mention is measured against: "bằng 115,1% mục tiêu" aims at nothing. */
static bool in_plan_tail(const struct reader *r, size_t i, const struct mention *m)
{
    for (const struct mention *p = r->mentions.at; p < m; p++)
        if (p->plan_tail && i >= p->plan_first && i < p->plan_last) return true;
    return false;
}

bool asks_for(const struct reader *r, size_t i, size_t n)
{
    const struct tokens *ts = &r->tokens;
    for (size_t k = 0; k < r->mentions.len; k++) /* "18 kiến nghị" */
        if (i >= r->mentions.at[k].noun_first && i < r->mentions.at[k].noun_last) return false;
    size_t noun; /* "xử lý phản ánh, | kiến nghị | đúng hạn" */
    if (i > r->first + 1 && token_is_punct(ts, i - 1, ',') && lexicon_before(ts, i - 1, LEX_NOUN, &noun)) return false;
    if (many_before(r, i) || lexicon_is(ts, i + n, LEX_OF) || lexicon_is(ts, i + n, LEX_ABOUT_WORD)) return false;
    if (lexicon_is(ts, i + n, LEX_ATTAIN) || lexicon_is(ts, i + n, LEX_CHANGE)) return false; /* "kiến nghị đạt 72%" */
    bool done = class_between(r, LEX_DONE, i > r->first + SIGHT ? i - SIGHT : r->first, i, NULL, NULL);
    return !done || party_end(r, i + n, r->last) > i + n; /* "đã kiến nghị | thu hồi 2 tỷ đồng" is done */
}

/* A word of aiming governs what follows it in the sentence ("phấn đấu"); a word of plans only the number that it stands
 * before ("kế hoạch là 9,4%", "dự toán được giao là 405.000 tỷ đồng"). "sẽ" after an estimate is no target. */
enum reach { REACHES_NOTHING, REACHES_NUMBER, REACHES_ON };

/* "thông qua nghị quyết nhiệm kỳ mới với một số | chỉ tiêu chủ yếu": targets that were set follow. */
static bool set_with(const struct reader *r, size_t i)
{
    size_t at, n, with;
    return class_between(r, LEX_SETTING, r->first, i, &at, &n) && class_between(r, LEX_WITH, at + n, i, &with, &n) &&
           i <= with + 4;
}

static enum reach target_governs(struct reader *r, const struct mention *m, size_t zone)
{
    const struct tokens *ts = &r->tokens;
    size_t from = m->lead > r->first + SIGHT ? m->lead - SIGHT : r->first, n;
    bool strong = false, estimate = false;
    bool moves = m->cue == CUE_CHANGE || m->cue == CUE_EXCEED; /* "vượt kế hoạch 234 tỷ đồng": the plan is its base */
    if (!lex_classes_have(r->classes, LEX_TARGET)) return REACHES_NOTHING;
    for (size_t i = from; i < m->lead; i++) {
        const struct lex_sense *s = lexicon_at(ts, i, LEX_TARGET, &n);
        if (lexicon_is(ts, i, LEX_ESTIMATE)) estimate = true;
        if (s && i + n <= m->lead && !(ts->at[i].flags & TOKEN_INSIDE)) {
            bool order = s->value == 4 && asks_for(r, i, n);
            if ((s->value == 2 || order || set_with(r, i) || (s->value == 3 && !estimate)) && !in_plan_tail(r, i, m))
                strong = true;
            else if (s->value == 1 && i >= zone && (m->cue == CUE_NONE || (!moves && i >= m->cue_last)) &&
                     meaning_only_links(r, i + n, m->lead))
                return REACHES_NUMBER;
            i += n - 1;
        } else if (lexicon_is(ts, i, LEX_DONE)) {
            strong = false;
        } else {
            const struct when *w = when_at(r, i);
            if (w && w->first == i && w->role == WHEN_AS_OF && w->relative && !lexicon_is(ts, i, LEX_EXISTING))
                strong = false; /* "..., đến nay, tỷ lệ" */
        }
    }
    if (strong) return REACHES_ON;
    size_t first = r->first + (r->tokens.at[r->first].kind == TOKEN_PUNCT);
    const struct lex_sense *start = lexicon_at(ts, first, LEX_TARGET, &n);
    bool governs = start && !(start->value == 4 && !asks_for(r, first, n)) &&
                   !class_between(r, LEX_DONE, r->first, m->lead, NULL, NULL) &&
                   !(start->value == 1 && (class_between(r, LEX_RESULT, r->first, m->lead, NULL, NULL) ||
                                           class_between(r, LEX_ESTIMATE, r->first, m->lead, NULL, NULL) ||
                                           class_between(r, LEX_DISBURSE, r->first, m->lead, NULL, NULL))) &&
                   !class_between(r, LEX_ATTAIN, r->first, m->lead, NULL, NULL);
    return governs ? REACHES_ON : REACHES_NOTHING;
}

/* A deadline after the number: "hoàn thành 250 căn nhà trước ngày 30/7/2024". */
static bool deadline_after(const struct reader *r, const struct mention *m, size_t limit)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->first >= m->last && w->first < limit && w->role == WHEN_UNTIL) return true;
    }
    return false;
}

/* The end of the last mention before token i that does not count targets itself ("còn thiếu 2 chỉ tiêu: ..."). */
static size_t said_before(const struct reader *r, const struct mention *m, size_t i)
{
    for (; m > r->mentions.at; m--)
        if (m[-1].last <= i && !lexicon_is(&r->tokens, m[-1].noun_first, LEX_SET_THING)) return m[-1].last;
    return r->first;
}

/* "Chỉ tiêu gồm: thu ngân sách đạt 12 tỷ đồng": an introduction of targets earlier in the sentence, with no
 * figure of its own. */
static bool colon_aims(const struct reader *r, const struct mention *m)
{
    int colons = 0;
    for (size_t i = m->lead; i > r->first && r->colon && colons < COLONS_MOST; i--) {
        if (!token_is_punct(&r->tokens, i - 1, ':')) continue;
        colons++;
        if (!class_between(r, LEX_TARGET, said_before(r, m, i), i, NULL, NULL)) continue;
        bool result = class_between(r, LEX_RESULT, r->first, i, NULL, NULL) ||
                      class_between(r, LEX_DONE, r->first, i, NULL, NULL) ||
                      class_between(r, LEX_ATTAIN, r->first, i, NULL, NULL);
        return !result && !class_between(r, LEX_DONE, i, m->lead, NULL, NULL);
    }
    return false;
}

/* What a word of aiming governs goes on over a list: "phấn đấu thu ngân sách đạt 12 tỷ đồng; thành lập mới 70 doanh
 * nghiệp", also when the word is out of sight. */
static bool governed_before(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    return prev && prev->governed && !class_between(r, LEX_DONE, prev->last, m->lead, NULL, NULL) &&
           !class_between(r, LEX_ESTIMATE, prev->last, m->first, NULL, NULL) &&
           !class_between(r, LEX_RESULT, prev->last, m->lead, NULL, NULL);
}

/* "đề ra 27 chỉ tiêu, trong đó có tốc độ tăng trưởng trên 10,6%": what was set is listed after its number. */
static bool lists_what_was_set(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    const struct tokens *ts = &r->tokens;
    if (!prev || prev->noun_last == prev->noun_first || !lexicon_is(ts, prev->noun_first, LEX_SET_THING)) return false;
    if (!class_between(r, LEX_SETTING, prev->zone, prev->lead, NULL, NULL)) return false;
    return class_between(r, LEX_PART, prev->last, m->lead, NULL, NULL) &&
           !class_between(r, LEX_DONE, prev->last, m->lead, NULL, NULL);
}

/* "dự toán giao 100 tỷ đồng, thực hiện 80 tỷ đồng": after a plan, what came of it. */
static bool after_plan(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    return prev->figure.aspect == ASPECT_PLAN && m->figure.kind == KIND_LEVEL &&
           class_between(r, LEX_RESULT, m->zone, m->lead, NULL, NULL);
}

/* "kế hoạch vốn đầu tư năm 2020 đạt | 2.857 tỷ đồng": what is measured is itself a plan. */
static bool plan_named(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n, i = m->zone;
    if (m->figure.kind != KIND_LEVEL || m->quantity.unit_class != UNIT_CLASS_MONEY) return false;
    while (i < m->lead) {
        const struct when *w = when_at(r, i);
        if (w)
            i = w->last;
        else if (ts->at[i].kind == TOKEN_PUNCT || lexicon_is(ts, i, LEX_FILLER))
            i++;
        else
            break;
    }
    const struct lex_sense *s = lexicon_at(ts, i, LEX_PLAN_WORD, &n);
    return s && i + n < m->lead && !class_between(r, LEX_DONE, i, m->lead, NULL, NULL) &&
           !class_between(r, LEX_DISBURSE, i, m->lead, NULL, NULL) &&
           !class_between(r, LEX_RESULT, i, m->lead, NULL, NULL) &&
           !class_between(r, LEX_CHANGE, i, m->lead, NULL, NULL);
}

/* "..., bao gồm: vốn cấp tỉnh 1.478 tỷ đồng", "Trong đó, thu bổ sung 196 tỷ đồng": parts of a plan, when nothing was
 * done. */
static bool part_of_plan(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    bool plan = prev ? prev->figure.aspect == ASPECT_PLAN && prev->figure.kind == KIND_LEVEL : r->carry.plan_amount;
    if (!plan || m->figure.kind != KIND_LEVEL || m->quantity.unit_class != UNIT_CLASS_MONEY) return false;
    size_t from = prev ? prev->last : r->first;
    return class_between(r, LEX_PART, from, m->lead, NULL, NULL) &&
           !class_between(r, LEX_DONE, from, m->lead, NULL, NULL) &&
           !class_between(r, LEX_ATTAIN, from, m->lead, NULL, NULL) &&
           !class_between(r, LEX_DISBURSE, from, m->lead, NULL, NULL);
}

/* "... phấn đấu tổng thu nhập đạt 621 tỷ đồng. Năng suất lúa đạt 63 tạ/ha": a sentence with no word of what was done,
 * no time and no comparison with one goes on with the targets of that before. */
static bool goes_on(const struct reader *r)
{
    static const enum lex_class facts[] = {LEX_DONE, LEX_RESULT, LEX_ESTIMATE, LEX_VERSUS, LEX_EXISTING};
    bool parts = lexicon_is(&r->tokens, r->first, LEX_PART); /* "Cụ thể, năng suất dự kiến 69 tạ/ha" */
    for (size_t k = 0; k < sizeof facts / sizeof *facts; k++)
        if (lex_classes_have(r->classes, facts[k]) && !(parts && facts[k] == LEX_ESTIMATE)) return false;
    return r->whens.len == 0;
}

void aspect_choose(struct reader *r, struct mention *m, struct mention *prev, size_t limit)
{
    struct figure_statement *f = &m->figure;
    size_t n, at;
    size_t from = m->lead > r->first + SIGHT ? m->lead - SIGHT : r->first;
    bool estimate = class_between(r, LEX_ESTIMATE, from, m->lead, &at, &n);
    bool set = m->noun_last > m->noun_first && lexicon_is(&r->tokens, m->noun_first, LEX_SET_THING) &&
               f->kind == KIND_LEVEL;
    bool done = class_between(r, LEX_DONE, r->first, m->lead, NULL, NULL);
    size_t zone = m > r->mentions.at && m[-1].last < m->zone ? m[-1].last : m->zone;
    bool required = class_between(r, LEX_REQUIRED, m->zone, m->first, NULL, NULL) && !done && !estimate;
    bool stands = m->noun_last > m->noun_first &&
                  class_between(r, LEX_EXISTING, m->noun_last, limit < m->noun_last + 8 ? limit : m->noun_last + 8,
                                NULL, NULL);
    enum reach reach = set || stands ? REACHES_NOTHING : target_governs(r, m, zone);
    m->governed = reach == REACHES_ON || lists_what_was_set(r, m, prev) || governed_before(r, m, prev);
    if (set || stands) {
        f->aspect = ASPECT_ACTUAL;
    } else if (required || colon_aims(r, m) || plan_named(r, m) || part_of_plan(r, m, prev)) {
        f->aspect = ASPECT_PLAN;
    } else if (m->bracket && prev && class_between(r, LEX_TARGET, m->zone, m->lead, &at, &n) &&
               lexicon_at(&r->tokens, at, LEX_TARGET, &n)->value != 4) {
        f->aspect = ASPECT_PLAN;
    } else if (prev && !m->bracket && (meaning_leans(r, m) || meaning_in_a_row(r, m, prev)) && !m->governed && !reach) {
        f->aspect = after_plan(r, m, prev) ? estimate ? ASPECT_ESTIMATE : ASPECT_ACTUAL : prev->figure.aspect;
    } else if (m->governed || reach) {
        f->aspect = ASPECT_PLAN;
    } else if (estimate) {
        f->aspect = ASPECT_ESTIMATE;
    } else if (r->carry.plan_run && goes_on(r)) {
        f->aspect = ASPECT_PLAN;
    } else if (r->carry.block_plan || r->carry.heading_plan) {
        f->aspect = done ? ASPECT_ACTUAL : ASPECT_PLAN;
    } else if (!done && f->kind == KIND_LEVEL && m->noun_last > m->noun_first && deadline_after(r, m, limit)) {
        f->aspect = ASPECT_PLAN;
    } else if (prev && m->bracket &&
               !(prev->bracket && prev->figure.aspect == ASPECT_PLAN && when_before(r, m->lead, m->zone))) {
        f->aspect = prev->figure.aspect;
    }
    if (lexicon_at(&r->tokens, m->last, LEX_ACCORDING, &n) && m->plan_tail && f->kind == KIND_GROWTH)
        f->aspect = ASPECT_PLAN;
}

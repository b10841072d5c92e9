/* SPDX-License-Identifier: Apache-2.0
 *
 * targets: titles that make targets of the figures below them.
 *
 *     CÁC CHỈ TIÊU CHỦ YẾU NĂM 2031:       a title that names targets, of a time that is still ahead
 *     1. Chỉ tiêu về kinh tế:              a part of it
 *     - Diện tích gieo trồng 820 ha        a target
 *
 * What keeps a title from setting targets: words of what was done or reached ("kết quả", "thực hiện", "đạt"), a time
 * that is over, or over for the most part (a list of indicators of a year, in its autumn, tells how they stand). The
 * section ends with the next heading that is no part of it.
 *
 * A title may have lost its line end: "CÁC CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2030-2035 I. Về kinh tế 1. ..." is a title as far
 * as the capitals go.
 */
#include "sentence.h"

enum { CAPITALS_LEAST = 5, TITLE_TOKENS = 200, HEAD_WORDS = 2 };

static bool sets_targets(const struct reader *r, size_t last)
{
    static const enum lex_class done[] = {LEX_RESULT, LEX_DONE, LEX_ATTAIN, LEX_EXCEED};
    bool named = false;
    if (!lex_classes_have(r->classes, LEX_TARGET_TITLE)) return false;
    for (size_t i = 0; i < last && i < TITLE_TOKENS && !named; i++) {
        size_t n;
        const struct lex_sense *s = lexicon_at(&r->tokens, i, LEX_TARGET_TITLE, &n);
        named = s && s->value == 0;
    }
    if (!named) return false;
    for (size_t k = 0; k < sizeof done / sizeof *done; k++)
        if (class_between(r, done[k], 0, last, NULL, NULL)) return false;
    return true;
}

/* A year of which more than half is to come, a longer time that is not over. */
static bool is_ahead(struct reader *r, struct period p)
{
    struct date now = r->date;
    if (!date_known(now) || p.kind == PERIOD_NONE || p.kind == PERIOD_DAY) return false;
    if (p.to.year != now.year) return p.to.year > now.year;
    return p.from.year == p.to.year ? now.month <= 6 && p.to.month > now.month + 3 : p.to.month > now.month;
}

static bool time_ahead(struct reader *r, size_t last)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->last <= last && w->role != WHEN_BASE && is_ahead(r, w->period)) return true;
    }
    return false;
}

/* The heading of a section names its targets at its front ("II. Mục tiêu năm 2026", "Một số chỉ tiêu chủ yếu"); a
 * headline that says who strives for something ("Xã Mẫu phấn đấu đạt 10%") sets nothing for the text below it. */
bool targets_headed(const struct reader *r, size_t last)
{
    const struct tokens *ts = &r->tokens;
    size_t n, words = 0;
    for (size_t i = 0; i < last && words < HEAD_WORDS; i++) {
        const struct token *t = &ts->at[i];
        if (t->kind != TOKEN_WORD || t->len == 1) continue; /* "II.", "a)" */
        if (lexicon_is(ts, i, LEX_TARGET) || lexicon_is(ts, i, LEX_TARGET_TITLE)) return true;
        if (!lexicon_at(ts, i, LEX_FILLER, &n) && !lexicon_is(ts, i, LEX_TOPIC) && !lexicon_is(ts, i, LEX_PARTY))
            words++;
    }
    return false;
}

bool targets_titled(struct reader *r, size_t last)
{
    sentence_set(r, 0, last);
    return ((r->block->level > 0 && r->block != r->in->at) || targets_headed(r, last)) && sets_targets(r, last) &&
           time_ahead(r, last);
}

size_t targets_title_end(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    size_t i = 0, words = 0;
    for (; i + 1 < ts->len; i++) {
        const struct token *t = &ts->at[i];
        if (t->kind == TOKEN_WORD && !(t->flags & TOKEN_ALL_CAPS)) break;
        if (t->kind == TOKEN_PUNCT && (t->punct == '.' || t->punct == ':' || t->punct == ';')) break;
        words += t->kind == TOKEN_WORD;
    }
    if (words < CAPITALS_LEAST || i + 1 == ts->len) return 0;
    sentence_set(r, 0, i);
    return sets_targets(r, i) ? i : 0;
}

/* A numbered heading, or one under that of the section, or "Về kinh tế". */
static bool is_part(const struct reader *r, size_t last)
{
    size_t n, i = 0;
    uint8_t level = r->block->level, above = r->carry.targets_level;
    if (level) return above ? level > above : level > 1;
    while (i < last && r->tokens.at[i].kind != TOKEN_WORD) i++;
    return lexicon_at(&r->tokens, i, LEX_TOPIC, &n) != NULL;
}

void targets_heading(struct reader *r, size_t last)
{
    struct carry *c = &r->carry;
    if (targets_titled(r, last)) {
        c->targets = true;
        c->targets_level = r->block->level;
    } else if (c->targets) {
        bool result = class_between(r, LEX_RESULT, 0, last, NULL, NULL) ||
                      class_between(r, LEX_DONE, 0, last, NULL, NULL);
        c->targets = !result && is_part(r, last);
    }
}

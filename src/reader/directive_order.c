/* SPDX-License-Identifier: Apache-2.0
 *
 * directive_order: a verb of asking with who asks before it and whom, and for what, behind it:
 *
 *     [who] ["đã" "cũng"] verb ["thêm" "," ":"] [whom] what        "UBND quận yêu cầu các phường rà soát ..."
 *     [whom] "được" who "giao" what                                "Phòng Nội vụ được UBND quận giao tổng hợp ..."
 *     who "nhấn mạnh" ("đến" | "yêu cầu") what
 *     who "cam kết" [..., whom] what
 *
 * A verb behind "sự", "các", "theo" or before "của" is a noun. Verbs that only say something ask when a duty follows
 * ("lưu ý, quận phải ..."), "giao" only with a receiver. What is asked upward is a request.
 */
#include "directive_private.h"

enum { ORDER_ASKS, ORDER_SAYS, ORDER_GIVES, ORDER_REQUESTS, ORDER_PROMISES, ORDER_TELLS };

/* The verb of asking is a noun, or part of another word: "sự chỉ đạo", "kiến nghị của", "giao thông". */
static bool no_order(const struct reader *r, size_t i, size_t n, int kind)
{
    const struct tokens *ts = &r->tokens;
    size_t m;
    bool inside = (ts->at[i].flags & TOKEN_INSIDE) && kind != ORDER_GIVES; /* "tỉnh giao" is a phrase of plans */
    if (inside || !directive_small(r, i) || work(ts, i, WORK_NO_ORDER, &m)) return true;
    const struct lex_sense *before = lexicon_before(ts, i, LEX_WORK, &m);
    if (before && before->value == WORK_NOUN && i - m >= r->first) return true;
    if (many_before(r, i)) return true;
    const struct lex_sense *set = i + n < r->last ? lexicon_at(ts, i + n, LEX_DOC_WORD, &m) : NULL;
    return lexicon_is(ts, i + n, LEX_OF) || (set && set->value == DOC_SET_OUT);
}

/* A request for several things repeats its verb: "chấp thuận A và chấp thuận B" are two. */
static size_t repeated(const struct reader *r, size_t from, size_t to)
{
    const struct tokens *ts = &r->tokens;
    for (size_t i = from + 3; i + 2 < to; i++)
        if (lexicon_is(ts, i, LEX_AND) && str_eq(token_text(ts, i + 1), token_text(ts, from)) &&
            str_eq(token_text(ts, i + 2), token_text(ts, from + 1)))
            return i;
    return to;
}

static struct str rule_of(int kind, const struct party *who, const struct party *whom)
{
    if (kind == ORDER_REQUESTS) return STR("request");
    return who->level >= 0 && whom->level >= 0 && whom->level < who->level ? STR("request") : STR("order");
}

/* "cam kết [..., cả hệ thống chính trị ...] | tiếp tục ..." */
static bool promise(struct reader *r, struct clause *c, const struct party *who, size_t after)
{
    struct party nobody = NOBODY;
    size_t what = after;
    if (who->text.len == 0) return false;
    for (size_t i = after; i < c->last && i < after + 8; i++) {
        size_t end = i == after || r->tokens.at[i - 1].kind == TOKEN_PUNCT ? party_end(r, i, c->last) : i;
        if (end == i || !directive_is_duty(r, end)) continue;
        nobody = directive_party(r, i, end);
        what = end;
        break;
    }
    directive_put(r, who, &nobody, what, c->last, STR("commitment"));
    talk_speaks(r, who);
    return true;
}

/* What stands behind the verb of asking, from `after` on; `passive`: the receiver stood before it. */
static bool asks(struct reader *r, struct clause *c, int kind, size_t verb, struct party who, struct party whom,
                 size_t after)
{
    const struct tokens *ts = &r->tokens;
    size_t n, end = whom.text.len ? after : party_end(r, after, c->last), what = end;
    bool passive = whom.text.len > 0, said = who.last > who.first, opening = verb == c->first;
    if (end > after) whom = directive_party(r, after, end);
    while (what < c->last && end > after && (token_is_punct(ts, what, ',') || token_is_punct(ts, what, ':'))) what++;
    if (what > end) what = directive_opening_end(r, what, c->last);
    while (work(ts, what, WORK_BETWEEN, &n) && !lexicon_is(ts, what, LEX_DUTY) && !lexicon_is(ts, what, LEX_DONE))
        what += n;
    bool duty = directive_is_duty(r, what) || directive_is_must(r, what) || directive_is_modal(r, what);
    bool named = end > after;
    bool ok = kind == ORDER_SAYS ? duty
              : kind == ORDER_ASKS
                  ? (named ? directive_can_be_verb(r, what, c->last) : duty && (opening || passive || said))
              : kind == ORDER_GIVES ? (named && directive_can_be_verb(r, what, c->last)) || (passive && duty)
                                    : named && directive_can_be_verb(r, what, c->last);
    if (!ok) return false;
    struct str rule = rule_of(kind, &who, &whom);
    size_t split = str_eq(rule, STR("request")) ? repeated(r, what, c->last) : c->last;
    directive_put(r, &who, &whom, what, split, rule);
    if (split < c->last) directive_put(r, &who, &whom, split + 1, c->last, rule);
    bool apart = said && (who.first == c->first || ts->at[who.first - 1].kind == TOKEN_PUNCT);
    bool added = c->asked && !said && str_eq(rule, STR("request"));
    if ((apart || opening) && !added)
        talk_opens(r, c, &who, &whom, false);
    else if (said) /* told in passing: "tham mưu UBND tỉnh chỉ đạo ...": holds for this sentence */
        *c = (struct clause){c->first, c->last, who, whom, true, c->title};
    return true;
}

/* "nhấn mạnh | đến tinh thần trách nhiệm ...", "nhấn mạnh yêu cầu | vận dụng ..." */
static bool points_at(struct reader *r, struct clause *c, const struct party *who, size_t after)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    struct party whom = NOBODY;
    const struct lex_sense *noun = lexicon_at(ts, after, LEX_ORDER, &n);
    if (after >= c->last || who->text.len == 0) return false;
    size_t what = noun && noun->value == ORDER_ASKS ? after + n : work(ts, after, WORK_POINTS, &n) ? after + n : after;
    if (what == after) return false;
    directive_put(r, who, &whom, what, c->last, STR("order"));
    talk_opens(r, c, who, &whom, false);
    return true;
}

/* Over "thêm", "rằng", ", trong thời gian tới," behind a verb of asking. */
static size_t behind_verb(const struct reader *r, size_t i, size_t last)
{
    size_t n;
    for (;;) {
        size_t before = i;
        while (i < last && work(&r->tokens, i, WORK_AFTER, &n)) i += n;
        if (i < last && r->tokens.at[i].kind == TOKEN_PUNCT) i = directive_opening_end(r, i, last);
        if (i == before || i >= last) return i;
    }
}

bool directive_order(struct reader *r, struct clause *c, size_t i, const struct lex_sense *verb, size_t n)
{
    const struct tokens *ts = &r->tokens;
    if (no_order(r, i, n, verb->value)) return false;
    size_t from = party_before(r, c->first, i);
    struct party who = from < i ? talk_resolve(r, directive_party(r, from, party_end(r, from, i))) : talk_speaker(r, c);
    struct party whom = NOBODY;
    if (verb->value == ORDER_TELLS) {
        if (from < i) talk_speaks(r, &who);
        return false;
    }
    if (from < i && from > c->first && str_eq(token_text(ts, from - 1), STR("được"))) { /* "Sở A được UBND tỉnh giao" */
        size_t first = party_before(r, c->first, from - 1);
        if (first < from - 1) whom = directive_party(r, first, party_end(r, first, from - 1));
    }
    bool opening = i == c->first || ts->at[i - 1].kind == TOKEN_PUNCT ||
                   (verb->value == ORDER_REQUESTS && lexicon_is(ts, i - 1, LEX_AND));
    size_t m;
    bool adverb = i > c->first && lexicon_before(ts, i, LEX_DUTY, &m) && i - m == c->first && verb->value == ORDER_ASKS;
    if (from == i && !opening && !adverb) return false;
    size_t after = behind_verb(r, i + n, c->last);
    if (verb->value == ORDER_PROMISES) return promise(r, c, &who, after);
    if (verb->value == ORDER_SAYS && points_at(r, c, &who, after)) return true;
    return asks(r, c, verb->value, i, who, whom, after);
}

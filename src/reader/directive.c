/* SPDX-License-Identifier: Apache-2.0
 *
 * directive: who asks whom to do what, one statement a task:
 *
 *     UBND quận | chỉ đạo | các phòng, ban chuyên môn | tiếp tục ... thực hiện các nhiệm vụ ...; báo cáo định kỳ ...
 *     who         order     whom                        what                                     what (of the same)
 *
 * A sentence is cut at ';' into clauses, and each clause is read as the first of (the names are those of the rules):
 *
 *   order, request   [who] verb of asking [whom] what; request: asked upward, by verb or by the levels of both
 *   commitment       who "cam kết" what
 *   duty             whom "phải | cần | có trách nhiệm" what
 *   continued        [whom] what, where the clause or sentence before asked for something
 *   task             what a body sets itself: whom, then two verbs of work ("tiếp tục rà soát", "tập trung chỉ đạo")
 *
 * Between sentences `struct talk` remembers who speaks and to whom. It is closed by a heading and by a paragraph that
 * asks for nothing and reports; a heading or an introduction about tasks opens a list of them.
 *
 * What is done already ("đã tập trung"), passive ("được tăng cường") or reported with figures asks for nothing. A verb
 * of asking behind "sự", "các", "theo" or before "của" is a noun. Nothing here is a figure.
 */
#include "sentence.h"

enum { WHAT_MOST = 120, CLAUSES_MOST = 60, TITLE_MOST = 260, REPORT_LEAST = 300, ANNOUNCE_MOST = 16 };
enum { ORDER_ASKS, ORDER_SAYS, ORDER_GIVES, ORDER_REQUESTS, ORDER_PROMISES, ORDER_TELLS };

/* A party by its tokens, or by words carried from before (then first == last). */
struct party {
    struct str text;
    size_t first, last;
    int level; /* party_level */
    bool person;
};

static const struct party NOBODY = {.text = STR_INIT(""), .level = -1};

/* The clause being read and what the sentence said so far. */
struct clause {
    size_t first, last;
    struct party who, whom;
    bool asked; /* a clause of this sentence asked for something */
    bool title; /* the block is a title: only verbs of asking count */
};

static bool work(const struct tokens *ts, size_t i, int value, size_t *n)
{
    return word_says(ts, i, LEX_WORK, value, n);
}

static struct party party_at(const struct reader *r, size_t from, size_t to)
{
    struct party p = {.text = tokens_text(&r->tokens, from, to), .first = from, .last = to};
    if (from >= to) p.text = STR("");
    p.level = party_level(r, from, to);
    if (from < to) party_head(r, from, &p.person);
    return p;
}

static size_t trim_marks(const struct tokens *ts, size_t from, size_t to)
{
    static const char marks[] = ",.;:-E*|!?";
    while (to > from && ts->at[to - 1].kind == TOKEN_PUNCT && strchr(marks, ts->at[to - 1].punct)) to--;
    return to;
}

/* A closing quotation mark that was opened before the words begin ends them: “... phải ...”, ông A nhấn mạnh. */
static size_t before_closing(const struct tokens *ts, size_t from, size_t to)
{
    bool inside = false;
    for (size_t i = from; i < to; i++) {
        if (!token_is_punct(ts, i, '"')) continue;
        bool closes = i + 1 >= to || ts->at[i + 1].kind == TOKEN_PUNCT;
        if (!inside && closes) return i;
        inside = !inside;
    }
    return to;
}

static void put(struct reader *r, const struct party *who, const struct party *whom, size_t from, size_t to,
                struct str rule)
{
    const struct tokens *ts = &r->tokens;
    if (to > from + WHAT_MOST) to = from + WHAT_MOST;
    size_t end = trim_marks(ts, from, before_closing(ts, from, to)), first = from;
    if (end <= from + 1) return;
    r->carry.talk.stale = false;
    struct statement *s = vec_push(r->work, &r->out);
    *s = (struct statement){.kind = STATEMENT_DIRECTIVE, .rule = rule};
    s->directive.who = who->text;
    s->directive.whom = whom->text;
    s->directive.what = tokens_text(ts, from, end);
    if (who->last > who->first && who->first < first) first = who->first;
    if (whom->last > whom->first && whom->first < first) first = whom->first;
    s->span = (struct span){0, ts->at[first].start, token_end(&ts->at[end - 1])};
    s->quote = str_part(ts->text, s->span.start, s->span.end);
    directive_due(r, &s->directive, from, end);
}

/* Over words that open a sentence, times, marks: "Đồng thời, trong thời gian tới, | quận ..." */
static size_t skip_opening(const struct reader *r, size_t i, size_t last)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    while (i < last) {
        const struct when *w = when_at(r, i);
        if (w && w->first == i && w->last < last && w->role != WHEN_BASE)
            i = w->last;
        else if (ts->at[i].kind == TOKEN_PUNCT && !token_is_punct(ts, i, '(') && !token_is_punct(ts, i, '['))
            i++;
        else if (work(ts, i, WORK_OPENS, &n) && i + n < last)
            i += n;
        else if (ts->at[i].kind == TOKEN_NUMBER && i + 1 < last && token_is_punct(ts, i + 1, '.'))
            i += 2;
        else if (word_says(ts, i, LEX_DEADLINE, DEADLINE_BEFORE, &n) && when_at(r, i + n) && i + n < last)
            i += n;
        else
            break;
    }
    return i;
}

static bool small(const struct reader *r, size_t i)
{
    return !(r->tokens.at[i].flags & TOKEN_CAPITAL) || i == r->first || r->tokens.at[i - 1].kind == TOKEN_PUNCT;
}

/* A verb of work at token i; its length, 0 when there is none. *strong: it opens a task of one's own. `listed`: also
 * those that begin the items of a list only. */
static size_t verb_at(const struct reader *r, size_t i, bool listed, bool *strong)
{
    size_t n = 0, m;
    *strong = false;
    if (i >= r->last || !small(r, i) || work(&r->tokens, i, WORK_NO_DUTY, &m)) return 0;
    const struct lex_sense *s = lexicon_at(&r->tokens, i, LEX_DUTY, &n);
    if (!s || (s->value == DUTY_LISTED && !listed)) return 0;
    *strong = s->value == DUTY_STRONG;
    return n;
}

static size_t duty_at(const struct reader *r, size_t i, bool *strong)
{
    return verb_at(r, i, true, strong);
}

static bool is_duty(const struct reader *r, size_t i)
{
    bool strong;
    return duty_at(r, i, &strong) > 0;
}

static bool is_must(const struct reader *r, size_t i)
{
    size_t n;
    return i < r->last && small(r, i) && word_says(&r->tokens, i, LEX_DUTY, DUTY_MUST, &n) &&
           !work(&r->tokens, i, WORK_NO_DUTY, &n);
}

static bool is_modal(const struct reader *r, size_t i)
{
    size_t n;
    return i < r->last && work(&r->tokens, i, WORK_MODAL, &n);
}

/* Anything that can be a verb behind its doer. */
static bool can_be_verb(const struct reader *r, size_t i, size_t last)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (i >= last || ts->at[i].kind != TOKEN_WORD) return false;
    if (is_duty(r, i) || is_must(r, i) || is_modal(r, i) || lexicon_is(ts, i, LEX_ORDER)) return true;
    static const enum lex_class other[] = {LEX_OF, LEX_AND, LEX_DONE, LEX_COPULA, LEX_VERSUS, LEX_DOC_KIND, LEX_NOUN};
    for (size_t k = 0; k < sizeof other / sizeof *other; k++)
        if (lexicon_at(ts, i, other[k], &n) && n == ts->at[i].phrase_len) return false;
    return !(ts->at[i].flags & TOKEN_CAPITAL) && !when_at(r, i);
}

/* The verb of asking is a noun, or part of another word: "sự chỉ đạo", "kiến nghị của", "giao thông". */
static bool no_order(const struct reader *r, size_t i, size_t n, int kind)
{
    const struct tokens *ts = &r->tokens;
    size_t m;
    bool inside = (ts->at[i].flags & TOKEN_INSIDE) && kind != ORDER_GIVES; /* "tỉnh giao" is a phrase of plans */
    if (inside || !small(r, i) || work(ts, i, WORK_NO_ORDER, &m)) return true;
    const struct lex_sense *before = lexicon_before(ts, i, LEX_WORK, &m);
    if (before && before->value == WORK_NOUN && i - m >= r->first) return true;
    if (many_before(r, i)) return true;
    const struct lex_sense *set = i + n < r->last ? lexicon_at(ts, i + n, LEX_DOC_WORD, &m) : NULL;
    return lexicon_is(ts, i + n, LEX_OF) || (set && set->value == DOC_SET_OUT);
}

/* "Đồng chí" alone stands for the last speaker with a name. */
static struct party resolved(const struct reader *r, struct party p)
{
    size_t n;
    const struct lex_sense *title = p.first < p.last ? lexicon_at(&r->tokens, p.first, LEX_PARTY, &n) : NULL;
    if (title && title->value == PARTY_PRONOUN && p.first + n == p.last && r->carry.talk.named.len)
        p.text = r->carry.talk.named;
    return p;
}

static void speaks(struct reader *r, const struct party *who)
{
    struct talk *talk = &r->carry.talk;
    if (who->text.len == 0) return;
    talk->speaker = who->text;
    talk->level = who->level;
    talk->unnamed = false;
    if (who->person) talk->named = who->text;
}

static void opens(struct reader *r, struct clause *c, const struct party *who, const struct party *whom, bool own)
{
    struct talk *talk = &r->carry.talk;
    speaks(r, who);
    if (who->text.len == 0 && !talk->open) talk->unnamed = true;
    talk->whom = whom->text;
    talk->open = true;
    talk->own = own;
    c->who = *who;
    c->whom = *whom;
    c->asked = true;
}

/* Who asks when the verb has no subject: the clause before, or who has been speaking. */
static struct party carried(const struct reader *r, const struct clause *c)
{
    const struct talk *talk = &r->carry.talk;
    struct party p = NOBODY;
    if (c->asked)
        p = c->who;
    else if (talk->open && !talk->unnamed && talk->speaker.len)
        p = (struct party){.text = talk->speaker, .level = talk->level};
    p.first = p.last = 0;
    return p;
}

static struct party carried_whom(const struct reader *r, const struct clause *c)
{
    struct party p = NOBODY;
    struct str whom = c->asked ? c->whom.text : r->carry.talk.open ? r->carry.talk.whom : STR("");
    if (whom.len) p.text = whom;
    return p;
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
        if (end == i || !is_duty(r, end)) continue;
        nobody = party_at(r, i, end);
        what = end;
        break;
    }
    put(r, who, &nobody, what, c->last, STR("commitment"));
    speaks(r, who);
    return true;
}

/* What stands behind the verb of asking, from `after` on; `passive`: the receiver stood before it. */
static bool asks(struct reader *r, struct clause *c, int kind, size_t verb, struct party who, struct party whom,
                 size_t after)
{
    const struct tokens *ts = &r->tokens;
    size_t n, end = whom.text.len ? after : party_end(r, after, c->last), what = end;
    bool passive = whom.text.len > 0, said = who.last > who.first, opening = verb == c->first;
    if (end > after) whom = party_at(r, after, end);
    while (what < c->last && end > after && (token_is_punct(ts, what, ',') || token_is_punct(ts, what, ':'))) what++;
    if (what > end) what = skip_opening(r, what, c->last);
    while (work(ts, what, WORK_BETWEEN, &n) && !lexicon_is(ts, what, LEX_DUTY) && !lexicon_is(ts, what, LEX_DONE))
        what += n;
    bool duty = is_duty(r, what) || is_must(r, what) || is_modal(r, what);
    bool named = end > after;
    bool ok = kind == ORDER_SAYS    ? duty
              : kind == ORDER_ASKS  ? (named ? can_be_verb(r, what, c->last) : duty && (opening || passive || said))
              : kind == ORDER_GIVES ? (named && can_be_verb(r, what, c->last)) || (passive && duty)
                                    : named && can_be_verb(r, what, c->last);
    if (!ok) return false;
    struct str rule = rule_of(kind, &who, &whom);
    size_t split = str_eq(rule, STR("request")) ? repeated(r, what, c->last) : c->last;
    put(r, &who, &whom, what, split, rule);
    if (split < c->last) put(r, &who, &whom, split + 1, c->last, rule);
    bool apart = said && (who.first == c->first || ts->at[who.first - 1].kind == TOKEN_PUNCT);
    bool added = c->asked && !said && str_eq(rule, STR("request"));
    if ((apart || opening) && !added)
        opens(r, c, &who, &whom, false);
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
    put(r, who, &whom, what, c->last, STR("order"));
    opens(r, c, who, &whom, false);
    return true;
}

/* Over "thêm", "rằng", ", trong thời gian tới," behind a verb of asking. */
static size_t behind_verb(const struct reader *r, size_t i, size_t last)
{
    size_t n;
    for (;;) {
        size_t before = i;
        while (i < last && work(&r->tokens, i, WORK_AFTER, &n)) i += n;
        if (i < last && r->tokens.at[i].kind == TOKEN_PUNCT) i = skip_opening(r, i, last);
        if (i == before || i >= last) return i;
    }
}

static bool order_read(struct reader *r, struct clause *c, size_t i, const struct lex_sense *verb, size_t n)
{
    const struct tokens *ts = &r->tokens;
    if (no_order(r, i, n, verb->value)) return false;
    size_t from = party_before(r, c->first, i);
    struct party who = from < i ? resolved(r, party_at(r, from, party_end(r, from, i))) : carried(r, c);
    struct party whom = NOBODY;
    if (verb->value == ORDER_TELLS) {
        if (from < i) speaks(r, &who);
        return false;
    }
    if (from < i && from > c->first && str_eq(token_text(ts, from - 1), STR("được"))) { /* "Sở A được UBND tỉnh giao" */
        size_t first = party_before(r, c->first, from - 1);
        if (first < from - 1) whom = party_at(r, first, party_end(r, first, from - 1));
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

/* The clause reports: a figure that was reached or that grew. */
static bool reports(const struct reader *r, const struct clause *c)
{
    for (size_t k = 0; k < r->mentions.len; k++) {
        const struct mention *m = &r->mentions.at[k];
        if (m->first < c->first || m->last > c->last || m->figure.aspect != ASPECT_ACTUAL) continue;
        size_t at, n;
        if (m->cue == CUE_CHANGE || m->cue == CUE_EXCEED || m->figure.kind != KIND_LEVEL) return true;
        if (class_between(r, LEX_ATTAIN, m->zone, m->lead, &at, &n) && !lexicon_is(&r->tokens, at, LEX_FULFIL))
            return true;
    }
    return false;
}

/* "quận 1 | phải ...", "quận | tiếp tục bám sát ..." with the party at [from, end). */
static bool doer_read(struct reader *r, struct clause *c, size_t from, size_t end)
{
    const struct tokens *ts = &r->tokens;
    struct party doer = party_at(r, from, end), nobody = NOBODY, who = carried(r, c);
    bool strong, next;
    size_t verb = end, n;
    while (work(ts, verb, WORK_BETWEEN, &n) && !is_duty(r, verb) && !lexicon_is(ts, verb, LEX_DONE)) verb += n;
    if (is_modal(r, verb) && is_duty(r, verb + 1)) verb++; /* "sẽ tiếp tục tăng cường" */
    if (is_must(r, verb)) {
        put(r, &who, &doer, verb, c->last, STR("duty"));
        opens(r, c, &who, &doer, r->carry.talk.open && r->carry.talk.own);
        return true;
    }
    size_t len = duty_at(r, verb, &strong);
    if (len == 0 || c->title || reports(r, c)) return false;
    if (who.text.len && !r->carry.talk.own && !doer.person) {
        put(r, &who, &doer, verb, c->last, STR("continued"));
        opens(r, c, &who, &doer, false);
        return true;
    }
    if (!strong || !(duty_at(r, verb + len, &next) || lexicon_is(ts, verb + len, LEX_ORDER))) return false;
    put(r, &doer, &nobody, verb, c->last, STR("task"));
    opens(r, c, &doer, &nobody, true);
    return true;
}

/* The party behind the comma is of a list: "để | UBND quận | , các ngành". */
static bool goes_on(const struct reader *r, size_t first, size_t comma)
{
    size_t from = party_before(r, first, comma);
    if (from == comma) return false;
    const struct token *before = &r->tokens.at[from > first ? from - 1 : from];
    return from == first || before->kind == TOKEN_PUNCT ||
           (lexicon_is(&r->tokens, from - 1, LEX_LINK) && !(before->flags & TOKEN_INSIDE));
}

static bool duty_read(struct reader *r, struct clause *c)
{
    const struct tokens *ts = &r->tokens;
    for (size_t i = c->first; i < c->last; i++) {
        if (i > c->first && !token_is_punct(ts, i - 1, ',') && !token_is_punct(ts, i - 1, '"')) continue;
        size_t from = skip_opening(r, i, c->last), end = party_end(r, from, c->last);
        if (end == from || (i > c->first + 1 && goes_on(r, c->first, i - 1))) continue;
        if (doer_read(r, c, from, end)) return true;
    }
    return false;
}

/* "giai đoạn 2024 - 2025", not over yet. */
static bool names_stage(const struct reader *r, const struct clause *c)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->first < c->first || w->last > c->last || w->period.from.year == w->period.to.year) continue;
        if (date_known(r->date) && date_cmp(w->period.to, r->date) > 0) return true;
    }
    return false;
}

/* A clause that begins with a verb of work goes on asking. */
static bool bare_read(struct reader *r, struct clause *c)
{
    const struct tokens *ts = &r->tokens;
    struct talk *talk = &r->carry.talk;
    bool strong, open = c->asked || talk->open;
    size_t i = c->first, len = verb_at(r, i, c->asked || talk->tasks, &strong);
    if (!open || c->title || reports(r, c)) return false;
    if (talk->stale && !talk->tasks && !c->asked && r->sentence > 0 && !names_stage(r, c)) return false;
    for (size_t k = i; len == 0 && talk->tasks && k + 1 < c->last; k++) { /* "Trên cơ sở ..., khẩn trương xây dựng" */
        if (token_is_punct(ts, k, ',') && (len = duty_at(r, k + 1, &strong)) > 0 && strong)
            i = k + 1;
        else
            len = 0;
    }
    if (len == 0) return false;
    struct party who = carried(r, c), whom = carried_whom(r, c);
    put(r, &who, &whom, i, c->last, talk->tasks ? STR("task") : STR("continued"));
    c->asked = true;
    c->who = who;
    c->whom = whom;
    return true;
}

static void clause_read(struct reader *r, struct clause *c)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    c->first = skip_opening(r, c->first, c->last);
    for (size_t i = c->first; i < c->last; i++) {
        if (ts->at[i].kind != TOKEN_WORD || !ts->at[i].phrase) continue;
        const struct lex_sense *verb = lexicon_at(ts, i, LEX_ORDER, &n);
        if (verb && i + n < c->last + 1 && order_read(r, c, i, verb, n)) return;
    }
    if (!duty_read(r, c)) bare_read(r, c);
}

/* The end of the clause that begins at `from`: a ';', or a ':' before a capital verb of work. */
static size_t clause_end(const struct reader *r, size_t from)
{
    const struct tokens *ts = &r->tokens;
    for (size_t i = from; i < r->last; i++) {
        if (token_is_punct(ts, i, ';')) return i;
        if (token_is_punct(ts, i, ':') && i > from && is_duty(r, i + 1) && (ts->at[i + 1].flags & TOKEN_CAPITAL))
            return i;
    }
    return r->last;
}

/* “...”, <party> nhấn mạnh: what the quotation asked for, he asked for. */
static void closing_speaker(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    for (size_t i = r->first + 1; i + 3 < r->last; i++) {
        if (!token_is_punct(ts, i, '"') || ts->at[i + 1].kind != TOKEN_PUNCT) continue;
        size_t end = party_end(r, i + 2, r->last);
        size_t n;
        const struct lex_sense *verb = end > i + 2 ? lexicon_at(ts, end, LEX_ORDER, &n) : NULL;
        if (!verb || end + n + 2 < r->last || !r->carry.talk.quoted) continue;
        struct party who = resolved(r, party_at(r, i + 2, end));
        for (size_t k = r->carry.talk.quote; k < r->out.len; k++)
            if (r->out.at[k].kind == STATEMENT_DIRECTIVE) r->out.at[k].directive.who = who.text;
        speaks(r, &who);
    }
}

/* "Kết quả thực hiện nhiệm vụ": what was done, not what is to do. */
static bool about_results(const struct reader *r, size_t from, size_t to)
{
    size_t n;
    for (size_t i = from; i < to; i++) {
        const struct lex_sense *s = lexicon_at(&r->tokens, i, LEX_RESULT, &n);
        if (s && s->value == 1) return true;
    }
    return false;
}

/* Whether the words of the sentence end with what announces tasks: "... các nhiệm vụ trọng tâm như sau:" */
static bool announces(const struct reader *r)
{
    size_t n;
    size_t from = r->last > r->first + ANNOUNCE_MOST ? r->last - ANNOUNCE_MOST : r->first;
    if (!token_is_punct(&r->tokens, r->last - 1, ':')) return false;
    if (about_results(r, r->first, r->last)) return false;
    for (size_t i = from; i < r->last; i++)
        if (work(&r->tokens, i, WORK_TASKS, &n)) return true;
    return false;
}

/* An introduction opens a list of tasks, of the one who sets them. */
static void introduction(struct reader *r, const struct clause *c)
{
    struct talk *talk = &r->carry.talk;
    if (!announces(r)) return;
    for (size_t i = r->first; i < r->last && !c->asked; i++) {
        bool start = i == r->first || r->tokens.at[i - 1].kind == TOKEN_PUNCT;
        size_t end = start ? party_end(r, i, r->last) : i;
        if (end == i) continue;
        struct party who = party_at(r, i, end);
        speaks(r, &who);
        talk->whom = STR("");
    }
    struct directive_statement d = {.due_words = STR(""), .due = {.kind = PERIOD_NONE}};
    talk->tasks = false;
    directive_due(r, &d, r->first, r->last);
    talk->due = d.due;
    talk->due_words = d.due.kind ? d.due_words : STR("");
    talk->open = talk->tasks = talk->listed = true;
    talk->own = false;
}

/* A title has no mark at its end; nothing is asked for in it but by a verb of asking. */
static bool is_title(const struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    size_t end = ts->len - 1;
    if (r->block->kind == BLOCK_HEADING) return true;
    if (r->block->kind == BLOCK_LIST_ITEM || r->block->end - r->block->start > TITLE_MOST || end == 0) return false;
    return ts->at[end - 1].kind != TOKEN_PUNCT;
}

/* A block begins: a list of tasks that an introduction opened goes on only with items. */
static void directive_block(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    struct talk *talk = &r->carry.talk;
    size_t n;
    talk->quoted = false;
    talk->stale = true;
    bool item = r->block->kind == BLOCK_LIST_ITEM || ts->at[0].kind != TOKEN_WORD || work(ts, 0, WORK_OPENS, &n);
    if (talk->listed && !item) talk->open = talk->tasks = talk->listed = false;
}

void directive_read(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    struct clause c = {.who = NOBODY, .whom = NOBODY, .title = is_title(r)};
    if (r->block->kind == BLOCK_HEADING) return;
    if (r->first == 0) directive_block(r);
    if (token_is_punct(ts, r->first, '"') && !r->carry.talk.quoted) {
        r->carry.talk.quote = (uint32_t)r->out.len;
        r->carry.talk.quoted = true;
    }
    size_t at = r->first;
    bool may = lex_classes_have(r->classes, LEX_ORDER) || lex_classes_have(r->classes, LEX_DUTY);
    for (int k = 0; may && k < CLAUSES_MOST && at < r->last; k++) {
        c.first = at;
        c.last = clause_end(r, at);
        at = c.last + 1;
        clause_read(r, &c);
    }
    struct clause all = {.first = r->first, .last = r->last};
    if (!c.asked && !r->carry.talk.tasks && !r->carry.talk.own && reports(r, &all)) r->carry.talk.open = false;
    closing_speaker(r);
    introduction(r, &c);
}

void directive_heading(struct reader *r)
{
    struct talk *talk = &r->carry.talk;
    size_t n;
    if (talk->tasks && token_is_punct(&r->tokens, r->last - 1, ':')) return; /* an item with a list of its own */
    talk->open = talk->tasks = talk->listed = talk->own = talk->unnamed = false;
    talk->due = (struct period){.kind = PERIOD_NONE};
    talk->due_words = talk->whom = STR("");
    if (about_results(r, 0, r->last)) return;
    for (size_t i = 0; i < r->last; i++)
        if (work(&r->tokens, i, WORK_TASKS, &n)) talk->open = talk->tasks = true;
    for (size_t i = 0; i < r->last && talk->tasks; i++)
        if (word_says(&r->tokens, i, LEX_DEADLINE, DEADLINE_SOON, &n))
            talk->due_words = tokens_text(&r->tokens, i, i + n);
}

void directive_leave(struct reader *r, bool asked)
{
    struct talk *talk = &r->carry.talk;
    if (!asked && !talk->tasks && r->block->end - r->block->start > REPORT_LEAST) talk->open = false;
}

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
 * Words are told apart by directive_words.c, verbs of asking read by directive_order.c, talks kept by directive_talk.c,
 * deadlines found by directive_due.c.
 *
 * What is done already ("đã tập trung"), passive ("được tăng cường") or reported with figures asks for nothing. A verb
 * of asking behind "sự", "các", "theo" or before "của" is a noun. Nothing here is a figure.
 */
#include "directive_private.h"

enum { WHAT_MOST = 120, CLAUSES_MOST = 60, TITLE_MOST = 260 };

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

void directive_put(struct reader *r, const struct party *who, const struct party *whom, size_t from, size_t to,
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

/* The clause reports: a figure that was reached or that grew. */
static bool reports(const struct reader *r, const struct clause *c)
{
    for (size_t k = 0; k < r->mentions.len; k++) {
        const struct mention *m = &r->mentions.at[k];
        if (m->first < c->first || m->last > c->last || m->figure.aspect != ASPECT_ACTUAL) continue;
        size_t at, n;
        if (m->cue == CUE_CHANGE || m->cue == CUE_EXCEED || m->figure.kind != KIND_LEVEL) return true;
        if (m->quantity.unit_class == UNIT_CLASS_NONE) continue; /* "cụ thể hóa bằng 24 chuyên đề" */
        if (class_between(r, LEX_ATTAIN, m->zone, m->lead, &at, &n) && !lexicon_is(&r->tokens, at, LEX_FULFIL))
            return true;
    }
    return false;
}

/* "quận 1 | phải ...", "quận | tiếp tục bám sát ..." with the party at [from, end). */
static bool doer_read(struct reader *r, struct clause *c, size_t from, size_t end)
{
    const struct tokens *ts = &r->tokens;
    struct party doer = directive_party(r, from, end), nobody = NOBODY, who = talk_speaker(r, c);
    bool strong, next;
    size_t verb = end, n;
    while (work(ts, verb, WORK_BETWEEN, &n) && !directive_is_duty(r, verb) && !lexicon_is(ts, verb, LEX_DONE))
        verb += n;
    if (directive_is_modal(r, verb) && directive_is_duty(r, verb + 1)) verb++; /* "sẽ tiếp tục tăng cường" */
    if (directive_is_must(r, verb)) {
        directive_put(r, &who, &doer, verb, c->last, STR("duty"));
        talk_opens(r, c, &who, &doer, r->carry.talk.open && r->carry.talk.own);
        return true;
    }
    size_t len = directive_duty(r, verb, &strong);
    if (len == 0 || c->title || reports(r, c)) return false;
    if (who.text.len && !r->carry.talk.own && !doer.person) {
        directive_put(r, &who, &doer, verb, c->last, STR("continued"));
        talk_opens(r, c, &who, &doer, false);
        return true;
    }
    if (!strong || !(directive_duty(r, verb + len, &next) || lexicon_is(ts, verb + len, LEX_ORDER))) return false;
    directive_put(r, &doer, &nobody, verb, c->last, STR("task"));
    talk_opens(r, c, &doer, &nobody, true);
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
    if (!lex_classes_have(r->classes, LEX_DUTY)) return false; /* there is nothing to do for anybody */
    for (size_t i = c->first; i < c->last; i++) {
        if (i > c->first && !sentence_has(r, ',') && !sentence_has(r, '"')) break;
        if (i > c->first && ts->at[i - 1].punct != ',' && ts->at[i - 1].punct != '"') continue;
        size_t from = directive_opening_end(r, i, c->last), end = party_end(r, from, c->last);
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
    size_t i = c->first, len = directive_verb(r, i, c->asked || talk->tasks, &strong);
    if (!open || c->title || reports(r, c)) return false;
    if (talk->stale && !talk->tasks && !c->asked && r->sentence > 0 && !names_stage(r, c)) return false;
    for (size_t k = i; len == 0 && (talk->tasks || c->asked) && k + 1 < c->last;
         k++) { /* "Trên cơ sở ..., khẩn trương xây dựng" */
        if (token_is_punct(ts, k, ',') && (len = directive_duty(r, k + 1, &strong)) > 0 && strong)
            i = k + 1;
        else
            len = 0;
    }
    if (len == 0) return false;
    struct party who = talk_speaker(r, c), whom = talk_whom(r, c);
    directive_put(r, &who, &whom, i, c->last, talk->tasks ? STR("task") : STR("continued"));
    c->asked = true;
    c->who = who;
    c->whom = whom;
    return true;
}

static void clause_read(struct reader *r, struct clause *c)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    c->first = directive_opening_end(r, c->first, c->last);
    for (size_t i = c->first; i < c->last && lex_classes_have(r->classes, LEX_ORDER); i++) {
        const struct lex_sense *verb = lexicon_at(ts, i, LEX_ORDER, &n);
        if (verb && i + n < c->last + 1 && directive_order(r, c, i, verb, n)) return;
    }
    if (!duty_read(r, c)) bare_read(r, c);
}

/* The end of the clause that begins at `from`: a ';', or a ':' before a capital verb of work. */
static size_t clause_end(const struct reader *r, size_t from)
{
    const struct tokens *ts = &r->tokens;
    if (!sentence_has(r, ';') && !sentence_has(r, ':')) return r->last;
    for (size_t i = from; i < r->last; i++) {
        if (token_is_punct(ts, i, ';')) return i;
        if (token_is_punct(ts, i, ':') && i > from && directive_is_duty(r, i + 1) &&
            (ts->at[i + 1].flags & TOKEN_CAPITAL))
            return i;
    }
    return r->last;
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

void directive_read(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    struct clause c = {.who = NOBODY, .whom = NOBODY, .title = is_title(r)};
    if (r->block->kind == BLOCK_HEADING) return;
    if (r->first == 0) talk_block(r);
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
    talk_close_quote(r);
    talk_introduce(r, &c);
}

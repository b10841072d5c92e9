/* SPDX-License-Identifier: Apache-2.0
 *
 * directive_talk: who speaks to whom, kept between clauses, sentences and blocks in `struct talk` (sentence.h).
 *
 * A talk is opened by one who asks for something, by a task that a body sets itself, or as a list of tasks by a heading
 * or an introduction ("... các nhiệm vụ trọng tâm như sau:"). While it is open, sentences without a verb of asking go
 * on asking. It is closed by a heading, by a paragraph that asks for nothing, and a list by what is no item.
 */
#include "directive_private.h"

enum { REPORT_LEAST = 300, ANNOUNCE_MOST = 16 };

struct party talk_resolve(const struct reader *r, struct party p)
{
    size_t n;
    const struct lex_sense *title = p.first < p.last ? lexicon_at(&r->tokens, p.first, LEX_PARTY, &n) : NULL;
    if (title && title->value == PARTY_PRONOUN && p.first + n == p.last && r->carry.talk.named.len)
        p.text = r->carry.talk.named;
    return p;
}

void talk_speaks(struct reader *r, const struct party *who)
{
    struct talk *talk = &r->carry.talk;
    if (who->text.len == 0) return;
    talk->speaker = who->text;
    talk->level = who->level;
    talk->unnamed = false;
    if (who->person) talk->named = who->text;
}

void talk_opens(struct reader *r, struct clause *c, const struct party *who, const struct party *whom, bool own)
{
    struct talk *talk = &r->carry.talk;
    talk_speaks(r, who);
    if (who->text.len == 0 && !talk->open) talk->unnamed = true;
    talk->whom = whom->text;
    talk->open = true;
    talk->own = own;
    c->who = *who;
    c->whom = *whom;
    c->asked = true;
}

struct party talk_speaker(const struct reader *r, const struct clause *c)
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

struct party talk_whom(const struct reader *r, const struct clause *c)
{
    struct party p = NOBODY;
    struct str whom = c->asked ? c->whom.text : r->carry.talk.open ? r->carry.talk.whom : STR("");
    if (whom.len) p.text = whom;
    return p;
}

void talk_close_quote(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    if (!r->carry.talk.quoted || !sentence_has(r, '"')) return;
    for (size_t i = r->first + 1; i + 3 < r->last; i++) {
        if (!token_is_punct(ts, i, '"') || ts->at[i + 1].kind != TOKEN_PUNCT) continue;
        size_t end = party_end(r, i + 2, r->last);
        size_t n;
        const struct lex_sense *verb = end > i + 2 ? lexicon_at(ts, end, LEX_ORDER, &n) : NULL;
        if (!verb || end + n + 2 < r->last) continue;
        struct party who = talk_resolve(r, directive_party(r, i + 2, end));
        for (size_t k = r->carry.talk.quote; k < r->out.len; k++)
            if (r->out.at[k].kind == STATEMENT_DIRECTIVE) r->out.at[k].directive.who = who.text;
        talk_speaks(r, &who);
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

void talk_introduce(struct reader *r, const struct clause *c)
{
    struct talk *talk = &r->carry.talk;
    if (!announces(r)) return;
    for (size_t i = r->first; i < r->last && !c->asked; i++) {
        bool start = i == r->first || r->tokens.at[i - 1].kind == TOKEN_PUNCT;
        size_t end = start ? party_end(r, i, r->last) : i;
        if (end == i) continue;
        struct party who = directive_party(r, i, end);
        talk_speaks(r, &who);
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

void talk_block(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    struct talk *talk = &r->carry.talk;
    size_t n;
    talk->quoted = false;
    talk->stale = true;
    bool item = r->block->kind == BLOCK_LIST_ITEM || ts->at[0].kind != TOKEN_WORD || work(ts, 0, WORK_OPENS, &n);
    if (talk->listed && !item) talk->open = talk->tasks = talk->listed = false;
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

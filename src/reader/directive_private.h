/* SPDX-License-Identifier: Apache-2.0
 *
 * directive_private: what the files of directive.c share: parties, the clause being read, its words, and who is
 * talking.
 */
#ifndef DIRECTIVE_PRIVATE_H
#define DIRECTIVE_PRIVATE_H
#include "sentence.h"

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

static inline bool work(const struct tokens *ts, size_t i, int value, size_t *n)
{
    return word_says(ts, i, LEX_WORK, value, n);
}

/* directive_words.c */

/* The party that is tokens [from, to). */
struct party directive_party(const struct reader *r, size_t from, size_t to);
/* Over words that open a sentence, times, marks: "Đồng thời, trong thời gian tới, | quận ..." */
size_t directive_opening_end(const struct reader *r, size_t i, size_t last);
/* The word at token i is no name: it has no capital, or opens something. */
bool directive_small(const struct reader *r, size_t i);
/* A verb of work at token i; its length, 0 when there is none. *strong: it opens a task of one's own. `listed`: also
 * those that begin the items of a list only. */
size_t directive_verb(const struct reader *r, size_t i, bool listed, bool *strong);
size_t directive_duty(const struct reader *r, size_t i, bool *strong); /* `listed` too */
bool directive_is_duty(const struct reader *r, size_t i);
bool directive_is_must(const struct reader *r, size_t i);  /* "phải", "cần" */
bool directive_is_modal(const struct reader *r, size_t i); /* "sẽ", "có thể" */
/* Anything that can be a verb behind its doer. */
bool directive_can_be_verb(const struct reader *r, size_t i, size_t last);

/* directive_order.c */

/* The verb of asking at token i, n tokens long: puts out what it asks for; false when it asks for nothing. */
bool directive_order(struct reader *r, struct clause *c, size_t i, const struct lex_sense *verb, size_t n);

/* directive.c */

/* One statement: what is done is tokens [from, to). */
void directive_put(struct reader *r, const struct party *who, const struct party *whom, size_t from, size_t to,
                   struct str rule);

/* directive_talk.c */

/* "Đồng chí" alone stands for the last speaker with a name. */
struct party talk_resolve(const struct reader *r, struct party p);
/* `who` says something. */
void talk_speaks(struct reader *r, const struct party *who);
/* `who` asks `whom`: what follows may go on asking. `own`: he set the task himself. */
void talk_opens(struct reader *r, struct clause *c, const struct party *who, const struct party *whom, bool own);
/* Who asks when the verb has no subject: the clause before, or who has been speaking; and whom. */
struct party talk_speaker(const struct reader *r, const struct clause *c);
struct party talk_whom(const struct reader *r, const struct clause *c);
/* “...”, <party> nhấn mạnh: what the quotation asked for, he asked for. */
void talk_close_quote(struct reader *r);
/* An introduction opens a list of tasks, of the one who sets them. */
void talk_introduce(struct reader *r, const struct clause *c);
/* A block begins: a list of tasks that an introduction opened goes on only with items. */
void talk_block(struct reader *r);
#endif

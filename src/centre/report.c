/* SPDX-License-Identifier: Apache-2.0
 *
 * report: see report.h. What is said is decided here, how it looks in report_write.c. Two cells that show the same
 * figure have one note.
 */
#include "report.h"

#include "buf.h"
#include "journal.h"
#include "report_targets.h"

#include <stdlib.h>

static struct str kept(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

static struct str id_of(struct arena *a, const struct answer *answer, const struct question *q, enum asked what)
{
    struct buf b = buf_make(1000);
    answer_id_write(&b, answer, q, what);
    return kept(a, &b);
}

static struct str shown_of(struct arena *a, const struct answer *answer, const struct stand_row *row, enum asked what)
{
    struct buf b = buf_make(1000);
    if (what == ASKED_VALUE || what == ASKED_PLAN) {
        show_measured(&b, answer->value, row->question.indicator);
        bool estimate = answer->made_count && answer->made[0]->figure.key.aspect == ASPECT_ESTIMATE;
        estimate |= answer->rule == ANSWER_FORMULA && row->estimate;
        if (estimate && what == ASKED_VALUE) buf_put(&b, STR(" (ước)"));
        if (answer->rule == ANSWER_FORMULA) buf_put(&b, STR(" ="));
        if (answer->rule == ANSWER_CHANGED) buf_put(&b, STR(" +"));
        if (what == ASKED_VALUE && row->look.state == LOCKED_HELD) buf_put(&b, STR(" ‡"));
    } else {
        show_comparison(&b, &answer->comparison, what == ASKED_GROWTH);
        if (b.len && answer->rule == ANSWER_STATED) buf_put(&b, STR(" *"));
        if (b.len && answer->differs) buf_put(&b, STR(" ≠"));
        if (b.len && what == ASKED_GROWTH && row->like.rule == LIKE_RECOMPUTED) buf_put(&b, STR(" †"));
        if (b.len && what == ASKED_GROWTH && row->like.rule == LIKE_ESTIMATED) buf_put(&b, STR(" ~"));
    }
    return kept(a, &b);
}

/* The note of an id, made when it is the first that asks for it. */
static bool note_of(size_t *note, struct report *r, const struct snapshot *s, struct db *db, struct arena *a,
                    struct str id, struct err *err)
{
    for (size_t i = 0; i < r->notes.len; i++)
        if (str_eq(r->notes.at[i].id, id)) {
            *note = i + 1;
            return true;
        }
    struct explanation e;
    if (!explain_with(&e, s, db, a, id, err)) return false;
    e.id = id;
    *vec_push(a, &r->notes) = e;
    *note = r->notes.len;
    return true;
}

/* Adds the corrections of all figures that a number is made of; whether there are some. */
static bool add_corrections(bool *found, struct report *r, const struct explanation *e, struct db *db, struct arena *a,
                            struct err *err)
{
    *found = false;
    for (size_t i = 0; i < e->figures.len; i++) {
        struct correction_list of = {0};
        const struct figure_key *key = &e->figures.at[i].kept.figure.key;
        if (!corrected_add(&of, db, a, key, err) || !corrected_add(&r->corrections, db, a, key, err)) return false;
        *found |= of.len > 0;
    }
    return true;
}

static struct str with_mark(struct arena *a, struct str shown)
{
    struct buf b = buf_make(1000);
    buf_put(&b, shown);
    buf_put(&b, STR(" §"));
    return kept(a, &b);
}

static int by_entry(const void *a, const void *b)
{
    const struct correction *x = a, *y = b;
    if (x->entry != y->entry) return x->entry < y->entry ? -1 : 1;
    return str_cmp(x->key.indicator, y->key.indicator);
}

/* In the order in which they were made, with those that left no number. */
static bool finish_corrections(struct report *r, struct db *db, struct arena *a, struct period period, struct err *err)
{
    if (!corrected_add_gone(&r->corrections, db, a, r->stand.unit.code, period, err)) return false;
    if (r->corrections.len) qsort(r->corrections.at, r->corrections.len, sizeof *r->corrections.at, by_entry);
    return true;
}

static bool add_row(struct report *r, const struct snapshot *s, const struct stand_row *row, struct db *db,
                    struct arena *a, struct err *err)
{
    static const enum asked WHAT[REPORT_NUMBERS] = {ASKED_PLAN, ASKED_VALUE, ASKED_PLAN_RATIO, ASKED_GROWTH};
    const struct answer *answers[REPORT_NUMBERS] = {&row->plan, &row->value, &row->ratio, &row->growth};
    struct report_row out = {.row = row};
    for (size_t i = 0; i < REPORT_NUMBERS; i++) {
        struct report_number *n = &out.numbers[i];
        bool moved = WHAT[i] == ASKED_GROWTH && row->like.rule == LIKE_NOT && row->value.rule != ANSWER_NONE;
        if (answers[i]->rule == ANSWER_NONE && !moved) continue;
        n->shown = moved ? STR("không so sánh được") : shown_of(a, answers[i], row, WHAT[i]);
        if (n->shown.len == 0) continue;
        bool compared = WHAT[i] == ASKED_PLAN_RATIO || WHAT[i] == ASKED_GROWTH;
        r->stated |= compared && answers[i]->rule == ANSWER_STATED;
        r->differs |= answers[i]->differs;
        r->computed |= answers[i]->rule == ANSWER_FORMULA;
        r->changed |= answers[i]->rule == ANSWER_CHANGED;
        r->recomputed |= WHAT[i] == ASKED_GROWTH && row->like.rule == LIKE_RECOMPUTED;
        r->estimated |= WHAT[i] == ASKED_GROWTH && row->like.rule == LIKE_ESTIMATED;
        n->id = id_of(a, answers[i], &row->question, WHAT[i]);
        bool corrected;
        if (!note_of(&n->note, r, s, db, a, n->id, err)) return false;
        if (!add_corrections(&corrected, r, &r->notes.at[n->note - 1], db, a, err)) return false;
        if (corrected || (WHAT[i] == ASKED_VALUE && row->look.state == LOCKED_CORRECTED))
            n->shown = with_mark(a, n->shown);
    }
    *vec_push(a, &r->rows) = out;
    return true;
}

bool report_make(struct report *out, const struct snapshot *s, struct db *db, struct arena *a,
                 const struct kept_unit *unit, struct period period, struct err *err)
{
    *out = (struct report){0};
    if (!journal_checkpoint(&out->checkpoint, db, a, err)) return false;
    if (!stand_make(&out->stand, s, db, a, *unit, period, err)) return false;
    struct buf b = buf_make(200);
    period_write_vi(&b, period);
    out->period = kept(a, &b);
    for (size_t i = 0; i < out->stand.len; i++)
        if (!add_row(out, s, &out->stand.at[i], db, a, err)) return false;
    if (!finish_corrections(out, db, a, period, err)) return false;
    return report_targets_make(out, s, db, a, err);
}

static struct str plan_words(enum plan_verdict v)
{
    switch (v) {
    case PLAN_EXCEEDED: return STR("vượt kế hoạch");
    case PLAN_REACHED: return STR("đạt kế hoạch");
    case PLAN_NOT_REACHED: return STR("không đạt kế hoạch");
    case PLAN_UNDER_WAY: return STR("chưa đạt kế hoạch năm");
    case PLAN_NO_VERDICT:
    case PLAN_VERDICTS: break;
    }
    return STR("");
}

static struct str year_words(enum year_verdict v)
{
    switch (v) {
    case YEAR_BETTER: return STR("tốt hơn năm trước");
    case YEAR_EQUAL: return STR("ngang năm trước");
    case YEAR_WORSE: return STR("kém hơn năm trước");
    case YEAR_MORE: return STR("tăng so với năm trước");
    case YEAR_LESS: return STR("giảm so với năm trước");
    case YEAR_NO_VERDICT:
    case YEAR_VERDICTS: break;
    }
    return STR("");
}

struct str report_verdict(struct arena *a, const struct stand_row *row)
{
    struct str plan = plan_words(row->plan_verdict), year = year_words(row->year_verdict);
    if (plan.len == 0 || year.len == 0) return plan.len ? plan : year;
    struct buf b = buf_make(200);
    buf_put(&b, plan);
    buf_put(&b, STR("; "));
    buf_put(&b, year);
    return kept(a, &b);
}

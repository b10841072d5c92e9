/* SPDX-License-Identifier: Apache-2.0
 *
 * stand_notes: what stands below the table of a place: the counts, and a line for each mark in it that says what it
 * means here.
 */
#include "formula_lacks.h"
#include "formula_show.h"
#include "stand_table.h"

/* One line for each way in which last year's figure was found, or not, with the indicators that it is of. */
static void put_notes(struct cli *c, const struct stand *s, enum like_rule rule, const char *label)
{
    for (size_t i = 0; i < s->len; i++) {
        const struct like *l = &s->at[i].like;
        bool first = l->rule == rule && s->at[i].value.rule != ANSWER_NONE;
        for (size_t k = 0; k < i && first; k++)
            first = s->at[k].like.rule != rule || s->at[k].value.rule == ANSWER_NONE ||
                    !str_eq(s->at[k].like.note, l->note);
        if (!first) continue;
        buf_put(c->out, tr_text(c->lang, label));
        buf_put(c->out, STR(" ("));
        for (size_t k = i, n = 0; k < s->len; k++) {
            if (s->at[k].like.rule != rule || !str_eq(s->at[k].like.note, l->note)) continue;
            if (s->at[k].value.rule == ANSWER_NONE) continue;
            if (n++) buf_put(c->out, STR(", "));
            buf_put(c->out, s->at[k].question.indicator->code);
        }
        buf_put(c->out, STR("): "));
        cli_put_words(c, like_note(c->arena, l, c->lang));
        buf_char(c->out, '\n');
    }
}

static bool is_of_parts(const struct stand_row *r)
{
    return r->value.rule == ANSWER_FORMULA && r->computed && r->computed->rule->parts;
}

/* What was added up from the parts of the period: "C01 (3 kỳ), C05 (2 kỳ)". */
static void put_sums(struct cli *c, const struct stand *s)
{
    struct buf b = buf_make(4000);
    for (size_t i = 0; i < s->len; i++) {
        if (!is_of_parts(&s->at[i])) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, s->at[i].question.indicator->code);
        buf_format(&b, " (%zu)", (s->at[i].computed->operands.len + 1) / 2);
    }
    if (b.len)
        cli_put(c, tr("= kỳ này không có số riêng, cộng số của các kỳ bên trong (bao nhiêu kỳ): {1}\n"),
                str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
}

/* How what nobody reported was reckoned, a line each where there are several, and what reports say otherwise. */
static void put_formulas(struct cli *c, const struct stand *s)
{
    struct str heading = tr_text(c->lang, tr("= tính theo công thức, không báo cáo nào nêu: "));
    size_t n = 0;
    put_sums(c, s);
    for (size_t i = 0; i < s->len; i++) n += s->at[i].value.rule == ANSWER_FORMULA && !is_of_parts(&s->at[i]);
    if (n) buf_put(c->out, n > 1 ? str_trim(heading) : heading);
    for (size_t i = 0; i < s->len; i++) {
        const struct stand_row *r = &s->at[i];
        if (r->value.rule != ANSWER_FORMULA || is_of_parts(r)) continue;
        if (n > 1) buf_put(c->out, STR("\n    "));
        cli_put_words(c, r->question.indicator->code);
        buf_put(c->out, STR(" = "));
        cli_put_words(c, r->formula);
        struct str given = r->computed ? formula_given(c->arena, r->computed) : STR("");
        if (given.len) buf_put(c->out, STR("; "));
        cli_put_words(c, given);
    }
    if (n) buf_char(c->out, '\n');
    for (size_t i = 0; i < s->len; i++) {
        const struct stand_row *r = &s->at[i];
        if (!r->contradicts) continue;
        cli_put(c, tr("? nghi vấn {1}: {2}\n"), r->question.indicator->code,
                formula_doubt(c->arena, r->computed, &r->value.value));
    }
}

static void put_line(struct cli *c, struct str words)
{
    buf_put(c->out, STR("    "));
    cli_put_words(c, words);
    buf_char(c->out, '\n');
}

/* What was reported before, when a locked report was corrected; what a lock keeps that would be reckoned otherwise. */
static void put_corrections(struct cli *c, const struct stand *s)
{
    struct locked_words changed = stand_locked(c->arena, s, LOCKED_CORRECTED);
    struct locked_words held = stand_locked(c->arena, s, LOCKED_HELD);
    if (s->corrections.len || changed.len) cli_put(c, tr("§ đã đính chính sau khi báo cáo được khóa:\n"));
    for (size_t i = 0; i < s->corrections.len; i++) put_line(c, corrected_words(c->arena, &s->corrections.at[i]));
    for (size_t i = 0; i < changed.len; i++) put_line(c, changed.at[i]);
    if (held.len) cli_put(c, tr("‡ số tính được của báo cáo đã khóa, nay tính lại thì khác:\n"));
    for (size_t i = 0; i < held.len; i++) put_line(c, held.at[i]);
}

/* Scores that cannot be told yet, and what they lack. */
static void put_partial(struct cli *c, const struct stand *s)
{
    for (size_t i = 0; i < s->partial.len; i++) {
        const struct indicator *n = s->partial.at[i]->rule->indicator;
        cli_put(c, tr("chưa đủ để tính {1} ({2}): {3}\n"), n->code, n->name,
                formula_lacks_brief(c->arena, s->partial.at[i], c->lang));
    }
    if (s->partial.len) {
        struct buf period = buf_make(100);
        period_write(&period, s->period);
        cli_put(c, tr("danh sách còn phải nhập: dieuhanh formula lacks {1} {2} {3}\n"),
                s->partial.at[s->partial.len - 1]->rule->row.code, s->unit.code, buf_str(&period));
        buf_free(&period);
    }
}

/* By what the paces go, and which plans have supplements in them. */
static void put_rules(struct cli *c, const struct stand *s)
{
    size_t season = 0, calendar = 0, changed = 0, most = 0;
    for (size_t i = 0; i < s->len; i++) {
        const struct stand_row *r = &s->at[i];
        changed += r->plan.rule == ANSWER_CHANGED;
        if (r->pace == PACE_NO_VERDICT) continue;
        season += r->share.by == PACE_BY_SEASON;
        calendar += r->share.by == PACE_BY_CALENDAR;
        if (r->share.years > most) most = r->share.years;
    }
    if (changed) cli_put(c, tr("+ kế hoạch đã cộng các khoản bổ sung trong năm\n"));
    if (season)
        cli_put(c,
                tr("tiến độ: % kế hoạch so với phần mà {1} năm trước đã làm được đến lúc này, trong {2} điểm % là đúng "
                   "tiến độ\n"),
                cli_number(c, most), cli_number(c, PACE_POINTS));
    if (!calendar) return;
    cli_put(c, season ? tr("tiến độ theo lịch, vì chưa có năm trước: ")
                      : tr("tiến độ: % kế hoạch so với số ngày đã qua, vì chưa có năm trước: "));
    for (size_t i = 0, n = 0; i < s->len; i++) {
        const struct stand_row *r = &s->at[i];
        if (r->pace == PACE_NO_VERDICT || r->share.by != PACE_BY_CALENDAR) continue;
        if (n++) buf_put(c->out, STR(", "));
        buf_put(c->out, r->question.indicator->code);
    }
    buf_char(c->out, '\n');
}

void stand_put_footing(struct cli *c, const struct stand *s, const struct growth_marks *marks)
{
    buf_char(c->out, '\n');
    cli_put(c, tr("{1} chỉ tiêu: {2} đạt hoặc vượt kế hoạch, {3} không đạt, {4} chưa đạt nhưng còn thời gian; "),
            cli_number(c, s->len), cli_number(c, s->exceeded + s->reached), cli_number(c, s->not_reached),
            cli_number(c, s->under_way));
    cli_put(c, tr("{1} tốt hơn, {2} kém hơn năm trước\n"), cli_number(c, s->better), cli_number(c, s->worse));
    if (marks->stated) cli_put(c, tr("* theo báo cáo nêu, chưa đủ số liệu để tính lại\n"));
    if (marks->differs) cli_put(c, tr("≠ tính lại từ số liệu, khác con số mà báo cáo nêu\n"));
    put_rules(c, s);
    if (marks->recomputed) put_notes(c, s, LIKE_RECOMPUTED, tr("† số cùng kỳ của địa bàn mới"));
    if (marks->estimated) put_notes(c, s, LIKE_ESTIMATED, tr("~ số cùng kỳ của địa bàn mới"));
    put_notes(c, s, LIKE_NOT, tr("không so sánh được"));
    if (marks->computed || marks->contradicts) put_formulas(c, s);
    put_corrections(c, s);
    put_partial(c, s);
    buf_char(c->out, '\n');
}

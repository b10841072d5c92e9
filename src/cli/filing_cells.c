/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_cells: see filing_cells.h.
 */
#include "filing_cells.h"

#include "asked.h"
#include "word_meaning.h"

#include "answer_show.h"
#include "cli_private.h"
#include "indicator.h"
#include "letters.h"

bool filing_unit(struct looked_unit *out, bool *given, struct cli *c, struct str typed, struct date day,
                 struct err *err)
{
    struct looked_units several;
    *given = typed.len > 0;
    if (!*given) return true;
    if (unit_look_one(out, &several, c->db, c->arena, typed, day, c->today, err)) return true;
    if (several.len > 1) cli_tell_units(c, &several);
    return false;
}

/* The code of a definition, with whatever letters it was typed; "": it is none. */
static struct str definition_said(const struct definition_list *all, struct str word)
{
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(all->at[i].code, word)) return word;
    for (size_t i = 0; i < all->len; i++)
        if (letters_eq(all->at[i].code, word)) return all->at[i].code;
    return STR("");
}

/* A word that is no place and no time. */
static bool means_nothing(bool *out, struct cli *c, struct str word, struct err *err)
{
    struct word_meaning m;
    struct formula_scope none = {0};
    if (!word_mean(&m, c->db, c->arena, &none, word, err)) return false;
    *out = !m.unit.len && !m.is_period;
    return true;
}

bool filing_asked_read(struct filing_asked *out, struct cli *c, bool needed, struct err *err)
{
    struct str *words = arena_array(c->arena, struct str, c->arg_count);
    struct definition_list all;
    struct wanted asked;
    size_t count = 0, unknown = SIZE_MAX;
    *out = (struct filing_asked){.definition = STR(""), .under = cli_text(c, "under")};
    if (!definitions_all(&all, c->db, c->arena, err)) return false;
    for (size_t i = 1; i < c->arg_count; i++) {
        if (!out->definition.len && definition_said(&all, c->args[i]).len)
            out->definition = definition_said(&all, c->args[i]);
        else
            words[count++] = c->args[i];
    }
    for (size_t i = 0; i < count && !out->definition.len && unknown == SIZE_MAX; i++) {
        bool nothing;
        if (!means_nothing(&nothing, c, words[i], err)) return false;
        if (nothing) unknown = i;
    }
    if (unknown != SIZE_MAX) {
        out->definition = words[unknown];
        count--;
        for (size_t i = unknown; i < count; i++) words[i] = words[i + 1];
    }
    if (needed && !out->definition.len) return fail(err, ERR_ARGUMENTS_FEW, STR("filing"));
    if (!asked_words(&asked, c, words, count, ASK_UNIT | ASK_PERIOD, err)) return false;
    out->unit = asked.unit;
    out->said = asked.period;
    return asked_period(&out->period, &asked, err);
}

/* The report of a definition, a unit and a period. */
static bool named_by_key(struct filing_ids *out, struct cli *c, struct err *err)
{
    struct filing_list list;
    struct looked_unit u = {.id = STR("")};
    struct filing_asked asked;
    bool given;
    if (!filing_asked_read(&asked, c, true, err) || !filing_unit(&u, &given, c, asked.unit, asked.period.to, err))
        return false;
    if (!given || asked.period.kind == PERIOD_NONE) return fail(err, ERR_FILING_ID, c->args[1]);
    struct filing_filter f = {.definition = asked.definition, .unit = u.id, .period = asked.period};
    if (!filing_list(&list, c->db, c->arena, &f, err)) return false;
    if (!list.len) return fail(err, ERR_FILING_NONE, asked.definition, u.name, asked.said);
    *vec_push(c->arena, out) = list.at[0].id;
    return true;
}

bool filing_named(struct filing_ids *out, struct cli *c, struct err *err)
{
    struct filing_id id;
    *out = (struct filing_ids){0};
    if (c->arg_count < 2) return fail(err, ERR_ARGUMENTS_FEW, STR("filing"));
    if (!filing_id_read(&id, c->args[1])) return named_by_key(out, c, err);
    for (size_t i = 1; i < c->arg_count; i++) {
        if (!filing_id_read(&id, c->args[i])) return fail(err, ERR_FILING_ID, c->args[i]);
        *vec_push(c->arena, out) = id;
    }
    return true;
}

struct str filing_state_shown(const struct cli *c, enum filing_state s)
{
    switch (s) {
    case FILING_DRAFT: return tr_text(c->lang, tr("dự thảo"));
    case FILING_SUBMITTED: return tr_text(c->lang, tr("đã gửi"));
    case FILING_RETURNED: return tr_text(c->lang, tr("bị trả lại"));
    case FILING_ACCEPTED: return tr_text(c->lang, tr("đã nhận"));
    case FILING_LOCKED: return tr_text(c->lang, tr("đã khóa"));
    case FILING_STATES: break;
    }
    return STR("");
}

const char *filing_sender_shown(enum unit_kind kind)
{
    switch (kind) {
    case UNIT_COUNTRY: return tr("trung ương");
    case UNIT_PROVINCE: return tr("cấp tỉnh");
    case UNIT_DISTRICT: return tr("cấp huyện");
    case UNIT_COMMUNE: return tr("cấp xã");
    case UNIT_OFFICE: return tr("cơ quan, đơn vị");
    case UNIT_KINDS: break;
    }
    return "";
}

/* What is typed to bring a report into a state. */
static const char *step_shown(enum filing_state to)
{
    switch (to) {
    case FILING_SUBMITTED: return tr("gửi (filing submit)");
    case FILING_RETURNED: return tr("trả lại (filing return)");
    case FILING_ACCEPTED: return tr("nhận (filing accept)");
    case FILING_LOCKED: return tr("khóa (filing lock)");
    case FILING_DRAFT:
    case FILING_STATES: break;
    }
    return "";
}

static struct str steps_from(struct cli *c, enum filing_state from)
{
    struct buf b = buf_make(200);
    for (int to = 0; to < FILING_STATES; to++) {
        if (!filing_may_go(from, (enum filing_state)to)) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, tr_text(c->lang, step_shown((enum filing_state)to)));
    }
    if (!b.len) buf_put(&b, tr_text(c->lang, tr("đính chính số liệu (--correction)")));
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

bool filing_fail_in_words(struct cli *c, struct err *err)
{
    enum filing_state from, to;
    enum unit_kind sender, kind;
    struct str arg[ERR_ARGS];
    for (size_t i = 0; i < ERR_ARGS; i++) arg[i] = str_copy(c->arena, err_arg(err, i));
    if (err->code == ERR_FILING_STATE && filing_state_read(&from, arg[1]) && filing_state_read(&to, arg[2]))
        return fail(err, ERR_FILING_STATE, arg[0], filing_state_shown(c, from), filing_state_shown(c, to),
                    steps_from(c, from));
    if (err->code == ERR_FILING_SENDER && unit_kind_read(&sender, arg[1]) && unit_kind_read(&kind, arg[3]))
        return fail(err, ERR_FILING_SENDER, arg[0], tr_text(c->lang, filing_sender_shown(sender)), arg[2],
                    tr_text(c->lang, filing_sender_shown(kind)));
    return false;
}

struct str filing_verdict_shown(const struct cli *c, enum filing_verdict v)
{
    switch (v) {
    case FILING_ON_TIME: return tr_text(c->lang, tr("đúng hạn"));
    case FILING_LATE: return tr_text(c->lang, tr("gửi trễ"));
    case FILING_SENT: return tr_text(c->lang, tr("đã gửi, chưa định hạn"));
    case FILING_MISSING: return tr_text(c->lang, tr("chưa gửi, quá hạn"));
    case FILING_AWAITED: return tr_text(c->lang, tr("chưa đến hạn"));
    case FILING_NO_DUE: return tr_text(c->lang, tr("chưa gửi, chưa định hạn"));
    case FILING_VERDICTS: break;
    }
    return STR("");
}

void filing_id_cell(struct rows *r, struct filing_id id)
{
    struct buf b = buf_make(16);
    if (id.n) filing_id_write(&b, id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

void figure_id_cell(struct rows *r, struct figure_id id)
{
    struct buf b = buf_make(16);
    if (id.n) figure_id_write(&b, id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

void filing_value_cell(struct cli *c, struct rows *r, const struct figure_key *key, struct decimal value,
                       enum figure_bound bound, struct str measure, const char *mark)
{
    struct buf b = buf_make(200);
    const struct indicator *i = indicator_find(key->indicator);
    if (i) show_measured(&b, (struct measured){true, value, bound, measure}, i);
    if (!i) decimal_write_vi(&b, value);
    buf_put_z(&b, mark);
    rows_decimal_shown(r, value, str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * page_programme: the programmes of a place with their targets: how many of how many are reached, and each target
 * against the level of the year and against that of the term, which are two judgements.
 */
#include "listing.h"
#include "pages.h"
#include "stand.h"
#include "target_status.h"

static struct verdict_view verdict_of_target(struct visit *v, const struct target_result *r)
{
    static const struct {
        struct str state, symbol;
    } SHOWN[TARGET_VERDICTS] = {
        [TARGET_REACHED] = {STR_INIT("good"), STR_INIT("plan-good")},
        [TARGET_MISSED] = {STR_INIT("bad"), STR_INIT("plan-bad")},
        [TARGET_UNDER_WAY] = {STR_INIT("watch"), STR_INIT("plan-watch")},
    };
    struct verdict_view out = {.family = STR("plan"), .state = STR("hold"), .shape = shape_link(v, STR("plan-hold"))};
    struct buf b = buf_make(400);
    if (r->level) target_result_write(&b, r);
    out.word = kept_text(v, &b);
    if (r->level && SHOWN[r->verdict].state.len) { /* of others: nobody can say */
        out.state = SHOWN[r->verdict].state;
        out.shape = shape_link(v, SHOWN[r->verdict].symbol);
    }
    if (!out.word.len) out.word = tr_text(v->lang, tr("không có mức cho kỳ này"));
    return out;
}

static struct link target_link(struct visit *v, const struct programme_status *s, const struct target_state *t)
{
    struct buf id = buf_make(400);
    target_id_write(&id, t->kept->target.code, s->period);
    return evidence_link(v, kept_text(v, &id));
}

static void add_target(struct listing *l, struct table_view *table, const struct programme_status *s,
                       const struct target_state *t)
{
    struct visit *v = l->v;
    const struct target_result *main = t->on[AXIS_YEAR].level ? &t->on[AXIS_YEAR] : &t->on[AXIS_TERM];
    struct verdict_view year = verdict_of_target(v, &t->on[AXIS_YEAR]), term = verdict_of_target(v, &t->on[AXIS_TERM]);
    listing_row(l, table);
    listing_cell(l, table, t->kept->target.name, target_link(v, s, t));
    listing_cell(l, table, main->wanted, (struct link){0});
    listing_cell(l, table, main->number.known ? main->number.shown : main->number.why, (struct link){0});
    listing_verdict(l, table, &year);
    listing_verdict(l, table, &term);
    listing_cell(l, table, main->lacking, (struct link){0});
}

static void add_programme(struct listing *l, const struct programme_status *s, const struct programme_state *p)
{
    struct visit *v = l->v;
    struct table_view *t = listing_table(l, "");
    struct buf note = buf_make(1000);
    t->caption = p->programme->name;
    target_sum_write(&note, &p->sum[AXIS_YEAR]);
    t->note = said_text(v, tr("So với mức năm: {1}"), kept_text(v, &note), STR(""));
    listing_head(l, t, tr("Chỉ tiêu"), false);
    listing_head(l, t, tr("Mức"), false);
    listing_head(l, t, tr("Thực hiện"), true);
    listing_head(l, t, tr("Mức năm"), false);
    listing_head(l, t, tr("Giai đoạn"), false);
    listing_head(l, t, tr("Còn thiếu"), true);
    for (size_t i = p->first; i < p->end; i++) add_target(l, t, s, &s->targets.at[i]);
}

static bool run(struct visit *v, struct err *err)
{
    struct context c;
    struct target_rows rows;
    struct programme_status s = {0};
    struct listing l = listing_begin(v, tr_text(v->lang, tr("Chương trình nhiệm kỳ")), MENU_MORE);
    if (!context_read(&c, &l.view.context, v, LINK("chuong-trinh"), err)) return false;
    l.view.has_context = true;
    if (!target_rows_load(&rows, v->db, v->arena, err)) return false;
    bool any = c.unit.code.len && c.period.kind != PERIOD_NONE;
    if (any && !programme_status_make(&s, &rows, c.snapshot, v->db, v->arena, &c.unit, STR(""), c.period, err))
        return false;
    struct buf sum = buf_make(1000);
    if (s.targets.len) target_sum_write(&sum, &s.sum[AXIS_YEAR]);
    struct str all = kept_text(v, &sum);
    l.view.about = s.targets.len ? said_text(v, tr("{1}: {2}"), c.unit.name, all)
                                 : tr_text(v->lang, tr("Đơn vị này chưa có chương trình nào có hiệu lực trong kỳ."));
    for (size_t i = 0; i < s.programmes.len; i++) add_programme(&l, &s, &s.programmes.at[i]);
    listing_done(&l);
    return true;
}

const struct page page_programmes = {
    HTTP_GET, "/chuong-trinh", NEEDS_SIGNED_IN, {{"don-vi", PAGE_TEXT, 200}, {"ky", PAGE_WORD, 40}}, run};

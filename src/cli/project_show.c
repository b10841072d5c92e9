/* SPDX-License-Identifier: Apache-2.0
 *
 * project_show: one project: what every matter shows, then its group with the reason, the capital of the year with its
 * parts, stages, obstacles, site clearance. For programs the row is that of a matter; the rest has lists of its own.
 */
#include "project_cells.h"

#include "project_clearance.h"
#include "project_table.h"

static struct str name_of(const struct cli *c, struct project_terms t, struct str code)
{
    return c->lang == LANG_VI ? project_term_name(t, code) : code;
}

static void put_group(struct cli *c, const struct book_project *p)
{
    const struct project_grouped *g = &p->group;
    struct decimal total;
    bool known = decimal_read(&total, book_field(p, "total"));
    cli_put(c, tr("\nPhân loại: {1}"), project_group_shown(c, g->group));
    if (g->group == PROJECT_NO_GROUP) {
        cli_put(c, known ? tr(" (chưa có quy định cho ngày {1})\n") : tr(" (chưa có tổng mức đầu tư)\n"),
                matter_day_shown(c->arena, p->grouped_on));
        return;
    }
    struct buf least = buf_make(64), below = buf_make(64);
    number_write(&least, g->least, c->lang);
    number_write(&below, g->below, c->lang);
    if (!g->by_total)
        cli_put(c, tr(", theo tiêu chí «{1}», không xét tổng mức"), book_field(p, "criterion"));
    else if (g->below.coefficient && g->least.coefficient)
        cli_put(c, tr(", từ {1} đến dưới {2} tỷ đồng"), buf_str(&least), buf_str(&below));
    else if (g->below.coefficient)
        cli_put(c, tr(", dưới {1} tỷ đồng"), buf_str(&below));
    else
        cli_put(c, tr(", từ {1} tỷ đồng"), buf_str(&least));
    cli_put(c, tr(" ({1}; tính vào ngày {2})\n"), g->citation, matter_day_shown(c->arena, p->grouped_on));
    buf_free(&least);
    buf_free(&below);
}

static void put_money(struct cli *c, const char *label, struct money m)
{
    if (!m.known) return;
    buf_put(c->out, STR("  "));
    buf_put(c->out, tr_text(c->lang, label));
    buf_put(c->out, STR(": "));
    buf_put(c->out, project_million_shown(c, m.value));
    buf_char(c->out, '\n');
}

static void put_stated(struct cli *c, const char *label, const struct stated_money *m, bool percent)
{
    if (!m->known) return;
    buf_put(c->out, STR("  "));
    buf_put(c->out, tr_text(c->lang, label));
    cli_put(c, tr(": {1}, tính đến {2}"),
            percent ? project_percent_shown(c, m->value) : project_million_shown(c, m->value),
            matter_day_shown(c->arena, m->day));
    if (percent || m->evidence)
        buf_put(c->out, tr_text(c->lang, m->evidence ? tr(" (có minh chứng)") : tr(" (không có minh chứng)")));
    buf_char(c->out, '\n');
}

static void put_rates(struct cli *c, const struct capital_year *y)
{
    for (size_t i = 0; i < CAPITAL_BASES; i++) {
        struct capital_rate rate = {0};
        struct decimal percent;
        if (i == BASE_CARRIED && !y->carried.known) continue;
        capital_rate_add(&rate, (enum capital_base)i, y);
        if (!capital_rate_percent(&percent, &rate)) continue;
        cli_put(c, tr("  Tỷ lệ trên {1}: {2} / {3} = {4}\n"), project_base_shown(c, (enum capital_base)i),
                project_million_shown(c, rate.done.value), project_million_shown(c, rate.base.value),
                project_percent_shown(c, percent));
    }
}

static void put_gap(struct cli *c, const char *words, struct decimal a, struct decimal b)
{
    struct decimal gap;
    if (decimal_sub(&gap, a, b) && decimal_sign(gap) != 0) cli_put(c, words, project_million_shown(c, gap));
}

static void put_window(struct cli *c, const struct book_project *p)
{
    struct date last;
    const struct project_window *why;
    if (!capital_window(&last, &why, p->lines, p->line_count, p->year.year)) return;
    cli_put(c, tr("  Được giải ngân đến {1} ({2}; {3})\n"), matter_day_shown(c->arena, last), why->name, why->citation);
}

static void put_capital(struct cli *c, const struct book_project *p)
{
    const struct capital_year *y = &p->year;
    struct buf year = buf_make(16);
    if (!p->line_count) return;
    buf_u64(&year, (uint64_t)y->year);
    cli_put(c, tr("\nVốn năm {1} (triệu đồng)\n"), buf_str(&year));
    buf_free(&year);
    if (y->too_large) {
        cli_put(c, tr("  tổng có quá nhiều chữ số\n"));
        return;
    }
    put_money(c, tr("Kế hoạch trung hạn"), y->medium);
    put_money(c, tr("Thủ tướng giao"), y->pm);
    put_money(c, tr("HĐND, UBND giao"), y->council);
    put_money(c, tr("Bổ sung"), y->supplement);
    put_money(c, tr("Điều chỉnh"), y->adjust);
    put_money(c, tr("Kế hoạch sau điều chỉnh"), y->changed);
    put_money(c, tr("Kéo dài từ năm trước"), y->carried);
    put_money(c, tr("Thanh toán khối lượng hoàn thành"), y->paid);
    put_money(c, tr("Tạm ứng"), y->advance);
    put_money(c, tr("Thu hồi tạm ứng"), y->recovered);
    put_money(c, tr("Nộp trả"), y->returned);
    if (y->done.known)
        put_money(c, tr("Giải ngân kế hoạch năm"), y->done);
    else if (y->changed.known)
        cli_put(c, tr("  Giải ngân kế hoạch năm: chưa có chứng từ nào\n"));
    if (y->done.known && y->changed.known && decimal_cmp(y->done.value, y->changed.value) > 0)
        cli_put(c, tr("  ! giải ngân vượt kế hoạch: {1}\n"), project_over_shown(c, y->done.value, y->changed.value));
    put_money(c, tr("Giải ngân vốn kéo dài"), y->done_carried);
    put_money(c, tr("Tạm ứng chưa thu hồi (mọi năm)"), y->open_advance);
    put_rates(c, y);
    put_window(c, p);
    put_stated(c, tr("Kho bạc xác nhận"), &y->treasury, false);
    put_stated(c, tr("Chủ đầu tư báo cáo"), &y->claim, false);
    if (y->treasury.known && y->done.known)
        put_gap(c, tr("  ! chứng từ lệch số Kho bạc: {1}\n"), y->done.value, y->treasury.value);
    if (y->treasury.known && y->claim.known)
        put_gap(c, tr("  ! số báo cáo lệch số Kho bạc: {1}\n"), y->claim.value, y->treasury.value);
    put_stated(c, tr("Khối lượng hoàn thành"), &y->progress, true);
}

static void put_days(struct cli *c, struct date from, struct date to)
{
    if (date_known(from)) buf_put(c->out, matter_day_shown(c->arena, from));
    buf_put(c->out, STR(" – "));
    if (date_known(to)) buf_put(c->out, matter_day_shown(c->arena, to));
}

static void put_stages(struct cli *c, const struct book_project *p)
{
    if (p->stages.len) cli_put(c, tr("\nGiai đoạn\n"));
    for (size_t i = 0; i < p->stages.len; i++) {
        const struct book_stage *s = &p->stages.at[i];
        const struct kept_stage *k = s->last;
        buf_put(c->out, STR("  "));
        cli_put_words(c, name_of(c, project_stages(), k->stage));
        cli_put(c, tr(": kế hoạch "));
        put_days(c, k->planned_from, k->planned_to);
        if (s->first && date_cmp(s->first->planned_to, k->planned_to) != 0)
            cli_put(c, tr(" (hạn ban đầu {1})"), matter_day_shown(c->arena, s->first->planned_to));
        cli_put(c, tr("; thực tế "));
        put_days(c, k->actual_from, k->actual_to);
        if (s->late) cli_put(c, tr("; trễ {1} ngày"), cli_number(c, (uint64_t)s->late));
        buf_char(c->out, '\n');
    }
}

static void put_obstacles(struct cli *c, const struct book_project *p)
{
    if (p->obstacles.len) cli_put(c, tr("\nVướng mắc\n"));
    for (size_t i = 0; i < p->obstacles.len; i++) {
        const struct book_obstacle *o = &p->obstacles.at[i];
        const struct kept_obstacle *k = o->last;
        cli_put(c, "  {1}  ", project_obstacle_shown(c->arena, k->id));
        cli_put_words(c, name_of(c, project_obstacles(), k->kind));
        buf_put(c->out, STR(": "));
        cli_put_words(c, k->title);
        if (k->owner.len) cli_put(c, tr("; {1} tháo gỡ"), k->owner);
        if (date_known(k->due)) cli_put(c, tr(", hạn {1}"), matter_day_shown(c->arena, k->due));
        if (date_known(o->first->due) && date_cmp(o->first->due, k->due) != 0)
            cli_put(c, tr(" (hạn ban đầu {1})"), matter_day_shown(c->arena, o->first->due));
        if (!o->open) cli_put(c, tr(", đã tháo gỡ {1}"), matter_day_shown(c->arena, k->settled));
        if (o->late) cli_put(c, tr(", quá hạn {1} ngày"), cli_number(c, (uint64_t)o->late));
        buf_char(c->out, '\n');
    }
}

static bool put_clearance(struct cli *c, const struct book_project *p, struct err *err)
{
    struct clearance x;
    if (!project_clearance(&x, c->db, c->arena, p->number, matter_day(c), err)) return false;
    if (!x.all) return true;
    cli_put(c, tr("\nGiải phóng mặt bằng: {1} hộ, tổ chức\n"), cli_number(c, x.all));
    for (size_t i = 0; i < x.states.len; i++) {
        struct decimal percent;
        bool has = decimal_div(&percent, DECIMAL_INT((int64_t)x.states.at[i].n * 100), DECIMAL_INT((int64_t)x.all), 1,
                               ROUND_HALF_UP);
        cli_put(c, "  {1}: {2} ({3})\n", x.states.at[i].status, cli_number(c, x.states.at[i].n),
                has ? project_percent_shown(c, percent) : STR(""));
    }
    return true;
}

bool project_run_show(struct cli *c, struct err *err)
{
    struct matter_ids ids;
    if (!matter_run_show(c, err)) return false;
    if (c->format != FORMAT_TABLE) return true;
    if (!matter_arguments(&ids, NULL, c, 1, err)) return false;
    for (size_t i = 0; i < ids.len; i++) {
        struct project_book b;
        if (!project_book_asked(&b, c, ids.at[i], err)) return false;
        const struct book_project *p = &b.at[0];
        if (ids.len > 1) cli_put(c, tr("\n{1}\n"), p->number);
        put_group(c, p);
        put_capital(c, p);
        put_stages(c, p);
        put_obstacles(c, p);
        if (!put_clearance(c, p, err)) return false;
    }
    return true;
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * page_project: investment projects of a year with their capital, and one of them: its stages with planned and actual
 * days, the capital by named denominators, what hinders it. Every number is as of today.
 */
#include "listing.h"
#include "pages.h"
#include "project_book.h"
#include "project_table.h"
#include "verdicts.h"

static struct link project_link(struct visit *v, struct matter_id id)
{
    struct buf b = buf_make(20);
    matter_id_write(&b, id);
    return link_path(v->arena, (struct str[]){STR("du-an"), kept_text(v, &b)}, 2);
}

/* Triệu đồng, with at most two digits behind the point. */
static struct str million(struct visit *v, struct money m)
{
    struct decimal d;
    if (!m.known || !decimal_shift(&d, m.value, -6)) return STR("");
    if (d.scale > 2 && !decimal_rescale(&d, d, 2, ROUND_HALF_UP)) return STR("");
    return shown_decimal(v, decimal_trim(d));
}

static struct str percent_of(struct visit *v, enum capital_base base, const struct capital_year *y)
{
    struct capital_rate rate = {0};
    struct decimal percent;
    capital_rate_add(&rate, base, y);
    return capital_rate_percent(&percent, &rate) ? said_text(v, tr("{1} %"), shown_decimal(v, percent), STR(""))
                                                 : STR("");
}

static struct str term_shown(struct project_terms t, struct str code)
{
    return code.len ? project_term_name(t, code) : code;
}

static bool book_of(struct project_book *out, struct visit *v, struct matter_id one, struct err *err)
{
    uint64_t year = 0;
    (void)str_to_u64(&year, visit_field(v, "nam"), 9999);
    struct book_wish w = {.one = one, .year = year ? (int)year : v->today.year, .on = v->today};
    return project_book(out, v->db, v->arena, &w, err);
}

/* --- all of them */

/* Only those that the visitor may see stay. */
static bool keep_allowed(struct project_book *b, struct visit *v, struct err *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < b->len; i++) {
        bool may;
        if (!visit_may_matter(&may, v, &b->at[i].row.matter, err)) return false;
        if (may) b->at[kept++] = b->at[i];
    }
    b->len = kept;
    return true;
}

static void add_sums(struct listing *l, const struct project_book *b)
{
    struct capital_year all = {0};
    for (size_t i = 0; i < b->len; i++) {
        if (i)
            capital_year_join(&all, &b->at[i].year);
        else
            all = b->at[0].year;
    }
    listing_fact(l, tr("Kế hoạch sau điều chỉnh"), million(l->v, all.changed));
    listing_fact(l, tr("Giải ngân kế hoạch năm"), million(l->v, all.done));
    listing_fact(l, tr("Kéo dài từ năm trước"), million(l->v, all.carried));
}

static void add_project(struct listing *l, struct table_view *t, const struct book_project *p)
{
    struct visit *v = l->v;
    struct verdict_view clock = verdict_of_clock(v, &p->row);
    size_t open = 0;
    for (size_t i = 0; i < p->obstacles.len; i++) open += p->obstacles.at[i].open;
    listing_row(l, t);
    listing_cell(l, t, p->row.matter.title, project_link(v, p->row.matter.id));
    listing_cell(l, t, p->row.unit_name, (struct link){0});
    listing_cell(l, t, p->row.state_name, (struct link){0});
    listing_cell(l, t, million(v, p->year.changed), (struct link){0});
    listing_cell(l, t, million(v, p->year.done), (struct link){0});
    listing_cell(l, t, percent_of(v, BASE_CHANGED, &p->year), (struct link){0});
    listing_cell(l, t, open ? shown_count(v, open) : STR(""), (struct link){0});
    listing_verdict(l, t, &clock);
}

static bool run_list(struct visit *v, struct err *err)
{
    struct project_book b;
    if (!book_of(&b, v, (struct matter_id){0}, err) || !keep_allowed(&b, v, err)) return false;
    struct buf year = buf_make(20);
    buf_format(&year, "%d", b.year);
    struct str shown = kept_text(v, &year);
    struct listing l = listing_begin(v, said_text(v, tr("Dự án đầu tư công, năm {1}"), shown, STR("")), MENU_MORE);
    l.view.about = said_text(v, tr("{1} dự án; triệu đồng; chốt đến {2}."), shown_count(v, b.len),
                             shown_day(v, v->today));
    for (int k = -2; k <= 0; k++) {
        struct buf n = buf_make(20);
        buf_format(&n, "%d", v->today.year + k);
        struct str other = kept_text(v, &n);
        listing_tab(&l, other, link_with(v->arena, LINK("du-an"), STR("nam"), other), v->today.year + k == b.year);
    }
    add_sums(&l, &b);
    struct table_view *t = listing_table(&l, tr("Các dự án"));
    listing_head(&l, t, tr("Dự án"), false);
    listing_head(&l, t, tr("Chủ đầu tư"), false);
    listing_head(&l, t, tr("Tình trạng"), false);
    listing_head(&l, t, tr("Kế hoạch"), true);
    listing_head(&l, t, tr("Đã giải ngân"), true);
    listing_head(&l, t, tr("% kế hoạch sau điều chỉnh"), true);
    listing_head(&l, t, tr("Vướng mắc đang mở"), true);
    listing_head(&l, t, tr("Hạn"), false);
    for (size_t i = 0; i < b.len && i < UNITS_SHOWN; i++) add_project(&l, t, &b.at[i]);
    listing_done(&l);
    return true;
}

/* --- one */

static void add_capital(struct listing *l, const struct book_project *p)
{
    const struct capital_year *y = &p->year;
    struct date last;
    const struct project_window *why;
    listing_fact(l, tr("Kế hoạch trung hạn"), million(l->v, y->medium));
    listing_fact(l, tr("Kế hoạch sau điều chỉnh"), million(l->v, y->changed));
    listing_fact(l, tr("Kéo dài từ năm trước"), million(l->v, y->carried));
    listing_fact(l, tr("Giải ngân kế hoạch năm"), million(l->v, y->done));
    listing_fact(l, tr("% trên kế hoạch Thủ tướng giao"), percent_of(l->v, BASE_PM, y));
    listing_fact(l, tr("% trên kế hoạch HĐND, UBND giao"), percent_of(l->v, BASE_COUNCIL, y));
    listing_fact(l, tr("% trên kế hoạch sau điều chỉnh"), percent_of(l->v, BASE_CHANGED, y));
    listing_fact(l, tr("% trên kế hoạch và vốn kéo dài"), percent_of(l->v, BASE_CARRIED, y));
    if (capital_window(&last, &why, p->lines, p->line_count, y->year))
        listing_fact(l, tr("Được giải ngân đến"),
                     said_text(l->v, tr("{1} ({2})"), shown_day(l->v, last), why->citation));
}

static struct verdict_view late_verdict(struct visit *v, bool open, int32_t late)
{
    struct verdict_view out = {.family = STR("clock"), .state = STR("good"), .shape = shape_link(v, STR("clock-good"))};
    out.word = tr_text(v->lang, open ? tr("đang làm") : tr("xong"));
    if (open) {
        out.state = STR("hold");
        out.shape = shape_link(v, STR("clock-open"));
    }
    if (late <= 0) return out;
    out.state = STR("bad");
    out.shape = shape_link(v, STR("clock-bad"));
    out.word = said_text(v, open ? tr("quá hạn {1} ngày") : tr("xong, chậm {1} ngày"), shown_count(v, (uint64_t)late),
                         STR(""));
    return out;
}

static void add_stages(struct listing *l, const struct book_project *p)
{
    struct visit *v = l->v;
    struct table_view *t = listing_table(l, tr("Giai đoạn"));
    listing_head(l, t, tr("Giai đoạn"), false);
    listing_head(l, t, tr("Kế hoạch từ"), false);
    listing_head(l, t, tr("Kế hoạch đến"), false);
    listing_head(l, t, tr("Thực tế từ"), false);
    listing_head(l, t, tr("Thực tế đến"), false);
    listing_head(l, t, tr("Hạn"), false);
    for (size_t i = 0; i < p->stages.len; i++) {
        const struct kept_stage *s = p->stages.at[i].last;
        struct verdict_view clock = late_verdict(v, p->stages.at[i].open, p->stages.at[i].late);
        listing_row(l, t);
        listing_cell(l, t, term_shown(project_stages(), s->stage), (struct link){0});
        listing_cell(l, t, shown_day(v, s->planned_from), (struct link){0});
        listing_cell(l, t, shown_day(v, s->planned_to), (struct link){0});
        listing_cell(l, t, shown_day(v, s->actual_from), (struct link){0});
        listing_cell(l, t, shown_day(v, s->actual_to), (struct link){0});
        listing_verdict(l, t, &clock);
    }
}

static void add_obstacles(struct listing *l, const struct book_project *p)
{
    struct visit *v = l->v;
    struct table_view *t = listing_table(l, tr("Vướng mắc"));
    listing_head(l, t, tr("Nội dung"), false);
    listing_head(l, t, tr("Loại"), false);
    listing_head(l, t, tr("Bên gỡ"), false);
    listing_head(l, t, tr("Hạn"), false);
    listing_head(l, t, tr("Tình trạng"), false);
    for (size_t i = 0; i < p->obstacles.len; i++) {
        const struct kept_obstacle *o = p->obstacles.at[i].last;
        struct verdict_view clock = late_verdict(v, p->obstacles.at[i].open, p->obstacles.at[i].late);
        listing_row(l, t);
        listing_cell(l, t, o->title, (struct link){0});
        listing_cell(l, t, term_shown(project_obstacles(), o->kind), (struct link){0});
        listing_cell(l, t, o->owner, (struct link){0});
        listing_cell(l, t, shown_day(v, o->due), (struct link){0});
        listing_verdict(l, t, &clock);
    }
}

static void add_lines(struct listing *l, const struct book_project *p)
{
    struct visit *v = l->v;
    struct table_view *t = listing_table(l, tr("Vốn và chứng từ, triệu đồng"));
    listing_head(l, t, tr("Loại"), false);
    listing_head(l, t, tr("Nguồn vốn"), false);
    listing_head(l, t, tr("Ngày"), false);
    listing_head(l, t, tr("Số tiền"), true);
    listing_head(l, t, tr("Số văn bản, chứng từ"), false);
    for (size_t i = 0; i < p->line_count; i++) {
        const struct capital_line *line = &p->lines[i];
        if (line->struck || line->sort == CAPITAL_PROGRESS) continue;
        listing_row(l, t);
        listing_cell(l, t, capital_sort_name(line->sort), (struct link){0});
        listing_cell(l, t, term_shown(project_sources(), line->source), (struct link){0});
        listing_cell(l, t, shown_day(v, line->day), (struct link){0});
        listing_cell(l, t, million(v, (struct money){true, line->amount}), (struct link){0});
        listing_cell(l, t, line->number, (struct link){0});
    }
}

static bool run_one(struct visit *v, struct err *err)
{
    struct matter_id id;
    struct project_book b;
    if (!matter_id_read(&id, v->parts[0])) return fail(err, ERR_PAGE_MISSING, v->request->path);
    if (!book_of(&b, v, id, err)) return false;
    if (b.len != 1 || !str_eq(b.at[0].row.matter.kind, STR("project")))
        return fail(err, ERR_PAGE_MISSING, v->request->path);
    const struct book_project *p = &b.at[0];
    struct listing l = listing_begin(v, p->row.matter.title, MENU_MORE);
    struct buf matter = buf_make(20);
    matter_id_write(&matter, id);
    l.view.about = said_text(v, tr("{1}; {2}; triệu đồng"), p->row.unit_name, p->row.state_name);
    listing_tab(&l, tr_text(v->lang, tr("Mọi dự án")), LINK("du-an"), false);
    listing_tab(&l, tr_text(v->lang, tr("Quá trình, các trường")),
                link_path(v->arena, (struct str[]){STR("viec"), kept_text(v, &matter)}, 2), false);
    listing_fact(&l, tr("Số"), p->number);
    listing_fact(&l, tr("Nhóm theo luật"),
                 p->group.group == PROJECT_NO_GROUP
                     ? tr_text(v->lang, tr("chưa phân được"))
                     : said_text(v, tr("{1} ({2})"), project_group_word(p->group.group), p->group.citation));
    add_capital(&l, p);
    add_stages(&l, p);
    add_obstacles(&l, p);
    add_lines(&l, p);
    listing_done(&l);
    return true;
}

const struct page page_projects = {HTTP_GET, "/du-an",         NEEDS_SIGNED_IN, {{"nam", PAGE_NUMBER, 4}},
                                   run_list, .right = MAY_WORK};
const struct page page_project = {HTTP_GET, "/du-an/{matter}", NEEDS_SIGNED_IN,      {{"nam", PAGE_NUMBER, 4}},
                                  run_one,  .right = MAY_WORK, .about = ABOUT_MATTER};

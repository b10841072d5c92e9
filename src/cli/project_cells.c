/* SPDX-License-Identifier: Apache-2.0
 *
 * project_cells: see project_cells.h.
 */
#include "project_cells.h"

#include "nearest.h"
#include "project_table.h"

bool project_argument(struct kept_matter *out, struct cli *c, size_t place, struct err *err)
{
    struct matter_id id;
    if (c->arg_count <= place) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!matter_typed(&id, c->db, c->arena, c->args[place], err) || !matter_load(out, c->db, c->arena, id, err))
        return false;
    return str_eq(out->kind, STR("project")) || fail(err, ERR_PROJECT_KIND, c->args[place], out->kind);
}

bool project_row_left(struct cli *c, size_t shown)
{
    uint64_t most = cli_given(c, "limit") ? cli_count(c, "limit") : UINT64_MAX;
    if (shown == most) cli_note(c, tr("còn nữa; tăng --limit để xem thêm"));
    return shown < most;
}

bool project_source_option(struct str *out, const struct cli *c, struct err *err)
{
    *out = STR("");
    if (!cli_given(c, "source")) return true;
    struct buf b = buf_make(SIZE_MAX);
    const struct project_term *t = project_term_find(project_sources(), str_trim(cli_text(c, "source")));
    if (t)
        *out = t->code;
    else
        project_terms_write(&b, project_sources());
    bool ok = t || fail(err, ERR_PROJECT_SOURCE, cli_text(c, "source"),
                        nearest_joined(c->arena, cli_text(c, "source"), buf_str(&b), STR(", ")));
    buf_free(&b);
    return ok;
}

bool project_year_option(int16_t *year, int16_t *until, const struct cli *c, struct err *err)
{
    *year = matter_day(c).year;
    *until = 0;
    return !cli_given(c, "year") || project_year_read(year, until, str_trim(cli_text(c, "year"))) ||
           fail(err, ERR_PROJECT_YEAR, cli_text(c, "year"));
}

bool project_book_asked(struct project_book *out, struct cli *c, struct matter_id one, struct err *err)
{
    struct looked_unit *unit = arena_new(c->arena, struct looked_unit),
                       *under = arena_new(c->arena, struct looked_unit);
    struct book_wish w = {.one = one, .on = matter_day(c)};
    int16_t year, until;
    bool has_unit, has_under;
    if (!project_year_option(&year, &until, c, err) || !project_source_option(&w.source, c, err) ||
        !matter_unit_option(unit, &has_unit, c, "unit", err) || !matter_unit_option(under, &has_under, c, "under", err))
        return false;
    if (until) return fail(err, ERR_PROJECT_YEAR, cli_text(c, "year"));
    w.year = year;
    w.unit = has_unit ? unit : NULL;
    w.under = has_under ? under : NULL;
    return project_book(out, c->db, c->arena, &w, err);
}

struct str project_million_shown(struct cli *c, struct decimal d)
{
    struct buf b = buf_make(64);
    struct decimal m;
    if (!decimal_shift(&m, d, -6)) m = d;
    m = decimal_trim(m);
    if (m.scale < 0 && !decimal_rescale(&m, m, 0, ROUND_HALF_UP)) m = decimal_trim(m);
    number_write(&b, m, c->lang);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str project_money_shown(struct cli *c, struct money m)
{
    return m.known ? project_million_shown(c, m.value) : tr_text(c->lang, tr("chưa có"));
}

struct str project_over_shown(struct cli *c, struct decimal done, struct decimal plan)
{
    struct decimal more;
    struct buf b = buf_make(SIZE_MAX);
    if (!decimal_sub(&more, done, plan)) more = done;
    const struct str words[] = {project_million_shown(c, done), project_million_shown(c, plan),
                                project_million_shown(c, more)};
    tr_fill(&b, c->lang, tr("{1} / {2} triệu đồng, hơn {3}"), words, 3);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

void project_money_cell(struct rows *r, struct cli *c, struct money m)
{
    if (m.known)
        rows_decimal_shown(r, m.value, project_million_shown(c, m.value));
    else
        rows_none(r);
}

struct str project_percent_shown(struct cli *c, struct decimal d)
{
    struct buf b = buf_make(64);
    number_write(&b, d, c->lang);
    buf_put(&b, STR(" %"));
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

void project_percent_cell(struct rows *r, struct cli *c, bool known, struct decimal d)
{
    if (known)
        rows_decimal_shown(r, d, project_percent_shown(c, d));
    else
        rows_none(r);
}

struct str project_group_shown(const struct cli *c, enum project_group g)
{
    switch (g) {
    case PROJECT_NATIONAL: return tr_text(c->lang, tr("quan trọng quốc gia"));
    case PROJECT_A: return tr_text(c->lang, tr("nhóm A"));
    case PROJECT_B: return tr_text(c->lang, tr("nhóm B"));
    case PROJECT_C: return tr_text(c->lang, tr("nhóm C"));
    case PROJECT_NO_GROUP:
    case PROJECT_GROUPS: break;
    }
    return tr_text(c->lang, tr("chưa xác định"));
}

struct str project_base_shown(const struct cli *c, enum capital_base b)
{
    switch (b) {
    case BASE_PM: return tr_text(c->lang, tr("kế hoạch Thủ tướng giao"));
    case BASE_COUNCIL: return tr_text(c->lang, tr("kế hoạch HĐND, UBND giao"));
    case BASE_CHANGED: return tr_text(c->lang, tr("kế hoạch sau điều chỉnh, bổ sung"));
    case BASE_CARRIED: return tr_text(c->lang, tr("kế hoạch sau điều chỉnh và vốn kéo dài"));
    case CAPITAL_BASES: break;
    }
    return STR("");
}

struct str project_year_shown(struct cli *c, int year)
{
    struct buf b = buf_make(16);
    buf_u64(&b, (uint64_t)year);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

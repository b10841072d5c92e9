/* SPDX-License-Identifier: Apache-2.0
 *
 * frame: see frame.h.
 */
#include "frame.h"

#include "asset.h"
#include "journal.h"
#include "rows.h"
#include "stand.h"
#include "unit_look.h"

struct str kept_text(struct visit *v, struct buf *b)
{
    struct str s = str_copy(v->arena, buf_str(b));
    buf_free(b);
    return s;
}

struct str said_text(struct visit *v, const char *msgid, struct str one, struct str two)
{
    struct buf b = buf_make(SIZE_MAX);
    tr_fill(&b, v->lang, msgid, (const struct str[]){one, two}, 2);
    return kept_text(v, &b);
}

struct str shown_period(struct visit *v, struct period p)
{
    struct buf b = buf_make(200);
    if (v->lang == LANG_VI)
        period_write_vi(&b, p);
    else
        period_write(&b, p);
    return kept_text(v, &b);
}

struct str shown_day(struct visit *v, struct date d)
{
    struct buf b = buf_make(40);
    if (date_known(d)) buf_format(&b, "%02d/%02d/%d", d.day, d.month, d.year);
    return kept_text(v, &b);
}

struct str shown_time(struct visit *v, struct str utc)
{
    enum { VIETNAM = 7 }; /* hours before UTC, all year */
    struct date day;
    uint64_t hour, minute;
    struct buf b = buf_make(40);
    if (!date_read(&day, str_part(utc, 0, 10)) || !str_to_u64(&hour, str_part(utc, 11, 13), 23) ||
        !str_to_u64(&minute, str_part(utc, 14, 16), 59))
        return utc;
    hour += VIETNAM;
    if (hour >= 24) day = date_add_days(day, 1);
    buf_format(&b, "%02d/%02d/%d %02d:%02d", day.day, day.month, day.year, (int)(hour % 24), (int)minute);
    return kept_text(v, &b);
}

struct str shown_decimal(struct visit *v, struct decimal d)
{
    struct buf b = buf_make(60);
    number_write(&b, d, v->lang);
    return kept_text(v, &b);
}

struct str shown_count(struct visit *v, uint64_t n)
{
    return shown_decimal(v, DECIMAL_INT((int64_t)n));
}

struct link shape_link(struct visit *v, struct str symbol)
{
    return link_place(v->arena, (struct link){STR("")}, symbol);
}

struct link evidence_link(struct visit *v, struct str id)
{
    struct str parts[8] = {STR("so")};
    size_t count = 1;
    if (!id.len) return (struct link){0};
    for (struct str_cut c = {.tail = id, .found = true}; c.found && count < 8;) {
        c = str_cut(c.tail, STR("/"));
        parts[count++] = c.head;
    }
    return link_path(v->arena, parts, count);
}

/* "48.213 mục · 7f3a91c2e05b4d18" */
static struct str checkpoint_shown(struct visit *v)
{
    struct checkpoint c;
    struct err err = {0};
    if (!v->db || !journal_head(&c, v->db, &err) || !c.size) return STR("");
    struct digest_text hex = digest_text(c.root);
    return said_text(v, tr("{1} mục · {2}"), shown_count(v, c.size), str_part(digest_str(&hex), 0, 16));
}

void frame_fill(struct head_view *head, struct foot_view *foot, struct visit *v, struct str title, enum menu menu)
{
    *head = (struct head_view){
        .lang = v->lang == LANG_VI ? STR("vi") : STR("en"),
        .title = title,
        .style = asset_link(v->arena, STR("style.css")),
        .signed_in = v->signed_in,
        .who = v->person.name,
        .login = v->person.login,
        .csrf = v->csrf,
        .may_work = visit_may_somewhere(v, MAY_WORK),
        .may_documents = visit_may_somewhere(v, MAY_DOCUMENTS),
        .may_read = visit_may_somewhere(v, MAY_READ),
        .may_people = visit_may_somewhere(v, MAY_PEOPLE),
        .at_home = menu == MENU_HOME,
        .at_indicators = menu == MENU_INDICATORS,
        .at_work = menu == MENU_WORK,
        .at_documents = menu == MENU_DOCUMENTS,
        .at_compare = menu == MENU_COMPARE,
        .at_map = menu == MENU_MAP,
        .at_more = menu == MENU_MORE,
    };
    *foot = (struct foot_view){.checkpoint = v->signed_in ? checkpoint_shown(v) : STR("")};
}

/* --- the choice of unit and period */

static void add_choice(struct choices_view *out, struct visit *v, struct str name, struct str value, bool chosen)
{
    *vec_push(v->arena, out) = (struct choice_view){name, value, chosen};
}

static bool choose_unit(struct context *out, struct choices_view *units, struct visit *v, struct str asked,
                        struct date day, struct err *err)
{
    struct unit_list all;
    if (asked.len && !unit_typed(&out->unit, v->db, v->arena, asked, day, err)) return false;
    if (!unit_list(&all, v->db, v->arena, err)) return false;
    bool whole = visit_may_all(v, MAY_READ);
    for (size_t i = 0; i < all.len && units->len < UNITS_SHOWN; i++) {
        bool may = whole;
        if (!whole && !visit_may(&may, v, MAY_READ, all.at[i].code, STR(""), STR(""), err)) return false;
        if (!may) continue;
        if (!asked.len && !out->unit.code.len) out->unit = all.at[i];
        add_choice(units, v, all.at[i].name, all.at[i].code, str_eq(all.at[i].code, out->unit.code));
    }
    return true;
}

static void choose_period(struct context *out, struct choices_view *periods, struct visit *v)
{
    struct cube_periods all = cube_periods(out->snapshot->cube, v->arena, out->unit.code);
    bool there = false;
    if (out->period.kind == PERIOD_NONE) out->period = stand_latest(out->snapshot->cube, v->arena, out->unit.code);
    for (size_t i = 0; i < all.len && i < UNITS_SHOWN; i++) {
        struct buf literal = buf_make(60);
        bool chosen = period_same_time(all.at[i], out->period);
        period_write(&literal, all.at[i]);
        add_choice(periods, v, shown_period(v, all.at[i]), kept_text(v, &literal), chosen);
        there |= chosen;
    }
    if (there || out->period.kind == PERIOD_NONE) return;
    struct buf literal = buf_make(60);
    period_write(&literal, out->period);
    add_choice(periods, v, shown_period(v, out->period), kept_text(v, &literal), true);
}

bool context_read(struct context *out, struct context_view *view, struct visit *v, struct link page, struct err *err)
{
    struct str period = visit_field(v, "ky");
    *out = (struct context){.unit = {.code = STR("")}};
    *view = (struct context_view){.page = page};
    if (period.len && !period_read(&out->period, period)) return fail(err, ERR_PERIOD_UNKNOWN, period);
    if (!choose_unit(out, &view->units, v, visit_field(v, "don-vi"), out->period.to, err)) return false;
    struct snapshot *s = arena_new(v->arena, struct snapshot);
    out->snapshot = s;
    if (!out->unit.code.len) return true;
    if (!stand_load(s, v->db, v->arena, out->unit.code, err)) return false;
    const struct kept_unit *whole = snapshot_unit(s, out->unit.code);
    if (whole) out->unit = *whole;
    choose_period(out, &view->periods, v);
    return true;
}

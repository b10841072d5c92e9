/* SPDX-License-Identifier: Apache-2.0
 *
 * project_feed: see project_feed.h.
 */
#include "project_feed.h"

#include "buf.h"
#include "contract_book.h"
#include "figure_file.h"
#include "json_write.h"
#include "matter_then.h"
#include "project_settlement.h"
#include "said.h"

/* What is gathered of one unit. */
struct unit_sums {
    struct str unit, name;
    struct money plan, done;
    size_t planned, paid, open, waiting;
    size_t owing, unsettled, unsure; /* handed over and not settled; of these past their day, or nobody can say */
    struct money late_advance, unknown_advance, open_advance;
    size_t advanced;
    bool too_large;
};
struct unit_sums_list {
    VEC_FIELDS(struct unit_sums);
};
struct feeding {
    struct db *db;
    struct arena *arena;
    struct project_book *book;
    struct book_contracts contracts;
    struct kind_cache kinds;
    struct err *err;
};

static struct unit_sums *sums_of(struct unit_sums_list *all, struct arena *a, const struct book_project *p)
{
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(all->at[i].unit, p->row.matter.unit)) return &all->at[i];
    struct unit_sums *s = vec_push(a, all);
    *s = (struct unit_sums){.unit = p->row.matter.unit, .name = p->row.unit_name};
    return s;
}

static bool waits_for_site(const struct book_project *p)
{
    for (size_t i = 0; i < p->obstacles.len; i++)
        if (p->obstacles.at[i].open && str_eq(p->obstacles.at[i].last->kind, STR("clearance"))) return true;
    return false;
}

static bool take_settlement(struct unit_sums *s, struct feeding *f, const struct kept_matter *now)
{
    struct settle_facts x;
    if (!settle_facts(&x, f->db, f->arena, now, f->book->on, f->err)) return false;
    s->owing += x.owes;
    s->unsettled += x.owes && x.late > 0;
    s->unsure += x.owes && !date_known(x.due);
    return true;
}

static void take_advances(struct unit_sums *s, const struct feeding *f, const struct book_project *p)
{
    struct book_advances x = book_advances(&f->contracts, p, f->book->on);
    s->too_large |= x.too_large;
    s->advanced += x.open.known;
    money_join(&s->open_advance, x.open, &s->too_large);
    money_join(&s->late_advance, x.overdue, &s->too_large);
    money_join(&s->unknown_advance, x.unknown, &s->too_large);
}

/* Of a project as it was on the day; `now` is it today, whose moves tell the rest. */
static bool take(struct unit_sums *s, struct feeding *f, const struct book_project *p, const struct kept_matter *now)
{
    const struct capital_year *y = &p->year;
    bool open = !matter_group_ended(p->row.matter.group);
    s->too_large |= y->too_large;
    money_join(&s->plan, y->changed, &s->too_large);
    money_join(&s->done, y->done, &s->too_large);
    s->planned += y->changed.known;
    s->paid += y->done.known;
    s->open += open;
    s->waiting += open && waits_for_site(p);
    take_advances(s, f, p);
    return take_settlement(s, f, now);
}

/* Back to the day of the book, where something happened since. */
static bool bring_back(struct feeding *f, struct kept_matter *m)
{
    struct kept_events events;
    const struct matter_kind *kind;
    return matter_events(&events, f->db, f->arena, m->id, f->err) &&
           kind_cached(&kind, &f->kinds, f->db, f->arena, m, f->err) &&
           matter_then(m, f->db, f->arena, &events, kind, f->book->on, true, f->err);
}

static int by_unit(const void *x, const void *y)
{
    const struct unit_sums *a = x, *b = y;
    return str_cmp(a->unit, b->unit);
}

static struct project_fed *put(struct project_fed_list *out, struct arena *a, const struct unit_sums *s,
                               struct str indicator, struct decimal value, size_t projects)
{
    struct project_fed *f = vec_push(a, out);
    *f = (struct project_fed){
        .unit = s->unit, .unit_name = s->name, .indicator = indicator, .value = value, .projects = projects};
    return f;
}

static void put_debts(struct project_fed_list *out, struct arena *a, const struct unit_sums *s)
{
    struct project_fed *f = put(out, a, s, STR("D08"), DECIMAL_INT((int64_t)s->unsettled), s->owing);
    f->has_most = s->unsure > 0;
    f->most = DECIMAL_INT((int64_t)(s->unsettled + s->unsure));
    if (!s->open_advance.known || s->too_large) return;
    struct decimal late = s->late_advance.known ? s->late_advance.value : DECIMAL_INT(0);
    f = put(out, a, s, STR("D09"), late, s->advanced);
    f->has_most = s->unknown_advance.known && decimal_sign(s->unknown_advance.value) > 0 &&
                  decimal_add(&f->most, late, s->unknown_advance.value);
}

static bool gather(struct unit_sums_list *all, struct feeding *f)
{
    struct project_book *b = f->book;
    if (!contract_book(&f->contracts, f->db, f->arena, b, f->err)) return false;
    for (size_t i = 0; i < b->len; i++) {
        struct kept_matter now = b->at[i].row.matter;
        if (date_cmp(now.opened, b->on) > 0) continue;
        if (!bring_back(f, &b->at[i].row.matter) || !take(sums_of(all, f->arena, &b->at[i]), f, &b->at[i], &now))
            return false;
    }
    if (all->len) qsort(all->at, all->len, sizeof *all->at, by_unit);
    return true;
}

/* What is left of what a unit was given; more spread than given is no figure but a fault of the book, and told. */
static bool add_left(struct project_fed_list *out, struct feeding *f)
{
    struct book_spreads spreads;
    if (!book_spread(&spreads, f->db, f->arena, f->book, f->err)) return false;
    for (size_t i = 0; i < spreads.len; i++) {
        const struct book_spread *s = &spreads.at[i];
        struct looked_unit u;
        if (!s->has_left || decimal_sign(s->left) < 0) continue;
        if (!unit_look_id(&u, f->db, f->arena, s->unit, f->err)) return false;
        *vec_push(f->arena, out) = (struct project_fed){
            .unit = s->unit, .unit_name = u.name, .indicator = STR("D04"), .value = s->left};
    }
    return true;
}

bool project_feed(struct project_fed_list *out, struct db *db, struct arena *a, struct project_book *b, struct err *err)
{
    struct feeding f = {.db = db, .arena = a, .book = b, .err = err};
    struct unit_sums_list all = {0};
    *out = (struct project_fed_list){0};
    if (!gather(&all, &f)) return false;
    for (size_t i = 0; i < all.len; i++) {
        const struct unit_sums *s = &all.at[i];
        if (s->plan.known && !s->too_large) put(out, a, s, STR("D01"), s->plan.value, s->planned);
        if (s->done.known && !s->too_large) put(out, a, s, STR("D02"), s->done.value, s->paid);
        put(out, a, s, STR("D05a"), DECIMAL_INT((int64_t)s->open), s->open);
        put(out, a, s, STR("D06b"), DECIMAL_INT((int64_t)s->waiting), s->waiting);
        put_debts(out, a, s);
    }
    return add_left(out, &f);
}

/* What the figure is made of, in words. */
static struct str rule_of(struct str indicator)
{
    static const struct {
        struct str indicator, words;
    } RULES[] = {
        {STR_INIT("D01"), STR_INIT("; giao + bổ sung + điều chỉnh")},
        {STR_INIT("D02"), STR_INIT("; thanh toán + tạm ứng - thu hồi tạm ứng - nộp trả")},
        {STR_INIT("D04"), STR_INIT("; vốn giao cho đơn vị - kế hoạch của các dự án")},
        {STR_INIT("D08"), STR_INIT("; đã bàn giao, quá hạn quyết toán theo nhóm dự án")},
        {STR_INIT("D09"), STR_INIT("; tạm ứng chưa thu hồi của hợp đồng đã quá hạn thu hồi hoặc đã thanh lý")},
    };
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (str_eq(RULES[i].indicator, indicator)) return RULES[i].words;
    return STR("");
}

bool project_fed_is_money(const struct project_fed *f)
{
    static const struct str MONEY[] = {STR_INIT("D01"), STR_INIT("D02"), STR_INIT("D04"), STR_INIT("D09")};
    bool is = false;
    for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++) is |= str_eq(MONEY[i], f->indicator);
    return is;
}

static void pair(struct json_writer *j, struct str key, struct str text)
{
    json_write_key(j, key);
    json_write_text(j, text);
}

static void line_write(struct buf *b, struct arena *a, const struct project_fed *f, struct period period)
{
    struct json_writer j = json_to(b);
    struct buf note = buf_make(SIZE_MAX);
    bool money = project_fed_is_money(f);
    if (f->projects) {
        buf_u64(&note, f->projects);
        buf_put(&note, STR(" dự án, "));
    }
    buf_put(&note, STR("tính đến "));
    buf_put(&note, date_text(a, period.to));
    buf_put(&note, rule_of(f->indicator));
    if (f->has_most) buf_put(&note, STR("; phần chưa rõ hạn làm số này là một khoảng"));
    json_write_open(&j, '{');
    pair(&j, STR("unit"), f->unit);
    pair(&j, STR("indicator"), f->indicator);
    pair(&j, STR("period"), period_text(a, period));
    json_write_key(&j, STR("value"));
    json_write_decimal(&j, f->value);
    if (f->has_most) {
        json_write_key(&j, STR("value_max"));
        json_write_decimal(&j, f->most);
    }
    pair(&j, STR("measure"), money ? STR("đồng") : STR("dự án"));
    pair(&j, STR("note"), buf_str(&note));
    pair(&j, STR("source"), STR("Sổ dự án đầu tư công"));
    json_write_close(&j, '}');
    buf_char(b, '\n');
    buf_free(&note);
}

bool project_feed_save(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                       const struct project_fed_list *fed, struct period period, struct err *err)
{
    struct figure_file file;
    struct read_options o = {0};
    struct buf b = buf_make(SIZE_MAX), name = buf_make(SIZE_MAX);
    for (size_t i = 0; i < fed->len; i++) line_write(&b, a, &fed->at[i], period);
    buf_put(&name, STR("project-"));
    period_write(&name, period);
    buf_put(&name, STR(".jsonl"));
    struct str bytes = str_copy(a, buf_str(&b)), called = str_copy(a, buf_str(&name));
    buf_free(&b);
    buf_free(&name);
    *out = (struct import_result){.outcome = IMPORT_UNCHANGED};
    if (!bytes.len) return true;
    return figure_bytes_read(&file, db, a, bytes, called, &o, err) &&
           figure_file_save(out, db, a, author, &file, &o, true, STR(""), err);
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * reminder_plan: what somebody has to be told by now and was not yet. Matters that are under way come a page at a time
 * in the order of their due days, as far as the first step of any rule reaches; what was told of a page is asked once.
 * Reports that are owed follow, by the same rules: they wait for a unit, and have nobody who gave them.
 */
#include "buf.h"
#include "content.h"
#include "map.h"
#include "matter_page.h"
#include "matter_reports.h"
#include "record_calendar.h"
#include "reminder_private.h"
#include "said.h"

enum { PAGE = 1000 };

struct planning {
    struct db *db;
    struct arena *arena;
    struct err *err;
    const struct remind_wish *wish;
    struct remind_plan *out;
    const struct workdays *workdays;
    struct effective_rules rules;
    struct kept_outlets outlets;
    struct kept_contacts contacts;
    struct map contact, message, unreached, unit; /* by keys, to places */
    struct looked_units units;
    struct told_steps told; /* of the page */
};

/* "a\nb\nc": none of the parts holds a line end. */
static struct str key_of(struct arena *a, struct str one, struct str two, struct str three)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, one);
    buf_char(&b, '\n');
    buf_put(&b, two);
    buf_char(&b, '\n');
    buf_put(&b, three);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static bool start(struct planning *p)
{
    if (!remind_rules_now(&p->rules, p->db, p->arena, p->err) || !outlet_rows(&p->outlets, p->db, p->arena, p->err) ||
        !contact_rows(&p->contacts, p->db, p->arena, p->err) || !record_workdays(&p->workdays, p->db, p->arena, p->err))
        return false;
    size_t used = 0;
    for (size_t i = 0; i < p->outlets.len; i++)
        if (p->outlets.at[i].used && outlet_type_find(p->outlets.at[i].type)) p->outlets.at[used++] = p->outlets.at[i];
    p->outlets.len = used;
    for (size_t i = 0; i < p->contacts.len; i++) {
        const struct kept_contact *c = &p->contacts.at[i];
        map_put(&p->contact, p->arena, key_of(p->arena, c->side, c->who, c->outlet), (uint32_t)i);
    }
    return used > 0 || fail(p->err, ERR_OUTLET_NONE);
}

/* A unit, looked up once. */
static bool unit_of(const struct looked_unit **out, struct planning *p, struct str id)
{
    const uint32_t *place = map_find(&p->unit, id);
    if (!place) {
        struct looked_unit u;
        if (!unit_look_id(&u, p->db, p->arena, id, p->err)) return false;
        map_put(&p->unit, p->arena, str_copy(p->arena, id), (uint32_t)p->units.len);
        *vec_push(p->arena, &p->units) = u;
        place = map_find(&p->unit, id);
    }
    *out = &p->units.at[*place];
    return true;
}

/* How an outlet reaches a recipient; false: not at all. */
static bool reaches(struct str *address, const struct planning *p, const struct kept_outlet *o, struct str side,
                    struct str who)
{
    const uint32_t *place = map_find(&p->contact, key_of(p->arena, side, who, o->name));
    *address = place ? p->contacts.at[*place].address : STR("");
    return address->len || !outlet_type_find(o->type)->needs_address;
}

static bool was_told(const struct planning *p, const struct kept_matter *m, struct str report,
                     const struct remind_rule *r, struct str side, struct str who, struct str outlet, int32_t step)
{
    for (size_t i = 0; i < p->told.len; i++) {
        const struct told_step *t = &p->told.at[i];
        if (t->matter.n == m->id.n && str_eq(t->report, report) && str_eq(t->due, m->due) && str_eq(t->rule, r->code) &&
            str_eq(t->side, side) && str_eq(t->who, who) && str_eq(t->outlet, outlet))
            return t->step >= step;
    }
    return false;
}

static bool name_of(struct str *out, struct planning *p, struct str side, struct str who)
{
    const struct looked_unit *u;
    *out = who;
    if (!str_eq(side, STR("unit"))) return true;
    if (!unit_of(&u, p, who)) return false;
    if (u->name.len) *out = u->name;
    return true;
}

static bool keep_unreached(struct planning *p, struct str side, struct str who)
{
    struct str key = key_of(p->arena, side, who, STR(""));
    const uint32_t *place = map_find(&p->unreached, key);
    if (!place) {
        struct remind_unreached u = {.side = side, .who = who};
        if (!name_of(&u.who_name, p, side, who)) return false;
        map_put(&p->unreached, p->arena, key, (uint32_t)p->out->unreached.len);
        *vec_push(p->arena, &p->out->unreached) = u;
        place = map_find(&p->unreached, key);
    }
    p->out->unreached.at[*place].matters++;
    return true;
}

static bool message_of(struct remind_message **out, struct planning *p, const struct kept_outlet *o, struct str side,
                       struct str who, struct str address)
{
    struct str key = key_of(p->arena, o->name, side, who);
    const uint32_t *place = map_find(&p->message, key);
    if (!place) {
        struct remind_message m = {.side = side, .who = who, .outlet = o->name, .address = address};
        if (!name_of(&m.who_name, p, side, who)) return false;
        map_put(&p->message, p->arena, key, (uint32_t)p->out->len);
        *vec_push(p->arena, p->out) = m;
        place = map_find(&p->message, key);
    }
    *out = &p->out->at[*place];
    return true;
}

struct telling {
    const struct kept_matter *matter; /* of a report: the row that lists show of it, without an id */
    struct str report;                /* "": of a matter */
    const struct looked_unit *unit;
    const struct remind_rule *rule;
    int32_t step, late;
};

static bool tell(struct planning *p, const struct telling *t, const struct kept_outlet *o, struct str side,
                 struct str who, struct str address)
{
    struct remind_message *m;
    if (was_told(p, t->matter, t->report, t->rule, side, who, o->name, t->step)) return true;
    if (!message_of(&m, p, o, side, who, address)) return false;
    *vec_push(p->arena, &m->items) = (struct remind_item){
        {t->matter->id, t->report, t->matter->due, t->rule->code, t->step}, t->matter, t->unit->name, t->late};
    return true;
}

static bool tell_one(struct planning *p, const struct telling *t, struct str side, struct str who)
{
    struct str address;
    bool reached = false;
    if (!who.len) return true;
    for (size_t i = 0; i < p->outlets.len; i++) {
        if (!reaches(&address, p, &p->outlets.at[i], side, who)) continue;
        reached = true;
        if (!tell(p, t, &p->outlets.at[i], side, who, address)) return false;
    }
    return reached || keep_unreached(p, side, who);
}

static bool tell_helping(struct planning *p, const struct telling *t)
{
    struct str_list units;
    if (!t->matter->id.n) return true;
    if (!matter_units(&units, p->db, p->arena, t->matter->id, p->err)) return false;
    for (size_t i = 0; i < units.len; i++)
        if (!tell_one(p, t, STR("unit"), units.at[i])) return false;
    return true;
}

static bool tell_all(struct planning *p, const struct telling *t)
{
    const struct kept_matter *m = t->matter;
    uint32_t to = t->rule->to;
    bool by_unit = to & REMIND_UNIT || (to & REMIND_PERSON && !m->person.len);
    if (to & REMIND_PERSON && !tell_one(p, t, STR("person"), m->person)) return false;
    if (by_unit && !tell_one(p, t, STR("unit"), m->unit)) return false;
    if (to & REMIND_GIVER && !tell_one(p, t, STR("person"), m->giver)) return false;
    if (to & REMIND_FOLLOWER && !str_eq(m->follower, m->giver) && !tell_one(p, t, STR("person"), m->follower))
        return false;
    if (to & REMIND_ABOVE && !tell_one(p, t, STR("unit"), t->unit->parent)) return false;
    return !(to & REMIND_HELPING) || tell_helping(p, t);
}

static bool look_at(struct planning *p, const struct kept_matter *m, struct str report)
{
    struct telling t = {.matter = m, .report = report};
    if (!unit_of(&t.unit, p, m->unit)) return false;
    struct looked_unit unit = *t.unit; /* the list may grow */
    t.unit = &unit;
    t.late = workdays_count(p->workdays, m->due_day, p->wish->on);
    for (size_t i = 0; i < p->rules.len; i++) {
        const struct effective_rule *r = &p->rules.at[i];
        if (!r->used || (r->rule.kind.len && !str_eq(r->rule.kind, m->kind))) continue;
        t.rule = &r->rule;
        t.step = remind_step(&r->rule, p->workdays, m->due_day, p->wish->on);
        if (t.step != REMIND_NOT_YET && !tell_all(p, &t)) return false;
    }
    return true;
}

/* The last due day that any rule speaks of today, with a day of room for weekends. */
static struct date farthest(const struct planning *p)
{
    int32_t first = 0;
    for (size_t i = 0; i < p->rules.len; i++) {
        int32_t n = remind_first(&p->rules.at[i].rule);
        if (p->rules.at[i].used && n < first) first = n;
    }
    struct date d = workdays_add(p->workdays, p->wish->on, 1 - first);
    return date_known(d) ? d : p->wish->on;
}

static bool look_at_page(struct planning *p, const struct matter_list *page)
{
    struct matter_id *ids = arena_array(p->arena, struct matter_id, page->len);
    for (size_t i = 0; i < page->len; i++) ids[i] = page->at[i].id;
    if (!told_step_rows(&p->told, p->db, p->arena, ids, page->len, p->err)) return false;
    struct told_steps all = p->told;
    /* By matter, so each looks through its own only. */
    for (size_t i = 0; i < page->len; i++) {
        size_t first = 0, end = all.len;
        while (first < end) {
            size_t middle = first + (end - first) / 2;
            if (all.at[middle].matter.n < page->at[i].id.n)
                first = middle + 1;
            else
                end = middle;
        }
        for (end = first; end < all.len && all.at[end].matter.n == page->at[i].id.n; end++) continue;
        p->told = (struct told_steps){.at = all.at + first, .len = end - first};
        if (!look_at(p, &page->at[i], STR(""))) return false;
    }
    p->out->looked += page->len;
    return true;
}

static bool look_at_all(struct planning *p)
{
    struct matter_filter f = {
        .groups = 1u << MATTER_WAITING | 1u << MATTER_OPEN, .has_due = true, .due_to = farthest(p), .most = PAGE};
    for (bool more = true; more;) {
        struct matter_list page;
        if (!matter_page(&page, &more, p->db, p->arena, &f, p->err) || !look_at_page(p, &page)) return false;
        if (page.len) f.after = page.at[page.len - 1].id;
    }
    return true;
}

/* Reports that are owed: they are few, so what was told of all of them is asked at once. */
static bool look_at_reports(struct planning *p)
{
    struct matter_board reports;
    struct board_wish w = {.filter = {.due_to = farthest(p), .has_due = true}, .on = p->wish->on};
    if (!matter_reports(&reports, p->db, p->arena, &w, p->err)) return false;
    struct str *keys = arena_array(p->arena, struct str, reports.len);
    for (size_t i = 0; i < reports.len; i++) keys[i] = reports.at[i].report;
    struct told_steps all;
    if (!told_report_rows(&all, p->db, p->arena, keys, reports.len, p->err)) return false;
    for (size_t i = 0; i < reports.len; i++) {
        struct str key = reports.at[i].report;
        size_t first = 0, end = all.len;
        while (first < end) {
            size_t middle = first + (end - first) / 2;
            if (str_cmp(all.at[middle].report, key) < 0)
                first = middle + 1;
            else
                end = middle;
        }
        for (end = first; end < all.len && str_eq(all.at[end].report, key); end++) continue;
        p->told = (struct told_steps){.at = all.at + first, .len = end - first};
        if (!look_at(p, &reports.at[i].matter, key)) return false;
    }
    p->out->looked += reports.len;
    return true;
}

static int by_recipient(const void *a, const void *b)
{
    const struct remind_message *one = a, *two = b;
    int c = str_cmp(one->outlet, two->outlet);
    if (!c) c = str_cmp(one->side, two->side);
    return c ? c : str_cmp(one->who, two->who);
}

static int by_side(const void *a, const void *b)
{
    const struct remind_unreached *one = a, *two = b;
    int c = str_cmp(one->side, two->side);
    return c ? c : str_cmp(one->who, two->who);
}

static void write_all(struct planning *p)
{
    struct remind_plan *out = p->out;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_recipient);
    if (out->unreached.len) qsort(out->unreached.at, out->unreached.len, sizeof *out->unreached.at, by_side);
    for (size_t i = 0; i < out->len; i++) {
        bool outside = true;
        for (size_t k = 0; k < p->outlets.len; k++)
            if (str_eq(p->outlets.at[k].name, out->at[i].outlet)) outside = !str_eq(p->outlets.at[k].type, STR("file"));
        remind_write(p->arena, &out->at[i], p->wish->on, outside);
    }
}

static bool keep_all(struct planning *p, const struct author *author)
{
    struct remind_plan *out = p->out;
    struct new_delivery *made = arena_array(p->arena, struct new_delivery, out->len);
    struct deliveries_change c = {.day = p->wish->on, .at = made, .len = out->len};
    struct delivery_id first;
    if (!out->len) return true;
    for (size_t i = 0; i < out->len; i++) {
        struct remind_message *m = &out->at[i];
        struct delivery_item *items = arena_array(p->arena, struct delivery_item, m->items.len);
        for (size_t k = 0; k < m->items.len; k++) items[k] = m->items.at[k].item;
        if (!content_save(&m->sha256, p->db, remind_json(p->arena, m, p->wish->on), p->err)) return false;
        made[i] = (struct new_delivery){m->outlet, m->side, m->who, m->address, m->sha256, items, m->items.len};
    }
    if (!change_deliveries(&first, p->db, p->arena, author, &c, p->err)) return false;
    for (size_t i = 0; i < out->len; i++) out->at[i].id = (struct delivery_id){first.n + (uint32_t)i};
    return true;
}

bool remind_plan(struct remind_plan *out, struct db *db, struct arena *a, const struct author *author,
                 const struct remind_wish *w, struct err *err)
{
    struct planning p = {.db = db, .arena = a, .err = err, .wish = w, .out = out};
    *out = (struct remind_plan){0};
    if (!db_begin(db, w->dry ? DB_TRANSACTION_READ : DB_TRANSACTION_WRITE, err)) return false;
    bool ok = start(&p) && look_at_all(&p) && look_at_reports(&p);
    if (ok) write_all(&p);
    if (!w->dry) return db_finish(db, ok && keep_all(&p, author), err);
    db_rollback(db);
    return ok;
}

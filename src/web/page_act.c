/* SPDX-License-Identifier: Apache-2.0
 *
 * page_act: what is done with one matter: it moves on, gets other hands, another due day, a note. What is allowed is
 * judged by its kind (centre/matter_make.h); this page only takes what was typed there.
 */
#include "frame.h"
#include "matter_make.h"
#include "pages.h"

static void add_typed(struct matter_wish *w, struct visit *v, const char *name, struct str value)
{
    if (value.len) *vec_push(v->arena, &w->typed) = (struct name_value){str_of(name), value};
}

/* Fields that a move asks for: "truong1" names it, "gia-tri1" is what was typed. */
static void add_fields(struct matter_wish *w, struct visit *v)
{
    static const char *const NAMES[] = {"truong1", "truong2"}, *const VALUES[] = {"gia-tri1", "gia-tri2"};
    for (size_t i = 0; i < 2; i++)
        if (visit_field(v, NAMES[i]).len && visit_field(v, VALUES[i]).len)
            *vec_push(v->arena, &w->typed) = (struct name_value){visit_field(v, NAMES[i]), visit_field(v, VALUES[i])};
}

static bool event_of(enum matter_event_kind *out, struct str act)
{
    static const struct {
        struct str word;
        enum matter_event_kind event;
    } ACTS[] = {{STR_INIT("chuyen"), MATTER_EVENT_MOVE},
                {STR_INIT("giao"), MATTER_EVENT_ASSIGN},
                {STR_INIT("gia-han"), MATTER_EVENT_DUE},
                {STR_INIT("ghi-chu"), MATTER_EVENT_NOTE}};
    for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++)
        if (str_eq(act, ACTS[i].word)) {
            *out = ACTS[i].event;
            return true;
        }
    return false;
}

static bool add_unit(struct matter_wish *w, struct visit *v, struct err *err)
{
    struct looked_units several;
    struct str typed = visit_field(v, "chu-tri");
    if (!typed.len) return true;
    struct looked_unit *unit = arena_new(v->arena, struct looked_unit);
    w->unit = unit;
    return unit_look_one(unit, &several, v->db, v->arena, typed, (struct date){0}, v->today, err);
}

/* Who gives work to others has a right of its own. */
static bool may_assign(struct visit *v, struct matter_id id, struct err *err)
{
    struct kept_matter m;
    bool may;
    if (!matter_load(&m, v->db, v->arena, id, err) || !visit_may(&may, v, MAY_ASSIGN, m.unit, STR(""), m.kind, err))
        return false;
    return may || page_forbidden(v, MAY_ASSIGN, err);
}

static bool run(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct matter_list done;
    struct matter_id id;
    struct str act = visit_field(v, "viec");
    struct matter_wish w = {.ids = &id, .id_count = 1, .day = v->today, .today = v->today, .minute = MINUTE_UNKNOWN};
    if (!matter_id_read(&id, v->parts[0])) return fail(err, ERR_PAGE_MISSING, v->request->path);
    if (!event_of(&w.event, act)) return fail(err, ERR_PAGE_FIELD, STR("viec"), act);
    if (w.event == MATTER_EVENT_ASSIGN && !may_assign(v, id, err)) return false;
    w.move = visit_field(v, "buoc");
    w.note = visit_field(v, "noi-dung");
    add_typed(&w, v, "person", visit_field(v, "nguoi"));
    add_typed(&w, v, "due", visit_field(v, "han"));
    add_fields(&w, v);
    if (!add_unit(&w, v, err)) return false;
    visit_go(v, link_path(v->arena, (struct str[]){STR("viec"), v->parts[0]}, 2));
    return matter_do(&done, v->db, v->arena, call.author, &w, err);
}

const struct page page_act = {HTTP_POST,
                              "/viec/{id}",
                              NEEDS_SIGNED_IN,
                              {{"viec", PAGE_WORD, 20},
                               {"buoc", PAGE_WORD, 40},
                               {"noi-dung", PAGE_TEXT, 4000},
                               {"nguoi", PAGE_TEXT, 100},
                               {"chu-tri", PAGE_TEXT, 200},
                               {"han", PAGE_DAY, 10},
                               {"truong1", PAGE_WORD, 40},
                               {"gia-tri1", PAGE_TEXT, 1000},
                               {"truong2", PAGE_WORD, 40},
                               {"gia-tri2", PAGE_TEXT, 1000}},
                              run,
                              .right = MAY_WORK,
                              .about = ABOUT_MATTER,
                              .writes = true};

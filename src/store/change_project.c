/* SPDX-License-Identifier: Apache-2.0
 *
 * change_project: capital of investment projects, their stages and obstacles (change.h). Payload; what is empty is left
 * out:
 *
 *     {"lines":[{"project":7,"sort":"paid","year":2026,"source":"commune","amount":[2500000000,0],"day":"2026-03-02",
 *                "number":"GRT-15","file":"<sha256>","file_name":"...","file_size":1234}],
 *      "strikes":[{"line":3,"note":"..."}],
 *      "stages":[{"project":7,"stage":"build","planned_from":"...","planned_to":"...","actual_from":"...",
 *                 "day":"..."}],
 *      "obstacles":[{"project":7,"class":"clearance","title":"...","owner":"...","opened":"...","due":"...",
 *                    "day":"..."},
 *                   {"id":2,"settled":"2026-05-01","note":"...","day":"..."}],
 *      "list":{"name":"...","sha256":"..."}}
 *
 * A word on an obstacle or a stage says only what is new in it; what it was before is looked up when the entry is
 * applied. A line that is struck out must stand; a project must be a matter of the kind `project`.
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "project_table.h"
#include "said.h"

static void put_day(struct json_writer *j, struct arena *a, struct str key, struct date d)
{
    payload_put_text(j, key, date_text(a, d));
}

/* --- the payload */

static void put_line(struct json_writer *j, struct arena *a, const struct kept_line *k)
{
    const struct capital_line *l = &k->line;
    json_write_open(j, '{');
    payload_put_int(j, STR("project"), l->project.n);
    payload_put_text(j, STR("sort"), capital_sort_word(l->sort));
    payload_put_int(j, STR("year"), l->year);
    payload_put_int(j, STR("until"), l->until);
    payload_put_text(j, STR("source"), l->source);
    payload_put_text(j, STR("layer"), capital_layer_word(l->layer));
    payload_put_decimal(j, STR("amount"), l->amount);
    put_day(j, a, STR("day"), l->day);
    payload_put_text(j, STR("number"), l->number);
    payload_put_text(j, STR("note"), l->note);
    payload_put_text(j, STR("file"), l->file);
    payload_put_text(j, STR("file_name"), l->file_name);
    payload_put_int(j, STR("file_size"), (int64_t)k->file_size);
    payload_put_int(j, STR("contract"), l->contract);
    json_write_close(j, '}');
}

static void put_stage(struct json_writer *j, struct arena *a, const struct kept_stage *s)
{
    json_write_open(j, '{');
    payload_put_int(j, STR("project"), s->project.n);
    payload_put_text(j, STR("stage"), s->stage);
    put_day(j, a, STR("planned_from"), s->planned_from);
    put_day(j, a, STR("planned_to"), s->planned_to);
    put_day(j, a, STR("actual_from"), s->actual_from);
    put_day(j, a, STR("actual_to"), s->actual_to);
    put_day(j, a, STR("day"), s->day);
    payload_put_text(j, STR("note"), s->note);
    json_write_close(j, '}');
}

static void put_obstacle(struct json_writer *j, struct arena *a, const struct kept_obstacle *o)
{
    json_write_open(j, '{');
    payload_put_int(j, STR("id"), o->id);
    payload_put_int(j, STR("project"), o->project.n);
    payload_put_text(j, STR("class"), o->kind);
    payload_put_text(j, STR("title"), o->title);
    payload_put_text(j, STR("owner"), o->owner);
    put_day(j, a, STR("opened"), o->opened);
    put_day(j, a, STR("due"), o->due);
    put_day(j, a, STR("settled"), o->settled);
    put_day(j, a, STR("day"), o->day);
    payload_put_text(j, STR("note"), o->note);
    json_write_close(j, '}');
}

static void open_list(struct json_writer *j, struct str key)
{
    json_write_key(j, key);
    json_write_open(j, '[');
}

static void payload_of(struct buf *b, struct arena *a, const struct project_change *c)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    if (c->line_count) open_list(&j, STR("lines"));
    for (size_t i = 0; i < c->line_count; i++) put_line(&j, a, &c->lines[i]);
    if (c->line_count) json_write_close(&j, ']');
    if (c->strike_count) open_list(&j, STR("strikes"));
    for (size_t i = 0; i < c->strike_count; i++) {
        json_write_open(&j, '{');
        payload_put_int(&j, STR("line"), c->strikes[i]);
        payload_put_text(&j, STR("note"), c->strike_note);
        json_write_close(&j, '}');
    }
    if (c->strike_count) json_write_close(&j, ']');
    if (c->stage_count) open_list(&j, STR("stages"));
    for (size_t i = 0; i < c->stage_count; i++) put_stage(&j, a, &c->stages[i]);
    if (c->stage_count) json_write_close(&j, ']');
    if (c->obstacle_count) open_list(&j, STR("obstacles"));
    for (size_t i = 0; i < c->obstacle_count; i++) put_obstacle(&j, a, &c->obstacles[i]);
    if (c->obstacle_count) json_write_close(&j, ']');
    contract_payload(&j, a, c);
    if (c->list_name.len) {
        struct digest_text hex = digest_text(c->list_file);
        json_write_key(&j, STR("list"));
        json_write_open(&j, '{');
        payload_put_text(&j, STR("name"), c->list_name);
        payload_put_text(&j, STR("sha256"), digest_str(&hex));
        json_write_close(&j, '}');
    }
    json_write_close(&j, '}');
}

/* --- and its effect */

static bool is_project(const struct effect_place *at, struct matter_id id, struct err *err)
{
    struct kept_matter m;
    if (!matter_load(&m, at->tables, at->arena, id, err)) return false;
    if (str_eq(m.kind, STR("project"))) return true;
    return fail(err, ERR_PROJECT_KIND, m.number, m.kind);
}

/* Lines of one list are mostly of few projects; asking for each again would be most of the cost. */
struct last_project {
    struct matter_id id;
};

static bool need_project(struct last_project *last, const struct effect_place *at, int64_t n, struct matter_id *out,
                         struct err *err)
{
    if (n <= 0 || n > UINT32_MAX) return fail_entry(at, err);
    *out = (struct matter_id){(uint32_t)n};
    if (last->id.n == out->n) return true;
    if (!is_project(at, *out, err)) return false;
    last->id = *out;
    return true;
}

static bool line_of(struct kept_line *k, const struct effect_place *at, struct payload *p, const json_t *o)
{
    struct capital_line *l = &k->line;
    struct str layer = payload_text(p, o, "layer");
    int64_t year = payload_int(p, o, "year"), until = payload_int(p, o, "until"), size = payload_int(p, o, "file_size");
    int64_t contract = payload_int(p, o, "contract");
    bool has;
    *k = (struct kept_line){.entry = at->entry, .file_size = (uint64_t)size};
    l->year = (int16_t)year;
    l->until = (int16_t)until;
    l->source = payload_text(p, o, "source");
    l->amount = payload_decimal(p, o, "amount", &has);
    l->day = payload_date(p, o, "day");
    l->number = payload_text(p, o, "number");
    l->note = payload_text(p, o, "note");
    l->file = payload_text(p, o, "file");
    l->file_name = payload_text(p, o, "file_name");
    bool sorted = capital_sort_read(&l->sort, payload_text(p, o, "sort"));
    bool layered = !layer.len || capital_layer_read(&l->layer, layer);
    return !p->bad && sorted && layered && has && date_known(l->day) && year > 0 && year <= 9999 && until >= 0 &&
           until <= 9999 && size >= 0 && contract >= 0 && contract <= UINT32_MAX;
}

/* The contract of a voucher is one of its project. */
static bool contract_of_line(struct capital_line *l, const struct effect_place *at, int64_t id, struct err *err)
{
    struct kept_contract g;
    bool found;
    struct str shown = contract_shown(at->arena, (uint32_t)id);
    l->contract = (uint32_t)id;
    if (!id) return true;
    if (!contract_find(&g, &found, at->tables, at->arena, l->contract, err)) return false;
    if (!found) return fail(err, ERR_PROJECT_CONTRACT, shown);
    if (g.project.n == l->project.n) return true;
    struct kept_matter m;
    return matter_load(&m, at->tables, at->arena, l->project, err) &&
           fail(err, ERR_PROJECT_CONTRACT_OTHER, shown, m.number);
}

static bool apply_lines(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *list = payload_array(p, p->root, "lines");
    struct last_project last = {0};
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *o = payload_object_at(p, list, i);
        struct kept_line k;
        if (!line_of(&k, at, p, o)) return fail_entry(at, err);
        if (!need_project(&last, at, payload_int(p, o, "project"), &k.line.project, err) ||
            !contract_of_line(&k.line, at, payload_int(p, o, "contract"), err) ||
            !project_line_next(&k.line.id, at->tables, err) || !project_line_insert(at->tables, at->arena, &k, err))
            return false;
    }
    return true;
}

static bool apply_strikes(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *list = payload_array(p, p->root, "strikes");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *o = payload_object_at(p, list, i);
        int64_t id = payload_int(p, o, "line");
        struct str note = payload_text(p, o, "note");
        struct kept_line k;
        bool found;
        if (p->bad || id <= 0 || id > UINT32_MAX) return fail_entry(at, err);
        if (!project_line_find(&k, &found, at->tables, at->arena, (uint32_t)id, err)) return false;
        if (!found) return fail(err, ERR_PROJECT_LINE, project_line_shown(at->arena, (uint32_t)id));
        if (k.line.struck) return fail(err, ERR_PROJECT_STRUCK, project_line_shown(at->arena, (uint32_t)id));
        if (!note.len) return fail(err, ERR_PROJECT_REASON, project_line_shown(at->arena, (uint32_t)id));
        if (!project_line_strike(at->tables, (uint32_t)id, note, at->entry, err)) return false;
    }
    return true;
}

/* The last word on a stage; unknown days where there is none. */
static bool stage_before(struct kept_stage *out, const struct effect_place *at, struct matter_id project,
                         struct str stage, struct err *err)
{
    struct kept_stages all;
    *out = (struct kept_stage){0};
    if (!project_stage_rows_of(&all, at->tables, at->arena, project, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].stage, stage)) *out = all.at[i];
    return true;
}

static struct date later(struct date new, struct date old)
{
    return date_known(new) ? new : old;
}

static bool in_order(struct date from, struct date to)
{
    return !date_known(from) || !date_known(to) || date_cmp(from, to) <= 0;
}

static bool apply_stages(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *list = payload_array(p, p->root, "stages");
    struct last_project last = {0};
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *o = payload_object_at(p, list, i);
        struct kept_stage s = {.stage = payload_text(p, o, "stage"),
                               .planned_from = payload_date(p, o, "planned_from"),
                               .planned_to = payload_date(p, o, "planned_to"),
                               .actual_from = payload_date(p, o, "actual_from"),
                               .actual_to = payload_date(p, o, "actual_to"),
                               .day = payload_date(p, o, "day"),
                               .note = payload_text(p, o, "note"),
                               .entry = at->entry},
                          old;
        int64_t project = payload_int(p, o, "project");
        if (p->bad || !s.stage.len || !date_known(s.day)) return fail_entry(at, err);
        if (!need_project(&last, at, project, &s.project, err) || !stage_before(&old, at, s.project, s.stage, err) ||
            !project_stage_steps(&s.step, at->tables, s.project, s.stage, err))
            return false;
        s.planned_from = later(s.planned_from, old.planned_from);
        s.planned_to = later(s.planned_to, old.planned_to);
        s.actual_from = later(s.actual_from, old.actual_from);
        s.actual_to = later(s.actual_to, old.actual_to);
        if (!in_order(s.planned_from, s.planned_to))
            return fail(err, ERR_PROJECT_DAYS, date_text(at->arena, s.planned_to),
                        date_text(at->arena, s.planned_from));
        if (!in_order(s.actual_from, s.actual_to))
            return fail(err, ERR_PROJECT_DAYS, date_text(at->arena, s.actual_to), date_text(at->arena, s.actual_from));
        if (!project_stage_insert(at->tables, at->arena, &s, err)) return false;
    }
    return true;
}

static bool next_word(struct kept_obstacle *o, const struct effect_place *at, const struct kept_obstacle *old,
                      struct err *err)
{
    struct str shown = project_obstacle_shown(at->arena, old->id);
    if (date_known(old->settled)) return fail(err, ERR_PROJECT_SETTLED, shown, date_text(at->arena, old->settled));
    o->step = old->step + 1;
    o->project = old->project;
    o->opened = old->opened;
    if (!o->kind.len) o->kind = old->kind;
    if (!o->title.len) o->title = old->title;
    if (!o->owner.len) o->owner = old->owner;
    o->due = later(o->due, old->due);
    if (date_known(o->settled) && date_cmp(o->settled, o->opened) < 0)
        return fail(err, ERR_PROJECT_DAYS, date_text(at->arena, o->settled), date_text(at->arena, o->opened));
    return o->note.len || fail(err, ERR_PROJECT_REASON, shown);
}

static bool apply_obstacles(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *list = payload_array(p, p->root, "obstacles");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = payload_object_at(p, list, i);
        int64_t id = payload_int(p, one, "id"), project = payload_int(p, one, "project");
        struct kept_obstacle o = {.id = (uint32_t)id,
                                  .kind = payload_text(p, one, "class"),
                                  .title = payload_text(p, one, "title"),
                                  .owner = payload_text(p, one, "owner"),
                                  .opened = payload_date(p, one, "opened"),
                                  .due = payload_date(p, one, "due"),
                                  .settled = payload_date(p, one, "settled"),
                                  .day = payload_date(p, one, "day"),
                                  .note = payload_text(p, one, "note"),
                                  .entry = at->entry},
                             old;
        bool found = false, fresh = id == 0;
        struct last_project last = {0};
        if (p->bad || id < 0 || id > UINT32_MAX || !date_known(o.day)) return fail_entry(at, err);
        if (fresh && (!o.kind.len || !o.title.len || !date_known(o.opened))) return fail_entry(at, err);
        if (fresh &&
            (!need_project(&last, at, project, &o.project, err) || !project_obstacle_next(&o.id, at->tables, err)))
            return false;
        if (!fresh && !project_obstacle_find(&old, &found, at->tables, at->arena, o.id, err)) return false;
        if (!fresh && !found) return fail(err, ERR_PROJECT_OBSTACLE, project_obstacle_shown(at->arena, o.id));
        if (!fresh && !next_word(&o, at, &old, err)) return false;
        if (!in_order(o.opened, o.due))
            return fail(err, ERR_PROJECT_DAYS, date_text(at->arena, o.due), date_text(at->arena, o.opened));
        if (!project_obstacle_insert(at->tables, at->arena, &o, err)) return false;
    }
    return true;
}

bool project_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    return contract_apply(at, p, err) && apply_lines(at, p, err) && apply_strikes(at, p, err) &&
           apply_stages(at, p, err) && apply_obstacles(at, p, err) && (!p->bad || fail_entry(at, err));
}

/* The last line of what was entered must stand in the tables as it was said. */
static bool lines_compare(struct db *db, struct arena *a, const struct project_change *c, struct err *err)
{
    struct kept_lines kept;
    if (!c->line_count) return true;
    const struct capital_line *l = &c->lines[c->line_count - 1].line;
    if (!project_lines(&kept, db, a, l->project, err)) return false;
    const struct capital_line *k = kept.len ? &kept.at[kept.len - 1].line : NULL;
    bool same = k && k->sort == l->sort && k->year == l->year && str_eq(k->source, l->source) &&
                decimal_eq(k->amount, l->amount) && date_cmp(k->day, l->day) == 0 && str_eq(k->number, l->number);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("project_line"));
}

bool change_project(struct db *db, struct arena *a, const struct author *author, const struct project_change *c,
                    struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    payload_of(&b, a, c);
    if (!change_append(&at, &p, db, a, author, STR("project"), &b, err)) return false;
    bool ok = project_apply(&at, &p, err);
    payload_close(&p);
    return ok && lines_compare(db, a, c, err);
}

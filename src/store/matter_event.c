/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_event: see matter_event.h.
 *
 * Invariants: a matter has a title and one unit; its days do not go back; a due day is changed only where its kind lets
 * it be extended, or where a rule reckons it (then the question stands beside it, and a step that changes the day
 * changes the question too, but for a change of the calendar); an appointment that was printed stays; a matter that has
 * ended takes notes, files, what the portal was told and fields that its kind says so of, and nothing else.
 */
#include "matter_event.h"

#include "buf.h"
#include "json_write.h"
#include "nearest.h"
#include "said.h"
#include "utf8.h"

enum { TITLE_MOST = 1000, SLOT_MOST = 500, CLOCK_MOST = 4000, NOTE_MOST = 10000 };

#define BIT(event) (1u << MATTER_EVENT_##event)
enum { BY_CLOCK = BIT(MOVE) | BIT(EDIT) | BIT(RECKON) }; /* by these the due day changes only where a rule reckons it */
static const struct {
    struct str name;
    unsigned events; /* that may set it */
} SLOTS[] = {
    {STR_INIT("title"), BIT(OPEN) | BIT(EDIT)},
    {STR_INIT("number"), BIT(OPEN)},
    {STR_INIT("unit"), BIT(OPEN) | BIT(ASSIGN)},
    {STR_INIT("person"), BIT(OPEN) | BIT(ASSIGN) | BIT(MOVE)},
    {STR_INIT("giver"), BIT(OPEN) | BIT(EDIT)},
    {STR_INIT("follower"), BIT(OPEN) | BIT(ASSIGN)},
    {STR_INIT("document"), BIT(OPEN) | BIT(EDIT)},
    {STR_INIT("clause"), BIT(OPEN) | BIT(EDIT)},
    {STR_INIT("parent"), BIT(OPEN)},
    {STR_INIT("priority"), BIT(OPEN) | BIT(EDIT)},
    {STR_INIT("secrecy"), BIT(OPEN) | BIT(EDIT)},
    {STR_INIT("due"), BIT(OPEN) | BIT(DUE) | BY_CLOCK},
    {STR_INIT("appointment"), BIT(OPEN) | BIT(MOVE) | BIT(EDIT)},
    {STR_INIT("clock"), BIT(OPEN) | BIT(DUE) | BY_CLOCK},
};
enum { FIELD_EVENTS = BIT(OPEN) | BIT(EDIT) | BIT(MOVE) };

struct happening {
    struct kept_matter *m;
    struct kept_event *e;
    struct arena *arena;
    const struct matter_kind *kind;
    const struct matter_told *told;
    const struct matter_beside *beside;
    struct json_writer *json; /* the list of what was set */
    size_t changes;
    struct err *err;
};

static struct str shown_id(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    matter_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str matter_moves_from(struct arena *a, const struct matter_kind *k, struct str state)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < k->move_count; i++) {
        if (!word_list_has(k->moves[i].from, state)) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, k->moves[i].word);
    }
    if (!b.len) buf_put(&b, STR("–"));
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str words_joined(struct arena *a, struct word_list l)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < l.len; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, l.at[i]);
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str matter_field_takes(struct arena *a, const struct kind_field *f, struct str typed)
{
    if (f->type == MATTER_FIELD_MONEY) return STR("76.310.000.000, «76,31 tỷ», «850 triệu đồng»");
    return f->type == MATTER_FIELD_CHOICE ? nearest_told(a, typed, f->choices.at, f->choices.len)
                                          : field_type_word(f->type);
}

/* --- what is set */

static bool fail_value(struct happening *h, struct str name, struct str value, struct str allowed)
{
    return fail(h->err, ERR_MATTER_VALUE, name, value, allowed);
}

static bool due_fits(struct happening *h, struct str value)
{
    struct moment at;
    if (!moment_read(&at, value)) return fail_value(h, STR("due"), value, STR("2026-12-31"));
    bool by_rule = h->m->clock.len || name_value_find(&h->told->set, STR("clock"));
    if (!by_rule && date_cmp(at.day, h->m->opened) < 0)
        return fail(h->err, ERR_MATTER_DUE_BEFORE, value, date_text(h->arena, h->m->opened));
    return true;
}

/* A printed appointment is said once. */
static bool appointment_fits(struct happening *h, struct str value)
{
    struct moment at;
    if (!moment_read(&at, value)) return fail_value(h, STR("appointment"), value, STR("2026-12-31"));
    return !h->m->appointment.len || str_eq(h->m->appointment, value) ||
           fail(h->err, ERR_MATTER_APPOINTMENT, shown_id(h->arena, h->m->id), h->m->appointment);
}

static bool clock_fits(struct happening *h, struct str value)
{
    struct matter_clock is, was;
    if (!matter_clock_read(&is, value)) return fail_value(h, STR("clock"), utf8_clip(value, 60), STR("rule=..."));
    if (h->told->kind != MATTER_EVENT_RECKON) return true;
    return (matter_clock_read(&was, h->m->clock) && matter_clock_same(&is, &was)) ||
           fail(h->err, ERR_MATTER_RECKON, shown_id(h->arena, h->m->id));
}

static bool slot_fits(struct happening *h, struct str name, struct str value)
{
    struct matter_id id;
    bool title = str_eq(name, STR("title")), clock = str_eq(name, STR("clock"));
    if (value.len > (title ? TITLE_MOST : clock ? CLOCK_MOST : SLOT_MOST))
        return fail_value(h, name, utf8_clip(value, 60), STR("…"));
    if (!value.len && (title || str_eq(name, STR("unit")) || str_eq(name, STR("due"))))
        return fail(h->err, ERR_MATTER_LACKS, shown_id(h->arena, h->m->id), name);
    if (!value.len) return true;
    if (str_eq(name, STR("due"))) return due_fits(h, value);
    if (clock) return clock_fits(h, value);
    if (str_eq(name, STR("appointment"))) return appointment_fits(h, value);
    if (str_eq(name, STR("priority")) && !str_eq(value, STR("high")) && !str_eq(value, STR("urgent")))
        return fail_value(h, name, value, STR("high, urgent"));
    if (str_eq(name, STR("secrecy")) && !str_eq(value, STR("internal")))
        return fail_value(h, name, value, STR("internal"));
    if (str_eq(name, STR("parent")) && !matter_id_read(&id, value)) return fail_value(h, name, value, STR("M12"));
    return true;
}

static void put_change(struct happening *h, struct str name, struct str old, struct str new)
{
    json_write_open(h->json, '[');
    json_write_text(h->json, name);
    json_write_text(h->json, old);
    json_write_text(h->json, new);
    json_write_close(h->json, ']');
    h->changes++;
}

static bool set_slot(struct happening *h, struct str *slot, const struct name_value *v)
{
    size_t i = 0;
    while (!str_eq(SLOTS[i].name, v->name)) i++;
    if (!(SLOTS[i].events >> h->told->kind & 1))
        return fail(h->err, ERR_MATTER_SLOT, v->name, matter_event_word(h->told->kind));
    bool of_clock = slot == &h->m->due || slot == &h->m->clock;
    if (of_clock && (BY_CLOCK >> h->told->kind & 1) && !h->m->clock.len &&
        !name_value_find(&h->told->set, STR("clock")))
        return fail(h->err, ERR_MATTER_SLOT, v->name, matter_event_word(h->told->kind));
    if (!slot_fits(h, v->name, v->value)) return false;
    if (str_eq(*slot, v->value)) return true;
    put_change(h, v->name, *slot, v->value);
    *slot = v->value;
    if (!str_eq(v->name, STR("due"))) return true;
    bool read = moment_read(&h->m->due_moment, v->value);
    h->m->due_day = h->m->due_moment.day;
    return read;
}

static struct str fields_of(struct arena *a, const struct matter_kind *k)
{
    struct str *at = arena_array(a, struct str, k->field_count);
    for (size_t i = 0; i < k->field_count; i++) at[i] = k->fields[i].word;
    return words_joined(a, (struct word_list){at, k->field_count});
}

static bool set_field(struct happening *h, const struct name_value *v)
{
    const struct kind_field *f = kind_field_find(h->kind, v->name);
    if (!f)
        return fail(h->err, ERR_MATTER_NAME, h->kind->word, v->name,
                    nearest_joined(h->arena, v->name, fields_of(h->arena, h->kind), STR(", ")));
    bool handed = h->told->kind == MATTER_EVENT_ASSIGN &&
                  (str_eq(v->name, h->kind->steps.step) || str_eq(v->name, h->kind->steps.due));
    if (!(FIELD_EVENTS >> h->told->kind & 1) && !handed)
        return fail(h->err, ERR_MATTER_SLOT, v->name, matter_event_word(h->told->kind));
    if (!v->value.len && f->required)
        return fail(h->err, ERR_MATTER_LACKS, shown_id(h->arena, h->m->id), v->name, f->name);
    if (v->value.len && (!field_value_kept(f, v->value) || v->value.len > NOTE_MOST))
        return fail_value(h, v->name, utf8_clip(v->value, 60), matter_field_takes(h->arena, f, v->value));
    struct name_value *old = name_value_find(&h->m->fields, v->name);
    if (str_eq(old ? old->value : STR(""), v->value)) return true;
    put_change(h, v->name, old ? old->value : STR(""), v->value);
    if (old)
        old->value = v->value;
    else
        *vec_push(h->arena, &h->m->fields) = *v;
    return true;
}

/* In the order of the kind, whatever the order in which they came. */
static void sort_fields(struct happening *h)
{
    struct name_values sorted = {0};
    for (size_t i = 0; i < h->kind->field_count; i++) {
        const struct name_value *v = name_value_find(&h->m->fields, h->kind->fields[i].word);
        if (v && v->value.len) *vec_push(h->arena, &sorted) = *v;
    }
    h->m->fields = sorted;
}

static bool set_all(struct happening *h)
{
    const struct name_values *set = &h->told->set;
    for (size_t i = 0; i < set->len; i++) {
        struct str *slot = matter_slot(h->m, set->at[i].name);
        if (!(slot ? set_slot(h, slot, &set->at[i]) : set_field(h, &set->at[i]))) return false;
    }
    sort_fields(h);
    return true;
}

/* --- what happens */

static struct matter_facts facts_of(struct happening *h)
{
    const struct kept_matter *m = h->m;
    struct str *filled = arena_array(h->arena, struct str, m->fields.len);
    for (size_t i = 0; i < m->fields.len; i++) filled[i] = m->fields.at[i].name;
    return (struct matter_facts){
        .state = m->state,
        .note = h->told->note.len > 0,
        .attachment = h->told->file.name.len > 0 || h->beside->has_file,
        .person = m->person.len > 0,
        .due = date_known(m->due_day),
        .filled = {filled, m->fields.len},
    };
}

struct moment matter_told_at(const struct matter_told *t)
{
    return (struct moment){t->day, t->timed ? t->minute : MINUTE_UNKNOWN};
}

/* The result is there when the first state of an end is reached; handing it out changes nothing. */
static void enter(struct happening *h, const struct kind_state *s)
{
    static const struct moment NOT = {.minute = MINUTE_UNKNOWN};
    struct kept_matter *m = h->m;
    if (!matter_group_ended(s->group))
        m->end = NOT;
    else if (!date_known(m->ended))
        m->end = matter_told_at(h->told);
    m->state = s->word;
    m->group = s->group;
    m->waits = s->waits;
    m->returned = s->returned;
    m->since = h->told->day;
    m->ended = m->end.day;
}

static bool lacks(struct happening *h, struct str what)
{
    const struct kind_field *f = kind_field_find(h->kind, what);
    struct str id = h->m->id.n ? shown_id(h->arena, h->m->id) : h->kind->word;
    return fail(h->err, ERR_MATTER_LACKS, id, what, f ? f->name : STR(""));
}

static bool open(struct happening *h)
{
    struct kept_matter *m = h->m;
    if (!m->title.len) return lacks(h, STR("title"));
    if (!m->unit.len) return lacks(h, STR("unit"));
    for (size_t i = 0; i < h->kind->field_count; i++)
        if (h->kind->fields[i].required && !name_value_find(&m->fields, h->kind->fields[i].word))
            return lacks(h, h->kind->fields[i].word);
    enter(h, &h->kind->states[0]);
    h->e->to = m->state;
    return true;
}

static bool move(struct happening *h)
{
    struct kept_matter *m = h->m;
    struct str lacking, state = m->state;
    struct matter_facts facts = facts_of(h);
    struct str id = shown_id(h->arena, m->id),
               moves = nearest_joined(h->arena, h->told->move, matter_moves_from(h->arena, h->kind, state), STR(", "));
    switch (matter_may_move(&lacking, h->kind, h->told->move, &facts)) {
    case MATTER_NO_MOVE: return fail(h->err, ERR_MATTER_MOVE_UNKNOWN, h->kind->word, h->told->move, moves, id);
    case MATTER_NOT_FROM:
        return fail(h->err, ERR_MATTER_MOVE_FROM, id, kind_state_find(h->kind, state)->name, h->told->move, moves);
    case MATTER_LACKS: return lacks(h, lacking);
    case MATTER_MAY: break;
    }
    const struct kind_move *way = kind_move_find(h->kind, h->told->move);
    enter(h, kind_state_find(h->kind, way->to));
    h->e->move = way->word;
    h->e->from = state;
    h->e->to = way->to;
    return true;
}

static bool change_due(struct happening *h, struct date old)
{
    struct str lacking;
    struct matter_facts facts = facts_of(h);
    struct str id = shown_id(h->arena, h->m->id);
    if (!name_value_find(&h->told->set, STR("due"))) return lacks(h, STR("due"));
    if (date_cmp(old, h->m->due_day) == 0) return fail(h->err, ERR_MATTER_DUE_SAME, id, h->m->due);
    if (!date_known(old)) return true;
    if (!h->kind->may_extend) return fail(h->err, ERR_MATTER_NO_EXTEND, h->kind->word, id);
    return matter_needs_met(&lacking, h->kind->extend_needs, &facts) || lacks(h, lacking);
}

/* Another calendar gives the same question another answer, or the same one for good. */
static bool reckon(struct happening *h)
{
    for (size_t i = 0; i < h->told->set.len; i++)
        if (!str_eq(h->told->set.at[i].name, STR("due")) && !str_eq(h->told->set.at[i].name, STR("clock")))
            return fail(h->err, ERR_MATTER_SLOT, h->told->set.at[i].name, matter_event_word(h->told->kind));
    if (!h->told->note.len) return lacks(h, STR("reason"));
    return h->changes || fail(h->err, ERR_MATTER_NOTHING, shown_id(h->arena, h->m->id));
}

static bool happens(struct happening *h, struct date old_due)
{
    const struct matter_told *t = h->told;
    switch (t->kind) {
    case MATTER_EVENT_OPEN: return open(h);
    case MATTER_EVENT_MOVE: return move(h);
    case MATTER_EVENT_DUE: return change_due(h, old_due);
    case MATTER_EVENT_RECKON: return reckon(h);
    case MATTER_EVENT_ASSIGN:
    case MATTER_EVENT_EDIT:
        if (h->changes || t->with.len || t->without.len) return true;
        return fail(h->err, ERR_MATTER_NOTHING, shown_id(h->arena, h->m->id));
    case MATTER_EVENT_ATTACH:
        return t->file.name.len || fail(h->err, ERR_MATTER_LACKS, shown_id(h->arena, h->m->id), STR("attachment"));
    case MATTER_EVENT_NOTE:
        return t->note.len || fail(h->err, ERR_MATTER_LACKS, shown_id(h->arena, h->m->id), STR("note"));
    case MATTER_EVENT_CHASE:
        return t->note.len || t->chase.document.len || fail(h->err, ERR_CHASE_WORDS, shown_id(h->arena, h->m->id));
    case MATTER_EVENT_ENTER: /* only out of a list (matter_enter.h) */
        return fail(h->err, ERR_MATTER_SLOT, matter_event_word(t->kind), matter_event_word(t->kind));
    case MATTER_EVENT_KINDS: break;
    }
    return false;
}

/* What is known after the end only: what the portal was told, and what the kind says so of. */
static bool only_after(const struct happening *h)
{
    const struct name_values *set = &h->told->set;
    const struct kind_clock *c = &h->kind->clock;
    if (h->told->kind != MATTER_EVENT_EDIT || !set->len || h->told->with.len || h->told->without.len) return false;
    for (size_t i = 0; i < set->len; i++) {
        const struct kind_field *f = kind_field_find(h->kind, set->at[i].name);
        bool recorded = c->recorded.len && str_eq(set->at[i].name, c->recorded);
        if (!recorded && !(f && f->after)) return false;
    }
    return true;
}

/* The day of it, and whether it may happen to a matter that has ended. */
static bool timely(struct happening *h)
{
    const struct matter_told *t = h->told;
    const struct kept_matter *m = h->m;
    if (t->kind == MATTER_EVENT_OPEN) return true;
    bool is_move = t->kind == MATTER_EVENT_MOVE;
    struct date least = is_move ? m->since : m->opened;
    struct str id = shown_id(h->arena, m->id);
    if (date_cmp(t->day, least) < 0)
        return fail(h->err, ERR_MATTER_DAY, date_text(h->arena, t->day), id, date_text(h->arena, least));
    bool quiet = is_move || t->kind == MATTER_EVENT_NOTE || t->kind == MATTER_EVENT_ATTACH || only_after(h);
    return quiet || !matter_group_ended(m->group) ||
           fail(h->err, ERR_MATTER_ENDED, id, kind_state_find(h->kind, m->state)->name);
}

/* --- what is kept of it */

static void put_list(struct json_writer *j, struct str key, struct word_list l)
{
    if (!l.len) return;
    json_write_key(j, key);
    json_write_open(j, '[');
    for (size_t i = 0; i < l.len; i++) json_write_text(j, l.at[i]);
    json_write_close(j, ']');
}

static void put_pair(struct json_writer *j, struct str key, struct str value)
{
    if (!value.len) return;
    json_write_key(j, key);
    json_write_text(j, value);
}

void matter_chase_write(struct json_writer *j, const struct matter_chase *c)
{
    if (!c->document.len && !c->person.len && !c->unit.len) return;
    json_write_key(j, STR("chase"));
    json_write_open(j, '{');
    put_pair(j, STR("document"), c->document);
    put_pair(j, STR("person"), c->person);
    put_pair(j, STR("unit"), c->unit);
    json_write_close(j, '}');
}

static struct str data_text(struct happening *h, struct str set)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    const struct matter_told *t = h->told;
    bool chases = t->chase.document.len || t->chase.person.len || t->chase.unit.len;
    bool empty = !h->changes && !t->with.len && !t->without.len && !t->file.name.len;
    if (empty && !chases && t->topic == TOPIC_NONE) return STR("");
    json_write_open(&j, '{');
    if (h->changes) {
        json_write_key(&j, STR("set"));
        json_write_raw(&j, set);
    }
    put_list(&j, STR("with"), t->with);
    put_list(&j, STR("without"), t->without);
    if (t->file.name.len) {
        struct digest_text hex = digest_text(t->file.sha256);
        json_write_key(&j, STR("attachment"));
        json_write_open(&j, '{');
        json_write_key(&j, STR("sha256"));
        json_write_text(&j, digest_str(&hex));
        json_write_key(&j, STR("name"));
        json_write_text(&j, t->file.name);
        json_write_key(&j, STR("size"));
        json_write_int(&j, (int64_t)t->file.size);
        json_write_close(&j, '}');
    }
    matter_chase_write(&j, &t->chase);
    put_pair(&j, STR("topic"), matter_topic_word(t->topic));
    json_write_close(&j, '}');
    struct str s = str_copy(h->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

void matter_judge_end(struct kept_matter *m, const struct matter_kind *k)
{
    bool done = m->group == MATTER_DONE, has = k->clock.recorded.len > 0;
    const struct name_value *v = name_value_find(&m->fields, k->clock.recorded);
    struct moment told;
    m->truth = done ? matter_outcome(m->due_moment, m->end) : OUTCOME_NONE;
    m->told = has ? OUTCOME_NONE : m->truth;
    if (done && has && v && moment_read(&told, v->value)) m->told = matter_outcome(m->due_moment, told);
}

bool matter_happen(struct kept_matter *m, struct kept_event *e, struct arena *a, const struct matter_kind *k,
                   const struct matter_told *t, const struct matter_beside *beside, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    struct happening h = {m, e, a, k, t, beside, &j, 0, err};
    struct date old_due = m->due_day;
    *e = (struct kept_event){
        .kind = t->kind, .day = t->day, .at = matter_told_at(t), .said = t->said, .note = t->note, .file = t->file};
    if (!date_known(m->due_day)) m->due_moment.minute = MINUTE_UNKNOWN;
    if (t->chase.document.len > SLOT_MOST || t->chase.person.len > SLOT_MOST)
        return fail_value(&h, STR("document"), utf8_clip(t->chase.document, 60), STR("…"));
    if (t->note.len > NOTE_MOST) return fail_value(&h, STR("note"), utf8_clip(t->note, 60), STR("…"));
    if (t->kind == MATTER_EVENT_OPEN) m->opened = t->day;
    json_write_open(&j, '[');
    bool ok = timely(&h) && set_all(&h) && happens(&h, old_due);
    json_write_close(&j, ']');
    if (ok) e->data = data_text(&h, buf_str(&b));
    if (ok && !date_known(m->first_due)) m->first_due = m->due_day;
    if (ok) matter_judge_end(m, k);
    buf_free(&b);
    return ok;
}

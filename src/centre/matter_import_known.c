/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_import_known: a row of a matter that is known (matter_import.h): the shortest way of moves from the state
 * that it has to the one that the list says, each judged as if somebody made it. On the way there is no state in
 * which the clock stands and none that ends it, but for the last ones: such a stop nobody has told.
 *
 * The days: a move into the state of the list happened on the day that the list has for that, the one that ended it
 * on the day of the end, and what was on the way to them at the latest then.
 */
#include "buf.h"
#include "json_write.h"
#include "matter_clocks.h"
#include "matter_import_private.h"
#include "said.h"

enum { WAY_MOST = 64 };

struct way {
    const struct kind_move *at[WAY_MOST];
    size_t len;
};

static size_t state_place(const struct matter_kind *k, struct str word)
{
    size_t s = 0;
    while (s < k->state_count && !str_eq(k->states[s].word, word)) s++;
    return s;
}

/* Whether a way may go through a state; the goal is in the group `end`. */
static bool may_pass(const struct kind_state *s, enum matter_group end)
{
    return s->group == MATTER_WAITING || s->group == MATTER_OPEN || (s->group == end && matter_group_ended(end));
}

/* Breadth first; states are at most 64. */
static bool find_way(struct way *out, const struct matter_kind *k, struct str from, struct str to)
{
    const struct kind_move *by[WAY_MOST] = {0};
    size_t before[WAY_MOST], queue[WAY_MOST], head = 0, tail = 0;
    size_t start = state_place(k, from), goal = state_place(k, to);
    if (start == k->state_count || goal == k->state_count) return false;
    bool seen[WAY_MOST] = {false};
    seen[start] = true;
    queue[tail++] = start;
    while (head < tail && !seen[goal]) {
        size_t s = queue[head++];
        if (s != start && !may_pass(&k->states[s], k->states[goal].group)) continue;
        for (size_t m = 0; m < k->move_count; m++) {
            size_t next = state_place(k, k->moves[m].to);
            if (seen[next] || !word_list_has(k->moves[m].from, k->states[s].word)) continue;
            seen[next] = true;
            by[next] = &k->moves[m];
            before[next] = s;
            queue[tail++] = next;
        }
    }
    out->len = 0;
    for (size_t s = goal; seen[goal] && s != start; s = before[s]) out->at[out->len++] = by[s];
    for (size_t i = 0; i < out->len / 2; i++) {
        const struct kind_move *swap = out->at[i];
        out->at[i] = out->at[out->len - 1 - i];
        out->at[out->len - 1 - i] = swap;
    }
    return seen[goal];
}

static struct str id_shown(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    matter_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str moment_text(struct arena *a, struct moment m)
{
    struct buf b = buf_make(32);
    moment_write(&b, m);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool put_event(struct importing *i, const struct matter_told *t)
{
    struct json_writer j = json_to(&i->events);
    matter_told_write(&j, t);
    buf_char(&i->events, '\n');
    i->out->moves += t->kind == MATTER_EVENT_MOVE;
    if (++i->event_count < MATTER_PART_ROWS) return true;
    return import_events_end(i);
}

/* One move: the clock joins it, the kind judges it, and *m is what it is then. */
static bool make_move(struct importing *i, struct import_row *row, struct kept_matter *m, const struct matter_kind *k,
                      const struct kind_move *move, struct date day, bool *right)
{
    struct kept_event event;
    struct matter_beside beside = {0};
    struct str note = row->cells[IMPORT_NOTE];
    struct err e = {0};
    struct matter_told t = {.kind = MATTER_EVENT_MOVE,
                            .matter = m->id,
                            .move = move->word,
                            .day = day,
                            .minute = MINUTE_UNKNOWN,
                            .said = true,
                            .note = note};
    struct clock_wish clock = {.arena = i->part,
                               .workdays = i->workdays,
                               .kind = k,
                               .matter = m,
                               .now = {day, MINUTE_UNKNOWN},
                               .today = i->wish->today};
    bool reason = word_list_has(move->needs, STR("reason")) || word_list_has(move->needs, STR("note"));
    if (reason && !note.len)
        fail(&e, ERR_LIST_CELL_REASON, id_shown(i->part, m->id), move->name);
    else if (!matter_has_file(&beside.has_file, i->db, m->id, i->err))
        return false;
    *right = !e.code && matter_clock_join(&t, &clock, &e) && matter_happen(m, &event, i->part, k, &t, &beside, &e);
    if (!*right) import_tell(i, row, IMPORT_TARGETS, &e);
    return !*right || put_event(i, &t);
}

static struct date day_of(struct str s)
{
    struct moment m;
    return moment_read(&m, s) ? m.day : (struct date){0};
}

/* The day of each move of a way, the last one first. */
static void find_days(struct date *out, const struct importing *i, const struct import_row *row,
                      const struct matter_kind *k, const struct way *way)
{
    struct date since = day_of(row->cells[CELL_SINCE]), ended = day_of(row->cells[CELL_ENDED]);
    struct date later = date_known(since) ? since : date_known(ended) ? ended : i->wish->today;
    for (size_t n = way->len; n-- > 0;) {
        const struct kind_state *to = kind_state_find(k, way->at[n]->to);
        const struct kind_state *from = n ? kind_state_find(k, way->at[n - 1]->to) : NULL;
        bool ends = to && matter_group_ended(to->group) && !(from && matter_group_ended(from->group));
        if (ends && date_known(ended) && date_cmp(ended, later) < 0) later = ended;
        out[n] = later;
    }
}

static void compare(struct importing *i, const struct import_row *row, size_t cell, struct str kept)
{
    struct str said = row->cells[cell];
    if (said.len && !str_eq(said, kept)) import_doubt(i, row, IMPORT_DIFFERS, import_target_name(i, cell), said, kept);
}

/* What the list says otherwise is told and not changed. */
static void compare_all(struct importing *i, const struct import_row *row, const struct kept_matter *m)
{
    compare(i, row, CELL_TITLE, m->title);
    compare(i, row, CELL_UNIT, m->unit);
    compare(i, row, CELL_APPOINTMENT, m->appointment);
    if (date_known(m->ended)) compare(i, row, CELL_ENDED, moment_text(i->part, m->end));
    struct buf b = buf_make(32);
    date_write(&b, m->opened);
    if (row->cells[CELL_OPENED].len && !str_eq(str_part(row->cells[CELL_OPENED], 0, 10), buf_str(&b)))
        import_doubt(i, row, IMPORT_DIFFERS, STR("opened"), row->cells[CELL_OPENED], str_copy(i->part, buf_str(&b)));
    buf_free(&b);
}

/* What is known after the end only: when the portal was told, a rating. It is taken from the list where that says it
 * and the record does not have it so; an end is not needed. */
static bool tell_after(struct importing *i, struct import_row *row, struct kept_matter *m, const struct matter_kind *k)
{
    struct kept_event event;
    struct matter_beside beside = {0};
    struct err e = {0};
    struct matter_told t = {.kind = MATTER_EVENT_EDIT,
                            .matter = m->id,
                            .day = i->wish->today,
                            .minute = MINUTE_UNKNOWN,
                            .note = row->cells[IMPORT_NOTE]};
    for (size_t f = 0; f < i->kind.kind.field_count; f++) {
        struct str word = i->kind.kind.fields[f].word, said = row->cells[MATTER_CELLS + f];
        const struct kind_field *own = kind_field_find(k, word);
        const struct name_value *kept = name_value_find(&m->fields, word);
        bool after = own && (own->after || (k->clock.recorded.len && str_eq(word, k->clock.recorded)));
        if (after && said.len && !(kept && str_eq(kept->value, said)))
            *vec_push(i->part, &t.set) = (struct name_value){word, said};
    }
    if (!t.set.len) return true;
    if (!matter_happen(m, &event, i->part, k, &t, &beside, &e)) {
        import_tell(i, row, IMPORT_TARGETS, &e);
        return true;
    }
    i->out->told++;
    return put_event(i, &t);
}

bool import_go_on(struct importing *i, struct import_row *row, const struct kept_matter *m)
{
    struct way way;
    struct date days[WAY_MOST];
    struct kept_matter now = *m;
    struct matter_kind kind = i->kind.kind;
    struct err e;
    bool right = true;
    if (m->version != i->kind.version && !kind_load(&kind, i->db, i->db, i->part, m->kind, m->version, i->err))
        return false;
    compare_all(i, row, m);
    if (str_eq(m->state, row->cells[CELL_STATE])) {
        uint64_t told = i->out->told;
        if (!tell_after(i, row, &now, &kind)) return false;
        i->out->same += told == i->out->told;
        return true;
    }
    if (!find_way(&way, &kind, m->state, row->cells[CELL_STATE])) {
        const struct kind_state *from = kind_state_find(&kind, m->state);
        const struct kind_state *to = kind_state_find(&i->kind.kind, row->cells[CELL_STATE]);
        fail(&e, ERR_LIST_CELL_WAY, id_shown(i->part, m->id), from->name, to->name);
        import_tell(i, row, IMPORT_TARGETS, &e);
        return true;
    }
    find_days(days, i, row, &kind, &way);
    for (size_t n = 0; right && n < way.len; n++)
        if (!make_move(i, row, &now, &kind, way.at[n], days[n], &right)) return false;
    i->out->moved += right;
    return !right || tell_after(i, row, &now, &kind);
}

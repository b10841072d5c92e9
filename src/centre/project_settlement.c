/* SPDX-License-Identifier: Apache-2.0
 *
 * project_settlement: see project_settlement.h.
 */
#include "project_settlement.h"

#include "buf.h"
#include "record_calendar.h"
#include "said.h"

static struct str field(const struct kept_matter *m, const char *name)
{
    const struct name_value *v = name_value_find(&m->fields, str_of(name));
    return v ? v->value : STR("");
}

struct project_grouped project_matter_group(const struct kept_matter *m)
{
    struct decimal d;
    bool known = decimal_read(&d, field(m, "total"));
    const char *const days[] = {"policy_on", "decided_on"};
    struct date on = m->opened;
    for (size_t i = 0; i < 2; i++) {
        struct date day;
        if (!date_read(&day, field(m, days[i]))) continue;
        on = day;
        break;
    }
    return project_group_of(field(m, "sector"), field(m, "criterion"), known ? &d : NULL, on);
}

/* The last day, on a day that is worked. */
static bool worked(struct date *day, struct db *db, struct arena *a, struct err *err)
{
    const struct workdays *w;
    if (!record_workdays(&w, db, a, err)) return false;
    struct date next = workdays_has(*day) ? workdays_add(w, *day, 0) : *day;
    if (date_known(next)) *day = next;
    return true;
}

static bool due_of(struct settle_facts *f, struct db *db, struct arena *a, const struct kept_matter *m, struct date on,
                   struct err *err)
{
    bool filed = date_known(f->filed);
    f->rule = settle_rule_find(project_matter_group(m).group, filed ? f->filed : on);
    f->due = (struct date){0};
    if (!f->rule || (!filed && !date_known(f->handed))) return true;
    f->due = filed ? settle_decision_due(f->rule, f->filed) : settle_file_due(f->rule, f->handed);
    return worked(&f->due, db, a, err);
}

static void take_event(struct settle_facts *f, const struct kept_event *e, const struct kept_matter *m)
{
    bool handed = str_eq(e->to, STR("handed")), back = str_eq(e->from, STR("settling"));
    if (!e->to.len) return;
    f->owes = handed || str_eq(e->to, STR("settling"));
    if (handed && e->kind == MATTER_EVENT_ENTER) f->handed = str_eq(m->state, e->to) ? m->since : (struct date){0};
    if (handed && e->kind != MATTER_EVENT_ENTER && !back) f->handed = e->day;
    if (handed) f->filed = (struct date){0};
    if (str_eq(e->to, STR("settling"))) f->filed = e->day;
}

bool settle_facts(struct settle_facts *out, struct db *db, struct arena *a, const struct kept_matter *m, struct date on,
                  struct err *err)
{
    struct kept_events events;
    *out = (struct settle_facts){0};
    if (!matter_events(&events, db, a, m->id, err)) return false;
    for (size_t i = 0; i < events.len; i++)
        if (!i || date_cmp(events.at[i].day, on) <= 0) take_event(out, &events.at[i], m);
    if (!out->owes) return true;
    if (!due_of(out, db, a, m, on, err)) return false;
    if (date_known(out->due) && date_cmp(on, out->due) > 0) out->late = date_to_days(on) - date_to_days(out->due);
    return true;
}

static struct str note_of(struct arena *a, const struct settle_facts *f)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, date_known(f->filed) ? STR("hạn thẩm tra, phê duyệt quyết toán từ ngày nộp hồ sơ ")
                                     : STR("hạn lập hồ sơ quyết toán từ ngày bàn giao "));
    buf_put(&b, date_text(a, date_known(f->filed) ? f->filed : f->handed));
    buf_put(&b, STR(" ("));
    buf_put(&b, f->rule->citation);
    buf_char(&b, ')');
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* The due day that it had before it was handed over. */
static bool due_before(struct date *out, struct db *db, struct arena *a, const struct kept_matter *m, struct err *err)
{
    struct kept_events events;
    struct kept_deadlines all;
    uint32_t handed = UINT32_MAX;
    *out = (struct date){0};
    if (!matter_events(&events, db, a, m->id, err) || !matter_deadlines(&all, db, a, m->id, err)) return false;
    for (size_t i = 0; i < events.len; i++)
        if (str_eq(events.at[i].to, STR("handed")) && !str_eq(events.at[i].from, STR("settling")))
            handed = events.at[i].step;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].step < handed) *out = all.at[i].due;
    return true;
}

static void put_due(struct matter_told *told, struct arena *a, const struct matter_told *move, struct matter_id id,
                    struct date due, struct str note)
{
    *told = (struct matter_told){.kind = MATTER_EVENT_DUE,
                                 .matter = id,
                                 .day = move->day,
                                 .minute = MINUTE_UNKNOWN,
                                 .said = move->said,
                                 .note = note};
    *vec_push(a, &told->set) = (struct name_value){STR("due"), date_text(a, due)};
}

bool settle_follow(struct matter_told *told, bool *has, struct db *db, struct arena *a, const struct kept_matter *m,
                   const struct matter_told *move, struct err *err)
{
    bool hand = str_eq(move->move, STR("hand_over")), file = str_eq(move->move, STR("file_settlement"));
    bool back = str_eq(move->move, STR("return_settlement")), reopen = str_eq(move->move, STR("reopen"));
    struct date due;
    *has = false;
    if (move->kind != MATTER_EVENT_MOVE || !str_eq(m->kind, STR("project")) || !(hand || file || back || reopen))
        return true;
    struct str note = STR("làm tiếp sau bàn giao: trở lại hạn trước khi bàn giao");
    if (reopen) {
        if (!due_before(&due, db, a, m, err)) return false;
    } else {
        struct settle_facts f;
        if (!settle_facts(&f, db, a, m, move->day, err)) return false;
        if (hand) f = (struct settle_facts){.handed = move->day};
        f.filed = file ? move->day : (struct date){0};
        if (!due_of(&f, db, a, m, move->day, err)) return false;
        due = f.due;
        if (date_known(due)) note = note_of(a, &f);
    }
    *has = date_known(due) && date_cmp(due, m->due_day) != 0;
    if (*has) put_due(told, a, move, m->id, due, note);
    return true;
}

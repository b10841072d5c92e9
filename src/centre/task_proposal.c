/* SPDX-License-Identifier: Apache-2.0
 *
 * task_proposal: see task_proposal.h.
 */
#include "task_proposal.h"

#include "buf.h"
#include "document_rows.h"
#include "matter_origin.h"
#include "said.h"
#include "utf8.h"

enum { TITLE_MOST = 900, SLOT_MOST = 480 };

/* What the directives of one document share. */
struct source {
    struct document_id id;
    struct str name, symbol;
    struct date date;
    bool has_place;
    struct looked_unit place;
};

struct proposing {
    struct db *db;
    struct arena *arena;
    struct date today;
    struct str author; /* of a change */
    struct source source;
    struct err *err;
};

static struct str joined(struct arena *a, struct str left, struct str between, struct str right)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, left);
    buf_put(&b, between);
    buf_put(&b, right);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str statement_shown(struct arena *a, struct statement_id id)
{
    struct buf b = buf_make(16);
    statement_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* At most so many bytes, cut between words. */
static struct str shortened(struct arena *a, struct str s, size_t most)
{
    if (s.len <= most) return s;
    while (most && s.ptr[most] != ' ') most--;
    return joined(a, str_trim(str_part(s, 0, most)), STR(" "), STR("…"));
}

/* --- by which day */

struct date task_due_day(struct period due, struct str words)
{
    static const struct str AGAIN[] = {STR_INIT("hằng"), STR_INIT("hàng"), STR_INIT("định kỳ"), STR_INIT("mỗi")};
    static const struct str BEFORE[] = {STR_INIT("trước"), STR_INIT("Trước"), STR_INIT("TRƯỚC")};
    bool before = false;
    if (due.kind == PERIOD_NONE) return (struct date){0};
    for (size_t i = 0; i < sizeof AGAIN / sizeof *AGAIN; i++)
        if (str_find(words, AGAIN[i]) >= 0) return (struct date){0};
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) before |= str_starts(words, BEFORE[i]);
    struct date first = due.kind == PERIOD_TO_DATE ? due.to : due.from;
    return before ? date_add_days(first, -1) : due.to;
}

/* --- who */

static bool is_missing_unit(enum err_code code)
{
    return code == ERR_UNIT_NONE || code == ERR_UNIT_NEAR || code == ERR_UNIT_OTHER_DAY || code == ERR_UNIT_MANY;
}

/* The unit that a name means on the day of the document, if it means one. */
static bool look(struct looked_unit *out, bool *found, const struct proposing *p, struct str name)
{
    struct looked_units several;
    struct err e;
    *found = unit_look_one(out, &several, p->db, p->arena, name, p->source.date, p->today, &e);
    if (*found || is_missing_unit(e.code)) return true;
    *p->err = e;
    return false;
}

/* A name of a department is looked for at the place first: every ward has one of that name. */
static bool look_here(struct looked_unit *out, bool *found, const struct proposing *p, struct str name)
{
    *found = false;
    if (p->source.has_place && !look(out, found, p, joined(p->arena, name, STR(", "), p->source.place.name)))
        return false;
    return *found || look(out, found, p, name);
}

/* "quận", "UBND phường": the place itself, or what it lies in. */
static bool look_bare(struct looked_unit *out, bool *found, const struct proposing *p, struct str name)
{
    static const struct {
        struct str folded;
        enum unit_kind kind;
    } BARE[] = {
        {STR_INIT("phuong"), UNIT_COMMUNE},  {STR_INIT("xa"), UNIT_COMMUNE},    {STR_INIT("thi tran"), UNIT_COMMUNE},
        {STR_INIT("dac khu"), UNIT_COMMUNE}, {STR_INIT("quan"), UNIT_DISTRICT}, {STR_INIT("huyen"), UNIT_DISTRICT},
        {STR_INIT("thi xa"), UNIT_DISTRICT}, {STR_INIT("tinh"), UNIT_PROVINCE}, {STR_INIT("thanh pho"), UNIT_PROVINCE},
    };
    static const struct str COMMITTEE[] = {STR_INIT("ubnd "), STR_INIT("uy ban nhan dan ")};
    struct str folded = utf8_fold(p->arena, name);
    *found = false;
    for (size_t i = 0; i < sizeof COMMITTEE / sizeof *COMMITTEE; i++)
        if (str_starts(folded, COMMITTEE[i])) folded = str_from(folded, COMMITTEE[i].len);
    for (size_t i = 0; i < sizeof BARE / sizeof *BARE; i++) {
        struct looked_unit up = p->source.place;
        if (!p->source.has_place || !str_eq(folded, BARE[i].folded)) continue;
        for (int k = 0; k < 4 && up.id.len && up.kind != BARE[i].kind; k++)
            if (!unit_look_id(&up, p->db, p->arena, up.parent, p->err)) return false;
        *found = up.id.len > 0;
        *out = up;
        return true;
    }
    return true;
}

/* The next name of a list; *rest is what is left. */
static struct str next_name(struct str *rest)
{
    static const struct str BETWEEN[] = {STR_INIT(", "), STR_INIT("; "), STR_INIT(" và ")};
    size_t at = rest->len, skip = 0;
    for (size_t i = 0; i < sizeof BETWEEN / sizeof *BETWEEN; i++) {
        ptrdiff_t here = str_find(*rest, BETWEEN[i]);
        if (here >= 0 && (size_t)here < at) {
            at = (size_t)here;
            skip = BETWEEN[i].len;
        }
    }
    struct str name = str_trim(str_part(*rest, 0, at));
    *rest = str_from(*rest, at + skip);
    return name;
}

static bool who_of(struct looked_units *out, const struct proposing *p, struct str whom, bool *found)
{
    struct looked_unit unit;
    if (!look_bare(&unit, found, p, whom)) return false;
    if (!*found && !look_here(&unit, found, p, whom)) return false;
    if (*found) *vec_push(p->arena, out) = unit;
    return true;
}

/* The units of a list of names; none when one of them is nobody that is known: a person has to say who is meant. */
static bool listed(struct looked_units *out, const struct proposing *p, struct str names)
{
    bool found = true;
    while (found && names.len)
        if (!who_of(out, p, next_name(&names), &found)) return false;
    if (!found) *out = (struct looked_units){0};
    return true;
}

/* Of a task of one's own the words name only who has it ("Các phòng, ban tập trung ..."); nobody: the place. */
static bool own_task(struct task_proposal *out, const struct proposing *p, struct str who)
{
    bool found = false;
    if (!who.len && p->source.has_place) *vec_push(p->arena, &out->units) = p->source.place;
    if (who.len && !who_of(&out->units, p, who, &found)) return false;
    if (found || !who.len) out->giver = STR("");
    return true;
}

static bool units_of(struct task_proposal *out, const struct proposing *p, const struct directive_statement *d)
{
    bool found;
    out->giver = d->who;
    if (!d->whom.len) return own_task(out, p, d->who);
    return who_of(&out->units, p, d->whom, &found) && (found || listed(&out->units, p, d->whom));
}

/* --- the document */

/* The symbol that a document gives itself: the first thing that it says, if that is a symbol alone
 * ("Số: 438/BC-UBND"). */
static bool own_symbol(struct str *out, const struct proposing *p, struct document_id id)
{
    struct statement_list first;
    struct statement_filter f = {.document = id, .most = 1};
    *out = STR("");
    if (!statement_list(&first, p->db, p->arena, &f, p->err)) return false;
    if (!first.len) return true;
    const struct statement *s = &first.at[0].said.statement;
    if (s->kind == STATEMENT_REFERENCE && str_eq(s->rule, STR("symbol"))) *out = s->reference.symbol;
    return true;
}

static bool source_of(struct proposing *p, struct document_id id)
{
    struct listed_document d;
    if (p->source.id.n == id.n) return true;
    if (!document_load(&d, p->db, p->arena, id, p->err)) return false;
    p->source = (struct source){.id = id, .name = d.document.name, .date = d.reading.date};
    if (d.reading.place.len && !look(&p->source.place, &p->source.has_place, p, d.reading.place)) return false;
    return own_symbol(&p->source.symbol, p, id);
}

/* What is to be done, without the words that only say that it must be. */
static struct str title_of(struct arena *a, struct str what)
{
    static const struct str MUST[] = {STR_INIT("cần phải "), STR_INIT("phải "), STR_INIT("cần "), STR_INIT("sẽ ")};
    size_t n;
    struct str s = str_trim(what);
    for (size_t i = 0; i < sizeof MUST / sizeof *MUST; i++)
        if (str_starts(s, MUST[i])) s = str_trim(str_from(s, MUST[i].len));
    if (!s.len) return s;
    struct buf b = buf_make(SIZE_MAX);
    buf_codepoint(&b, utf8_upper_char(utf8_decode(s, 0, &n)));
    buf_put(&b, str_from(s, n));
    struct str title = str_copy(a, buf_str(&b));
    buf_free(&b);
    return shortened(a, title, TITLE_MOST);
}

static bool proposal_of(struct task_proposal *out, struct proposing *p, const struct kept_statement *s)
{
    const struct directive_statement *d = &s->said.statement.directive;
    if (!source_of(p, s->document)) return false;
    *out = (struct task_proposal){.kept = *s,
                                  .document_name = p->source.name,
                                  .symbol = p->source.symbol,
                                  .title = title_of(p->arena, d->what),
                                  .due = task_due_day(d->due, d->due_words)};
    return units_of(out, p, d);
}

bool task_proposals(struct task_proposals *out, struct db *db, struct arena *a, struct document_id document,
                    struct statement_id after, uint64_t most, struct date today, struct err *err)
{
    struct statement_list list;
    struct proposing p = {.db = db, .arena = a, .today = today, .err = err};
    *out = (struct task_proposals){0};
    if (!statement_list_waiting(&list, db, a, document, after, most, err)) return false;
    for (size_t i = 0; i < list.len; i++)
        if (!proposal_of(vec_push(a, out), &p, &list.at[i])) return false;
    return true;
}

/* --- tasks of them */

static bool may_be_made(const struct kept_statement *s, struct db *db, struct arena *a, bool again, struct err *err)
{
    struct id_list made;
    bool waits = s->said.statement.kind == STATEMENT_DIRECTIVE &&
                 (s->state == STATE_PROPOSED || s->state == STATE_ACCEPTED);
    if (!waits) return fail(err, ERR_MATTER_STATEMENT, statement_shown(a, s->id), statement_state_name(s->state));
    if (!matters_of_statement(&made, db, a, s->id, err)) return false;
    if (!made.len || again) return true;
    struct buf b = buf_make(16);
    matter_id_write(&b, (struct matter_id){made.at[0]});
    struct str id = str_copy(a, buf_str(&b));
    buf_free(&b);
    return fail(err, ERR_MATTER_STATEMENT_MADE, statement_shown(a, s->id), id);
}

static bool says(const struct name_values *v, struct str name)
{
    return name_value_find(v, name) != NULL;
}

static void say(struct arena *a, struct name_values *v, struct str name, struct str value)
{
    if (value.len && !says(v, name)) *vec_push(a, v) = (struct name_value){name, value};
}

/* One task for one unit. */
static void wish_of(struct matter_wish *out, struct arena *a, const struct task_wish *w, const struct task_proposal *t,
                    const struct looked_unit *unit, struct str author)
{
    struct name_values typed = {0};
    struct date due = date_known(w->due) ? w->due : t->due;
    *out = w->as;
    out->event = MATTER_EVENT_OPEN;
    out->kind = STR("task");
    out->statement = t->kept.id;
    out->unit = unit;
    for (size_t i = 0; i < w->as.typed.len; i++) *vec_push(a, &typed) = w->as.typed.at[i];
    say(a, &typed, STR("title"), t->title);
    say(a, &typed, STR("document"), shortened(a, t->symbol.len ? t->symbol : t->document_name, SLOT_MOST));
    say(a, &typed, STR("giver"), shortened(a, t->giver.len ? t->giver : author, SLOT_MOST));
    if (!w->no_due) say(a, &typed, STR("due"), date_text(a, due));
    out->typed = typed;
    if (!out->note.len) out->note = joined(a, STR("«"), t->kept.said.statement.quote, STR("»"));
}

struct wishes {
    VEC_FIELDS(struct matter_wish);
};

static bool wishes_of(struct wishes *out, struct proposing *p, const struct task_wish *w, struct statement_id id)
{
    struct kept_statement s;
    struct task_proposal *t = arena_array(p->arena, struct task_proposal, 1);
    if (!statement_load(&s, p->db, p->arena, id, p->err) || !may_be_made(&s, p->db, p->arena, w->again, p->err) ||
        !proposal_of(t, p, &s))
        return false;
    if (w->as.unit) {
        wish_of(vec_push(p->arena, out), p->arena, w, t, w->as.unit, p->author);
        return true;
    }
    if (!t->units.len)
        return fail(p->err, ERR_MATTER_STATEMENT_UNIT, statement_shown(p->arena, id), s.said.statement.directive.whom);
    for (size_t i = 0; i < t->units.len; i++)
        wish_of(vec_push(p->arena, out), p->arena, w, t, &t->units.at[i], p->author);
    return true;
}

/* Whether an id stands there a second time: it was meant once. */
static bool is_repeated(const struct task_wish *w, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (w->ids[k].n == w->ids[i].n) return true;
    return false;
}

/* Whether a task was made of a directive already is asked in the transaction that makes one: two who accept the same
 * at once make one task. */
bool task_make(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
               const struct task_wish *w, struct err *err)
{
    struct proposing p = {.db = db, .arena = a, .today = w->as.today, .author = author->who, .err = err};
    struct wishes wishes = {0};
    bool ok = true;
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    for (size_t i = 0; ok && i < w->id_count; i++) ok = is_repeated(w, i) || wishes_of(&wishes, &p, w, w->ids[i]);
    ok = ok && matters_begin_within(out, db, a, author, wishes.at, wishes.len, err);
    return db_finish(db, ok, err);
}

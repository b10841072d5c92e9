/* SPDX-License-Identifier: Apache-2.0
 *
 * reminder_send: messages go out, each with its own transactions before and after; the network is never waited for
 * inside of one.
 */
#include "buf.h"
#include "content.h"
#include "payload.h"
#include "reminder_private.h"

#include <stdlib.h>

enum {
    PAGE = 200,
    TRIES_MOST = 6,
    STALE_SECONDS = 15 * 60 /* longer than any exchange lasts: who marked it is gone */
};

/* How long after so many tries it is tried again. */
static int64_t pause_after(uint32_t tries)
{
    static const int64_t SECONDS[] = {5 * 60, 15 * 60, 3600, 4 * 3600, 24 * 3600};
    size_t last = sizeof SECONDS / sizeof *SECONDS - 1;
    return SECONDS[tries ? (tries - 1 < last ? tries - 1 : last) : 0];
}

/* Seconds of a time of the journal, 2024-02-15T03:00:00Z; 0 when it is none. */
static int64_t seconds_of(struct str time)
{
    struct date d;
    uint64_t h, m, s;
    if (time.len < 20 || !date_read(&d, str_part(time, 0, 10)) || !str_to_u64(&h, str_part(time, 11, 13), 23) ||
        !str_to_u64(&m, str_part(time, 14, 16), 59) || !str_to_u64(&s, str_part(time, 17, 19), 60))
        return 0;
    return (int64_t)date_to_days(d) * 86400 + (int64_t)(h * 3600 + m * 60 + s);
}

bool delivery_words(struct delivery_words *out, struct db *db, struct arena *a, const struct kept_delivery *d,
                    struct err *err)
{
    struct payload p;
    *out = (struct delivery_words){0};
    if (!content_load(&out->json, db, a, d->sha256, err)) return false;
    if (!payload_open(&p, out->json)) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("delivery"));
    out->subject = str_copy(a, payload_text(&p, p.root, "subject"));
    out->text = str_copy(a, payload_text(&p, p.root, "text"));
    out->who_name = str_copy(a, payload_text(&p, p.root, "who_name"));
    bool ok = !p.bad;
    payload_close(&p);
    return ok || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("delivery"));
}

/* From the state that it was seen in to another. *done is false, and nothing happened, when somebody else was there
 * first. */
static bool go(bool *done, struct db *db, struct arena *a, const struct author *author, const struct kept_delivery *d,
               enum delivery_state from, enum delivery_state to, int64_t next_at, struct str note, struct err *err)
{
    struct kept_delivery now;
    *done = false;
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    bool ok = delivery_load(&now, db, a, d->id, err);
    if (ok && (now.state != from || !delivery_may_go(from, to))) {
        db_rollback(db);
        return true;
    }
    ok = ok && change_delivery_attempt(db, a, author, d->id, to, next_at, note, err);
    *done = db_finish(db, ok, err);
    return *done;
}

static struct str id_of(struct arena *a, const struct kept_delivery *d)
{
    struct digest_text hex = digest_text(d->sha256);
    struct buf b = buf_make(60);
    buf_format(&b, "N%u.%.12s", (unsigned)d->id.n, hex.digit);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

/* What is to be known before it is marked; a failure here is one of this outlet and not of the record. */
static bool settings_of(struct outlet_settings *s, const struct kept_outlet *o, struct arena *a, struct str *note)
{
    *s = (struct outlet_settings){.place = o->place, .sender = o->sender, .login = o->login};
    if (!o->secret.len) return true;
    const char *secret = getenv(str_copy_z(a, o->secret));
    if (secret) s->secret = str_of(secret);
    struct buf b = buf_make(200);
    buf_put(&b, STR("thiếu biến môi trường "));
    buf_put(&b, o->secret);
    *note = str_copy(a, buf_str(&b));
    buf_free(&b);
    return secret;
}

static enum delivery_state state_after(enum outlet_answer answer, uint32_t tries, bool again)
{
    if (answer == OUTLET_UNKNOWN && again) answer = OUTLET_FAILED;
    if (answer == OUTLET_FAILED && tries >= TRIES_MOST) answer = OUTLET_REFUSED;
    return answer == OUTLET_SENT      ? DELIVERY_SENT
           : answer == OUTLET_FAILED  ? DELIVERY_FAILED
           : answer == OUTLET_REFUSED ? DELIVERY_REFUSED
                                      : DELIVERY_UNKNOWN;
}

struct sending {
    struct db *db;
    struct arena *arena;
    const struct author *author;
    struct sent_list *out;
    struct err *err;
};

static void keep(struct sending *s, const struct kept_delivery *d, enum delivery_state state, struct str note)
{
    *vec_push(s->arena, s->out) = (struct sent_one){*d, state, note};
}

static bool send_marked(struct sending *s, const struct kept_delivery *d, const struct outlet_type *type,
                        const struct outlet_settings *settings)
{
    struct delivery_words w;
    struct str note = STR("");
    bool done;
    if (!delivery_words(&w, s->db, s->arena, d, s->err)) return false;
    struct outlet_message m = {.id = id_of(s->arena, d),
                               .to = d->address,
                               .who = w.who_name,
                               .subject = w.subject,
                               .text = w.text,
                               .json = w.json,
                               .at = s->author->now};
    enum outlet_answer answer = type->send(&note, s->arena, settings, &m);
    enum delivery_state state = state_after(answer, d->tries + 1, type->again);
    int64_t next_at = state == DELIVERY_FAILED ? s->author->now + pause_after(d->tries + 1) : 0;
    if (!go(&done, s->db, s->arena, s->author, d, DELIVERY_SENDING, state, next_at, note, s->err)) return false;
    if (done) keep(s, d, state, note);
    return true;
}

static bool send_one(struct sending *s, const struct kept_delivery *d)
{
    struct kept_outlet o;
    struct outlet_settings settings;
    struct str note = STR("");
    bool done;
    if (d->next_at > s->author->now) return true;
    if (!outlet_find(&o, s->db, s->arena, d->outlet, s->err)) return false;
    const struct outlet_type *type = outlet_type_find(o.type);
    if (!o.used || !type) return true; /* it waits until the outlet is used again */
    if (!settings_of(&settings, &o, s->arena, &note)) {
        keep(s, d, d->state, note);
        return true;
    }
    if (!go(&done, s->db, s->arena, s->author, d, d->state, DELIVERY_SENDING, 0, STR(""), s->err)) return false;
    return !done || send_marked(s, d, type, &settings);
}

/* Marked by somebody who is gone. */
static bool settle(struct sending *s, const struct kept_delivery *d)
{
    struct kept_outlet o;
    bool done;
    if (s->author->now - seconds_of(d->time) < STALE_SECONDS) return true;
    if (!outlet_find(&o, s->db, s->arena, d->outlet, s->err)) return false;
    const struct outlet_type *type = outlet_type_find(o.type);
    enum delivery_state to = type && type->again ? DELIVERY_FAILED : DELIVERY_UNKNOWN;
    struct str note = STR("chương trình gửi dừng giữa chừng");
    if (!go(&done, s->db, s->arena, s->author, d, DELIVERY_SENDING, to, 0, note, s->err)) return false;
    if (done && to == DELIVERY_UNKNOWN) keep(s, d, to, note);
    return true;
}

static bool all_of(struct sending *s, enum delivery_state state,
                   bool (*one)(struct sending *s, const struct kept_delivery *d))
{
    struct delivery_list page;
    for (struct delivery_id after = {0};; after = page.at[page.len - 1].id) {
        if (!delivery_rows(&page, s->db, s->arena, after, state, PAGE, s->err)) return false;
        for (size_t i = 0; i < page.len; i++)
            if (!one(s, &page.at[i])) return false;
        if (page.len < PAGE) return true;
    }
}

bool remind_send(struct sent_list *out, struct db *db, struct arena *a, const struct author *author, struct err *err)
{
    struct sending s = {.db = db, .arena = a, .author = author, .out = out, .err = err};
    *out = (struct sent_list){0};
    return all_of(&s, DELIVERY_SENDING, settle) && all_of(&s, DELIVERY_FAILED, send_one) &&
           all_of(&s, DELIVERY_WAITING, send_one);
}

static bool decide(struct db *db, struct arena *a, const struct author *author, struct delivery_id id,
                   enum delivery_state to, struct str reason, struct err *err)
{
    struct kept_delivery d;
    char text[16];
    if (!delivery_load(&d, db, a, id, err)) return false;
    int len = snprintf(text, sizeof text, "N%u", (unsigned)id.n);
    if (d.state == DELIVERY_SENDING || !delivery_may_go(d.state, to))
        return fail(err, ERR_DELIVERY_STATE, (struct str){text, (size_t)len}, delivery_state_word(d.state));
    return change_delivery_attempt(db, a, author, id, to, 0, reason, err);
}

bool remind_decide(struct db *db, struct arena *a, const struct author *author, struct delivery_id id,
                   enum delivery_state to, struct str reason, struct err *err)
{
    if (!reason.len) return fail(err, ERR_DELIVERY_REASON);
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, decide(db, a, author, id, to, reason, err), err);
}

/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed: see sealed.h. Invariants: nothing of an identity reaches the record, a message or a note of the journal; a
 * file of a box is written before the entry that names it is committed, so a box that the journal has is on the disk.
 */
#include "sealed.h"

#include "buf.h"
#include "matter_kinds.h"

static struct str shown_id(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    matter_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool tell(const struct sealed_call *c, const struct sealed_event *e, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, change_sealed(c->db, c->arena, c->author, e, err), err);
}

/* --- readers */

bool sealed_reader_put(const struct sealed_call *c, struct str person, struct public_key public, struct err *err)
{
    struct sealed_event e = {.kind = SEALED_READER, .person = person, .public = public, .note = c->note};
    if (!sealed_public_fits(public)) {
        struct buf hex = buf_make(SIGNING_PUBLIC_HEX + 1);
        public_key_write(&hex, public);
        fail(err, ERR_SEALED_PUBLIC, buf_str(&hex));
        buf_free(&hex);
        return false;
    }
    return tell(c, &e, err);
}

static bool reader_of(struct public_key *out, const struct sealed_call *c, struct str person, struct err *err)
{
    struct sealed_readers r;
    if (!sealed_readers(&r, c->db, c->arena, person, err)) return false;
    if (!r.len) return fail(err, ERR_SEALED_READER, person);
    *out = r.at[0].public;
    return true;
}

/* --- boxes */

static bool load_box(struct sealed_box *out, const struct sealed_call *c, const struct kept_box *k, struct err *err)
{
    bool found;
    if (!sealed_box_load(out, &found, c->arena, c->folder, k->box, err)) return false;
    if (!found) return fail(err, ERR_SEALED_LOST, k->box, shown_id(c->arena, k->matter), c->folder);
    return (digest_eq(sealed_box_digest(out), k->sha256) && str_eq(out->matter, shown_id(c->arena, k->matter))) ||
           fail(err, ERR_SEALED_BROKEN, k->box, c->folder);
}

struct loaded_boxes {
    VEC_FIELDS(struct sealed_box);
};

static bool load_boxes(struct loaded_boxes *out, const struct sealed_call *c, struct matter_id matter, struct err *err)
{
    struct kept_boxes kept;
    *out = (struct loaded_boxes){0};
    if (!sealed_boxes(&kept, c->db, c->arena, matter, err)) return false;
    if (!kept.len) return fail(err, ERR_SEALED_NONE, shown_id(c->arena, matter));
    for (size_t i = 0; i < kept.len; i++)
        if (!load_box(vec_push(c->arena, out), c, &kept.at[i], err)) return false;
    return true;
}

static bool save_boxes(const struct sealed_call *c, const struct loaded_boxes *boxes, struct err *err)
{
    for (size_t i = 0; i < boxes->len; i++)
        if (!sealed_box_save(c->arena, c->folder, &boxes->at[i], err)) return false;
    return true;
}

/* --- sealing */

/* Those who are named and those who may read the matter already, each once. */
static bool all_persons(struct word_list *out, const struct sealed_call *c, struct matter_id matter,
                        struct word_list named, struct err *err)
{
    struct sealed_rights rights;
    if (!sealed_rights(&rights, c->db, c->arena, matter, STR(""), err)) return false;
    struct str *at = arena_array(c->arena, struct str, named.len + rights.len);
    size_t count = 0;
    for (size_t i = 0; i < named.len + rights.len; i++) {
        struct str person = i < named.len ? named.at[i] : rights.at[i - named.len].person;
        if (!word_list_has((struct word_list){at, count}, person)) at[count++] = person;
    }
    *out = (struct word_list){at, count};
    return count || fail(err, ERR_SEALED_READERS);
}

bool sealed_seal_within(struct str *box, const struct sealed_call *c, struct matter_id matter, const struct identity *i,
                        struct word_list persons, struct err *err)
{
    struct word_list all;
    struct sealed_box made;
    if (identity_in(i, c->note)) return fail(err, ERR_SEALED_LEAK, STR("note"));
    if (!all_persons(&all, c, matter, persons, err)) return false;
    struct public_key *keys = arena_array(c->arena, struct public_key, all.len);
    for (size_t k = 0; k < all.len; k++)
        if (!reader_of(&keys[k], c, all.at[k], err)) return false;
    if (!sealed_box_make(&made, c->arena, shown_id(c->arena, matter), identity_write(c->arena, i), keys, all.len, err))
        return false;
    struct sealed_event e = {.kind = SEALED_SEAL,
                             .matter = matter,
                             .box = made.box,
                             .sha256 = sealed_box_digest(&made),
                             .persons = all,
                             .note = c->note};
    *box = made.box;
    return change_sealed(c->db, c->arena, c->author, &e, err) && sealed_box_save(c->arena, c->folder, &made, err);
}

bool sealed_seal(struct str *box, const struct sealed_call *c, struct matter_id matter, const struct identity *i,
                 struct word_list persons, struct err *err)
{
    *box = STR("");
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    bool ok = db_finish(c->db, sealed_seal_within(box, c, matter, i, persons, err), err);
    if (!ok && box->len) sealed_box_remove(c->arena, c->folder, *box);
    return ok;
}

bool sealed_matter(struct matter_id *out, struct db *db, struct arena *a, struct matter_id id, struct err *err)
{
    struct kept_matter m;
    struct kept_boxes boxes;
    struct matter_id above;
    *out = id;
    if (!matter_load(&m, db, a, id, err) || !sealed_boxes(&boxes, db, a, id, err)) return false;
    if (boxes.len || !matter_id_read(&above, m.parent)) return true;
    if (!sealed_boxes(&boxes, db, a, above, err)) return false;
    if (boxes.len) *out = above;
    return true;
}

/* --- who may */

static bool refuse(const struct sealed_call *c, struct matter_id matter, struct str why, struct err *err)
{
    struct sealed_event e = {
        .kind = SEALED_REFUSED, .matter = matter, .person = c->author->who, .why = why, .note = c->note};
    return tell(c, &e, err) && fail(err, ERR_SEALED_REFUSED, c->author->who, shown_id(c->arena, matter));
}

/* The author may, by the journal and by his key; *boxes are all of the matter, *texts what is in them. */
static bool may_open(struct loaded_boxes *boxes, struct str_list *texts, const struct sealed_call *c,
                     struct matter_id matter, struct err *err)
{
    struct sealed_rights rights;
    struct sealed_readers reader;
    *texts = (struct str_list){0};
    if (!c->note.len) return fail(err, ERR_SEALED_REASON);
    if (!sealed_rights(&rights, c->db, c->arena, matter, STR(""), err) ||
        !sealed_readers(&reader, c->db, c->arena, c->author->who, err))
        return false;
    if (!rights.len) return fail(err, ERR_SEALED_NONE, shown_id(c->arena, matter));
    if (!sealed_may(&rights, c->author->who) || !reader.len) return refuse(c, matter, STR("not_allowed"), err);
    if (!c->key) return fail(err, ERR_SEALED_KEY);
    if (memcmp(reader.at[0].public.byte, c->key->public.byte, SIGNING_PUBLIC) != 0)
        return refuse(c, matter, STR("other_key"), err);
    if (!load_boxes(boxes, c, matter, err)) return false;
    for (size_t i = 0; i < boxes->len; i++)
        if (!sealed_box_open(vec_push(c->arena, texts), c->arena, &boxes->at[i], c->key))
            return refuse(c, matter, STR("no_box"), err);
    return true;
}

bool sealed_show(struct unsealed_list *out, const struct sealed_call *c, struct matter_id matter, struct err *err)
{
    struct loaded_boxes boxes;
    struct str_list texts;
    *out = (struct unsealed_list){0};
    if (!may_open(&boxes, &texts, c, matter, err)) return false;
    for (size_t i = 0; i < texts.len; i++) {
        struct unsealed *u = vec_push(c->arena, out);
        u->box = boxes.at[i].box;
        if (!identity_unsealed(&u->identity, c->arena, texts.at[i]))
            return fail(err, ERR_SEALED_BROKEN, u->box, c->folder);
        if (identity_in(&u->identity, c->note)) return fail(err, ERR_SEALED_LEAK, STR("note"));
    }
    struct sealed_event e = {.kind = SEALED_LOOK, .matter = matter, .person = c->author->who, .note = c->note};
    return tell(c, &e, err);
}

/* The reason must not name whom it is about. */
static bool reason_is_clean(const struct sealed_call *c, const struct str_list *texts, struct err *err)
{
    for (size_t i = 0; i < texts->len; i++) {
        struct identity who;
        if (identity_unsealed(&who, c->arena, texts->at[i]) && identity_in(&who, c->note))
            return fail(err, ERR_SEALED_LEAK, STR("note"));
    }
    return true;
}

/* Whether every box opens with it already. */
static bool holds_key(const struct loaded_boxes *boxes, struct public_key key)
{
    for (size_t i = 0; i < boxes->len; i++) {
        bool has = false;
        for (size_t k = 0; k < boxes->at[i].readers.len; k++)
            has |= memcmp(boxes->at[i].readers.at[k].reader.byte, key.byte, SIGNING_PUBLIC) == 0;
        if (!has) return false;
    }
    return true;
}

bool sealed_allow(const struct sealed_call *c, struct matter_id matter, struct str person, struct err *err)
{
    struct loaded_boxes boxes;
    struct str_list texts;
    struct public_key other;
    if (!may_open(&boxes, &texts, c, matter, err) || !reason_is_clean(c, &texts, err) ||
        !reader_of(&other, c, person, err))
        return false;
    if (holds_key(&boxes, other)) return fail(err, ERR_SEALED_ALLOWED, person, shown_id(c->arena, matter));
    for (size_t i = 0; i < boxes.len; i++)
        if (!sealed_box_admit(&boxes.at[i], c->arena, c->key, other))
            return fail(err, ERR_SEALED_BROKEN, boxes.at[i].box, c->folder);
    struct sealed_event e = {.kind = SEALED_ALLOW, .matter = matter, .person = person, .note = c->note};
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, change_sealed(c->db, c->arena, c->author, &e, err) && save_boxes(c, &boxes, err), err);
}

/* Boxes that are lost are not shut; they are not open either. */
static bool shut_boxes(const struct sealed_call *c, struct matter_id matter, struct public_key reader, struct err *err)
{
    struct kept_boxes kept;
    if (!sealed_boxes(&kept, c->db, c->arena, matter, err)) return false;
    for (size_t i = 0; i < kept.len; i++) {
        struct sealed_box b;
        bool found;
        if (!sealed_box_load(&b, &found, c->arena, c->folder, kept.at[i].box, err)) return false;
        if (!found) continue;
        sealed_box_shut(&b, reader);
        if (!sealed_box_save(c->arena, c->folder, &b, err)) return false;
    }
    return true;
}

bool sealed_forbid(const struct sealed_call *c, struct matter_id matter, struct str person, struct err *err)
{
    struct public_key reader;
    struct sealed_event e = {.kind = SEALED_FORBID, .matter = matter, .person = person, .note = c->note};
    if (!c->note.len) return fail(err, ERR_SEALED_REASON);
    if (!reader_of(&reader, c, person, err) || !db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, change_sealed(c->db, c->arena, c->author, &e, err) && shut_boxes(c, matter, reader, err),
                     err);
}

bool sealed_reader_end(const struct sealed_call *c, struct str person, struct err *err)
{
    struct public_key reader;
    struct sealed_rights of;
    struct sealed_event e = {.kind = SEALED_READER_END, .person = person, .note = c->note};
    if (!c->note.len) return fail(err, ERR_SEALED_REASON);
    if (!reader_of(&reader, c, person, err) ||
        !sealed_rights(&of, c->db, c->arena, (struct matter_id){0}, person, err) ||
        !db_begin(c->db, DB_TRANSACTION_WRITE, err))
        return false;
    bool ok = change_sealed(c->db, c->arena, c->author, &e, err);
    for (size_t i = 0; ok && i < of.len; i++) ok = shut_boxes(c, of.at[i].matter, reader, err);
    return db_finish(c->db, ok, err);
}

/* --- looking after them */

bool sealed_check(struct sealed_check *out, struct db *db, struct arena *a, struct str folder, struct err *err)
{
    struct kept_boxes kept;
    struct sealed_call c = {.db = db, .arena = a, .folder = folder};
    *out = (struct sealed_check){0};
    if (!sealed_boxes(&kept, db, a, (struct matter_id){0}, err)) return false;
    for (size_t i = 0; i < kept.len; i++) {
        struct sealed_box b;
        struct sealed_found *f = vec_push(a, out);
        *f = (struct sealed_found){.box = kept.at[i]};
        if (load_box(&b, &c, &kept.at[i], err)) {
            f->readers = b.readers.len;
        } else if (err->code == ERR_SEALED_LOST) {
            f->state = SEALED_GONE;
        } else if (err->code == ERR_SEALED_BROKEN) {
            f->state = SEALED_CHANGED;
        } else {
            return false;
        }
        out->of[f->state]++;
    }
    return true;
}

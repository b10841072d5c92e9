/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed_give: sealed_cells.h: identities are sealed and shown, people are let in and shut out. An identity is read
 * from a file or standard input, never from an argument.
 */
#include "sealed_cells.h"

#include "file.h"
#include "key_file.h"
#include "matter_cells.h"
#include "sealed.h"
#include "text.h"

#include <stdlib.h>

enum { IDENTITY_MOST = 1 << 20 };

/* --- what all have in common */

bool sealed_folder_of(struct str *out, struct cli *c, struct err *err)
{
    struct str named = cli_given(c, "sealed") ? cli_text(c, "sealed") : str_of(getenv("DIEUHANH_SEALED"));
    struct buf b = buf_make(SIZE_MAX);
    *out = named;
    if (named.len) return true;
    if (db_is_address(c->record)) return fail(err, ERR_SEALED_PLACE);
    buf_put(&b, c->record);
    buf_put(&b, STR(".sealed"));
    *out = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return true;
}

static bool call_of(struct sealed_call *out, struct author *author, struct cli *c, struct err *err)
{
    struct str folder;
    if (!sealed_folder_of(&folder, c, err) || !known_on_open(c, DB_WRITE, err) || !cli_author(author, c, err))
        return false;
    *out = (struct sealed_call){
        .db = c->db, .arena = c->arena, .author = author, .folder = folder, .note = str_trim(cli_text(c, "note"))};
    return true;
}

/* The key of who asks, where one was given. */
static bool take_key(struct sealed_call *call, struct signing_key *key, struct cli *c, struct err *err)
{
    struct str path = cli_given(c, "reader-key") ? cli_text(c, "reader-key") : str_of(getenv("DIEUHANH_READER_KEY"));
    if (!path.len) return true;
    struct str phrase = STR("");
    bool locked;
    call->key = key;
    return key_file_locked(&locked, c->arena, path, err) &&
           (!locked || passphrase_ask(&phrase, c, path, tr("Mật khẩu của tệp khóa: "), err)) &&
           key_file_load(key, c->arena, path, phrase, err);
}

bool sealed_argument(struct matter_id *out, struct cli *c, size_t count, struct err *err)
{
    if (c->arg_count < count) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count > count) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[count]);
    struct matter_id typed;
    return matter_typed(&typed, c->db, c->arena, c->args[1], err) && sealed_matter(out, c->db, c->arena, typed, err);
}

static struct word_list named_readers(struct cli *c)
{
    struct str_list list = {0};
    struct str rest = cli_text(c, "readers");
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(";"));
        if (str_trim(cut.head).len) *vec_push(c->arena, &list) = str_trim(cut.head);
        rest = cut.tail;
    }
    return (struct word_list){list.at, list.len};
}

static bool take_identity(struct identity *out, struct cli *c, struct err *err)
{
    struct str bytes, path = cli_text(c, "identity");
    struct text text;
    return file_read(&bytes, c->arena, path, IDENTITY_MOST, err) && text_make(&text, c->arena, bytes, err) &&
           identity_read(out, c->arena, text.inside, cli_shown(c->arena, path), err);
}

static bool take_letter(struct identity *i, struct cli *c, struct err *err)
{
    struct str path = cli_text(c, "file"), name = path;
    if (!path.len) return true;
    for (size_t k = 0; k < path.len; k++)
        if (path.ptr[k] == '/') name = str_from(path, k + 1);
    i->file_name = cli_shown(c->arena, name);
    return file_read(&i->file_bytes, c->arena, path, SEALED_TEXT_MOST / 2, err);
}

/* --- readers */

/* The same key under another passphrase; who has the old one only needs the file. */
static bool change_phrase(struct cli *c, struct err *err)
{
    struct str path = c->args[1], old = STR(""), new = STR("");
    bool locked, none = cli_flag(c, "no-passphrase");
    if (!key_file_locked(&locked, c->arena, path, err) ||
        (locked && !passphrase_ask(&old, c, path, tr("Mật khẩu đang dùng: "), err)) ||
        (!none && !passphrase_new(&new, c, path, err)) || !key_file_change(c->arena, path, old, new, err))
        return false;
    cli_note(c,
             none ? tr("«{1}» không còn mật khẩu: ai có tệp này là đọc được")
                  : tr("đã đổi mật khẩu của «{1}»; bản sao cũ của tệp vẫn mở được bằng mật khẩu cũ"),
             path);
    return true;
}

bool sealed_run_key(struct cli *c, struct err *err)
{
    struct signing_key key;
    struct str phrase = STR("");
    bool none = cli_flag(c, "no-passphrase");
    if (c->arg_count != 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (cli_flag(c, "change")) return change_phrase(c, err);
    if (!none && !passphrase_new(&phrase, c, c->args[1], err)) return false;
    if (!key_file_make(&key, c->args[1], phrase, err)) return false;
    struct buf hex = buf_make(SIGNING_PUBLIC_HEX + 1);
    public_key_write(&hex, key.public);
    buf_put(c->out, buf_str(&hex));
    buf_char(c->out, '\n');
    buf_free(&hex);
    if (!cli_flush(c, err)) return false;
    cli_note(c,
             tr("đã tạo khóa đọc «{1}»: tự giữ, không để cạnh kho; dòng trên là khóa công khai, đưa cho người giữ sổ"),
             c->args[1]);
    if (none)
        cli_note(c, tr("tệp khóa không có mật khẩu: ai lấy được tệp là đọc được; đặt mật khẩu: key TỆP --change"));
    return true;
}

bool sealed_run_reader(struct cli *c, struct err *err)
{
    struct author author;
    struct sealed_call call;
    struct public_key public;
    if (c->arg_count != 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    struct str person = str_trim(c->args[1]);
    bool ends = cli_flag(c, "remove");
    if (!ends && !public_key_read(&public, cli_text(c, "public")))
        return fail(err, ERR_SEALED_PUBLIC, cli_text(c, "public"));
    if (!call_of(&call, &author, c, err)) return false;
    if (!(ends ? sealed_reader_end(&call, person, err) : sealed_reader_put(&call, person, public, err))) return false;
    cli_note(c, ends ? tr("{1} thôi là người đọc; không xem được đơn nào nữa") : tr("đã ghi khóa đọc của {1}"), person);
    return true;
}

/* --- sealing */

/* Texts that come into the record must not have words of it. */
static bool no_leak(const struct identity *i, const struct matter_wish *w, struct err *err)
{
    if (identity_in(i, w->note)) return fail(err, ERR_SEALED_LEAK, STR("note"));
    for (size_t k = 0; k < w->typed.len; k++)
        if (identity_in(i, w->typed.at[k].value)) return fail(err, ERR_SEALED_LEAK, w->typed.at[k].name);
    return true;
}

/* The matter and what is sealed for it begin together. */
static bool begin_sealed(struct matter_list *made, struct str *box, const struct sealed_call *call,
                         const struct matter_wish *w, const struct identity *i, struct word_list readers,
                         struct err *err)
{
    *box = STR("");
    if (!db_begin(call->db, DB_TRANSACTION_WRITE, err)) return false;
    bool ok = matters_begin_within(made, call->db, call->arena, call->author, w, 1, err) &&
              sealed_seal_within(box, call, made->at[0].id, i, readers, err);
    ok = db_finish(call->db, ok, err);
    if (!ok && box->len) sealed_box_remove(call->arena, call->folder, *box);
    return ok;
}

static void tell_sealed(struct cli *c, struct matter_id id, const struct sealed_call *call, const struct identity *i)
{
    cli_note(c, tr("{1}: đã niêm phong danh tính {2} người trong «{3}»"), matter_id_shown(c->arena, id),
             cli_number(c, i->persons.len), cli_shown(c->arena, call->folder));
}

bool sealed_run_new(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list made;
    struct looked_unit unit;
    struct identity who;
    struct str box;
    if (!cli_given(c, "identity"))
        return cli_given(c, "file") ? fail(err, ERR_SEALED_NAME, STR("--identity")) : matter_run_new(c, err);
    struct sealed_call call = {.arena = c->arena, .author = &author};
    if (!sealed_folder_of(&call.folder, c, err) || !take_identity(&who, c, err) || !take_letter(&who, c, err) ||
        !matter_new_wish(&w, &author, &unit, c, 1, err) || !no_leak(&who, &w, err))
        return false;
    w.file_name = w.file_bytes = STR(""); /* it is sealed, not attached */
    call.db = c->db;
    if (!begin_sealed(&made, &box, &call, &w, &who, named_readers(c), err)) return false;
    matter_tell_given(c, &made.at[0]);
    tell_sealed(c, made.at[0].id, &call, &who);
    return true;
}

/* What the matter has already is in the journal for ever: all that can be done is to say so. */
static bool warn_of_leaks(struct cli *c, struct matter_id id, const struct identity *i, struct err *err)
{
    struct kept_matter m;
    struct kept_events events;
    if (!matter_load(&m, c->db, c->arena, id, err) || !matter_events(&events, c->db, c->arena, id, err)) return false;
    bool leaks = identity_in(i, m.title);
    for (size_t k = 0; k < m.fields.len; k++) leaks |= identity_in(i, m.fields.at[k].value);
    for (size_t k = 0; k < events.len; k++)
        leaks |= identity_in(i, events.at[k].note) || identity_in(i, events.at[k].data);
    if (leaks)
        cli_note(c,
                 tr("! {1}: nội dung đã ghi trước đó có chữ thuộc danh tính; sửa (edit) thì không hiện nữa, nhưng "
                    "nhật ký vẫn còn giữ"),
                 matter_id_shown(c->arena, id));
    return true;
}

bool sealed_run_seal(struct cli *c, struct err *err)
{
    struct author author;
    struct sealed_call call;
    struct identity who;
    struct matter_id id;
    struct str box;
    if (!cli_given(c, "identity")) return fail(err, ERR_SEALED_NAME, STR("--identity"));
    if (!take_identity(&who, c, err) || !take_letter(&who, c, err) || !call_of(&call, &author, c, err) ||
        !sealed_argument(&id, c, 2, err) || !sealed_seal(&box, &call, id, &who, named_readers(c), err))
        return false;
    tell_sealed(c, id, &call, &who);
    return warn_of_leaks(c, id, &who, err);
}

bool sealed_run_attach(struct cli *c, struct err *err)
{
    if (!matter_run_attach(c, err)) return false;
    cli_note(c, tr("! tệp đính kèm ai mở kho cũng đọc được; bản có bút tích, danh tính thì dùng seal --file"));
    return true;
}

/* --- being shown it */

static const struct column IDENTITY_COLUMNS[] = {{"box", NULL, COLUMN_DATA},
                                                 {"person", tr("Người"), COLUMN_NUMBER},
                                                 {"field", tr("Trường"), COLUMN_FIXED},
                                                 {"value", tr("Nội dung"), 0}};

static void put_identity(struct cli *c, struct rows *r, const struct unsealed *u, int64_t *person)
{
    for (size_t i = 0; i < u->identity.persons.len; i++) {
        const struct name_values *fields = &u->identity.persons.at[i].fields;
        ++*person;
        for (size_t f = 0; f < fields->len; f++) {
            struct str name = fields->at[f].name;
            rows_text(r, u->box);
            rows_int(r, *person);
            rows_text_shown(r, name, c->lang == LANG_VI ? identity_field_name(name) : name);
            rows_text(r, fields->at[f].value);
            rows_end(r);
        }
    }
    if (!u->identity.file_name.len) return;
    rows_text(r, u->box);
    rows_none(r);
    rows_text_shown(r, STR("file"), tr_text(c->lang, tr("lá đơn")));
    rows_text(r, u->identity.file_name);
    rows_end(r);
}

/* The first letter that was sealed; what there is beside it is told. */
static bool write_letter(struct cli *c, const struct unsealed_list *list, struct err *err)
{
    for (size_t i = 0; cli_given(c, "out") && i < list->len; i++)
        if (list->at[i].identity.file_name.len)
            return file_write(cli_text(c, "out"), list->at[i].identity.file_bytes, err);
    return true;
}

bool sealed_run_identity(struct cli *c, struct err *err)
{
    struct author author;
    struct sealed_call call;
    struct signing_key key;
    struct unsealed_list list;
    struct matter_id id;
    int64_t person = 0;
    if (!call_of(&call, &author, c, err) || !take_key(&call, &key, c, err) || !sealed_argument(&id, c, 2, err) ||
        !sealed_show(&list, &call, id, err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(IDENTITY_COLUMNS));
    for (size_t i = 0; i < list.len; i++) put_identity(c, r, &list.at[i], &person);
    rows_close(r);
    if (!write_letter(c, &list, err) || !cli_flush(c, err)) return false;
    cli_note(c, tr("lần xem này đã ghi vào nhật ký: {1}, «{2}»"), author.who, call.note);
    return true;
}

static bool let(struct cli *c, bool in, struct err *err)
{
    struct author author;
    struct sealed_call call;
    struct signing_key key;
    struct matter_id id;
    if (!call_of(&call, &author, c, err) || !take_key(&call, &key, c, err) || !sealed_argument(&id, c, 3, err))
        return false;
    struct str person = str_trim(c->args[2]);
    if (!(in ? sealed_allow(&call, id, person, err) : sealed_forbid(&call, id, person, err))) return false;
    cli_note(c, in ? tr("{1}: {2} được xem danh tính") : tr("{1}: {2} thôi được xem danh tính"),
             matter_id_shown(c->arena, id), person);
    return true;
}

bool sealed_run_allow(struct cli *c, struct err *err)
{
    return let(c, true, err);
}

bool sealed_run_forbid(struct cli *c, struct err *err)
{
    return let(c, false, err);
}

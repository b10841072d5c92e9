/* SPDX-License-Identifier: Apache-2.0
 *
 * search_rows: see search_rows.h. The engine's own query language is never reached by what people type: each word
 * becomes a quoted string of it, in which only letters, digits and what stands between them is left.
 *
 *     thu "ngân sách" 8.343       "thu" "ngan sach" "8.343"      (8.343 is the words 8 and 343, one after the other)
 *
 * An engine that does not cut texts into words itself is given them cut (db_words), texts and questions alike.
 */
#include "search_rows.h"

#include "buf.h"
#include "utf8.h"

bool search_save_block(struct db *db, struct arena *a, int64_t block, struct str text, struct err *err)
{
    struct str words;
    return db_words(&words, db, a, utf8_fold(a, text), err) &&
           db_run(db, SQL_PASSAGE_SEARCH_INSERT, DB_VALUES(db_int(block), db_text(words)), err);
}

bool search_save_statement(struct db *db, struct arena *a, const struct kept_statement *s, struct err *err)
{
    const struct statement *t = &s->said.statement;
    struct str subject = STR(""), party = STR(""), code = STR("");
    switch (t->kind) {
    case STATEMENT_FIGURE:
        subject = t->figure.subject;
        party = t->figure.place;
        code = t->figure.indicator;
        break;
    case STATEMENT_REFERENCE:
        subject = t->reference.about;
        party = t->reference.issuer;
        code = t->reference.symbol_norm;
        break;
    case STATEMENT_DIRECTIVE:
        subject = t->directive.what;
        party = t->directive.whom;
        break;
    }
    struct str columns[] = {t->quote, subject, party, code};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (!db_words(&columns[i], db, a, utf8_fold(a, columns[i]), err)) return false;
    return db_run(
        db, SQL_STATEMENT_SEARCH_INSERT,
        DB_VALUES(db_int(s->id.n), db_text(columns[0]), db_text(columns[1]), db_text(columns[2]), db_text(columns[3])),
        err);
}

static bool holds_word(struct str s)
{
    for (size_t i = 0, len; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (utf8_is_letter(c) || (c >= '0' && c <= '9')) return true;
    }
    return false;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool search_words(struct str *out, struct arena *a, struct str typed)
{
    struct str text = utf8_fold(a, typed);
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < text.len;) {
        bool quoted = text.ptr[i] == '"';
        size_t from = i + quoted, to = from;
        while (to < text.len && text.ptr[to] != '"' && (quoted || !is_blank(text.ptr[to]))) to++;
        struct str word = str_part(text, from, to);
        i = to > i ? to : i + 1;
        if (quoted && i < text.len) i++; /* the closing mark */
        if (!holds_word(word)) continue;
        if (b.len) buf_char(&b, ' ');
        buf_char(&b, '"');
        buf_put(&b, word);
        buf_char(&b, '"');
    }
    *out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out->len > 0;
}

/* The phrases of search_words as the engine wants them. */
static bool engine_words(struct str *out, struct db *db, struct arena *a, struct str words, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    bool ok = true;
    while (ok && words.len) {
        struct str phrase;
        struct str_cut cut = str_cut(str_from(words, 1), STR("\""));
        words = str_trim(cut.tail);
        ok = db_words(&phrase, db, a, cut.head, err);
        if (!ok || !phrase.len) continue;
        if (b.len) buf_char(&b, ' ');
        buf_char(&b, '"');
        buf_put(&b, phrase);
        buf_char(&b, '"');
    }
    *out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return ok;
}

bool search_passages(struct passage_list *out, struct db *db, struct arena *a, struct str words, uint64_t most,
                     struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct passage_list){0};
    if (!engine_words(&words, db, a, words, err)) return false;
    if (!words.len) return true;
    if (!db_query(&rows, db, SQL_PASSAGE_SEARCH, DB_VALUES(db_text(words), db_int((int64_t)most)), err)) return false;
    while (right && db_next(&rows)) {
        struct passage *p = vec_push(a, out);
        *p = (struct passage){
            .document = {(uint32_t)db_column_int(&rows, 0)},
            .reading = (uint32_t)db_column_int(&rows, 1),
            .start = (uint32_t)db_column_int(&rows, 2),
            .end = (uint32_t)db_column_int(&rows, 3),
        };
        right = block_kind_find(&p->kind, db_column_text(&rows, 4));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("block"));
}

bool search_statements(struct id_list *out, struct db *db, struct arena *a, struct str words, uint64_t most,
                       struct err *err)
{
    struct db_rows rows;
    *out = (struct id_list){0};
    if (!engine_words(&words, db, a, words, err)) return false;
    if (!words.len) return true;
    if (!db_query(&rows, db, SQL_STATEMENT_SEARCH, DB_VALUES(db_text(words), db_int((int64_t)most)), err)) return false;
    while (db_next(&rows)) *vec_push(a, out) = (uint32_t)db_column_int(&rows, 0);
    return db_end(&rows, err);
}

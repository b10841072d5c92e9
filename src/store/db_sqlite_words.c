/* SPDX-License-Identifier: Apache-2.0
 *
 * db_sqlite_words: see db_sqlite_words.h. The tokenizer is reached as the documentation of FTS5 says for those who
 * extend it (https://www.sqlite.org/fts5.html, 7): a pointer to its interface is bound to the function fts5() of a
 * database, here one without a name.
 */
#include "db_sqlite_words.h"

#include "buf.h"

#include <sqlite3.h>

/* The longest word that the index of FTS5 holds (FTS5_MAX_TOKEN_SIZE); the rest of a longer one is not looked at. */
enum { WORD_MOST = 32768 };

struct word_cutter {
    sqlite3 *handle;
    fts5_tokenizer functions;
    Fts5Tokenizer *tokenizer;
};

static fts5_api *interface(sqlite3 *handle)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK) return NULL;
    sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    return api;
}

static void close_cutter(void *self)
{
    struct word_cutter *w = self;
    if (w->tokenizer) w->functions.xDelete(w->tokenizer);
    sqlite3_close(w->handle);
}

bool word_cutter_open(struct word_cutter **out, struct arena *a, struct err *err)
{
    static const char *options[] = {"remove_diacritics", "0"}; /* as in sql/sqlite.sql */
    struct word_cutter *w = arena_new(a, struct word_cutter);
    void *context = NULL;
    arena_defer(a, close_cutter, w);
    *out = w;
    if (sqlite3_open(":memory:", &w->handle) != SQLITE_OK) return fail(err, ERR_INTERNAL, STR("fts5"));
    fts5_api *api = interface(w->handle);
    if (api && api->xFindTokenizer(api, "unicode61", &context, &w->functions) == SQLITE_OK &&
        w->functions.xCreate(context, options, 2, &w->tokenizer) == SQLITE_OK)
        return true;
    return fail(err, ERR_INTERNAL, STR("fts5"));
}

static int put_word(void *to, int flags, const char *word, int len, int start, int end)
{
    struct buf *b = to;
    (void)flags;
    (void)start;
    (void)end;
    if (len > WORD_MOST)
        for (len = WORD_MOST; len && ((unsigned char)word[len] & 0xC0) == 0x80;) len--;
    if (b->len) buf_char(b, ' ');
    buf_put(b, (struct str){word, (size_t)len});
    return SQLITE_OK;
}

struct str word_cutter_words(struct word_cutter *w, struct arena *a, struct str text)
{
    struct buf b = buf_make(SIZE_MAX);
    w->functions.xTokenize(w->tokenizer, &b, FTS5_TOKENIZE_DOCUMENT, text.ptr, (int)text.len, put_word);
    struct str words = str_copy(a, buf_str(&b));
    buf_free(&b);
    return words;
}

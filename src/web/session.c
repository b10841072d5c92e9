/* SPDX-License-Identifier: Apache-2.0
 *
 * session: see session.h. Few enough to be looked through one by one.
 */
#include "session.h"

#include "sha256.h"

#include <assert.h>
#include <pthread.h>
#include <sodium.h>

enum { WORD_BYTES = 24, WORD_TEXT = 2 * WORD_BYTES };

struct kept {
    struct digest name;
    char csrf[WORD_TEXT];
    int64_t began, used; /* began 0: free */
};

struct session_store {
    struct arena *arena; /* it lies in it */
    pthread_mutex_t lock;
    struct kept at[WEB_SESSIONS_MOST];
    struct digest offered;
    int64_t offered_until; /* 0: nothing is offered */
};

struct session_store *session_store_make(void)
{
    int ready = sodium_init();
    struct arena *own = arena_make(SIZE_MAX);
    struct session_store *s = arena_new(own, struct session_store);
    assert(ready >= 0);
    (void)ready;
    s->arena = own;
    pthread_mutex_init(&s->lock, NULL);
    return s;
}

void session_store_close(struct session_store *s)
{
    pthread_mutex_destroy(&s->lock);
    sodium_memzero(s->at, sizeof s->at);
    arena_close(s->arena); /* the store too */
}

static void word_make(char out[WORD_TEXT])
{
    static const char DIGITS[] = "0123456789abcdef";
    unsigned char bytes[WORD_BYTES];
    randombytes_buf(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[2 * i] = DIGITS[bytes[i] >> 4];
        out[2 * i + 1] = DIGITS[bytes[i] & 15];
    }
}

static struct str word_str(struct arena *a, const char word[WORD_TEXT])
{
    return str_copy(a, (struct str){word, WORD_TEXT});
}

struct str session_offer(struct session_store *s, struct arena *a, int64_t now)
{
    char word[WORD_TEXT];
    word_make(word);
    pthread_mutex_lock(&s->lock);
    s->offered = sha256_of((struct str){word, WORD_TEXT});
    s->offered_until = now + LINK_LIVES;
    pthread_mutex_unlock(&s->lock);
    return word_str(a, word);
}

static bool is_over(const struct kept *k, int64_t now)
{
    return !k->began || now - k->used > SESSION_IDLE || now - k->began > SESSION_LONGEST;
}

static struct kept *room_for_one(struct session_store *s, int64_t now)
{
    struct kept *oldest = &s->at[0];
    for (size_t i = 0; i < WEB_SESSIONS_MOST; i++) {
        if (is_over(&s->at[i], now)) return &s->at[i];
        if (s->at[i].used < oldest->used) oldest = &s->at[i];
    }
    return oldest;
}

bool session_begin(struct str *cookie, struct session_store *s, struct arena *a, struct str word, int64_t now)
{
    struct digest given = sha256_of(word);
    char name[WORD_TEXT];
    word_make(name);
    pthread_mutex_lock(&s->lock);
    bool good = s->offered_until >= now && sodium_memcmp(given.byte, s->offered.byte, sizeof given.byte) == 0;
    if (good) {
        struct kept *k = room_for_one(s, now);
        s->offered_until = 0;
        *k = (struct kept){.name = sha256_of((struct str){name, WORD_TEXT}), .began = now, .used = now};
        word_make(k->csrf);
    }
    pthread_mutex_unlock(&s->lock);
    *cookie = good ? word_str(a, name) : STR("");
    return good;
}

static struct kept *find(struct session_store *s, struct str cookie)
{
    struct digest name = sha256_of(cookie);
    if (cookie.len != WORD_TEXT) return NULL;
    for (size_t i = 0; i < WEB_SESSIONS_MOST; i++)
        if (s->at[i].began && digest_eq(s->at[i].name, name)) return &s->at[i];
    return NULL;
}

bool session_find(struct web_session *out, struct session_store *s, struct arena *a, struct str cookie, int64_t now)
{
    pthread_mutex_lock(&s->lock);
    struct kept *k = find(s, cookie);
    bool good = k && !is_over(k, now);
    if (good) {
        k->used = now;
        *out = (struct web_session){word_str(a, k->csrf), k->began};
    }
    pthread_mutex_unlock(&s->lock);
    return good;
}

void session_end(struct session_store *s, struct str cookie)
{
    pthread_mutex_lock(&s->lock);
    struct kept *k = find(s, cookie);
    if (k) *k = (struct kept){0};
    pthread_mutex_unlock(&s->lock);
}

bool session_same(struct str a, struct str b)
{
    return a.len == b.len && sodium_memcmp(a.ptr, b.ptr, a.len) == 0;
}

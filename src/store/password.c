/* SPDX-License-Identifier: Apache-2.0
 *
 * password: see password.h.
 */
#include "password.h"

#include "buf.h"
#include "sha256.h"

#include <assert.h>
#include <pthread.h>
#include <sodium.h>

enum { PASSES = 3, MEMORY = 46 << 20, AT_ONCE = 2 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t room = PTHREAD_COND_INITIALIZER;
static int under_way;

/* The hash of a password that nobody has, so that asking for an account that is not there takes as long. */
static char nobody[crypto_pwhash_STRBYTES];
static pthread_once_t nobody_once = PTHREAD_ONCE_INIT;

static void begin(void)
{
    int ready = sodium_init();
    assert(ready >= 0);
    (void)ready;
    pthread_mutex_lock(&lock);
    while (under_way == AT_ONCE) pthread_cond_wait(&room, &lock);
    under_way++;
    pthread_mutex_unlock(&lock);
}

static void end(void)
{
    pthread_mutex_lock(&lock);
    under_way--;
    pthread_cond_signal(&room);
    pthread_mutex_unlock(&lock);
}

static void nobody_make(void)
{
    unsigned char word[16];
    begin();
    randombytes_buf(word, sizeof word);
    int done = crypto_pwhash_str_alg(nobody, (const char *)word, sizeof word, PASSES, MEMORY,
                                     crypto_pwhash_ALG_ARGON2ID13);
    end();
    assert(done == 0);
    (void)done;
}

bool password_is_good(struct str password, struct str login)
{
    size_t letters = 0, others = 0;
    for (size_t i = 0; i < password.len; i++) {
        letters += ((unsigned char)password.ptr[i] & 0xC0) != 0x80;
        others += password.ptr[i] != password.ptr[0];
    }
    return letters >= PASSWORD_LEAST && password.len <= PASSWORD_MOST && others >= 4 &&
           !(login.len >= 3 && str_has(password, login));
}

struct str password_hash(struct arena *a, struct str password)
{
    char hash[crypto_pwhash_STRBYTES];
    begin();
    int done = crypto_pwhash_str_alg(hash, password.ptr, password.len, PASSES, MEMORY, crypto_pwhash_ALG_ARGON2ID13);
    end();
    assert(done == 0); /* else there is no memory, which ends the program elsewhere too */
    return done == 0 ? str_copy(a, str_of(hash)) : STR("");
}

bool password_fits(struct str hash, struct str password)
{
    char room_of[crypto_pwhash_STRBYTES] = {0};
    struct str asked = hash;
    pthread_once(&nobody_once, nobody_make);
    if (!hash.len || hash.len >= sizeof room_of) asked = str_of(nobody);
    for (size_t i = 0; i < asked.len; i++) room_of[i] = asked.ptr[i];
    begin();
    int fits = crypto_pwhash_str_verify(room_of, password.ptr, password.len);
    end();
    return fits == 0 && hash.len;
}

struct str access_word(struct arena *a)
{
    static const char DIGITS[] = "0123456789abcdef";
    unsigned char bytes[ACCESS_WORD / 2];
    char *text = arena_array(a, char, ACCESS_WORD);
    int ready = sodium_init();
    assert(ready >= 0);
    (void)ready;
    randombytes_buf(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        text[2 * i] = DIGITS[bytes[i] >> 4];
        text[2 * i + 1] = DIGITS[bytes[i] & 15];
    }
    return (struct str){text, ACCESS_WORD};
}

struct str access_word_hash(struct arena *a, struct str word)
{
    struct digest_text hex = digest_text(sha256_of(word));
    return str_copy(a, digest_str(&hex));
}

bool access_same(struct str a, struct str b)
{
    return a.len == b.len && a.len && sodium_memcmp(a.ptr, b.ptr, a.len) == 0;
}

struct str recovery_code(struct arena *a)
{
    static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    enum { LONG = 16, GROUP = 4 };
    struct buf b = buf_make(40);
    unsigned char bytes[LONG];
    randombytes_buf(bytes, sizeof bytes);
    for (size_t i = 0; i < LONG; i++) {
        if (i && i % GROUP == 0) buf_char(&b, '-');
        buf_char(&b, LETTERS[bytes[i] & 31]);
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str recovery_typed(struct arena *a, struct str typed)
{
    char *text = arena_array(a, char, typed.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < typed.len; i++) {
        char c = typed.ptr[i];
        if (c == ' ' || c == '-') continue;
        text[len++] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return (struct str){text, len};
}

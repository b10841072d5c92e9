/* SPDX-License-Identifier: Apache-2.0
 *
 * curl_library: see curl_library.h. The number after .so is the interface of the library, the same since 2006.
 */
#include "curl_library.h"

#include "buf.h"

#include <curl/curl.h>
#include <dlfcn.h>

enum { CONNECT_SECONDS = 15, WHOLE_SECONDS = 60, ANSWER_MOST = 64 * 1024 };

#define CURL_FUNCTIONS(X)                                                                                              \
    X(curl_easy_cleanup)                                                                                               \
    X(curl_easy_getinfo)                                                                                               \
    X(curl_easy_init)                                                                                                  \
    X(curl_easy_perform)                                                                                               \
    X(curl_easy_setopt)                                                                                                \
    X(curl_easy_strerror)                                                                                              \
    X(curl_global_init)                                                                                                \
    X(curl_slist_append)                                                                                               \
    X(curl_slist_free_all)

/* The macros of curl.h that check the kinds of arguments would stand in the way of these names. */
#undef curl_easy_setopt
#undef curl_easy_getinfo

struct curl_functions {
#define CURL_MEMBER(name) __typeof__ (&(name))(name);
    CURL_FUNCTIONS(CURL_MEMBER)
#undef CURL_MEMBER
};

static bool look_up(void **function, void *library, const char *name)
{
    *function = dlsym(library, name);
    return *function;
}

static const struct curl_functions *curl_load(void)
{
    static struct curl_functions functions;
    static bool loaded;
    if (loaded) return &functions;
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
    bool ok = true;
#define CURL_LOOK_UP(name) ok = ok && look_up((void **)(void *)&functions.name, library, #name);
    CURL_FUNCTIONS(CURL_LOOK_UP)
#undef CURL_LOOK_UP
    loaded = ok && functions.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return loaded ? &functions : NULL;
}

struct giving {
    struct str body;
    size_t given;
    bool asked_at_end; /* the library has asked behind the last byte: it has them all */
};

static size_t give(char *room, size_t size, size_t count, void *self)
{
    struct giving *g = self;
    size_t len = g->body.len - g->given, most = size * count;
    if (len > most) len = most;
    if (!len) g->asked_at_end = true;
    memcpy(room, g->body.ptr + g->given, len);
    g->given += len;
    return len;
}

/* The answer itself is not needed; one without end is not waited for. */
static size_t take(char *bytes, size_t size, size_t count, void *self)
{
    size_t *taken = self;
    (void)bytes;
    *taken += size * count;
    return *taken <= ANSWER_MOST ? size * count : 0;
}

static bool append(const struct curl_functions *f, struct curl_slist **list, struct arena *a, struct str s)
{
    struct curl_slist *longer = f->curl_slist_append(*list, str_copy_z(a, s));
    if (longer) *list = longer;
    return longer;
}

static bool set_up(const struct curl_functions *f, CURL *h, struct arena *a, const struct exchange *x, struct giving *g,
                   size_t *taken)
{
    bool ok = f->curl_easy_setopt(h, CURLOPT_URL, str_copy_z(a, x->url)) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, str_copy_z(a, x->protocols)) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_TIMEOUT, (long)WHOLE_SECONDS) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_READFUNCTION, give) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_READDATA, g) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, take) == CURLE_OK &&
              f->curl_easy_setopt(h, CURLOPT_WRITEDATA, taken) == CURLE_OK;
    if (ok && x->login.len)
        ok = f->curl_easy_setopt(h, CURLOPT_USERNAME, str_copy_z(a, x->login)) == CURLE_OK &&
             f->curl_easy_setopt(h, CURLOPT_PASSWORD, str_copy_z(a, x->secret)) == CURLE_OK;
    return ok;
}

/* A password is never said in the clear: with one, the line must be encrypted. */
static bool set_mail(const struct curl_functions *f, CURL *h, struct arena *a, const struct exchange *x,
                     struct curl_slist **to)
{
    struct buf angle = buf_make(SIZE_MAX);
    buf_format(&angle, "<%.*s>", STR_ARG(x->mail_to));
    bool ok = append(f, to, a, buf_str(&angle));
    buf_clear(&angle);
    buf_format(&angle, "<%.*s>", STR_ARG(x->mail_from));
    ok = ok && f->curl_easy_setopt(h, CURLOPT_MAIL_FROM, str_copy_z(a, buf_str(&angle))) == CURLE_OK &&
         f->curl_easy_setopt(h, CURLOPT_MAIL_RCPT, *to) == CURLE_OK &&
         f->curl_easy_setopt(h, CURLOPT_UPLOAD, 1L) == CURLE_OK &&
         f->curl_easy_setopt(h, CURLOPT_USE_SSL, x->login.len ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_TRY) ==
             CURLE_OK;
    buf_free(&angle);
    return ok;
}

static bool set_post(const struct curl_functions *f, CURL *h, struct arena *a, const struct exchange *x,
                     struct curl_slist **headers)
{
    bool ok = append(f, headers, a, STR("Expect:")); /* no waiting for a word before the body */
    for (size_t i = 0; ok && i < x->header_count; i++) ok = append(f, headers, a, x->headers[i]);
    return ok && f->curl_easy_setopt(h, CURLOPT_POST, 1L) == CURLE_OK &&
           f->curl_easy_setopt(h, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)x->body.len) == CURLE_OK &&
           f->curl_easy_setopt(h, CURLOPT_HTTPHEADER, *headers) == CURLE_OK;
}

bool exchange_run(struct exchange_end *end, struct arena *a, const struct exchange *x)
{
    const struct curl_functions *f = curl_load();
    struct giving g = {.body = x->body};
    struct curl_slist *list = NULL;
    size_t taken = 0;
    *end = (struct exchange_end){.said = STR("thiếu thư viện libcurl")};
    if (!f) return false;
    CURL *h = f->curl_easy_init();
    if (!h) return false;
    bool ok = set_up(f, h, a, x, &g, &taken) &&
              (x->mail_to.len ? set_mail(f, h, a, x, &list) : set_post(f, h, a, x, &list));
    if (ok) {
        CURLcode code = f->curl_easy_perform(h);
        end->done = code == CURLE_OK;
        end->said = end->done ? STR("") : str_copy(a, str_of(f->curl_easy_strerror(code)));
        f->curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, &end->code);
        /* With a known length the library does not ask behind the last byte. */
        end->all_given = g.asked_at_end || (!x->mail_to.len && g.given == g.body.len);
    }
    f->curl_slist_free_all(list);
    f->curl_easy_cleanup(h);
    return ok;
}

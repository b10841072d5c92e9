/* SPDX-License-Identifier: Apache-2.0
 *
 * page: the one table that the site is made of (pages.c). A page is one const struct page in one small file
 * page_<name>.c. Who may see it, and which words of a query it takes, are columns of the table and are looked at before
 * run() is called, so a page cannot forget them:
 *
 *   1. `needs`: ANYONE, or somebody who is signed in; a stranger is sent to the sign-in page (303), and back.
 *   2. A POST carries the word of its session and comes from this site, else 403.
 *   3. Fields that a page does not name do not reach it; one that breaks its rule is 400.
 *
 * A page asks centre/ to do one thing and shows the result: no SQL, no arithmetic on figures, no rule stands here.
 */
#ifndef PAGE_H
#define PAGE_H
#include "date.h"
#include "err.h"
#include "http.h"
#include "session.h"
#include "site.h"

enum page_needs { NEEDS_ANYONE, NEEDS_SIGNED_IN };

enum page_field_type { PAGE_TEXT, PAGE_WORD /* letters, digits, . _ - */, PAGE_NUMBER };

struct page_field {
    const char *name;
    enum page_field_type type;
    size_t most; /* bytes */
};

enum { PAGE_PARTS = 6, PAGE_FIELDS = 8 };

/* One request on its way. Everything of the outside world that a page may know stands here. */
struct visit {
    struct site *site;
    const struct page *page;
    const struct http_request *request;
    struct arena *arena; /* lives as long as the request */
    struct db *db;       /* for reading; a page that needs no record has it too */
    enum lang lang;
    int64_t now;
    struct date today; /* in Việt Nam */
    bool signed_in;
    struct web_session session;
    struct str parts[PAGE_PARTS]; /* what stands for "{...}" of the path, in order */
    struct http_answer answer;
};

struct page {
    enum http_method method;
    const char *path; /* "/so/{indicator}/{unit}/{period}/{what}" */
    enum page_needs needs;
    struct page_field fields[PAGE_FIELDS]; /* of its query, or form; ended by one without a name */
    /* Fills the answer. False with *err when it cannot: the visitor sees the message. */
    bool (*run)(struct visit *v, struct err *err);
};

const struct page *const *pages_all(size_t *count);
/* The page of a path; NULL: there is none. *other: there is one for another method (405). */
const struct page *page_find(struct str parts[PAGE_PARTS], bool *other, enum http_method method, struct str path);

/* The value of a field of the page, "" when it was not given. */
struct str visit_field(const struct visit *v, const char *name);
/* See Other: the answer to a form that was taken. */
void visit_go(struct visit *v, struct link to);

/* Whatever came: the whole way from a request to an answer, errors as pages (serve.c). */
void page_serve(struct visit *v);
#endif

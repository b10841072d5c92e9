/* SPDX-License-Identifier: Apache-2.0
 *
 * page: the one table that the site is made of (pages.c). A page is one const struct page in one small file
 * page_<name>.c. Who may see it, and which words of a query it takes, are columns of the table and are looked at before
 * run() is called, so a page cannot forget them:
 *
 *   1. `needs`: ANYONE; somebody who is on his way in; somebody who is signed in. A stranger is sent to the sign-in
 *      page (303), and back. A page that only says SIGNED_IN is for who may read (right MAY_READ).
 *   2. `right`, `about`: what the visitor must be allowed to do, and with what: the unit in the field "don-vi" where it
 *      is given, a unit of the path, the unit of a matter ... else 403. A page without a unit shows by itself only what
 *      visit_may allows.
 *   3. `again`: the password must have been given in the last minutes, else it is asked for (303), and back.
 *   4. A POST carries the word of its session and comes from this site, else 403. A token can only GET.
 *   5. Fields that a page does not name do not reach it; one that breaks its rule is 400.
 *
 * A page asks centre/ to do one thing and shows the result: no SQL, no arithmetic on figures, no rule stands here.
 */
#ifndef PAGE_H
#define PAGE_H
#include "access.h"
#include "date.h"
#include "err.h"
#include "http.h"
#include "session.h"
#include "site.h"

enum page_needs {
    NEEDS_ANYONE,
    NEEDS_SECOND,   /* the password was right, the code is to come; or signed in */
    NEEDS_LINK,     /* by a link, to set a password; or signed in */
    NEEDS_SELF,     /* signed in, whatever he may do: his own account */
    NEEDS_SIGNED_IN /* signed in, and allowed: `right` and `about` */
};

enum page_about {
    ABOUT_FIELD,   /* the unit in "don-vi" at the time in "ky"; without it the page looks itself */
    ABOUT_WHOLE,   /* everything: only who has the right over all units */
    ABOUT_ANSWER,  /* "/so/{indicator}/{unit}/{period}/..." */
    ABOUT_FIGURE,  /* ".../{F12}" */
    ABOUT_MATTER,  /* ".../{M3}": its unit and kind; sensitive kinds want MAY_SENSITIVE */
    ABOUT_DOCUMENT /* ".../{D2}": the unit that its heading names */
};

enum page_field_type {
    PAGE_TEXT,
    PAGE_WORD, /* letters, digits, . _ - */
    PAGE_NUMBER,
    PAGE_SECRET, /* a text that no message repeats */
    PAGE_DAY     /* 2026-11-30, or "" */
};

struct page_field {
    const char *name;
    enum page_field_type type;
    size_t most; /* bytes */
};

enum { PAGE_PARTS = 6, PAGE_FIELDS = 13 };

/* One request on its way. Everything of the outside world that a page may know stands here. */
struct visit {
    struct site *site;
    const struct page *page;
    const struct http_request *request;
    struct arena *arena; /* lives as long as the request */
    struct db *db;       /* for reading; a page that needs no record has it too */
    enum lang lang;
    int64_t now;
    struct date today;                 /* in Việt Nam */
    struct str address, agent, cookie; /* where from, with what; the word of the session */
    bool signed_in;                    /* wholly, by a session or by a token */
    bool by_token;
    struct access_session session; /* person "": none */
    struct person person;          /* who is signed in, or on his way in */
    struct str csrf;
    struct grants grants; /* his, and those that they lean on */
    unsigned scope;       /* rights of the token; all of them without one */
    struct seen_units *seen;
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
    unsigned right; /* of SIGNED_IN; 0: MAY_READ */
    enum page_about about;
    bool again;
    bool writes; /* visit.db can be written */
};

const struct page *const *pages_all(size_t *count);
/* The page of a path; NULL: there is none. *other: there is one for another method (405). */
const struct page *page_find(struct str parts[PAGE_PARTS], bool *other, enum http_method method, struct str path);

/* The value of a field of the page, "" when it was not given. */
struct str visit_field(const struct visit *v, const char *name);
/* See Other: the answer to a form that was taken. */
void visit_go(struct visit *v, struct link to);

/* Whether the visitor may do it with a unit (id; "": with no unit in particular, anywhere will do), an indicator, a
 * kind of matter ("": not one of these). A unit means what lies under it too. (about.c) */
[[nodiscard]] bool visit_may(bool *out, struct visit *v, enum right right, struct str unit, struct str indicator,
                             struct str kind, struct err *err);
bool visit_may_somewhere(const struct visit *v, enum right right);
/* Whether he may do it with everything. */
bool visit_may_all(const struct visit *v, enum right right);
/* A matter, by its unit and kind or since he has to do with it; a document. */
struct kept_matter;
struct listed_document;
[[nodiscard]] bool visit_may_matter(bool *out, struct visit *v, const struct kept_matter *m, struct err *err);
[[nodiscard]] bool visit_may_document(bool *out, struct visit *v, const struct listed_document *d, struct err *err);
/* What the columns `right` and `about` say. ERR_PAGE_FORBIDDEN, and what is wrong with the address itself. */
[[nodiscard]] bool page_allows(struct visit *v, struct err *err);
/* ERR_PAGE_FORBIDDEN, with who can give that right; always false. */
[[nodiscard]] bool page_forbidden(struct visit *v, enum right right, struct err *err);

/* For a page that writes: who does it, and where from. */
struct access_call visit_access(struct visit *v);
/* The visitor is about to be shown a matter that few may see: the journal has it first, or nothing is shown. */
[[nodiscard]] bool visit_look(struct visit *v, struct str matter, struct err *err);
/* A new session: the cookie goes with the answer. */
void visit_begin(struct visit *v, struct str cookie);

/* Whatever came: the whole way from a request to an answer, errors as pages (serve.c). */
void page_serve(struct visit *v);
#endif

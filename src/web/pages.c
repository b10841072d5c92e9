/* SPDX-License-Identifier: Apache-2.0
 *
 * pages: the list of pages, and which one a path means. A part of a pattern that stands in braces matches any one
 * step of the path that is not empty.
 */
#include "pages.h"

static const struct page *const PAGES[] = {
    &page_health,      &page_asset,           &page_sign_in,       &page_sign_in_take, &page_sign_out,
    &page_home,        &page_indicators,      &page_indicator,     &page_compare,      &page_map,
    &page_more,        &page_journal,         &page_entry,         &page_agenda,       &page_units,
    &page_unit,        &page_programmes,      &page_projects,      &page_project,      &page_number,
    &page_figure,      &page_my_work,         &page_work,          &page_matter,       &page_documents,
    &page_document,    &page_search,          &page_second,        &page_second_take,  &page_again,
    &page_again_take,  &page_password,        &page_password_take, &page_account,      &page_account_take,
    &page_second_set,  &page_second_set_take, &page_people,        &page_people_take,  &page_person,
    &page_person_take, &page_judge,           &page_act,
};

const struct page *const *pages_all(size_t *count)
{
    *count = sizeof PAGES / sizeof *PAGES;
    return PAGES;
}

static bool matches(struct str parts[PAGE_PARTS], struct str pattern, struct str path)
{
    size_t n = 0;
    for (;;) {
        struct str_cut want = str_cut(pattern, STR("/")), have = str_cut(path, STR("/"));
        bool any = str_starts(want.head, STR("{"));
        if (any ? !have.head.len : !str_eq(want.head, have.head)) return false;
        if (any && n < PAGE_PARTS) parts[n++] = have.head;
        if (want.found != have.found) return false;
        if (!want.found) return true;
        pattern = want.tail;
        path = have.tail;
    }
}

const struct page *page_find(struct str parts[PAGE_PARTS], bool *other, enum http_method method, struct str path)
{
    enum http_method asked = method == HTTP_HEAD ? HTTP_GET : method;
    *other = false;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        for (size_t k = 0; k < PAGE_PARTS; k++) parts[k] = STR("");
        if (!matches(parts, str_of(PAGES[i]->path), path)) continue;
        if (PAGES[i]->method == asked) return PAGES[i];
        *other = true;
    }
    return NULL;
}

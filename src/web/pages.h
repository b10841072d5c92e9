/* SPDX-License-Identifier: Apache-2.0
 *
 * pages: every page there is, each in its own file; pages.c is their list.
 */
#ifndef PAGES_H
#define PAGES_H
#include "page.h"

extern const struct page page_health, page_asset, page_sign_in, page_sign_in_take, page_sign_out, page_home,
    page_indicators, page_indicator, page_compare, page_map, page_more, page_journal, page_entry, page_agenda,
    page_units, page_unit, page_programmes, page_projects, page_project, page_number, page_figure, page_my_work,
    page_work, page_matter, page_documents, page_document, page_search, page_second, page_second_take, page_again,
    page_again_take, page_password, page_password_take, page_account, page_account_take, page_second_set,
    page_second_set_take, page_people, page_people_take, page_person, page_person_take, page_judge, page_act;
#endif

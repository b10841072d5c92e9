/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_form: see kind_form.h.
 */
#include "kind_form.h"

const struct kind_form *kind_form_find(const struct matter_kind *k, struct str word)
{
    for (size_t i = 0; i < k->form_count; i++)
        if (str_eq(k->forms[i].word, word)) return &k->forms[i];
    return NULL;
}

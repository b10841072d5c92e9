/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_class: see budget_class.h. Codes are digits of one length within a kind, so that their order as text is that
 * of their numbers.
 */
#include "budget_class.h"

#include "budget_line_private.h"

struct budget_classes budget_classes(void)
{
    return (struct budget_classes){budget_class_rows, budget_class_rows_count};
}

struct str budget_class_word(enum budget_class_kind kind)
{
    static const struct str WORDS[CLASS_KINDS] = {
        STR_INIT("chapter"),   STR_INIT("level"), STR_INIT("source"),  STR_INIT("sector"),
        STR_INIT("subsector"), STR_INIT("item"),  STR_INIT("subitem"),
    };
    return kind < CLASS_KINDS ? WORDS[kind] : STR("");
}

bool budget_class_has(const struct budget_class *c, struct str code)
{
    if (code.len != c->code.len) return false;
    if (c->end.len == 0) return str_eq(c->code, code);
    return str_cmp(c->code, code) <= 0 && str_cmp(code, c->end) <= 0;
}

bool budget_class_holds(const struct budget_class *c, struct date day)
{
    if (!date_known(day)) return true;
    return date_cmp(c->from, day) <= 0 && (!date_known(c->to) || date_cmp(day, c->to) <= 0);
}

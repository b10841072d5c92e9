/* SPDX-License-Identifier: Apache-2.0
 *
 * measure: the tables of names of measure.h, and nothing else.
 */
#include "measure.h"

static const struct str KINDS[] = {STR_INIT("level"),      STR_INIT("growth"), STR_INIT("change"),
                                   STR_INIT("plan_ratio"), STR_INIT("share"),  STR_INIT("fraction")};
static const struct str BOUNDS[] = {STR_INIT("exact"), STR_INIT("over"), STR_INIT("under"), STR_INIT("about")};
static const struct str ASPECTS[] = {STR_INIT("actual"), STR_INIT("estimate"), STR_INIT("plan")};
static const struct str AGAINSTS[] = {
    STR_INIT(""), STR_INIT("same_period"), STR_INIT("previous_period"), STR_INIT("previous_year"),
    STR_INIT(""), STR_INIT("plan")};
_Static_assert(sizeof KINDS / sizeof *KINDS == KIND_COUNT, "a name for each");
_Static_assert(sizeof BOUNDS / sizeof *BOUNDS == BOUND_COUNT, "a name for each");
_Static_assert(sizeof ASPECTS / sizeof *ASPECTS == ASPECT_COUNT, "a name for each");
_Static_assert(sizeof AGAINSTS / sizeof *AGAINSTS == AGAINST_COUNT, "a name for each");

static bool find(size_t *out, const struct str *names, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(names[i], name)) {
            *out = i;
            return true;
        }
    return false;
}

struct str kind_name(enum figure_kind k)
{
    return KINDS[k];
}

struct str bound_name(enum figure_bound b)
{
    return BOUNDS[b];
}

struct str aspect_name(enum figure_aspect a)
{
    return ASPECTS[a];
}

struct str against_name(enum figure_against a)
{
    return AGAINSTS[a];
}

bool kind_find(enum figure_kind *out, struct str name)
{
    size_t i;
    if (!find(&i, KINDS, KIND_COUNT, name)) return false;
    *out = (enum figure_kind)i;
    return true;
}

bool bound_find(enum figure_bound *out, struct str name)
{
    size_t i;
    if (!find(&i, BOUNDS, BOUND_COUNT, name)) return false;
    *out = (enum figure_bound)i;
    return true;
}

bool aspect_find(enum figure_aspect *out, struct str name)
{
    size_t i;
    if (!find(&i, ASPECTS, ASPECT_COUNT, name)) return false;
    *out = (enum figure_aspect)i;
    return true;
}

bool against_find(enum figure_against *out, struct str name)
{
    size_t i;
    if (!find(&i, AGAINSTS, AGAINST_COUNT, name)) return false;
    *out = (enum figure_against)i;
    return true;
}

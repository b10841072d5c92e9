/* SPDX-License-Identifier: Apache-2.0
 *
 * xml: one XML part of an Office file, told piece by piece. A document type (and with it every entity of its own) is
 * refused, nothing is fetched.
 */
#ifndef XML_H
#define XML_H
#include "str.h"

/* Attributes of the element that starts, good during the call. */
struct xml_attributes {
    const void *at;
    int count;
};

struct xml_walker {
    void *context;
    /* Names without their prefix. */
    void (*start)(void *context, struct str name, const struct xml_attributes *a);
    void (*end)(void *context, struct str name);
    void (*text)(void *context, struct str s); /* in any number of parts */
};

/* False when the part is not well-formed or has a document type. What was told before stands. */
[[nodiscard]] bool xml_walk(struct str bytes, const struct xml_walker *w);

/* The value of an attribute, "" when it is not there. `name` without prefix. */
struct str xml_attribute(const struct xml_attributes *a, struct str name);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * outlet: see outlet.h.
 */
#include "outlet.h"

#include "outlet_private.h"

static bool has_only_visible(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] <= ' ' || s.ptr[i] == 0x7f) return false;
    return s.len > 0;
}

static bool directory_fits(struct str place)
{
    for (size_t i = 0; i < place.len; i++)
        if (!place.ptr[i]) return false;
    return place.len > 0;
}

/* Behind a scheme there is a host. */
static bool url_fits(struct str s, struct str scheme)
{
    struct str rest = str_from(s, scheme.len);
    return str_starts(s, scheme) && has_only_visible(s) && rest.len && rest.ptr[0] != '/' && rest.ptr[0] != ':' &&
           str_find_char(rest, '@') < 0; /* no password in an address: it would be shown and kept */
}

static bool server_fits(struct str place)
{
    return url_fits(place, STR("smtp://")) || url_fits(place, STR("smtps://"));
}

static bool hook_fits(struct str place)
{
    return url_fits(place, STR("https://")) || url_fits(place, STR("http://"));
}

static bool no_address(struct str address)
{
    return !address.len;
}

bool mail_address_fits(struct str s)
{
    ptrdiff_t at = str_find_char(s, '@');
    if (at < 1 || s.len > 254 || !has_only_visible(s)) return false;
    struct str domain = str_from(s, (size_t)at + 1);
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80 || str_find_char(STR("<>(),;:\\\"[]"), s.ptr[i]) >= 0) return false;
    return domain.len && str_find_char(domain, '@') < 0 && domain.ptr[0] != '.' && domain.ptr[domain.len - 1] != '.';
}

static const struct outlet_type TYPES[] = {
    {STR_INIT("file"), false, false, true, directory_fits, no_address, file_send},
    {STR_INIT("mail"), true, true, false, server_fits, mail_address_fits, mail_send},
    {STR_INIT("webhook"), false, false, false, hook_fits, hook_fits, webhook_send},
};

const struct outlet_type *outlet_types(size_t *count)
{
    *count = sizeof TYPES / sizeof *TYPES;
    return TYPES;
}

const struct outlet_type *outlet_type_find(struct str word)
{
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (str_eq(TYPES[i].word, word)) return &TYPES[i];
    return NULL;
}

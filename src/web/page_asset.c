/* SPDX-License-Identifier: Apache-2.0
 *
 * page_asset: styles and scripts, and whether the server answers at all.
 */
#include "asset.h"
#include "pages.h"

#include <assert.h>

struct link asset_link(struct arena *a, struct str name)
{
    for (size_t i = 0; i < ASSET_COUNT; i++)
        if (str_eq(ASSETS[i].name, name)) return link_path(a, (struct str[]){STR("tinh"), ASSETS[i].hash, name}, 3);
    assert(false); /* no such asset: a name in the program is wrong */
    return (struct link){0};
}

/* An address with an old hash, out of a page that was kept, gets the bytes of today; but not for ever. */
static bool run_asset(struct visit *v, struct err *err)
{
    for (size_t i = 0; i < ASSET_COUNT; i++) {
        if (!str_eq(ASSETS[i].name, v->parts[1])) continue;
        buf_put(&v->answer.body, ASSETS[i].bytes);
        v->answer.type = ASSETS[i].type;
        v->answer.forever = str_eq(ASSETS[i].hash, v->parts[0]);
        return true;
    }
    return fail(err, ERR_PAGE_MISSING, v->request->path);
}

static bool run_health(struct visit *v, struct err *err)
{
    (void)err; /* it was reached with a record that opens */
    buf_put(&v->answer.body, STR("ok\n"));
    v->answer.type = STR("text/plain; charset=utf-8");
    return true;
}

const struct page page_asset = {HTTP_GET, "/tinh/{hash}/{name}", NEEDS_ANYONE, {{0}}, run_asset};
const struct page page_health = {HTTP_GET, "/healthz", NEEDS_ANYONE, {{0}}, run_health};

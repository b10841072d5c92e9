/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_package: what a datapackage.json (Frictionless Data Package v1) says of the tables that dataset.h writes. Only
 * what is needed is looked at, so a package that somebody has completed with titles or licences is still ours. It names
 * files, and it may come from a stranger: a path leads down from the folder of the package and to nowhere else.
 */
#include "figure_private.h"
#include "payload.h"

enum { PACKAGE_VERSION = 1 };

static bool path_is_inside(struct str path)
{
    if (!path.len || path.len > 200 || path.ptr[0] == '/' || str_has(path, STR(".."))) return false;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '\\' || path.ptr[i] == ':' || (unsigned char)path.ptr[i] < ' ') return false;
    return true;
}

static void take_resource(struct str *path, struct str *hash, struct payload *p, struct arena *a, const json_t *r)
{
    *path = str_copy(a, payload_text(p, r, "path"));
    *hash = str_copy(a, payload_text(p, r, "hash"));
    struct str encoding = payload_text(p, r, "encoding");
    if (!path_is_inside(*path) || (encoding.len && !str_eq(encoding, STR("utf-8")))) p->bad = true;
}

static void take(struct package_paths *out, struct payload *p, struct arena *a)
{
    const json_t *own = json_object_get(p->root, "dieuhanh");
    json_t *resources = payload_array(p, p->root, "resources");
    if (!json_is_object(own) || payload_int(p, own, "version") != PACKAGE_VERSION) p->bad = true;
    for (size_t i = 0; i < json_array_size(resources); i++) {
        const json_t *r = payload_object_at(p, resources, i);
        struct str name = r ? payload_text(p, r, "name") : STR("");
        if (str_eq(name, STR("figures"))) take_resource(&out->figures, &out->figures_hash, p, a, r);
        if (str_eq(name, STR("units"))) take_resource(&out->units, &out->units_hash, p, a, r);
    }
}

bool package_read(struct package_paths *out, struct arena *a, struct str json, struct str name, struct err *err)
{
    struct payload p;
    *out = (struct package_paths){.figures = STR("")};
    if (!payload_open(&p, json)) return fail(err, ERR_PACKAGE_OTHER, name, STR("JSON"));
    take(out, &p, a);
    payload_close(&p);
    if (!p.bad && out->figures.len) return true;
    return fail(err, ERR_PACKAGE_OTHER, name,
                p.bad ? STR("dieuhanh.version, path, encoding") : STR("resources: figures"));
}

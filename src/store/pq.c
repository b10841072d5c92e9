/* SPDX-License-Identifier: Apache-2.0
 *
 * pq: see pq.h. The number after .so is the interface of the library, the same since 2003.
 */
#include "pq.h"

#include <dlfcn.h>

static bool look_up(void **function, void *library, const char *name)
{
    *function = dlsym(library, name);
    return *function;
}

bool pq_load(const struct pq **out, struct err *err)
{
    static struct pq functions;
    static bool loaded;
    *out = &functions;
    if (loaded) return true;
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library) return fail(err, ERR_RECORD_LIBRARY, str_of(dlerror()));
    bool ok = true;
#define PQ_LOOK_UP(name) ok = ok && look_up((void **)(void *)&functions.name, library, #name);
    PQ_FUNCTIONS(PQ_LOOK_UP)
#undef PQ_LOOK_UP
    if (!ok) return fail(err, ERR_RECORD_LIBRARY, str_of(dlerror()));
    loaded = true;
    return true;
}

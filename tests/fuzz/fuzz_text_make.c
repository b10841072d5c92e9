/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_text_make: any bytes at the border. Either they are refused, or the inside form is valid UTF-8 without CR and
 * the map leads from its start to its end without going back.
 */
#include "must.h"

#include "arena.h"
#include "text.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_make(64u << 20);
    struct str bytes = {(const char *)data, size};
    struct text t;
    struct err e;
    bool good = text_make(&t, a, bytes, &e);
    must(good == utf8_valid(bytes, NULL));
    if (good) {
        must(utf8_valid(t.inside, NULL));
        must(str_find_char(t.inside, '\r') < 0);
        uint32_t before = 0;
        for (size_t i = 0; i <= t.inside.len; i++) {
            uint32_t at = text_original(&t, (uint32_t)i);
            must(at >= before && at <= size);
            before = at;
        }
        must(before == size);
        utf8_fold(a, t.inside);
        utf8_lower(a, t.inside);
        char key[64];
        utf8_syllable_key(key, sizeof key, t.inside);
    }
    arena_close(a);
    return 0;
}

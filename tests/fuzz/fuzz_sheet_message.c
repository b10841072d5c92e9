/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_sheet_message: any bytes as what a child that was taken over says of a workbook. What is accepted keeps the
 * promises of sheet.h.
 */
#include "book_laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_make(1024u << 20);
    struct workbook w;
    enum sheet_refusal refused;
    struct str detail;
    struct str message = {(const char *)data, size};
    if (sheet_message_read(&w, &refused, &detail, a, message) && !refused) {
        const char *at = w.text.ptr;
        for (size_t i = 0; i < w.sheet_count; i++)
            if (w.sheets[i].rows < 100000) sheet_laws(a, &w, &w.sheets[i], &at);
    }
    arena_close(a);
    return 0;
}

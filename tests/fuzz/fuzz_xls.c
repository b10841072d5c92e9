/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_xls: any bytes as an XLS workbook, or, when they do not begin like a compound file, as the records inside one.
 */
#include "book_laws.h"
#include "ole.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_make(1024u << 20);
    struct str bytes = {(const char *)data, size};
    struct sheet_maker m = sheet_maker_make(a);
    if (ole_is(bytes))
        sheet_parse_xls(&m, bytes);
    else
        sheet_parse_biff(&m, bytes);
    book_laws(&m);
    arena_close(a);
    return 0;
}

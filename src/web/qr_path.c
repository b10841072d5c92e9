/* SPDX-License-Identifier: Apache-2.0
 *
 * qr_path: see qr_path.h. The arithmetic is libqrencode's.
 */
#include "qr_path.h"

#include "buf.h"

#include <qrencode.h>

struct str qr_path(size_t *size, struct arena *a, struct str text)
{
    enum { QUIET = 4 };
    struct buf b = buf_make(1 << 20);
    QRcode *code = QRcode_encodeString8bit(str_copy_z(a, text), 0, QR_ECLEVEL_M);
    *size = 0;
    if (!code) return STR("");
    size_t width = (size_t)code->width;
    *size = width + 2 * QUIET;
    for (size_t y = 0; y < width; y++)
        for (size_t x = 0; x < width; x++)
            if (code->data[y * width + x] & 1) buf_format(&b, "M%zu %zuh1v1h-1z", x + QUIET, y + QUIET);
    QRcode_free(code);
    struct str path = str_copy(a, buf_str(&b));
    buf_free(&b);
    return path;
}

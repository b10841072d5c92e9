/* SPDX-License-Identifier: Apache-2.0
 *
 * span: where something was read: bytes [start, end) of the text of one document. The document is named by its place in
 * the list of documents that the caller is working on (0 for a single one); the store names it by SHA-256.
 * Offsets are into the text that the reader saw (NFC); text_original (text.h) leads back to the bytes on disk.
 */
#ifndef SPAN_H
#define SPAN_H
#include <stdint.h>

struct span {
    uint32_t document;
    uint32_t start, end;
};
#endif

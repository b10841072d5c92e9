/* SPDX-License-Identifier: Apache-2.0
 *
 * text: the border where bytes become text. Inside, every str is valid UTF-8 in NFC with '\n' as the only line end;
 * outside, files are as people made them: with or without BOM, NFC or NFD (macOS, some web sites), CRLF. text_make
 * makes the inside form and keeps a map back, so that every span can be shown in the bytes on disk.
 *
 *   inside  "Quận"  (NFC, 5 bytes)      <- offset 2..4 "ậ"
 *   outside "Quâ\u0323n" (NFD)          <- text_original: the bytes of the decomposed letter
 *
 * The map is a list of points (inside offset, outside offset), sorted; between two points both sides advance alike, or
 * the stretch is one changed piece (a letter with its marks, a line end). A text that was already in the inside form
 * has one point and shares no copy: `inside` is the input itself.
 */
#ifndef TEXT_H
#define TEXT_H
#include "err.h"

struct arena;

struct text_point {
    uint32_t inside;
    uint32_t outside : 31;
    uint32_t changed : 1; /* from here to the next point the text was changed; else both sides advance alike */
};

struct text {
    struct str inside;
    const struct text_point *points;
    size_t point_count;
};

/* bytes: at most INT32_MAX long; must outlive the text. Fails with ERR_NOT_UTF8 (argument: line number) and leaves *out
 * empty. Memory: nothing for a clean text, else the copy and 16 bytes a change. */
[[nodiscard]] bool text_make(struct text *out, struct arena *a, struct str bytes, struct err *err);

/* The outside offset of an inside offset. Inside a changed piece: the start of the piece. */
uint32_t text_original(const struct text *t, uint32_t inside);

/* The way in: the inside offset of an outside offset. Offsets are asked in rising order; *k, 0 at first, remembers the
 * point. */
uint32_t text_inside(const struct text *t, size_t *k, uint32_t outside);

/* True when the text holds only what NFC allows for Vietnamese without asking ICU: a fast test that may say false for a
 * text that is NFC. */
bool text_is_plain(struct str s);
#endif

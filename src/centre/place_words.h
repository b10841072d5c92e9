/* SPDX-License-Identifier: Apache-2.0
 *
 * place_words: the places that a line of a heading names: "UBND PHƯỜNG SÀI GÒN", "Thu ngân sách xã Tân Lập, huyện Đan
 * Phượng năm 2024", "Đơn vị: quận 1".
 */
#ifndef PLACE_WORDS_H
#define PLACE_WORDS_H
#include "unit_look.h"

struct said_place {
    struct str said;           /* as it stands there */
    struct looked_units units; /* that it can mean, ever */
};

struct said_places {
    VEC_FIELDS(struct said_place);
};

/* Adds the places of a text, in order. Only names that begin with a kind ("phường", "tỉnh") and that a unit of the
 * country or of the record (db, may be NULL) has or had: nothing is guessed. */
[[nodiscard]] bool place_words(struct said_places *out, struct db *db, struct arena *a, struct str text,
                               struct err *err);
#endif

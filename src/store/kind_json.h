/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_json: values out of the JSON that describes a kind of matter or a register, strictly: what is not known, missing
 * or of another type is an error with the name of the file and its place ("fields[2]"). Between the readers of the two.
 */
#ifndef KIND_JSON_H
#define KIND_JSON_H
#include "kind_read.h"

#include <jansson.h>

struct kind_reader {
    struct arena *arena;
    struct str name;
    struct err *err;
};

struct str kind_number_text(struct arena *a, int n);
/* Whether the object has no other keys than these, with blanks between. */
[[nodiscard]] bool kind_keys_known(const struct kind_reader *r, json_t *object, struct str place, struct str allowed);
/* A text without blanks at its ends and control characters, of KIND_TEXT_MOST bytes at most. */
[[nodiscard]] bool kind_text_of(struct str *out, const struct kind_reader *r, const json_t *value, struct str place,
                                struct str key);
/* "" when the key is not there and need not be. */
[[nodiscard]] bool kind_get_text(struct str *out, const struct kind_reader *r, const json_t *object, struct str place,
                                 const char *key, bool needed);
/* A code: a name of its own, in ASCII. */
[[nodiscard]] bool kind_get_word(struct str *out, const struct kind_reader *r, const json_t *object, struct str place,
                                 const char *key);
[[nodiscard]] bool kind_get_flag(bool *out, const struct kind_reader *r, const json_t *object, struct str place,
                                 const char *key);
/* A list of texts, each once; empty when the key is not there and need not be. */
[[nodiscard]] bool kind_get_words(struct word_list *out, const struct kind_reader *r, const json_t *object,
                                  struct str place, const char *key, bool needed);
/* The list under a key of the whole, and how long it is; NULL and 0 when it is not there and need not be. */
[[nodiscard]] bool kind_get_list(json_t **out, size_t *count, const struct kind_reader *r, const json_t *root,
                                 const char *key, bool needed, size_t most);
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * payload: reading the JSON that the record itself has written (json_write.h). What is read is not believed: a value of
 * a wrong kind sets `bad` and reads as nothing, so that a reader takes all its values and asks once at the end.
 *
 * Texts are borrowed until payload_close. A key that is not there reads as 0, "" or false: the writers leave these out.
 */
#ifndef PAYLOAD_H
#define PAYLOAD_H
#include "decimal.h"

#include <jansson.h>

struct payload {
    json_t *root; /* an object */
    bool bad;
};

/* False when the text is not one JSON object without doubled keys; nothing is to be closed then. */
[[nodiscard]] bool payload_open(struct payload *out, struct str text);
void payload_close(struct payload *p);

struct str payload_text(struct payload *p, const json_t *object, const char *key);
int64_t payload_int(struct payload *p, const json_t *object, const char *key);
bool payload_bool(struct payload *p, const json_t *object, const char *key);
/* [coefficient, scale], as payload_decimal_write writes it; *has is false when the key is not there. */
struct decimal payload_decimal(struct payload *p, const json_t *object, const char *key, bool *has);
/* An array; the empty one when the key is not there. Its elements are asked with json_array_get. */
json_t *payload_array(struct payload *p, const json_t *object, const char *key);
/* An element that must be an object; NULL, and bad, when it is not. */
const json_t *payload_object_at(struct payload *p, const json_t *array, size_t i);
int64_t payload_int_at(struct payload *p, const json_t *array, size_t i);
struct str payload_text_at(struct payload *p, const json_t *array, size_t i);

struct json_writer;
/* The writers' side: a key with its value, left out when it is nothing. */
void payload_put_text(struct json_writer *j, struct str key, struct str s);
void payload_put_int(struct json_writer *j, struct str key, int64_t n);
void payload_put_decimal(struct json_writer *j, struct str key, struct decimal d); /* never left out */
#endif

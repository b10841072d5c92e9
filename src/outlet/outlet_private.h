/* SPDX-License-Identifier: Apache-2.0
 *
 * outlet_private: what the ways of going out share.
 */
#ifndef OUTLET_PRIVATE_H
#define OUTLET_PRIVATE_H
#include "outlet.h"

enum outlet_answer file_send(struct str *note, struct arena *a, const struct outlet_settings *s,
                             const struct outlet_message *m);
enum outlet_answer mail_send(struct str *note, struct arena *a, const struct outlet_settings *s,
                             const struct outlet_message *m);
enum outlet_answer webhook_send(struct str *note, struct arena *a, const struct outlet_settings *s,
                                const struct outlet_message *m);
#endif

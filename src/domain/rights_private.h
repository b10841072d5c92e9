/* SPDX-License-Identifier: Apache-2.0
 *
 * rights_private: the table of roles, compiled from data/roles.tsv.
 */
#ifndef RIGHTS_PRIVATE_H
#define RIGHTS_PRIVATE_H
#include "rights.h"

extern const struct role role_rows[];
extern const size_t role_rows_count;
#endif

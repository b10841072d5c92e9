/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_heads_private: data/matter_heads.tsv as compiled; seen by matter_heads.c alone.
 */
#ifndef MATTER_HEADS_PRIVATE_H
#define MATTER_HEADS_PRIVATE_H
#include "matter_heads.h"

extern const struct matter_head matter_heads[];
extern const size_t matter_heads_count;
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * report_definition_private: data/report_definitions.tsv as compiled; seen by report_definition.c alone.
 */
#ifndef REPORT_DEFINITION_PRIVATE_H
#define REPORT_DEFINITION_PRIVATE_H
#include "report_definition.h"

extern const struct report_definition report_definitions[];
extern const size_t report_definitions_count;
#endif

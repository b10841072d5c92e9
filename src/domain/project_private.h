/* SPDX-License-Identifier: Apache-2.0
 *
 * project_private: the tables of data/project/ as compiled; seen by the files of project_* alone.
 */
#ifndef PROJECT_PRIVATE_H
#define PROJECT_PRIVATE_H
#include "project_group.h"
#include "project_press.h"
#include "project_settle.h"
#include "project_table.h"

struct project_sector {
    struct str sector, class;
};
struct project_group_row {
    struct str class;
    enum project_group group;
    struct date from, to;
    int32_t least; /* tỷ đồng */
    struct str citation;
};

extern const struct project_term project_source_rows[];
extern const size_t project_source_rows_count;
extern const struct project_term project_stage_rows[];
extern const size_t project_stage_rows_count;
extern const struct project_term project_obstacle_rows[];
extern const size_t project_obstacle_rows_count;
extern const struct project_window project_windows[];
extern const size_t project_windows_count;
extern const struct project_sector project_sectors[];
extern const size_t project_sectors_count;
extern const struct project_group_row project_group_rows[];
extern const size_t project_group_rows_count;
extern const struct press_rule press_rules[];
extern const size_t press_rules_count;
extern const struct settle_rule settle_rules[];
extern const size_t settle_rules_count;
#endif

/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_table: see formula_table.h. It stands alone, so that the tool that compiles the table can use the rest.
 */
#include "formula_table.h"

struct formula_rows formula_table(void)
{
    return (struct formula_rows){formula_rows, formula_rows_count};
}

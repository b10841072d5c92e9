#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# quantity.sh: spoken and written numbers, money, measures, fractions, ordinals and dates of a public set of cases. The set is not
# part of this repository: where it is absent the row says so.
. "$(dirname "$0")/lib.sh"
if [ ! -f "$shared/data/cases/nemo_vi_itn.tsv" ]; then
    row cases_all "số viết bằng chữ và số / spoken and written numbers" "không có bộ ca, bỏ qua / no cases, skipped" "" "" "" ">= 97"
    exit
fi
python3 bench/quantity.py "$dieuhanh" "$shared/data/cases" bench/quantity_differences.tsv | while IFS=$'\t' read -r name what ours goal; do
    row "$name" "$what" "$ours" % "" "" "$goal"
done

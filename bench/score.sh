#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# score.sh: how well the reader reads reports that were annotated by hand. The texts belong to their publishers and are not part
# of this repository: where they are absent the rows say so.
. "$(dirname "$0")/lib.sh"
python3 bench/score.py "$dieuhanh" "$shared" "$work/score" | while IFS=$'\t' read -r name what ours goal; do
    row "$name" "$what" "$ours" F1 "" "" "$goal"
done

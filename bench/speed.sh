#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# speed.sh: reading report text with all statements made and written, on one core, and `wc -w` on the same file for scale.
. "$(dirname "$0")/lib.sh"
report_text "$work/report.txt" 30
bytes=$(stat -c %s "$work/report.txt")
ours=$(cost cpu 5 "$dieuhanh" read --format jsonl "$work/report.txt") && ours=$(calculate "$bytes / 1000 / $ours" 1)
peer=$(cost cpu 3 wc -w "$work/report.txt") && peer=$(calculate "$bytes / 1000 / $peer" 1)
row speed_read "đọc báo cáo / reading reports" "$ours" MB/s "wc -w" "$peer" ">= 50"

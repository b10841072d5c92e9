#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# record.sh: the journal of the record (bench/record.c): verifying a million entries, with sha256sum on the same lines for scale; adding
# entries; commits that are on the disk; and bringing a report of one megabyte into a record.
. "$(dirname "$0")/lib.sh"
tool=$work/record
record=$work/record.db
libraries=$(pkg-config --libs sqlite3 libsodium jansson icu-uc liboath)
# shellcheck disable=SC2086
gcc -std=gnu2x -O2 -D_GNU_SOURCE -Isrc/base -Isrc/domain -Isrc/store -Isrc/centre -Ibuild/src/base -Ibuild/src/store bench/record.c \
    -o "$tool" build/src/centre/libcentre.a build/src/store/libstore.a build/src/domain/libdomain.a build/src/base/libbase.a \
    $libraries || exit 1
entries=1000000

rm -f "$record" "$record"-*
filled=$("$tool" fill "$record" $entries)
ours=$("$tool" verify "$record")
"$tool" lines "$record" >"$work/journal.jsonl"
peer=$(cost cpu 3 sha256sum "$work/journal.jsonl") && peer=$(calculate "$entries * 1000 / $peer" 0)
row record_verify "kiểm tra nhật ký, mục mỗi giây / journal entries verified a second" "$ours" mục/s sha256sum "$peer" ">= 1000000"
row record_append "thêm mục nhật ký / journal entries added a second" "$filled" mục/s "" "" ""
row record_commit "thay đổi đã nằm trên đĩa / durable changes a second" "$("$tool" commits "$record" 500)" /s "" "" ""

rm -f "$record" "$record"-*
report_text "$work/report-1.txt" 1
"$dieuhanh" init -q --record "$record"
ours=$(cost cpu 1 "$dieuhanh" import -q --format csv --record "$record" --accept --place "quận An Hòa" --date 2024-07-05 "$work/report-1.txt")
row record_import "nhập và chấp nhận báo cáo 1 MB / importing and accepting 1 MB of report" "$ours" ms "" "" ""
row record_rebuild "dựng lại kho đó / rebuilding that record" "$(cost cpu 1 "$dieuhanh" rebuild -q --record "$record")" ms "" "" ""
row record_check "kiểm tra kho đó / verifying that record" "$(cost cpu 1 "$dieuhanh" verify -q --record "$record")" ms "" "" ""

# Figures with their keys, one a line, a figure for each commune of today and indicator.
awk -F'\t' '!/^#/ && $5 == "" && $1 !~ /\./ { code[n++] = $1 }
    END { split("A02 A05 B14 A01 A08 A09 A10a A11 B11a B13a B15a B17a", what, " ")
          for (i = 1; i <= 12; i++) for (u = 0; u < n; u++)
              printf "{\"unit\":\"%s\",\"indicator\":\"%s\",\"period\":\"2026\",\"value\":%d}\n",
                  code[u], what[i], 1000 + (u * 7919 + i * 104729) % 90000 }' \
    data/units/communes.tsv >"$work/figures.jsonl"
figures=$(wc -l <"$work/figures.jsonl")
rm -f "$record" "$record"-*
"$dieuhanh" init -q --record "$record"
ours=$(cost cpu 1 "$dieuhanh" table -q --format csv --record "$record" "$work/figures.jsonl") && ours=$(calculate "$figures * 1000 / $ours" 0)
row record_table "nhập bảng số liệu, số mỗi giây / figures of a table proposed a second, of $figures" "$ours" số/s "" "" ""
rm -f "$record" "$record"-*
"$dieuhanh" init -q --record "$record"
ours=$(cost cpu 1 "$dieuhanh" table -q --accept --format csv --record "$record" "$work/figures.jsonl") && ours=$(calculate "$figures * 1000 / $ours" 0)
row record_table_accept "nhập và chấp nhận, số mỗi giây / proposed and accepted a second" "$ours" số/s "" "" ""
rm -f "$record" "$record"-* "$work/journal.jsonl" "$work/figures.jsonl"

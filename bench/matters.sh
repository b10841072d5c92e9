#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# matters.sh: lists, search and counts of a million matters of 168 units, and a million clocks reckoned anew after a day off was announced
# (bench/matters.c on records of tests/tools/many_matters.py); a list of a million dossiers (tools/matters_generate.py) that comes in, and comes in
# once more.
. "$(dirname "$0")/lib.sh"
tool=$work/matters
record=$work/matters.db
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(date -u -d '2026-07-01 05:00' +%s)
# shellcheck disable=SC2046
gcc -std=gnu2x -O2 -D_GNU_SOURCE -Isrc/base -Isrc/domain -Isrc/store -Isrc/centre -Ibuild/src/base -Ibuild/src/store bench/matters.c -o "$tool" \
    build/src/centre/libcentre.a build/src/cube/libcube.a build/src/document/libdocument.a build/src/reader/libreader.a \
    build/src/output/liboutput.a build/src/store/libstore.a build/src/domain/libdomain.a build/src/base/libbase.a \
    $(pkg-config --libs sqlite3 libsodium jansson icu-uc libxml-2.0 libpq liboath) || exit 1
"$dieuhanh" unit list 79 --format csv | awk -F, 'NR > 1 && $1 != 26740 { print $1 }' >"$work/wards"

fill() {
    rm -f "$record" "$record"-*
    "$dieuhanh" init -q --record "$record"
    "$dieuhanh" task new 'Việc đầu tiên' -q --record "$record" --unit 26740 --with "$(paste -sd';' "$work/wards")" || exit 1
    python3 tests/tools/many_matters.py "$record" "$@" || exit 1
}
fill 1000000
"$tool" "$record" ask >"$work/matters.tsv" || exit 1
of() { awk -F'\t' -v name="$1" '$1 == name { print $2 }' "$work/matters.tsv"; }
page() { row "matters_$1" "$2" "$(of "$1")" ms "" "" "<= 10"; }
page list_all "1 triệu việc, trang 50: đang làm / a million matters, a page of 50: under way"
page list_ended "cả việc đã xong / what has ended too"
page list_late "quá hạn / late"
page list_ended_late "xong quá hạn / ended late"
page list_unit "của một đơn vị / of a unit"
page list_under "của cả thành phố / of the whole city"
page list_person "của một người / of a person"
page list_state "một trạng thái / in a state"
page list_deep "trang giữa / a page in the middle"
page words_many "từ mà nhiều việc có / words that many have"
page words_rare "từ hiếm / words that few have"
page words_number "hai từ thường, ít việc có cả hai / two usual words that few have both of"
page words_none "từ không việc nào có / words that none has"
page words_rare_unit "từ hiếm của một đơn vị / rare words of a unit"
page mine_person "việc của tôi / my work"
page mine_unit "việc của đơn vị / a unit's work"
row matters_counts "đếm mọi đơn vị / counts of all units" "$(of counts)" ms "" "" "<= 50"
row matters_rates "tỷ lệ mọi đơn vị / rates of all units" "$(of rates)" ms "" "" "<= 50"

# Every clock runs in 2025 and 2026, which are announced; a day swapped moves those that pass over it.
for year in 2025 2026; do "$dieuhanh" calendar show $year --format csv; done | awk -F, 'NR > 1' >"$work/off"
python3 - "$work/off" >"$work/days" <<'PYTHON'
import csv, datetime, sys
entries = {r[0]: r for r in csv.reader(open(sys.argv[1])) if r and r[0][:2] == '20'}
day = datetime.date(2026, 1, 1)
while day.year < 2027:
    row = entries.get(day.isoformat())
    if (day.weekday() < 5) if row is None else (row[4] == 'true'):
        print(day.isoformat())
    day += datetime.timedelta(1)
PYTHON
fill 1000000 1 "$work/days"
"$tool" "$record" reckon >"$work/matters.tsv" || exit 1
row matters_reckon "tính lại 1 triệu hạn, không hạn nào đổi / a million clocks reckoned, none moves ($(of moved) of $(of looked))" "$(of reckon)" s "" "" "<= 2"
"$dieuhanh" calendar swap 2026-06-12 2026-06-20 -q --record "$record" --text 1/TB
"$tool" "$record" reckon >"$work/matters.tsv" || exit 1
row matters_reckon_moved "tính lại khi một ngày hoán đổi, $(of moved) hạn đổi / after a swapped day, so many move" "$(of reckon)" s "" "" "<= 2"
rm -f "$record" "$record"-*

python3 tools/matters_generate.py "$work/lists" --dossiers 1000000 --tasks 0 --unit "26740;$(paste -sd';' "$work/wards")" || exit 1
"$dieuhanh" init -q --record "$record"
bring_in() { "$measure" -n 1 -o /dev/null "$dieuhanh" dossier import -q --record "$record" "$work/lists/ho-so.csv" 2>"$work/errors" >"$work/cost" || cat "$work/errors" >&2; }
bring_in
row matters_import "nhập danh sách 1 triệu hồ sơ, giờ bộ xử lý / a list of a million dossiers comes in, time of the processor" "$(calculate "$(cut -f2 "$work/cost") / 1000")" s "" "" "<= 60"
row matters_import_wall "như trên, giờ đồng hồ / the same by the clock" "$(calculate "$(cut -f1 "$work/cost") / 1000")" s "" "" ""
row matters_import_memory "bộ nhớ nhiều nhất / most memory" "$(calculate "$(cut -f3 "$work/cost") / 1024" 0)" MB "" "" ""
"$tool" "$record" dossiers >"$work/matters.tsv" || exit 1
page dossier_page "1 triệu hồ sơ, trang 50 / a million dossiers, a page of 50"
page dossier_late "hồ sơ quá hạn / late"
page dossier_state "chờ bổ sung / that wait for supplements"
page dossier_words "từ mà nhiều hồ sơ có / words that many have"
page dossier_number "một số hồ sơ / a number"
page dossier_unit "của một đơn vị / of a unit"
page dossier_under "của cả thành phố / of the whole city"
row matters_dossier_counts "đếm mọi đơn vị / counts of all units" "$(of dossier_counts)" ms "" "" "<= 50"
row matters_dossier_feed "số liệu của một tháng (matter feed), đi qua cả triệu hồ sơ / figures of a month" \
    "$(calculate "$("$measure" -n 1 -o /dev/null "$dieuhanh" matter feed 2026-05 --kind dossier --dry-run --record "$record" | cut -f2) / 1000")" s "" "" ""
bring_in
row matters_import_again "nhập lại, không đổi gì / the same again, nothing changes" "$(calculate "$(cut -f2 "$work/cost") / 1000")" s "" "" "<= 60"
rm -rf "$record" "$record"-* "$work/lists"

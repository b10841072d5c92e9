#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# check: what contradicts what, as a person and as a program sees it. The rules themselves are tested in tests/check.
. "$(dirname "$0")/lib.sh"

cat >wrong.txt <<'TEXT'
Năm 2023, quận An Hòa có 11/12 chỉ tiêu đạt kế hoạch, tỷ lệ 81,6%.
TEXT
cat >right.txt <<'TEXT'
Năm 2023, quận An Hòa có 11/12 chỉ tiêu đạt kế hoạch, tỷ lệ 91,7%.
TEXT

run dieuhanh check right.txt
is_status 0
silent out
says err '0 mâu thuẫn'
run dieuhanh check --quiet right.txt
silent err

run dieuhanh check wrong.txt
is_status 0
says out 'MÂU THUẪN'
says out '«11/12 chỉ tiêu»'
says err '1 mâu thuẫn'
run dieuhanh check --strict wrong.txt
is_status 3
run dieuhanh check --strict right.txt
is_status 0
run dieuhanh check --lang en wrong.txt
says err 'contradictions: 1'

run dieuhanh check --format jsonl wrong.txt right.txt
is_status 0
silent err
says out '"severity":"contradiction"'
says out '"file":"wrong.txt"'
cp "$out" lines.jsonl
run dieuhanh check --format json wrong.txt right.txt
if command -v python3 >/dev/null; then
    ok 'JSON is JSON' python3 -c '
import json, sys
rows = json.load(open(sys.argv[1]))
assert rows and rows == [json.loads(line) for line in open("lines.jsonl")]' "$out"
else
    skip 'python3 is not installed' 1
fi

# A file that cannot be read does not hide what is wrong with the others.
run dieuhanh check --format jsonl missing.txt wrong.txt
is_status 1
says out '"severity":"contradiction"'
says err 'không có tệp «missing.txt»'

# Nothing was read: the error is all that is said.
run dieuhanh check missing.txt
is_status 1
says err 'không có tệp «missing.txt»'
says_not err 'mâu thuẫn'

# The plan of the disbursement stands in the record; the finding names the figure for `explain`.
cat >plan.txt <<'TEXT'
ỦY BAN NHÂN DÂN QUẬN AN HÒA
An Hòa, ngày 05 tháng 01 năm 2024

Kế hoạch vốn đầu tư công năm 2024 của quận An Hòa là 372,5 tỷ đồng.
TEXT
cat >paid.txt <<'TEXT'
ỦY BAN NHÂN DÂN QUẬN AN HÒA
An Hòa, ngày 02 tháng 7 năm 2024

6 tháng đầu năm 2024, giải ngân vốn đầu tư công đạt 121,9 tỷ đồng, đạt 36,4% kế hoạch.
TEXT
dieuhanh init --record r.db >/dev/null 2>&1
dieuhanh import --record r.db plan.txt >/dev/null 2>&1
dieuhanh accept --record r.db S1 >/dev/null 2>&1
run dieuhanh check --record r.db paid.txt
is_status 0
says out '121,9 tỷ đồng / 372,5 tỷ đồng = 32,725 %, nhưng văn bản ghi 36,4 % kế hoạch [value_ratio_plan]'
says out 'kho số liệu F1: 372,5 tỷ đồng'
run dieuhanh check --record r.db --format jsonl paid.txt
says out '"figure":"F1"'
run dieuhanh check --record missing.db paid.txt
is_status 1
says err "không có kho số liệu «$(record_place missing.db)»"

# Words of a report cannot steer the terminal.
printf 'Năm 2023, quận \033[2JAn Hòa có 11/12 chỉ tiêu đạt kế hoạch, tỷ lệ 81,6%%.\n' >steer.txt
run dieuhanh check --all steer.txt
is_status 0
says_not out "$(printf '\033')"

# The example reports and nothing else stand in their folder; what is wrong in them on purpose (docs/EXAMPLES.md) is found.
run dieuhanh check "$here"/../../examples/*
is_status 0
says out 'tiêu đề hoặc phần đầu ghi 108 %, trong bài ghi 111,24 % [lead_against_body]'
says out 'MÂU THUẪN: 17/18 chỉ tiêu = 94,444 %, nhưng văn bản ghi 92,4 % [fraction_percent]'
says out 'MÂU THUẪN: 1.286 doanh nghiệp so với 1.164 doanh nghiệp (năm 2022) là tăng 10,48 %, nhưng văn bản ghi tăng 6,25 % [growth_base]'
says out '94,35 % - 89,9 % = 4,45 điểm %; tính tương đối thì tăng 4,95 % [rate_difference_called_growth]'
says out 'MÂU THUẪN: 163,8 tỷ đồng / 468 tỷ đồng = 35 %, nhưng văn bản ghi 38,2 % kế hoạch [value_ratio_plan]'
says err '4 mâu thuẫn'

dieuhanh check wrong.txt >/dev/full 2>"$err"
status=$?
about='check > /dev/full'
is_status 1
says err 'không ghi được kết quả'
done_testing

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# stand, explain, report, export: from a report in the record to where a place stands, and back from each number to the words.
. "$(dirname "$0")/lib.sh"
export SOURCE_DATE_EPOCH=1689210000 DIEUHANH_USER='người thử'

for command in stand 'report An' export 'explain F1'; do
    # shellcheck disable=SC2086
    run dieuhanh $command
    is_status 1
    silent out
    says err "không có kho số liệu «$(record_place dieuhanh.db)»"
done

cat >bao-cao.txt <<'TEXT'
UBND QUẬN AN HÒA
Báo cáo kinh tế - xã hội 6 tháng đầu năm 2023

Thu ngân sách nhà nước trên địa bàn quận An Hòa 6 tháng đầu năm 2023 đạt 1.234,5 tỷ đồng, bằng 52,3% dự toán, tăng 8,1% so với cùng kỳ năm trước.
TEXT
dieuhanh init --quiet
run dieuhanh stand
is_status 1
says err 'chưa có số liệu'
run dieuhanh export --format csv
is_status 0
lines out 1
run dieuhanh import --accept bao-cao.txt
is_status 0

run dieuhanh stand
is_status 0
says out 'quận An Hòa, 6 tháng đầu năm 2023'
says out '1.234,5'
says out '52,3 %'
says out '+8,1 %'
run dieuhanh stand --lang en
is_status 0
says out '1,234.5'
run dieuhanh stand --format jsonl
says out '"unit":"quan-an-hoa"'
says out '"value":1234500000000,'
says out '"plan_ratio":52.3,'
says out '"growth":8.1,'
cp "$out" all.jsonl
run dieuhanh stand --unit 'Q. AN HÒA' --period 2023-H1 --format jsonl
is_status 0
same out all.jsonl
run dieuhanh stand --unit 'nơi không có'
is_status 1
says err 'nơi không có'
run dieuhanh stand --period 'hôm qua'
is_status 2
says err '«hôm qua»'

# Every id that stand writes can be explained, down to the words.
ids=$(sed 's/"[a-z_]*_id":"\([^"]*\)"/\n@\1\n/g' all.jsonl | sed -n 's/^@\(..*\)/\1/p')
ok 'stand writes ids' [ "$(echo "$ids" | wc -l)" -ge 3 ]
for id in $ids; do
    run dieuhanh explain "$id"
    is_status 0
    says out 'bao-cao.txt'
    says out '«'
done
run dieuhanh explain S1
is_status 0
says out '«1.234,5 tỷ đồng»'
run dieuhanh explain F999
is_status 1
says err 'F999'
run dieuhanh explain 'F1; DROP TABLE figure'
is_status 2

run dieuhanh report 'quận An Hòa'
is_status 0
says out '[1.234,5](#so-1)'
says out 'đạt **1.234,5 tỷ đồng**, bằng'
says out 'bao-cao.txt'
run dieuhanh report --format html 'quận An Hòa'
is_status 0
says out '<a href="#so-1">1.234,5</a>'
says out '<mark>1.234,5 tỷ đồng</mark>'
cp "$out" once.html
run dieuhanh report --format html 'quận An Hòa'
same out once.html
run dieuhanh report 'quận Không Có'
is_status 1
silent out

run dieuhanh export --format csv
is_status 0
lines out 4
says out '1234500000000'
run dieuhanh export --format jsonl --indicator C01 --unit 'quận An Hòa'
lines out 3
says out '"by":"người thử"'

# A report that would like to be a page, a formula, a terminal.
printf 'Thu ngân sách nhà nước trên địa bàn quận <b>&"Bình 6 tháng đầu năm 2023 \033[2J đạt 99 tỷ đồng | bằng 50%% dự toán.\n' >'=x<i>.txt'
dieuhanh import --quiet --accept --place 'quận An Hòa' '=x<i>.txt' >"$out" 2>"$err"
run dieuhanh report --format html 'quận An Hòa'
is_status 0
says_not out '<b>'
says_not out '<i>'
for command in 'stand' 'stand --color always' 'report --format markdown An.Hòa' 'explain F1 F2 F3 S4 S5' 'documents' 'statements --state all' 'search ngan'; do
    # shellcheck disable=SC2086
    run dieuhanh $command
    says_not out "$(printf '\033[2J')"
done
run dieuhanh export --format csv-excel
says_not out '"=x'

dieuhanh stand >/dev/full 2>"$err"
status=$?
about='stand > /dev/full'
is_status 1
run dieuhanh verify
is_status 0
done_testing

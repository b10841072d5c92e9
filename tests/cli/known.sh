#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# known: --known-on. A record changes on several days; at the end of each the commands say something, and must say the same later when
# they are asked as of that day, but for the line that says so. All places and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER='người thử'

# 13/7/2023 08:00 in Việt Nam is 2023-07-13T01:00:00Z.
day() { SOURCE_DATE_EPOCH=$((1689210000 + ($1 - 13) * 86400)) && export SOURCE_DATE_EPOCH; }

# Everything that shows the record, into the folder $1; with what follows as options.
ask() {
    folder=$1
    shift
    mkdir -p "$folder"
    n=0
    while read -r line; do
        n=$((n + 1))
        eval "dieuhanh $line \"\$@\"" >"$folder/$n" 2>"$folder/$n.err" </dev/null
        echo "status $?" >>"$folder/$n"
    done <<'LINES'
stand
stand --lang en --format jsonl
explain F1
explain C01/quan-an-hoa/2023-H1/plan_ratio
rank C01 --period 2023-H1 --level district
pivot --indicators C01 --periods 2023-H1,2023 --level district
rollup C01 --period 2023-H1
series C01 --unit quan-an-hoa
report 'quận An Hòa' --period 2023-H1
report 'quận An Hòa' --period 2023-H1 --format html
export --format csv
export --format json
statements --state all
documents
documents --format csv
search ngan sach
unit find 'phường Lá Xanh'
unit show 'quận An Hòa' --format jsonl
forecast C01 --unit 'quận An Hòa' --period 2023-H1
budget --unit 'quận An Hòa' --period 2023-H1
budget --unit 'quận An Hòa' --period 2023-H1 --format html
filing list
programme list
target list
LINES
}

# The two folders are equal without the line; HTML and Markdown have it inside.
plain() {
    for file in "$1"/*; do
        sed '/^Như đã biết/d; /^As known/d; s/<p>Như đã biết[^<]*<\/p>//g; /^$/d' "$file"
        echo "--- $(basename "$file")"
    done
}
as_then() { ok "as of $2: all $n tables are what they were" sh -c '[ -s "$1" ] && diff -u "$1" "$2"' - "$1.plain" "$2.plain"; }

day 13
dieuhanh init --quiet
report >bao-cao.txt
printf 'Thu ngân sách nhà nước trên địa bàn quận An Hòa 6 tháng đầu năm 2022 đạt 1.100 tỷ đồng; cả năm 2022 đạt 2.300 tỷ đồng.\n' >nam-truoc.txt
printf 'Thu ngân sách nhà nước trên địa bàn quận An Hòa 6 tháng đầu năm 2023 đạt 1.250 tỷ đồng, bằng 53%% dự toán.\n' >sua.txt
dieuhanh import --quiet --accept --place 'quận An Hòa' --date 2023-07-13 bao-cao.txt >/dev/null 2>&1
ask then13
day 14
dieuhanh import --quiet --accept --place 'quận An Hòa' --date 2023-01-10 nam-truoc.txt >/dev/null 2>&1
dieuhanh unit add 'phường Lá Xanh' --parent 'quận An Hòa' --level commune >/dev/null 2>&1
ask then14
day 16
dieuhanh import --quiet --place 'quận An Hòa' --date 2023-07-15 sua.txt >/dev/null 2>&1
# shellcheck disable=SC2046
run dieuhanh accept $(dieuhanh statements --state proposed --format csv | sed -n 's/^\(S[0-9]*\),.*/\1/p')
is_status 0
ask then16
day 17
dieuhanh reject S1 --reason 'nhầm' >/dev/null 2>&1
ask then17
ok 'the days differ' sh -c '! cmp then13/1 then14/1 && ! cmp then14/11 then16/11 && ! cmp then14/1 then16/1 && ! cmp then16/13 then17/13'

day 20
run dieuhanh verify
is_status 0
cp "$out" before.verify
for d in 13 14 16 17; do
    ask now$d --known-on 2023-07-$d
    plain then$d >then$d.plain
    plain now$d >now$d.plain
    as_then then$d now$d
done
ask now15 --known-on 2023-07-15
plain now15 >now15.plain
as_then then14 now15
run dieuhanh verify
same out before.verify

# What is said, where.
run dieuhanh stand --known-on 2023-07-14
is_status 0
says out 'Như đã biết đến hết ngày 14/7/2023: '
says out ' mục nhật ký, gốc '
run dieuhanh stand --known-on 2023-07-14 --lang en
says out 'As known by the end of 14/7/2023'
run dieuhanh stand --known-on 2023-07-14 --format jsonl
says err 'Như đã biết đến hết ngày 14/7/2023'
says_not out 'Như đã biết'
run dieuhanh report --known-on 2023-07-14 'quận An Hòa'
says out 'Như đã biết đến hết ngày 14/7/2023'
run dieuhanh report --known-on 2023-07-14 'quận An Hòa' --format html
says out '<p>Như đã biết đến hết ngày 14/7/2023'
run dieuhanh export --known-on 2023-07-13 --package goi --quiet
is_status 0
says goi/datapackage.json 'Như đã biết đến hết ngày 13/7/2023'
# The root is the one that verify printed that day; a checkpoint of it holds.
run dieuhanh stand --known-on 2023-07-17
root=$(sed -n 's/.*gốc //p' "$out" | head -1)
says before.verify "root $root"

# Hours and entries.
run dieuhanh documents --known-on 2023-07-14T07:59:59
says_not out 'nam-truoc.txt'
run dieuhanh documents --known-on 2023-07-14T08:00
says out 'nam-truoc.txt'
says out 'Như đã biết đến 08:00:00 ngày 14/7/2023, giờ Việt Nam'
run dieuhanh documents --known-on 2023-07-14T01:00:00Z
says out 'nam-truoc.txt'
run dieuhanh documents --known-on J2
says out 'Như đã biết sau mục nhật ký J2, lúc 08:00:00 ngày 13/7/2023: 2 mục nhật ký'
run dieuhanh documents --known-on J999
is_status 1
says err '999'

# Before the first entry the record is empty, and that is said.
run dieuhanh documents --known-on 2023-07-12
is_status 0
says out 'Như đã biết đến hết ngày 12/7/2023: nhật ký chưa có mục nào, kho còn trống'
run dieuhanh stand --known-on 2020
is_status 1
says out 'kho còn trống'
says err 'chưa có số liệu'
run dieuhanh export --known-on 2020 --format csv
is_status 0
lines out 1

# A record with a key: what is earlier has no signature of its own, the last moment has the one that is there.
dieuhanh init --record ky.db --key khoa --quiet >/dev/null 2>&1
dieuhanh import --record ky.db --key khoa --quiet --accept --place 'quận An Hòa' --date 2023-07-13 bao-cao.txt >/dev/null 2>&1
day 21
dieuhanh import --record ky.db --key khoa --quiet --accept --place 'quận An Hòa' --date 2023-01-10 nam-truoc.txt >/dev/null 2>&1
run dieuhanh report --record ky.db 'quận An Hòa' --known-on 2023-07-20
is_status 0
says out 'dieuhanh-checkpoint v1'
says_not out 'signature'
run dieuhanh report --record ky.db 'quận An Hòa' --known-on 2023-07-21
is_status 0
says out 'signature'
day 20

# Wrong use.
run dieuhanh stand --known-on 'hôm qua'
is_status 2
says err '«hôm qua»'
run dieuhanh stand --known-on 2023-02-30
is_status 2
run dieuhanh stand --known-on 2023-07-21
is_status 2
says err 'chưa đến'
for command in 'import x.txt' 'accept S1' 'reject S1' 'rebuild' 'init' 'verify' 'load x.csv' 'table x.xlsx'; do
    # shellcheck disable=SC2086
    run dieuhanh $command --known-on 2023-07-14
    is_status 2
    says err 'không dùng được --known-on'
done
run dieuhanh unit add 'phường Sau Này' --known-on 2023-07-14
is_status 2
says err 'không dùng được --known-on'
run dieuhanh read bao-cao.txt --known-on 2023-07-14
is_status 2
run dieuhanh unit list --known-on 2023-07-14 --record khong-co.db
is_status 1
run dieuhanh verify
same out before.verify
ok 'nothing else is left in the folder' sh -c '! ls | grep -v "^then\|^now\|\.txt$\|\.db\(-wal\|-shm\)\?$\|^goi$\|^khoa$\|^before.verify$"'
done_testing

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# validate: what cannot be, contradicts or is odd among figures: in a record, and before a table, a report or a load comes in. All places
# that are no real ones and all numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
dieuhanh init -q

# An empty record, and what is asked wrongly.
run dieuhanh validate
is_status 0
silent out
says err 'không thấy điều gì sai hay đáng ngờ'
run dieuhanh validate --period 2025-Q5
is_status 2
run dieuhanh validate --indicator Z99
is_status 1
says err 'Z99'
run dieuhanh validate --unit 'xã Không Có Thật'
ok 'an unknown unit is no empty answer' [ "$status" != 0 ]
run dieuhanh validate a.csv
is_status 2

# A load: a value that cannot be ends it, with the line; sums and odd values are told and hinder nothing.
printf 'indicator,unit,period,value\nH02,26740,2025,98.5\nH02,26743,2025,120\n' >khong.csv
run dieuhanh load khong.csv
is_status 1
says err 'dòng 3: «120» không thể có: phần của một tổng nằm trong 0 đến 100 %'
run dieuhanh load --list --format csv
lines out 1
cat >a.csv <<'CSV'
indicator,unit,period,aspect,layer,value
C03a,26740,2025,actual,,1003000000000
C03b,26740,2025,actual,,700000000000
C06,26740,2025,actual,,350000000000
D03,26740,2025,actual,,181
F10a,01,2023,actual,,100
F10a,01,2024,actual,,900
C01,01,2022,actual,,1100500000000
C01,01,2023,actual,,1200500000000
C01,01,2024,actual,,1300500000
A02,79,2025,actual,,100
A02,26740,2025,actual,,60
A02,26743,2025,actual,,70
CSV
run dieuhanh load --dry-run a.csv
is_status 0
says out 'SAI: phường Sài Gòn, C03a Thu nội địa, năm 2025 [parts]'
says out 'tổng 2 phần là 1.050 (Thu nội địa trừ tiền sử dụng đất 700 + Thu tiền sử dụng đất 350); khác tổng số là 1.003, nhiều hơn 47 tỷ đồng'
says out 'a.csv, dòng 2'
says out 'nghi vấn: phường Sài Gòn, D03'
says out 'a.csv, dòng 5'
says out 'tổng 2 đơn vị trực thuộc là 130 (phường Sài Gòn 60 + phường Bến Thành 70), còn 166 đơn vị chưa có số; không thể lớn hơn số của cả đơn vị là 100'
says err '1 điều sai, 4 nghi vấn'
run dieuhanh load a.csv --format jsonl
is_status 0
says out '"contradictions":1,"doubts":4,"skipped":0,"rounded":0}'

# A load is held against the years before, of the record and of the file; it comes in all the same.
printf 'indicator,unit,period,value\nF10a,01,2021,98\nF10a,01,2022,101\nF10a,01,2023,100\n' >truoc.csv
printf 'indicator,unit,period,value\nF10a,01,2024,900\nF10a,01,2025,880\n' >sau.csv
dieuhanh init --record nhay.db --quiet
run dieuhanh load --record nhay.db truoc.csv
says_not err 'nghi vấn'
run dieuhanh load --record nhay.db --dry-run sau.csv
is_status 0
says out 'F10a Số hộ nghèo, năm 2024 [jump]'
says out '900 hộ so với 100 của năm 2023: +800,00 %, chênh lệch bất thường'
says out 'sau.csv, dòng 2'
run dieuhanh load --record nhay.db --format csv sau.csv
is_status 0
says err '0 điều sai, 1 nghi vấn'
# The record: the same, and what needs its history.
run dieuhanh validate
is_status 0
says out 'SAI: phường Sài Gòn, C03a Thu nội địa, năm 2025 [parts]'
says out 'a.csv, F'
says out 'F10a Số hộ nghèo, năm 2024 [jump]'
says out '900 hộ so với 100 của năm 2023: +800,00 %, chênh lệch bất thường'
says out 'C01 Thu ngân sách nhà nước trên địa bàn, năm 2024 [measure]'
says out 'chỉ bằng khoảng một phần 1.000 mức các năm trước (1.100,5): có thể nhầm đơn vị tính nghìn/triệu/tỷ đồng'
says err '1 điều sai, 4 nghi vấn'
run dieuhanh validate --strict
is_status 3
run dieuhanh validate --indicator F10a --strict --format csv
is_status 0
lines out 2
says out 'severity,rule,indicator,name,unit,unit_name,period,kind,aspect,layer,value,measure,figure,file,place,message'
says out 'doubt,jump,F10a,Số hộ nghèo,01,thành phố Hà Nội,2024,level,actual,,900,hộ,F'
run dieuhanh validate --unit 26740 --format csv
lines out 3
run dieuhanh validate --under 79 --period 2025 --format csv
lines out 4
says out 'doubt,units,A02,'
run dieuhanh validate --format jsonl
lines out 5
run dieuhanh --lang en validate
says err 'doubts'

# Figures with keys: what cannot be, with file and line; nothing comes in without a reason.
cat >hai.jsonl <<'JSON'
{"indicator":"F10a","unit":"26758","period":"2025","value":12}
{"indicator":"D03","unit":"26758","period":"2025","value":150}
{"indicator":"H02","unit":"26758","period":"2025","value":101.5,"measure":"%"}
JSON
run dieuhanh table --dry-run hai.jsonl
is_status 0
says out '150 % lớn hơn 110: giải ngân hơn kế hoạch vốn'
says out 'hai.jsonl, dòng 2'
says out '101,5 % nằm ngoài khoảng từ 0 đến 100: phần của một tổng'
run dieuhanh table --dry-run --format jsonl hai.jsonl
says out '"findings":[{"rule":"implausible","severity":"doubt","place":"dòng 2"'
run dieuhanh table --accept hai.jsonl
is_status 1
says err 'hai.jsonl, dòng 3'
says err '1 số không thể có, số đầu ở dòng 3'
run dieuhanh documents --format csv
lines out 1
run dieuhanh table --despite 'cơ quan báo cáo xác nhận' hai.jsonl
is_status 0
run dieuhanh documents --format csv
lines out 2
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt trước'

# What cannot be is not accepted without a person.
printf '{"indicator":"H02","unit":"26758","period":"2024","value":140,"measure":"%%"}\n{"indicator":"H02","unit":"26758","period":"2023","value":99,"measure":"%%"}\n' >ba.jsonl
run dieuhanh table --accept --despite 'thử' --format csv ba.jsonl
says out ',2,2,2,0,1'

# A report is only looked at: --dry-run says what the import would read, and changes nothing.
report >bao-cao.txt
run dieuhanh import --dry-run --format jsonl bao-cao.txt
is_status 0
says out '"findings":[]'
run dieuhanh import --dry-run bao-cao.txt hai.jsonl
is_status 2
run dieuhanh documents --format csv
lines out 3

# A workbook: the address of the cell, before and after.
if command -v python3 >/dev/null; then
    cat >b.json <<'JSON'
{"sheets": [{"name": "Bieu 1", "cells": {
  "A1": "Kết quả của phường", "A3": "Chỉ tiêu", "B3": "Thực hiện năm 2025 (%)",
  "A6": "Tỷ lệ giải ngân vốn đầu tư công so với kế hoạch vốn", "B6": 260,
  "A4": "Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn", "B4": 104,
  "A5": "Tỷ lệ giải ngân vốn đầu tư công so với kế hoạch vốn", "B5": 250}}]}
JSON
    python3 "$here/../tools/make_book.py" b.json b.xlsx
    run dieuhanh table --dry-run --place 'phường Bến Thành, thành phố Hồ Chí Minh' b.xlsx
    is_status 0
    says out 'cùng chỉ tiêu, đơn vị, kỳ và loại số mà Bieu 1!B5 ghi 250, ở đây ghi 260 %'
    run dieuhanh table --form b.form --yes --accept --place 'phường Bến Thành, thành phố Hồ Chí Minh' b.xlsx
    is_status 1
    says err 'b.xlsx, Bieu 1!B4: '
    says err '1 số không thể có, số đầu ở Bieu 1!B4'
    ok 'the form was not kept' [ ! -f b.form ]
    sed -i 's/ "A6".*$//' b.json
    python3 "$here/../tools/make_book.py" b.json b.xlsx
    run dieuhanh table --form b.form --yes --accept --despite 'thử' --place 'phường Bến Thành, thành phố Hồ Chí Minh' b.xlsx
    is_status 0
    run dieuhanh validate --unit 26743 --indicator D03 --period 2025 --format csv
    says out ',b.xlsx,Bieu 1!B5,'
else
    skip 'python3 is not installed' 8
fi
run dieuhanh verify
is_status 0
# A sum over more than ten units: every one of them is asked where its number came from, not only the first and the last.
mkdir many && cd many || exit 1
if on_server; then
    DIEUHANH_RECORD=$(record_place many.db)
fi
dieuhanh init -q
dieuhanh unit add 'quận An Hòa' --level district >/dev/null 2>&1
echo '{"unit":"quan-an-hoa","indicator":"A02","period":"2024","value":200001}' >mot.jsonl
for w in a b c d e f g h i k l m; do
    dieuhanh unit add "phường Mẫu $w" --parent 'quận An Hòa' --code "mau-$w" >/dev/null 2>&1
    [ $w = m ] || echo "{\"unit\":\"mau-$w\",\"indicator\":\"A02\",\"period\":\"2024\",\"value\":10001}" >>mot.jsonl
done
echo '{"unit":"mau-m","indicator":"A02","period":"2024","value":10001}' >hai.jsonl
dieuhanh table -q mot.jsonl >/dev/null
dieuhanh table -q hai.jsonl >/dev/null
dieuhanh accept -q S1 S2 S3 S4 S5 S6
dieuhanh accept -q S13
dieuhanh accept -q S7 S8 S9 S10 S11 S12
run dieuhanh validate --indicator A02 --format jsonl
is_status 0
says out '"severity":"doubt","rule":"units"'
says out 'tổng 12 đơn vị trực thuộc là 120.012'
says out '; đây là số mới nhất của từng đơn vị, từ 2 nguồn (mot.jsonl, hai.jsonl), nên có thể chốt vào những ngày khác nhau'
# Of one document it is a contradiction.
echo '{"unit":"mau-m","indicator":"A02","period":"2024","value":10001}' >>mot.jsonl
dieuhanh init -q --record one.db
for w in a b c d e f g h i k l m; do
    [ $w = a ] && dieuhanh unit add 'quận An Hòa' --level district --record one.db >/dev/null 2>&1
    dieuhanh unit add "phường Mẫu $w" --parent 'quận An Hòa' --code "mau-$w" --record one.db >/dev/null 2>&1
done
dieuhanh table -q --accept --despite 'thử' --record one.db mot.jsonl >/dev/null
run dieuhanh validate A02 --record one.db --format jsonl
says out '"severity":"contradiction","rule":"units"'
says_not out 'số mới nhất'
# Nobody is counted by halves.
echo '{"unit":"mau-a","indicator":"A02","period":"2023","value":"47000.5"}' >le.jsonl
dieuhanh table -q --accept --record one.db le.jsonl >/dev/null
run dieuhanh validate A02 2023 --record one.db
is_status 0
says out '47.000,5 người có phần lẻ: số đếm phải là số nguyên (theo định nghĩa)'
cd ..

done_testing

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# programme, target: a table of targets comes in, figures and people judge them, what is missed is explained, a resolution is adjusted,
# and the record is the same after it was made anew. tests/targets/ has the tables; those of quận Bình Thạnh, quận 1 and quận Hai Bà
# Trưng hold what public reports say of 11/12, 35/38 and 20/22 targets, and no name that they do not give.
. "$(dirname "$0")/lib.sh"
export SOURCE_DATE_EPOCH=1705719600 DIEUHANH_USER='người thử'
tables=$here/../targets

report_of() {
    cat <<T
UBND QUẬN AN HÒA
Báo cáo kinh tế - xã hội năm $1

Thu ngân sách nhà nước trên địa bàn quận An Hòa năm $1 $2.
T
}

# --- nothing there yet
run dieuhanh programme status
is_status 1
says err 'không có kho số liệu'
run dieuhanh init --quiet
is_status 0
run dieuhanh programme list
is_status 0
run dieuhanh programme status
is_status 1
says err 'kho chưa có chương trình hay chỉ tiêu nào'

# --- wrong usage
run dieuhanh programme
is_status 2
run dieuhanh programme status a b
is_status 2
says err 'không nhận tham số «b»'
run dieuhanh target judge KT1 --period 2023 --reached
is_status 2
says err '--evidence'
run dieuhanh target judge KT1 --reached --missed --period 2023 --evidence x
is_status 2
run dieuhanh target note KT1 --cause x
is_status 2
says err '--period'
run dieuhanh target show KT1
is_status 1
says err 'kho không có chỉ tiêu «KT1»'
run dieuhanh programme show KT
is_status 1
says err 'kho không có chương trình «KT»'

# --- a table comes in: looked at, taken, taken again
dieuhanh unit add 'quận An Hòa' --code an-hoa --level district --parent 79 --source 'kiểm thử' --quiet
record_copy dieuhanh.db before.db
run dieuhanh programme import --dry-run "$tables/an-hoa.csv" --format jsonl
is_status 0
says out '"outcome":"dry_run","programmes":3,"new_programmes":3,"changed_programmes":0,"targets":7,"new_targets":7,"adjusted_targets":0'
ok 'a dry run changes nothing' record_same dieuhanh.db before.db
run dieuhanh programme import "$tables/an-hoa.csv" --format jsonl
is_status 0
says out '"outcome":"new"'
record_copy dieuhanh.db before.db
run dieuhanh programme import "$tables/an-hoa.csv" --format jsonl
is_status 0
says out '"outcome":"unchanged"'
says out '"new_targets":0'
ok 'the same table again changes nothing' record_same dieuhanh.db before.db
run dieuhanh programme list --format csv
is_status 0
lines out 4
says out 'NQ,resolution,Nghị quyết Đại hội Đảng bộ quận An Hòa,,an-hoa,quận An Hòa,01-NQ/QU,2020-08-14,Quận ủy,2020-2025,0'
says out 'KT,programme,Chương trình phát triển kinh tế,NQ,an-hoa,quận An Hòa,,,,2020-2025,4'
run dieuhanh programme show NQ
is_status 0
says out 'Đề án an sinh xã hội'
run dieuhanh target list KT --format jsonl
is_status 0
lines out 4
says out '"target":"KT1","programme":"KT","name":"Thu ngân sách nhà nước trên địa bàn","indicator":"C01","number":"level","comparator":">=","measure":"VND","levels":[{"period":"2022","value":1800000000000},{"period":"2023","value":2000000000000}]'

# --- bad tables: the cell is named, and nothing changes
bad() {
    printf '%s\n' 'loại,mã,thuộc,chỉ tiêu,đơn vị,mã số liệu,so sánh,đơn vị tính,gốc,năm gốc,từ ngày,căn cứ điều chỉnh,2023,2024' "$1" >bad.csv
    run dieuhanh programme import bad.csv
    is_status 1
    says err "$2"
    silent out
}
bad 'chỉ tiêu,Z1,KHONG,Tên,,,,,,,,,x,' 'dòng 2: không có chương trình «KHONG»'
bad 'chương trình,Z,,Tên,,,,,,,,,,' 'dòng 2: thiếu «đơn vị»'
bad 'chương trình,Z,,Tên,xã Không Có Đâu Cả,,,,,,,,,' 'không rõ đơn vị «xã Không Có Đâu Cả»'
bad 'chương trình,Z,Z,Tên,quận An Hòa,,,,,,,,,' 'nằm dưới chính nó'
bad 'bài,Z,,Tên,quận An Hòa,,,,,,,,,' 'ô A2, cột «loại»: không hiểu «bài»'
bad ',Z1,KT,,,,,,,,,,x,' 'dòng 2: thiếu «chỉ tiêu»'
bad ',,KT,Tên,,,,,,,,,x,' 'dòng 2: thiếu «mã»'
bad ',Z/1,KT,Tên,,,,,,,,,x,' 'ô B2, cột «mã»: không hiểu «Z/1»'
bad ',Z1,KT,Tên,,C99,>=,,,,,,5,' 'ô F2: danh mục không có «C99»'
bad ',Z1,KT,Tên,,C01,gần bằng,,,,,,5,' 'ô G2, cột «so sánh»: không hiểu «gần bằng»'
bad ',Z1,KT,Tên,,C01,>=,ha,,,,,5,' 'ô H2: «ha» không phải đơn vị tính của C01'
bad ',Z1,KT,Tên,,C01,>=,,,,,,năm tỷ,' 'ô M2, cột «2023»: không hiểu «năm tỷ»'
bad ',Z1,KT,Tên,,C01,>=,,,,,,x,' 'ô M2, cột «2023»'
bad ',Z1,KT,Tên,,C01,>=,,,,,,,' 'chưa có mức cho năm hay giai đoạn nào'
bad ',Z1,KT,Tên,,C01,tăng thêm,%,,,,,5,' 'so với gốc nên cần giá trị gốc'
bad ',Z1,KT,Tên,,,,,,,,,5,' 'thiếu «so sánh»'
bad ',Z1,KT,Tên,,C01,trong khoảng,,,,,,6-5,' 'ô M2'
bad ',KT1,KT,Thu ngân sách nhà nước trên địa bàn,,C01,>=,,,,,,2100,' 'chỉ tiêu «KT1» đã có với nội dung khác'
bad ',Z1,KT,Tên,,C01,>=,tỷ đồng,,,,,"95%",' 'ô M2, cột «2023»: không hiểu «95%»' # not 95 tỷ đồng
bad ',Z1,KT,Tên,,C01,tăng thêm,%,12%,2022,,,5,' 'ô I2, cột «gốc»: không hiểu «12%»'
two() {
    printf '%s\n' "$1" "$2" >bad.csv
    run dieuhanh programme import bad.csv
    is_status 1
    says err "$3"
    silent out
}
two 'mã,thuộc,chỉ tiêu,gốc,base,2023' 'Z1,KT,Tên,5,6,x' 'ô E1: hai cột cùng nêu «base»'
two 'mã,thuộc,chỉ tiêu,2023,Năm 2023' 'Z1,KT,Tên,x,x' 'ô E1: hai cột cùng nêu «Năm 2023»'
printf '{"code": "Z1", "parent": "KT", "name": "Tên", "gốc": 5, "base": 6, "2023": "x"}\n' >bad.json
run dieuhanh programme import bad.json
is_status 1
says err 'dòng 1: hai cột cùng nêu «base»'
printf '{"code": "Z1", "parent": "KT", "name": "Tên", "2023": "x", "năm 2023": "x"}\n' >bad.json
run dieuhanh programme import bad.json
is_status 1
says err 'dòng 1: hai cột cùng nêu «năm 2023»'
cat >book.json <<'T'
{"sheets": [{"name": "A", "cells": {"A1": "Mã", "B1": "Thuộc", "C1": "Chỉ tiêu", "D1": "Mã số liệu", "E1": {"v": 2024},
  "A2": "Z1", "B2": "KT", "C2": "Thu", "D2": "C01", "E2": {"v": 0.95, "format": "0%"}}}]}
T
python3 "$here/../tools/make_book.py" book.json bad.xlsx
run dieuhanh programme import bad.xlsx
is_status 1
says err 'ô E2, cột «2024»: không hiểu «95%»'
printf 'Báo cáo kinh tế - xã hội\n' >bad.xlsx
run dieuhanh programme import bad.xlsx
is_status 1
says err '«bad.xlsx» không phải bảng tính'
run dieuhanh programme import "$tables/none.xlsx"
is_status 1
says err 'không có tệp'
printf 'mã,chỉ tiêu,màu\nZ,Tên,đỏ\n' >bad.csv
run dieuhanh programme import bad.csv
is_status 1
says err 'ô C1: không có cột «màu»'
printf 'a,b\n1,2\n' >bad.csv
run dieuhanh programme import bad.csv
is_status 1
says err 'không có dòng đầu bảng'
printf '{"kind": "chương trình", "code": "Z", "name": "Tên", "unit": "an-hoa"}\n{"code": "Z1", "parent": "Z", "name": "Tên", "2023": "1.234,5"}\n' >bad.json
run dieuhanh programme import bad.json
is_status 1
says err 'dòng 2, trường «2023»'
printf 'mã,thuộc,chỉ tiêu,2023\nZ1,KT,Tên,x\nZ1,KT,Tên,x\n' >bad.csv
run dieuhanh programme import bad.csv
is_status 1
says err 'dòng 3: mã «Z1» ghi hai lần'
ok 'bad tables change nothing' record_same dieuhanh.db before.db

# --- without figures nothing is missed
run dieuhanh programme status --period 2023 --format jsonl
is_status 0
lines out 7
says out '"target":"KT1"'
says out '"year_verdict":"no_figure"'
says out '"year_verdict":"not_judged"'
says_not out '"missed"'

run dieuhanh programme status --period 2031
is_status 1
says err 'không có chương trình hay chỉ tiêu nào của quận An Hòa đặt cho 2031'
run dieuhanh target judge XH1 --period 2022 --reached --evidence 'biên bản nghiệm thu 3/BB-BQL' --lang en
is_status 0
run dieuhanh programme status --format csv # no figures yet: the year that somebody judged
is_status 0
says out ',2022,XH1,'
run dieuhanh target note XH1 --period 2022 --remedy x --lang en
is_status 0
says err 'cause, owner, day'

# --- figures
report_of 2022 'đạt 1.900 tỷ đồng' >nam-2022.txt
report_of 2023 'đạt 2.080 tỷ đồng, đạt 104% dự toán Thành phố giao (2.000 tỷ đồng), tăng 9,47% so với cùng kỳ; có 4/6 chỉ tiêu đạt kế hoạch' >nam-2023.txt
run dieuhanh import --accept nam-2022.txt nam-2023.txt
is_status 0
run dieuhanh programme status --period 2023 --unit 'quận An Hòa' --format jsonl
is_status 0
grep -F '"target":"KT1"' "$out" >kt1
says kt1 '"value":2080000000000,"estimate":false,"year_verdict":"reached"'
grep -F '"target":"KT3"' "$out" >kt3
says kt3 '"year_verdict":"missed"'
says kt3 '"year_lacking":5.53'
says kt3 '"note_lacks":"nguyên nhân, biện pháp, người chịu trách nhiệm, thời hạn"'
grep -F '"target":"KT4"' "$out" >kt4
says kt4 '"term_verdict":"no_figure"' # 2020 and 2021 are not there: missing is not zero
says kt4 'không có số liệu của năm 2020'

# --- people: judgement, note
run dieuhanh target judge KT1 --period 2023 --reached --evidence 'biên bản'
is_status 1
says err 'có số liệu C01 nên không đánh giá bằng lời'
run dieuhanh target judge XH1 --period 2023 --reached --evidence 'biên bản nghiệm thu 12/BB-BQL'
is_status 0
run dieuhanh target judge XH2 --period 2023 --missed --evidence 'còn 2 điểm ngập'
is_status 0
record_copy dieuhanh.db judged.db
run dieuhanh target judge XH1 XH9 --period 2023 --missed --evidence 'x'
is_status 1
says err 'kho không có chỉ tiêu «XH9»'
ok 'of several all are judged or none' record_same dieuhanh.db judged.db
run dieuhanh target note KT3 --period 2023 --cause 'thị trường bất động sản trầm lắng' --remedy 'rà soát nguồn thu'
is_status 0
says err 'còn thiếu: người chịu trách nhiệm, thời hạn'
run dieuhanh target note KT3 --period 2023 --owner 'Chi cục Thuế' --due 2024-06-30
is_status 0
says err 'đã ghi đủ'
run dieuhanh programme status --period 2023
is_status 0
says out 'KT3 Thu ngân sách tăng so với cùng kỳ; mức năm 2023 ≥ 15 %: +9,47 %, không đạt, còn cách mức 5,53 điểm %'
says out 'nguyên nhân: thị trường bất động sản trầm lắng; biện pháp: rà soát nguồn thu; chịu trách nhiệm: Chi cục Thuế; thời hạn: 30/6/2024'
says out 'thiếu nguyên nhân, biện pháp, người chịu trách nhiệm, thời hạn'
says out 'Với mức năm 2023: đạt 3/6 chỉ tiêu (50,00 %); 2 không đạt; 1 chưa có số liệu'
says out 'nghi vấn: báo cáo nêu 4/6 chỉ tiêu'
run dieuhanh programme status --period 2023 --lang en
is_status 0
says out 'Against the level of 2023: 3/6 targets reached (50.00 %); 2 missed; 1 without a figure'
run dieuhanh programme status XH --period 2023 --sum --format csv
is_status 0
says out 'XH,Đề án an sinh xã hội,an-hoa,2023,year,1,3,33.33,0,1,0,0,1,0,[],I02a/an-hoa/2023/reached/XH'
run dieuhanh programme status --unit an-hoa --period 2023 --sum --format jsonl
is_status 0
says out '"claims":[{"figure":"F'
says out '"reached":4,"of":6,"agrees":false}]'
run dieuhanh explain I02b/an-hoa/2023/reached
is_status 0
says out '50,00 %'
says out '3 / 6 × 100'
says out 'đạt: KT1, KT2, XH1; không đạt: KT3, XH2; chưa có số liệu: XH3'
run dieuhanh explain I02a/an-hoa/2023/reached/KT target/KT3/2023
is_status 0
says out '2/3 chỉ tiêu'
says out '«2.080 tỷ đồng»'
run dieuhanh explain target/KT9/2023
is_status 1
says err 'kho không có chỉ tiêu «KT9»'

# --- a resolution is adjusted in the middle of its term
run dieuhanh target add KT3 --level 2023=9
is_status 1
says err 'đã có với nội dung khác'
run dieuhanh target add KT3 --level 2023=9 --since 2023-07-12 --source '08-NQ/QU'
is_status 0
says err 'lần điều chỉnh 1'
run dieuhanh programme status --period 2023 --format jsonl
grep -F '"target":"KT3"' "$out" >kt3
says kt3 '"year_level":9'
says kt3 '"year_verdict":"reached"'
run dieuhanh programme status --period 2023-H1 --format jsonl
grep -F '"target":"KT3"' "$out" >kt3
says kt3 '"year_level":15' # as it was then
run dieuhanh target show KT3 --format jsonl
is_status 0
lines out 2
run dieuhanh target show KT3
says out 'rà soát nguồn thu'
run dieuhanh explain target/KT3/2023
says out 'điều chỉnh từ ngày 12/7/2023 theo 08-NQ/QU, trước đó ≥ 15 %'
run dieuhanh target add KT3 --level 2023=8 --since 2022-01-01 --source '09-NQ/QU'
is_status 1
says err 'trước lần điều chỉnh đã có (2023-07-12)'
run dieuhanh programme import "$tables/an-hoa.csv" --format jsonl
says out '"outcome":"unchanged"'
run dieuhanh target add XH2 --compare bỏ --since 2023-10-01 --source '10-NQ/QU'
is_status 0
run dieuhanh programme status XH --period 2023 --sum --format csv
says out 'XH,Đề án an sinh xã hội,an-hoa,2023,year,1,2,50.00'
run dieuhanh programme status --unit an-hoa --period 2023
is_status 0
says out 'chưa đối chiếu được vì không nơi nào ở đây đủ 6 chỉ tiêu' # the report spoke of the six before
says_not out 'nghi vấn'
run dieuhanh programme status --unit an-hoa --period 2023 --sum --format jsonl
says out '"reached":4,"of":6,"agrees":null}]'

# --- an estimate is named, and is not reached in fact
report_of 2024 'ước đạt 2.500 tỷ đồng' >nam-2024.txt
run dieuhanh import --accept nam-2024.txt
is_status 0
run dieuhanh target add KT5 --programme KT --name 'Thu ngân sách năm 2024' --indicator C01 --level 2024=2400
is_status 0
run dieuhanh programme status KT --period 2024 --format jsonl
grep -F '"target":"KT5"' "$out" >kt5
says kt5 '"estimate":true,"year_verdict":"reached"'
run dieuhanh programme status KT --period 2024
says out 'đạt 0/1 chỉ tiêu (0,00 %); 1 đạt theo ước'

# --- the report of the place
run dieuhanh report 'quận An Hòa' --period 2023
is_status 0
says out '## Chương trình, đề án và chỉ tiêu'
says out '[2.080 tỷ đồng](#so-'
says out 'target/KT1/2023'
says out '- Lưu ý: báo cáo nêu 4/6 chỉ tiêu'
says out '| Mã | Chỉ tiêu | Mức | Thực hiện | Với mức năm |' # of the scheme, which has no levels for the term
run dieuhanh report 'quận An Hòa' --period 2023 --format html
is_status 0
says out '<h3>Chương trình phát triển kinh tế</h3>'

# --- JSON, and a programme that gets a later word
cat >them.json <<'T'
{"kind": "plan", "code": "KH24", "name": "Kế hoạch năm 2024", "unit": "an-hoa", "term": "2024"}
{"code": "KH24.1", "parent": "KH24", "name": "Thu ngân sách nhà nước", "indicator": "C01", "measure": "triệu đồng", "2024": "2400000.5"}
{"code": "KH24.2", "parent": "KH24", "name": "Tỷ lệ hộ nghèo", "comparator": "giảm còn", "measure": "%", "2024": 0.5}
T
run dieuhanh programme import them.json
is_status 0
run dieuhanh target list KH24 --format jsonl
says out '"value":2400000500000'
sed -i 's/Kế hoạch năm 2024/Kế hoạch phát triển năm 2024/' them.json
run dieuhanh programme import them.json --format jsonl
is_status 0
says out '"new_programmes":0,"changed_programmes":1,"targets":2,"new_targets":0'

# --- heads as offices write them; a per cent of a target that a person judges
printf 'TT,Mã,Thuộc,Tên chỉ tiêu,So sánh,Kế hoạch năm 2024,Mục tiêu đến năm 2025\n1,KH24.3,KH24,Hồ sơ trực tuyến,tối thiểu,90%%,"97,5 %%"\n' >dau.csv
run dieuhanh programme import dau.csv
is_status 0
run dieuhanh target list KH24 --format jsonl
says out '"target":"KH24.3","programme":"KH24","name":"Hồ sơ trực tuyến","indicator":"","number":"level","comparator":">=","measure":"%","levels":[{"period":"2024","value":90},{"period":"2025","value":97.5}]'

# --- a workbook as offices have it: a title above the heads, a per cent cell, a date, a hidden column, a year as a number
cat >book.json <<'T'
{"sheets": [{"name": "Chỉ tiêu", "hidden_columns": ["J"], "cells": {
  "A1": "BẢNG CHỈ TIÊU NĂM 2024", "A3": "Loại", "B3": "Mã", "C3": "Thuộc", "D3": "Chỉ tiêu", "E3": "Đơn vị", "F3": "Ngày ban hành",
  "G3": "Mã số liệu", "H3": "ĐVT", "I3": "so sánh", "J3": "màu", "K3": {"v": 2024},
  "A4": "Kế hoạch", "B4": "XL", "D4": "Kế hoạch phát triển", "E4": "quận An Hòa", "F4": {"v": 45296, "format": "dd/mm/yyyy"},
  "B5": "XL1", "C5": "XL", "D5": "Thu ngân sách nhà nước", "G5": "C01", "H5": "tỷ đồng", "K5": {"v": 2400.5},
  "B6": "XL2", "C6": "XL", "D6": "Tăng thu so với cùng kỳ", "G6": "B02", "H6": "%", "I6": "≥", "K6": {"v": 0.125, "format": "0.0%"},
  "J6": "đỏ"}}]}
T
for kind in xlsx xls; do
    python3 "$here/../tools/make_book.py" book.json "book.$kind"
    run dieuhanh programme import "book.$kind" --format jsonl
    is_status 0
    says_not out '"outcome":"dry_run"'
done
says out '"outcome":"unchanged"'
run dieuhanh target list XL --format jsonl
says out '"target":"XL1","programme":"XL","name":"Thu ngân sách nhà nước","indicator":"C01","number":"level","comparator":">=","measure":"VND","levels":[{"period":"2024","value":2400500000000}]'
says out '"measure":"%","levels":[{"period":"2024","value":12.5}]'
run dieuhanh programme show XL --format jsonl
says out '"issued":"2024-01-05"'

# --- 11/12, 35/38, 20/22 as public reports have them
for place in binh-thanh quan-1 hai-ba-trung; do
    run dieuhanh programme import "$tables/$place.csv" --quiet
    is_status 0
done
numbered() { # PREFIX FIRST LAST
    n=$2
    while [ "$n" -le "$3" ]; do
        printf '%s%s\n' "$1" "$n"
        n=$((n + 1))
    done
}
judge() { # WORD PERIOD EVIDENCE CODE...
    word=$1 period=$2 evidence=$3
    shift 3
    run dieuhanh target judge "$@" --period "$period" "$word" --evidence "$evidence"
    is_status 0
}
# shellcheck disable=SC2046
{
    judge --reached 2023 'đạt 11/12 chỉ tiêu' $(numbered BT.MT 1 11)
    says err 'đã ghi: 11 chỉ tiêu đạt'
    judge --missed 2023 'đạt 11/12 chỉ tiêu' BT.MT12
    judge --reached 2023 'cơ bản hoàn thành 35/38 chỉ tiêu đề ra' $(numbered Q1. 2 36)
    judge --missed 2023 'cơ bản hoàn thành 35/38 chỉ tiêu đề ra' Q1.37 Q1.38
    says err 'đã ghi: 2 chỉ tiêu không đạt'
    judge --reached 2021 'Quận hoàn thành 20/22 chỉ tiêu' $(numbered HBT. 2 20)
    judge --missed 2021 'Quận hoàn thành 20/22 chỉ tiêu' HBT.21 HBT.22
}
cat >quan-1.txt <<'T'
Quận 1, ngày 29 tháng 12 năm 2023

Năm 2023, quận 1 đã cơ bản hoàn thành 35/38 chỉ tiêu đề ra. Giá trị sản xuất khu vực thương mại - dịch vụ năm 2023 tăng 10,17% so với cùng kỳ.
T
cat >hai-ba-trung.txt <<'T'
Quận Hai Bà Trưng, ngày 31 tháng 12 năm 2021

Năm 2021, thu ngân sách nhà nước trên địa bàn quận Hai Bà Trưng đạt 15.547 tỷ 719 triệu đồng, bằng 149,3% so với dự toán thành phố giao. Quận hoàn thành 20/22 chỉ tiêu phát triển kinh tế - xã hội đề ra.
T
run dieuhanh import --accept quan-1.txt hai-ba-trung.txt
is_status 0
run dieuhanh programme status BT --period 2023
is_status 0
says out 'Với mức cả giai đoạn: đạt 11/12 chỉ tiêu (91,67 %); 1 chưa đạt, còn thời gian'
run dieuhanh programme status --unit 'quận 1' --period 2023
is_status 0
says out 'Với mức năm 2023: đạt 35/38 chỉ tiêu (92,11 %); 3 không đạt'
says out 'Q1.1 Tốc độ tăng trưởng giá trị sản xuất khu vực thương mại - dịch vụ; mức năm 2023 ≥ 15 %: +10,17 %, không đạt, còn cách mức 4,83 điểm %'
says out 'báo cáo nêu 35/38 chỉ tiêu'
says out ': khớp'
says_not out 'nghi vấn'
run dieuhanh programme status HBT --period 2021
is_status 0
says out 'Với mức năm 2021: đạt 20/22 chỉ tiêu (90,91 %); 2 không đạt'
run dieuhanh explain I02a/760/2023/reached
is_status 0
says out '35/38 chỉ tiêu'

# --- a target on an indicator that nobody reports has the value of its formula, as stand has it
sed -n 1,2p "$tables/an-hoa.csv" >c50.csv
printf '%s\n' 'nghị quyết,CT,,Thu trên đầu người,quận An Hòa,9/NQ,1/1/2023,HĐND,2020-2025,,,,,,,,,,,' \
    ',CT1,CT,Thu bình quân đầu người,,,,,,C50,,>=,triệu đồng/người,,,,,90,,' >>c50.csv
run dieuhanh programme import c50.csv
is_status 0
printf 'indicator,unit,period,value\nC01,an-hoa,2023,5000000000000\nA02,an-hoa,2023,50000\n' >c01.csv
run dieuhanh load c01.csv
is_status 0
run dieuhanh programme status CT --period 2023
is_status 0
says out '100,00 triệu đồng/người ='
says_not out 'thiếu số'
for words in 'programme status ct --period 2023' 'programme show ct' 'target list ct'; do
    run dieuhanh $words
    is_status 0
    says out 'CT'
done

# --- the tables are made anew from the journal, and elsewhere
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
run dieuhanh verify
is_status 0
if ! on_server; then
    run dieuhanh copy dieuhanh.db copy.db
    is_status 0
    run dieuhanh verify --record copy.db
    is_status 0
    run dieuhanh programme status --unit 'quận 1' --period 2023 --sum --record copy.db --format csv
    says out 'Q1,Chỉ tiêu năm 2023 của quận 1,760,2023,year,35,38,92.11,0,3,0,0,0,0,'
fi
done_testing

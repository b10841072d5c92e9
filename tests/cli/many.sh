#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# many: many figures come at once from a file, and questions over many units: rank, rollup, pivot, series. All numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
export SOURCE_DATE_EPOCH=1925000000 # in 2031: all that is loaded here as done has come
dieuhanh init -q

cat >a.csv <<'CSV'
indicator,unit,period,aspect,layer,value
A02,26740,2025,actual,,51000
A02,26743,2025,actual,,43000.5
A02,26758,2025,estimate,,43000.5
A07,26740,2025,actual,,10.5
A07,26743,2025,actual,,12
B12a,26740,2025,actual,,7
B12a,26743,2025,actual,,4
C01,26740,2026-Q4,actual,,1500000000
C01,26740,2027-Q4,actual,,1800000000
C01,26740,2027,plan,giao,2000000000
CSV

# Looked at, loaded, and loaded again.
run dieuhanh load --dry-run a.csv
is_status 0
says out 'xem trước, chưa nạp'
run dieuhanh load --list --format csv
lines out 1
run dieuhanh load a.csv --format jsonl
is_status 0
says out '{"load":"N1","file":"a.csv","outcome":"new","figures":10,"first":"F1","indicators":4,"units":3,"periods":4,"contradictions":0,"doubts":2,"skipped":0,"rounded":0}'
run dieuhanh load a.csv --format jsonl
says out '"outcome":"unchanged"'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'

# A league table: equals share a rank, who has no figure has none, the direction is that of the indicator.
run dieuhanh rank A02 --period 2025 --under 79 --format csv
is_status 0
says out '1,false,26740,phường Sài Gòn,A02,2025,51000,exact,người,F1'
says out '2,true,26743,phường Bến Thành,A02,2025,43000.5,exact,người,F2'
says out '2,true,26758,'
says err '3 trên 168 đơn vị có số'
run dieuhanh rank B12a --period 2025 --under 79 --top 1 --format csv
says out '1,false,26743,'
lines out 2
says err 'số nhỏ là tốt nên đứng trước'
run dieuhanh rank A02 --period 2025 --under 79 --at-least 50000 --format csv
lines out 2
run dieuhanh rank A02 --period 2025 --under 79 --at-most 43000.5 --format csv
lines out 3

# Sums say what is missing; rates want their denominator.
run dieuhanh rollup A02 A07 C01 --period 2025 --under 79 --format jsonl
is_status 0
says out '"indicator":"A02","name":"Dân số trung bình","period":"2025","level":"commune","value":137001.0,"of":null,"measure":"người","bound":"exact","units":168,"have":3,"missing":165,"estimates":1,"why":""'
says out '"why":"chỉ tiêu tỷ lệ, cần mẫu số để tính"'
says out '"why":"không đơn vị nào có số"'
run dieuhanh rollup A07 --weight A02 --period 2025 --under 79 --format csv
says out 'A07,Tỷ suất sinh thô,2025,commune,11.19,'
run dieuhanh rollup A02 --period 2025 --under 79 --parts --format csv
lines out 169
says out 'A02,26740,phường Sài Gòn,51000,F1'
run dieuhanh rollup A02 --period 2025 --level province --format jsonl
says out '"units":34,"have":0'
run dieuhanh rollup A02 --period 2025-Q2 --level district --format jsonl # the map of that day
says out '"units":696,"have":0'

# A table, and a series with growth.
run dieuhanh pivot A02 A07 --period 2025 --under 79 --sum --format csv
is_status 0
says out 'unit,name,A02,A07'
says out '26740,phường Sài Gòn,51000,10.5'
says out '26758,'
says out ',sum,137001.0,'
says err 'không cộng được A07: tỷ lệ không cộng, cần mẫu số để tính bình quân; xem «dieuhanh rollup A07 --weight MÃ»'
says_not err 'cột không có số nào'
run dieuhanh pivot A02 B02 A05 --period 2025 --under 79 --sum
says err 'cột không có số nào: B02, A05'
says_not err 'không cộng được'
run dieuhanh pivot A02 --period 2024,2025 --under 79 --format csv
says out 'unit,name,A02 2024,A02 2025'
run dieuhanh series 26740 C01 --format jsonl
is_status 0
says out '"period":"2026-Q4","value":1500000000'
says out '"period":"2027-Q4","value":1800000000,"bound":"exact","aspect":"actual","layer":"","measure":"VND","growth":20.00'
run dieuhanh series --plans 26740 C01 --format csv
says out '26740,C01,2027,2000000000,exact,plan,giao,VND,,,'

# Other commands see them too, and the way back leads to the file.
run dieuhanh stand --unit 26740 --period 2027-Q4 --format jsonl
is_status 0
says out '"plan_ratio":90.00'
run dieuhanh explain F1
says out 'a.csv (nạp lần N1; can-bo ngày'

# The newest figure of a key counts; what is taken back does not stand, and what was before does again.
printf 'indicator;unit;period;value\nA02;26740;2025;52000\n' >b.csv
run dieuhanh load b.csv --format jsonl
says out '"load":"N2","file":"b.csv","outcome":"new","figures":1,"first":"F11"'
run dieuhanh rank A02 --period 2025 --under 79 --top 1 --format csv
says out '1,false,26740,phường Sài Gòn,A02,2025,52000,exact,người,F11'
run dieuhanh stand --unit 26740 --period 2025 --format jsonl
says out '"value":52000'
run dieuhanh explain F11
says out 'trước đó'
run dieuhanh load --undo N2 --reason 'nhầm tệp'
is_status 0
run dieuhanh rank A02 --period 2025 --under 79 --top 1 --format csv
says out '1,false,26740,phường Sài Gòn,A02,2025,51000,exact,người,F1'
run dieuhanh load --list --format csv
says out ',b.csv,'
says out ',1,F11,false'
run dieuhanh load --undo N2
is_status 1
says err 'lần nạp N2 đã được rút lại'
run dieuhanh load --undo N9
says err 'không có lần nạp N9'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt trước'

# What a report says and what is loaded are figures of one record: the newest of a key counts, whichever way it came.
mkdir mixed && cd mixed || exit 1
if on_server; then
    DIEUHANH_RECORD=$(record_place mixed.db)
fi
dieuhanh init -q
printf 'BÁO CÁO\n\nThu ngân sách nhà nước trên địa bàn năm 2026 đạt 1.500 tỷ đồng.\n' >r.txt
printf 'BÁO CÁO, BẢN SỬA\n\nThu ngân sách nhà nước trên địa bàn năm 2026 đạt 1.700 tỷ đồng.\n' >s.txt
printf 'indicator,unit,period,value\nC01,26740,2026,1600000000000\n' >l.csv
dieuhanh import -q --accept --place 26740 --date 2026-12-31 r.txt >/dev/null
first() { dieuhanh rank C01 --period 2026 --under 79 --top 1 --format csv; }
run first
says out ',1500000000000,exact,VND,F1'
dieuhanh load -q l.csv >/dev/null
run first
says out ',1600000000000,exact,VND,F2'
run dieuhanh stand --unit 26740 --period 2026 --format jsonl
says out '"value":1600000000000'
run dieuhanh explain F2
says out 'trước đó: 1.500 tỷ đồng'
dieuhanh load -q --undo N1
run first
says out ',1500000000000,exact,VND,F1'
dieuhanh load -q l.csv >/dev/null # what was taken back may come again
dieuhanh import -q --place 26740 --date 2027-01-10 s.txt >/dev/null
run dieuhanh accept S2
says err '1 sửa lại'
run first
says out ',1700000000000,exact,VND,F4'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt trước'
cd .. || exit 1
if on_server; then
    DIEUHANH_RECORD=$(record_place dieuhanh.db)
fi

# A wrong line is named, and nothing of its file comes in.
wrong() { # LINE ERROR
    printf 'indicator,unit,period,aspect,layer,value\nA02,26740,2030,actual,,1\n%s\n' "$1" >wrong.csv
    run dieuhanh load wrong.csv
    is_status 1
    says err "dòng 3: $2"
}
# A code that nobody knows is listed with its line.
for code in 'A99x,26740,2025,actual,,1:indicator,A99x' 'A02,00000,2025,actual,,1:unit,00000'; do
    printf 'indicator,unit,period,aspect,layer,value\nA02,26740,2030,actual,,1\n%s\n' "${code%:*}" >wrong.csv
    run dieuhanh load --format csv wrong.csv
    is_status 1
    says out "${code#*:},3,1"
done
wrong 'A02,760,2026,actual,,1' 'đơn vị «760» không có trong thời gian của kỳ'
wrong 'A02,26740,2025-Q5,actual,,1' '«2025-Q5» không phải một kỳ'
wrong 'A02,26740,2025,thật,,1' '«thật» không phải actual, estimate hay plan'
says err 'actual (thực hiện; để trống cũng vậy)'
wrong 'A02,26740,2025,plan,xã,1' 'không có cấp giao kế hoạch «xã»'
wrong 'A02,26740,2025,actual,giao,1' 'cấp giao «giao» chỉ dùng cho kế hoạch'
wrong 'A02,26740,2025,actual,,1.234,5' 'số ô khác dòng đầu'
wrong 'A02,26740,2025,actual,,1 234' '«1 234» không phải một số'
wrong 'A02,26740,2025,actual,,"1' '«"1» không phải một số'
wrong 'A02,26740,2025,actual,,-5' '«-5» không thể có: số đếm không thể âm'
wrong 'A02,26740,2030,actual,,2' 'trùng với dòng 2 (A02, 26740)'
run dieuhanh rollup A02 --period 2030 --under 79 --format jsonl
says out '"have":0'
printf 'indicator,unit,value\nA02,26740,1\n' >wrong.csv
run dieuhanh load wrong.csv
says err 'thiếu cột ở dòng đầu: period; '
printf 'indicator,unit,period,value\n' >wrong.csv
run dieuhanh load wrong.csv
says err 'không có số liệu nào'

# A list that is being filled in: cells with the separator in quotes, cells without a number left empty.
cat >dien.csv <<'CSV'
unit,indicator,name,period,aspect,value
26743,A02,"Dân số trung bình, cả ""xã""",2033-Q1,estimate,"1500"
26743,"A07","Số hộ, cuối kỳ",2033-Q1,estimate,
26743,C01,"Thu, chi",2033-Q1,estimate,""
CSV
run dieuhanh load --dry-run dien.csv --format jsonl
is_status 0
says out '"outcome":"dry_run","figures":1,'
says err '2 dòng không có số, bỏ qua'
run dieuhanh load --dry-run dien.csv --lang en
says err '2 lines without a number were passed over'
sed -i 's/"1500"//' dien.csv
run dieuhanh load dien.csv
is_status 1
says err 'không có số liệu nào'

# What is asked wrongly.
run dieuhanh rank A02
is_status 2
says err 'lệnh rank cần biết kỳ nào'
run dieuhanh rank Z99 --period 2025
is_status 1
says err 'không có chỉ tiêu mã «Z99»'
run dieuhanh rollup A02 --period 2025 --level district
is_status 1
says err 'không có đơn vị cấp «district»'
run dieuhanh report 26740 --period 2999
is_status 1
says err 'không có số liệu nào của phường Sài Gòn trong năm 2999'
says err 'Kỳ gần nhất có số liệu là '
run dieuhanh stand 26740 --period 2999
is_status 1
says err 'trong năm 2999'
run dieuhanh formula value C50 'quận 3' 2024
is_status 1
says err 'kho số liệu chưa có số liệu nào của «quận 3» (770)'
run dieuhanh pivot A02 --period 2025,khong
says err 'không hiểu kỳ «khong»'
run dieuhanh rank A02 --period 2025 --at-least nhieu
says err '«nhieu» không phải một số'
run dieuhanh load
is_status 2

# A part that was changed past the program is found.
if on_server; then
    record_sql dieuhanh.db "UPDATE content SET bytes = '\\x44484631' WHERE substr(bytes, 1, 4) = '\\x44484631' AND length(bytes) > 60"
else
    record_sql dieuhanh.db "UPDATE content SET bytes = X'44484631' WHERE substr(bytes, 1, 4) = X'44484631' AND length(bytes) > 60"
fi
run dieuhanh verify
is_status 3
run dieuhanh rank A02 --period 2025 --under 79
is_status 1
done_testing

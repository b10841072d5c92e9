#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# filing_formula: what formulas give in a report: it is shown, locked with its parts, and kept when they change. All numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
put() { # PLACE INDICATOR PERIOD VALUE [OPTION...]
    printf 'indicator,unit,period,value\n%s,%s,%s,%s\n' "$2" "$1" "$3" "$4" >put.csv
    shift 4
    dieuhanh load --quiet put.csv "$@" >load.out
}
on 2026-06-20
dieuhanh init -q
run dieuhanh filing define TDN --name 'Thu bình quân đầu người' --every first_half --indicators C01,C50
is_status 0
run dieuhanh filing open TDN --unit 26740 --period 2026-H1
is_status 0
run dieuhanh filing open TDN --unit 26743 --period 2026-H1
is_status 0

# A cell that nobody reported shows what its formula gives, and is not missing.
put 26740 C01 2026-H1 5000000000000
run dieuhanh filing show B1 --format csv
says out 'C50,Thu ngân sách nhà nước trên địa bàn bình quân đầu người,triệu đồng/người,,,,,false,false,,false,,'
put 26740 A02 2026-H1 47000
run dieuhanh filing show B1 --format csv
is_status 0
says out 'C50,Thu ngân sách nhà nước trên địa bàn bình quân đầu người,triệu đồng/người,106380000,actual,2026-H1,,false,false,C01 / A02,false,106380000,'
run dieuhanh filing show B1
says out 'Thiếu 0/2 chỉ tiêu'
says out '= tính theo công thức'

# The lock keeps it, with the formula and the figures.
on 2026-07-01
for step in submit accept lock; do run dieuhanh filing "$step" B1; done
is_status 0
run dieuhanh stand --unit 26740 --period 2026-H1 --format jsonl
says out '"locked":"B1","locked_value":106380000'
run dieuhanh stand --unit 26740 --period 2026-H1
says_not out '‡'

# A part that the report does not cover changes: what was locked stays, and it is told what changed.
put 26740 A02 2026-H1 50000
is_status 0
run dieuhanh filing show B1 --format csv
says out 'triệu đồng/người,106380000,actual,2026-H1,,false,false,C01 / A02,true,100000000,'
run dieuhanh filing show B1
says out '‡'
says out 'B1 đã khóa C50, 6 tháng đầu năm 2026: 106,38 triệu đồng/người'
says out 'nay tính lại là 100,00 triệu đồng/người'
run dieuhanh stand --unit 26740 --period 2026-H1 --format jsonl
says out '"value":106380000,'
says out '"formula_value":100000000,'
run dieuhanh stand --unit 26740 --period 2026-H1
says out '106,38 = ‡'
says out 'vì A02 (Dân số trung bình), 6 tháng đầu năm 2026: 47.000 người [F2], nay là 50.000 người [F3]'
run dieuhanh report --unit 26740 --period 2026-H1
is_status 0
says out '106,38 = ‡'
says out 'Số tính được của báo cáo đã khóa, nay tính lại thì khác'
run dieuhanh report --unit 26740 --period 2026-H1 --format html
says out 'nay tính lại là 100,00 triệu đồng/người'
run dieuhanh explain C50/26740/2026-H1/value
is_status 0
says out '106,38 triệu đồng/người'
says out 'nay tính lại là 100,00'

# Every table has the number of the lock, marked, with what would be reckoned today below it.
put 26743 C01 2026-H1 1000000000000
put 26743 A02 2026-H1 40000
run dieuhanh rank C50 2026-H1
is_status 0
says out '106,38 ‡'
says out '‡ số tính được của báo cáo đã khóa, nay tính lại thì khác:'
says out 'nay tính lại là 100,00 triệu đồng/người'
run dieuhanh rank C50 2026-H1 --format jsonl
says out '"value":106380000,"bound":"exact","measure":"VND/người","figure":"C50/26740/2026-H1/value","corrected":false,"locked":"B1"'
says out '"unit":"26743"'
says out '"corrected":false,"locked":""'
run dieuhanh rank C50 2026-H1 --at-least 105000000 --format csv
says out '26740'
run dieuhanh pivot C01 C50 2026-H1
says out '106,38 = ‡'
says out 'nay tính lại là 100,00 triệu đồng/người'
run dieuhanh pivot C01 C50 2026-H1 --format jsonl
says out '"C50":106380000,"computed":"C50","corrected":"","locked":"C50"'
run dieuhanh series C50 26740
says out '106,38 = ‡'
says out 'nay tính lại là 100,00 triệu đồng/người'
run dieuhanh series C50 26740 --format jsonl
says out '"value":106380000,'
says out '"locked":"B1"'
run dieuhanh rollup C50 2026-H1 --weight A02
says out 'nay tính lại là 100,00 triệu đồng/người'
run dieuhanh rollup C50 2026-H1 --parts
says out '106,38 ‡'
run dieuhanh formula value C50 26740 2026-H1
says out '106,38 ‡'
says out 'nay tính lại là 100,00 triệu đồng/người'
run dieuhanh formula value C50 26740 2026-H1 --format csv
says out 'result,C50,C50,Thu ngân sách nhà nước trên địa bàn bình quân đầu người,2026-H1,106380000,'
says out 'today,C50,C50,Thu ngân sách nhà nước trên địa bàn bình quân đầu người,2026-H1,100000000,'
run dieuhanh export C50 26740 --format jsonl
says out '"value":106380000,'
says out '"locked":"B1"'
says_not out '"value":100000000,'

# A part that nobody has any more.
run dieuhanh load --undo N2 --reason 'thử'
run dieuhanh load --undo N3 --reason 'thử'
run dieuhanh export C50 26740 --format jsonl
says out '"value":106380000,'
run dieuhanh rank C50 2026-H1
says out '106,38 ‡'
run dieuhanh stand --unit 26740 --period 2026-H1
says out '106,38 = ‡'
says out 'nay không còn số này'
put 26740 A02 2026-H1 50000
run dieuhanh stand --unit 26740 --period 2026-H1 --format jsonl
says out '"value":106380000,'

# A correction of a locked part counts, and says what was before; so does a figure that is reported since.
for step in submit accept lock; do run dieuhanh filing "$step" B2; done
is_status 0
printf 'indicator,unit,period,value\nC01,26743,2026-H1,1200000000000\n' >c01.csv
run dieuhanh load c01.csv
is_status 1
run dieuhanh load c01.csv --correction 'bổ sung thu tiền sử dụng đất'
is_status 0
run dieuhanh stand --unit 26743 --period 2026-H1
says out '30,00 = §'
says out '(theo đính chính)'
for table in 'rank C50 2026-H1' 'pivot C50 2026-H1' 'series C50 26743' 'formula value C50 26743 2026-H1' 'filing show B2'; do
    run dieuhanh $table
    is_status 0
    ok "$table: has the mark" grep -q "30,00.* §" "$out"
    says out '§ đã đính chính sau khi báo cáo được khóa:'
    says out '(theo đính chính)'
done
run dieuhanh rank C50 2026-H1 --format jsonl
says out '"corrected":true,"locked":"B2"'
run dieuhanh filing show B2
says_not out '‡'
run dieuhanh filing show B2 --format csv
says out 'triệu đồng/người,30000000,actual,2026-H1,,false,true,C01 / A02,true,30000000,'
printf 'indicator,unit,period,value\nC50,26740,2026-H1,100000000\n' >c50.csv
run dieuhanh load c50.csv
is_status 1
says err 'không được đổi C50'
run dieuhanh load c50.csv --correction 'dân số sau rà soát'
is_status 0
run dieuhanh stand --unit 26740 --period 2026-H1
says out 'nay số báo cáo là 100 triệu đồng/người'
says out 'lý do: dân số sau rà soát'
run dieuhanh filing show B1
says out 'nay số báo cáo là 100'
says out '100 §'
run dieuhanh filing corrections B1
says out '106,38 ='
run dieuhanh filing corrections B1 --format csv
says out 'C50,2026-H1,actual,,106380000,,100000000,'
run dieuhanh rank C50 2026-H1
says out '100 §'
says out '106,38 triệu đồng/người (tính theo công thức khi khóa), nay là 100'

# Codes in any letters.
run dieuhanh formula show c50
is_status 0
run dieuhanh formula list c50
is_status 0
run dieuhanh formula check 'c01 / a02' --measure 'triệu đồng/người'
is_status 0
says out 'C01 / A02'
run dieuhanh explain c50/26740/2026-H1/value
is_status 0
run dieuhanh formula add c50 'c01 / a02 * 1' --source 'thử'
is_status 0
says err 'C50 = C01 / A02 * 1'
run dieuhanh formula remove c50 --reason 'thử'
is_status 0
run dieuhanh filing define NHO --name 'Thử' --every first_half --indicators c01,c50
is_status 0
run dieuhanh filing list nho --format csv
is_status 0
run dieuhanh filing open khong --unit 26740 --period 2026-H1
is_status 1

# The journal alone makes all of it again; a record that is not what it says is found.
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
run dieuhanh copy "$(record_place dieuhanh.db)" "$(record_place other.db)"
is_status 0
run dieuhanh filing show B1 --record other.db --format csv
says out 'C01 / A02,true,'
record_sql other.db "UPDATE locked_value SET coefficient = coefficient + 1"
run dieuhanh verify --record other.db
is_status 3
says err 'locked_value'
done_testing

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# project_debts: what a project owes and what is odd about its money: amounts as people write them, what is paid over the plan, a plan that would
# fall below 0, a claim that falls; contracts with their advances; capital that is not spread; settling after handing over; the figures of all of
# it, which do not change by what happens later. Days were counted on the page of a calendar. Names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 ${2:-05:00}" +%s) && export SOURCE_DATE_EPOCH; }
W=26740
# value CODE PERIOD: of the unit, as the feed would write it.
value() { dieuhanh project feed --period "$2" --dry-run --format csv 2>/dev/null | tr -d '\r' | awk -F, -v c="$1" '$3 == c { print $4 "/" $6 }'; }
is() { ok "$1 is $2 (is $3)" [ "$2" = "$3" ]; }
on 2026-01-15
dieuhanh init -q

# Money as it is written.
run dieuhanh project new 'Trường mầm non' -u $W --due 2026-08-31 sector='giáo dục' total='76,31 tỷ' --on 2026-01-05
is_status 0
run dieuhanh project show M1
says out 'Tổng mức đầu tư: 76.310.000.000 đồng'
run dieuhanh project edit M1 total='1.298 tỷ 911,2 triệu đồng'
is_status 0
run dieuhanh project show M1
says out '1.298.911.200.000 đồng'
run dieuhanh project edit M1 total='76.310.000.000'
refused 1 'không nhận «76,31»' dieuhanh project edit M1 total='76,31'
refused 1 '«76,31 tỷ», «850 triệu đồng»' dieuhanh project edit M1 total='1.5 tỷ'
run dieuhanh project edit M1 policy_no=1/NQ policy_on=2026-01-06 decision=2/QĐ
for step in decide approve start; do dieuhanh project move $step M1 -q; done

# Over the plan, below 0, falling.
run dieuhanh project disburse M1 '500 triệu' -s commune --number GRT-1 --on 2026-01-12
is_status 0
says err '! DA-2026-1: đã giải ngân 500 triệu đồng của năm 2026 nguồn Ngân sách cấp xã mà chưa có kế hoạch'
run dieuhanh project plan M1 '2 tỷ' --year 2026 -s commune --on 2026-01-10
run dieuhanh project disburse M1 '1 tỷ' -s commune --number GRT-2 --on 2026-01-13
is_status 0
says_not err '!'
run dieuhanh project disburse M1 '600 triệu' -s commune --number GRT-3 --on 2026-01-14
is_status 0
says err 'vượt kế hoạch: 2.100 / 2.000 triệu đồng, hơn 100'
run dieuhanh project show M1 --year 2026
says out '! giải ngân vượt kế hoạch: 2.100 / 2.000 triệu đồng, hơn 100'
refused 1 'kế hoạch năm 2026 của nguồn Ngân sách cấp xã còn -500.000.000 đồng, không thể âm' dieuhanh project adjust M1 'giảm 2,5 tỷ' --year 2026 -s commune --on 2026-01-14
run dieuhanh project adjust M1 '3 tỷ' --year 2026 -s commune --on 2026-01-14
is_status 0
run dieuhanh project claim M1 '5 tỷ' --on 2026-01-12
run dieuhanh project claim M1 '3 tỷ' --on 2026-01-14
is_status 0
says err 'là số lũy kế, mà số của ngày 12/1/2026 là 5.000'
run dieuhanh project claim M1 40% --on 2026-01-12
run dieuhanh project claim M1 30% --on 2026-01-14
says err 'là số lũy kế'
cat >am.csv <<'EOF'
Dự án,Loại,Năm,Nguồn vốn,Số tiền (triệu đồng),Ngày,Số
DA-2026-1,Điều chỉnh,2026,ngân sách phường,-9000,2026-01-15,9/QĐ
EOF
refused 1 'dòng sai' dieuhanh project load am.csv --format csv
says out 'không thể âm'

# Contracts.
refused 1 'thiếu contractor' dieuhanh project contract M1 number=12/HĐ value='1,5 tỷ' signed=2026-01-08
refused 2 'không có trường «price»' dieuhanh project contract M1 number=12/HĐ price=5
run dieuhanh project contract M1 number=12/HĐ-XD package='Xây lắp' contractor='Công ty A' value='1,5 tỷ' signed=2026-01-08 finish=2026-07-01 recover_by=2026-04-30 guarantee_to=2026-05-31
is_status 0
says err 'G1: đã ghi hợp đồng 12/HĐ-XD, 1.500 triệu đồng'
refused 1 'đã có ở G1' dieuhanh project contract M1 number=12/HĐ-XD contractor=B value=5 signed=2026-01-08
refused 1 'cần nêu lý do' dieuhanh project contract G1 value='1,6 tỷ'
run dieuhanh project contract G1 value='1,6 tỷ' --note 'phụ lục 01'
is_status 0
run dieuhanh project disburse M1 '300 triệu' --as advance -s commune --number TU-1 --on 2026-01-14 --contract G1
is_status 0
refused 1 'không có hợp đồng' dieuhanh project disburse M1 5 -s commune --number TU-9 --contract G9
refused 2 'không dùng tùy chọn «--contract»' dieuhanh project plan M1 5 --year 2026 -s commune --contract G1
run dieuhanh project contracts M1
says out 'Xây lắp'
says out '1.600'
run dieuhanh project contracts --format csv
says out 'G1,DA-2026-1,12/HĐ-XD,Xây lắp,Công ty A,1600000000,1500000000,2026-01-08,2026-07-01,,300000000,300000000,2026-04-30,2026-05-31'

# What a unit was given and did not spread: 9 tỷ given, 5 in the plan.
run dieuhanh project allot '9 tỷ' --unit $W --year 2026 -s commune --number 1/QĐ --on 2026-01-02
is_status 0
refused 1 'đã có dòng P1' dieuhanh project allot '9 tỷ' --unit $W --year 2026 -s commune --number 1/QĐ --on 2026-01-02
refused 1 'không thể âm' dieuhanh project allot 'giảm 10 tỷ' --unit $W --year 2026 -s commune --number 2/QĐ --on 2026-01-03
run dieuhanh project allotments
says out 'được giao 9.000, dự án đã có 5.000, chưa phân bổ 4.000'

# At the end of the first quarter the advance is not due, at the half it is.
on 2026-04-01
is D09 0/ "$(value D09 2026-Q1)"
is D04 4000000000/ "$(value D04 2026-Q1)"
is D08 0/ "$(value D08 2026-Q1)"
on 2026-07-02
is D09 300000000/ "$(value D09 2026-H1)"
run dieuhanh project contracts
says out 'tạm ứng quá hạn chưa thu hồi'
run dieuhanh project feed --period 2026-06
is_status 0
says err 'số liệu ghi cho kỳ 2026-H1, không phải riêng 2026-06'
run dieuhanh stand --unit $W --period 2026-H1
says out '% kế hoạch của D02 tính trên kế hoạch của năm 2026 (D01, đến 30/6/2026), không phải kế hoạch của kỳ'
refused 2 'không lập cho kỳ «2026-07-01»' dieuhanh project feed --period 2026-07-01

# Handed over on 3 August, before its last day: then it owes its settlement. Group C: four months to 3 December 2026.
on 2026-08-03
run dieuhanh project move hand_over M1 --note 'biên bản 01'
is_status 0
says err 'DA-2026-1: hạn từ nay 3/12/2026'
on 2026-10-15
run dieuhanh project settlement
says out '3/8/2026'
says out '3/12/2026'
says out 'Nghị định 193/2026/NĐ-CP, Điều 21'
run dieuhanh project list --clock late
says_not out 'Trường mầm non'
on 2026-12-10
run dieuhanh project settlement --format csv
says out ',2026-08-03,,2026-12-03,7,responsible,'
run dieuhanh project list --clock late
says out 'Trường mầm non'
on 2027-01-02
is 'D08 of the year' 1/ "$(value D08 2026)"
# Filed: two months and seven days to check and approve; 5 January + 2 months + 7 days is Friday 12 March.
on 2027-01-05
run dieuhanh project move file_settlement M1 --note 'nộp đủ hồ sơ'
is_status 0
says err 'hạn từ nay 12/3/2027'
is 'D08 of the year, later' 1/ "$(value D08 2026)"
run dieuhanh project move settle M1 settled_total='75 tỷ'
is_status 0
is 'D08 of the year, when all is settled' 1/ "$(value D08 2026)"
run dieuhanh project settlement
says_not out 'Trường'

# A project that goes on after it was handed over has its old day again; one of no group has no day of settling, and the figure is a range.
run dieuhanh project new 'Hẻm 5' -u $W --due 2027-06-30 sector='giao thông khác'
run dieuhanh project edit M2 policy_no=1 decision=2 total=5.000.000.000
for step in decide approve start; do dieuhanh project move $step M2 -q; done
run dieuhanh project move hand_over M2 --note x
says err 'hạn từ nay 5/5/2027'
run dieuhanh project move reopen M2 --note 'còn hạng mục'
says err 'hạn từ nay 30/6/2027'
run dieuhanh project contract G1 ended=2027-01-04 --note 'thanh lý'
run dieuhanh project strike P1 --note 'nhầm'
is_status 0
run dieuhanh project allotments
says_not out 'P1'
run dieuhanh rebuild
is_status 0
run dieuhanh verify
is_status 0
dieuhanh project contracts --format csv >one.csv
if ! on_server; then
    ok 'a copy has contracts and allotments' dieuhanh copy dieuhanh.db y.db
    dieuhanh --record y.db project contracts --format csv >two.csv
    same one.csv two.csv
fi
done_testing

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# task_report: how the tasks of a period went, in numbers and in the words of people. All names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=van-phong
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
task() { dieuhanh task "$@" 2>"$err.2"; }
on 2025-12-20
dieuhanh init -q
bt='phường Bến Thành'
sg='phường Sài Gòn'
# M1 from the year before: done in time by a later day. M2: done late. M3: in time, once sent back. M4: goes on, late.
task new 'Đề án chợ đêm' -u "$bt" --giver chu-tich --due 2026-02-10 area='Kinh tế'
on 2026-01-08
task new 'Kế hoạch cải cách hành chính' -u "$bt" --giver chu-tich --due 2026-02-02 area='Cải cách hành chính'
task new 'Báo cáo ngân sách' -u "$bt" --giver pho-chu-tich --due 2026-03-20 area='Kinh tế'
task new 'Rà soát quy hoạch hẻm' -u "$sg" --giver chu-tich --due 2026-03-10 area='Đô thị'
# M5: nobody took it. M6: without a day. M7: taken back. M8: refused. M9: paused. M10: given behind the quarter.
task new 'Tuyên truyền phòng cháy' -u "$sg" --giver chu-tich --due 2026-04-30 area='Đô thị'
task new 'Cập nhật trang thông tin' -u "$sg" --giver pho-chu-tich
task new 'Việc giao nhầm' -u "$sg" --giver chu-tich --due 2026-03-01
task new 'Thống kê nhà chung cư cũ' -u "$sg" --giver chu-tich --due 2026-05-01 area='Đô thị'
task new 'Cấp phép lòng đường' -u "$bt" --giver chu-tich --due 2026-03-15
on 2026-01-12
task move take M1 M2 M3 M4 M6 M9
task move refuse M8 --note 'thuộc nhiệm vụ của sở'
on 2026-02-05
task extend M1 --due 2026-02-28 --note 'chờ ý kiến của Sở Công Thương'
task move submit M2 --note 'đã ban hành kế hoạch, muộn do thiếu biên chế'
task move approve M2
task note M2 --topic cause --note 'thiếu một công chức chuyên trách'
task note M2 --note 'ghi chú thường'
on 2026-02-25
task move submit M1 --note 'đã trình đề án, 42 hộ đăng ký'
task move approve M1 --note 'đạt yêu cầu'
task move recall M7 --note 'giao nhầm'
task move pause M9 --note 'chờ thành phố ban hành mức phí'
on 2026-03-02
task move submit M3 --note 'bản thứ nhất'
task move return M3 --note 'thiếu số thu từ đất'
on 2026-03-12
task move submit M3 --note 'đã đủ số liệu, thu đạt 23 %'
task chase M4 --document '12/UBND-VP'
task note M4 --topic limit --note 'mới rà soát 3/17 hẻm'
task note M4 --topic proposal --note 'đề nghị bố trí kinh phí đo vẽ'
on 2026-03-18
task move approve M3
on 2026-04-01
run dieuhanh task report --period 2026-Q1 --format csv
is_status 0
says out 'axis,key,name,total,carried,fresh,ended_in_time,saved,ended_late'
# total, carried, fresh; in time, saved, late, no due; waiting, running, in time, late, no due; redo, paused, dropped; submitted, approved, returned,
# extended, chased, reminded; then the rates with what they are made of: 3/8, 2/3, 1/4.
says out 'all,,,9,1,8,2,1,1,0,2,4,2,1,1,0,1,1,4,3,1,1,1,0,37.5,3,8,66.7,2,3,25.0,1,4'
says out 'area,Đô thị,Đô thị,3,0,3,0,0,0,0,2,3,2,1,0'
says out 'giver,pho-chu-tich,pho-chu-tich,2,0,2,1,0,0'
says out "unit,26740,$sg,5,0,5"
run dieuhanh task report --period 2026-Q1
is_status 0
says out 'quý I/2026: từ 1/1/2026 đến 31/3/2026, tính đến 31/3/2026'
says out '3/8 (37,5 %)'
says out '(chưa nêu)'
says out 'đã trình đề án, 42 hộ đăng ký'
says out 'thiếu một công chức chuyên trách'
says_not out 'ghi chú thường'
says_not out 'bản thứ nhất'
run dieuhanh task report words --period 2026-Q1 --format csv
is_status 0
lines out 14
says out 'reached,result,M1,NV-2025-1,Đề án chợ đêm'
says out 'limit,return,M3,NV-2026-2,Báo cáo ngân sách'
says out 'limit,late,M4'
says out 'cause,refusal,M8'
says out 'cause,pause,M9'
says out 'cause,extension,M1'
says out 'proposal,note,M4,NV-2026-3,Rà soát quy hoạch hẻm,26740,phường Sài Gòn,2026-03-12,van-phong,đề nghị bố trí kinh phí đo vẽ,,'
run dieuhanh task report words --period 2026-Q1 --format jsonl
says out '"source":"late"'
says out '"days_late":21'
run dieuhanh task report --period 2026-Q1 --unit "$bt" --format markdown
is_status 0
says out '# Báo cáo kết quả thực hiện nhiệm vụ được giao'
says out 'Tổng số 4 nhiệm vụ: 1 nhiệm vụ kỳ trước chuyển sang, 3 nhiệm vụ giao trong kỳ.'
says out 'đúng hạn 2 (trong đó 1 nhờ được gia hạn), quá hạn 1.'
says out '## III. Tồn tại, hạn chế'
says out 'lý do trả lại: thiếu số thu từ đất'
says out 'Trong kỳ chưa có nội dung nào được ghi vào kho.'
says out 'dieuhanh-checkpoint v1'
run dieuhanh task report --period 2026-Q1 --format html
is_status 0
says out '<h2>V. Kiến nghị, đề xuất</h2>'
says out '<td class="so">'

# The days of the regime of reports: 15 December to 14 March.
run dieuhanh task report --period 2026-Q1 --window nd09 --format csv
says out 'all,,,9,0,9,1,1,1,0'
run dieuhanh task report --period 2026-Q1 --window nd09 --format markdown
says out 'từ ngày 15/12/2025 đến ngày 14/3/2026'
says out 'Nghị định 09/2019/NĐ-CP, Điều 12'
run dieuhanh task report --period 2026-01 --format csv
says out 'all,,,9,1,8,0,0,0,0,3,9,8,0,1'

# What comes behind the last day changes nothing of the quarter, not even other hands, another day or another name.
run dieuhanh task report --period 2026-Q1 --format csv
cp "$out" quarter.csv
dieuhanh task report words --period 2026-Q1 --format csv >words.csv
on 2026-04-20
task move take M5
task assign M4 -u "$bt"
task extend M4 --due 2026-06-01 --note 'bổ sung kinh phí'
task edit M5 --title 'Tên mới' --giver nguoi-khac
task move submit M4 --note 'xong'
task move approve M4
task new 'Giao sau kỳ' -u "$sg" --giver chu-tich --due 2026-04-30
run dieuhanh task report --period 2026-Q1 --format csv
same out quarter.csv
run dieuhanh task report words --period 2026-Q1 --format csv
same out words.csv
run dieuhanh task report --period 2026-Q1 --unit "$sg" --format csv
says out 'all,,,5,0,5'
run dieuhanh task report --period 2026-04 --unit "$bt" --format csv
says out 'all,,,2,2,0,1,1,0'
run dieuhanh task report --period 2026-Q2 --format csv
says out 'all,,,6,5,1'
run dieuhanh task report --period 2026-Q2
says out 'tính đến 20/4/2026'
run dieuhanh task report --under 'Thành phố Hồ Chí Minh' --period 2026-Q1 --format csv
says out 'all,,,9,1,8'
run dieuhanh task report --period 2024
is_status 0
says out 'năm 2024'

# Wrong usage.
refused 2 'không phải kỳ báo cáo' dieuhanh task report
refused 2 'không phải kỳ báo cáo' dieuhanh task report --period 'quý một'
refused 2 'thời gian chốt số liệu' dieuhanh task report --period 2026-03-02..2026-03-05 --window nd09
refused 2 'chỉ nhận' dieuhanh task report --period 2026-Q1 --window tuan
refused 2 'không nhận tham số' dieuhanh task report --period 2026-Q1 thừa
refused 2 'table, jsonl, json, csv, csv-excel' dieuhanh task list --format html
run dieuhanh rebuild
says err 'giống hệt'
done_testing

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# calendar: days off and working days, lunar days, rules, and deadlines with their steps; in all forms and both languages; what cannot be is
# refused with what to do. No record is asked and none is made.
. "$(dirname "$0")/lib.sh"
unset DIEUHANH_RECORD

# --- the days of a year
run dieuhanh calendar show 2026 --format csv
is_status 0
lines out 18
says out '2026-01-02,5,2025-11-14,swap_off,false,,2026-01-10,12729/VPCP-KGVX,,false'
says out '2026-01-10,6,2025-11-22,swap_work,true,,2026-01-02,12729/VPCP-KGVX,,false'
says out '2026-04-27,1,2026-03-11,make_up,false,Giỗ Tổ Hùng Vương,2026-04-26,Bộ luật Lao động 2019 Điều 112,,false'
says out '2026-09-01,2,2026-07-20,holiday,false,"Quốc khánh, ngày liền kề",,9441/TB-BNV,,false'
says out '2026-11-24,2,2026-10-16,holiday,false,Ngày Văn hóa Việt Nam,,Nghị quyết 28/2026/QH16,,false'
says err 'năm 2026 có 249 ngày làm việc'
says err 'theo thông báo 9441/TB-BNV'
run dieuhanh calendar show 2025
is_status 0
says out 'nghỉ hoán đổi'
says out '26/4/2025'
run dieuhanh calendar show 2030
says out '2/2/2030'
says out 'tạm tính theo lệ'
says err 'tạm tính, chưa có thông báo của năm 2030'
run dieuhanh calendar show 2017 --format jsonl
says out '"note":"chưa đối chiếu với thông báo của năm"'
says err 'lịch năm 2017: chưa đối chiếu với thông báo của năm'
run dieuhanh calendar show 2100 -q --format jsonl
is_status 0
silent err
says_not out '"provisional":false'
run dieuhanh calendar show 2101
is_status 1
silent out
says err '2101 ngoài các năm 2015–2100'
run dieuhanh calendar show nam-nay
is_status 1

# --- one day
run dieuhanh calendar day 2026-11-24
is_status 0
says out 'thứ ba 24/11/2026: nghỉ lễ, tết'
says out 'Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)'
says out 'âm lịch: 16/10 năm Bính Ngọ'
says out 'ngày làm việc tiếp theo: thứ tư 25/11/2026'
says_not out 'tạm tính'
run dieuhanh calendar day 2026-11-23
says out 'ngày làm việc'
says out 'giờ làm việc 07:30-11:30,13:00-17:00 (theo thông lệ)'
run dieuhanh calendar day 2026-11-28 --office mot-cua-thu-bay
says out 'không tính vào thời hạn'
run dieuhanh calendar day 2026-11-28 --office nua-ngay-thu-bay
says out 'làm nửa ngày'
run dieuhanh calendar day 2026-11-28 --office khac
is_status 2
says err 'không có giờ làm việc «khac»'
run dieuhanh calendar day 2030-07-15
says out 'tạm tính, chưa có thông báo của năm 2030'
run dieuhanh calendar day 2026-11-24 --lang en
says out 'Tuesday 2026-11-24: holiday'
says out 'next working day: Wednesday 2026-11-25'
run dieuhanh calendar day 2026-11-31
is_status 2
says err '«2026-11-31» không phải một thời điểm'
run dieuhanh calendar day 2014-12-31
is_status 1

# --- the lunar calendar
run dieuhanh calendar lunar 1985-01-21 --format jsonl
is_status 0
says out '"lunar":"1985-01-01","lunar_year":1985,"lunar_month":1,"lunar_day":1,"leap":false,"year_name":"Ất Sửu","month_days":30'
run dieuhanh calendar lunar 2025-07-25
says out '1/6 nhuận năm Ất Tỵ'
run dieuhanh calendar solar 2030-01-01 --format csv
says out '2030-02-02,6,2030-01-01,'
run dieuhanh calendar solar 2072-11-01
says err 'cách nửa đêm chưa đầy hai phút'
run dieuhanh calendar lunar 1945-08-19
says err 'trước năm 1968'
run dieuhanh calendar solar 2025-05L-01
is_status 2
says err 'âm lịch không có ngày «2025-05L-01»'
run dieuhanh calendar lunar 1899-01-01
is_status 1
says err 'ngoài các năm 1900–2100 của âm lịch'
run dieuhanh calendar solar
is_status 2

# --- counting
run dieuhanh calendar add 2026-02-10 20 --format csv
is_status 0
says out '2026-02-10,2026-03-17,2,20,35,false'
run dieuhanh calendar add 2026-11-30 5 --back --format csv
says out '2026-11-30,2026-11-20,5,-5,-10,false'
run dieuhanh calendar add 2026-11-28 0 --format csv
says out '2026-11-28,2026-11-30,1,1,2,false'
run dieuhanh calendar count 2026-08-21 2026-09-03 --format csv
says out '2026-08-21,2026-09-03,4,7,13,false'
run dieuhanh calendar count 2027-12-01 2028-01-31 --format jsonl
says out '"provisional":true'
says err 'tạm tính, chưa có thông báo của năm 2028'
run dieuhanh calendar add 2026-02-10 hai
is_status 2
says err '«hai» không phải một số ngày'
run dieuhanh calendar add 2100-12-30 20
is_status 1
run dieuhanh calendar count 2026-01-01
is_status 2

# --- rules
run dieuhanh calendar rules --format csv
is_status 0
says out 'KN-THULY,'
run dieuhanh calendar rules KN-THULY --format csv
lines out 3
says out '10 ngày'
says out '7 ngày làm việc'
run dieuhanh calendar rules KN-THULY --on 2026-06-30 --format csv
lines out 2
says out '10 ngày'
run dieuhanh calendar rules KHONG-CO
is_status 2
says err 'không có quy tắc thời hạn «KHONG-CO»'
run dieuhanh calendar offices
says out 'sáng được tính'
run dieuhanh calendar rates --counts early=20,on_time=50,late=10,running=15,overdue=5 --format csv
says out 'A,on_time,Đúng hạn,trước hạn + đúng hạn + trong hạn,trước hạn + đúng hạn + quá hạn + trong hạn + đang quá hạn,85,100,85.00,'
says out 'B,on_time,Đúng hạn,đúng hạn,trước hạn + đúng hạn + quá hạn,50,80,62.50,'
says out 'D,running,Đang giải quyết trong hạn,trong hạn,trong hạn + đang quá hạn,15,20,75.00,'
run dieuhanh calendar rates --counts early=1 --format jsonl
says out '"rate":"running"'
says out '"numerator":0,"denominator":0,"percent":null'
run dieuhanh calendar rates --format jsonl
says out '"numerator":null,"denominator":null,"percent":null'
run dieuhanh calendar rates --counts som=3
is_status 2

# --- deadlines
run dieuhanh calendar deadline '2 ngày làm việc' --from 2026-11-23 --now 2026-11-25
is_status 0
says out 'căn cứ: Bộ luật Dân sự 2015 Điều 145 đến 148'
says out 'thứ ba 24/11/2026: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)'
says out 'Hạn: hết thứ năm 26/11/2026'
says out 'Tính đến thứ tư 25/11/2026: còn 1 ngày (1 ngày làm việc)'
run dieuhanh calendar deadline KN-LAN1 --from 2026-08-03 --wait 2026-08-10..2026-08-31 --done 2026-09-22 --recorded 2026-09-25
says out 'khi dừng còn 23 ngày'
says out 'là Quốc khánh (Bộ luật Lao động 2019 Điều 112): chuyển sang thứ năm 3/9/2026'
says out 'Hạn: hết thứ tư 23/9/2026'
says out 'Trước hạn 1 ngày (1 ngày làm việc)'
says out 'Trễ do đồng bộ'
run dieuhanh calendar deadline 2.000635 --from 2026-11-13T16:30 --done 2026-11-16T09:00
says out 'nhận 16:30 thứ sáu 13/11/2026: tính như nhận 07:30 thứ hai 16/11/2026'
says out 'Đúng hạn'
run dieuhanh calendar deadline TC-GIAIQUYET-PT --from 2026-08-03 --extend '30 ngày@2026-09-04,30 ngày@2026-09-28' --now 2026-08-04
says out 'gia hạn ngày thứ sáu 4/9/2026, khi đã quá hạn thứ năm 3/9/2026'
says out 'quá số lần gia hạn mà quy tắc cho: 1'
says out 'Hạn đầu: thứ năm 3/9/2026'
run dieuhanh calendar deadline '7 ngày làm việc' --from 2026-11-02 --wait 2026-11-04.. --format jsonl
says out '"due":null,"holds":null,"waiting":true,"left":5,'
says out '{"step":"waiting","from":"2026-11-04","to":null,"n":5,"text":"đang tạm dừng từ thứ tư 4/11/2026, còn 5 ngày làm việc"}'
run dieuhanh calendar deadline '2 ngày làm việc' --from 2026-11-23 --printed 2026-11-25 --done 2026-11-26 --format csv
says out ',2026-11-26,2026-11-26,2026-11-26,2026-11-25,false,,0,false,,late,late,1,1,0,false,'
run dieuhanh calendar deadline '30 ngày' --from 2028-10-25 --now 2028-11-01 --lang en
says out 'Deadline: the end of Monday 2028-11-27'
says out 'This deadline is provisional'
run dieuhanh calendar deadline '2 giờ làm việc' --from 2026-11-09T16:00 --done 2026-11-10T09:45
says out 'Hạn: 08:30 thứ ba 10/11/2026'
says out 'Quá hạn 1 giờ 15 phút'
run dieuhanh calendar day 2026-11-28 --office nua-ngay-thu-bay --format jsonl
says out '"office":"half"'
run dieuhanh calendar deadline TCD-TRUCTUYEN --from 2026-11-30 --now 2026-11-16
says out 'Hạn: chậm nhất thứ sáu 20/11/2026'

# --- what cannot be
run dieuhanh calendar deadline '7 ngày làm việc'
is_status 2
says err 'cần tùy chọn «--from»'
run dieuhanh calendar deadline 'bảy ngày' --from 2026-11-02
is_status 2
says err 'hoặc nêu thời hạn như «7 ngày làm việc»'
run dieuhanh calendar deadline KN-DINHCHI --from 2026-06-30
is_status 1
says err 'không có hiệu lực ngày 2026-06-30'
run dieuhanh calendar deadline '7 ngày' --from 'hôm qua'
is_status 2
run dieuhanh calendar deadline '7 ngày' --from 2026-11-02 --wait 2026-11-05
is_status 2
says err 'không phải một lần tạm dừng'
run dieuhanh calendar deadline '7 ngày' --from 2026-11-02 --wait 2026-11-06..2026-11-05
is_status 1
says err 'chồng lên nhau'
run dieuhanh calendar deadline '7 ngày' --from 2026-11-02 --extend nhiều
is_status 2
says err 'không phải một lần gia hạn'
run dieuhanh calendar deadline '7 ngày' --from 2026-11-02 --extend 2026-11-05
is_status 1
says err 'hạn mới không sau hạn cũ'
run dieuhanh calendar deadline TCD-TRUCTUYEN --from 2026-11-30 --wait 2026-11-05..
is_status 1
says err 'tính ngược'
run dieuhanh calendar deadline '80 năm' --from 2026-11-02
is_status 1
says err '2015–2100'
run dieuhanh calendar
is_status 2
run dieuhanh calendar xem
is_status 2
run dieuhanh calendar offices them
is_status 2
ok 'nothing was made' sh -c '[ -z "$(ls *.db 2>/dev/null)" ]'

done_testing

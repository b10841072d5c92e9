#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# filing: periodic reports: who owes what until when, the life of a report, lateness, the lock and corrections. All numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
# The clock of the program, at noon in Việt Nam.
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
# A change that must be refused: the status, the message, and nothing written.
refused() {
    record_copy dieuhanh.db before.db
    words=$1
    shift
    run "$@"
    is_status 1
    says err "$words"
    ok "$about: nothing was written" record_same dieuhanh.db before.db
}
on 2026-06-12

# The definitions of law need no record.
run dieuhanh filing definitions --format csv
is_status 0
says out 'KTXH,Báo cáo tình hình kinh tế - xã hội của UBND cấp xã gửi UBND cấp tỉnh,month|quarter|first_half|nine_months|year,cut:14,agency,'
says out 'TTKNTC-XA,'
says out 'Luật 58/2024/QH15 Điều 72'
run dieuhanh filing definitions DTC --lang en
is_status 0
says out 'Luật 58/2024/QH15 Điều 72'

dieuhanh init -q
run dieuhanh filing list
is_status 0
says err 'chưa có báo cáo nào phải gửi'

# Wrong words.
run dieuhanh filing
is_status 2
run dieuhanh filing burn
is_status 2
run dieuhanh filing open KTXH --unit 26740
is_status 2
says err '--period'
run dieuhanh filing open KTXH --period 2026-H1
is_status 2
says err '--unit'
run dieuhanh filing open KTXH --period 2026-H1 --unit 26740 --under 79
is_status 2
run dieuhanh filing open KTHX --period 2026-H1 --unit 26740
is_status 1
says err 'không có mẫu báo cáo «KTHX»'
says err 'TTKNTC-XA'
run dieuhanh filing open KTXH --period 2020-2025 --unit 26740
is_status 1
says err 'không lập cho kỳ 2020-2025'
run dieuhanh filing open CKNS-XA --period 2026-Q2 --unit 26740
is_status 1
says err 'không lập cho kỳ 2026-Q2'
run dieuhanh filing open TTKNTC-XA --period 2025-H1 --unit 26740
is_status 1
says err 'chưa hoặc không còn hiệu lực'
run dieuhanh filing open KTXH --period 2026-H1 --unit 79
is_status 1
says err 'KTXH do cấp xã lập; thành phố Hồ Chí Minh là cấp tỉnh'
run dieuhanh filing open KTXH --period 2025-9M --unit 26740.2025
is_status 1
says err 'không hoạt động vào ngày chốt số liệu 2025-09-14'
run dieuhanh filing show B1
is_status 1
says err 'kho không có báo cáo B1'
run dieuhanh filing show X9
is_status 2
says err '«X9» không phải mã báo cáo'

# Who must send, until when: the law leaves the day to the city.
run dieuhanh filing require KTXH --under 'TP Hồ Chí Minh' --due last_month:14 --from 2026-01-01
is_status 2
says err 'không sau ngày chốt số liệu'
run dieuhanh filing require KTXH --under 'TP Hồ Chí Minh' --due monday
is_status 2
says err '--due: không hiểu «monday»'
run dieuhanh filing require KTXH --under 'TP Hồ Chí Minh' --due last_month:17 --from 2026-06-01 --source '12/2026/QĐ-UBND'
is_status 0
says err 'các đơn vị dưới thành phố Hồ Chí Minh phải gửi báo cáo KTXH của các kỳ chốt số liệu từ ngày 1/6/2026'
says_not err 'không nêu --from'

# Before the window has ended nothing is due; then it is awaited, then missing.
run dieuhanh filing list --format csv
lines out 1
run dieuhanh filing list --ahead 7 --period 2026-H1 --format csv
lines out 169
says out ',KTXH,26740,phường Sài Gòn,2026-H1,2025-12-15,2026-06-14,2026-06-17,,,,0,awaited'
run dieuhanh filing list --on 2026-06-17 --period 2026-H1 --unit 26740 --format jsonl
says out '"due":"2026-06-17","state":"","sent":null,"resent":null,"days_late":0,"verdict":"awaited"'
run dieuhanh filing list --on 2026-06-20 --period 2026-H1 --unit 26740 --format jsonl
says out '"days_late":3,"verdict":"missing"'
run dieuhanh filing count --on 2026-06-20 --format jsonl
says out '"definition":"KTXH","period":"2026-06","last":"2026-06-14","due":"2026-06-17","owed":168,"on_time":0,"late":0,"sent":0,"missing":168'
says out '"period":"2026-Q2"'
says out '"period":"2026-H1"'
says_not out '"period":"2026-05"'

# A unit of its own kind that must send because somebody said so.
run dieuhanh unit add 'Trạm y tế Sài Gòn' --parent 26740 --level office
run dieuhanh filing require KTXH --unit 'Trạm y tế Sài Gòn' --due last_month:20 --from 2026-06-01
is_status 0
run dieuhanh filing list KTXH --on 2026-06-20 --period 2026-H1 --unit 'Trạm y tế Sài Gòn' --format csv
says out ',2026-06-20,,,,0,awaited'

# The life of a report.
run dieuhanh filing open KTXH --unit 'phường Sài Gòn' --period 2026-H1
is_status 0
says err 'đã lập báo cáo B1'
refused 'đã lập rồi: B1' dieuhanh filing open KTXH --unit 26740 --period 2026-H1
cat >s.jsonl <<'JSON'
{"unit":"26740","indicator":"C01","period":"2026-H1","value":1500000000000,"aspect":"actual"}
{"unit":"26740","indicator":"C03a","period":"..2026-06-14","value":1200000000000,"aspect":"actual"}
{"unit":"26740","indicator":"C10a","period":"2025-12-15..2026-06-14","value":300000000000,"aspect":"actual"}
{"unit":"26740","indicator":"C10a","period":"2026-H1","value":310000000000,"aspect":"estimate"}
{"unit":"26740","indicator":"D01","period":"2026-06-14","value":90000000000,"aspect":"actual"}
{"unit":"26740","indicator":"C01","period":"2026","value":3200000000000,"aspect":"plan","layer":"giao"}
JSON
on 2026-06-14 # before that day nothing can have been counted on it
run dieuhanh table --accept s.jsonl
is_status 0
run dieuhanh filing show B1 --format csv
is_status 0
says out 'C01,Thu ngân sách nhà nước trên địa bàn,tỷ đồng,1500000000000,actual,2026-H1,F1,false,false'
says out 'C03a,Thu nội địa,tỷ đồng,1200000000000,actual,..2026-06-14,F2,'
says out '300000000000,actual,2025-12-15..2026-06-14,F3,'
says out 'D01,Kế hoạch vốn đầu tư công,tỷ đồng,90000000000,actual,2026-06-14,F5,'
says out 'C06,Thu tiền sử dụng đất,tỷ đồng,,,,,false,false'
run dieuhanh filing show B1
says out 'hạn gửi: 17/6/2026'
says out 'Thiếu 12/16 chỉ tiêu'
refused 'đang ở bước «dự thảo», không chuyển sang «đã nhận» được' dieuhanh filing accept B1
says err 'Việc có thể làm tiếp: gửi (filing submit).'
refused 'đang ở bước «dự thảo»' dieuhanh filing lock B1
on 2026-06-18
run dieuhanh filing submit B1 --on 2026-06-19
is_status 2
says err 'chưa tới'
run dieuhanh filing submit B1 --on 2026-06-16 --note 'nhận bản giấy'
is_status 0
says err 'B1: đã gửi'
says err 'còn thiếu 12 chỉ tiêu'
refused 'Việc có thể làm tiếp: trả lại (filing return), nhận (filing accept).' dieuhanh filing submit B1
run dieuhanh filing return B1
is_status 2
says err 'phải nêu lý do'
refused 'trước bước liền trước' dieuhanh filing return B1 --on 2026-06-15 --note 'thiếu số'
run dieuhanh filing return B1 --note 'thiếu số chi thường xuyên' --by lanh-dao
is_status 0
refused 'đang ở bước «bị trả lại»' dieuhanh filing accept B1
on 2026-06-19
run dieuhanh filing submit KTXH --unit 26740 --period 2026-H1
is_status 0
on 2026-06-22
run dieuhanh filing accept B1 --by lanh-dao
is_status 0
run dieuhanh filing history B1 --format csv
lines out 6
says out 'B1,submitted,2026-06-16,true,nhận bản giấy,can-bo,2026-06-18T05:00:00Z,'
says out 'B1,returned,2026-06-18,false,thiếu số chi thường xuyên,lanh-dao,'

# Lateness: by the first sending, as the definition says; the second one is shown beside it. An earlier day shows what was known then.
run dieuhanh filing list --period 2026-H1 --unit 26740 --on 2026-06-30 --format csv
says out 'B1,KTXH,26740,phường Sài Gòn,2026-H1,2025-12-15,2026-06-14,2026-06-17,accepted,2026-06-16,2026-06-19,0,on_time'
run dieuhanh filing list --period 2026-H1 --unit 26740 --on 2026-06-18 --format csv
says out ',returned,2026-06-16,,0,on_time'
run dieuhanh filing list --period 2026-H1 --unit 26740 --on 2026-06-14 --format csv
says out 'draft,,,0,awaited'
run dieuhanh filing open KTXH --unit 'phường Bến Thành' --period 2026-H1
run dieuhanh filing submit B2
is_status 0
run dieuhanh filing list --period 2026-H1 --late --on 2026-06-30 --format csv
lines out 169
says out 'B2,KTXH,26743,phường Bến Thành,2026-H1,2025-12-15,2026-06-14,2026-06-17,submitted,2026-06-22,,5,late'
run dieuhanh filing count --period 2026-H1 --on 2026-06-30 --format jsonl
says out '"owed":169,"on_time":1,"late":1,"sent":0,"missing":167,"awaited":0,"no_due":0,"accepted":1,"locked":0'
run dieuhanh filing list --period 2026-H1 --state none --on 2026-06-30 --format csv
lines out 168
run dieuhanh filing list --period 2026-H1 --on 2026-06-30 --quiet --lang en --unit 26743
says out 'sent late'

# As the record was known earlier: the sending that was entered on the 18th is not there on the 17th, whatever day it stated.
run dieuhanh filing list --known-on 2026-06-17 --period 2026-H1 --unit 26740 --format csv
is_status 0
says out ',draft,,,0,awaited'
says err 'Như đã biết đến hết ngày 17/6/2026'
run dieuhanh filing show B1 --known-on 2026-06-18
says out 'bước: bị trả lại'
run dieuhanh filing submit B1 --known-on 2026-06-17
is_status 2

# Locked: nothing of it changes any more, by whatever way.
run dieuhanh filing lock B1
is_status 0
refused 'đang ở bước «đã khóa»' dieuhanh filing return B1 --note 'sửa'
says err '--correction'
echo '{"unit":"26740","indicator":"C01","period":"2026-H1","value":1510000000000,"aspect":"actual"}' >sua.jsonl
run dieuhanh table sua.jsonl
is_status 0
id=$(dieuhanh statements --state proposed --format csv | sed -n '2s/,.*//p')
refused 'báo cáo B1 (KTXH) của phường Sài Gòn, 6 tháng đầu năm 2026, đã khóa' dieuhanh accept "$id"
says err 'không được đổi C01'
echo '{"unit":"26740","indicator":"C03a","period":"2026-H1","value":1100000000000,"aspect":"estimate"}' >moi.jsonl
refused 'không được đổi C03a' dieuhanh table --accept moi.jsonl
run dieuhanh table moi.jsonl
is_status 0
refused 'đã khóa' dieuhanh accept --resolved
run dieuhanh reject S8 --reason 'không phải số ước'
is_status 0
refused 'đã khóa' dieuhanh reject S1 --reason 'nhầm'
printf 'indicator,unit,period,value\nC06,26740,2026-H1,5000\nC06,26743,2026-H1,5000\n' >load.csv
refused 'đã khóa' dieuhanh load load.csv
refused 'không được đổi C06' dieuhanh load --dry-run load.csv
cat >bao-cao.txt <<'TEXT'
Giải ngân vốn đầu tư công của phường Sài Gòn 6 tháng đầu năm 2026 đạt 35,2 tỷ đồng.
TEXT
refused 'đã khóa' dieuhanh import --accept --date 2026-06-20 --place 'phường Sài Gòn, TP Hồ Chí Minh' bao-cao.txt
run dieuhanh accept "$id" --correction ' '
is_status 2
says err 'phải nêu lý do'

# Other units, times and indicators are free, and so is what says the same.
cat >khac.jsonl <<'JSON'
{"unit":"26743","indicator":"C01","period":"2026-H1","value":1,"aspect":"actual"}
{"unit":"26740","indicator":"C01","period":"2026-05","value":2,"aspect":"actual"}
{"unit":"26740","indicator":"C05","period":"2026-H1","value":3,"aspect":"actual"}
{"unit":"26740","indicator":"C01","period":"2026-H1","value":1500000000000,"aspect":"actual","note":"nói lại"}
JSON
run dieuhanh table --accept khac.jsonl
is_status 0
says out '4'
run dieuhanh rebuild
says err 'giống hệt trước'

# A correction goes through and keeps the old value.
run dieuhanh accept "$id" --correction 'cộng sót thu phí'
is_status 0
says err '1 sửa lại'
run dieuhanh filing corrections B1 --format csv
lines out 2
says out 'B1,C01,2026-H1,actual,,1500000000000,F1,1510000000000,'
says out ',VND,cộng sót thu phí,can-bo,2026-06-22T05:00:00Z,'
run dieuhanh filing show B1
says out 'Đính chính sau khi khóa'
says out '1.500'
says out '1.510'
new=$(dieuhanh filing corrections B1 --format csv | sed -n '2p' | cut -d, -f9)
run dieuhanh explain "$new"
says out 'đính chính báo cáo đã khóa B1: 1.500 tỷ đồng → 1.510 tỷ đồng'
says out 'lý do: cộng sót thu phí'
run dieuhanh explain F1 --format jsonl
says out '"corrections":[{"filing":"B1","old":1500000000000,"old_figure":"F1","new":1510000000000,'
# Tables and reports say that it is another number than the one that was sent.
run dieuhanh stand 26740 2026-H1
says out '1.510 §'
says out '47,19 % §'
says out '§ đã đính chính sau khi báo cáo được khóa:'
says out 'Thu ngân sách nhà nước trên địa bàn, 6 tháng đầu năm 2026: 1.500 tỷ đồng, nay là 1.510 tỷ đồng (báo cáo B1 đã khóa; can-bo đính chính ngày 22/06/2026; lý do: cộng sót thu phí)'
run dieuhanh stand 26740 2026-H1 --format jsonl
says out '"value_corrected":true,"plan_corrected":false,'
# Every table of figures has the mark, and says below what it was.
for table in 'series C01 26740' 'rank C01 79 2026-H1' 'pivot C01 79 2026-H1' 'budget --unit 26740 --period 2026-H1'; do
    # shellcheck disable=SC2086
    run dieuhanh $table
    is_status 0
    ok "$table: has the mark" grep -q '1\.510\(\.000\)\? §' "$out"
    says out '§ đã đính chính sau khi báo cáo được khóa:'
    says out '1.500 tỷ đồng, nay là 1.510 tỷ đồng'
done
run dieuhanh series C01 26740 --format csv
says out ',F10,C01/26740/2026-H1/growth,true'
run dieuhanh rank C01 79 2026-H1 --format csv
says out ',F10,true'
run dieuhanh pivot C01 79 2026-H1 --format csv
says out '26740,phường Sài Gòn,1510000000000,,C01'
run dieuhanh budget --unit 26740 --period 2026-H1 --format csv
says out ',value|value_so_far'
run dieuhanh budget --unit 26740 --period 2026-H1 --format html
says out '§ Số liệu đã đính chính sau khi báo cáo được khóa:'
run dieuhanh report 26740 2026-H1
says out '[1.510 §]'
says out '- Thu ngân sách nhà nước trên địa bàn, 6 tháng đầu năm 2026: 1.500 tỷ đồng, nay là 1.510 tỷ đồng'
says out 'lý do: cộng sót thu phí'
run dieuhanh report 26740 2026-H1 --format html
says out '1.510 §'
says out 'Số liệu đã đính chính sau khi báo cáo được khóa'
run dieuhanh load load.csv --correction 'bổ sung thu tiền sử dụng đất'
is_status 0
run dieuhanh filing corrections B1 --format csv
lines out 3
says out 'B1,C06,2026-H1,actual,,,,5000,'
refused 'đã khóa' dieuhanh load --undo N1 --reason 'nhầm'
run dieuhanh load --undo N1 --correction 'nhầm tệp'
is_status 0
run dieuhanh filing corrections B1 --format csv
says out 'B1,C06,2026-H1,actual,,5000,'
run dieuhanh report 26740 2026-H1 # a number that is gone is told too, and that it was given first
says out ': không có số, nay là '
says out ', nay là không có số (báo cáo B1 đã khóa; can-bo đính chính'
says out 'lý do: nhầm tệp'
run dieuhanh reject "$id" --reason 'nhầm' --correction 'số đầu mới đúng'
is_status 0
run dieuhanh filing show B1 --format csv
says out 'C01,Thu ngân sách nhà nước trên địa bàn,tỷ đồng,1500000000000,actual,2026-H1,F1,false,true'
run dieuhanh filing corrections B1 --format jsonl
lines out 4
says out '"old":1510000000000,'
run dieuhanh import --accept --date 2026-06-20 --place 'phường Sài Gòn, TP Hồ Chí Minh' bao-cao.txt --correction 'theo báo cáo bổ sung'
is_status 0
run dieuhanh filing corrections --format jsonl
lines out 5
says out '"indicator":"D02","period":"2026-H1","aspect":"actual","layer":"","old":null,"old_figure":"","new":35200000000,'

# A term that ends on a day off ends with the next working day; a day that the law names stays, whatever day it is.
run dieuhanh filing list CKNS-XA --under 79 --period 2026-9M --on 2026-10-11 --format csv
is_status 0
says out '26740,phường Sài Gòn,2026-9M,2026-01-01,2026-09-30,2026-10-12,,,,0,awaited,2026-10-10,false'
says err '168 hạn gửi trùng ngày nghỉ, đã lùi sang ngày làm việc tiếp theo'
run dieuhanh filing list CKNS-XA --under 79 --period 2029-H1 --on 2029-07-01
is_status 0
says out '(tạm tính)'
says err 'lịch nghỉ của năm đó chưa được công bố'
run dieuhanh filing definitions CKNS-XA
says out 'trùng ngày nghỉ'

# The journal alone makes all of it again.
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
run dieuhanh copy "$(record_place dieuhanh.db)" "$(record_place other.db)"
is_status 0
run dieuhanh filing corrections --record other.db --format jsonl
lines out 5
run dieuhanh filing show B1 --lang en
says out 'Corrected after it was locked'
run dieuhanh filing lock B1 --lang en
is_status 1
says err 'cannot become'

# A report that an office defines for itself; without the required figures it cannot be sent.
run dieuhanh filing define THU-TUAN --name 'Báo cáo thu ngân sách' --every month --window cut:20 --due last_month:22 --weekend next_working_day --indicators C01,C05 --required C05 --late-by last
is_status 0
run dieuhanh filing define THU-TUAN2 --name x --every month --indicators C01,Z99
is_status 1
says err 'Z99'
run dieuhanh filing define THU-TUAN2 --name x --every weekly --indicators C01
is_status 2
run dieuhanh filing define KTXH --name x --every month --indicators C01
is_status 2
says err 'theo văn bản pháp luật'
run dieuhanh filing define X --name x --every month --indicators C01 --due last_month:10
is_status 2
says err 'không sau ngày chốt số liệu'
run dieuhanh filing open THU-TUAN --unit 26743 --period 2026-08
is_status 0
run dieuhanh filing show B3 --format csv
says out 'C05,Thu lệ phí trước bạ,tỷ đồng,,,,,true,false'
refused 'còn thiếu 1 chỉ tiêu bắt buộc: C05' dieuhanh filing submit B3
echo '{"unit":"26743","indicator":"C05","period":"2026-08","value":7000000000,"aspect":"actual"}' >c05.jsonl
on 2026-08-20
run dieuhanh table --accept c05.jsonl
run dieuhanh filing list THU-TUAN --period 2026-08 --on 2026-08-25 --format csv
says out 'B3,THU-TUAN,26743,phường Bến Thành,2026-08,2026-07-21,2026-08-20,2026-08-22,draft,,,3,missing'
on 2026-08-24
run dieuhanh filing submit B3
is_status 0
run dieuhanh filing return B3 --note 'sai đơn vị tính'
on 2026-08-27
run dieuhanh filing submit B3
run dieuhanh filing list THU-TUAN --period 2026-08 --on 2026-08-30 --format csv
says out '2026-08-22,submitted,2026-08-24,2026-08-27,5,late'

# A table that says a locked figure otherwise: refused as a whole without a reason; with one it is the correction, also when the table came before.
on 2026-08-28
run dieuhanh filing accept B3
run dieuhanh filing lock B3
is_status 0
printf 'Chỉ tiêu;ĐVT;Thực hiện tháng 8 năm 2026\nThu lệ phí trước bạ;tỷ đồng;7,5\nThu nội địa;tỷ đồng;90\n' >khoa.csv
refused 'không được đổi C05' dieuhanh table --form khoa.form --yes --accept --place 26743 khoa.csv
refused 'không được đổi C05' dieuhanh table --form khoa.form --accept --place 26743 khoa.csv
run dieuhanh table --form khoa.form --place 26743 khoa.csv
is_status 0
refused 'không được đổi C05' dieuhanh table --form khoa.form --accept --place 26743 khoa.csv
run dieuhanh table --form khoa.form --accept --place 26743 khoa.csv --correction 'đối chiếu với kho bạc'
is_status 0
says out 'đã có, nay chấp nhận'
run dieuhanh filing corrections B3 --format jsonl
lines out 1
says out '"old":7000000000,'
says out '"new":7500000000,'
says out 'đối chiếu với kho bạc'
echo '{"unit":"26743","indicator":"C05","period":"2026-08","value":7600000000,"aspect":"actual"}' >c05b.jsonl
refused 'không được đổi C05' dieuhanh table --accept c05b.jsonl
run dieuhanh table --accept c05b.jsonl --correction 'số chính thức'
is_status 0
run dieuhanh filing show B3 --format csv
says out 'C05,Thu lệ phí trước bạ,tỷ đồng,7600000000,'

# What the document itself contradicts corrects nothing: it is named and left, and the status says so; the rest is done.
printf 'Chỉ tiêu;ĐVT;Thực hiện tháng 8 năm 2026\nThu lệ phí trước bạ;tỷ đồng;7,7\nThu ngân sách nhà nước trên địa bàn;tỷ đồng;91\nThu lệ phí trước bạ;tỷ đồng;8,2\n' >twice.csv
run dieuhanh table --form khoa.form --accept --place 26743 twice.csv --correction 'bổ sung'
is_status 3
says err 'C05 Thu lệ phí trước bạ, tháng 8/2026: 7,7 tỷ đồng'
says err 'C05 Thu lệ phí trước bạ, tháng 8/2026: 8,2 tỷ đồng'
says err 'tài liệu nêu số khác nhau hoặc tự mâu thuẫn; còn chờ duyệt'
says err 'dieuhanh accept MÃ --correction'
run dieuhanh filing show B3 --format csv
says out 'C05,Thu lệ phí trước bạ,tỷ đồng,7600000000,'
says out 'C01,Thu ngân sách nhà nước trên địa bàn,tỷ đồng,91000000000,'
run dieuhanh table --form khoa.form --accept --place 26743 twice.csv --correction 'bổ sung'
is_status 3
left=$(dieuhanh statements --state proposed --format csv | grep ',C05,' | grep 26743 | sed 's/,.*//' | tail -1)
run dieuhanh reject "$left" --reason 'nhầm'
run dieuhanh table --form khoa.form --accept --place 26743 twice.csv --correction 'bổ sung'
is_status 0
run dieuhanh filing show B3 --format csv
says out 'C05,Thu lệ phí trước bạ,tỷ đồng,7700000000,'
# A report that says a locked figure in two ways.
printf 'UBND phường Bến Thành báo cáo tháng 8 năm 2026: thu lệ phí trước bạ đạt 7,9 tỷ đồng. Thu lệ phí trước bạ tháng 8 năm 2026 là 8,1 tỷ đồng.\n' >hai-so.txt
run dieuhanh import --accept --date 2026-09-01 --place 'phường Bến Thành, TP Hồ Chí Minh' hai-so.txt --correction 'bổ sung'
is_status 3
says err 'chưa đính chính được'

# What a newer figure stands before is no change, and no correction.
old=$(dieuhanh statements --state accepted --format csv | grep ',C05,' | grep 26743 | sed 's/,.*//' | head -1)
run dieuhanh reject "$old" --reason 'số cũ' --correction 'số cũ'
is_status 0
run dieuhanh filing corrections B3 --format jsonl
lines out 4

# All the wards of a city at once; those that were begun stay.
run dieuhanh filing open NSNN-XA --under 79 --period 2026-H1
is_status 0
says err 'đã lập 168 báo cáo, B4 đến B171'
run dieuhanh filing open NSNN-XA --under 79 --period 2026-H1
is_status 0
says err '168 báo cáo đã lập từ trước'
run dieuhanh filing list NSNN-XA --period 2026-H1
says err '168 báo cáo chưa có hạn gửi: mẫu để cơ quan định hạn'
run dieuhanh filing require NSNN-XA --under 79 --due next_month:10
says err 'từ ngày 28/8/2026'
says err 'không nêu --from nên chỉ áp dụng từ hôm nay'
run dieuhanh filing count NSNN-XA --period 2026-H1 --format jsonl
says out '"due":null,"owed":168,"on_time":0,"late":0,"sent":0,"missing":0,"awaited":0,"no_due":168'
run dieuhanh filing submit B4 B5 B999
is_status 1
run dieuhanh filing list NSNN-XA --state submitted --format csv
lines out 1
run dieuhanh verify
is_status 0
done_testing

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# work_lists: what an officer sees of his work: his own of each kind, what his unit helps with, reports that are owed beside it, tasks under a
# programme and all below it; filters that stay within their command; days as people write them; what a message offers to choose from.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER='Văn phòng'
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
A='phường Bến Thành'
B='phường Sài Gòn'
on 2026-03-02
dieuhanh init -q

# --- days
run dieuhanh task new 'Rà soát hộ nghèo' -u "$A" --due 20/3/2026 --person lan
is_status 0
says err 'M1 (NV-2026-1), hạn 20/3/2026'
run dieuhanh task list --format csv
says out '2026-03-20,2026-03-20'
run dieuhanh task extend M1 --due 25-3-2026 --note 'chờ ý kiến' --on 3/3/2026
is_status 1
says err 'sau'
run dieuhanh task extend M1 --due 25.03.2026 --note 'chờ ý kiến' --on 2/3/2026
is_status 0
run dieuhanh task list --due-from 25/3/2026 --due-to 3/2026 --format csv
lines out 2
refused 2 'không phải một ngày có thật' dieuhanh task extend M1 --due 31/4/2026 --note x
says err '27/11/2026'
refused 2 'không phải một ngày có thật' dieuhanh task extend M1 --due 'cuối tháng' --note x
refused 2 'không phải một ngày có thật' dieuhanh task extend M1 --due 3/25/2026 --note x
run dieuhanh calendar count 2/3/2026 10/3/2026
is_status 0
run dieuhanh matter list --known-on 1/3/2026
is_status 0
says out 'Như đã biết đến hết ngày 1/3/2026'

# --- mine, by the kind of the command
run dieuhanh dossier new 'Cấp giấy phép xây dựng' -u "$A" --person lan term='15 ngày làm việc' applicant='Nguyễn Văn An' procedure=1.009994
is_status 0
run dieuhanh project new 'Nâng cấp hẻm 12' -u "$A" --person lan sector='giao thông khác' total=14500000000 --due 2026-12-31
is_status 0
run dieuhanh project move decide M3 policy_no=15/NQ-HĐND
is_status 0
run dieuhanh petition new 'Tiếng ồn ban đêm' --kind feedback -u "$A" --person lan subject='quy định hành chính' place='số 5 đường X'
is_status 0
for pair in 'task M1' 'dossier M2' 'project M3' 'petition M4'; do
    run dieuhanh "${pair% *}" mine --person lan --format csv
    is_status 0
    lines out 2
    says out ",${pair#* },"
    run dieuhanh "${pair% *}" mine --unit "$A" --format csv
    lines out 2
    says out ",${pair#* },"
done
run dieuhanh matter mine --person lan --format csv
lines out 5
run dieuhanh matter mine --person lan --kind dossier --format csv
lines out 2

# --- what a unit helps with
run dieuhanh task new 'Diễn tập phòng cháy' -u "$B" --with "$A" --due 5/3/2026
is_status 0
run dieuhanh task mine --unit "$A" --format csv
lines out 3
says out 'helping,M5,'
run dieuhanh task mine --unit "$A"
says out 'Phối hợp'
says err 'phối hợp với đơn vị khác 1'
run dieuhanh task mine --unit "$B" --format csv
says out 'soon,M5,'
says_not out helping
run dieuhanh project mine --unit "$A" --format csv
says_not out M5
run dieuhanh task assign M5 --without "$A"
run dieuhanh task mine --unit "$A" --format csv
says_not out M5
run dieuhanh task assign M5 --with "$A"

# --- filters
run dieuhanh task filter save 'của Bến Thành' --unit "$A" --on 2026-03-05
is_status 2
says err '«task filter» không dùng tùy chọn «--on»'
says err 'Tùy chọn ấy dùng cho: new, list, mine'
run dieuhanh task filter list
says err 'chưa có bộ lọc nào'
run dieuhanh task filter save 'của Bến Thành' --unit "$A" --due-to 31/3/2026
is_status 0
run dieuhanh task filter list --format csv
says out '""due-to"":""2026-03-31""'
refused 1 'đã có bộ lọc «của Bến Thành»: --unit phường Bến Thành --due-to 2026-03-31 --kind task' \
    dieuhanh task filter save 'của Bến Thành' --unit "$B"
says err '--replace'
run dieuhanh task list --filter 'của Bến Thành' --format csv
lines out 2
says out Rà
run dieuhanh task filter save 'của Bến Thành' --unit "$B" --replace
is_status 0
run dieuhanh task list --filter 'của Bến Thành' --format csv
says out Diễn
run dieuhanh petition list --filter 'của Bến Thành'
is_status 1
says err 'là của loại task, ngoài phạm vi lệnh petition'
run dieuhanh project mine --filter 'của Bến Thành'
is_status 1
says err 'ngoài phạm vi lệnh project'
run dieuhanh project filter save 'gần hạn' --unit "$A" --text hẻm
is_status 0
run dieuhanh project mine --filter 'gần hạn' --format csv
is_status 0
lines out 2
says out 'Nâng cấp hẻm 12'
run dieuhanh project mine --unit "$A" --format csv --filter 'gần hạn' --limit 5
lines out 2
run dieuhanh petition filter save 'phản ánh' --kind feedback
is_status 0
run dieuhanh petition mine --person lan --filter 'phản ánh' --format csv
lines out 2
run dieuhanh petition list --filter 'phản ánh' --format csv
lines out 2
run dieuhanh petition list --kind task
is_status 1

# --- words and their options
for part in 'task list' 'project pressing' 'petition twins' 'dossier held' 'meeting agenda' 'denunciation seal' 'remind rule'; do
    # shellcheck disable=SC2086
    run dieuhanh $part --help
    is_status 0
    says out "$part: "
    says out '--help'
done
run dieuhanh task list --help
says_not out '--convention'
run dieuhanh petition --help
says_not out '--leader'
says out chase
run dieuhanh project --help
says_not out '--leader'
refused 2 '«task list» không dùng tùy chọn «--leader»' dieuhanh task list --leader '90; 90; 90'
refused 2 'không có tùy chọn «--leader»' dieuhanh project list --leader '90; 90; 90'
run dieuhanh petition chase M4 --note 'nhắc phường' --to "$A"
is_status 0
run dieuhanh petition chased --format csv
lines out 2
run dieuhanh project chase M3 --note 'nhắc tiến độ'
is_status 0
run dieuhanh petition held
is_status 0
run dieuhanh petition feed 2026-03
is_status 2
says err 'cần nêu loại'
run dieuhanh petition feed 2026-02 --kind feedback --dry-run
is_status 0

# --- what there is to choose from
run dieuhanh matter lits
is_status 2
says err 'list, '
says err '…'
says err 'Xem đủ các phần và cách dùng: «dieuhanh help matter»'
run dieuhanh project stage M3 'Giải tỏa'
is_status 1
says err 'clearance (Giải phóng mặt bằng)'
says err '«dieuhanh project terms»'
run dieuhanh project terms --format csv
is_status 0
says out 'source,commune,Ngân sách cấp xã'
says out 'class,clearance,Giải phóng mặt bằng'
refused 2 'không có phần «series»' dieuhanh task series
run dieuhanh matter series --kind task
is_status 1
says err 'loại task không đánh số văn bản nên không có sổ số'
says err '«dieuhanh matter series --kind document_out»'

# --- under a programme and all below it
cat >muc-tieu.csv <<'CSV'
loại,mã,thuộc,chỉ tiêu,đơn vị,cơ quan ban hành,nhiệm kỳ,mã số liệu,loại số,so sánh,đơn vị tính,2025
kế hoạch,KH,,Kế hoạch phát triển phường Bến Thành,26743,,2025-2030,,,,,
kế hoạch,KH.A,KH,Chương trình A,26743,,2025-2030,,,,,
,KH.1,KH,Hộ nghèo còn,,,,,,,,x
,KH.A1,KH.A,Thu ngân sách,,,,C01,,>=,tỷ đồng,100
CSV
run dieuhanh programme import muc-tieu.csv
is_status 0
for aim in KH KH.A KH.1 KH.A1; do dieuhanh task new "Việc của $aim" -u "$A" --target $aim --due 2026-06-01 -q; done
run dieuhanh task list --target KH --format csv
lines out 5
run dieuhanh task list --target KH.A --format csv
lines out 3
says out 'Việc của KH.A1'
run dieuhanh task list --target KH.1 --format csv
lines out 2
run dieuhanh task list --target KH --text KH.A1 --limit 1 --format csv
says out 'Việc của KH.A1'
run dieuhanh task list --target KH --limit 3 --format csv
lines out 4
says err '--after M8'
run dieuhanh task list --target KH --limit 3 --after M8 --format csv
lines out 2
run dieuhanh task list --target KHÔNG
is_status 1
says err 'không có chương trình hay chỉ tiêu «KHÔNG»'

# --- targets whose day is over without a figure: of a unit that has none at all
run dieuhanh meeting agenda --unit "$A" --format csv
is_status 0
says out 'KH.A1,target,Thu ngân sách,26743,phường Bến Thành,'
says out 'chưa có số liệu: mức '
says out 'đã hết kỳ ngày 31/12/2025'
says out 'KH.1,target,'
run dieuhanh meeting agenda --on 2025-12-31 --format csv
says_not out 'KH.A1'

# --- reports that are owed, among all that is owed
for ward in "$A" "$B"; do dieuhanh filing require KTXH --unit "$ward" --due last_month:17 --from 2026-03-01 -q; done
on 2026-03-18
run dieuhanh matter list --format csv
is_status 0
says out 'KTXH/26743/2026-03,KTXH,report_due,'
says out 'KTXH/26740/2026-03,KTXH,report_due,'
run dieuhanh matter list --clock late --unit "$A" --format csv
lines out 3
run dieuhanh matter list --clock late --kind report_due --format csv
lines out 5
run dieuhanh task list --format csv
says_not out report_due
run dieuhanh matter list --person lan --format csv
says_not out report_due
run dieuhanh matter list --text 'kinh tế xã hội quý' --format csv
lines out 3
# Page after page there is each of them once.
after=
: >pages
while :; do
    # shellcheck disable=SC2086
    run dieuhanh matter list --limit 2 $after --format csv
    is_status 0
    tail -n +2 "$out" | cut -d, -f1 >>pages
    next=$(sed -n 's/.*thêm --after \(.*\)/\1/p' "$err")
    [ -n "$next" ] || break
    after="--after $next"
done
dieuhanh matter list --limit 100 --format csv 2>"$err.2" | tail -n +2 | cut -d, -f1 >whole
same pages whole
run dieuhanh matter list --after KTXH/1/2020
is_status 2
run dieuhanh matter stats --format csv
is_status 0
says out '26740,phường Sài Gòn,4,'
cp "$out" stats
run dieuhanh filing open KTXH --unit "$A" --period 2026-03
is_status 0
run dieuhanh filing submit B1 --on 2026-03-18
is_status 0
run dieuhanh matter list --clock late --unit "$A" --format csv
lines out 2
run dieuhanh matter list --clock ended_late --unit "$A" --format csv
lines out 2
says out 'B1,KTXH,report_due'
run dieuhanh matter list --all --kind report_due --unit "$A" --format csv
says out ',submitted,done,'

# --- reminders of them, and how many things a message speaks of
dieuhanh remind outlet so --type file --place nhac -q
mkdir -p nhac
run dieuhanh remind run --dry-run --format csv
is_status 0
run dieuhanh remind run --no-send
is_status 0
run dieuhanh remind list --format csv
is_status 0
first=$(wc -l <"$out")
says out ',unit,26740,'
delivery=$(grep ',unit,26740,' "$out" | head -n 1 | cut -d, -f1)
items=$(grep ',unit,26740,' "$out" | head -n 1 | sed 's/.*,\([0-9]*\),waiting,.*/\1/')
run dieuhanh remind show "$delivery" --format json
says out '"report":"KTXH/26740/2026-03"'
says out '"rule":"late"'
ok 'each thing once' [ "$items" = "$(grep -o '"\(report\|matter\)":"[^"]*"' "$out" | sort -u | wc -l)" ]
run dieuhanh remind show "$delivery"
says out 'KTXH: tháng 3/2026'
run dieuhanh remind run --no-send
run dieuhanh remind list --format csv
lines out "$first"
run dieuhanh remind rule bao-cao --kind report_due --at -5 --to unit
is_status 0
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt'
done_testing

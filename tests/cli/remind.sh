#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# remind: people are told of what they owe: rules, outlets (files, a real mail server, a web hook), nobody twice, whatever happens in the middle.
# All names and addresses are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s) && export SOURCE_DATE_EPOCH; }
on '2026-03-02 05:00'
dieuhanh init -q
dieuhanh task new 'Lập kế hoạch chuyển đổi số' --unit 'phường Bến Thành' --due 2026-03-20 --person lan.tran --giver chu-tich 2>"$err.2"
dieuhanh task new 'Báo cáo giải ngân' --unit 'phường Bến Thành' --due 2026-03-18 --giver chu-tich 2>"$err.2"
dieuhanh task new 'Rà soát quy hoạch' --unit 'phường Sài Gòn' --due 2026-03-10 --person minh.le --follower van-phong --secrecy internal 2>"$err.2"
dieuhanh task new 'Việc không có hạn' --unit 'phường Sài Gòn' --person minh.le 2>"$err.2"

# Rules.
run dieuhanh remind rules --format csv
is_status 0
says out 'before,Nhắc trước hạn,,"-3,-1",0,person,true,program,'
says out 'escalate,'
refused 1 'chưa có kênh gửi' dieuhanh remind run
refused 2 'cần nêu --at và --to' dieuhanh remind rule moi --at 1
refused 2 '«3,1» không phải các mốc nhắc' dieuhanh remind rule late --at 3,1
refused 2 '«x» không phải các mốc nhắc' dieuhanh remind rule late --at x
refused 2 '«1,» không phải các mốc nhắc' dieuhanh remind rule late --at 1,
refused 2 '«400» không phải các mốc nhắc' dieuhanh remind rule late --at 400
refused 2 '«ai» không phải những người được nhắc' dieuhanh remind rule late --to ai
refused 2 'từ 0 đến 365' dieuhanh remind rule late --every 1000
refused 1 'không có loại việc «tusk»' dieuhanh remind rule late --kind tusk
refused 2 '«Mới» không dùng làm mã' dieuhanh remind rule Mới --at 1 --to person
refused 2 '' dieuhanh remind
refused 2 '' dieuhanh remind burn
refused 2 '' dieuhanh remind rule
refused 2 '' dieuhanh remind run thừa
run dieuhanh remind rule late --at 1,2 --every 5
is_status 0
run dieuhanh remind rules --format csv
says out 'late,Quá hạn,,"1,2",5,person|unit|follower,true,office,'
run dieuhanh remind rule late --off
is_status 0
says err 'thôi dùng quy tắc late'
run dieuhanh remind rules --format csv
says out 'late,Quá hạn,,"1,2",5,person|unit|follower,false,office,'
run dieuhanh remind rule late --at 1,3
says err 'đã đặt quy tắc late'

# Outlets and addresses.
refused 2 'không có loại kênh gửi' dieuhanh remind outlet so --place x
refused 2 'không có loại kênh gửi «fax»' dieuhanh remind outlet so --type fax --place x
refused 2 'không phải nơi gửi' dieuhanh remind outlet so --type file
refused 2 'không phải nơi gửi' dieuhanh remind outlet thu --type mail --place mail.example.vn --sender a@example.vn
refused 2 'không phải nơi gửi' dieuhanh remind outlet thu --type mail --place smtp://ten:matkhau@mail.example.vn --sender a@example.vn
refused 2 'không phải địa chỉ người gửi' dieuhanh remind outlet thu --type mail --place smtp://mail.example.vn
refused 2 'không phải địa chỉ người gửi' dieuhanh remind outlet thu --type mail --place smtp://mail.example.vn --sender 'a@b
Bcc: c@d'
refused 2 'tên một biến môi trường' dieuhanh remind outlet thu --type mail --place smtp://mail.example.vn --sender a@example.vn --secret-env 'mat khau'
refused 2 'không phải nơi gửi' dieuhanh remind outlet hook --type webhook --place file:///etc/passwd
refused 2 'không dùng làm tên kênh' dieuhanh remind outlet '../so' --type file --place x
refused 1 'không có kênh gửi «thu»' dieuhanh remind contact lan.tran@example.vn --person lan.tran --outlet thu
run dieuhanh remind outlet so --type file --place nhac-viec
is_status 0
refused 2 'đúng một' dieuhanh remind contact a@example.vn --outlet so
refused 2 'đúng một' dieuhanh remind contact a@example.vn --person x --unit 26740 --outlet so
refused 2 'không phải địa chỉ của kênh loại file' dieuhanh remind contact a@example.vn --person x --outlet so

# A look changes nothing; then files, once.
on '2026-03-17 05:00'
record_copy dieuhanh.db before.db
run dieuhanh remind run --dry-run --format csv
is_status 0
says out 'lan.tran,Nhắc việc ngày 17/3/2026: 1 việc sắp đến hạn'
ok 'a look writes nothing' record_same dieuhanh.db before.db
ok 'a look sends nothing' [ ! -e nhac-viec ]
refused 1 'sau hôm nay' dieuhanh remind run --on 2026-03-18
run dieuhanh remind run --dry-run --on 2026-03-18 --format csv
says out '1 việc đến hạn hôm nay'
run dieuhanh remind run --format csv
is_status 0
says err 'đã xét 3 việc'
says out 'N1,so,person,'
says out 'thành phố Hồ Chí Minh,Nhắc việc ngày 17/3/2026: 1 việc quá hạn,sent'
ok 'a file each' [ "$(find nhac-viec -name 'N*.txt' | wc -l)" = 7 ]
ok 'the text of the file' grep -q 'NV-2026-1: Lập kế hoạch chuyển đổi số; hạn 20/3/2026, còn 3 ngày làm việc; chủ trì: phường Bến Thành (lan.tran)' \
    nhac-viec/N2.*-lan.tran.txt
ok 'names of units without marks' [ -e "$(echo nhac-viec/N*-phuong-sai-gon.txt)" ]
run dieuhanh remind run
is_status 0
says err '0 thông báo mới'
silent out
on '2026-03-21 05:00'
run dieuhanh remind run --format csv
says out 'lan.tran,Nhắc việc ngày 21/3/2026: 1 việc đến hạn hôm nay'
run dieuhanh remind list --format csv
is_status 0
says out 'N1,2026-03-17,so,person,'
run dieuhanh remind list --limit 2 --format csv
lines out 3
says err '--after N2'
run dieuhanh remind list --after N2 --limit 1 --format csv
says out 'N3,'
run dieuhanh remind show N2
is_status 0
says out 'SẮP ĐẾN HẠN (1 việc)'
says out 'đã gửi đi'
run dieuhanh remind show N2 --format json
says out '"step":-3'
refused 1 'kho không có thông báo N99' dieuhanh remind show N99
refused 2 '«7» không phải mã thông báo' dieuhanh remind show 7
refused 1 'N2 đang ở trạng thái sent' dieuhanh remind again N2 --note x
refused 2 'thiếu lý do' dieuhanh remind drop N2
run dieuhanh task show M1
says out 'lan.tran: còn 3 ngày làm việc, kênh so, đã gửi đi (N2)'
# Another due day is another thing to be told of.
run dieuhanh task extend M1 --due 2026-04-03 --note 'chờ ý kiến'
on '2026-03-31 05:00'
run dieuhanh remind run --format csv
says out 'lan.tran,Nhắc việc ngày 31/3/2026: 1 việc sắp đến hạn'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'

# Two at once: everybody is told once.
on '2026-04-03 05:00'
before=$(find nhac-viec -name 'N*.txt' | wc -l)
dieuhanh remind run >one.out 2>one.err &
dieuhanh remind run >two.out 2>two.err
wait
after=$(find nhac-viec -name 'N*.txt' | wc -l)
planned=$(cat one.err two.err | sed -n 's/.*việc; \([0-9]*\) thông báo mới/\1/p' | paste -sd+ | sed 's/^/0+/' | xargs -I{} sh -c 'echo $(({}))')
ok "each message once ($before + $planned files: $after)" [ $((before + planned)) = "$after" ]
ok 'something was to be told' [ "$planned" -gt 0 ]

# A real mail server and a web hook.
if ! /usr/bin/python3 -c 'import aiosmtpd' 2>"$err.2"; then
    skip 'no aiosmtpd' 40
    done_testing
    exit
fi
mkdir server
/usr/bin/python3 "$here/outlet_server.py" "$work/server" 2>server.log &
i=0
while [ ! -e server/ports ] && [ $i -lt 200 ]; do
    sleep 0.1
    i=$((i + 1))
done
read -r smtp http <server/ports
run dieuhanh remind outlet so --off
is_status 0
run dieuhanh remind outlet thu --type mail --place "smtp://127.0.0.1:$smtp" --sender nhacviec@example.vn
is_status 0
for who in lan.tran minh.le; do dieuhanh remind contact $who@example.vn --person $who --outlet thu 2>"$err.2"; done
dieuhanh remind contact nobody@example.vn --person van-phong --outlet thu 2>"$err.2"
dieuhanh remind contact later@example.vn --unit 'phường Sài Gòn' --outlet thu 2>"$err.2"
dieuhanh remind contact dead@example.vn --unit 'phường Bến Thành' --outlet thu 2>"$err.2"
run dieuhanh remind contacts --format csv
says out 'person,lan.tran,lan.tran,thu,lan.tran@example.vn'
says out ',phường Sài Gòn,thu,later@example.vn'
on '2026-04-14 05:00'
run dieuhanh remind run --format csv
is_status 3
says err 'chưa có địa chỉ: can-bo'
says out ',minh.le,minh.le,Nhắc việc ngày 14/4/2026: 1 việc quá hạn,sent,'
says out ',van-phong,van-phong,Nhắc việc ngày 14/4/2026: 1 việc quá hạn,refused,SMTP 550'
says out ',phường Sài Gòn,Nhắc việc ngày 14/4/2026: 1 việc quá hạn,failed,SMTP 451'
says out ',phường Bến Thành,Nhắc việc ngày 14/4/2026: 2 việc quá hạn,unknown,'
says err '3 thông báo chưa gửi được'
ok 'three mails have arrived' [ "$(find server -name 'mail-*.eml' | wc -l)" = 3 ]
mail=$(grep -l 'To: <minh.le@example.vn>' server/mail-*.eml)
ok 'the mail is one that Python reads' /usr/bin/python3 - "$mail" <<'PY'
import email
import email.policy
import sys

m = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
assert m["Subject"] == "Nhắc việc ngày 14/4/2026: 1 việc quá hạn", m["Subject"]
assert "nhacviec@example.vn" in m["From"], m["From"]
assert m["Message-ID"].startswith("<N")
assert m["Date"].datetime.isoformat() == "2026-04-14T12:00:00+07:00"
text = m.get_content()
assert "Kính gửi: minh.le" in text, text
assert "NV-2026-3: (việc nội bộ, xem trong hệ thống)" in text and "quy hoạch" not in text, text
PY
# Again at once: nothing; later: what failed is tried once more, what may have arrived is not.
run dieuhanh remind run --format csv
is_status 0
lines out 1
on '2026-04-14 06:00'
run dieuhanh remind run --format csv
lines out 2
says out ',failed,'
ok 'what may have arrived was not sent again' [ "$(grep -l 'To: <dead@' server/mail-*.eml | wc -l)" = 1 ]
run dieuhanh remind list --state unknown --format csv
dead=$(sed -n 's/^\(N[0-9]*\),.*/\1/p' "$out")
run dieuhanh remind contact lan.moi@example.vn --unit 'phường Bến Thành' --outlet thu
run dieuhanh remind arrived "$dead" --note 'đã gọi điện hỏi'
is_status 0
run dieuhanh remind list --state refused --format csv
gone=$(sed -n 's/^\(N[0-9]*\),.*/\1/p' "$out")
run dieuhanh remind drop "$gone" --note 'đã nghỉ việc'
is_status 0
run dieuhanh remind show "$gone"
says out 'đã nghỉ việc'
# Six tries and no more.
for hour in '06:30' '08:00' '13:00'; do
    on "2026-04-14 $hour"
    run dieuhanh remind run -q
done
on '2026-04-15 14:00'
run dieuhanh remind rule late --off
run dieuhanh remind rule escalate --off
run dieuhanh remind run --format csv
says out ',refused,SMTP 451'

# A password is never said on a line that is not encrypted.
on '2026-04-16 05:00'
run dieuhanh remind rule late --at 1,4 --to person --every 1
run dieuhanh remind outlet thu --login nhacviec --secret-env THU_MAT_KHAU
run dieuhanh remind run --format csv
is_status 3
says out 'thiếu biến môi trường THU_MAT_KHAU'
export THU_MAT_KHAU=bi-mat-7391
on '2026-04-16 05:10'
run dieuhanh remind run --format csv
is_status 3
says out ',failed,'
run dieuhanh export --format json
ok 'the password is nowhere in the record' sh -c '! grep -qr "bi-mat-7391" . --include="*.db" --include="*.out"'
run dieuhanh remind outlet thu --off

# A web hook: signed, with an id by which one that comes again is known.
run dieuhanh remind outlet hook --type webhook --place "http://127.0.0.1:$http/nhac" --secret-env HOOK_KHOA
run dieuhanh remind contact "http://127.0.0.1:$http/refuse" --person minh.le --outlet hook
export HOOK_KHOA=khoa-thu
on '2026-04-17 05:00'
run dieuhanh remind run --format csv
is_status 3
says out ',refused,HTTP 400'
says out ',sent,'
ok 'the body is JSON and the signature fits' /usr/bin/python3 - server <<'PY'
import glob
import hashlib
import hmac
import json
import sys

bodies = glob.glob(sys.argv[1] + "/hook-*.json")
assert bodies
for path in bodies:
    body = open(path, "rb").read()
    head = open(path[:-4] + "head").read()
    want = "sha256=" + hmac.new(b"khoa-thu", body, hashlib.sha256).hexdigest()
    assert "X-Dieuhanh-Signature: " + want in head, head
    assert "Idempotency-Key: N" in head
    m = json.loads(body)
    assert m["items"] and m["text"].startswith("Kính gửi: ")
PY

# Killed in the middle: it may have arrived, so it is not sent again by itself.
run dieuhanh remind outlet hook --off
run dieuhanh remind outlet thu --type mail --login '' --secret-env ''
run dieuhanh remind contact slow@example.vn --person minh.le --outlet thu
run dieuhanh remind contact slow@example.vn --person lan.tran --outlet thu
on '2026-04-20 05:00'
arrived=$(grep -l 'To: <slow@' server/mail-*.eml 2>"$err.2" | wc -l)
sh -c 'exec "$0" remind run' "$DIEUHANH" >slow.out 2>slow.err &
pid=$!
i=0
while [ "$(grep -l 'To: <slow@' server/mail-*.eml 2>"$err.2" | wc -l)" = "$arrived" ] && [ $i -lt 300 ]; do
    sleep 0.1
    i=$((i + 1))
done
kill -9 $pid
wait $pid 2>"$err.2"
ok 'one was under way' [ "$(grep -l 'To: <slow@' server/mail-*.eml | wc -l)" = $((arrived + 1)) ]
on '2026-04-20 05:05'
run dieuhanh remind list --state sending --format csv
lines out 2
on '2026-04-20 05:30'
run dieuhanh remind outlet thu --off
run dieuhanh remind outlet so --type file
run dieuhanh remind run --format csv
says out ',unknown,chương trình gửi dừng giữa chừng'
run dieuhanh remind list --state unknown --format csv
lines out 2
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
# In English.
run dieuhanh remind list --lang en --limit 1
says out 'sent'
touch server/stop
wait
done_testing

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# rights: signing in and what each may see: accounts, links, passwords, codes by time, tokens, locks, sessions that outlive a
# restart, and what every page answers to every role (matrix.py). All places, people and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=quan-tri DIEUHANH_RECORD=x.db
on_server && DIEUHANH_RECORD=$(record_place x.db)
site() { python3 "$here/site.py" "$address" "$@"; }
password='mot+cau+rat+dai+2026'

cat >so-lieu.csv <<'CSV'
unit,indicator,period,aspect,layer,value
gia-my,C01,2026,actual,,8343000000000
gia-my,C01,2026,plan,giao,7500000000000
gia-my,A02,2026,actual,,120000
tan-phu,C01,2026,actual,,1234000000000
tan-phu,A02,2026,actual,,99000
CSV
printf 'unit,indicator,period,aspect,value\nkinh-te,C01,2026,actual,5000000000\n' >duoi.csv
printf 'Phường Gia Mỹ, ngày 15/12/2026\nThu ngân sách nhà nước năm 2026 của phường Gia Mỹ là 8.343 tỷ đồng.\n' >gia-my.txt
printf 'Phường Tân Phú, ngày 15/12/2026\nThu ngân sách nhà nước năm 2026 của phường Tân Phú là 1.234 tỷ đồng.\n' >tan-phu.txt
dieuhanh init >/dev/null 2>&1
dieuhanh unit add 'phường Gia Mỹ' --code gia-my --level commune >/dev/null 2>&1
dieuhanh unit add 'phường Tân Phú' --code tan-phu --level commune >/dev/null 2>&1
dieuhanh load so-lieu.csv >/dev/null 2>&1
dieuhanh unit add 'phòng Kinh tế' --code kinh-te --parent gia-my >/dev/null 2>&1
dieuhanh load duoi.csv >/dev/null 2>&1
dieuhanh import gia-my.txt --place gia-my >/dev/null 2>&1
dieuhanh import tan-phu.txt --place tan-phu >/dev/null 2>&1
dieuhanh task new 'Việc của Gia Mỹ' --unit gia-my --person ai-do --due 2026-01-05 --giver chu-tich --on 2026-01-02 >/dev/null 2>&1
dieuhanh task new 'Việc của Tân Phú' --unit tan-phu --person ai-khac --due 2026-01-05 --giver chu-tich --on 2026-01-02 >/dev/null 2>&1
dieuhanh denunciation new 'Đơn tố cáo về đất đai' --unit gia-my handling=thường against='ông B' received_on=2026-01-02 >/dev/null 2>&1

start() {
    rm -f started told
    "$DIEUHANH" serve --port "${1:-0}" >started 2>told &
    server=$!
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        grep -qs 'tại' started && break
        sleep 0.5
    done
    address=$(sed -n 's|.*mở tại http://\([0-9.:]*\)/.*|\1|p' started)
}
stop() {
    kill -TERM $server
    wait $server
}
trap 'kill $server 2>/dev/null; cd / && chmod -R u+rwX "$work" && rm -rf "$work" "$out" "$err" "$out.2" "$err.2"' EXIT

cookie_of() { sed -n 's/^Set-Cookie: \(dieuhanh=[0-9a-f]*\).*/\1/p' "$1"; }
csrf_of() { site GET "${2:-/toi}" "$1" | sed -n 's/.*name="csrf" value="\([0-9a-f]*\)".*/\1/p' | head -1; }
# By a link to a password: leaves the cookie in $cookie.
sign_up() {
    word=$(dieuhanh person link "$1" 2>/dev/null | sed 's/.*ma=//')
    site POST /dang-nhap '' "ma=$word" >answer
    cookie=$(cookie_of answer)
    csrf=$(csrf_of "$cookie" /toi/mat-khau)
    site POST /toi/mat-khau "$cookie" "mat-khau=$password&nhap-lai=$password&csrf=$csrf" >answer
    cookie=$(cookie_of answer)
}
sign_in() {
    run site POST /dang-nhap '' "ten=$1&mat-khau=${2:-$password}&den=%2Fviec"
    cookie=$(cookie_of "$out")
}

# --- the first start makes the administrator
start
ok 'the first start says whom it made' grep -q 'đã tạo «quan-tri»' told
word=$(sed -n 's|.*ma=\([0-9a-f]*\).*|\1|p' started)
run site POST /dang-nhap '' "ma=$word"
says out '303'
first=$(cookie_of "$out")
run site GET /quan-tri/nguoi "$first"
says out '200'
run dieuhanh person list --format csv
says out 'quan-tri,quan-tri,,,administrator office,no,no,active'

# --- every page, every role, own and other unit, a stranger
for role in chair office finance officer one_stop inspector reader administrator; do
    for reach in own all; do
        who=$role-$reach
        [ $reach = own ] && set -- --over gia-my || set --
        dieuhanh person new "$who" --role $role "$@" >/dev/null 2>&1
        sign_up "$who"
        printf '%s\t%s\t%s\t%s\n' "$who" $role $reach "$cookie" >>people
    done
done
dieuhanh debug pages >pages
dieuhanh person roles --format json >roles
python3 "$here/matrix.py" "$address" "$here/routes.tsv" pages roles people >matrix 2>&1
ok 'every page answers every role as the tables say' grep -q ' right, 0 wrong$' matrix
grep -q ' 0 wrong$' matrix || sed 's/^/# /' matrix
ok 'and there are many' [ "$(sed -n 's/ right,.*//p' matrix)" -gt 500 ]
# A page that nobody thought of is found.
grep -v '/tim' "$here/routes.tsv" >fewer.tsv
ok 'a page without an example is wrong' sh -c "! python3 '$here/matrix.py' '$address' fewer.tsv pages roles /dev/null >more"
ok 'and named' grep -q 'GET /tim' more

# --- lists show what one may see
sign_in officer-own
says out '303'
says out 'Location: /viec'
run site GET /viec "$cookie"
says out 'Việc của Gia Mỹ'
says_not out 'Việc của Tân Phú'
says_not out 'tố cáo'
run site GET /van-ban "$cookie"
says out 'gia-my.txt'
says_not out 'tan-phu.txt'
run site GET '/tim?q=ngan+sach' "$cookie"
says out 'Gia Mỹ'
says_not out 'Tân Phú'
run site GET / "$cookie"
says out 'phường Gia Mỹ'
says_not out 'Tân Phú'
run site GET /so/C01/kinh-te/2026/value "$cookie"
says out '200'
run site GET '/viec/M2' "$cookie"
says out '403'
says out 'Xin quyền: người quản trị'
says_not out 'Việc của'
run site GET '/viec/M3' "$cookie"
says out '403'
sign_in chair-own
run site GET '/viec/M3' "$cookie"
says out '200'
# Each look is an entry of the journal, once a day.
run site GET '/viec/M3' "$cookie"
run dieuhanh person log chair-own --format csv
ok 'one look' [ "$(grep -c ',look,chair-own,M3,' "$out")" = 1 ]
# Who has to do with a matter sees it, wherever it is.
dieuhanh task new 'Giao riêng' --unit tan-phu --person one_stop-own --due 2026-02-05 --on 2026-01-02 >/dev/null 2>&1
sign_in one_stop-own
run site GET '/viec/cua-toi' "$cookie"
says out 'Giao riêng'
# Only some indicators.
dieuhanh person new hep --role reader >/dev/null 2>&1
dieuhanh person revoke hep "$(dieuhanh person show hep --format csv | sed -n 2p | cut -d, -f1)" >/dev/null 2>&1
dieuhanh person grant hep reader --over gia-my --fields A >/dev/null 2>&1
sign_up hep
run site GET /so/A02/gia-my/2026/value "$cookie"
says out '200'
run site GET /so/C01/gia-my/2026/value "$cookie"
says out '403'
run site GET '/chi-tieu?don-vi=gia-my&ky=2026' "$cookie"
says out 'Dân số'
says_not out 'Thu ngân sách'
# A role of other days.
dieuhanh person new mai --role reader --from 2090-01-01 >/dev/null 2>&1
sign_up mai
run site GET / "$cookie"
says out '403'

# --- a link counts once, is worth nothing after a newer one, and is good for a password alone
word=$(dieuhanh person link reader-own 2>/dev/null | sed 's/.*ma=//')
newer=$(dieuhanh person link reader-own 2>/dev/null | sed 's/.*ma=//')
run site POST /dang-nhap '' "ma=$word"
says out '403'
run site POST /dang-nhap '' "ma=$newer"
says out '303'
cookie=$(cookie_of "$out")
run site POST /dang-nhap '' "ma=$newer"
says out '403'
run site GET / "$cookie"
says out 'Location: /toi/mat-khau'
# A second link, opened with the session of the first one.
word=$(dieuhanh person link hep 2>/dev/null | sed 's/.*ma=//')
csrf=$(csrf_of "$cookie" "/dang-nhap?ma=$word")
run site POST /dang-nhap "$cookie" "ma=$word&csrf=$csrf"
says out '303'
csrf=$(csrf_of "$cookie" /toi/mat-khau)
run site POST /toi/mat-khau "$cookie" "mat-khau=ngan&nhap-lai=ngan&csrf=$csrf"
says out '400'
run site POST /toi/mat-khau "$cookie" "mat-khau=xxxxxxxxxxxxxxxx&nhap-lai=xxxxxxxxxxxxxxxx&csrf=$csrf"
says out '400'
run site POST /toi/mat-khau "$cookie" "mat-khau=toi+la+reader-own+day&nhap-lai=toi+la+reader-own+day&csrf=$csrf"
says out '400'

# --- wrong passwords: the same answer whoever it is, and a lock
sign_in khong-co-ai sai
says out '403'
says out 'Tài khoản hoặc mật khẩu không đúng. Còn 4 lần'
sign_in reader-all sai
says out 'Tài khoản hoặc mật khẩu không đúng. Còn 4 lần'
for _ in 3 2 1; do sign_in reader-all sai; done
says out 'Còn 1 lần'
sign_in reader-all sai
says out 'đang khóa vì nhập sai'
sign_in reader-all
says out '403'
says out 'đang khóa vì nhập sai'
run dieuhanh person log reader-all --format csv
says out 'locked'
for _ in 4 3 2 1; do sign_in khong-co-ai sai; done
says out 'đang khóa vì nhập sai'

# --- codes by time
if command -v oathtool >/dev/null; then
    sign_in chair-all
    csrf=$(csrf_of "$cookie")
    run site GET /toi/ma-xac-thuc "$cookie"
    says out 'otpauth://totp/'
    says out '<path d="M'
    secret=$(sed -n 's/.*class="secret">\([A-Z2-7]*\)<.*/\1/p' "$out" | head -1)
    run site POST /toi/ma-xac-thuc "$cookie" "so=$(oathtool --totp -b "$secret")&csrf=$csrf"
    says out '200'
    says out 'Mã dự phòng'
    recovery=$(sed -n 's|.*<li>\([A-Z2-7-]*\)</li>.*|\1|p' "$out" | head -1)
    sign_in chair-all
    says out 'Location: /dang-nhap/buoc-hai'
    half=$cookie
    run site GET /viec "$half"
    says out 'Location: /dang-nhap/buoc-hai'
    csrf=$(csrf_of "$half" /dang-nhap/buoc-hai)
    # The code of the setting up was used; the one of the next half minute was not, whenever this runs.
    run site POST /dang-nhap/buoc-hai "$half" "so=$(oathtool --totp -b "$secret" -N "$(date -u -d '-2 minutes' '+%Y-%m-%d %H:%M:%S UTC')")&csrf=$csrf"
    says out '403'
    run site POST /dang-nhap/buoc-hai "$half" "so=$(oathtool --totp -b "$secret" -N "$(date -u -d '+30 seconds' '+%Y-%m-%d %H:%M:%S UTC')")&den=%2Fviec&csrf=$csrf"
    says out '303'
    says out 'Location: /viec'
    cookie=$(cookie_of "$out")
    run site GET /viec "$cookie"
    says out '200'
    run site GET /viec "$half"
    says out '303'
    # A recovery code counts once.
    sign_in chair-all
    half=$cookie
    csrf=$(csrf_of "$half" /dang-nhap/buoc-hai)
    run site POST /dang-nhap/buoc-hai "$half" "so=$recovery&csrf=$csrf"
    says out 'Location: /'
    sign_in chair-all
    csrf=$(csrf_of "$cookie" /dang-nhap/buoc-hai)
    run site POST /dang-nhap/buoc-hai "$cookie" "so=$recovery&csrf=$csrf"
    says out '403'
else
    skip 'oathtool is not there' 14
fi

# --- tokens of programs
sign_in office-all
csrf=$(csrf_of "$cookie")
run site POST /toi "$cookie" "viec=khoa&ten=may&ngay=30&quyen=read&csrf=$csrf"
says out '200'
token=$(sed -n 's/.*class="secret">\([0-9a-f]*\)<.*/\1/p' "$out")
ok 'a token' [ ${#token} = 48 ]
run site GET / '' '' "Authorization: Bearer $token"
says out '200'
run site GET /viec '' '' "Authorization: Bearer $token"
says out '403'
run site GET /toi '' '' "Authorization: Bearer $token"
says out '401'
run site POST /toi '' 'viec=bo-ma' "Authorization: Bearer $token"
says out '401'
run site GET / '' '' "Authorization: Bearer $(printf %s "$token" | tr 0-9a-f 1-9a-f0)"
says out '401'
run site GET /toi "$cookie"
says_not out "$token"
says_not out 'chưa dùng'
hash=$(sed -n 's/.*name="so" value="\([0-9a-f]\{64\}\)".*/\1/p' "$out" | head -1)
run site POST /toi "$cookie" "viec=bo-khoa&so=$hash&csrf=$csrf"
says out '303'
run site GET / '' '' "Authorization: Bearer $token"
says out '401'

# --- delegation
sign_in finance-own
csrf=$(csrf_of "$cookie")
grant=$(dieuhanh person show finance-own --format csv | sed -n 2p | cut -d, -f1)
dieuhanh person new thay --name 'Người Thay' >/dev/null 2>&1
run site POST /toi "$cookie" "viec=uy-quyen&so=$grant&nguoi=thay&den-ngay=2090-01-01&csrf=$csrf"
says out '303'
sign_up thay
run site GET /so/C01/gia-my/2026/value "$cookie"
says out '200'
run site GET /so/C01/tan-phu/2026/value "$cookie"
says out '403'
dieuhanh person disable finance-own >/dev/null 2>&1
run site GET /so/C01/gia-my/2026/value "$cookie"
says out '403'

# --- signed out everywhere; disabled at once
sign_in office-own
other=$cookie
sign_in office-own
csrf=$(csrf_of "$cookie")
run site POST /toi "$cookie" "viec=dang-xuat-het&csrf=$csrf"
run site GET / "$other"
says out '303'
run site GET / "$cookie"
says out '200'
dieuhanh person disable office-own >/dev/null 2>&1
run site GET / "$cookie"
says out '303'
sign_in office-own
says out '403'

# --- the administrator in the browser
csrf=$(csrf_of "$first")
run site POST /quan-tri/nguoi "$first" "ten=moi.nguoi&ho-ten=Ng%C6%B0%E1%BB%9Di+M%E1%BB%9Bi&vai-tro=reader&doi-voi=gia-my&csrf=$csrf"
says out '200'
says out 'http://127.0.0.1'
run site GET /quan-tri/nguoi/moi.nguoi "$first"
says out 'Người Mới'
says out 'phường Gia Mỹ'
run site POST /quan-tri/nguoi/quan-tri "$first" "viec=khoa&csrf=$csrf"
says out '303'
dieuhanh person enable quan-tri >/dev/null 2>&1
run site GET /quan-tri/nguoi "$first"
says out '303'

# --- a restart ends no session; nothing by which one signs in is in the journal, in a copy or in a list
sign_in office-all
stop
start
ok 'no link is printed when somebody has a password' sh -c '! grep -q ma= started'
run site GET / "$cookie"
says out '200'
stop
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
start
run site GET / "$cookie"
says out '200'
stop
copy=copy.db
on_server && copy=$(record_place copy.db)
dieuhanh copy "$DIEUHANH_RECORD" "$copy" >/dev/null 2>&1
run dieuhanh person list --record "$copy" --format csv
says out 'office-all'
says_not out ',yes,'
if ! on_server; then
    ok 'a copy has no password' sh -c '! grep -aq argon2id copy.db'
    ok 'the record has' grep -aq argon2id x.db
    python3 - >journal <<'PY'
import sqlite3
for row in sqlite3.connect("x.db").execute("SELECT payload FROM journal WHERE kind = 'person'"): print(row[0])
PY
    ok 'the journal says that passwords were set' grep -q '"event":"password"' journal
    ok 'and has nothing of them' sh -c "! grep -Eq 'argon2|[0-9a-f]{32}|[A-Z2-7]{16}' journal"
fi
done_testing

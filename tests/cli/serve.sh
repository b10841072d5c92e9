#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# serve: the centre in a browser, asked as a browser asks: signing in, what a stranger sees, every page that a link leads to,
# what is sent with each answer, requests that are none. All places and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo DIEUHANH_RECORD=x.db
on_server && DIEUHANH_RECORD=$(record_place x.db)
site() { python3 "$here/site.py" "$address" "$@"; }

cat >so-lieu.csv <<'CSV'
unit,indicator,period,aspect,layer,value
gia-my,C01,2026,actual,,8343000000000
gia-my,C01,2026,plan,giao,7500000000000
gia-my,C01,2025,actual,,7704000000000
gia-my,A02,2026,actual,,120000
CSV
cat >bao-cao.txt <<'TXT'
Phường Gia Mỹ, ngày 15/12/2026
Thu ngân sách nhà nước năm 2026 của phường Gia Mỹ là 8.343 tỷ đồng, đạt 111,24% so với dự toán.
TXT
dieuhanh init >/dev/null 2>&1
dieuhanh unit add 'phường <b>Gia Mỹ</b>' --code gia-my --level commune >/dev/null 2>&1
dieuhanh load so-lieu.csv >/dev/null 2>&1
dieuhanh import bao-cao.txt --place 'gia-my' >/dev/null 2>&1
dieuhanh task new 'Trả lời cử tri "tổ 5" & tổ 6' --unit gia-my --person can-bo --due 2026-01-05 --giver chu-tich --on 2026-01-02 cost=6650000000 >/dev/null 2>&1

# --- wrong words
run dieuhanh serve --record none.db
is_status 1
run dieuhanh serve --port 70000
is_status 2
says err 'không có cổng'
run dieuhanh serve --address localhost --port 0
is_status 1
says err 'không phải một địa chỉ mạng'

# --- starting
"$DIEUHANH" serve --port 0 >started 2>told &
server=$!
trap 'kill $server 2>/dev/null; cd / && chmod -R u+rwX "$work" && rm -rf "$work" "$out" "$err" "$out.2" "$err.2"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    grep -q 'ma=' started && break
    sleep 0.5
done
address=$(sed -n 's|.*mở tại http://\([0-9.:]*\)/.*|\1|p' started)
word=$(sed -n 's|.*ma=\([0-9a-f]*\).*|\1|p' started)
ok 'it says where it is' [ -n "$address" ]
ok 'and gives a word' [ ${#word} = 48 ]

# --- a stranger
run site GET /healthz
says out '200'
says out 'ok'
for path in / /chi-tieu /viec /van-ban /so/F1 /khong-co; do
    run site GET $path
    says out '303'
    says out 'Location: /dang-nhap?den='
    says_not out 'Gia M'
done
run site GET '/dang-nhap?den=%2Fviec'
says out '200'
says out 'Tên đăng nhập'
says out "Content-Security-Policy: default-src 'none'"
says out 'X-Content-Type-Options: nosniff'
run site POST /dang-nhap '' 'ma=sai&den=%2F'
says out '403'
says out 'Mã không đúng'
run site POST /dang-nhap '' "ma=$word&den=%2Fviec" 'Origin: http://khac.vn'
says out '403'

# --- signing in
run site POST /dang-nhap '' "ma=$word&den=%2Fviec"
says out '303'
says out 'Location: /viec'
says out 'HttpOnly; SameSite=Lax'
cookie=$(sed -n 's/^Set-Cookie: \(dieuhanh=[0-9a-f]*\).*/\1/p' "$out")
run site POST /dang-nhap '' "ma=$word&den=%2F"
says out '403'
run site POST /dang-nhap '' 'ma=x&den=%2F%2Fkhac.vn'
says_not out 'Location: //khac'

# --- pages
run site GET / "$cookie"
says out '200'
says out 'phường &lt;b&gt;Gia Mỹ&lt;/b&gt;'
says_not out '<b>Gia'
says out '8.343'
says out 'data-verdict="plan" data-state="good"'
says out 'data-verdict="period" data-state="good"'
says out '111,24 %'
says out 'Tăng 8,29 %'
says out 'Cần quyết hôm nay'
says out 'Trả lời cử tri &quot;tổ 5&quot; &amp; tổ 6'
says out 'Điểm chốt nhật ký:'
run site GET '/chi-tieu?don-vi=gia-my&ky=2026&ke-hoach=dat' "$cookie"
says out 'Thu ngân sách nhà nước trên địa bàn'
says_not out 'Dân số'
run site GET '/chi-tieu?don-vi=gia-my&ky=khong' "$cookie"
says out '400'
run site GET '/chi-tieu?don-vi=noi-nao&ky=2026' "$cookie"
says out '404'
run site GET /so/C01/gia-my/2026/plan_ratio "$cookie"
says out '111,24 %'
says out '8.343 / 7.500 × 100'
run site GET /so/F1 "$cookie"
says out 'so-lieu.csv'
run site GET /so/F999 "$cookie"
says out '404'
run site GET /van-ban/D1 "$cookie"
says out 'class="lit"'
says out '8.343 tỷ đồng'
run site GET '/tim?q=ngan+sach' "$cookie"
says out '<mark>'
run site GET /viec/cua-toi "$cookie"
says out 'Trả lời cử tri'
run site GET /viec/M1 "$cookie"
says out 'Hạn gốc'
says out '6.650.000.000 đồng'
run site GET /viec/M99 "$cookie"
says out '404'
run site GET /viec/x "$cookie"
says out '404'
run site GET /khong-co "$cookie"
says out '404'
says out 'không có trang «/khong-co»'
run site POST /viec "$cookie" 'a=1'
says out '405'

# An indicator: the picture and the table below it say the same.
run site GET '/chi-tieu/C01?don-vi=gia-my&ky=2026&bang=nam' "$cookie"
says out '200'
says out 'data-verdict="plan" data-state="good"'
says out '<title>năm 2025: 7.704 tỷ đồng</title>'
says out '<title>năm 2026: 8.343 tỷ đồng</title>'
says out 'Mới nhất, năm 2026: 8.343 tỷ đồng; so cùng kỳ +8,29 %'
says out 'href="/so/C01/gia-my/2026/growth"'
says out 'TT 26/2026/TT-BTC'
run site GET '/chi-tieu/khong-co' "$cookie"
says out '404'
run site GET '/chi-tieu/A02?don-vi=gia-my&ky=2024' "$cookie"
says out '200'
says out 'Chưa có số liệu của kỳ này'

printf 'unit,indicator,period,aspect,layer,value\n26740,C01,2026,actual,,900000000000\n26740,C01,2026,plan,giao,600000000000\n' >phuong.csv
dieuhanh load --quiet phuong.csv >/dev/null 2>&1
# Units side by side, and on a map, before and after the reorganisation.
run site GET '/so-sanh?chi-tieu=C01&ky=2026&cap=commune&xep=ke-hoach' "$cookie"
says out '200'
says out '2 trên '
ok 'the better one stands first' [ "$(grep -o 'phường Sài Gòn\|Gia Mỹ&lt;/b&gt;</a>' "$out" | head -1)" = 'phường Sài Gòn' ]
run site GET '/so-sanh?chi-tieu=C01&ky=khong' "$cookie"
says out '400'
run site GET '/ban-do?chi-tieu=C01&ky=2026&don-vi=79&cap=commune' "$cookie"
says out '200'
says out 'class="area n5"'
says out 'aria-label="phường Sài Gòn: 900; so kế hoạch: Vượt; so cùng kỳ: Không so được"'
says out 'đặc khu Côn Đảo'
run site GET '/ban-do?chi-tieu=C01&ky=2024&cap=province' "$cookie"
says out 'gần đúng'
says out 'quần đảo Hoàng Sa'
run site GET '/ban-do?chi-tieu=C01&ky=2026&cap=commune' "$cookie"
says out 'là quá nhiều cho một bản đồ'

# The other rooms.
for page in /them /nhat-ky /nhat-ky/1 /to-hop /don-vi /don-vi/gia-my '/don-vi/quan%20binh%20thanh' /chuong-trinh /du-an; do
    run site GET "$page" "$cookie"
    says out '200'
done
run site GET '/don-vi/quan%20binh%20thanh' "$cookie"
says out 'phường Gia Định'
run site GET '/nhat-ky/999' "$cookie"
says out '404'
run site GET '/du-an/M1' "$cookie"
says out '404'

# In English.
run site GET / "$cookie; tieng=en"
says out 'lang="en"'
says out 'To decide today'

# Every link of every page leads somewhere.
site LINKS / "$cookie" >links 2>&1
ok 'there are some' [ "$(wc -l <links)" -gt 15 ]
grep -v '^200 ' links | sed 's/^/# /'
ok 'all lead somewhere' sh -c '! grep -v "^200 " links'

# Many at once, right and wrong, get what each would get alone.
pids=
for n in 1 2 3 4; do
    {
        site LINKS / "$cookie"
        site GET /viec/M99 "$cookie" | sed -n 1p
    } >"many.$n" 2>&1 &
    pids="$pids $!"
done
# shellcheck disable=SC2086
wait $pids
{
    cat links
    echo 404
} >one
for n in 1 2 3 4; do same "many.$n" one; done

# --- deciding what was read, and moving work on
csrf=$(site GET /van-ban/D1 "$cookie" | sed -n 's/.*name="csrf" value="\([0-9a-f]*\)".*/\1/p' | head -1)
run site GET /van-ban/D1 "$cookie"
says out 'Nhận các số rõ'
statement=$(grep -o 'name="cau" value="S[0-9]*"' "$out" | head -1 | sed 's/.*"\(S[0-9]*\)"/\1/')
ok 'something waits' [ -n "$statement" ]
run site POST /van-ban/D1 "$cookie" 'viec=nhan-ro'
says out '403'
run site POST /van-ban/D1 "$cookie" "csrf=$csrf&viec=bo&cau=$statement&ly-do=nh%E1%BA%A7m"
says out '303'
says out "Location: /van-ban/D1#$statement"
run site POST /van-ban/D1 "$cookie" "csrf=$csrf&viec=bo&cau=S999"
says out '404'
run site POST /van-ban/D1 "$cookie" "csrf=$csrf&viec=khac&cau=$statement"
says out '400'
run site POST /van-ban/D1 "$cookie" "csrf=$csrf&viec=nhan-ro"
says out '303'
run dieuhanh statements --state proposed --format csv
says_not out "$statement"
run site POST /viec/M1 "$cookie" "csrf=$csrf&viec=ghi-chu&noi-dung=%C4%91%C3%A3+g%E1%BB%8Di"
says out '303'
run site GET /viec/M1 "$cookie"
says out 'đã gọi'
says out 'Xin gia hạn'
run site POST /viec/M1 "$cookie" "csrf=$csrf&viec=chuyen&buoc=khong-co"
says out '400'
move=$(site GET /viec/M1 "$cookie" | grep -o 'name="buoc" value="[a-z_]*"' | head -1 | sed 's/.*value="\([a-z_]*\)"/\1/')
run site POST /viec/M1 "$cookie" "csrf=$csrf&viec=chuyen&buoc=$move"
says out '303'
run dieuhanh task show M1
says out 'đã gọi'

# --- what did not change is not sent again
run site GET '/chi-tieu?don-vi=gia-my' "$cookie"
tag=$(sed -n 's/^ETag: //p' "$out")
run site GET '/chi-tieu?don-vi=gia-my' "$cookie" '' "If-None-Match: $tag"
says out '304'
dieuhanh load --quiet /dev/null >/dev/null 2>&1
printf 'unit,indicator,period,aspect,value\ngia-my,A05,2026,actual,31000\n' >them.csv
dieuhanh load them.csv >/dev/null 2>&1
run site GET '/chi-tieu?don-vi=gia-my' "$cookie" '' "If-None-Match: $tag"
says out '200'
says out '31.000'

# --- forms without the word of the session
run site POST /dang-xuat "$cookie" 'csrf=x'
says out '403'
csrf=$(site GET / "$cookie" | sed -n 's/.*name="csrf" value="\([0-9a-f]*\)".*/\1/p' | head -1)
run site POST /dang-xuat "$cookie" "csrf=$csrf" 'Origin: http://khac.vn'
says out '403'

# --- requests that are none
for raw in 'GET / HTTP/1.1\r\n\r\n' 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n' \
    'POST /dang-nhap HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd' \
    'POST /dang-nhap HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n' \
    'GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n' 'GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n' 'GET /%FF HTTP/1.1\r\nHost: a\r\n\r\n'; do
    run site RAW "$raw"
    says out ' 400 '
done
run site RAW 'PUT / HTTP/1.1\r\nHost: a\r\n\r\n'
says out ' 405 '

# --- connections that send nothing hold nobody up
python3 "$here/site.py" "$address" SLOW 20 5 &
slow=$!
run site GET /viec "$cookie"
says out '200'
kill $slow 2>/dev/null
wait $slow 2>/dev/null

# --- the end of the session, and of the server
run site POST /dang-xuat "$cookie" "csrf=$csrf"
says out '303'
run site GET / "$cookie"
says out '303'
kill -TERM $server
wait $server
ok 'it ends when it is told to' [ $? = 0 ]
run dieuhanh verify
is_status 0
done_testing

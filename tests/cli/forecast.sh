#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# forecast: the year's end, pace, what is needed per month. All places and numbers are made up.
. "$(dirname "$0")/lib.sh"
export SOURCE_DATE_EPOCH=1791936000 DIEUHANH_USER='người thử' # 14/10/2026

f() { # INDICATOR PERIOD VALUE [ASPECT [LAYER]]
    printf '{"unit":"%s","indicator":"%s","period":"%s","value":%s,"aspect":"%s","layer":"%s"}\n' "$place" "$1" "$2" "$3" "${4:-actual}" "${5:-}"
}
bring() { # NAME of a file of lines
    run dieuhanh table --accept --format csv "$1.jsonl"
    is_status 0
}

place='phường Thử Một'
dieuhanh init --quiet
dieuhanh unit add 'phường Thử Một' --level commune --from 2020-01-01 >/dev/null 2>&1
dieuhanh unit add 'phường Thử Hai' --level commune --from 2020-01-01 >/dev/null 2>&1
dieuhanh unit add 'phường Thử Ba' --level commune --from 2020-01-01 >/dev/null 2>&1
dieuhanh unit add 'phường Thử Tư' --level commune --from 2020-01-01 >/dev/null 2>&1

# Thu ngân sách: windows of nine months and whole years, as tests/cube/forecast.tsv reckons them.
{
    for row in '2025 880 1200' '2024 800 1100' '2023 750 1000'; do
        set -- $row
        f C01 $1-9M ${2}000000000
        f C01 $1 ${3}000000000
    done
    f C01 2026-9M 900000000000
    f C01 2026 1150000000000 plan hdnd
    f C01 2026 1100000000000 plan giao
    f C01 2026 1300000000000 plan phan_dau
} >thu.jsonl
bring thu

run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2026-9M --format jsonl
is_status 0
lines out 3
says out '"done":900000000000,'
says out '"forecast":1222200000000,"low":1181200000000,"high":1256300000000,"why_not":"","years_used":3,"share":73.64,'
says out '"growth":1.85,'
says out '"year_verdict":""' # last year lies in the interval
says out '"backtest_error":1.8,"backtest_years":2,"backtest_intervals":1,"backtest_held":1,'
# The plan of above first, then the council's, then the striving one: as everywhere (plan.h).
ok 'the layers stand in their order' [ "$(sed 's/.*"layer":"\([^"]*\)".*/\1/' "$out" | tr '\n' ' ')" = 'giao hdnd phan_dau ' ]
sed -n 2p "$out" >hdnd
says hdnd '"plan_ratio":78.26,"pace":"ahead","pace_by_calendar":"ahead","need":"more","needed":83334000000,'
says hdnd '"average":100000000000,"last_year_rest":106670000000,"expected_ratio":106.28,"outlook":"reaches"'
sed -n 3p "$out" >phan_dau
says phan_dau '"plan_ratio":69.23,"pace":"behind","pace_by_calendar":"behind","need":"more","needed":133340000000,'
says phan_dau '"outlook":"misses"'

run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2026-9M
is_status 0
says out 'phường Thử Một, 9 tháng đầu năm 2026'
says out 'Dự báo cả năm: 1.222,2, từ 1.181,2 đến 1.256,3; so với năm trước +1,85 %'
says out 'gộp 3 năm trước, số cùng kỳ bằng 73,64 % số cả năm'
says out 'Thử lại với các năm đã qua: sai bình quân 1,8 %; 1/1 năm nằm trong khoảng'
says out 'Hội đồng nhân dân giao'
says out 'vượt tiến độ'
says out 'chậm tiến độ'
says out 'cần 83,334 tỷ đồng mỗi tháng'
says out 'explain C01/'
run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2026-9M --lang en
is_status 0
says out '1,222.2'
says out 'needs 83.334'
run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2026-9M --backtest --format csv
is_status 0
lines out 4
says out ',2025,880000000000,1200000000000,true,1192300000000,1136600000000,1246700000000,-0.64,true,'
says out ',2023,750000000000,1000000000000,true,,,,,,'

# It explains itself: the formula, and every figure with its words.
id=$(sed -n 's/.*"forecast_id":"\([^"]*\)".*/\1/p' hdnd)
run dieuhanh explain "$id"
is_status 0
says out 'Kết quả: 1.222,2 tỷ đồng, từ 1.181,2 đến 1.256,3'
says out 'Cách tính: 900 × (1.200 + 1.100 + 1.000) / (880 + 800 + 750)'
ok 'all seven figures stand there' [ "$(grep -c '^  F[0-9]' "$out")" = 7 ]
run dieuhanh explain "${id%/2026-9M/*}/2026/forecast"
is_status 2
says err 'không phải một phần của năm'

# Fewer years: two make a wide interval, one a weak number, none no forecast.
run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2026-9M --years 1 --format jsonl
says out '"forecast":1227300000000,"low":null,"high":null,"why_not":"","years_used":1,'
says out '"outlook":""'
run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2026-9M --years 1
says out 'chỉ theo một năm trước, không có khoảng'
run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2024-9M --format jsonl
says out '"forecast":1066700000000,"low":null'
run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2023-9M --format jsonl
says out '"forecast":null,"low":null,"high":null,"why_not":"chưa có năm trước nào có cả số cùng kỳ và số cả năm","years_used":0'
run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2023-9M
is_status 0
says out 'không dự báo: chưa có năm trước nào'

# Months fill a time of which no figure is; a missing month does not.
place='phường Thử Hai'
{
    m=1
    while [ $m -le 12 ]; do
        f C01 "2025-$(printf %02d $m)" ${m}00000000
        [ $m -le 6 ] && f C01 "2026-$(printf %02d $m)" ${m}10000000
        [ $m != 11 ] && f C01 "2024-$(printf %02d $m)" 500000000
        m=$((m + 1))
    done
    f C01 2023-H1 2500000000
    f C01 2023-Q3 1000000000
    f C01 2023-Q4 1500000000
    f C01 2026 7000000000 plan hdnd
} >thang.jsonl
bring thang
run dieuhanh forecast C01 --unit 'phường Thử Hai' --period 2026-H1 --format jsonl
is_status 0
says out '"done":2160000000,'
says out '"years_used":2,'
says out '"need":"more","needed":806670000,'
run dieuhanh forecast C01 --unit 'phường Thử Hai' --period 2026-H1 --backtest --format jsonl
says out '"year":2025,"window":2100000000,"whole":7800000000,"used":true'
says out '"why_not":"không có số của năm 2024"'
says out '"year":2023,"window":2500000000,"whole":5000000000,"used":true'
run dieuhanh forecast C01 --unit 'phường Thử Hai' --period 2026-H1
says out 'không dùng năm 2024: không có số của năm 2024'

# A plan of 0; one that is reached and passed; a limit; falling years; a stock; a rate.
place='phường Thử Ba'
{
    for row in '2025 40 100' '2024 45 110'; do
        set -- $row
        f C01 $1-H1 ${2}000000000
        f C01 $1 ${3}000000000
        f B14 $1-H1 $((300 - $2))
        f B14 $1 $((310 - $2))
    done
    f C01 2026-H1 30000000000
    f C01 2026 0 plan hdnd
    f C01 2026 25000000000 plan giao
    f B14 2026-06 250
    f B14 2026 270 plan hdnd
    f B12a 2025-H1 8
    f B12a 2025 20
    f B12a 2024-H1 9
    f B12a 2024 22
    f B12a 2026-H1 12
    f B12a 2026 30 plan hdnd
    f B12a 2026 11 plan phan_dau
    f B02 2026-H1 8.5
    f B02 2025-H1 8
    f B02 2025 8.2
} >ba.jsonl
bring ba
run dieuhanh forecast C01 --unit 'phường Thử Ba' --period 2026-H1 --format jsonl
is_status 0
sed -n 2p "$out" >khong
says khong '"layer":"hdnd","plan":0,"plan_ratio":null,"pace":"","pace_by_calendar":"","need":"","needed":null'
says khong '"growth":-25.88,'
says khong '"year_verdict":"worse"'
sed -n 1p "$out" >vuot
says vuot '"plan_ratio":120.00,"pace":"ahead","pace_by_calendar":"ahead","need":"nothing","needed":null'
says vuot '"outlook":"reaches"'
run dieuhanh forecast C01 --unit 'phường Thử Ba' --period 2026-H1
says out 'số gốc bằng 0'
says out 'đã đạt kế hoạch'
run dieuhanh forecast B02 --unit 'phường Thử Ba' --period 2026-H1
is_status 0
says out 'chỉ tiêu tỷ lệ, chỉ số: số của một phần năm không nói gì về cả năm'
says_not out 'Dự báo cả năm'
# A stock: it stands at 250 on 30/6 and grew by 10 to the end of both years.
run dieuhanh forecast B14 --unit 'phường Thử Ba' --period 2026-H1 --format jsonl
is_status 0
says out '"done":250,'
says out '"forecast":260,"low":259,"high":260,'
says out '"need":"more","needed":3.4,"average":null,"last_year_rest":1.7,'
says out '"outlook":"misses"'
# A limit: little is good.
run dieuhanh forecast B12a --unit 'phường Thử Ba' --period 2026-H1 --format jsonl
is_status 0
sed -n 1p "$out" >muc
says muc '"layer":"hdnd","plan":30,"plan_ratio":40.00,"pace":"even","pace_by_calendar":"ahead","need":"at_most","needed":3,'
says muc '"outlook":"open"'
sed -n 2p "$out" >qua
says qua '"layer":"phan_dau","plan":11,"plan_ratio":109.09,"pace":"behind","pace_by_calendar":"behind","need":"passed","needed":null,'
says qua '"outlook":"misses"'
run dieuhanh forecast B12a --unit 'phường Thử Ba' --period 2026-H1
says out 'không quá 3 doanh nghiệp mỗi tháng'
says out 'đã vượt mức'
run dieuhanh forecast --all --unit 'phường Thử Ba' --period 2026-H1 --format csv
is_status 0
says_not out ',B02,'

# What nobody reports is reckoned for each window and year and forecast like a reported series: (10 + 5), (20 + 12); (12 + 6), (24 + 12);
# of 14 + 7: 21 x (32 + 36) / (15 + 18) = 43,27.
place='phường Thử Tư'
{
    for row in '2024-H1 10 5' '2024 20 12' '2025-H1 12 6' '2025 24 12' '2026-H1 14 7'; do
        set -- $row
        f C09a $1 ${2}000000000
        f C09b $1 ${3}000000000
    done
    f C09c 2026 40000000000 plan giao
    f C09c 2026 45000000000 plan hdnd
    f C01 2025 100000000000
    f C01 2026-H1 60000000000
    f C01 2026 120000000000 plan giao
    f H02b 2026-H1 97
    f H01d 2026-H1 100
} >tu.jsonl
bring tu
run dieuhanh forecast C09c --unit 'phường Thử Tư' --period 2026-H1 --format jsonl
is_status 0
lines out 2
says out '"done":21000000000,"done_aspect":"actual","forecast":43273000000,'
says out '"years_used":2,"share":48.53,'
says out '"layer":"giao","plan":40000000000,"plan_ratio":52.50,"pace":"","pace_by_calendar":""'
says out '"need":"more","needed":3166700000,'
says out '"backtest_years":1,'
says out '"pace_by":"season","expected":48.53,"formula":"C09a + C09b"'
run dieuhanh forecast C09c --unit 'phường Thử Tư' --period 2026-H1
says out 'số từng kỳ, từng năm tính theo công thức C09c = C09a + C09b, rồi dự báo từ các số đã tính'
says out 'Thực hiện, tính theo công thức: 21.000, bình quân'
run dieuhanh explain C09c/phuong-thu-tu/2026-H1/forecast
is_status 0
says out 'C09c = C09a + C09b'
run dieuhanh forecast --all --unit 'phường Thử Tư' --period 2026-H1 --format csv
says out ',C09c,'
says_not out ',C02a,'
run dieuhanh stand 'phường Thử Tư' 2026-H1 --format jsonl
says out '"indicator":"C09c"'
says out '"expected":48.53,"pace_by":"season"'
# A rate is not forecast, and it is said where to look.
run dieuhanh forecast C02a --unit 'phường Thử Tư' --period 2026-H1
is_status 0
says out 'không dự báo: chỉ tiêu tỷ lệ, chỉ số: số của một phần năm không nói gì về cả năm; % kế hoạch cả năm: xem dự báo của C01'
run dieuhanh forecast H02 --unit 'phường Thử Tư' --period 2026-H1
says out 'có thể dự báo từng số trong công thức H02b / H01d'

# The list of a place, and the league table of all places by pace.
run dieuhanh forecast --all --unit 'phường Thử Một' --period 2026-9M
is_status 0
says out 'Thu ngân sách nhà nước trên địa bàn'
says out '1.181,2 – 1.256,3'
says err 'dự báo = thực hiện'
run dieuhanh forecast C01 --period 2026-H1 --format jsonl
is_status 0
says err 'xếp theo khoảng cách'
ok 'who is ahead stands first' sh -c 'sed -n 1p "$1" | grep -q "phường Thử Ba\|phường Thử Hai"' - "$out"

# Like for like: phường Gia Định was made on 1/7/2025 of a part of quận Bình Thạnh (its share of people is known) and of old wards of
# which the record has nothing; a phường of quận Bình Tân of a part whose share nobody knows.
place=765
{
    for row in '2025 420 1000' '2024 400 1000' '2023 450 1000'; do
        set -- $row
        f C01 $1-H1 ${2}000000000
        [ $1 = 2025 ] || f C01 $1 ${3}000000000
    done
    place=26944
    f C01 2025 200000000000
    f C01 2026-H1 100000000000
    place=777
    f C01 2024-H1 400000000000
    f C01 2024 900000000000
    place=27439
    f C01 2026-H1 100000000000
} >cu.jsonl
bring cu
run dieuhanh forecast C01 --unit 26944 --period 2026-H1 --backtest --format jsonl
is_status 0
says out '"year":2025,"window":93156000000'
says out '"why_not":"số cùng kỳ và số cả năm lập từ những đơn vị khác nhau: năm 2025"'
says out '"year":2024,"window":88720000000'
says out '"year":2023,'
run dieuhanh forecast C01 --unit 26944 --period 2026-H1
says out 'ước theo tỷ lệ của đơn vị cũ'
run dieuhanh forecast C01 --unit 27439 --period 2026-H1
is_status 0
says out 'không dự báo: chưa có năm trước nào'
says out 'không dùng các năm 2025, 2024: địa bàn đã thay đổi từ ngày 1/7/2025'
says out 'chưa biết tỷ lệ của phần đó'

# Wrong use.
run dieuhanh forecast --period 2026-9M
is_status 2
says err 'nêu một mã chỉ tiêu, hoặc --all'
run dieuhanh forecast C01 --all --period 2026-9M
is_status 2
run dieuhanh forecast ZZ9 --period 2026-9M
is_status 1
says err 'ZZ9'
for period in 2026 2026-Q2 2026-09 2025-2026 ''; do
    run dieuhanh forecast C01 --unit 'phường Thử Một' --period "$period"
    is_status 2
done
run dieuhanh forecast C01 --period 2026-9M --years 0
is_status 2
run dieuhanh forecast C01 --period 2026-9M --years 21
is_status 2
says err '1 đến 20'
run dieuhanh forecast C01 --unit 'phường Không Có' --period 2026-9M
is_status 1
run dieuhanh forecast C01 --unit 'phường Thử Một' --period 2019-9M
is_status 1
says err 'chưa có số liệu'
run dieuhanh verify
is_status 0
done_testing

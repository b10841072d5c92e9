#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# panel: load of a file that was made elsewhere: other heads, codes that nobody knows, own indicators and units from lists, a map,
# gzip. All numbers are made up. Then the real panel, where the shared data stands beside the project.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
dieuhanh init --quiet

cat >panel.csv <<'CSV'
series,country,year,value,flag
gdp.usd,XA,2022,1250000000,p
gdp.usd,XA,2023,1.3e+09,p
gdp.usd,XB,2023,-2.5e-05,
gdp.usd,XG,2023,1300000000,
share.x,XA,2023,12.5,
CSV
cat >series.csv <<'CSV'
indicator,title,kept_by
gdp.usd,GDP (current US$),bank
share.x,Share of x (% of x) (estimate),bank
CSV
cat >countries.csv <<'CSV'
country,name
XA,Xứ A
XB,Xứ B
CSV

# --- what is not known is listed, all of it, and nothing is loaded

run dieuhanh load panel.csv
is_status 1
says err "thiếu cột ở dòng đầu: indicator, unit, period; dòng đầu còn có: series, country, year, flag"
says err 'columns'
run dieuhanh load --columns indicator=series,unit=country,period=year --format csv panel.csv
is_status 1
says err "2 mã chỉ tiêu và 3 mã đơn vị chưa biết; chưa nạp gì"
says out 'indicator,gdp.usd,2,4'
says out 'indicator,share.x,6,1'
says out 'unit,XA,2,3'
says out 'unit,XG,5,1'
run dieuhanh load --list --format csv
lines out 1
run dieuhanh load --columns indicator=chuoi,unit=country,period=year panel.csv
is_status 1
says err "không có cột «chuoi» (cho indicator)"
run dieuhanh load --columns unit panel.csv
is_status 2
says err "«unit» chưa nói cột nào của tệp"
says err "như unit=country; các tên: indicator, unit, period, value, aspect, layer"
run dieuhanh load --columns chuoi=series panel.csv
is_status 2
says err "không có cột nào tên «chuoi»"

# --- own indicators from a list

run dieuhanh indicator import series.csv
is_status 1
says err 'dòng 2: «gdp.usd»: thiếu measure'
says err 'thiếu measure'
run dieuhanh indicator import --dry-run --measure-in-name --source WDI --format csv series.csv
is_status 0
says out 'gdp.usd,GDP (current US$),current US$,rate,,false,WDI,new'
says out 'share.x,Share of x (% of x) (estimate),"% of x, estimate",rate,,false,WDI,new'
says err 'các cột không dùng đến: kept_by'
run dieuhanh indicator list --own --format csv
lines out 1
run dieuhanh indicator import --measure-in-name --source WDI series.csv
is_status 0
says err '2 chỉ tiêu mới, 0 sửa, 0 đã có'
run dieuhanh indicator import --measure-in-name --source WDI series.csv
says err '0 chỉ tiêu mới, 0 sửa, 2 đã có'
run dieuhanh indicator import --measure-in-name --source 'WDI 2025' series.csv
says err '0 chỉ tiêu mới, 2 sửa, 0 đã có'
run dieuhanh indicator import --measure USD --source WDI series.csv
is_status 1
says err "dòng 2: «gdp.usd» đã khai báo là «current US$», nay là «USD»"
run dieuhanh indicator add C01 --name Thu --measure 'tỷ đồng'
is_status 1
says err 'mã này đã có trong danh mục'
run dieuhanh indicator add 1a --name Thu --measure 'tỷ đồng'
is_status 1
says err 'mã không dùng được'
run dieuhanh indicator add GDP_1 --name 'Tổng sản phẩm' --measure 'tỷ đồng' --time rate --added
is_status 1
says err 'tỷ lệ (rate) thì không cộng được'
run dieuhanh indicator add GDP_1 --name 'Tổng sản phẩm' --measure 'tỷ đồng' --time flow --added --better up --source '1/QĐ'
is_status 0
run dieuhanh indicator show GDP_1 --format csv
says out 'GDP_1,Tổng sản phẩm,tỷ đồng,VND,flow,up,true,office,1/QĐ'
run dieuhanh indicator show C01 --format csv
says out ',catalogue,'
printf 'code,name,measure\nA.1,Một,%%\nA.1,Hai,%%\n' >twice.csv
run dieuhanh indicator import twice.csv
is_status 1
says err 'dòng 3: «A.1»'
run dieuhanh indicator show A.1
is_status 1

# One indicator whatever its capitals, by its name as well; adding says what it lacks.
run dieuhanh indicator add rieng_6 --name 'Số camera thử'
is_status 2
says err 'khai báo chỉ tiêu rieng_6 còn thiếu --measure'
run dieuhanh indicator add rieng_6 --name 'Số camera thử' --measure camera
is_status 0
run dieuhanh indicator add RIENG_6 --name 'Số camera thử' --measure camera
says err '0 chỉ tiêu mới, 0 sửa, 1 đã có'
run dieuhanh indicator add c01 --name 'Số camera thử' --measure camera
is_status 1
says err '«c01»: mã này đã có trong danh mục'
for typed in RIENG_6 'số camera thử'; do
    run dieuhanh indicator show "$typed" --format csv
    is_status 0
    says out 'rieng_6,Số camera thử,'
done
run dieuhanh indicator show 'ngân sách'
is_status 1
says err '«ngân sách» có thể là nhiều chỉ tiêu: C01 (Thu ngân sách nhà nước trên địa bàn); '
printf 'indicator,unit,period,value\nRieng_6,760,2024,12\nc01,760,2024,1000000\n' >hoa.csv
run dieuhanh load --dry-run --format csv hoa.csv
is_status 0
says out ',dry_run,2,'

# --- own units from a list

printf 'country,name,parent\nXA,Xứ A,\nXC,Xứ C,khong-co\n' >bad.csv
run dieuhanh unit import --level country bad.csv
is_status 1
says err 'dòng 3: không có đơn vị nào tên «khong-co»'
run dieuhanh --lang en unit import --level country bad.csv
says err 'line 3: there is no unit called "khong-co"'
run dieuhanh unit show XA
is_status 1
run dieuhanh unit import --dry-run --level country --format csv countries.csv
is_status 0
says out 'XB,Xứ B,country,,,,'
run dieuhanh unit import --level country countries.csv
is_status 0
says err '2 đơn vị mới, 0 đã có'
run dieuhanh unit import --level country countries.csv
says err '0 đơn vị mới, 2 đã có'
sed -i 's/Xứ B/Xứ Khác/' countries.csv
run dieuhanh unit import --level country countries.csv
is_status 1
says err 'dòng 3: đã có đơn vị mã «XB»: Xứ B'

# --- a map: proposed, completed, used, used again

run dieuhanh load --propose panel.csv
is_status 0
says out 'column	indicator	?	# các cột còn lại: series, country, year, flag'
run dieuhanh load --propose --columns indicator=series,unit=country,period=year panel.csv
is_status 0
cp "$out" panel.map
says panel.map 'column	unit	country'
says panel.map 'unit	XG	?	# gặp đầu tiên ở dòng 5; có 1 dòng'
run dieuhanh load --map panel.map panel.csv
is_status 1
says err 'panel.map», dòng 5: «XG» còn để dấu hỏi'
sed -i 's/^unit	XG	?.*/skip	unit	XG	# một nhóm/' panel.map
printf 'indicator	share.x	F10b\n' >>panel.map
run dieuhanh load --dry-run --map panel.map --format csv panel.csv
is_status 0
says out ',dry_run,4,F1,2,2,2,'
says err 'bỏ qua 1 dòng theo tệp ánh xạ'
says err 'các cột không dùng đến: flag'
run dieuhanh load --map panel.map --format csv panel.csv
is_status 0
says out 'N1,panel.csv,new,4,F1,2,2,2,0,'
run dieuhanh load --map panel.map --format csv panel.csv
says out ',unchanged,4,'
# The remarks of a map say nothing; what it says makes it another one.
sed -i 's/# một nhóm/# nhóm nước/' panel.map
run dieuhanh load --map panel.map --format csv panel.csv
says out ',unchanged,4,'
run dieuhanh load --list --format jsonl
says out '"map":"'
dieuhanh export --format csv >out.csv
says out.csv ',XA,Xứ A,2023,level,actual,,,1300000000,'
says out.csv ',gdp.usd,GDP (current US$),XB,Xứ B,2023,level,actual,,,-0.000025,'
says out.csv ',F10b,'
for bad in 'column	unit' 'indicator	a	b	c' 'unit	XG	XA' 'columns	unit	x' 'column	unit	x' 'round	3'; do
    { cat panel.map; printf '%s\n' "$bad"; } >bad.map
    run dieuhanh load --map bad.map panel.csv
    is_status 1
    says err 'bad.map», dòng '
done
printf 'form	1\n' >bad.map
run dieuhanh load --map bad.map panel.csv
is_status 1
says err 'bad.map», dòng 1'

# --- numbers that are finer than the record can hold

printf 'indicator,unit,period,value\ngdp.usd,XA,2020,1.207885e-13\ngdp.usd,XA,2021,1.5e-40\ngdp.usd,XA,2019,1.5e+15\n' >fine.csv
run dieuhanh load fine.csv
is_status 1
says err 'dòng 2: «1.207885e-13» có chữ số ở hàng nhỏ hơn 10^-18'
run dieuhanh load --round fine.csv
is_status 0
says err '2 số được làm tròn'
dieuhanh export --format csv >out.csv
says out.csv ',XA,Xứ A,2020,level,actual,,,0.000000000000120789,'
says out.csv ',XA,Xứ A,2019,level,actual,,,1500000000000000,'
printf 'indicator,unit,period,value\ngdp.usd,XA,2018,1e\n' >fine.csv
run dieuhanh load fine.csv
is_status 1
says err '«1e» không phải một số'

# Plain decimals as those with an exponent.
for number in 0.1234567890123456789 0.00000000000000000012 12.12345678901234567890e-1; do
    printf 'indicator,unit,period,value\ngdp.usd,XA,2017,%s\n' "$number" >fine.csv
    run dieuhanh load fine.csv
    is_status 1
    says err "dòng 2: «$number» có chữ số ở hàng nhỏ hơn 10^-18"
    run dieuhanh load --dry-run --round fine.csv
    is_status 0
    says err '1 số được làm tròn'
done
printf 'indicator,unit,period,value\ngdp.usd,XA,2017,-0.1234567890123456785\ngdp.usd,XA,2016,0.50000000000000000000\n' >fine.csv
run dieuhanh load --round fine.csv
is_status 0
says err '1 số được làm tròn'
dieuhanh export --format csv >out.csv
says out.csv ',XA,Xứ A,2017,level,actual,,,-0.123456789012345679,'
says out.csv ',XA,Xứ A,2016,level,actual,,,0.500000000000000000,'
printf 'indicator,unit,period,value\ngdp.usd,XA,2015,1234567890123456789012.5\n' >fine.csv
run dieuhanh load --round fine.csv
is_status 1
says err 'không phải một số'

# --- a count that may be grouped; a year that cannot be

printf 'indicator;unit;period;value\nA02;26740;2025;47.000\n' >unclear.csv
run dieuhanh load unclear.csv
is_status 1
says err 'dòng 2: «47.000» không rõ'
says err 'dieuhanh table --numbers'
printf 'indicator;unit;period;value\nC01;26740;2025;47.000\n' >unclear.csv
run dieuhanh load unclear.csv
is_status 1
says err 'dòng 2: «47.000» không rõ'
printf 'indicator;unit;period;value\nC01;26740;2025;4700000.250\n' >clear.csv
run dieuhanh load --dry-run clear.csv
is_status 0
printf 'indicator;unit;period;value\nA02;26740;1825;47000\n' >unclear.csv
run dieuhanh load unclear.csv
is_status 1
says err 'dòng 2: kỳ «1825» ở trước năm 1900'
export SOURCE_DATE_EPOCH=1764547200 # 1/12/2025
for period in 2026 2026-Q1 2025-12-02 ..2026-06-30 2206; do
    printf 'indicator;unit;period;aspect;value\nA02;26740;2025;actual;47000\nA02;26740;%s;actual;48000\n' "$period" >ahead.csv
    run dieuhanh load ahead.csv
    is_status 1
    says err "dòng 3: số thực hiện của kỳ «$period», mà kỳ này chưa đến"
done
for aspect in plan estimate; do
    printf 'indicator;unit;period;aspect;value\nA02;26740;2026;%s;48000\n' "$aspect" >ahead.csv
    run dieuhanh load --dry-run ahead.csv
    is_status 0
done
printf 'indicator;unit;period;value\nA02;26740;2025;47000\nA02;26740;2025-Q4;47000\nA02;26740;..2025-12-01;47000\n' >ahead.csv
run dieuhanh load --dry-run ahead.csv
is_status 0
unset SOURCE_DATE_EPOCH

# --- packed

printf 'indicator,unit,period,value\ngdp.usd,XA,2010,5\n' >a.csv
printf 'gdp.usd,XA,2011,6\n' >b.csv
gzip -n a.csv b.csv
cat a.csv.gz b.csv.gz >both.csv.gz
run dieuhanh load --format csv both.csv.gz
is_status 0
says out ',both.csv.gz,new,2,'
head -c 40 both.csv.gz >cut.csv.gz
run dieuhanh load cut.csv.gz
is_status 1
says err 'cut.csv.gz'
{ cat a.csv.gz; printf 'thừa'; } >more.csv.gz
run dieuhanh load more.csv.gz
is_status 1
head -c 600000000 /dev/zero | gzip -n -1 >bomb.csv.gz
run dieuhanh load bomb.csv.gz
is_status 1
says err 'bomb.csv.gz'

# --- own indicators are indicators

run dieuhanh rank gdp.usd --level country --period 2023 --format csv
is_status 0
says out '1,false,XA,Xứ A,gdp.usd,2023,1300000000,'
run dieuhanh formula add RIENG_9 'GDP_1 / 2' --name Nửa --measure 'tỷ đồng' --source thử
is_status 0
run dieuhanh indicator add RIENG_9 --name Nửa --measure 'tỷ đồng'
is_status 1
says err 'mã này đã dùng cho một công thức riêng'
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
run dieuhanh verify
is_status 0
run dieuhanh indicator list --own --known-on J1 --format csv
is_status 0
if ! on_server; then
    run dieuhanh copy dieuhanh.db other.db
    is_status 0
    run dieuhanh indicator list --own --record other.db --format csv
    lines out 5
fi

# --- killed in the middle: all of it or nothing

dieuhanh init --quiet --record killed.db
awk 'BEGIN { print "code,name,measure"; for (i = 1; i <= 100; i++) printf "x%d,X %d,%%\n", i, i }' >x.csv
dieuhanh indicator import --record killed.db --quiet x.csv
# More periods than usual as well.
awk 'BEGIN { print "indicator,unit,period,value"
    for (i = 1; i <= 100; i++) for (y = 1990; y < 2020; y++) for (m = 1; m <= 12; m++) printf "x%d,79,%d-%02d,%d\n", i, y, m, m
    for (y = 1990; y < 2020; y++) for (m = 1; m <= 12; m++) for (d = 1; d <= 28; d++) printf "x1,79,%d-%02d-%02d,%d\n", y, m, d, d
    }' >many.csv
for wait in 0.01 0.05 0.2; do
    "$DIEUHANH" load --quiet --record "$(record_place killed.db)" many.csv >/dev/null 2>&1 &
    pid=$!
    sleep $wait
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    run dieuhanh verify --record killed.db
    is_status 0
done
run dieuhanh load --record killed.db --format csv many.csv
is_status 0
run dieuhanh load --list --record killed.db --format csv
lines out 2
says out ',46080,F1,true'

# --- the real one

panel=${DIEUHANH_SHARED:-$here/../../../shared}/data/panel
if [ ! -r "$panel/wdi_long.csv.gz" ]; then
    skip 'the shared data is not here' 1
    done_testing
fi
dieuhanh init --quiet --record real.db
dieuhanh indicator import --record real.db --quiet --measure-in-name --measure 'theo tên' --source WDI "$panel/wdi_indicators.csv"
dieuhanh unit import --record real.db --quiet --level country --source WDI "$panel/wdi_countries.csv"
run dieuhanh load --record real.db --round --columns unit=country,period=year --format csv "$panel/wdi_long.csv.gz"
is_status 0
says out ',wdi_long.csv.gz,new,1564909,F1,325,265,36,'
says err '5 số được làm tròn'
run dieuhanh series VNM sp.pop.totl --record real.db --format csv
says out ',2023,'
run dieuhanh rebuild --record real.db
is_status 0
done_testing

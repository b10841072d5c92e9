#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# matters_generate.py FOLDER [--dossiers N] [--tasks N] [--feedback N] [--letters N] [--projects N] [--from DAY] [--to DAY] [--unit UNIT;...] [--seed N]
# [--procedures] [--wide]:
# a year of a ward as the lists that its desks keep: FOLDER/ho-so.csv, nhiem-vu.csv, phan-anh.csv, don-thu.csv and du-an.csv, as `dieuhanh dossier import`,
# `task import`, `matter import feedback`, `matter import letter` and `project import` take them, and von-dau-tu.csv, the plans and vouchers of the projects, for
# `dieuhanh project load`. For the demo, tests and measuring; the same arguments give the same bytes.
#
# Plausible, not uniform: few procedures make most of the dossiers; Mondays and the weeks before Tết and before school are busy, Tết is empty;
# more comes by the net from month to month; a desk that gets more than it can do runs behind, so what is late comes in heaps; most is
# done long before its day, and what is late has a long tail; results wait for people who do not fetch them; the portal hears of some ends late.
# The last weeks are under way. No person is named: officers are "Cán bộ 1" and so on. Codes and terms of procedures are for illustration.
#
# A subject is a row of SUBJECTS: file, heads, and the function that makes its rows in the order of their days.
import argparse
import bisect
import csv
import datetime
import os
import random

DAY = datetime.timedelta(1)
# Days off on weekdays in the years that a list can be made for; what is not here counts as worked.
OFF = {datetime.date(*d) for d in (
    (2025, 9, 1), (2025, 9, 2), (2026, 1, 1), (2026, 2, 16), (2026, 2, 17), (2026, 2, 18), (2026, 2, 19), (2026, 2, 20), (2026, 4, 27),
    (2026, 4, 30), (2026, 5, 1), (2026, 9, 1), (2026, 9, 2), (2026, 11, 24), (2027, 1, 1))}
TET = datetime.date(2026, 2, 17)

# Code, name, term in working days (0: the same day), how often, share by the net in the first month, how long it takes of its term on a usual day.
PROCEDURES = [
    ('2.000815', 'Chứng thực bản sao từ bản chính', 1, 300, 0.02, 0.25),
    ('2.000884', 'Chứng thực chữ ký trong các giấy tờ, văn bản', 1, 90, 0.01, 0.25),
    ('2.000635', 'Cấp bản sao trích lục hộ tịch', 1, 120, 0.72, 0.4),
    ('1.004194', 'Đăng ký tạm trú', 3, 110, 0.80, 0.5),
    ('1.004222', 'Đăng ký thường trú', 7, 60, 0.75, 0.55),
    ('1.004873', 'Cấp giấy xác nhận tình trạng hôn nhân', 3, 55, 0.60, 0.6),
    ('1.001193', 'Đăng ký khai sinh', 1, 48, 0.65, 0.5),
    ('1.000894', 'Đăng ký kết hôn', 1, 26, 0.45, 0.5),
    ('1.000656', 'Đăng ký khai tử', 1, 18, 0.55, 0.4),
    ('MH-KD01', 'Đăng ký thành lập hộ kinh doanh', 3, 40, 0.85, 0.6),
    ('MH-KD02', 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh', 3, 18, 0.80, 0.6),
    ('MH-DD01', 'Xác nhận tình trạng sử dụng đất', 15, 22, 0.25, 0.8),
    ('MH-DD02', 'Cấp giấy chứng nhận quyền sử dụng đất lần đầu', 20, 16, 0.20, 0.92),
    ('MH-XD01', 'Cấp giấy phép xây dựng nhà ở riêng lẻ', 15, 15, 0.55, 0.85),
    ('MH-BT01', 'Hưởng trợ cấp xã hội hằng tháng', 22, 12, 0.30, 0.8),
    ('MH-BT02', 'Xác nhận hộ nghèo, hộ cận nghèo', 10, 8, 0.20, 0.75),
    ('MH-GD01', 'Xác nhận nơi cư trú để tuyển sinh đầu cấp', 2, 14, 0.85, 0.5),
]
# Terms that changed within the year (--procedures): from this day so many working days.
VERSIONS = {'MH-XD01': (datetime.date(2026, 1, 1), 10), '1.004222': (datetime.date(2026, 1, 1), 5), 'MH-DD02': (datetime.date(2026, 3, 1), 17)}
AREAS = {'MH-KD': 'Thành lập và hoạt động của hộ kinh doanh', 'MH-DD': 'Đất đai', 'MH-XD': 'Hoạt động xây dựng', 'MH-BT': 'Bảo trợ xã hội', 'MH-GD': 'Giáo dục',
         '1.0042': 'Đăng ký, quản lý cư trú', '1.0041': 'Đăng ký, quản lý cư trú', '2.0008': 'Chứng thực'}
VERBS = ['Xây dựng kế hoạch', 'Rà soát, thống kê', 'Kiểm tra, xử lý', 'Báo cáo kết quả', 'Tham mưu văn bản trả lời về', 'Tổ chức triển khai', 'Phối hợp giải quyết',
         'Cập nhật dữ liệu', 'Tuyên truyền, vận động về']
THINGS = ['chuyển đổi số', 'trật tự đô thị, lòng lề đường', 'phòng cháy, chữa cháy tại chung cư cũ', 'giải ngân vốn đầu tư công', 'cải cách thủ tục hành chính',
          'hồ sơ đất đai tồn đọng', 'an toàn thực phẩm trước cổng trường', 'vệ sinh môi trường, rác thải', 'hộ nghèo, hộ cận nghèo', 'tiêm chủng mở rộng',
          'nâng cấp hẻm xuống cấp', 'thu phí sử dụng vỉa hè', 'kiến nghị của cử tri', 'hộ kinh doanh mới đăng ký', 'không gian văn hóa Hồ Chí Minh', 'công tác thi đua']
GIVERS = ['Chủ tịch UBND phường', 'Phó Chủ tịch UBND phường (kinh tế)', 'Phó Chủ tịch UBND phường (văn hóa - xã hội)']


def works(day):
    return day.weekday() < 5 and day not in OFF


class Days:
    """Working days, and how busy each day is."""

    def __init__(self, first, last):
        self.first, self.last = first, last
        far = last + 300 * DAY
        self.working = [d for d in (first + i * DAY for i in range((far - first).days)) if works(d)]
        self.open = [d for d in self.working if d <= last]

    def after(self, day, count):
        """The working day `count` after a day that is not counted itself."""
        return self.working[bisect.bisect_right(self.working, day) + count - 1] if count else day

    def open_from(self, day):
        """The day, or the next one on which the desk is open."""
        return self.working[bisect.bisect_left(self.working, day)]

    def busy(self, day):
        weight = (1.25, 1.08, 1.0, 0.95, 0.85)[day.weekday()]
        weight *= {7: 1.12, 8: 1.25, 9: 1.05, 12: 1.1, 5: 0.95}.get(day.month, 1.0)
        before = (TET - day).days
        if 0 < before < 25:
            weight *= 1.35
        if -12 < before <= 0:
            weight *= 0.45
        if works(day - DAY) is False and day.weekday() != 0:
            weight *= 1.4  # the first day after a holiday
        return weight


def shown(day, minute=None):
    text = day.strftime('%d/%m/%Y')
    return text if minute is None else '%s %02d:%02d' % (text, minute // 60, minute % 60)


def hour(rng):
    """A minute of the office's hours, with a hill in the morning and a lower one behind noon."""
    if rng.random() < 0.6:
        return min(690, 450 + int(rng.triangular(0, 239, 70)))
    return min(1019, 780 + int(rng.triangular(0, 239, 80)))


def share_out(count, weights):
    """Whole numbers that add up to count."""
    whole, out, done = sum(weights), [], 0
    acc = 0.0
    for w in weights:
        acc += w
        n = int(round(count * acc / whole)) - done
        out.append(n)
        done += n
    return out


def dossiers(rng, days, units, count):
    per_day = share_out(count, [days.busy(d) * rng.uniform(0.85, 1.15) for d in days.open])
    usual = count / len(days.open)
    weights = [p[3] for p in PROCEDURES]
    unit_weights = [1 / (1 + i) ** 0.7 for i in range(len(units))]
    load, number = 1.0, 0
    for day, n in zip(days.open, per_day):
        load = 0.85 * load + 0.15 * n / usual  # what has heaped up over about two weeks
        months = (day.year - days.first.year) * 12 + day.month - days.first.month
        for minute in sorted(hour(rng) for _ in range(n)):
            number += 1
            code, name, term, _, net, takes = rng.choices(PROCEDURES, weights)[0]
            if days.procedures and code in VERSIONS and day >= VERSIONS[code][0]:
                term = VERSIONS[code][1]
            yield dossier_row(rng, days, day, minute, load, months, number, (code, name, term, net, takes), rng.choices(units, unit_weights)[0])


def dossier_row(rng, days, day, minute, load, months, number, procedure, unit):
    code, name, term, net, takes = procedure
    chance = rng.random()
    channel = 'Trực tuyến' if chance < min(0.97, net + 0.012 * months) else 'Bưu chính công ích' if chance > 0.985 else 'Trực tiếp'
    due = days.after(day, max(term, 1))
    appointment = due if rng.random() > 0.004 else days.after(day, max(term, 1) + rng.choice((-1, 1, 2)) or 1)
    need = max(term, 1) * takes * max(load, 0.6) ** 1.6 * rng.lognormvariate(-0.12, 0.35)
    if rng.random() < 0.012:
        need = max(term, 1) * (1 + rng.paretovariate(1.6))  # the long tail: something was wrong with it
    finished = days.after(day, min(150, int(need)))
    fetched = finished if channel == 'Trực tuyến' else days.open_from(finished + DAY * int(rng.expovariate(0.6)))
    told = finished if rng.random() > 0.03 else finished + DAY * int(1 + rng.expovariate(0.25))
    row = {'Mã hồ sơ': 'H29.%03d-%s-%06d' % (113, day.strftime('%y%m%d'), number), 'Mã TTHC': code, 'Tên TTHC': name, 'Đơn vị xử lý': unit,
           'Kênh tiếp nhận': channel, 'Ngày tiếp nhận': shown(day, minute), 'Thời hạn': '%d ngày làm việc' % max(term, 1), 'Ngày hẹn trả': shown(appointment),
           'Cán bộ xử lý': 'Cán bộ %d' % (1 + number % 17)}
    if days.procedures:
        row['Thời hạn'] = ''  # the register has it
    kind = rng.random()
    if kind < 0.006:
        row.update({'Trạng thái': 'Từ chối tiếp nhận', 'Ngày trả kết quả': shown(day), 'Ngày hẹn trả': ''})
    elif finished > days.last:
        waits = rng.random()
        row['Trạng thái'] = 'Chờ bổ sung' if waits < 0.08 else 'Đã tiếp nhận' if waits < 0.2 else 'Đang xử lý'
        if waits < 0.08:
            row['Ngày chuyển trạng thái'] = shown(min(days.last, day + DAY))
    elif kind < 0.018:
        row.update({'Trạng thái': 'Công dân rút hồ sơ', 'Ngày trả kết quả': shown(finished)})
    else:
        row.update({'Trạng thái': 'Đã trả kết quả' if fetched <= days.last else 'Đã xử lý xong', 'Ngày xử lý xong': shown(finished),
                    'Ngày trả kết quả': shown(fetched) if fetched <= days.last else '', 'Ngày đồng bộ': shown(told) if told <= days.last else ''})
    return row


FREE = {'1.001193', '1.000656', '1.004873', 'MH-BT01', 'MH-BT02', 'MH-GD01', '1.004194', '1.004222'}


PROCEDURE_HEADS = ['Đơn vị', 'Mã thủ tục', 'Tên thủ tục', 'Từ ngày', 'Đến ngày', 'Lĩnh vực', 'Quyết định công bố', 'Ngày hiệu lực của văn bản', 'Công bố đúng hạn',
                   'Công khai đúng hạn', 'Đã công khai', 'Đủ 7 bộ phận', 'Đối tượng', 'Mức dịch vụ công', 'Thời hạn giải quyết', 'Có nghĩa vụ tài chính',
                   'Phí, lệ phí', 'Thanh toán trực tuyến trên Cổng', 'Phải trả kết quả', 'Kết nối dữ liệu dân cư', 'Thành phần hồ sơ', 'Các bước nội bộ và thời hạn']


def procedure_rows(days, units):
    """The register of procedures, each version of them a row with its days, as `dieuhanh register import procedure` takes it."""
    begin = days.first - 30 * DAY
    for unit in units:
        for number, (code, name, term, _, net, _) in enumerate(PROCEDURES):
            rng = random.Random('procedure %s %d' % (code, days.seed))
            changed, new_term = VERSIONS.get(code, (None, None))
            versions = [(begin, changed - DAY, term), (changed, None, new_term)] if changed and changed > begin else [(begin, None, term)]
            level = 'toàn trình' if net > 0.5 else 'một phần' if net > 0.1 else 'trực tiếp'
            free = code in FREE
            fee = '' if free else str(rng.choice((2000, 8000, 15000, 50000, 75000, 100000)))
            for version, (first, last, days_of_work) in enumerate(versions):
                hours = max(days_of_work, 1) * 8
                yield {'Đơn vị': unit, 'Mã thủ tục': code, 'Tên thủ tục': name, 'Từ ngày': first.isoformat(), 'Đến ngày': last.isoformat() if last else '',
                       'Lĩnh vực': next((a for k, a in AREAS.items() if code.startswith(k)), 'Hộ tịch'),
                       'Quyết định công bố': '%d/QĐ-UBND' % (100 + 37 * number + 500 * version), 'Ngày hiệu lực của văn bản': first.isoformat(),
                       'Công bố đúng hạn': 'có' if rng.random() < 0.95 else 'không', 'Công khai đúng hạn': 'có' if rng.random() < 0.93 else 'không', 'Đã công khai': 'có',
                       'Đủ 7 bộ phận': 'có' if rng.random() < 0.9 else 'không', 'Đối tượng': 'doanh nghiệp' if code.startswith('MH-KD') else 'người dân',
                       'Mức dịch vụ công': level, 'Thời hạn giải quyết': '%d ngày làm việc' % max(days_of_work, 1), 'Có nghĩa vụ tài chính': 'không' if free else 'có',
                       'Phí, lệ phí': fee, 'Thanh toán trực tuyến trên Cổng': 'có' if not free and level != 'trực tiếp' else 'không', 'Phải trả kết quả': 'có',
                       'Kết nối dữ liệu dân cư': 'có' if rng.random() < 0.7 else 'không', 'Thành phần hồ sơ': 'Đơn theo mẫu; giấy tờ kèm theo',
                       'Các bước nội bộ và thời hạn': 'Tiếp nhận: 2 giờ; Giải quyết: %d giờ; Ký duyệt: 2 giờ' % max(hours - 4, 2)}


def widen(row, months_of_first):
    """What the index of Quyết định 766 asks of a dossier, from numbers of its own: the rest of the list stays as it is."""
    rng = random.Random(row['Mã hồ sơ'])
    net, done = row['Kênh tiếp nhận'] == 'Trực tuyến', bool(row.get('Ngày xử lý xong'))
    later = min(0.25, 0.02 * months_of_first(row))
    yes = lambda chance: 'có' if rng.random() < chance else 'không'
    free = row['Mã TTHC'] in FREE
    row['Tài chính'] = 'không phải nộp' if free else 'đã nộp' if done or rng.random() < 0.8 else 'chưa nộp'
    paid = not free and row['Tài chính'] == 'đã nộp' and rng.random() < (0.75 if net else 0.2)
    row['Thanh toán'] = ('dvcqg' if rng.random() < 0.8 else 'bnđp') if paid else 'không'
    row['Phải trả kết quả'] = 'có'
    if done and rng.random() < (0.9 if net else 0.55) + later / 2:
        row['Kết quả điện tử'] = 'kq/%s.pdf' % row['Mã hồ sơ']
    row['Số hóa thành phần'] = yes((0.97 if net else 0.6) + later / 4)
    row['Tái sử dụng'] = yes(0.2 + later)
    row['Lấy từ kho'] = yes(0.1 + later)
    row['Dữ liệu dân cư'] = yes(0.5 + later)
    row['Đồng bộ'] = 'đã đồng bộ' if rng.random() < 0.985 else 'chưa đồng bộ'
    if done and rng.random() < 0.15:
        row['Đánh giá'] = rng.choices(('rất hài lòng', 'hài lòng', 'bình thường', 'không hài lòng'), (45, 42, 10, 3))[0]
    return row


def tasks(rng, days, units, count):
    per_day = share_out(count, [0.4 + rng.expovariate(1.0) for _ in days.open])
    symbol, number = 100, 0
    for day, n in zip(days.open, per_day):
        while n > 0:
            together = min(n, 1 + int(rng.expovariate(0.5)))  # one document gives several
            n -= together
            symbol += rng.randrange(1, 4)
            thing = rng.choice(THINGS)
            for clause in range(1, together + 1):
                number += 1
                yield task_row(rng, days, day, number, symbol, clause, thing, units)


def task_row(rng, days, day, number, symbol, clause, thing, units):
    term = rng.choice((5, 7, 7, 10, 15, 15, 20, 30, 45, 60))
    due = days.after(day, term) if rng.random() > 0.07 else None
    need = term * rng.lognormvariate(-0.25, 0.5)
    if rng.random() < 0.03:
        need = term * (1 + rng.paretovariate(1.4))
    done = days.after(day, min(150, max(1, int(need))))
    row = {'Mã nhiệm vụ': 'NV-%d-%04d' % (days.first.year, number), 'Nội dung nhiệm vụ': '%s %s' % (rng.choice(VERBS), thing),
           'Văn bản giao': '%d/%s-UBND' % (symbol, rng.choice(('KH', 'CV', 'TB', 'QĐ'))), 'Điểm, khoản': 'điểm %d' % clause, 'Ngày giao': shown(day),
           'Cơ quan chủ trì': rng.choices(units, [1 / (1 + i) ** 0.5 for i in range(len(units))])[0], 'Người giao': rng.choices(GIVERS, (5, 3, 2))[0],
           'Người phụ trách': 'Cán bộ %d' % rng.randrange(1, 25), 'Hạn': shown(due) if due else '',
           'Độ khẩn': rng.choices(('thường', 'khẩn', 'thượng khẩn', 'hỏa tốc'), (80, 14, 4, 2))[0]}
    if done > days.last:
        row['Trạng thái'] = rng.choices(('Đang thực hiện', 'Chờ duyệt kết quả', 'Thực hiện lại', 'Chưa nhận', 'Tạm hoãn'), (66, 12, 7, 12, 3))[0]
    elif rng.random() < 0.02:
        row.update({'Trạng thái': rng.choice(('Thu hồi', 'Hủy')), 'Ngày hoàn thành': shown(done)})
    else:
        row.update({'Trạng thái': 'Hoàn thành', 'Ngày hoàn thành': shown(done)})
    return row


SUBJECTS_OF_FEEDBACK = [  # what it is about, how often, how many working days it takes on a usual day
    ('hạ tầng, môi trường', ('Rác thải ùn ứ', 'Ngập nước sau mưa', 'Đèn đường hỏng', 'Lấn chiếm vỉa hè', 'Tiếng ồn ban đêm', 'Nắp cống hư hỏng'), 60, 4),
    ('thủ tục hành chính', ('Chậm trả kết quả', 'Hướng dẫn hồ sơ chưa rõ', 'Không nộp được hồ sơ trực tuyến'), 20, 5),
    ('cán bộ, công chức', ('Thái độ phục vụ', 'Không có người trực tiếp nhận'), 6, 8),
    ('quy định hành chính', ('Thành phần hồ sơ chồng chéo', 'Biểu mẫu không thống nhất'), 4, 9),
    ('khác', ('Đề nghị cung cấp thông tin', 'Góp ý'), 10, 4),
]
LETTERS = [('khiếu nại', ('Khiếu nại quyết định xử phạt', 'Khiếu nại việc cấp giấy chứng nhận', 'Khiếu nại phương án bồi thường'), 18, 5),
           ('phản ánh, kiến nghị', ('Kiến nghị sửa chữa hẻm', 'Phản ánh xây dựng không phép', 'Kiến nghị về trật tự chợ'), 62, 6),
           ('đơn khác', ('Đơn xin xác nhận', 'Đơn tranh chấp hàng xóm'), 20, 4)]


def feedback(rng, days, units, count):
    """Reports of citizens: heaps behind heavy rain, few on a quiet day; some who were answered complain again."""
    rain = {day: 1 + 2.5 * (day.month in (6, 7, 8, 9, 10) and rng.random() < 0.12) for day in days.open}
    per_day = share_out(count, [days.busy(d) * rain[d] * rng.uniform(0.6, 1.4) for d in days.open])
    number = 0
    for day, n in zip(days.open, per_day):
        for _ in range(n):
            number += 1
            subject, words, _, usual = rng.choices(SUBJECTS_OF_FEEDBACK, [s[2] for s in SUBJECTS_OF_FEEDBACK])[0]
            yield feedback_row(rng, days, day, number, subject, rng.choice(words), usual * max(1.0, rain[day] / 2), units)


def feedback_row(rng, days, day, number, subject, words, usual, units):
    done = days.after(day, min(120, max(1, int(usual * rng.lognormvariate(0.0, 0.6) + (rng.random() < 0.02) * 15 * rng.paretovariate(1.5)))))
    row = {'Mã phản ánh': 'PA-%d-%05d' % (day.year, number), 'Nội dung': words, 'Về': subject, 'Đơn vị xử lý': rng.choice(units),
           'Kênh': rng.choices(('ứng dụng', 'tổng đài', 'Cổng Dịch vụ công quốc gia', 'trực tiếp', 'khác'), (55, 22, 12, 8, 3))[0],
           'Ngày gửi': shown(day), 'Ngày tiếp nhận': shown(day)}
    chance = rng.random()
    if chance < 0.03:
        row.update({'Trạng thái': 'Từ chối', 'Ngày trả lời': shown(day)})
    elif done > days.last:
        row['Trạng thái'] = 'Mới tiếp nhận' if chance < 0.15 else 'Đang xử lý'
    else:
        row.update({'Trạng thái': 'Đã công khai' if rng.random() < 0.9 else 'Đã trả lời, chờ công khai', 'Ngày trả lời': shown(done)})
        if rng.random() < 0.4:
            late = (done - day).days > 20
            row['Người phản ánh đánh giá'] = rng.choices(('rất hài lòng', 'hài lòng', 'chấp nhận', 'không hài lòng'), (5, 20, 25, 50) if late else (30, 45, 15, 10))[0]
            row['Phản ánh lại'] = 'có' if row['Người phản ánh đánh giá'] == 'không hài lòng' and rng.random() < 0.5 else 'không'
    return row


def letters(rng, days, units, count):
    """Letters come in on the days on which citizens are received, and in heaps when many sign."""
    per_day = share_out(count, [rng.expovariate(1.0) * (1.8 if d.day in (5, 15, 25) else 1.0) for d in days.open])
    number = 0
    for day, n in zip(days.open, per_day):
        for _ in range(n):
            number += 1
            kind, words, _, usual = rng.choices(LETTERS, [x[2] for x in LETTERS])[0]
            done = days.after(day, max(1, int(usual * rng.lognormvariate(-0.1, 0.5))))
            row = {'Số đơn': 'DT-%d-%04d' % (day.year, number), 'Nội dung': rng.choice(words), 'Loại đơn': kind, 'Đơn vị xử lý': rng.choice(units),
                   'Số người': 1 if rng.random() < 0.9 else 2 + int(rng.expovariate(0.15)), 'Ngày nhận đơn': shown(day), 'Ngày tiếp nhận': shown(day),
                   'Đơn đến từ': rng.choices(('trực tiếp', 'bưu chính', 'tiếp công dân', 'cơ quan khác chuyển đến', 'trực tuyến'), (35, 25, 20, 12, 8))[0]}
            if done > days.last:
                row['Trạng thái'] = rng.choice(('Đã tiếp nhận', 'Đã phân loại, đang xử lý'))
            else:
                ends = {'khiếu nại': ('Đã thụ lý', 'Đã hướng dẫn', 'Đã trả lại đơn'), 'phản ánh, kiến nghị': ('Đã trả lời', 'Đã chuyển cơ quan có thẩm quyền')}
                row.update({'Trạng thái': rng.choice(ends.get(kind, ('Đã trả lời', 'Lưu, không xử lý'))), 'Ngày kết thúc': shown(done)})
            yield row


# Field of projects, what is built, how often, total investment in triệu đồng (middle of a long-tailed spread).
WORKS = [
    ('giao thông khác', ('Nâng cấp, mở rộng hẻm', 'Cải tạo vỉa hè đường', 'Xây dựng cầu dân sinh rạch'), 90, 9000),
    ('cấp thoát nước, xử lý rác, hạ tầng kỹ thuật khác', ('Lắp đặt cống thoát nước hẻm', 'Chiếu sáng công cộng hẻm', 'Cải tạo rạch'), 60, 12000),
    ('giáo dục', ('Sửa chữa Trường Tiểu học', 'Xây dựng mới Trường Mầm non', 'Cải tạo Trường THCS'), 45, 38000),
    ('y tế', ('Cải tạo Trạm Y tế',), 10, 9000),
    ('văn hóa, xã hội, thông tin', ('Xây dựng nhà văn hóa khu phố', 'Tôn tạo di tích'), 18, 7000),
    ('du lịch, thể dục, thể thao', ('Cải tạo công viên', 'Sân thể thao khu phố'), 14, 8000),
    ('dân dụng khác', ('Sửa chữa trụ sở', 'Cải tạo chợ'), 20, 11000),
    ('khoa học, môi trường, công nghệ thông tin', ('Hệ thống camera an ninh', 'Trang thiết bị một cửa'), 12, 5000),
]
FUNDS = (('ngân sách phường', 55), ('thành phố hỗ trợ', 30), ('ngân sách thành phố', 12), ('nhân dân đóng góp', 3))
# What of a year's money is paid in which month, January of the next year at the end: little in spring, a heap in December.
SEASON = (2, 1, 4, 6, 7, 9, 7, 8, 9, 12, 14, 16, 6)


def make_projects(seed, days, units, count):
    rng = random.Random('projects %d' % seed)
    for number in range(1, count + 1):
        sector, names, _, middle = rng.choices(WORKS, [w[2] for w in WORKS])[0]
        begun = days.last.year - rng.choices((3, 2, 1, 0), (10, 20, 38, 32))[0]
        total = max(400, int(middle * 0.6 * rng.lognormvariate(0, 0.7) / 50) * 50)
        decided = datetime.date(begun - 1, 9, 1) + DAY * min(rng.randrange(0, 200), rng.randrange(0, 500))
        decided = min(decided, days.last - 20 * DAY)
        years = 1 if total < 15000 else 2 if total < 80000 else 3
        due = decided.replace(day=28) + DAY * (330 * years + rng.randrange(0, 120))
        speed = min(1.35, max(0.0, rng.betavariate(5, 1.4) * 1.25))  # how much of what was planned gets done; a few stand still
        if rng.random() < 0.06:
            speed = 0.0
        yield {'number': 'DA-%d-%03d' % (begun, number), 'title': '%s %s' % (rng.choice(names), rng.choice(('số %d' % rng.randrange(2, 400), 'khu phố %d' % rng.randrange(1, 40)))),
               'sector': sector, 'begun': begun, 'total': total, 'decided': decided, 'due': due, 'years': years, 'speed': speed,
               'unit': rng.choices(units, [1 / (1 + i) ** 0.7 for i in range(len(units))])[0], 'fund': rng.choices(FUNDS, [f[1] for f in FUNDS])[0][0],
               'investor': rng.choices(('Ban Quản lý dự án phường', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Ban Quản lý dự án thành phố'), (6, 3, 1))[0]}


def projects(rng, days, units, count):
    for p in make_projects(days.seed, days, units, count):
        over = p['due'] < days.last
        state = 'Đang thực hiện' if p['decided'] < days.last - 60 * DAY else 'Đã phê duyệt dự án'
        row = {'Số dự án': p['number'], 'Tên dự án': p['title'], 'Đơn vị': p['unit'], 'Lĩnh vực': p['sector'], 'Tổng mức đầu tư': '%d' % (p['total'] * 1000000),
               'Chủ đầu tư': p['investor'], 'Quyết định đầu tư số': '%d/QĐ-UBND' % rng.randrange(10, 900), 'Ngày quyết định đầu tư': shown(p['decided']),
               'Ngày đề xuất': shown(days.open_from(max(days.first, p['decided'])) if p['decided'] >= days.first else p['decided']), 'Hạn hoàn thành': shown(p['due'])}
        if over and p['speed'] > 0.75 and rng.random() < 0.8:
            state = 'Đã bàn giao đưa vào sử dụng' if rng.random() < 0.5 else 'Đã quyết toán'
        elif p['speed'] == 0.0 and rng.random() < 0.2:
            state = 'Tạm dừng'
        row['Trạng thái'] = state
        if state == 'Đã quyết toán':
            row['Ngày quyết toán'] = shown(min(days.last, p['due'] + DAY * rng.randrange(20, 90)))
            row['Giá trị quyết toán'] = '%d' % (p['total'] * rng.uniform(0.93, 1.0) * 1000000)
        yield row


def capital_of(rng, days, p):
    """Lines of one project: plans and vouchers in triệu đồng, in the order of their days."""
    voucher, left = 0, p['total']
    for year in range(p['begun'], days.last.year + 1):
        if left <= 0 or year > p['due'].year:
            return
        plan = min(left, max(100, int(p['total'] / p['years'] * rng.uniform(0.85, 1.1))))
        day = max(datetime.date(year, 1, 8) if year > p['begun'] else p['decided'] + 5 * DAY, datetime.date(year, 1, 8))
        if day > days.last:
            return
        yield (day, 'Kế hoạch giao', year, plan, '%d/NQ-HĐND' % rng.randrange(5, 60), 'HĐND giao')
        if rng.random() < 0.18 and datetime.date(year, 7, 15) > day and datetime.date(year, 7, 15) <= days.last:
            change = -int(plan * rng.uniform(0.1, 0.4)) if p['speed'] < 0.6 else int(min(left - plan, plan * rng.uniform(0.05, 0.3)))
            if change:
                plan += change
                yield (datetime.date(year, 7, 15), 'Điều chỉnh', year, change, '%d/QĐ-UBND' % rng.randrange(900, 1900), '')
        done, goal, open_advance = 0, int(plan * min(1.0, p['speed'])), 0
        months = [m for m in range(13) if datetime.date(year + m // 12, m % 12 + 1, 20) > day]
        weights = [SEASON[m] for m in months]
        for m, part in zip(months, share_out(goal, weights) if months else []):
            paid_on = datetime.date(year + m // 12, m % 12 + 1, 6) + DAY * rng.randrange(0, 21)
            if part < 30 or paid_on > days.last or paid_on < day or rng.random() < 0.3:
                continue
            voucher += 1
            sort = 'Tạm ứng' if not done and rng.random() < 0.5 else 'Thanh toán khối lượng hoàn thành'
            done += part
            open_advance += part if sort == 'Tạm ứng' else 0
            yield (paid_on, sort, year, part, 'GRT-%s-%02d' % (p['number'][3:], voucher), '')
            if sort != 'Tạm ứng' and open_advance > 0:
                back = min(open_advance, part // 3)
                open_advance, done = open_advance - back, done - back
                if back:
                    yield (paid_on, 'Thu hồi tạm ứng', year, back, 'GTT-%s-%02d' % (p['number'][3:], voucher), '')
        left -= done
        stated = min(days.last, datetime.date(year + 1, 2, 5))
        if done and rng.random() < 0.6 and stated > day:
            yield (stated, 'Kho bạc xác nhận', year, done if rng.random() < 0.85 else int(done * rng.uniform(0.85, 0.99)), '', '')
        if year < days.last.year and goal - done > 200 and rng.random() < 0.5 and datetime.date(year + 1, 2, 20) <= days.last:
            yield (datetime.date(year + 1, 2, 20), 'Kéo dài', year, goal - done, '%d/QĐ-UBND' % rng.randrange(100, 400), '')
            late = datetime.date(year + 1, 3, 2) + DAY * rng.randrange(0, 120)
            if late <= days.last:
                voucher += 1
                yield (late, 'Thanh toán khối lượng hoàn thành', year, (goal - done) // 2, 'GRT-%s-%02d' % (p['number'][3:], voucher), '')
                left -= (goal - done) // 2


def capital(rng, days, units, count):
    for p in make_projects(days.seed, days, units, count):
        for day, sort, year, amount, number, layer in capital_of(rng, days, p):
            yield {'Dự án': p['number'], 'Loại': sort, 'Năm': year, 'Nguồn vốn': '' if sort == 'Kho bạc xác nhận' else p['fund'], 'Số tiền (triệu đồng)': amount,
                   'Ngày': shown(day), 'Số chứng từ': number, 'Cấp giao': layer}


SUBJECTS = [
    ('dossiers', 60000, 'ho-so.csv', dossiers,
     ['Mã hồ sơ', 'Mã TTHC', 'Tên TTHC', 'Đơn vị xử lý', 'Kênh tiếp nhận', 'Ngày tiếp nhận', 'Thời hạn', 'Ngày hẹn trả', 'Ngày xử lý xong',
      'Ngày trả kết quả', 'Trạng thái', 'Ngày chuyển trạng thái', 'Cán bộ xử lý', 'Ngày đồng bộ']),
    ('tasks', 5000, 'nhiem-vu.csv', tasks,
     ['Mã nhiệm vụ', 'Nội dung nhiệm vụ', 'Văn bản giao', 'Điểm, khoản', 'Ngày giao', 'Cơ quan chủ trì', 'Người giao', 'Người phụ trách', 'Hạn',
      'Ngày hoàn thành', 'Trạng thái', 'Độ khẩn']),
    ('feedback', 3400, 'phan-anh.csv', feedback,
     ['Mã phản ánh', 'Nội dung', 'Về', 'Đơn vị xử lý', 'Kênh', 'Ngày gửi', 'Ngày tiếp nhận', 'Ngày trả lời', 'Trạng thái', 'Người phản ánh đánh giá',
      'Phản ánh lại']),
    ('letters', 600, 'don-thu.csv', letters,
     ['Số đơn', 'Nội dung', 'Loại đơn', 'Đơn vị xử lý', 'Số người', 'Ngày nhận đơn', 'Ngày tiếp nhận', 'Đơn đến từ', 'Ngày kết thúc', 'Trạng thái']),
    ('projects', 300, 'du-an.csv', projects,
     ['Số dự án', 'Tên dự án', 'Đơn vị', 'Lĩnh vực', 'Tổng mức đầu tư', 'Chủ đầu tư', 'Quyết định đầu tư số', 'Ngày quyết định đầu tư', 'Ngày đề xuất',
      'Hạn hoàn thành', 'Trạng thái', 'Ngày quyết toán', 'Giá trị quyết toán']),
    ('capital', None, 'von-dau-tu.csv', capital,  # of as many projects as there are
     ['Dự án', 'Loại', 'Năm', 'Nguồn vốn', 'Số tiền (triệu đồng)', 'Ngày', 'Số chứng từ', 'Cấp giao']),
]


WIDE = ['Tài chính', 'Thanh toán', 'Phải trả kết quả', 'Kết quả điện tử', 'Số hóa thành phần', 'Tái sử dụng', 'Lấy từ kho', 'Dữ liệu dân cư', 'Đồng bộ', 'Đánh giá']


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    for name, count, *_ in SUBJECTS:
        parser.add_argument('--' + name, type=int, default=count)
    parser.add_argument('--from', dest='first', type=datetime.date.fromisoformat, default=datetime.date(2025, 7, 1))
    parser.add_argument('--to', dest='last', type=datetime.date.fromisoformat, default=datetime.date(2026, 6, 30))
    parser.add_argument('--unit', default='26740')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--procedures', action='store_true',
                        help='also FOLDER/thu-tuc.csv, the register of procedures with its versions; dossiers take their terms from it')
    parser.add_argument('--wide', action='store_true', help='dossiers with what the index of Quyết định 766 asks')
    asked = parser.parse_args()
    os.makedirs(asked.folder, exist_ok=True)
    days = Days(asked.first, asked.last)
    days.seed, days.procedures = asked.seed, asked.procedures
    units = asked.unit.split(';')
    if asked.procedures:
        with open(os.path.join(asked.folder, 'thu-tuc.csv'), 'w', encoding='utf-8', newline='') as f:
            out = csv.DictWriter(f, PROCEDURE_HEADS, restval='', lineterminator='\n')
            out.writeheader()
            out.writerows(procedure_rows(days, units))

    def months(row):
        day = datetime.datetime.strptime(row['Ngày tiếp nhận'][:10], '%d/%m/%Y')
        return (day.year - asked.first.year) * 12 + day.month - asked.first.month

    for name, _, path, make, heads in SUBJECTS:
        count = getattr(asked, name)
        if name == 'capital' and count is None:
            count = asked.projects
        if not count:
            continue
        rng = random.Random('%s %d' % (name, asked.seed))
        with open(os.path.join(asked.folder, path), 'w', encoding='utf-8', newline='') as f:
            wide = asked.wide and name == 'dossiers'
            out = csv.DictWriter(f, heads + WIDE if wide else heads, restval='', lineterminator='\n')
            out.writeheader()
            rows = make(rng, days, units, count)
            out.writerows((widen(row, months) for row in rows) if wide else rows)


main()

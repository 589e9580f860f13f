"""Writes calendar_expectations.json: calendars, and the appointments that other programs find in them.

usage: /usr/bin/python3 calendar_expectations.py
needs: python3-dateutil, python3-icalendar, python3-recurring-ical-events (Debian)

Rules are repeated by dateutil on the zone's own wall clock; whole files (moved, added and left-out
instances) by recurring-ical-events. One expectation is written as DAY START STOP UID on the
practice's clock.
"""
import datetime as dt
import json
import pathlib
import random
import zoneinfo

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

NEW_YORK = "America/New_York"
LENGTH = dt.timedelta(minutes=50)
MOST = 40


def days(text):
    first, last = text.split()
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last)


def line(start, stop, uid, practice):
    zone = zoneinfo.ZoneInfo(practice)
    start, stop = start.astimezone(zone), stop.astimezone(zone)
    return f"{start:%Y-%m-%d %H:%M} {stop:%H:%M} {uid}"


def calendar(*events, before=""):
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return (f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n{before}{body}"
            "END:VCALENDAR\n").replace("\n", "\r\n")


def by_rule(name, start, rule, window, zone=NEW_YORK, practice=None, excluded=()):
    """One series, repeated by dateutil."""
    practice = practice or zone
    wall = dt.datetime.strptime(start, "%Y%m%dT%H%M%S").replace(tzinfo=zoneinfo.ZoneInfo(zone))
    first, last = days(window)
    found = []
    for instance in rrulestr(rule, dtstart=wall):
        if instance.date() > last + dt.timedelta(days=2):
            break
        # By way of UTC: an hour that the clocks leap over is read with the offset before.
        instant = instance.astimezone(dt.timezone.utc)
        if instance.strftime("%Y%m%dT%H%M%S") in excluded:
            continue
        if first <= instant.astimezone(zoneinfo.ZoneInfo(practice)).date() <= last:
            found.append(line(instant, instant + LENGTH, "one", practice))
    exdates = "".join(f"EXDATE;TZID={zone}:{day}\n" for day in excluded)
    text = calendar(f"UID:one\nDTSTART;TZID={zone}:{start}\nDURATION:PT50M\n{exdates}RRULE:{rule}")
    return dict(name=name, calendar=text, practice=practice, first=str(first), last=str(last),
                expected=found)


def by_file(name, text, window, practice=NEW_YORK):
    """A whole file, read by recurring-ical-events."""
    first, last = days(window)
    wide = first - dt.timedelta(days=2), last + dt.timedelta(days=3)
    found = []
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(*wide):
        start, stop = event["DTSTART"].dt, event["DTEND"].dt
        if not isinstance(start, dt.datetime):
            continue
        if start.tzinfo is None:
            start, stop = (t.replace(tzinfo=zoneinfo.ZoneInfo(practice)) for t in (start, stop))
        if first <= start.astimezone(zoneinfo.ZoneInfo(practice)).date() <= last:
            found.append(line(start, stop, str(event["UID"]), practice))
    return dict(name=name, calendar=text, practice=practice, first=str(first), last=str(last),
                expected=sorted(found))


# RFC 5545, 3.8.5.3: every example whose parts are read.
STANDARD = [
    ("daily for 10 occurrences", "0902", "FREQ=DAILY;COUNT=10"),
    ("daily until December 24", "0902", "FREQ=DAILY;UNTIL=19971224T000000Z"),
    ("every other day", "0902", "FREQ=DAILY;INTERVAL=2"),
    ("every 10 days", "0902", "FREQ=DAILY;INTERVAL=10;COUNT=5"),
    ("every day in January, yearly", "19980101",
     "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA"),
    ("every day in January, daily", "19980101", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1"),
    ("weekly for 10 occurrences", "0902", "FREQ=WEEKLY;COUNT=10"),
    ("weekly until December 24", "0902", "FREQ=WEEKLY;UNTIL=19971224T000000Z"),
    ("every other week", "0902", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"),
    ("Tuesday and Thursday until", "0902",
     "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH"),
    ("Tuesday and Thursday counted", "0902", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH"),
    ("every other week on three days", "0901",
     "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR"),
    ("every other week on two days", "0902",
     "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH"),
    ("first Friday counted", "0905", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR"),
    ("first Friday until", "0905", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR"),
    ("first and last Sunday of every other month", "0907",
     "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU"),
    ("second-to-last Monday", "0922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO"),
    ("third-to-the-last day", "0928", "FREQ=MONTHLY;BYMONTHDAY=-3"),
    ("the 2nd and 15th", "0902", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15"),
    ("first and last day of the month", "0930", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1"),
    ("10th to 15th every 18 months", "0910",
     "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15"),
    ("every Tuesday of every other month", "0902", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU"),
    ("June and July", "0610", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7"),
    ("every other year in three months", "0310", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3"),
    ("20th Monday of the year", "0519", "FREQ=YEARLY;BYDAY=20MO"),
    ("every Thursday in March", "0313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH"),
    ("every Thursday in summer", "0605", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8"),
    ("Friday the 13th", "0902", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
    ("Saturday after the first Sunday", "0913",
     "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13"),
    ("election day", "19961105",
     "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"),
    ("third of three weekdays", "0904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3"),
    ("second-to-last weekday", "0929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"),
    ("week from Monday", "0805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"),
    ("week from Sunday", "0805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"),
    ("an invalid date is passed over", "20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"),
]


def standard():
    for name, day, rule in STANDARD:
        day = day if len(day) == 8 else "1997" + day
        year = int(day[:4])
        endless = "COUNT" not in rule and "UNTIL" not in rule
        last = year + (8 if "YEARLY" in rule or "13" in rule else 1 if endless else 15)
        yield by_rule("RFC: " + name, day + "T090000", rule, f"{year}-01-01 {last}-12-31",
                      excluded=["19970902T090000"] if name == "Friday the 13th" else [])


def clocks():
    weekly = "FREQ=WEEKLY;BYDAY=SU,MO"
    for zone, practice in [
        (NEW_YORK, NEW_YORK), ("Europe/Berlin", NEW_YORK), (NEW_YORK, "Europe/Berlin"),
        ("Asia/Kolkata", "America/St_Johns"), ("Australia/Lord_Howe", "Australia/Sydney"),
        ("Pacific/Auckland", NEW_YORK), ("America/Phoenix", "America/Denver"),
    ]:
        for window in ["2026-03-01 2026-04-12", "2026-09-25 2026-11-10"]:
            yield by_rule(f"{zone} seen from {practice}, {window}", "20240107T090000", weekly,
                          window, zone, practice)
    yield by_rule("an hour that the clocks leap over", "20260306T020500", "FREQ=DAILY;COUNT=5",
                  "2026-03-01 2026-03-31")
    yield by_rule("an hour that the clocks show twice", "20261030T010500", "FREQ=DAILY;COUNT=5",
                  "2026-10-01 2026-11-30")
    yield by_rule("twice, seen from UTC", "20261030T010500", "FREQ=DAILY;COUNT=5",
                  "2026-10-01 2026-11-30", practice="UTC")
    for zone, start in [("Europe/Berlin", "20260327T020500"), ("Europe/Berlin", "20261023T020500"),
                        ("Pacific/Auckland", "20260925T020500"),
                        ("Pacific/Auckland", "20260403T020500"),
                        (NEW_YORK, "20260306T033000"), (NEW_YORK, "20261030T033000"),
                        ("Pacific/Auckland", "20260926T153000")]:
        yield by_rule(f"clocks set in {zone}, {start}", start, "FREQ=DAILY;COUNT=5",
                      "2026-01-01 2026-12-31", zone, practice="UTC")
    yield by_rule("leap days", "20240229T100000", "FREQ=YEARLY", "2024-01-01 2060-01-01")
    yield by_rule("the 31st", "20260131T100000", "FREQ=MONTHLY", "2026-01-01 2028-12-31")
    yield by_rule("far ahead", "19700105T100000", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH",
                  "2090-01-01 2090-06-30")
    yield by_rule("counted from long ago", "20001225T100000", "FREQ=DAILY;INTERVAL=3;COUNT=3160",
                  "2026-10-01 2027-06-30")
    yield by_rule("until the very instant", "20261102T090000",
                  "FREQ=WEEKLY;UNTIL=20261130T140000Z", "2026-11-01 2026-12-31")
    yield by_rule("until a second before", "20261102T090000",
                  "FREQ=WEEKLY;UNTIL=20261130T135959Z", "2026-11-01 2026-12-31")


def chance():
    """Rules made up by chance, each from a day that it names."""
    chance = random.Random(5545)
    weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    def some(values, most):
        return ",".join(str(value) for value in chance.sample(list(values), chance.randint(1, most)))

    made = 0
    while made < 150:
        frequency = chance.choice(["DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"])
        parts = [f"FREQ={frequency}"]
        if chance.random() < 0.5:
            parts.append(f"INTERVAL={chance.randint(2, 5)}")
        if chance.random() < 0.4:
            parts.append("BYMONTH=" + some(range(1, 13), 5))
        if frequency != "WEEKLY" and chance.random() < 0.4:
            parts.append("BYMONTHDAY=" + some([*range(-31, 0), *range(1, 32)], 6))
        if chance.random() < 0.6:
            if frequency in ("MONTHLY", "YEARLY") and chance.random() < 0.5:
                most = 5 if frequency == "MONTHLY" or "BYMONTH=" in ";".join(parts) else 53
                nth = [n for n in range(-most, most + 1) if n]
                parts.append("BYDAY=" + ",".join(
                    f"{chance.choice(nth)}{chance.choice(weekdays)}"
                    for _ in range(chance.randint(1, 4))))
            else:
                parts.append("BYDAY=" + some(weekdays, 5))
        # dateutil counts positions in the first week from its start day on: not asked here.
        if frequency in ("MONTHLY", "YEARLY") and len(parts) > 2 and chance.random() < 0.4:
            if any(part.startswith("BY") for part in parts):
                parts.append("BYSETPOS=" + some([-3, -2, -1, 1, 2, 3], 2))
        if chance.random() < 0.4:
            parts.append(f"WKST={chance.choice(weekdays)}")
        if chance.random() < 0.3:
            parts.append(f"COUNT={chance.randint(1, 60)}")
        rule = ";".join(parts)
        begin = dt.datetime(2015, 1, 1, 9) + dt.timedelta(days=chance.randint(0, 3000))
        plain = ";".join(part for part in parts if not part.startswith("COUNT"))
        limit = begin + dt.timedelta(days=9000)
        start = next(iter(rrulestr(plain, dtstart=begin).xafter(begin, count=1, inc=True)), None)
        if start is None or start > limit or rrulestr(plain, dtstart=start)[0] != start:
            continue
        first = start.date() + dt.timedelta(days=chance.choice([0, 0, 100, 1500]))
        last = first + dt.timedelta(days=chance.choice([60, 400, 2000]))
        case = by_rule("by chance: " + rule, start.strftime("%Y%m%dT%H%M%S"), rule,
                       f"{first} {last}")
        if len(case["expected"]) > MOST:
            last = case["expected"][MOST - 1].split()[0]
            case = by_rule(case["name"], start.strftime("%Y%m%dT%H%M%S"), rule, f"{first} {last}")
        made += 1
        yield case


OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Eastern Standard Time (own)
BEGIN:STANDARD
DTSTART:19701101T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700308T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
END:DAYLIGHT
END:VTIMEZONE
"""

# The rules of New York as they were changed in 1987 and 2007 (RFC 5545, 3.6.5, first example).
CHANGED_ZONE = """BEGIN:VTIMEZONE
TZID:Old New York
BEGIN:DAYLIGHT
DTSTART:19870405T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4;UNTIL=20060402T070000Z
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
END:DAYLIGHT
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19671029T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20061029T060000Z
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
END:STANDARD
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
END:STANDARD
END:VTIMEZONE
"""


def described():
    """Zones that the file describes; the days are those of the same zone in the system's files."""
    for name, zone in [("Eastern Standard Time (own)", OWN_ZONE), ("Old New York", CHANGED_ZONE)]:
        for year in (1999, 2026) if zone is CHANGED_ZONE else (2026,):
            for first, last in [("03-01", "04-15"), ("10-20", "11-15")]:
                case = by_rule(f"{name}, {year}-{first}", f"{year}0105T090000",
                               "FREQ=DAILY;INTERVAL=2", f"{year}-{first} {year}-{last}",
                               practice="UTC")
                case["calendar"] = case["calendar"].replace(
                    "TZID=" + NEW_YORK, f'TZID="{name}"').replace(
                    "BEGIN:VEVENT", zone.replace("\n", "\r\n") + "BEGIN:VEVENT")
                yield case


def files():
    series = ("UID:a1\nDTSTART;TZID=America/New_York:20261102T090000\n"
              "DTEND;TZID=America/New_York:20261102T095000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH\n")
    moved = ("UID:a1\nRECURRENCE-ID;TZID=America/New_York:20261109T090000\n"
             "DTSTART;TZID=America/New_York:20261110T140000\n"
             "DTEND;TZID=America/New_York:20261110T145000\nSEQUENCE:1\n")
    moved_utc = moved.replace(";TZID=America/New_York:20261109T090000", ":20261109T140000Z")
    window = "2026-11-01 2026-11-30"
    yield by_file("a moved instance", calendar(series, moved), window)
    yield by_file("a moved instance that stands first", calendar(moved, series), window)
    yield by_file("a moved instance named in UTC", calendar(series, moved_utc), window)
    yield by_file("moved into the days asked for", calendar(series, moved),
                  "2026-11-10 2026-11-10")
    yield by_file("moved out of the days asked for", calendar(series, moved),
                  "2026-11-09 2026-11-09")
    yield by_file("left-out instances, in one line, several and UTC", calendar(
        series + "EXDATE;TZID=America/New_York:20261105T090000,20261112T090000\n"
        "EXDATE:20261116T140000Z\n"), window)
    yield by_file("added instances", calendar(
        series + "RDATE;TZID=America/New_York:20261106T160000,20261113T160000\n"), window)
    yield by_file("added and left out without a rule", calendar(
        "UID:r\nDTSTART:20261103T140000Z\nDTEND:20261103T145000Z\n"
        "RDATE:20261104T140000Z,20261105T140000Z\nEXDATE:20261104T140000Z\n"), window)
    yield by_file("a series in UTC moves on the wall when the clocks change", calendar(
        "UID:u\nDTSTART:20261026T130000Z\nDTEND:20261026T135000Z\nRRULE:FREQ=DAILY;COUNT=10\n"),
        "2026-10-20 2026-11-30")
    yield by_file("floating times are the practice's own", calendar(
        "UID:f\nDTSTART:20261026T130000\nDTEND:20261026T135000\nRRULE:FREQ=DAILY;COUNT=10\n"),
        "2026-10-20 2026-11-30")
    yield by_file("whole days are left out", calendar(
        "UID:d\nDTSTART;VALUE=DATE:20261105\nDTEND;VALUE=DATE:20261107\n",
        "UID:s\nDTSTART:20261105T150000Z\nDURATION:PT1H30M\n".replace(
            "DURATION:PT1H30M", "DTEND:20261105T163000Z")), window)
    folded = series.replace("DTSTART;TZID=America", "DTSTA\n RT;TZID=Am\n\terica").replace(
        "BYDAY=MO,TH", "BY\n DAY=MO,TH")
    yield by_file("folded lines", calendar(folded, moved), window)


def main():
    cases = [*standard(), *clocks(), *described(), *files(), *chance()]
    target = pathlib.Path(__file__).with_name("calendar_expectations.json")
    lines = ",\n".join(json.dumps(case, ensure_ascii=False, sort_keys=True) for case in cases)
    target.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(len(cases), "calendars,", sum(len(case["expected"]) for case in cases), "appointments")


if __name__ == "__main__":
    main()

"""Plainly invented people, for all program tests."""

import datetime

PRACTICE = "name: Dr. Ada Sample\ncredentials: LMFT\nlicence: LMFT 00000, California\n"
CLIENT = "name: Mara Example\nborn: 1988-04-12\npronouns: she\ndiagnosis: F41.1\n"
JOTTING = """s: ct rpts ↑ anx, slp 4-5h, denies SI/HI
o: mood anxious, affect congruent
measure: GAD-7 14 (was 16)
did: CBT thought record re work email
response: identified 2 distortions, engaged
a: anx maintained by avoidance
progress: improved
si: denied
hi: denied
self-harm: denied
risk: low
p: continue thought records daily
next: 11/30/2099 10:00
"""

def session_text():
    """A session of fifty minutes that ended a little while ago, within one day."""
    end = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=1)
    if end.hour == 0:
        end = end.replace(minute=0) - datetime.timedelta(minutes=1)
    start = end - datetime.timedelta(minutes=50)
    return (
        f"date: {start:%Y-%m-%d}\nstart: {start:%H:%M}\nstop: {end:%H:%M}\ntype: individual\n"
        "participants: client\nplace: 11\ncode: 90834\n"
    )


def authorization(items):
    """An authorization for an employer, signed today, that covers these items."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    return f"""discloser: practice
recipient: Jordan Hope
organization: Acme Widgets
recipient-named: name
recipient-kind: employer
items: {items}
period: all
purpose: employment
expires-on: 2099-03-01
signed-by: client
signed-on: {today}
revocation-statement: stated
conditioning-statement: nothing
redisclosure-statement: yes
conditioned: no
combined: alone
plain-language: yes
copy-given: yes
"""

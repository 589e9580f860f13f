"""What came of every disturbed call, written down where `VAULT_FAULT_LOG` says; and the table of it.

`python3 faults.py FILE` prints, for each operation and each disturbance, how many points were
tried and how they ended: in the state before, in the state after, and with which exit code.
"""

import collections
import json
import os
import sys

KINDS = {"signal=SIGKILL": "killed", "error=ENOSPC": "disk full", "error=EIO": "disk fails"}


def record(operation, effect, place, result, after):
    """One line for one disturbed run; `after` says whether the act was found done."""
    log = os.environ.get("VAULT_FAULT_LOG")
    if not log:
        return
    code = "killed" if effect.startswith("signal=") else result.code
    line = json.dumps({"operation": operation, "disturbance": KINDS[effect], "call": place.call,
                       "code": code, "after": bool(after)})
    with open(log, "a") as file:
        file.write(line + "\n")


def pick(places, most):
    """So many of them at the most, evenly: the first, the last, and between; the last of one."""
    if len(places) <= most:
        return places
    return [places[round((index + 1) * len(places) / most) - 1] for index in range(most)]


def table(lines):
    rows = collections.defaultdict(list)
    for line in lines:
        each = json.loads(line)
        rows[each["operation"], each["disturbance"]].append(each)
    heads = ["OPERATION", "DISTURBANCE", "POINTS", "BEFORE", "AFTER", "REFUSED WITH", "CALLS"]
    cells = [heads]
    for (operation, disturbance), found in sorted(rows.items()):
        codes = collections.Counter(str(each["code"]) for each in found
                                    if each["code"] not in (0, "killed"))
        after = sum(each["after"] for each in found)
        calls = collections.Counter(each["call"] for each in found)
        cells.append([
            operation, disturbance, str(len(found)), str(len(found) - after), str(after),
            ", ".join(f"{code}: {count}" for code, count in sorted(codes.items())) or "-",
            ", ".join(f"{call} {count}" for call, count in sorted(calls.items()))])
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip()
                     for row in cells)


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        print(table(file))

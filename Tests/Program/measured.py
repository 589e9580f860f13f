"""Runs a command and prints the most memory it ever had, in KiB.

A process of its own, because a child inherits the peak of the process that starts it.
"""

import os
import sys

_, status, usage = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ), 0)
print(usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))

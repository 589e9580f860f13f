"""A stick that lies, vanishes or can do little: a file system in a folder, by FUSE.

`python3 bad_stick.py PLACE STORE FAULT` keeps its files in STORE and shows them at PLACE. FAULT is a
file with one JSON object that is read again at each call: `does` says what is wrong, `files` which
names it concerns, `after` how many calls go well before. Each call but `release` is written into
FAULT.calls. Like FAT it has no links, no modes and no renaming that refuses to replace.
"""

import errno
import json
import os
import re
import sys

try:
    import fusepy as fuse
except ImportError:
    fuse = None

CHANGING = {"create", "write", "truncate", "rename", "unlink", "mkdir", "rmdir", "utimens"}
STATUS = ("st_atime", "st_mtime", "st_ctime", "st_mode", "st_nlink", "st_size")
ROOM = ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail",
        "f_namemax")


class Stick(fuse.Operations if fuse else object):
    def __init__(self, store, fault):
        self.store, self.fault = store, fault
        self.now, self.concerned = {}, False

    def __call__(self, call, path, *words):
        if call == "release":
            # The kernel sends it some time after the closing, so that it counts for nothing.
            return self.release(path, *words)
        with open(self.fault) as file:
            self.now = json.load(file)
        with open(f"{self.fault}.calls", "a+") as file:
            file.seek(0)
            before = len(file.readlines())
            file.write(f"{call} {json.dumps(path)}\n")
        does = self.now.get("does")
        if does == "vanish" and before >= self.now["after"]:
            raise fuse.FuseOSError(errno.ENODEV)
        if does == "refuse" and (call in CHANGING or call == "open" and words[0] & os.O_ACCMODE):
            raise fuse.FuseOSError(errno.EROFS)
        self.concerned = bool(re.search(self.now.get("files", ""), path))
        # What a method does not exist for, such as links and modes, is not permitted.
        if call in ("chmod", "chown", "link", "symlink"):
            raise fuse.FuseOSError(errno.EPERM)
        return getattr(self, call)(path, *words)

    def does(self, what):
        return self.concerned and self.now.get("does") == what

    def at(self, path):
        return self.store + path

    def getattr(self, path, handle=None):
        found = os.fstat(handle) if handle is not None else os.lstat(self.at(path))
        return {each: getattr(found, each) for each in STATUS} | {
            "st_mode": found.st_mode | 0o777, "st_uid": os.getuid(), "st_gid": os.getgid()}

    def readdir(self, path, handle):
        return [".", "..", *os.listdir(self.at(path))]

    def statfs(self, path):
        found = os.statvfs(self.store)
        return {each: getattr(found, each) for each in ROOM}

    def open(self, path, flags):
        return os.open(self.at(path), flags & ~(os.O_CREAT | os.O_EXCL))

    def create(self, path, mode, info=None):
        return os.open(self.at(path), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)

    def read(self, path, size, offset, handle):
        found = bytearray(os.pread(handle, size, offset))
        if self.does("zeros"):
            return bytes(len(found))
        place = os.fstat(handle).st_size // 2 - offset
        if self.does("flip") and 0 <= place < len(found):
            found[place] ^= 4
        return bytes(found)

    def write(self, path, content, offset, handle):
        if self.does("drop"):
            end = max(os.fstat(handle).st_size, offset + len(content))
            os.truncate(handle, end)
            return len(content)
        return os.pwrite(handle, content, offset)

    def truncate(self, path, length, handle=None):
        os.truncate(self.at(path) if handle is None else handle, length)

    def release(self, path, handle):
        os.close(handle)

    def rename(self, old, new):
        if not self.does("forget"):
            os.rename(self.at(old), self.at(new))

    def unlink(self, path):
        os.unlink(self.at(path))

    def mkdir(self, path, mode):
        os.mkdir(self.at(path), 0o700)

    def rmdir(self, path):
        os.rmdir(self.at(path))

    def utimens(self, path, times=None):
        os.utime(self.at(path), times)


if __name__ == "__main__":
    place, store, fault = sys.argv[1:]
    fuse.FUSE(Stick(store, fault), place, foreground=True, nothreads=True, hard_remove=True,
              attr_timeout=0, entry_timeout=0)

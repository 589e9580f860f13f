/* Calls of this platform that Swift cannot make by itself: variadic, or behind feature macros.
   No header of the system is included, because its types would then count to this module or to
   Glibc, depending on which file is compiled first. */

extern int prctl(int, ...);
extern int getsockopt(int, int, int, void *restrict, unsigned *restrict);

/* PR_SET_DUMPABLE of prctl(2) is 4. */
static inline int vault_set_not_dumpable(void) { return prctl(4, 0, 0, 0, 0); }

/* struct ucred of socket(7); SOL_SOCKET is 1 and SO_PEERCRED 17. */
static inline int vault_peer_user(int descriptor, unsigned *user) {
    struct { int pid; unsigned uid; unsigned gid; } peer = {0, 0, 0};
    unsigned length = sizeof peer;
    int status = getsockopt(descriptor, 1, 17, &peer, &length);
    *user = peer.uid;
    return status;
}

extern int renameat2(int, const char *, int, const char *, unsigned);

/* RENAME_NOREPLACE of rename(2) is 1. */
static inline int vault_rename_without_replacing(int folder, const char *from, const char *to) {
    return renameat2(folder, from, folder, to, 1);
}

extern int ppoll(void *, unsigned long, const void *, const void *);

/* struct pollfd of poll(2); POLLIN is 1. While it waits, only the signals of `blocked` are. */
static inline int vault_wait_for_input(int descriptor, const void *blocked) {
    struct { int descriptor; short events; short revents; } wanted = {descriptor, 1, 0};
    return ppoll(&wanted, 1, 0, blocked);
}

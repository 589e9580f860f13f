/* Calls of this platform that Swift cannot make by itself: variadic, or behind feature macros.
   Feature macros are not set here, because they would change types that other modules share. */
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>

static inline int vault_set_not_dumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/* struct ucred of socket(7). */
static inline int vault_peer_user(int descriptor, unsigned *user) {
    struct { int pid; unsigned uid; unsigned gid; } peer = {0, 0, 0};
    socklen_t length = sizeof peer;
    int status = getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length);
    *user = peer.uid;
    return status;
}

extern int renameat2(int, const char *, int, const char *, unsigned);

/* RENAME_NOREPLACE of rename(2) is 1. */
static inline int vault_rename_without_replacing(int folder, const char *from, const char *to) {
    return renameat2(folder, from, folder, to, 1);
}

#include <sqlite3.h>

/* sqlite3_db_config is variadic, which Swift cannot call. */
static inline int vault_sqlite_defensive(sqlite3 *database) {
    int now = 0;
    return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, &now);
}

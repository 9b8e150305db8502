// args: -std=c11 -isystem {fixtures}/include
// The C interfaces of embedded databases, from C.
#include <lmdb.h>
#include <sqlite3.h>
#include <stddef.h>

#define DATABASE "/var/lib/c/app.db"

void sqliteBad(void) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(DATABASE, &Db) != SQLITE_OK) // expect: stateless-local-file-write "/var/lib/c/app.db" confidence likely
    return;
  sqlite3_close(Db);
}

void lmdbBad(MDB_env *Env) {
  mdb_env_open(Env, "./lmdb", 0, 0664); // expect: stateless-local-file-write "lmdb"
}

void sqliteOk(void) {
  sqlite3 *Db = NULL;
  sqlite3_open(":memory:", &Db);
  sqlite3_exec(Db, "CREATE TABLE t (x)", NULL, NULL, NULL);
  sqlite3_close(Db);
}

void lmdbOk(MDB_env *Env) { mdb_env_open(Env, "/tmp/lmdb", 0, 0664); }

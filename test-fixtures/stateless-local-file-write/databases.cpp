// args: -std=c++17 -isystem {fixtures}/include
// Embedded databases keep their data on the local disk.
#include <cstdlib>
#include <leveldb/db.h>
#include <lmdb.h>
#include <rocksdb/db.h>
#include <sqlite3.h>
#include <string>

void sqliteBad() {
  sqlite3 *Db = nullptr;
  if (sqlite3_open("/var/lib/app/open.db", &Db) == SQLITE_OK) // expect: stateless-local-file-write "/var/lib/app/open.db" confidence likely
    sqlite3_close(Db);
}

void sqliteRelativeBad() {
  sqlite3 *Db = nullptr;
  sqlite3_open("relative.db", &Db); // expect: stateless-local-file-write "relative.db" confidence likely
  sqlite3_close(Db);
}

void sqliteFlagsBad() {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2("/var/lib/app/v2.db", &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr); // expect: stateless-local-file-write "/var/lib/app/v2.db"
  sqlite3_close(Db);
}

void sqliteConfiguredBad() {
  sqlite3 *Db = nullptr;
  sqlite3_open(std::getenv("APP_DB"), &Db); // expect: stateless-local-file-write "configurable" confidence possible
  sqlite3_close(Db);
}

void leveldbBad() {
  leveldb::DB *Db = nullptr;
  leveldb::Options Options;
  Options.create_if_missing = true;
  leveldb::DB::Open(Options, "/var/lib/app/level", &Db); // expect: stateless-local-file-write "/var/lib/app/level" confidence likely
  delete Db;
}

void rocksdbBad() {
  rocksdb::DB *Db = nullptr;
  const std::string Path = "/var/lib/app/rocks";
  if (!rocksdb::DB::Open(rocksdb::Options(), Path, &Db).ok()) // expect: stateless-local-file-write "/var/lib/app/rocks" confidence likely
    return;
  delete Db;
}

void lmdbBad() {
  MDB_env *Env = nullptr;
  mdb_env_create(&Env);
  mdb_env_open(Env, "/var/lib/app/lmdb", 0, 0664); // expect: stateless-local-file-write "/var/lib/app/lmdb" confidence likely
  mdb_env_close(Env);
}

void sqliteMemoryOk() {
  sqlite3 *Db = nullptr;
  sqlite3_open(":memory:", &Db);
  sqlite3_close(Db);
}

void sqliteTemporaryOk() {
  sqlite3 *Db = nullptr;
  sqlite3_open("/tmp/app.db", &Db);
  sqlite3_close(Db);
}

void sqliteReadOnlyOk() {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2("/var/lib/app/v2.db", &Db, SQLITE_OPEN_READONLY, nullptr);
  sqlite3_close(Db);
}

void leveldbTemporaryOk() {
  leveldb::DB *Db = nullptr;
  leveldb::DB::Open(leveldb::Options(), "/tmp/level", &Db);
  delete Db;
}

void rocksdbReadOnlyOk() {
  rocksdb::DB *Db = nullptr;
  rocksdb::DB::OpenForReadOnly(rocksdb::Options(), "/var/lib/app/rocks", &Db);
  delete Db;
}

void lmdbTemporaryOk() {
  MDB_env *Env = nullptr;
  mdb_env_create(&Env);
  mdb_env_open(Env, "/tmp/lmdb", 0, 0664);
  mdb_env_close(Env);
}

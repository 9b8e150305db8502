// args: -std=c++17 -isystem {fixtures}/include
// Database clients: the driver decides whether the data are in a local file, and
// the file's name is a part of a connection string.
#include <Poco/Data/Session.h>
#include <QSqlDatabase>
#include <cstdlib>
#include <drogon/drogon.h>
#include <soci/soci.h>

using drogon::orm::DbClient;

//===-- Drogon ------------------------------------------------------------===//

void drogonBad() {
  DbClient::newSqlite3Client("filename=/var/lib/shop/shop.db", 1); // expect: stateless-local-file-write "'drogon::orm::DbClient::newSqlite3Client' opens the local database '/var/lib/shop/shop.db'" confidence likely
}

void drogonNameBad(const std::string &Name) {
  DbClient::newSqlite3Client("filename=/var/lib/shop/" + Name, 1); // expect: stateless-local-file-write "'/var/lib/shop/...'"
}

void drogonConfiguredBad() {
  DbClient::newSqlite3Client("filename=" + std::string(std::getenv("SHOP_DB")), 1); // expect: stateless-local-file-write "configurable" confidence possible
}

void drogonFrameworkBad(drogon::HttpAppFramework &App) {
  App.createDbClient("sqlite3", "", 0, "", "", "", 1, "shop.db"); // expect: stateless-local-file-write "'shop.db'"
}

void drogonOk(drogon::HttpAppFramework &App) {
  DbClient::newSqlite3Client("filename=:memory:", 1);
  DbClient::newSqlite3Client("filename=/tmp/cache.db", 1);
  DbClient::newPgClient("host=db dbname=shop", 4);
  App.createDbClient("postgresql", "db", 5432, "shop", "me", "secret");
}

//===-- Poco --------------------------------------------------------------===//

using Poco::Data::Session;

void pocoBad() {
  Session Db("SQLite", "/var/lib/shop/poco.db"); // expect: stateless-local-file-write "'Poco::Data::Session' opens the local database '/var/lib/shop/poco.db'" confidence likely
}

void pocoKeyBad() {
  Session Db(Poco::Data::SQLite::Connector::KEY, "poco.db"); // expect: stateless-local-file-write "'poco.db'" confidence likely
}

void pocoUrlBad() {
  Session Db("SQLite:////var/lib/shop/url.db"); // expect: stateless-local-file-write "'/var/lib/shop/url.db'"
}

void pocoPoolBad() {
  Poco::Data::SessionPool Pool("sqlite", "/var/lib/shop/pool.db"); // expect: stateless-local-file-write "'/var/lib/shop/pool.db'"
}

void pocoAnyDriverBad(const std::string &Driver) {
  Session Db(Driver, "/var/lib/shop/any.db"); // expect: stateless-local-file-write "'Poco::Data::Session' may open the local database '/var/lib/shop/any.db'" "the driver is unknown" confidence possible
}

// Nothing is known of it.
void pocoUnknownBad(const std::string &Driver, const std::string &Where) {
  Session Db(Driver, Where); // expect: stateless-local-file-write "'Poco::Data::Session' may open" confidence possible
}

void pocoOk() {
  Session MySql("MySQL", "host=db;user=me");
  Session Key(Poco::Data::MySQL::Connector::KEY, "host=db;user=me");
  Session Url("PostgreSQL:///host=db user=me");
  Session Memory("SQLite", ":memory:");
  Session Temporary("SQLite", "/tmp/cache.db");
}

//===-- SOCI --------------------------------------------------------------===//

void sociFactoryBad() {
  soci::session Db(soci::sqlite3, "/var/lib/shop/soci.db"); // expect: stateless-local-file-write "'soci::session' opens the local database '/var/lib/shop/soci.db'" confidence likely
}

void sociKeysBad() {
  soci::session Db("sqlite3", "db=/var/lib/shop/keys.db timeout=2"); // expect: stateless-local-file-write "'/var/lib/shop/keys.db'"
}

void sociUrlBad() {
  soci::session Db("sqlite3://dbname=/var/lib/shop/url.db"); // expect: stateless-local-file-write "'/var/lib/shop/url.db'"
}

void sociOpenBad() {
  soci::session Db;
  Db.open(soci::sqlite3, "dbname=later.db"); // expect: stateless-local-file-write "'later.db'"
}

// Nothing is known of it.
void sociUnknownBad(const std::string &Where) {
  soci::session Db(Where); // expect: stateless-local-file-write "may open the local database at an unknown path" confidence possible
}

void sociOk() {
  soci::session Postgres(soci::postgresql, "dbname=shop host=db");
  soci::session Url("postgresql://dbname=shop host=db");
  soci::session Memory(soci::sqlite3, ":memory:");
  soci::session Temporary("sqlite3", "db=/tmp/cache.db");
}

//===-- Qt ----------------------------------------------------------------===//

void qtBad() {
  QSqlDatabase Db = QSqlDatabase::addDatabase("QSQLITE");
  Db.setDatabaseName("/var/lib/shop/qt.db"); // expect: stateless-local-file-write "'QSqlDatabase::setDatabaseName' opens the local database '/var/lib/shop/qt.db'" confidence likely
  Db.open();
}

void qtOk() {
  QSqlDatabase Server = QSqlDatabase::addDatabase("QPSQL");
  Server.setHostName("db");
  Server.setDatabaseName("shop");
  Server.open();
  QSqlDatabase Memory = QSqlDatabase::addDatabase("QSQLITE");
  Memory.setDatabaseName(":memory:");
}

// args: -std=c++17 -isystem {fixtures}/include
#include "file.h"

Database::Database(const char *Path) {
  if (sqlite3_open(Path, &Handle) != SQLITE_OK)
    Handle = nullptr;
}
Database::~Database() { sqlite3_close(Handle); }

#include "session_manager.h"

void SessionManager::open(const std::string &Id, const std::string &User) {
  std::lock_guard<std::mutex> Hold(Lock);
  sessions_bad[Id] = Session{User, 0};
}
bool SessionManager::visit(const std::string &Id) {
  std::lock_guard<std::mutex> Hold(Lock);
  auto It = sessions_bad.find(Id);
  if (It == sessions_bad.end())
    return false;
  ++It->second.Visits;
  return true;
}
void ImportBatch::add(const std::string &Line) { sessions_ok[Line].Visits++; }

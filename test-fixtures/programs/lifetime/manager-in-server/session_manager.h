#ifndef SESSION_MANAGER_H
#define SESSION_MANAGER_H

#include <mutex>
#include <string>
#include <unordered_map>

struct Session {
  std::string User;
  int Visits = 0;
};

class SessionManager {
public:
  void open(const std::string &Id, const std::string &User);
  bool visit(const std::string &Id);

private:
  std::mutex Lock;
  std::unordered_map<std::string, Session> sessions_bad; // expect: stateless-session-map "sessions_bad" "'POST /login'" "kept alive by 'TheServer' in 'main'" confidence proven
};

// The same map, in an object that one request makes and drops.
class ImportBatch {
public:
  void add(const std::string &Line);
  int size() const { return int(sessions_ok.size()); }

private:
  std::unordered_map<std::string, Session> sessions_ok;
};

#endif

#ifndef API_H
#define API_H

#include <httplib.h>
#include <string>
#include <vector>

struct Stats {
  int Runs = 0;
};

class Api {
public:
  void routes(httplib::Server &App);
  int calls() const { return Calls; }

private:
  int Calls = 0;
  std::string Prefix = "api";
};

void append(std::vector<std::string> &Lines, const std::string &Line);
void each(const std::vector<std::string> &Lines, const std::function<void(const std::string &)> &Do);

#endif

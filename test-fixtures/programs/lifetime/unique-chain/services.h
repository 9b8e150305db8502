#ifndef SERVICES_H
#define SERVICES_H

#include <map>
#include <memory>
#include <string>
#include <vector>

class TokenTable {
public:
  std::string issue(const std::string &User);
  bool knows(const std::string &Token) const { return TokensBad.count(Token) != 0; }

private:
  std::map<std::string, std::string> TokensBad; // expect: stateless-session-map "TokensBad" "'POST /token'" "kept alive by 'TheApp' in 'main'"
};
struct Auth {
  std::unique_ptr<TokenTable> Table = std::make_unique<TokenTable>();
};
struct Services {
  std::unique_ptr<Auth> TheAuth = std::make_unique<Auth>();
  std::vector<std::string> Names;
};
// Built and dropped while the program starts.
struct Probe {
  std::map<std::string, std::string> TokensOk;
  bool works();
};

#endif

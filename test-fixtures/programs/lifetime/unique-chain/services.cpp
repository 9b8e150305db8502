#include "services.h"

std::string TokenTable::issue(const std::string &User) {
  std::string Token = "t" + std::to_string(TokensBad.size());
  TokensBad.emplace(Token, User);
  return Token;
}
bool Probe::works() {
  TokensOk["probe"] = "probe";
  return TokensOk.size() == 1;
}

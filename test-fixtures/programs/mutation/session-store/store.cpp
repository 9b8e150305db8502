#include "store.h"

SessionStore &SessionStore::instance() {
  static SessionStore TheStore;
  return TheStore;
}
std::map<std::string, int> &carts() {
  static std::map<std::string, int> CartsBad; // expect: stateless-session-map "CartsBad" "'POST /cart'" confidence proven
  return CartsBad;
}
std::map<std::string, std::string> TokensBad; // expect: stateless-session-map "TokensBad" "'POST /login'" confidence proven
std::map<std::string, int> KnownTokensOk{{"bearer", 1}}; // expect-benign: stateless-session-map "never written"

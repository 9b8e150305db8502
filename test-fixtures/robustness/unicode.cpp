// Identifiers and text outside ASCII.
#include <fstream>

namespace größe {
int zählerBad; // expect: stateless-mutable-global "zählerBad"
const char *const 名前Ok = "状態";
} // namespace größe

void 増やす() { größe::zählerBad += 1; }

void schreibe() {
  std::ofstream Aus("/var/lib/zähler/状態.txt"); // expect: stateless-local-file-write "/var/lib/zähler/状態.txt"
  Aus << größe::名前Ok;
  const char8_t *Script = u8"𝔘𝔫𝔦𝔠𝔬𝔡𝔢";
  Aus << (Script != nullptr) << (L'\u00e9' != 0);
}

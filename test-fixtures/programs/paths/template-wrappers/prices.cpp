#include "json.h"

void savePrice(int Cents) {
  saveJson("/var/lib/last-price", Price{Cents}); // expect: stateless-local-file-write "/var/lib/last-price.json" "'PUT /price'" "'saveJson'" confidence proven
  saveJson("/tmp/last-price", Price{Cents});
  saveJson<int>("/var/lib/cents", Cents); // expect: stateless-local-file-write "/var/lib/cents.json" "'PUT /price'" confidence proven
}

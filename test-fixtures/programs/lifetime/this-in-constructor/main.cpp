// args: -std=c++17 -isystem {fixtures}/include
// The constructor registers handlers that hold 'this'.
#include "shop.h"

int main() {
  Shop TheShopBad("shop"); // expect: stateless-mutable-global "TheShopBad" "Orders" "'POST /order'" "'Shop::order'" confidence proven
  httplib::Server Other;
  Catalogue TheCatalogueOk(Other);
  Other.bind_to_any_port("127.0.0.1");
  return !TheShopBad.run();
}

// args: -std=c++17 -isystem {fixtures}/include
// Two routers of one class: what one of them runs is not told of the other, and
// a third one's handlers are registered in a loop.
#include "router.h"

using httplib::Request;
using httplib::Response;

static int ShopBad; // expect: stateless-mutable-global "by 'shop', on 'GET /shop/.*'"
static int CartBad; // expect: stateless-mutable-global "by 'cart', on 'GET /shop/.*'"
static int AdminBad; // expect: stateless-mutable-global "by 'admin', on 'GET /admin/.*'" confidence proven
static int HookBad; // expect: stateless-mutable-global "by 'hook', on handler registered by 'httplib::Server::Post'" confidence proven
static int PingBad; // expect: stateless-mutable-global "by 'ping', on handler registered by 'httplib::Server::Post'" confidence proven

static void shop(const Request &, Response &Res) { Res.status = ++ShopBad; } // expect-fact: write ShopBad
static void cart(const Request &, Response &Res) { Res.status = ++CartBad; } // expect-fact: write CartBad
static void admin(const Request &, Response &Res) { Res.status = ++AdminBad; } // expect-fact: write AdminBad
static void hook(const Request &, Response &Res) { Res.status = ++HookBad; } // expect-fact: write HookBad
static void ping(const Request &, Response &Res) { Res.status = ++PingBad; } // expect-fact: write PingBad

int main() {
  httplib::Server App;
  Router Shop, Admin, Hooks;
  Shop.add("/shop/list", shop);
  Shop.add("/shop/cart", cart);
  Admin.add("/admin/list", admin);
  Hooks.add("/hook", hook);
  Hooks.add("/ping", ping);
  App.Get("/shop/.*", [&Shop](const Request &Req, Response &Res) { Shop.dispatch(Req, Res); });
  App.Get("/admin/.*", [&Admin](const Request &Req, Response &Res) { Admin.dispatch(Req, Res); });
  Hooks.mount(App);
  return !App.listen("0.0.0.0", 8080);
}

// args: -std=c++17
// civetweb in C++, with its real header: classes that override a method of the
// protocol. They live as long as main.
#include <CivetServer.h>
#include <iostream>
#include <string>

static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "'Hits::handleGet'" confidence proven
static int PostsBad;    // expect: stateless-mutable-global "PostsBad" "written after start-up by 'Hits::handlePost'" "'Hits::handlePost'" confidence proven
static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "'Chat::handleData'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Hits : public CivetHandler {
public:
  bool handleGet(CivetServer *, mg_connection *Connection) override {
    ++HitsBad;
    mg_printf(Connection, "HTTP/1.1 200 OK\r\n\r\n%s\n", GreetingOk.c_str());
    return true;
  }
  bool handlePost(CivetServer *, mg_connection *) override {
    ++PostsBad;
    ++Posts;
    return true;
  }

private:
  int Posts = 0;
};

class Chat : public CivetWebSocketHandler {
public:
  bool handleData(CivetServer *, mg_connection *, int, char *, size_t) override {
    ++MessagesBad;
    return true;
  }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  Hits TheHitsBad; // expect: stateless-mutable-global "TheHitsBad" "Posts" "'Hits::handlePost'" confidence proven
  Chat TheChat;
  CivetServer Server({"listening_ports", "8080"});
  Server.addHandler("/hits", TheHitsBad);
  Server.addWebSocketHandler("/chat", TheChat);
  std::cin.get();
}

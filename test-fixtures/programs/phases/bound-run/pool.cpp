// args: -std=c++17
#include "pool.h"

Pool::Pool() {
  All.push_back(std::make_shared<net::io_context>());
  All.push_back(std::make_shared<net::io_context>());
}
net::io_context &Pool::next() {
  net::io_context &One = *All[Next];
  Next = (Next + 1) % All.size();
  return One;
}
void Pool::run() {
  std::vector<std::thread> Threads;
  for (auto &One : All)
    Threads.emplace_back(boost::bind(&net::io_context::run, One));
  for (std::thread &T : Threads)
    T.join();
}
Door::Door(Pool &Loops) : Loops(Loops), Acceptor(Loops.next(), net::ip::tcp::endpoint(net::ip::tcp::v4(), 8080)) {
  accept();
}
void Door::accept() {
  Acceptor.async_accept(Loops.next(), [this](boost::system::error_code, net::ip::tcp::socket) { accept(); });
}

// args: -std=c++17
// Boost.Asio, with its real headers: an executor of the project, by which the
// library queues what is to be run.
#include <boost/asio.hpp>
#include <chrono>
#include <functional>
#include <queue>
#include <utility>

namespace asio = boost::asio;

class Queue {
public:
  class executor {
  public:
    explicit executor(Queue &Q) : Q(&Q) {}
    Queue &context() const noexcept { return *Q; }
    template <class Function, class Allocator> void dispatch(Function F, const Allocator &) const { Q->add(std::move(F)); }
    template <class Function, class Allocator> void post(Function F, const Allocator &) const { Q->add(std::move(F)); }
    template <class Function, class Allocator> void defer(Function F, const Allocator &) const { Q->add(std::move(F)); }
    void on_work_started() const noexcept {}
    void on_work_finished() const noexcept {}
    bool operator==(const executor &Other) const noexcept { return Q == Other.Q; }
    bool operator!=(const executor &Other) const noexcept { return Q != Other.Q; }

  private:
    Queue *Q;
  };
  template <class Function> void add(Function F) { Waiting.push(std::move(F)); }
  void runAll() {
    for (; !Waiting.empty(); Waiting.pop())
      Waiting.front()();
  }

private:
  std::queue<std::function<void()>> Waiting;
};

int main() {
  asio::io_context Loop;
  Queue TheQueueBad; // expect: stateless-mutable-global "TheQueueBad" "Queue::Waiting"
  asio::steady_timer Clock(Loop, std::chrono::seconds(1));
  Clock.async_wait(asio::bind_executor(Queue::executor(TheQueueBad), [](boost::system::error_code) {}));
  while (Loop.run_one())
    TheQueueBad.runAll();
}

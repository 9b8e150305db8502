// A queue of the process's own, and the thread that empties it.
#include "inbox.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

static std::mutex LockOk; // expect-benign: stateless-mutable-global "synchroni"
static std::condition_variable FilledOk; // expect-benign: stateless-mutable-global "synchroni"
static std::deque<std::string> InboxBad; // expect: stateless-mutable-global "InboxBad" "'accept'" "'work'" "consumer registered by 'mosquitto_message_callback_set'" confidence proven
static int AcceptedBad; // expect: stateless-mutable-global "written after start-up by 'accept'" "consumer registered by 'mosquitto_message_callback_set'" confidence proven
static int HandledBad; // expect: stateless-mutable-global "written after start-up by 'handle'" confidence likely
static int WorkersOk; // expect-benign: stateless-mutable-global "start-up"

void accept(const std::string &Text) {
  std::lock_guard<std::mutex> Hold(LockOk);
  ++AcceptedBad; // expect-fact: write AcceptedBad
  InboxBad.push_back(Text); // expect-fact: write InboxBad
  FilledOk.notify_one();
}
static void work() {
  for (;;) {
    std::unique_lock<std::mutex> Hold(LockOk);
    FilledOk.wait(Hold, [] { return !InboxBad.empty(); });
    std::string Text = InboxBad.front();
    InboxBad.pop_front(); // expect-fact: write InboxBad
    Hold.unlock();
    handle(Text);
  }
}
void handle(const std::string &Text) { HandledBad += int(Text.size()); } // expect-fact: write HandledBad
void startWorker() {
  ++WorkersOk;
  std::thread(work).detach();
}

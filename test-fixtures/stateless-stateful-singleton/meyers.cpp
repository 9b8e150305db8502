// Meyers: a function-local static of the class, given out by a static method.
#include <map>
#include <mutex>
#include <string>
#include <vector>

class Statistics {
public:
  static Statistics &instance() {
    static Statistics InstanceBad; // expect: stateless-stateful-singleton "singleton" "Statistics" "instance" "'Hits_'" confidence likely
    return InstanceBad;
  }
  Statistics(const Statistics &) = delete;
  void hit() { ++Hits_; }
  int hits() const { return Hits_; }

private:
  Statistics() : Hits_(0) {}
  int Hits_;
};

// Defined out of class, with several fields; one of them is never written.
class Journal {
public:
  static Journal &get();
  void append(const std::string &Line);
  void close() { Closed_ = true; }

private:
  Journal() = default;
  std::vector<std::string> Lines_;
  bool Closed_ = false;
  int Limit_ = 10;
};
Journal &Journal::get() {
  static Journal TheJournalBad; // expect: stateless-stateful-singleton "singleton" "get" "'Lines_'" "'Closed_'"
  return TheJournalBad;
}
void Journal::append(const std::string &Line) {
  if (int(Lines_.size()) < Limit_)
    Lines_.push_back(Line);
}

// Returned by pointer; the field is public and written from outside.
struct Options {
  int Level = 0;
  static Options *getInstance() {
    static Options InstanceBad; // expect: stateless-stateful-singleton "singleton" "getInstance" "'Level'"
    return &InstanceBad;
  }
};
void raise() { Options::getInstance()->Level = 3; }

// The static is a pointer or a reference to an object that is never freed.
class Leaky {
public:
  static Leaky &instance() {
    static Leaky *InstanceBad = new Leaky; // expect: stateless-stateful-singleton "singleton" "instance" "'Runs_'"
    return *InstanceBad;
  }
  void run() { Runs_ += 1; }

private:
  int Runs_ = 0;
};
class LeakyReference {
public:
  static LeakyReference &instance() {
    static LeakyReference &InstanceBad = *new LeakyReference; // expect: stateless-stateful-singleton "singleton" "instance" "'Last_'"
    return InstanceBad;
  }
  void set(std::string S) { Last_ = std::move(S); }

private:
  std::string Last_;
};

// Constant reference given out, but a mutable member is written.
class Memo {
public:
  static const Memo &instance() {
    static const Memo InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Seen_'"
    return InstanceBad;
  }
  int look() const { return ++Seen_; }

private:
  Memo() {}
  mutable int Seen_ = 0;
};

// Per thread: one for each thread, still kept between requests.
class PerThread {
public:
  static PerThread &instance() {
    thread_local PerThread InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Depth_'"
    return InstanceBad;
  }
  void enter() { ++Depth_; }

private:
  int Depth_ = 0;
};

// Locked: the lock is no state, what it guards is.
class Locked {
public:
  static Locked &instance() {
    static Locked InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Values_'"
    return InstanceBad;
  }
  void put(int K, int V) {
    std::lock_guard<std::mutex> Hold(Lock_);
    Values_[K] = V;
  }

private:
  std::mutex Lock_;
  std::map<int, int> Values_;
};

// Meyers singletons that keep nothing: what they hold is set by constructors.
#include <map>
#include <mutex>
#include <string>
#include <vector>

// No fields at all.
class Formatter {
public:
  static Formatter &instance() {
    static Formatter InstanceOk; // expect-benign: stateless-stateful-singleton "no mutable state"
    return InstanceOk;
  }
  std::string format(int N) const { return std::to_string(N); }
};

// Fields that only constructors write: initialiser list and body.
class Table {
public:
  static const Table &instance() {
    static const Table InstanceOk(4); // expect-benign: stateless-stateful-singleton "no mutable state"
    return InstanceOk;
  }
  int at(int N) const { return Squares_.at(N); }

private:
  explicit Table(int Count) : Count_(Count) {
    for (int I = 0; I < Count_; ++I)
      Squares_[I] = I * I;
    Ready_ = true;
  }
  int Count_;
  bool Ready_ = false;
  std::map<int, int> Squares_;
};

// Not const, yet no method writes.
class Settings {
public:
  static Settings &instance() {
    static Settings InstanceOk; // expect-benign: stateless-stateful-singleton "no mutable state"
    return InstanceOk;
  }
  const std::string &host() { return Host_; }
  int port() { return Port_; }
  std::size_t count() { return Names_.size(); }

private:
  std::string Host_ = "localhost";
  int Port_ = 80;
  std::vector<std::string> Names_{"a", "b"};
};

// Fields that are constants or synchronisation.
class Gate {
public:
  static Gate &instance() {
    static Gate InstanceOk; // expect-benign: stateless-stateful-singleton "no mutable state"
    return InstanceOk;
  }
  int pass() {
    std::lock_guard<std::mutex> Hold(Lock_);
    return Limit_;
  }

private:
  const int Limit_ = 3;
  std::mutex Lock_;
};

// A strategy with virtual methods.
struct Codec {
  virtual ~Codec() = default;
  virtual int encode(int N) const = 0;
};
class PlainCodec : public Codec {
public:
  static const Codec &instance() {
    static PlainCodec InstanceOk; // expect-benign: stateless-stateful-singleton "no mutable state"
    return InstanceOk;
  }
  int encode(int N) const override { return N; }
};

// A method that writes its local copy of a field writes no field.
class Clock {
public:
  static Clock &instance() {
    static Clock InstanceOk; // expect-benign: stateless-stateful-singleton "no mutable state"
    return InstanceOk;
  }
  int later(int N) const {
    int Step = Step_;
    Step += N;
    return Step;
  }

private:
  int Step_ = 1;
};

std::string use() {
  return Formatter::instance().format(Table::instance().at(1) + Settings::instance().port() +
                                      Gate::instance().pass() + PlainCodec::instance().encode(2) +
                                      Clock::instance().later(3) + int(Settings::instance().count())) +
         Settings::instance().host();
}

// Session maps inside singletons: the field is the finding, not the instance.
#include <map>
#include <memory>
#include <mutex>
#include <string>

struct Session {
  int Hits = 0;
};

// Meyers. A mutex beside the map is no further state.
class Meyers {
public:
  static Meyers &instance() {
    static Meyers Self;
    return Self;
  }
  void storeBad(int Id) {
    std::lock_guard<std::mutex> Lock(Guard);
    ByIdBad[Id].Hits++;
  }

private:
  Meyers() = default;
  std::mutex Guard;
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "session"
};
void useMeyersBad() { Meyers::instance().storeBad(1); }

// The instance pointer of a lazy singleton is not a second finding.
class Lazy {
public:
  static Lazy *instance() {
    if (!Self)
      Self = new Lazy;
    return Self;
  }
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  Lazy() = default;
  static Lazy *Self;
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "Lazy::ByIdBad"
};
Lazy *Lazy::Self = nullptr;
void useLazyBad() { Lazy::instance()->storeBad(1); }

// A smart pointer and a once-flag.
class Once {
public:
  static Once &instance() {
    std::call_once(Flag, [] { Self.reset(new Once); });
    return *Self;
  }
  void storeBad(int Id) { ByIdBad.erase(Id); }

private:
  Once() = default;
  static std::unique_ptr<Once> Self;
  static std::once_flag Flag;
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "Once::ByIdBad"
};
std::unique_ptr<Once> Once::Self;
std::once_flag Once::Flag;
void useOnceBad() { Once::instance().storeBad(1); }

// A CRTP base gives the instance.
template <class T> class Single {
public:
  static T &instance() {
    static T Self;
    return Self;
  }
};
class Derived : public Single<Derived> {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "Derived::ByIdBad"
};
void useDerivedBad() { Derived::instance().storeBad(1); }

// The map is inside what the singleton holds.
class Held {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "Held::ByIdBad"
};
class Holder {
public:
  static Holder &instance() {
    static Holder Self;
    return Self;
  }
  void useBad(int Id) { Inner.storeBad(Id); }

private:
  Holder() = default;
  Held Inner;
};
void useHolderBad() { Holder::instance().useBad(1); }

// With another written field the singleton is reported beside the map.
class Both {
public:
  static Both &instance() {
    static Both Self; // expect: stateless-stateful-singleton "singleton"
    return Self;
  }
  void storeBad(int Id) {
    ByIdBad[Id].Hits++;
    ++Total;
  }

private:
  Both() = default;
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "Both::ByIdBad"
  int Total = 0;
};
void useBothBad() { Both::instance().storeBad(1); }

// The same shape without such a name is a stateful singleton alone.
class Prices {
public:
  static Prices &instance() {
    static Prices Self; // expect: stateless-stateful-singleton "singleton"
    return Self;
  }
  void storeBad(int Id) { ByArticle[Id] = 1.0; }

private:
  Prices() = default;
  std::map<int, double> ByArticle;
};
void usePricesBad() { Prices::instance().storeBad(1); }

// Filled by the constructor, then only read.
class Table {
public:
  static const Table &instance() {
    static const Table Self;
    return Self;
  }
  int hitsOk(int Id) const { return ByIdOk.at(Id).Hits; }

private:
  Table() { ByIdOk[1].Hits = 1; }
  std::map<int, Session> ByIdOk;
};
int useTableOk() { return Table::instance().hitsOk(1); }

// Also when the instance is not const.
class ReadOnly {
public:
  static ReadOnly &instance() {
    static ReadOnly Self;
    return Self;
  }
  bool knowsOk(int Id) const { return ByIdOk.count(Id) != 0; }

private:
  ReadOnly() : ByIdOk{{1, Session()}} {}
  std::map<int, Session> ByIdOk;
};
bool useReadOnlyOk() { return ReadOnly::instance().knowsOk(1); }

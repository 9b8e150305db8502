#ifndef TABLES_H
#define TABLES_H

#include <map>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <string>

class Kinds {
public:
  static const std::string &of(const std::string &Extension) {
    pthread_once(&Once, fill);
    return Types.at(Extension);
  }

private:
  static void fill() {
    Types["html"] = "text/html";
    Types["png"] = "image/png";
  }
  static inline pthread_once_t Once = PTHREAD_ONCE_INIT;
  static inline std::map<std::string, std::string> Types; // expect-benign: stateless-mutable-global "computed once"
};

inline const std::map<int, std::string> &phrases() {
  static std::once_flag Flag;
  static std::map<int, std::string> All; // expect-benign: stateless-mutable-global "computed once"
  std::call_once(Flag, [] {
    All[200] = "OK";
    All[404] = "Not Found";
  });
  return All;
}

// A singleton that is made once and then only read.
class Countries {
public:
  static Countries &get() {
    std::call_once(Flag, [] {
      One = std::make_unique<Countries>();
      One->load();
    });
    return *One;
  }
  const std::string &name(const std::string &Code) const {
    return Names.at(Code);
  }

private:
  void load() { Names["de"] = "Germany"; }

  std::map<std::string, std::string> Names;
  static inline std::once_flag Flag;
  static inline std::unique_ptr<Countries> One; // expect-benign: stateless-stateful-singleton "no mutable state"
};

// One that remembers who came first.
class Tenants {
public:
  static Tenants &get(const std::string &Who) {
    std::call_once(Flag, [&] {
      OneBad = std::make_unique<Tenants>();
      OneBad->First = Who;
    });
    return *OneBad;
  }
  std::string First;

private:
  static inline std::once_flag Flag;
  static inline std::unique_ptr<Tenants> OneBad; // expect: stateless-stateful-singleton "keeps state: 'First'"
};

#endif

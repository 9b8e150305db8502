//===- session.h - Stand-in for the real header ---*- C++ -*-===//
//
// Crow's sessions, which are where their store is.
// Declarations, and empty bodies of templates, for fixtures that are compiled but
// never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <crow.h>

namespace crow {

struct CookieParser {
  struct Cookie {
    Cookie(const std::string &key);
    Cookie &max_age(long long seconds);
  };
  struct context {};
};

template <typename Store> struct SessionMiddleware {
  struct context {
    bool exists();
    template <typename F>
    F get(const std::string &key, const F &fallback = F()) {
      return fallback;
    }
    template <typename T> void set(const std::string &key, T value) {}
    template <typename Func> void apply(const std::string &key, const Func &f) {}
    void remove(const std::string &key);
    std::string string(const std::string &key);
  };

  template <typename... Ts>
  SessionMiddleware(CookieParser::Cookie cookie, int id_length, Ts... ts) {}
  template <typename... Ts> SessionMiddleware(Ts... ts) {}
};

struct InMemoryStore {};

struct FileStore {
  FileStore(const std::string &folder,
            std::uint64_t expiration_seconds = 2592000);
  ~FileStore();
};

} // namespace crow

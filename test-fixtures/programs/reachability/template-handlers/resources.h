#ifndef RESOURCES_H
#define RESOURCES_H

#include <httplib.h>

struct User {
  static constexpr const char *Path = "/users";
  static void touch();
};
struct Invoice {
  static constexpr const char *Path = "/invoices";
  static void touch();
};
// Nobody makes handlers for it.
struct Draft {
  static constexpr const char *Path = "/drafts";
  static void touch();
};

template <class T> inline int SeenBad = 0; // expect: stateless-mutable-global "written after start-up by 'list'" "'GET /invoices'" "'GET /users'" confidence proven
template <class T> inline int LimitOk = 10; // expect-benign: stateless-mutable-global "never written"

template <class T> void list(const httplib::Request &, httplib::Response &Res) {
  ++SeenBad<T>; // expect-fact: write SeenBad
  T::touch();
  Res.status = LimitOk<T>;
}
template <class T> class Resource {
public:
  static void install(httplib::Server &App) {
    App.Delete(T::Path, [](const httplib::Request &, httplib::Response &) { ++DeletedBad; });
  }

private:
  static inline int DeletedBad = 0; // expect: stateless-mutable-global "DeletedBad" "'DELETE /users'" confidence proven
};

#endif

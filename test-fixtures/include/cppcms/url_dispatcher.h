//===- url_dispatcher.h - Stand-in for the real header ---*- C++ -*-===//
//
// CppCMS' dispatcher from regular expressions to methods.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <functional>
#include <string>

namespace cppcms {

class url_dispatcher {
public:
  using handler = std::function<void()>;
  using handler1 = std::function<void(std::string)>;

  void assign(std::string const &regex, handler handler);
  void assign(std::string const &regex, handler1 handler, int exp1);
  template <typename C>
  void assign(std::string const &regex, void (C::*member)(), C *object);
  template <typename C>
  void assign(std::string const &regex, void (C::*member)(std::string),
              C *object, int e1);

  template <typename Application, typename... Args>
  void map(std::string const &method, std::string const &re,
           void (Application::*member)(Args...), Application *app,
           int group = 0);
  template <typename Application, typename... Args>
  void map(std::string const &re, void (Application::*member)(Args...),
           Application *app, int group = 0);
};

} // namespace cppcms

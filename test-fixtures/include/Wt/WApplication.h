//===- WApplication.h - Stand-in for the real header ---*- C++ -*-===//
//
// Wt's application: one object per session.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <Wt/WSignal.h>
#include <functional>
#include <memory>

namespace Wt {

class WEnvironment;

class WPushButton : public WObject {
public:
  explicit WPushButton(const std::string &text);
  EventSignal<> &clicked();
};

class WContainerWidget : public WObject {
public:
  template <typename Widget, typename... Args>
  Widget *addNew(Args &&...args);
};

class WApplication : public WObject {
public:
  WApplication(const WEnvironment &environment);
  virtual ~WApplication();
  WContainerWidget *root() const;
  void setTitle(const std::string &title);
};

using ApplicationCreator =
    std::function<std::unique_ptr<WApplication>(const WEnvironment &)>;

int WRun(int argc, char *argv[], ApplicationCreator createApplication);

} // namespace Wt

//===- WServer.h - Stand-in for the real header ---*- C++ -*-===//
//
// Wt's server.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <Wt/WApplication.h>
#include <chrono>

namespace Wt {

enum class EntryPointType { Application, WidgetSet, StaticResource };

class WServer {
public:
  WServer(int argc, char *argv[], const std::string &wtConfigurationFile = "");
  virtual ~WServer();
  void addEntryPoint(EntryPointType type, ApplicationCreator callback,
                     const std::string &path = "",
                     const std::string &favicon = "");
  void addResource(const std::shared_ptr<WResource> &resource,
                   const std::string &path);
  void addResource(WResource *resource, const std::string &path);
  bool start();
  void stop();
  void run();
  static int waitForShutdown();
  void schedule(std::chrono::steady_clock::duration duration,
                const std::string &sessionId,
                const std::function<void()> &function);
};

} // namespace Wt

//===- periodic_task.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// userver's timer.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace userver::utils {

class PeriodicTask {
public:
  struct Settings {
    Settings(std::chrono::milliseconds period);
  };
  using Callback = std::function<void()>;
  PeriodicTask();
  PeriodicTask(std::string name, Settings settings, Callback callback);
  ~PeriodicTask();
  void Start(std::string name, Settings settings, Callback callback);
  void Stop() noexcept;
};

} // namespace userver::utils

//===- WSignal.h - Stand-in for the real header ---*- C++ -*-===//
//
// Wt's signals.
// Declarations, and empty bodies where lambdas instantiate a template, for
// fixtures that are compiled but never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <Wt/WResource.h>

namespace Wt {

namespace Signals {
class connection {};
} // namespace Signals

class SignalBase {
public:
  virtual ~SignalBase();
};

template <class... A> class Signal : public SignalBase {
public:
  template <class F> Signals::connection connect(F function) { return {}; }
  template <class T, class V, class... B>
  Signals::connection connect(T *target, void (V::*method)(B...));
};

class EventSignalBase : public SignalBase {};

template <class E = int> class EventSignal : public EventSignalBase {
public:
  template <class F> Signals::connection connect(F function) { return {}; }
  template <class T, class V>
  Signals::connection connect(T *target, void (V::*method)());
};

} // namespace Wt

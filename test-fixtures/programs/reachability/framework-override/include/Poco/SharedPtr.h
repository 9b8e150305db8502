// As much of POCO's counted pointer as the fixture uses.
#ifndef FIXTURES_POCO_SHARED_PTR_H
#define FIXTURES_POCO_SHARED_PTR_H

#include <memory>

namespace Poco {

template <class C> class SharedPtr {
public:
  SharedPtr() = default;
  SharedPtr(C *Pointer) : Held(Pointer) {}
  C *operator->() const { return Held.get(); }
  C *get() const { return Held.get(); }

private:
  std::shared_ptr<C> Held;
};

} // namespace Poco

#endif

#ifndef BOXES_H
#define BOXES_H

#include <functional>
#include <memory>
#include <vector>

struct Box {
  int N = 0;
  void put(int V) { N = V; }
  int get() const { return N; }
};
struct Chain {
  std::unique_ptr<Box> Next;
};

extern Box *const RawBad;
extern const std::unique_ptr<Box> UniqueBad;
extern const std::shared_ptr<Box> SharedBad;
extern std::vector<std::shared_ptr<Box>> ListBad;
extern const std::vector<Box *> HandlesBad;
extern Box &ReferredBad;
extern const std::reference_wrapper<Box> WrappedBad;
extern const std::unique_ptr<Chain> DeepBad;
extern const std::shared_ptr<Box> LockedBad;

extern Box *const RawOk;
extern const std::unique_ptr<Box> UniqueOk;
extern const std::shared_ptr<const Box> FrozenOk;
extern const std::vector<Box *> HandlesOk;
extern const Box &ReferredOk;

#endif

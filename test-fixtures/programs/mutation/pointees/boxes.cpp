// The pointers are constant, what they point to is not; or nobody touches it.
#include "boxes.h"

Box *const RawBad = new Box; // expect: stateless-mutable-global "RawBad" "written by 'fill'" confidence proven
const std::unique_ptr<Box> UniqueBad = std::make_unique<Box>(); // expect: stateless-mutable-global "UniqueBad" "'PUT /box'" confidence proven
const std::shared_ptr<Box> SharedBad = std::make_shared<Box>(); // expect: stateless-mutable-global "SharedBad" "'PUT /box'"
std::vector<std::shared_ptr<Box>> ListBad{std::make_shared<Box>()}; // expect: stateless-mutable-global "ListBad" "'PUT /box'" confidence proven
const std::vector<Box *> HandlesBad{new Box}; // expect: stateless-mutable-global "HandlesBad" "written by 'fill'" confidence proven
Box &ReferredBad = *new Box; // expect: stateless-mutable-global "ReferredBad" "written by 'fill'" confidence proven
const std::reference_wrapper<Box> WrappedBad = *new Box; // expect: stateless-mutable-global "WrappedBad" "'PUT /box'" confidence proven
const std::unique_ptr<Chain> DeepBad = std::make_unique<Chain>(); // expect: stateless-mutable-global "DeepBad" "'PUT /box'" confidence proven
const std::shared_ptr<Box> LockedBad = std::make_shared<Box>(); // expect: stateless-mutable-global "LockedBad" "'PUT /box'"

Box *const RawOk = new Box; // expect-benign: stateless-mutable-global "never written"
const std::unique_ptr<Box> UniqueOk = std::make_unique<Box>(); // expect-benign: stateless-mutable-global "never written"
const std::shared_ptr<const Box> FrozenOk = std::make_shared<Box>(); // expect-benign: stateless-mutable-global "constant"
const std::vector<Box *> HandlesOk{new Box}; // expect-benign: stateless-mutable-global "never written"
const Box &ReferredOk = *new Box; // expect-benign: stateless-mutable-global "constant"

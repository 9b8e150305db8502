// One overload takes a name, the other an open descriptor.
#include <string>
#include <system_error>
namespace llvm {
class raw_fd_ostream {
public:
  raw_fd_ostream(const std::string &Name, std::error_code &Why);
  raw_fd_ostream(int Descriptor, bool ShouldClose);
  raw_fd_ostream &operator<<(int);
};
} // namespace llvm
void byName() {
  std::error_code Why;
  llvm::raw_fd_ostream OutBad("/var/lib/shop/orders", Why); // expect: stateless-local-file-write "/var/lib/shop/orders"
  OutBad << 1;
}
void byDescriptor() {
  llvm::raw_fd_ostream OutOk(2, false);
  OutOk << 1;
}

#include "handle.h"

#include <fstream>

struct Handle::Impl {
  explicit Impl(std::string P) : Path(std::move(P)) {}
  std::string Path;
};
Handle::Handle(const std::string &Path) : Inside(std::make_unique<Impl>(Path)) {}
Handle::Handle(Handle &&) noexcept = default;
Handle::~Handle() = default;
void Handle::write(const std::string &Text) const { std::ofstream(Inside->Path) << Text; } // expect: stateless-local-file-write "'/var/lib/handle'" "'PUT /bad'" confidence proven
bool Handle::any() const { return std::ifstream(Inside->Path).good(); }

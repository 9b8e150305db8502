//===- handlers.cpp - The pages of the shop -------------------------------===//
//
// Some keep state where the next replica cannot see it; others do what looks
// alike and is in order.
//
//===----------------------------------------------------------------------===//
#include "handlers.h"
#include "session.h"
#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <ostream>

namespace shop {

// State: lost at a restart, different in every replica.
static long Logins = 0;

// Accepted: see .stateless-tidy.yaml.
namespace metrics {
static std::atomic<long> UploadedBytes{0};
} // namespace metrics

// In order: written once, before the first request.
static std::string BuildInfo;

// In order: a table, a limit, and what guards the output.
static const std::array<const char *, 3> ImageTypes = {"png", "jpeg", "webp"};
constexpr std::size_t LargestUpload = 10 << 20;
static std::mutex OutputLock;
static const std::string UploadFolder = "/var/lib/shop/uploads";

Response login(const Request &Asked) {
  if (!Limiter::get().admit())
    return {429, "later"};
  ++Logins;
  return {200, SessionStore::instance().open(Asked.Body)};
}

Response addToCart(const Request &Asked) {
  Session *Current = SessionStore::instance().find(Asked.Cookie);
  if (!Current)
    return {401, "log in first"};
  return {200, std::to_string(++Current->ItemsInCart)};
}

// State: the file is on the disk of one replica.
Response upload(const Request &Asked) {
  if (Asked.Body.size() > LargestUpload)
    return {413, "too large"};
  std::string Path = UploadFolder + "/" + Asked.Cookie + ".img";
  std::ofstream Out(Path, std::ios::binary);
  Out << Asked.Body;
  metrics::UploadedBytes += static_cast<long>(Asked.Body.size());
  return {201, Path};
}

// In order: scratch space that nobody needs after this request.
Response thumbnail(const Request &Asked) {
  const char Scratch[] = "/tmp/shop-thumbnail.tmp";
  std::ofstream Out(Scratch, std::ios::binary);
  Out << Asked.Body.substr(0, 128);
  return {200, ImageTypes[Asked.Body.size() % ImageTypes.size()]};
}

Response statistics(const Request &) {
  return {200, std::to_string(Logins) + " logins, " +
                   std::to_string(metrics::UploadedBytes) + " bytes, " +
                   BuildInfo};
}

void printLine(std::ostream &Out, const std::string &Text) {
  std::lock_guard<std::mutex> Guard(OutputLock);
  Out << Text << '\n';
}

void readBuildInfo() {
  if (const char *Text = std::getenv("BUILD_INFO"))
    BuildInfo = Text;
}

} // namespace shop

//===- ShippedRulesTest.cpp - The rules that ship with the tool -----------===//
//
// The packs load, every check has its texts, and the shipped words and paths
// mean what they are meant to mean.
//
//===----------------------------------------------------------------------===//
#include "RuleSet.h"
#include "RuleTesting.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using llvm::StringRef;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

TEST(ShippedRules, LoadWithoutAMistake) {
  RuleLoad Load = loadRules("");
  EXPECT_THAT(shown(Load), IsEmpty());
  EXPECT_FALSE(Load.failed());
  EXPECT_EQ(Load.Rules.Root, "");
  EXPECT_EQ(Load.Rules.UserFile, "");
  EXPECT_THAT(Load.Rules.Options.WritableRoots, ElementsAre("/tmp"));
  EXPECT_THAT(Load.Rules.Exceptions, IsEmpty());
}

/// Every check that is registered has its section, and every section a check.
TEST(ShippedRules, DocumentEveryCheck) {
  std::vector<std::string> Registered;
#define CHECK(FUNCTION, ID, SPECIFICITY) Registered.push_back(ID);
#include "AllChecks.def"
  RuleSet Rules = loadRules("").Rules;
  std::vector<std::string> Ruled;
  for (const CheckRule &Rule : Rules.Checks)
    Ruled.push_back(Rule.Id);
  EXPECT_EQ(Ruled, Registered);
  for (const CheckRule &Rule : Rules.Checks) {
    EXPECT_TRUE(Rule.Enabled) << Rule.Id;
    EXPECT_GE(Rule.Grade.Grade, Severity::Warning) << Rule.Id;
    for (const std::string &Text : {Rule.Summary, Rule.Why, Rule.Instead,
                                    Rule.ExampleBad, Rule.ExampleOk})
      EXPECT_FALSE(Text.empty()) << Rule.Id;
    EXPECT_FALSE(StringRef(Rule.Summary).contains('\n')) << Rule.Id;
    EXPECT_FALSE(StringRef(Rule.Summary).ends_with(".")) << Rule.Id;
  }
}

TEST(ShippedRules, ExcludeWhatDoesNotRunInTheService) {
  RuleSet Rules = loadRules("").Rules;
  for (const char *File :
       {"third_party/a/b.h", "services/x/third_party/b.h", "vendor/a.c",
        "build/gen/a.cpp", "cmake-build-debug/a.cpp", "build/_deps/x/a.h",
        "test/a.cpp", "src/tests/a.cpp", "src/cart_test.cc", "src/CartTest.cpp",
        "src/cart.pb.h", "src/cart.grpc.pb.cc", "src/moc_cart.cpp",
        "src/ui_main.h", "src/x.generated.cpp", "src/schema_generated.h",
        "src/test_cart.cpp", "src/cart.test.cpp"})
    EXPECT_TRUE(Rules.isExcluded("/p/" + std::string(File), "/p")) << File;
  for (const char *File :
       {"src/a.cpp", "src/latest.cpp", "src/Contest.cpp", "src/vendor/a.cpp",
        "src/external/a.cpp", "src/build/a.cpp", "src/testimonials.cpp",
        "src/build.cpp", "src/attest.cc", "test-fixtures/a.cpp", "src/gui_x.h",
        "examples/shop/main.cpp"})
    EXPECT_FALSE(Rules.isExcluded("/p/" + std::string(File), "/p")) << File;
  EXPECT_FALSE(Rules.isExcluded("/home/test/p/a.cpp", "/home/test/p"));
  EXPECT_FALSE(Rules.isExcluded("/home/test/p/a.cpp"));
  EXPECT_TRUE(Rules.isExcluded("/home/build/a.pb.h", "/p"));
}

TEST(ShippedRules, ExemptWhatHoldsNothingOfUsers) {
  std::vector<std::string> Exempt;
  for (const ExemptCategoryModel &M :
       loadRules("").Rules.Options.Known.ExemptCategories) {
    Exempt.push_back(M.Category);
    EXPECT_EQ(M.Reason, M.Category == "synchronization"
                            ? ExemptionReason::Synchronization
                            : ExemptionReason::ExemptType)
        << M.Category;
  }
  EXPECT_THAT(Exempt, ElementsAre("synchronization", "logger", "metrics",
                                  "tracing", "connection-pool", "random-engine",
                                  "io-object", "thread", "allocator"));
}

TEST(ShippedVocabulary, SpeaksOfUsersState) {
  Vocabulary Kinds = loadRules("").Rules.Options.StateKinds;
  auto Expect = [&](const char *Kind, std::vector<const char *> Names) {
    for (const char *Name : Names)
      EXPECT_EQ(Kinds.kindOf(Name), StringRef(Kind)) << Name;
  };
  Expect("session",
         {"sessions", "sessionMap_", "g_user_sessions", "HTTPSession",
          "SessionStore", "login_sessions", "cookies", "usersession"});
  Expect("token", {"kTokenCache", "auth_tokens", "tokens_", "csrfTokens",
                   "refresh_tokens_by_user", "otpCodes", "apiKeys", "JwtMap"});
  Expect("login", {"loginAttempts", "logged_in_logins", "passwords",
                   "credentials_", "AuthCache"});
  Expect("cart",
         {"carts", "shoppingCarts", "basketByUser", "Baskets", "wishlists_"});
  Expect("rate-limit",
         {"rateLimits", "token_buckets", "RateLimiter", "quotas"});
  Expect("upload", {"uploads", "activeUploads_"});
  Expect("conversation", {"chatRooms", "rooms_", "lobbies", "conversations"});
  Expect("order", {"orders", "pendingOrders_", "orders_in_progress",
                   "OrderBook", "bookings", "payments"});
  Expect("presence", {"presence_", "lastSeen", "onlineUsers"});
  Expect("connection", {"connections", "m_connections", "websockets_",
                        "subscribers", "clients", "peers_", "conns"});
  Expect("user", {"users", "userById", "accounts", "userProfiles", "customers_",
                  "players"});
}

TEST(ShippedVocabulary, KnowsTheMachineryOfAProject) {
  Vocabulary Own = loadRules("").Rules.Options.OwnCategories;
  auto Expect = [&](std::optional<StringRef> Category,
                    std::vector<const char *> Names) {
    for (const char *Name : Names)
      EXPECT_EQ(Own.kindOf(Name), Category) << Name;
  };
  Expect("logger", {"Logger", "AsyncLogger", "log", "LogStream", "log_util",
                    "file_logger", "Logging", "HTTPLogger"});
  Expect("metrics", {"Metrics", "metrics_registry", "PrometheusExporter"});
  Expect("tracing", {"Tracer", "tracing"});
  Expect("connection-pool",
         {"ConnectionPool", "sql_connection_pool", "connPool", "DbPool"});
  Expect("allocator", {"MemoryPool", "mem_pool", "Arena", "FreeList",
                       "slab_allocator", "BufferPool"});
  Expect(std::nullopt,
         {"Login",      "log_in",      "catalog",        "backlog",
          "blog_store", "RaftLog",     "commit_log",     "binlog",
          "LogEntry",   "LogStore",    "log_server",     "AuditLog",
          "ThreadPool", "MiningPool",  "pool",           "dialogs",
          "Telemetry",  "trace_route", "MetricsService", "WorkQueue"});
}

TEST(ShippedVocabulary, IsSilentOnOtherThings) {
  Vocabulary Kinds = loadRules("").Rules.Options.StateKinds;
  for (const char *Name :
       {"tokenizers",       "tokenTypes",     "cartesian",
        "cartridge",        "useragents",     "userAgents",
        "user_agent_cache", "usernameConfig", "userInterface",
        "sort_order",       "byteOrder",      "ordered",
        "border",           "orderBy",        "databaseConnections",
        "connectionPool",   "dbSessions",     "httpClients",
        "redis_clients_",   "cpuProfiles",    "profiler",
        "obsession",        "author",         "memoryOrder",
        "keywordTokens",    "stopTokens",     "names",
        "cache_",           "counter",        "config",
        "routes",           "metrics",        "handlers_",
        "colors",           "passengers",     "classroom",
        "mushrooms",        "disorder",       "reconnect",
        "serviceAccounts",  "guestAddress",   "mediaPlayers"})
    EXPECT_EQ(Kinds.kindOf(Name), std::nullopt) << Name;
}

} // namespace

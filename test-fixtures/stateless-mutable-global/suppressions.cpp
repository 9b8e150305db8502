// Comments and annotations that excuse a finding, and those that do not.
#include <string>
#include <vector>

static int LineBad; // NOLINT(stateless-mutable-global) expect-suppressed: stateless-mutable-global "LineBad"
static int AnyLineBad; // NOLINT expect-suppressed: stateless-mutable-global "AnyLineBad"
static int GlobBad; // NOLINT(stateless-*) expect-suppressed: stateless-mutable-global "GlobBad"
static int StarBad; // NOLINT(*) expect-suppressed: stateless-mutable-global "StarBad"
static int ListBad; // NOLINT(misc-unused, stateless-mutable-global) expect-suppressed: stateless-mutable-global "ListBad"
static int ReasonBad; // NOLINT(stateless-mutable-global): a reason; expect-suppressed: stateless-mutable-global "ReasonBad"
// NOLINTNEXTLINE(stateless-mutable-global)
static int NextBad; // expect-suppressed: stateless-mutable-global "NextBad"
/* NOLINTNEXTLINE */
static int NextAnyBad; // expect-suppressed: stateless-mutable-global "NextAnyBad"
static int BlockCommentBad; /* NOLINT(stateless-mutable-global) */ // expect-suppressed: stateless-mutable-global "BlockCommentBad"
// NOLINTBEGIN(stateless-mutable-global)
static int InsideBad; // expect-suppressed: stateless-mutable-global "InsideBad"
static int AlsoInsideBad; // expect-suppressed: stateless-mutable-global "AlsoInsideBad"
// NOLINTEND(stateless-mutable-global)

static int AfterEndBad; // expect: stateless-mutable-global "AfterEndBad" "written by 'write' (assignment)"
static int OtherCheckBad; // NOLINT(misc-unused) expect: stateless-mutable-global "OtherCheckBad"
static int OtherGlobBad; // NOLINT(cppcoreguidelines-*) expect: stateless-mutable-global "OtherGlobBad"
// NOLINTNEXTLINE(stateless-session-map)
static int OtherNextBad; // expect: stateless-mutable-global "OtherNextBad"
// NOLINTNEXTLINE(stateless-mutable-global)

static int BlankBetweenBad; // expect: stateless-mutable-global "BlankBetweenBad"

[[clang::annotate("stateless: ephemeral-cache")]] static std::vector<int> CacheBad; // expect-suppressed: stateless-mutable-global "CacheBad"
static int TrailingBad [[clang::annotate("stateless: ephemeral-cache")]]; // expect-suppressed: stateless-mutable-global "TrailingBad"
__attribute__((annotate("stateless: ephemeral-cache"))) static int GnuBad; // expect-suppressed: stateless-mutable-global "GnuBad"
[[clang::annotate("hot")]] static int HotBad; // expect: stateless-mutable-global "HotBad"
[[clang::annotate("stateless")]] static int NoReasonBad; // expect: stateless-mutable-global "NoReasonBad"

// The comment stands at the definition, not at the write.
static int AtTheWriteBad; // expect: stateless-mutable-global "AtTheWriteBad"

void write(int N) {
  LineBad = AnyLineBad = GlobBad = StarBad = ListBad = ReasonBad = N;
  NextBad = NextAnyBad = BlockCommentBad = InsideBad = AlsoInsideBad = N;
  AfterEndBad = OtherCheckBad = OtherGlobBad = OtherNextBad = BlankBetweenBad = N;
  TrailingBad = GnuBad = HotBad = NoReasonBad = N;
  CacheBad.push_back(N);
  AtTheWriteBad = N; // NOLINT(stateless-mutable-global)
  static int LocalBad; // NOLINT(stateless-mutable-global) expect-suppressed: stateless-mutable-global "LocalBad"
  [[clang::annotate("stateless: ephemeral-cache")]] static int LocalCacheBad; // expect-suppressed: stateless-mutable-global "LocalCacheBad"
  LocalBad = ++LocalCacheBad;
}

struct Widget {
  int Own;
  static inline int MemberBad; // NOLINT(stateless-mutable-global) expect-suppressed: stateless-mutable-global "MemberBad"
  [[clang::annotate("stateless: ephemeral-cache")]] static inline int MemberCacheBad; // expect-suppressed: stateless-mutable-global "MemberCacheBad"
  void write() { MemberBad = ++MemberCacheBad; }
};

// What is made anew wherever the time has changed is a function of the clock;
// what only remembers when something happened is not.
#include <cstdio>
#include <cstring>
#include <ctime>
#include <httplib.h>
#include <string>

using httplib::Request;
using httplib::Response;

//===-- Made anew each second ---------------------------------------------===//

static thread_local char StampOk[32];      // expect-benign: stateless-mutable-global "follows the clock"
static thread_local time_t StampSecondOk;  // expect-benign: stateless-mutable-global "follows the clock"
static const char *stamp() {
  time_t Now = time(nullptr);
  if (Now != StampSecondOk) {
    StampSecondOk = Now;
    strftime(StampOk, sizeof StampOk, "%T", localtime(&Now));
  }
  return StampOk;
}

static std::string DateOk; // expect-benign: stateless-mutable-global "follows the clock"
static time_t DateTimeOk;  // expect-benign: stateless-mutable-global "follows the clock"
static const std::string &date() {
  const time_t Now = std::time(nullptr);
  if (DateTimeOk == Now)
    return DateOk;
  char Text[64];
  strftime(Text, sizeof Text, "%c", gmtime(&Now));
  DateOk = Text;
  DateTimeOk = Now;
  return DateOk;
}

static int YearOk;    // expect-benign: stateless-mutable-global "follows the clock"
static time_t DayOk;  // expect-benign: stateless-mutable-global "follows the clock"
static int year() {
  time_t Now = time(nullptr);
  time_t Day = Now / 86400;
  if (DayOk < Day) {
    YearOk = 1970 + static_cast<int>(Day / 365);
    DayOk = Day;
  }
  return YearOk;
}

//===-- What a request has its part in ------------------------------------===//

static std::string NameBad; // expect: stateless-mutable-global "NameBad"
static time_t NameTimeOk;   // expect-benign: stateless-mutable-global "follows the clock"
static const std::string &name(const Request &Q) {
  time_t Now = time(nullptr);
  if (Now != NameTimeOk)
    NameTimeOk = Now;
  NameBad = NameBad + Q.body;
  return NameBad;
}

static std::string KeptBad; // expect: stateless-mutable-global "KeptBad"
static size_t KeyBad;       // expect: stateless-mutable-global "KeyBad"
static const std::string &kept(const Request &Q) {
  size_t Key = Q.body.size();
  if (Key != KeyBad) {
    KeyBad = Key;
    KeptBad = "of " + std::to_string(time(nullptr));
  }
  return KeptBad;
}

// The second in which a request came last.
static time_t LastBad; // expect: stateless-mutable-global "LastBad"
static bool isFirst() {
  time_t Now = time(nullptr);
  bool First = Now != LastBad;
  LastBad = Now;
  return First;
}

// Tells whether somebody has asked in this second.
static time_t AskedBad; // expect: stateless-mutable-global "AskedBad"
static bool asked() {
  time_t Now = time(nullptr);
  if (Now != AskedBad) {
    AskedBad = Now;
    return false;
  }
  return true;
}

static int CountBad;        // expect: stateless-mutable-global "CountBad"
static time_t CountTimeOk;  // expect-benign: stateless-mutable-global "follows the clock"
static int count() {
  time_t Now = time(nullptr);
  if (Now != CountTimeOk) {
    CountTimeOk = Now;
    CountBad = 0;
  }
  return ++CountBad;
}

static std::string GrownBad; // expect: stateless-mutable-global "GrownBad"
static time_t GrownTimeOk;   // expect-benign: stateless-mutable-global "follows the clock"
static const std::string &grown() {
  time_t Now = time(nullptr);
  if (Now != GrownTimeOk) {
    GrownBad += ".";
    GrownTimeOk = Now;
  }
  return GrownBad;
}

// Another function shows what this one made, whenever that was.
static std::string ShownBad; // expect: stateless-mutable-global "ShownBad"
static time_t ShownTimeOk;   // expect-benign: stateless-mutable-global "follows the clock"
static void show() {
  time_t Now = time(nullptr);
  if (Now != ShownTimeOk) {
    ShownTimeOk = Now;
    ShownBad = std::to_string(Now);
  }
}

// One way through does not set it.
static std::string SomeBad; // expect: stateless-mutable-global "SomeBad"
static time_t SomeTimeBad;  // expect: stateless-mutable-global "SomeTimeBad"
static const std::string &some() {
  time_t Now = time(nullptr);
  if (Now != SomeTimeBad) {
    SomeBad = std::to_string(Now);
    if (Now % 2)
      SomeTimeBad = Now;
  }
  return SomeBad;
}

// What helps to make it is a part of it.
static std::string HelpedOk; // expect-benign: stateless-mutable-global "follows the clock"
static time_t HelpedTimeOk;  // expect-benign: stateless-mutable-global "follows the clock"
static std::string formatted(time_t When) { return std::to_string(When); }
static const std::string &helped() {
  time_t Now = time(nullptr);
  if (Now != HelpedTimeOk) {
    HelpedTimeOk = Now;
    HelpedOk = formatted(Now);
  }
  return HelpedOk;
}

static std::string MixedBad; // expect: stateless-mutable-global "MixedBad"
static time_t MixedTimeBad;  // expect: stateless-mutable-global "MixedTimeBad"
static std::string signedBy() { return "by " + NameBad; }
static const std::string &mixed() {
  time_t Now = time(nullptr);
  if (Now != MixedTimeBad) {
    MixedTimeBad = Now;
    MixedBad = signedBy();
  }
  return MixedBad;
}

// Which seconds it keeps, depends on when somebody asks.
static std::string EvenBad; // expect: stateless-mutable-global "EvenBad"
static time_t EvenTimeOk;   // expect-benign: stateless-mutable-global "follows the clock"
static const std::string &even() {
  time_t Now = time(nullptr);
  if (Now != EvenTimeOk) {
    EvenTimeOk = Now;
    if (Now % 2 == 0)
      EvenBad = std::to_string(Now);
  }
  return EvenBad;
}

// Requests move the time.
static int OffsetBad;       // expect: stateless-mutable-global "OffsetBad"
static time_t MovedTimeBad; // expect: stateless-mutable-global "MovedTimeBad"
static std::string MovedBad; // expect: stateless-mutable-global "MovedBad"
static const std::string &moved(const Request &Q) {
  if (!Q.body.empty())
    ++OffsetBad;
  time_t Now = time(nullptr) + OffsetBad;
  if (Now != MovedTimeBad) {
    MovedTimeBad = Now;
    MovedBad = std::to_string(Now);
  }
  return MovedBad;
}

// A request may set it far ahead, where it stays.
static time_t AheadBad; // expect: stateless-mutable-global "AheadBad"
static std::string AheadTextBad; // expect: stateless-mutable-global "AheadTextBad"
static const std::string &ahead(const Request &Q) {
  time_t Now = time(nullptr);
  if (!Q.body.empty())
    Now = 1LL << 40;
  if (AheadBad < Now) {
    AheadBad = Now;
    AheadTextBad = std::to_string(Now);
  }
  return AheadTextBad;
}

int main() {
  httplib::Server S;
  S.Get("/", [](const Request &Q, Response &R) {
    std::string Text = stamp() + date() + name(Q) + kept(Q) + grown() + some();
    Text += helped() + mixed() + even() + moved(Q) + ahead(Q);
    Text += std::to_string(year() + isFirst() + asked() + count());
    if (!Q.body.empty())
      show();
    R.set_content(Text + ShownBad, "text/plain");
  });
  S.listen("0.0.0.0", 80);
}

// Paths built out of strings: constants, concatenation, conversions, buffers.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#define DATA_DIR "/var/lib/app"
#define TEMP_DIR "/tmp"

namespace {
const std::string Directory = "/var/lib/string";
constexpr std::string_view View = "/var/lib/view";
const char Array[] = "/var/lib/array";
static const char *Pointer = "/var/lib/pointer";
constexpr const char *const Temp = "/tmp/app";
const std::string Derived = Directory + "/derived";
} // namespace

struct Paths {
  static constexpr char State[] = "/var/lib/member/state";
  static const std::string Dir;
};
const std::string Paths::Dir = "/var/lib/out-of-class";

void macroBad() {
  std::ofstream Out(DATA_DIR "/macro"); // expect: stateless-local-file-write "/var/lib/app/macro" confidence likely
}

void literalsBad() {
  std::ofstream Out("/var/lib/"
                    "joined"); // expect@-1: stateless-local-file-write "/var/lib/joined"
}

void rawLiteralBad() {
  std::ofstream Out(R"(/var/lib/raw)"); // expect: stateless-local-file-write "/var/lib/raw"
}

void stringConstantBad() {
  std::ofstream Out(Directory + "/x"); // expect: stateless-local-file-write "/var/lib/string/x" confidence likely
}

void viewConstantBad() {
  std::ofstream Out(std::string(View) + "/x"); // expect: stateless-local-file-write "/var/lib/view/x" confidence likely
}

void viewDataBad() {
  std::ofstream Out(View.data()); // expect: stateless-local-file-write "/var/lib/view" confidence likely
}

void arrayConstantBad() {
  std::ofstream Out(Array); // expect: stateless-local-file-write "/var/lib/array" confidence likely
}

void neverWrittenPointerBad() {
  std::ofstream Out(Pointer); // expect: stateless-local-file-write "/var/lib/pointer"
}

void constantOfConstantBad() {
  std::ofstream Out(Derived); // expect: stateless-local-file-write "/var/lib/string/derived"
}

void staticMemberBad() {
  std::ofstream Out(Paths::State); // expect: stateless-local-file-write "/var/lib/member/state" confidence likely
}

void staticMemberOutOfClassBad() {
  std::ofstream Out(Paths::Dir + "/x"); // expect: stateless-local-file-write "/var/lib/out-of-class/x" confidence likely
}

void localBad() {
  std::string Path = "/var/lib/local";
  std::ofstream Out(Path.c_str()); // expect: stateless-local-file-write "/var/lib/local" confidence likely
}

void localReferenceBad() {
  const std::string &Dir = Directory;
  const std::string Path(Dir + '/' + "ref");
  std::ofstream Out(Path); // expect: stateless-local-file-write "/var/lib/string/ref"
}

void plusAssignBad() {
  std::string Path = "/var/lib/plus";
  Path += "/";
  Path += "assign";
  std::ofstream Out(Path); // expect: stateless-local-file-write "/var/lib/plus" confidence likely
}

void appendBad(const std::string &Name) {
  std::string Path("/var/lib/append/");
  Path.append(Name).append(".txt");
  std::ofstream Out(Path); // expect: stateless-local-file-write "/var/lib/append/" confidence likely
}

// A prefix that is known is enough.
void prefixBad(const std::string &Name) {
  std::ofstream Out("/var/lib/prefix/" + Name); // expect: stateless-local-file-write "/var/lib/prefix/" confidence likely
}

void prefixFromStringLiteralBad(int Id) {
  using namespace std::string_literals;
  std::ofstream Out("/var/lib/id-"s + std::to_string(Id) + ".txt"); // expect: stateless-local-file-write "/var/lib/id-" confidence likely
}

// "/tmp" + "foo" is no longer below the root.
void glueBad() {
  std::ofstream Out(std::string(TEMP_DIR) + "glued"); // expect: stateless-local-file-write "/tmpglued" confidence likely
}

void maybeGlueBad(const std::string &Name) {
  std::ofstream Out(std::string("/tmp") + Name); // expect: stateless-local-file-write "/tmp" confidence possible
}

void upInKnownPartBad(const std::string &Name) {
  std::ofstream Out("/tmp/../var/known/" + Name); // expect: stateless-local-file-write "/var/known/" confidence likely
}

void conditionalBad(bool Flag) {
  std::ofstream Out(Flag ? "/tmp/a" : "/var/conditional"); // expect: stateless-local-file-write "/var/conditional" confidence likely
}

void conditionalPrefixBad(bool Flag, const std::string &Name) {
  const std::string Dir = Flag ? "/tmp" : "/var/chosen";
  std::ofstream Out(Dir + "/" + Name); // expect: stateless-local-file-write "/var/chosen"
}

void snprintfBad(const char *Name) {
  char Path[256];
  std::snprintf(Path, sizeof Path, "/var/log/%s.txt", Name);
  std::FILE *F = std::fopen(Path, "w"); // expect: stateless-local-file-write "/var/log/" confidence likely
  if (F)
    std::fclose(F);
}

void snprintfKnownArgumentBad() {
  char Path[256];
  snprintf(Path, sizeof(Path), "%s/formatted", DATA_DIR);
  std::ofstream Out(Path); // expect: stateless-local-file-write "/var/lib/app"
}

void snprintfUnknownFrontBad(const char *Dir) {
  char Path[256];
  snprintf(Path, sizeof(Path), "%s/state", Dir);
  std::ofstream Out(Path); // expect: stateless-local-file-write "ofstream" confidence possible
}

void localBufferBad() {
  char Path[] = "/var/lib/buffer";
  std::ofstream Out(Path); // expect: stateless-local-file-write "/var/lib/buffer"
}

// Whether these are followed or not, they must not be silent.
void copiedIntoBufferBad() {
  char Path[64];
  std::strcpy(Path, "/var/lib/strcpy");
  std::ofstream Out(Path); // expect: stateless-local-file-write "ofstream"
}

void stringStreamBad(int Id) {
  std::ostringstream Path;
  Path << "/var/lib/stream/" << Id;
  std::ofstream Out(Path.str()); // expect: stateless-local-file-write "ofstream"
}

void reassignedBad(bool Flag) {
  std::string Path = "/tmp/x";
  if (Flag)
    Path = "/var/lib/reassigned";
  std::ofstream Out(Path); // expect: stateless-local-file-write "ofstream"
}

void macroOk() { std::ofstream Out(TEMP_DIR "/macro"); }
void rawLiteralOk() { std::ofstream Out(R"x(/tmp/raw)x"); }
void constantOk() { std::ofstream Out(Temp); }
void concatenationOk() { std::ofstream Out(std::string(Temp) + "/x"); }
void unknownNameOk(const std::string &Name) { std::ofstream Out("/tmp/" + Name); }
void unknownMiddleOk(int Id) { std::ofstream Out(TEMP_DIR "/app-" + std::to_string(Id) + "/x.log"); }
void conditionalOk(bool Flag) { std::ofstream Out(Flag ? "/tmp/a" : "/dev/null"); }

void plusAssignOk(const std::string &Name) {
  std::string Path = TEMP_DIR;
  Path += '/';
  Path += Name;
  std::ofstream Out(Path);
}

void appendOk(std::string_view Name) {
  std::string Path = "/tmp/app-";
  Path.append(Name);
  std::ofstream Out(Path);
}

void snprintfOk(const char *Name) {
  char Path[256];
  snprintf(Path, sizeof Path, "/tmp/%s.txt", Name);
  std::ofstream Out(Path);
}

void snprintfKnownArgumentOk(int Id) {
  char Path[256];
  snprintf(Path, sizeof Path, "%s/%d.txt", TEMP_DIR, Id);
  std::ofstream Out(Path);
}

void viewOk() {
  constexpr std::string_view Path = "/tmp/view";
  std::ofstream Out(std::string{Path});
}

// Only read: the values do not matter.
void readOk(const std::string &Name) { std::ifstream In(Directory + Name); }

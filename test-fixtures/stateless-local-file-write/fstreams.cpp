// File streams: constructors, open(), and the open modes.
#include <fstream>
#include <memory>
#include <string>
#include <utility>

void constructorBad() {
  std::ofstream Out("/var/lib/app/ctor"); // expect: stateless-local-file-write "/var/lib/app/ctor" confidence likely
  Out << 1;
}

void bracesBad() {
  std::ofstream Out{"/var/lib/app/braces", std::ios::binary}; // expect: stateless-local-file-write "ofstream"
  Out << 1;
}

void copyInitialisationBad() {
  auto Out = std::ofstream("/var/lib/app/copy-init"); // expect: stateless-local-file-write "/var/lib/app/copy-init"
  Out << 1;
}

void temporaryObjectBad() {
  std::ofstream("/var/lib/app/temporary") << 1; // expect: stateless-local-file-write "/var/lib/app/temporary"
}

void conditionBad() {
  if (std::ofstream Out{"/var/lib/app/condition"}) // expect: stateless-local-file-write "/var/lib/app/condition"
    Out << 1;
}

void appendBad() {
  std::ofstream Out("/var/lib/app/append", std::ios::app | std::ios::ate); // expect: stateless-local-file-write "/var/lib/app/append"
  Out << 1;
}

// An ofstream adds ios::out, whatever it is given.
void inModeOfOfstreamBad() {
  std::ofstream Out("/var/lib/app/in-mode", std::ios::in); // expect: stateless-local-file-write "/var/lib/app/in-mode"
  Out << 1;
}

void openBad() {
  std::ofstream Out;
  Out.open("/var/lib/app/open", std::ios::trunc); // expect: stateless-local-file-write "/var/lib/app/open" confidence likely
  Out << 1;
}

void openStringBad() {
  const std::string Path = "/var/lib/app/open-string";
  std::ofstream Out;
  Out.open(Path); // expect: stateless-local-file-write "/var/lib/app/open-string" confidence likely
  Out << 1;
}

// The default of an fstream is in | out.
void fstreamDefaultBad() {
  std::fstream Both("/var/lib/app/fstream"); // expect: stateless-local-file-write "/var/lib/app/fstream" confidence likely
  Both << 1;
}

void fstreamOutBad() {
  std::fstream Both("/var/lib/app/fstream-out", std::ios_base::in | std::ios_base::out); // expect: stateless-local-file-write "/var/lib/app/fstream-out"
  Both << 1;
}

void fstreamModeVariableBad() {
  const std::ios::openmode Mode = std::ios::in | std::ios::app;
  std::fstream Both;
  Both.open("/var/lib/app/fstream-app", Mode); // expect: stateless-local-file-write "/var/lib/app/fstream-app"
  Both << 1;
}

void wideBad() {
  std::wofstream Out("/var/lib/app/wide"); // expect: stateless-local-file-write "/var/lib/app/wide" confidence likely
  Out << L"x";
}

void filebufBad() {
  std::filebuf Buffer;
  Buffer.open("/var/lib/app/filebuf", std::ios::out); // expect: stateless-local-file-write "/var/lib/app/filebuf" confidence likely
  Buffer.sputc('x');
}

void newBad() {
  std::unique_ptr<std::ostream> Out(new std::ofstream("/var/lib/app/new")); // expect: stateless-local-file-write "/var/lib/app/new"
  *Out << 1;
}

void makeUniqueBad() {
  auto Out = std::make_unique<std::ofstream>("/var/lib/app/make-unique"); // expect: stateless-local-file-write "/var/lib/app/make-unique"
  *Out << 1;
}

void ifstreamOk() {
  std::ifstream In("/var/lib/app/ctor", std::ios::binary);
  std::ifstream Other;
  Other.open("/var/lib/app/open");
}

void fstreamInOnlyOk() {
  std::fstream In("/var/lib/app/fstream", std::ios::in);
  std::fstream Binary("/var/lib/app/fstream", std::ios_base::in | std::ios_base::binary);
}

void fstreamModeVariableOk() {
  const auto Mode = std::fstream::in | std::fstream::binary;
  std::fstream In;
  In.open("/var/lib/app/fstream", Mode);
}

void filebufInOk() {
  std::filebuf Buffer;
  Buffer.open("/var/lib/app/filebuf", std::ios::in);
}

void noFileYetOk() {
  std::ofstream Out;
  std::ofstream Other = std::move(Out);
  Other.swap(Out);
  Out.close();
}

void temporaryFilesOk() {
  std::ofstream Out("/tmp/app-ctor", std::ios::app);
  std::fstream Both("/tmp/app-fstream");
  std::wofstream Wide;
  Wide.open("/tmp/app-wide");
}

void deviceOk() {
  std::ofstream Null("/dev/null");
  std::ofstream Screen("/dev/stdout");
}

// Streams that have no file.
void otherStreamOk(std::ostream &Out) { Out << "/var/lib/app/text"; }

// args: -std=c++20 -isystem {fixtures}/include
// Buffers of C++ that are empty before a path is put together in them; as
// cleared-buffers.c for what C has.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <httplib.h>
#include <memory>
#include <string>
#include <vector>

struct PathBuffer {
  char Text[64] = {};
  std::array<char, 16> Name{};
};
struct Holder {
  PathBuffer In;
};
static void writeOk(const char *Name) {
  std::array<char, 64> Array{}, Zero = {0}, Filled;
  std::snprintf(Array.data(), Array.size(), "/tmp/%s", Name);
  fclose(fopen(Array.data(), "w"));
  std::snprintf(&Zero[0], Zero.size(), "/tmp/%s", Name);
  fclose(fopen(Zero.data(), "w"));
  Filled.fill(0);
  std::strcat(Filled.data(), "/tmp/");
  std::strcat(Filled.data(), Name);
  fclose(fopen(Filled.data(), "w"));
  char Range[64], Count[64], Value[64]{};
  std::fill(std::begin(Range), std::end(Range), '\0');
  std::strcpy(Range, "/tmp/");
  std::strcat(Range, Name);
  fclose(fopen(Range, "w"));
  std::fill_n(Count, sizeof Count, 0);
  std::strcat(Count, "/tmp/");
  std::strcat(Count, Name);
  fclose(fopen(Count, "w"));
  std::snprintf(Value, sizeof Value, "/tmp/%s", Name);
  fclose(fopen(Value, "w"));
  Holder H{};
  std::snprintf(H.In.Text, sizeof H.In.Text, "/tmp/%s", Name);
  fclose(fopen(H.In.Text, "w"));
  char *Heap = new char[64]();
  std::snprintf(Heap, 64, "/tmp/%s", Name);
  fclose(fopen(Heap, "w"));
  delete[] Heap;
  std::vector<char> Vector(64), Zeros(64, '\0');
  std::snprintf(Vector.data(), Vector.size(), "/tmp/%s", Name);
  fclose(fopen(Vector.data(), "w"));
  std::snprintf(&Zeros[0], Zeros.size(), "/tmp/%s", Name);
  fclose(fopen(&Zeros[0], "w"));
  std::string String(64, '\0');
  std::snprintf(String.data(), String.size(), "/tmp/%s", Name);
  fclose(fopen(String.c_str(), "w"));
}
static void writeBad(const char *Name) {
  std::array<char, 64> Array{};
  std::snprintf(Array.data(), Array.size(), "/var/lib/%s", Name);
  fclose(fopen(Array.data(), "w")); // expect: stateless-local-file-write "'/var/lib/"
  std::vector<char> Vector(64);
  std::snprintf(Vector.data(), Vector.size(), "/srv/%s", Name);
  fclose(fopen(Vector.data(), "w")); // expect: stateless-local-file-write "'/srv/"
  std::vector<char> Received(64);
  fgets(Received.data(), 64, stdin);
  fclose(fopen(Received.data(), "w")); // expect: stateless-local-file-write "unknown path"
  std::vector<char> Copied(64);
  std::memcpy(Copied.data(), Name, 5);
  fclose(fopen(Copied.data(), "w")); // expect: stateless-local-file-write "unknown path"
  std::vector<char> Open(64);
  fclose(fopen(&Open[0], "w")); // expect: stateless-local-file-write "unknown path"
  std::string String = "/tmp/";
  fgets(&String[0], 5, stdin);
  fclose(fopen(String.c_str(), "w")); // expect: stateless-local-file-write "unknown path"
  std::array<char, 64> Read{};
  fgets(Read.data(), Read.size(), stdin);
  fclose(fopen(Read.data(), "w")); // expect: stateless-local-file-write "unknown path"
}
int main() {
  httplib::Server S;
  S.Get("/", [](const httplib::Request &Q, httplib::Response &) {
    writeOk(Q.body.c_str());
    writeBad(Q.body.c_str());
  });
  S.listen("0.0.0.0", 80);
}

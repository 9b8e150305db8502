// args: -std=c++17 -isystem {fixtures}/include
#include "avatars.h"

void saveAvatar(const drogon::HttpRequestPtr &Req) {
  drogon::MultiPartParser Parser;
  Parser.parse(Req);
  const drogon::HttpFile &File = Parser.getFiles()[0];
  File.save();          // expect: stateless-local-file-write "'drogon::HttpFile::save' writes 'uploads'" "on '/avatar'" confidence proven
  File.save("avatars"); // expect: stateless-local-file-write "writes 'uploads/avatars'"
  File.save("/tmp/up"); // expect-benign: stateless-local-file-write "writable root"
}

// args: -std=c++17 -isystem {fixtures}/include
#include "uploads.h"

void saveAvatar(const drogon::HttpRequestPtr &Req) {
  drogon::MultiPartParser Parser;
  Parser.parse(Req);
  for (const drogon::HttpFile &File : Parser.getFiles()) {
    File.save();            // expect-benign: stateless-local-file-write "writable root"
    File.save("avatars");   // expect-benign: stateless-local-file-write "writable root"
    File.saveAs("me.png");  // expect-benign: stateless-local-file-write "writable root"
    File.saveAs("/srv/avatars/" + File.getFileName()); // expect: stateless-local-file-write "writes '/srv/avatars/...'" "on '/avatar'" confidence proven
  }
}

void saveCv(const drogon::HttpRequestPtr &Req) {
  drogon::MultiPartParser Parser;
  Parser.parse(Req);
  for (const drogon::HttpFile &File : Parser.getFiles())
    File.saveAs("../../srv/" + File.getFileName()); // expect: stateless-local-file-write "on '/cv'"
}

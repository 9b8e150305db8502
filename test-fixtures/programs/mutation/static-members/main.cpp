// args: -std=c++17 -isystem {fixtures}/include
#include "widget.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Get("/widget", [](const httplib::Request &Req, httplib::Response &Res) {
    Widget W;
    W.show();
    Widget::rename(Req.body);
    W.HistoryBad.push_back(Widget::StepOk); // expect-fact: write HistoryBad
    ScratchBad.assign(Req.path); // expect-fact: write ScratchBad
    Res.status = nest(W.Id) + Widget::limit() + nextId() + Widget::WidthOk + InlineOk;
  });
  return !App.listen("0.0.0.0", 8080);
}

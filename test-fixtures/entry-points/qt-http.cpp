// args: -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt6/QtHttpServer
// Qt's HTTP server, with its real headers: routes with and without a method, work
// in other threads.
#include <QCoreApplication>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QRunnable>
#include <QString>
#include <QThreadPool>
#include <QtConcurrent>

static int HitsBad;    // expect: stateless-mutable-global "HitsBad" "'/hits'" confidence proven
static int PostsBad;   // expect: stateless-mutable-global "PostsBad" "'POST /posts'" confidence proven
static int ItemsBad;   // expect: stateless-mutable-global "ItemsBad" "written after start-up by 'Items::operator()'" "'GET /items/<arg>'" confidence proven
static int MissingBad; // expect: stateless-mutable-global "MissingBad" "handler registered by 'QHttpServer::setMissingHandler'" confidence proven
static int WorkedBad;  // expect: stateless-mutable-global "WorkedBad" "written after start-up by 'Work::run'" confidence likely
static int PooledBad;  // expect: stateless-mutable-global "PooledBad" "lambda in 'main'" confidence likely
static int LaterBad;   // expect: stateless-mutable-global "LaterBad" "written after start-up by 'later'" confidence likely
static QString GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

struct Items {
  QString operator()(int Number) const {
    ItemsBad += Number;
    return GreetingOk;
  }
};

static void later() { ++LaterBad; }

class Work : public QRunnable {
public:
  void run() override { ++WorkedBad; }
};

int main(int Argc, char **Argv) {
  QCoreApplication App(Argc, Argv);
  GreetingOk = QStringLiteral("hello");
  QHttpServer Server;
  Server.route("/hits", [] {
    ++HitsBad;
    return GreetingOk;
  });
  Server.route("/posts", QHttpServerRequest::Method::Post, [](const QHttpServerRequest &) {
    ++PostsBad;
    return QHttpServerResponse(QHttpServerResponder::StatusCode::Created);
  });
  Server.route("/items/<arg>", QHttpServerRequest::Method::Get, Items());
  Server.setMissingHandler([](const QHttpServerRequest &, QHttpServerResponder &&Responder) {
    ++MissingBad;
    Responder.write(QHttpServerResponder::StatusCode::NotFound);
  });
  QThreadPool::globalInstance()->start(new Work());
  QThreadPool::globalInstance()->start([] { ++PooledBad; });
  QFuture<void> Later = QtConcurrent::run(later);
  Server.listen(QHostAddress::LocalHost, 8080);
  return App.exec();
}

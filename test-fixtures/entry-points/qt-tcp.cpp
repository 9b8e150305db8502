// args: -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
// Qt's TCP servers, with their real headers: slots that are lambdas, functions and
// methods, an overridden method, timers.
#include <QCoreApplication>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "written after start-up by 'Listener::accept'" "handler registered by 'QObject::connect'" confidence proven
static int LinesBad;    // expect: stateless-mutable-global "LinesBad" "lambda in 'Listener::accept'" confidence proven
static int OtherBad;    // expect: stateless-mutable-global "OtherBad" "lambda in 'main'" "handler registered by 'QObject::connect'" confidence proven
static int RawBad;      // expect: stateless-mutable-global "RawBad" "'RawServer::incomingConnection'" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "written after start-up by 'tick'" "handler registered by 'QObject::connect'" confidence proven
static int OnceBad;     // expect: stateless-mutable-global "OnceBad" "the timer of 'QTimer::singleShot'" confidence proven
static int EventsBad;   // expect: stateless-mutable-global "EventsBad" "'Listener::timerEvent'" confidence proven
static int WorkedBad;   // expect: stateless-mutable-global "WorkedBad" "written after start-up by 'Worker::run'" confidence likely
static QString GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Listener : public QObject {
public:
  Listener() {
    connect(&Server, &QTcpServer::newConnection, this, &Listener::accept);
    Server.listen(QHostAddress::LocalHost, 8080);
    startTimer(1000);
  }

protected:
  void timerEvent(QTimerEvent *) override { ++EventsBad; }

private:
  void accept() {
    ++AcceptedBad;
    ++Connections;
    while (QTcpSocket *Socket = Server.nextPendingConnection())
      connect(Socket, &QTcpSocket::readyRead, Socket, [Socket] {
        ++LinesBad;
        Socket->write(GreetingOk.toUtf8());
      });
  }

  QTcpServer Server;
  int Connections = 0;
};

class RawServer : public QTcpServer {
protected:
  void incomingConnection(qintptr) override { ++RawBad; }
};

class Worker : public QThread {
protected:
  void run() override { ++WorkedBad; }
};

static void tick() { ++TicksBad; }

int main(int Argc, char **Argv) {
  QCoreApplication App(Argc, Argv);
  GreetingOk = QStringLiteral("hello");
  Listener TheListenerBad; // expect: stateless-mutable-global "TheListenerBad" "Connections" "handler registered by 'QObject::connect'" confidence proven
  RawServer Raw;
  Raw.listen(QHostAddress::LocalHost, 8081);
  QTcpServer Other;
  QObject::connect(&Other, &QTcpServer::newConnection, [] { ++OtherBad; });
  Other.listen(QHostAddress::LocalHost, 8082);
  QTimer Timer;
  QObject::connect(&Timer, &QTimer::timeout, tick);
  Timer.start(1000);
  QTimer::singleShot(500, &App, [] { ++OnceBad; });
  Worker Thread;
  Thread.start();
  return App.exec();
}

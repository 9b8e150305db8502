// args: -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
// Holders of libraries whose only accessor is not const: what is done to the
// object inside decides. FP_: the accessor counts as a write of what it gives.
// FN_: so the type inside, a session map, is not looked at.
#include <Poco/SingletonHolder.h>
#include <Poco/ThreadLocal.h>
#include <QtCore/QCoreApplication>
#include <QtCore/QGlobalStatic>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <boost/thread/synchronized_value.hpp>
#include <map>
#include <string>

struct Session {
  QString User;
};
using SessionTable = QHash<QString, Session>;
Q_GLOBAL_STATIC(SessionTable, FN_sessions) // expect-missing: stateless-session-map expect: stateless-mutable-global "FN_sessions"
Q_GLOBAL_STATIC(QStringList, linesBad) // expect: stateless-mutable-global "'linesBad' is written after start-up"
Q_GLOBAL_STATIC_WITH_ARGS(QRegularExpression, patternOk, (QStringLiteral("^[a-z]+$")))
struct Hits {
  int N = 0;
  int get() const { return N; }
  void add() { ++N; }
};
static Poco::SingletonHolder<Hits> HeldBad; // expect: stateless-mutable-global "'HeldBad' is written after start-up"
static Poco::SingletonHolder<Hits> HeldOk;
static Poco::ThreadLocal<Hits> PerThreadBad; // expect: stateless-mutable-global "'PerThreadBad' is written after start-up"
static boost::synchronized_value<std::map<std::string, int>> GuardedBad; // expect: stateless-mutable-global "'GuardedBad' is written after start-up"

int main(int Argc, char **Argv) {
  QCoreApplication App(Argc, Argv);
  QTcpServer Server;
  QObject::connect(&Server, &QTcpServer::newConnection, [&Server] {
    QTcpSocket *S = Server.nextPendingConnection();
    QObject::connect(S, &QTcpSocket::readyRead, [S] {
      const QString Line = QString::fromUtf8(S->readAll());
      if (!patternOk->match(Line).hasMatch())
        return;
      (*FN_sessions)[Line].User = Line;
      linesBad->append(Line);
      HeldBad.get()->add();
      PerThreadBad.get().add();
      GuardedBad->emplace(Line.toStdString(), HeldOk.get()->get());
    });
  });
  Server.listen(QHostAddress::Any, 80);
  return App.exec();
}

// args: -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
// Holders of libraries whose only accessor is not const: what is done to the
// object inside decides, and its type tells what it is.
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
Q_GLOBAL_STATIC(SessionTable, sessionsBad) // expect: stateless-session-map "sessionsBad"
struct Quota {
  int Left = 9;
};
using QuotaTable = QHash<QString, Quota>;
// Its name is the typedef of a tag that the macro makes.
Q_GLOBAL_STATIC(QuotaTable, quotasBad) // expect: stateless-session-map "quotasBad"
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
static Poco::ThreadLocal<Hits> PerThreadOk;
static Poco::SingletonHolder<std::map<std::string, Session>> HeldSessionsBad; // expect: stateless-session-map "HeldSessionsBad"
static boost::synchronized_value<std::map<std::string, int>> ReadOk;
static boost::synchronized_value<std::map<std::string, int>> CopiedOk;
static boost::synchronized_value<std::map<std::string, Session>> GuardedSessionsBad; // expect: stateless-session-map "GuardedSessionsBad"
static boost::synchronized_value<std::map<std::string, int>> LockedBad; // expect: stateless-mutable-global "'LockedBad' is written after start-up"
static boost::synchronized_value<int> AssignedBad; // expect: stateless-mutable-global "'AssignedBad' is written after start-up"
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
      (*sessionsBad)[Line].User = Line;
      --(*quotasBad)[Line].Left;
      linesBad->append(Line);
      HeldBad.get()->add();
      PerThreadBad.get().add();
      (*HeldSessionsBad.get())[Line.toStdString()].User = Line;
      GuardedSessionsBad->emplace(Line.toStdString(), Session{Line});
      auto Lock = LockedBad.synchronize();
      Lock->erase(Line.toStdString());
      AssignedBad = PerThreadOk.get().get() + static_cast<int>(ReadOk->size() + ReadOk.synchronize()->count("a") + CopiedOk.get().size());
      GuardedBad->emplace(Line.toStdString(), HeldOk.get()->get());
    });
  });
  Server.listen(QHostAddress::Any, 80);
  return App.exec();
}

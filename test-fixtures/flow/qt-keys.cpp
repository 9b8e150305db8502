// args: -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
// The maps of Qt have an operator[] that is const as well; the other one adds a
// key that is not there, as in known-keys.cpp.
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

static QHash<QString, int> HashOk, FoundOk, ConstOk, NamedOk;
static QMap<QString, int> MapOk{{"a", 1}};
static QHash<QString, int> HashBad; // expect: stateless-mutable-global "'HashBad' is written after start-up"
static QMap<QString, int> MapBad; // expect: stateless-mutable-global "'MapBad' is written after start-up"

static int count(const QString &K) {
  int N = HashOk.contains(K) ? HashOk[K] : 0;
  auto It = FoundOk.constFind(K);
  if (It == FoundOk.constEnd())
    return N;
  N += FoundOk[K] + std::as_const(ConstOk)[K] + ConstOk.value(K);
  N += NamedOk[QStringLiteral("name")] + MapOk["a"];
  return N + HashBad[K] + MapBad[K] + HashBad.size() + MapBad.contains(K);
}
int main(int Argc, char **Argv) {
  QCoreApplication App(Argc, Argv);
  NamedOk.insert(QStringLiteral("name"), 1);
  QTcpServer Server;
  QObject::connect(&Server, &QTcpServer::newConnection, [&Server] { Server.nextPendingConnection()->write(QByteArray::number(count("x"))); });
  Server.listen(QHostAddress::Any, 80);
  return App.exec();
}

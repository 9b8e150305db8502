// Session maps that macros declare or write, and templates that hold them.
#include <map>
#include <string>

struct Session {
  int Hits = 0;
};
struct Article {
  int Price = 0;
};

#define STATE(TYPE, NAME) static std::map<int, TYPE> NAME
#define DROP(MAP, ID) (MAP).erase(ID)

STATE(Session, DeclaredByMacroBad); // expect: stateless-session-map "DeclaredByMacroBad"
STATE(Article, ArticlesBad);        // expect: stateless-mutable-global "ArticlesBad"
STATE(Session, AskedOk);            // expect-benign: stateless-session-map "never written"

static std::map<int, Session> WrittenByMacroBad; // expect: stateless-session-map "written by 'dropBad'"

void dropBad(int Id) {
  DROP(WrittenByMacroBad, Id);
  DROP(DeclaredByMacroBad, Id);
  DROP(ArticlesBad, Id);
}
bool askOk(int Id) { return AskedOk.count(Id) != 0; }

// One definition, one finding, however many instantiations.
template <class K> class SessionTable {
public:
  static void storeBad(const K &Key) { ByKeyBad[Key].Hits++; }

private:
  static std::map<K, Session> ByKeyBad;
};
template <class K> std::map<K, Session> SessionTable<K>::ByKeyBad; // expect: stateless-session-map "ByKeyBad"

void useTableBad() {
  SessionTable<int>::storeBad(1);
  SessionTable<std::string>::storeBad("a");
}

template <class V> std::map<int, V> TokensBad; // expect: stateless-session-map "token"
void storeTokenBad(int Id) { TokensBad<int>[Id] = 1; }

template <class T> int countBad(const T &Key) {
  static std::map<T, Session> SeenBad; // expect: stateless-session-map "SeenBad"
  return ++SeenBad[Key].Hits;
}
int useCountBad() { return countBad(1) + countBad(std::string("a")); }

template <class T> class Holder {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, T> ByIdBad; // expect: stateless-session-map "ByIdBad"
};
static Holder<Session> TheHolder;
void useHolderBad() { TheHolder.storeBad(1); }

int lambdaStaticBad(int Id) {
  auto Next = [](int Key) {
    static std::map<int, Session> InLambdaBad; // expect: stateless-session-map "InLambdaBad"
    return ++InLambdaBad[Key].Hits;
  };
  return Next(Id);
}

// Only ever an automatic object.
template <class T> class Local {
public:
  void storeOk(int Id) { ByIdOk[Id].Hits++; }

private:
  std::map<int, T> ByIdOk;
};
void useLocalOk() {
  Local<Session> L;
  L.storeOk(1);
}

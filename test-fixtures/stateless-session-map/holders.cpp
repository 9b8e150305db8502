// Session maps in objects that live as long as the process.
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Session {
  int Hits = 0;
};

class ByValue {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "ByValue::ByIdBad" confidence likely
};
static ByValue TheValue;
void useValueBad() { TheValue.storeBad(1); }

// Two objects of one class: still one field, one finding.
class Twice {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "Twice::ByIdBad"
};
static Twice First;
static Twice Second;
void useTwiceBad() {
  First.storeBad(1);
  Second.storeBad(2);
}

class ByUnique {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "ByUnique::ByIdBad"
};
static const std::unique_ptr<ByUnique> TheUnique = std::make_unique<ByUnique>();
void useUniqueBad() { TheUnique->storeBad(1); }

class ByShared {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "ByShared::ByIdBad"
};
static std::shared_ptr<ByShared> TheShared = std::make_shared<ByShared>();
void useSharedBad() { TheShared->storeBad(1); }

class ByPointer {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "ByPointer::ByIdBad"
};
static ByPointer *ThePointer = new ByPointer;
void usePointerBad() { ThePointer->storeBad(1); }

// Held by a member of a member, behind a smart pointer.
class Innermost {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "Innermost::ByIdBad"
};
struct Middle {
  std::unique_ptr<Innermost> Inner = std::make_unique<Innermost>();
};
struct Outer {
  Middle Part;
};
static Outer TheOuter;
void useOuterBad() { TheOuter.Part.Inner->storeBad(1); }

// The field is a base's.
class Base {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

protected:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "Base::ByIdBad"
};
class Derived : public Base {};
static Derived TheDerived;
void useDerivedBad() { TheDerived.storeBad(1); }

// The map is itself behind a pointer.
class Indirect {
public:
  void storeBad(int Id) { (*ByIdBad)[Id].Hits++; }

private:
  std::unique_ptr<std::map<int, Session>> ByIdBad = std::make_unique<std::map<int, Session>>(); // expect: stateless-session-map "Indirect::ByIdBad"
};
static Indirect TheIndirect;
void useIndirectBad() { TheIndirect.storeBad(1); }

// A function-local static object, no singleton: nobody else gets at it.
class InFunction {
public:
  void storeBad(int Id) { ByIdBad[Id].Hits++; }

private:
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "InFunction::ByIdBad"
};
void useFunctionBad() {
  static InFunction Local;
  Local.storeBad(1);
}

// A struct without methods; the writer reaches the field from outside.
struct Plain {
  std::map<int, Session> ByIdBad; // expect: stateless-session-map "written by 'usePlainBad'"
};
static Plain ThePlain;
void usePlainBad() { ThePlain.ByIdBad.erase(1); }

// No object of the class lives long.
class Request {
public:
  void storeOk(int Id) { ByIdOk[Id].Hits++; }

private:
  std::map<int, Session> ByIdOk;
};
void useRequestOk() {
  Request R;
  R.storeOk(1);
}

// No object at all.
class Unused {
public:
  void storeOk(int Id) { ByIdOk[Id].Hits++; }

private:
  std::map<int, Session> ByIdOk;
};

// A long-lived object that never writes its map.
class Lookup {
public:
  bool knowsOk(int Id) const { return ByIdOk.count(Id) != 0; }

private:
  std::map<int, Session> ByIdOk;
};
static Lookup TheLookup;
bool useLookupOk() { return TheLookup.knowsOk(1); }

// Only a constructor fills it.
class Loaded {
public:
  Loaded() { ByIdOk[1].Hits = 1; }
  int hitsOk(int Id) const { return ByIdOk.at(Id).Hits; }

private:
  std::map<int, Session> ByIdOk;
};
static const Loaded TheLoaded;
int useLoadedOk() { return TheLoaded.hitsOk(1); }

// The long-lived object only makes short-lived ones.
class Factory {
public:
  Request makeOk() const { return Request(); }
};
static const Factory TheFactory;
void useFactoryOk() { TheFactory.makeOk().storeOk(1); }

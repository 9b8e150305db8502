#ifndef SETTERS_H
#define SETTERS_H

void setAsPointer();
void setInTable();
void setInTemplate();
void setByChoice();
void setByNobody();
int sum();

struct Setter {
  void setByMember();
  static void setAsNumber();
};

// A library's template may call a method by a name that it knows.
struct Box {
  unsigned long size() const;
  unsigned long unused() const;
};

#endif

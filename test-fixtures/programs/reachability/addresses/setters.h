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

#endif

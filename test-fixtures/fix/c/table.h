#ifndef TABLE_H
#define TABLE_H

struct row {
  const char *name;
  int code;
};
extern int limit; /* fix: extern const int limit */
extern struct row rows[2]; /* fix: extern const struct row rows[2] */
extern const char *banner; /* fix: extern const char *const banner */
extern int counter;
int lookup(const char *name);
void hit(void);
#endif

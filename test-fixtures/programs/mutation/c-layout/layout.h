#ifndef LAYOUT_H
#define LAYOUT_H

union cell {
  int whole;
  unsigned char bytes[4];
};
struct flags {
  unsigned ready : 1;
  unsigned level : 3;
  union {
    int code;
    float ratio;
  };
};
struct grid {
  int rows[2][3];
  struct flags flags;
};

extern union cell cell_bad;
extern struct flags flags_bad, flags_ok;
extern struct grid grid_bad, grid_ok;
extern union cell cells_bad[2], cell_ok;
extern _Thread_local int depth_bad;

void mark(int n);
int look(int n);

#endif

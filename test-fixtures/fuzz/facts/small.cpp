int X;
void f() { X++; }

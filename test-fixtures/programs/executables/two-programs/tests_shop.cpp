// args: -std=c++20
int LimitOk = 100; // expect-benign: stateless-mutable-global "never written"
struct Config { int Limit = 10; void set(int N) { Limit = N; } };
int main() { Config C; for (int I = 0; I < 3; ++I) C.set(I); return C.Limit - 2 + LimitOk; }

// Files that C writes, with paths made of parts.
# 1 "/usr/include/stdio.h" 1 3
typedef struct FILE FILE;
FILE *fopen(const char *, const char *);
int fclose(FILE *);
int fputs(const char *, FILE *);
int snprintf(char *, unsigned long, const char *, ...);
char *getenv(const char *);
int system(const char *);
int rename(const char *, const char *);
int open(const char *, int, ...);
# 12 "files.c" 2
static char Path[256];
static FILE *Log;
struct Options { const char *Root; int Verbose; } Given = {"/var/lib/app", 0};

static void report(const char *Name) {
  char Local[128];
  snprintf(Local, sizeof Local, "%s/%s.log", Given.Root, Name);
  FILE *F = fopen(Local, "a");
  fputs(Name, F);
  fclose(F);
  rename(Local, "/tmp/old");
}
/* NOLINTBEGIN */
int serve(int Fd) {
  if (!Log)
    Log = fopen(getenv("LOG"), Fd ? "w" : "rb+");
  system("rm -rf /var/cache/app && touch /var/cache/new");
  open("data.bin", 0x241, 0644);
  report(Path);
  return Given.Verbose++;
}
/* NOLINTEND */

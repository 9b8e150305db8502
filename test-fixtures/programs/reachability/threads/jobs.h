#ifndef JOBS_H
#define JOBS_H

#include <string>

void startSweeper();
void report(const std::string &Text);
int measure(const std::string &Text);
void print(const std::string &Text);
int directly(const std::string &Text);

class Mailer {
public:
  void run(const std::string &Text) const;
};

#endif

#ifndef JOBS_H
#define JOBS_H

#include <string>

void setUp(const std::string &Name);
bool nextJob(std::string &Job);
void handle(const std::string &Job);

#endif

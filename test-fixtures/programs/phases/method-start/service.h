#ifndef SERVICE_H
#define SERVICE_H

#include <memory>
#include <string>

struct Service {
  virtual ~Service() = default;
  virtual void configure(const std::string &Name) = 0;
  virtual bool start() = 0;
};
std::unique_ptr<Service> makeService();
extern int ConfiguredOk, StartedBad;

#endif

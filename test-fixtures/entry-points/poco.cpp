// args: -std=c++17
// POCO, with its real headers: handlers that a factory makes for each request,
// connections, timers, threads. What a handler for one request holds is not kept.
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/Runnable.h>
#include <Poco/Thread.h>
#include <Poco/Timer.h>
#include <Poco/Util/Timer.h>
#include <Poco/Util/TimerTask.h>
#include <iostream>
#include <string>

using namespace Poco::Net;

static int HitsBad;      // expect: stateless-mutable-global "HitsBad" "'Hits::handleRequest'" confidence proven
static int MadeBad;      // expect: stateless-mutable-global "MadeBad" "'Factory::createRequestHandler'" confidence proven
static int ConnectedBad; // expect: stateless-mutable-global "ConnectedBad" "'Echo::run'" confidence proven
static int TicksBad;     // expect: stateless-mutable-global "TicksBad" "written after start-up by 'Clock::tick'" "the timer of 'Poco::TimerCallback::TimerCallback'" confidence proven
static int TasksBad;     // expect: stateless-mutable-global "TasksBad" "'Task::run'" confidence proven
static int WorkedBad;    // expect: stateless-mutable-global "WorkedBad" "written after start-up by 'Worker::run'" confidence likely
static int ThreadBad;    // expect: stateless-mutable-global "ThreadBad" "lambda in 'main'" confidence likely
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Hits : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &, HTTPServerResponse &Response) override {
    ++HitsBad;
    ++Steps;
    Response.send() << GreetingOk << Steps;
  }

private:
  int Steps = 0; // of one request
};

class Factory : public HTTPRequestHandlerFactory {
public:
  HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &Request) override {
    ++MadeBad;
    return Request.getURI() == "/hits" ? new Hits() : nullptr;
  }
};

// run is inherited from Poco::Runnable; what makes it serve is the class between.
class Echo : public TCPServerConnection {
public:
  using TCPServerConnection::TCPServerConnection;
  void run() override { ++ConnectedBad; }
};

class Clock {
public:
  void tick(Poco::Timer &) {
    ++TicksBad;
    ++Ticks;
  }

private:
  int Ticks = 0;
};

class Task : public Poco::Util::TimerTask {
public:
  void run() override { ++TasksBad; }
};

class Worker : public Poco::Runnable {
public:
  void run() override { ++WorkedBad; }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  Clock TheClockBad; // expect: stateless-mutable-global "TheClockBad" "Ticks" "the timer of 'Poco::TimerCallback::TimerCallback'" confidence proven
  Poco::Timer Timer(0, 1000);
  Poco::TimerCallback<Clock> OnTick(TheClockBad, &Clock::tick);
  Timer.start(OnTick);
  Poco::Util::Timer Tasks;
  Tasks.schedule(new Task(), 0, 1000);
  Worker TheWorker;
  Poco::Thread First, Second;
  First.start(TheWorker);
  Second.startFunc([] { ++ThreadBad; });

  TCPServer Raw(new TCPServerConnectionFactoryImpl<Echo>(), 8081);
  HTTPServer Server(new Factory(), 8080);
  Raw.start();
  Server.start();
  std::cin.get();
  Server.stop();
}

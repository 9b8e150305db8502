//===- main.cpp - The example shop ----------------------------------------===//
//
// Requests come as lines "PATH COOKIE BODY" on stdin.
//
//===----------------------------------------------------------------------===//
#include "handlers.h"
#include <iostream>
#include <sstream>

int main() {
  shop::readBuildInfo();
  shop::Router Pages;
  Pages.on("/login", shop::login);
  Pages.on("/cart", shop::addToCart);
  Pages.on("/upload", shop::upload);
  Pages.on("/thumbnail", shop::thumbnail);
  Pages.on("/statistics", shop::statistics);

  for (std::string Line; std::getline(std::cin, Line);) {
    std::istringstream In(Line);
    shop::Request Asked;
    In >> Asked.Path >> Asked.Cookie >> std::ws;
    std::getline(In, Asked.Body);
    shop::Response Answer = Pages.answer(Asked);
    shop::printLine(std::cout,
                    std::to_string(Answer.Status) + " " + Answer.Body);
  }
}

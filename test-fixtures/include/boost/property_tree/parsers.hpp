//===- parsers.hpp - Stand-in for the real header ---*- C++ -*-===//
//
// Property trees of Boost, and how they are read and written; in the real
// library each format has a header of its own.
// Declarations, and empty bodies of templates, for fixtures that are compiled but
// never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <ostream>
#include <string>

namespace boost {
namespace property_tree {

class ptree {
public:
  void put(const std::string &path, const std::string &value);
};

namespace json_parser {
template <class Ptree>
void write_json(std::basic_ostream<char> &stream, const Ptree &pt,
                bool pretty = true) {}
template <class Ptree>
void write_json(const std::string &filename, const Ptree &pt) {}
template <class Ptree>
void read_json(const std::string &filename, Ptree &pt) {}
} // namespace json_parser
using json_parser::read_json;
using json_parser::write_json;

namespace xml_parser {
template <class Ptree>
void write_xml(std::basic_ostream<char> &stream, const Ptree &pt,
                bool pretty = true) {}
template <class Ptree>
void write_xml(const std::string &filename, const Ptree &pt) {}
template <class Ptree>
void read_xml(const std::string &filename, Ptree &pt) {}
} // namespace xml_parser
using xml_parser::read_xml;
using xml_parser::write_xml;

namespace ini_parser {
template <class Ptree>
void write_ini(std::basic_ostream<char> &stream, const Ptree &pt,
                bool pretty = true) {}
template <class Ptree>
void write_ini(const std::string &filename, const Ptree &pt) {}
template <class Ptree>
void read_ini(const std::string &filename, Ptree &pt) {}
} // namespace ini_parser
using ini_parser::read_ini;
using ini_parser::write_ini;

namespace info_parser {
template <class Ptree>
void write_info(std::basic_ostream<char> &stream, const Ptree &pt,
                bool pretty = true) {}
template <class Ptree>
void write_info(const std::string &filename, const Ptree &pt) {}
template <class Ptree>
void read_info(const std::string &filename, Ptree &pt) {}
} // namespace info_parser
using info_parser::read_info;
using info_parser::write_info;

} // namespace property_tree
} // namespace boost

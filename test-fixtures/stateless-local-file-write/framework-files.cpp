// args: -std=c++17 -isystem {fixtures}/include
// Files that frameworks write: uploads that are saved, session stores that are
// folders, files of Beast, property trees.
#include <boost/beast.hpp>
#include <boost/property_tree/parsers.hpp>
#include <civetweb.h>
#include <cppcms/http_file.h>
#include <crow/middlewares/session.h>
#include <drogon/drogon.h>
#include <iostream>
#include <mongoose.h>
#include <oatpp/web/mime/multipart/FileProvider.hpp>
#include <seastar/core/file.hh>
#include <sstream>
#include <userver/fs/blocking.hpp>

namespace beast = boost::beast;
namespace pt = boost::property_tree;

//===-- Beast -------------------------------------------------------------===//

void beastWriteBad() {
  beast::error_code Ec;
  beast::file File;
  File.open("/data/raw.bin", beast::file_mode::write, Ec); // expect: stateless-local-file-write "'boost::beast::file::open' writes '/data/raw.bin'" confidence likely
}

void beastAppendBad() {
  beast::error_code Ec;
  beast::file_stdio File;
  File.open("/data/log.bin", beast::file_mode::append_existing, Ec); // expect: stateless-local-file-write "/data/log.bin"
}

void beastBodyBad(beast::http::message<beast::http::file_body> &Upload) {
  beast::error_code Ec;
  Upload.body().open("/data/body.bin", beast::file_mode::write_new, Ec); // expect: stateless-local-file-write "'boost::beast::http::file_body::value_type::open' writes '/data/body.bin'"
}

void beastModeBad(beast::file_mode Mode) {
  beast::error_code Ec;
  beast::file File;
  File.open("/data/any.bin", Mode, Ec); // expect: stateless-local-file-write "/data/any.bin" "the open mode is unknown" confidence possible
}

void beastReadOk(beast::http::message<beast::http::file_body> &Response) {
  beast::error_code Ec;
  beast::file File;
  File.open("/data/raw.bin", beast::file_mode::read, Ec); // expect-benign: stateless-local-file-write "read only"
  Response.body().open("/www/index.html", beast::file_mode::scan, Ec); // expect-benign: stateless-local-file-write "read only"
}

void beastTemporaryOk() {
  beast::error_code Ec;
  beast::file File;
  File.open("/tmp/raw.bin", beast::file_mode::write, Ec);
}

//===-- Property trees ----------------------------------------------------===//

void treeBad(const pt::ptree &Tree) {
  pt::write_json("/data/config.json", Tree); // expect: stateless-local-file-write "'boost::property_tree::write_json' writes '/data/config.json'" confidence likely
}

void otherTreesBad(const pt::ptree &Tree) {
  pt::write_xml("/data/config.xml", Tree);   // expect: stateless-local-file-write "/data/config.xml"
  pt::ini_parser::write_ini("config.ini", Tree); // expect: stateless-local-file-write "config.ini"
  pt::write_info("/data/config.info", Tree); // expect: stateless-local-file-write "/data/config.info"
}

void treeToStreamOk(const pt::ptree &Tree) {
  std::ostringstream Text;
  pt::write_json(Text, Tree);
  pt::write_xml(std::cout, Tree);
}

void treeToTemporaryOk(const pt::ptree &Tree) {
  pt::write_json("/tmp/config.json", Tree);
}

void readTreeOk(pt::ptree &Tree) { pt::read_json("/data/config.json", Tree); }

//===-- Session stores ----------------------------------------------------===//

using FileSessions = crow::SessionMiddleware<crow::FileStore>;

void sessionFilesBad() {
  crow::App<FileSessions> App{FileSessions{crow::CookieParser::Cookie("sid"), 16, crow::FileStore{"./sessions"}}}; // expect: stateless-local-file-write "'crow::FileStore' writes './sessions'" confidence likely
  (void)App;
}

void forwardedFolderBad() {
  FileSessions Short("/srv/short");                     // expect: stateless-local-file-write "'crow::FileStore' writes '/srv/short'"
  FileSessions Long(crow::CookieParser::Cookie("sid"), 16, "/srv/long"); // expect: stateless-local-file-write "'crow::FileStore' writes '/srv/long'"
}

void forwardedFolderOk() {
  FileSessions Short("/tmp/short");
  crow::SessionMiddleware<crow::InMemoryStore> Memory(crow::CookieParser::Cookie("sid"), 16);
}

void sessionFilesOk() {
  crow::FileStore Store("/tmp/sessions", 3600);
  (void)Store;
}

void memoryStoreOk() {
  crow::InMemoryStore Store;
  (void)Store;
}

//===-- Uploads -----------------------------------------------------------===//

void savedAsBad(const drogon::HttpFile &File) {
  File.saveAs("/srv/avatars/" + File.getFileName()); // expect: stateless-local-file-write "'drogon::HttpFile::saveAs' writes '/srv/avatars/...'" confidence likely
}

// Nothing sets the folder for uploads here, but another unit may.
void savedBad(const drogon::HttpFile &File) {
  File.save(); // expect: stateless-local-file-write "'drogon::HttpFile::save' writes a configurable path" confidence possible
}

void savedBelowBad(const drogon::HttpFile &File) {
  File.save("avatars"); // expect: stateless-local-file-write "a configurable path" confidence possible
}

void savedAsTemporaryOk(const drogon::HttpFile &File) {
  File.saveAs("/tmp/" + File.getFileName());
  File.save("/tmp/uploads");
}

void cppcmsBad(cppcms::http::file &File) {
  File.save_to("/srv/files/" + File.filename()); // expect: stateless-local-file-write "/srv/files/..."
}
void cppcmsOk(cppcms::http::file &File) { File.save_to("/tmp/upload"); }

void civetBad(mg_connection *Connection) {
  mg_store_body(Connection, "/srv/body.bin"); // expect: stateless-local-file-write "/srv/body.bin"
}
void civetOk(mg_connection *Connection) {
  mg_store_body(Connection, "/tmp/body.bin");
}

void mongooseBad(mg_connection *Connection, mg_http_message *Message) {
  mg_http_upload(Connection, Message, &mg_fs_posix, "/srv/uploads", 1000); // expect: stateless-local-file-write "'mg_http_upload' writes '/srv/uploads'"
}
void mongooseOk(mg_connection *Connection, mg_http_message *Message) {
  mg_http_upload(Connection, Message, &mg_fs_posix, "/tmp", 1000);
}

void userverBad(userver::engine::TaskProcessor &Tasks) {
  userver::fs::RewriteFileContents(Tasks, "/srv/user.txt", "text"); // expect: stateless-local-file-write "/srv/user.txt"
  userver::fs::blocking::RewriteFileContents("/srv/blocking.txt", "text"); // expect: stateless-local-file-write "/srv/blocking.txt"
}
void userverOk(userver::engine::TaskProcessor &Tasks) {
  userver::fs::RewriteFileContents(Tasks, "/tmp/user.txt", "text");
  (void)userver::fs::ReadFileContents(Tasks, "/srv/user.txt");
}

void seastarBad() {
  seastar::open_file_dma("/srv/sea.bin", seastar::open_flags::wo | seastar::open_flags::create); // expect: stateless-local-file-write "'seastar::open_file_dma' writes '/srv/sea.bin'"
}
void seastarOk() {
  seastar::open_file_dma("/srv/sea.bin", seastar::open_flags::ro); // expect-benign: stateless-local-file-write "read only"
}

namespace multipart = oatpp::web::mime::multipart;

void oatppPartBad() {
  multipart::createFilePartReader("/srv/part.bin"); // expect: stateless-local-file-write "/srv/part.bin"
  multipart::createTemporaryFilePartReader("/srv/parts"); // expect: stateless-local-file-write "/srv/parts"
}
void oatppStreamBad() {
  oatpp::data::stream::FileOutputStream Stream("/srv/stream.bin", "ab"); // expect: stateless-local-file-write "'oatpp::data::stream::FileOutputStream' writes '/srv/stream.bin'"
}
void oatppTextBad(const oatpp::String &Text) {
  Text.saveToFile("/srv/text.txt"); // expect: stateless-local-file-write "'oatpp::String::saveToFile' writes '/srv/text.txt'"
}
void oatppOk(std::FILE *Open) {
  multipart::createTemporaryFilePartReader("/tmp");
  multipart::createInMemoryPartReader(4096);
  oatpp::data::stream::FileOutputStream Own(Open, true); // Whoever opened it.
  oatpp::data::stream::FileInputStream In("/srv/stream.bin");
}

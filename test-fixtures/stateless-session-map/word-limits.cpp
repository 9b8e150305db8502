// A word inside another word does not count: these are plain mutable state.
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

struct Tokenizer {
  int Position = 0;
};
struct CartesianPoint {
  double X = 0, Y = 0;
};
struct Obsession {
  int Level = 0;
};
struct Image {
  int Width = 0;
};

static std::map<std::string, Tokenizer> TokenizersBad;        // expect: stateless-mutable-global "TokenizersBad"
static std::map<int, CartesianPoint> PointsBad;               // expect: stateless-mutable-global "PointsBad"
static std::map<int, Obsession> ObsessionsBad;                // expect: stateless-mutable-global "ObsessionsBad"
static std::map<int, int> PossessionCountBad;                 // expect: stateless-mutable-global "PossessionCountBad"
static std::map<int, int> cartographyBad;                     // expect: stateless-mutable-global "cartographyBad"
static std::map<int, int> CartridgeLevelBad;                  // expect: stateless-mutable-global "CartridgeLevelBad"
static std::map<int, int> TOKENIZATION_BAD;                   // expect: stateless-mutable-global "TOKENIZATION_BAD"
static std::unordered_map<std::string, std::weak_ptr<Image>> ImagesBad; // expect: stateless-mutable-global "ImagesBad"
static std::unordered_map<std::string, std::string> CacheBad; // expect: stateless-mutable-global "written by 'storeNamedBad'"

// The name of a function or of its parameter does not name the state.
static std::map<int, int> ColoursBad; // expect: stateless-mutable-global "written by 'startSessionBad'"
void startSessionBad(int SessionId) { ColoursBad[SessionId] = 1; }

void storeBad(int Id, const std::string &Name) {
  TokenizersBad[Name].Position = 1;
  PointsBad[Id].X = 1;
  ObsessionsBad[Id].Level = 1;
  PossessionCountBad[Id]++;
  cartographyBad[Id] = 1;
  CartridgeLevelBad.erase(Id);
  TOKENIZATION_BAD[Id] = 2;
}

void storeNamedBad(const std::string &Name, const std::shared_ptr<Image> &I) {
  ImagesBad[Name] = I;
  CacheBad[Name] = Name;
}

// The same words, never written after start-up.
static const std::map<std::string, Tokenizer> TokenizersOk = {{"a", {}}}; // expect-benign: stateless-mutable-global "constant"
static std::map<int, CartesianPoint> PointsOk;                            // expect-benign: stateless-mutable-global "never written"

// Whole words in all spellings do count.
static std::map<int, int> tokenBad;        // expect: stateless-session-map "token"
static std::map<int, int> m_carts_bad;     // expect: stateless-session-map "cart"
static std::map<int, int> s_userTokensBad; // expect: stateless-session-map "s_userTokensBad"

void storeWholeWordsBad(int Id) {
  tokenBad[Id] = 1;
  m_carts_bad[Id] = 1;
  s_userTokensBad[Id] = 1;
}

bool askOk(int Id, const std::string &Name) {
  return TokenizersOk.count(Name) != 0 || PointsOk.find(Id) != PointsOk.end();
}

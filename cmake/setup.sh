# shellcheck shell=bash
# Sourced by run and test: the one list of Debian packages, their installation,
# and the configuration of a build folder. Nothing here writes to stdout, so
# that a caller's output is the tool's alone.

Root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# say TEXT...: to stderr.
say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 2; }

# buildPackages LLVM: what the build needs. "command=package" is met by any
# such command, whoever installed it.
buildPackages() {
  printf '%s\n' "clang-$1" "lld-$1" "llvm-$1-dev" "libclang-$1-dev" \
    "clang-tidy-$1" cmake=cmake ninja=ninja-build ccache=ccache git=git \
    python3=python3 libyaml-cpp-dev libcli11-dev libmsgpack-cxx-dev \
    libgtest-dev libgmock-dev libseccomp-dev zlib1g-dev libzstd-dev libxml2-dev
}

# sanitizerPackages LLVM: the compiler's runtime for sanitizers and fuzzers.
sanitizerPackages() { printf '%s\n' "libclang-rt-$1-dev"; }

# testPackages LLVM: what the tests run besides. Both clang-tidy: each plugin
# is loaded into the other's host as well. Node.js carries the SARIF validator.
testPackages() {
  printf '%s\n' "llvm-$1" clang-tidy-22 clang-tidy-19 clang-format-22 \
    python3-yaml python3-jsonschema strace=strace valgrind=valgrind pre-commit=pre-commit \
    node=nodejs npm=npm nm=binutils dpkg-shlibdeps=dpkg-dev file=file
  frameworkPackages
}

# frameworkPackages: the libraries whose real headers the fixtures of entry
# points are written against, and what the services of the restart test use.
frameworkPackages() {
  printf '%s\n' libcpp-httplib-dev libboost-dev libboost-thread-dev \
    libboost-system-dev libboost-coroutine-dev libasio-dev libssl-dev \
    libwebsocketpp-dev libpistache-dev libcpprest-dev libgrpc++-dev \
    libprotobuf-dev libthrift-dev libpoco-dev qt6-base-dev \
    qt6-httpserver-dev qt6-websockets-dev libmicrohttpd-dev libfcgi-dev \
    libevent-dev libcivetweb-dev libulfius-dev libsoup-3.0-dev \
    libwebsockets-dev libuv1-dev librdkafka-dev libmosquitto-dev \
    libmosquittopp-dev libzmq3-dev cppzmq-dev libnats-dev libpaho-mqtt-dev \
    libpaho-mqttpp-dev librabbitmq-dev libhiredis-dev libsystemd-dev libcoap3-dev \
    libglib2.0-dev redis-server=redis-server
}

# missingPackages ENTRY...: those that are not there, one a line.
missingPackages() {
  local Entry Package Installed
  Installed=$(dpkg-query -W -f='${db:Status-Status} ${binary:Package}\n' |
              sed -n 's/^installed \([^:]*\).*/\1/p')
  for Entry in "$@"; do
    Package=${Entry#*=}
    if [[ $Entry == *=* ]] && command -v "${Entry%%=*}" >/dev/null; then
      continue
    fi
    grep -qxF -- "$Package" <<<"$Installed" || printf '%s\n' "$Package"
  done
}

# asRoot COMMAND...: its output to stderr, no questions asked.
asRoot() {
  local Sudo=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      die "not root and no sudo; as root: apt-get install ${Missing[*]}"
    Sudo=(sudo)
  fi
  "${Sudo[@]}" env DEBIAN_FRONTEND=noninteractive "$@" </dev/null >&2
}

# installMissing ENTRY...: with apt-get, if anything is missing.
installMissing() {
  local Missing
  if ! command -v dpkg-query >/dev/null; then
    say "warning: this is not Debian; taking for granted: ${*#*=}"
    return
  fi
  mapfile -t Missing < <(missingPackages "$@")
  if ((${#Missing[@]} == 0)); then
    return
  fi
  say "installing: ${Missing[*]}"
  asRoot apt-get -q update ||
    die "apt-get update failed; still missing: ${Missing[*]}"
  asRoot apt-get -q install -y --no-install-recommends "${Missing[@]}" ||
    die "apt-get could not install: ${Missing[*]}"
}

# What goes to CMake besides; callers fill it.
ConfigureArguments=()

# configure FOLDER LLVM: once; ninja configures again when needed.
configure() {
  if [[ -f $1/build.ninja ]]; then
    return
  fi
  say "configuring $1"
  # Python packages come from Debian, so it is Debian's Python that runs tests.
  local Python=()
  if [[ -x /usr/bin/python3 ]]; then
    Python=("-DPython3_EXECUTABLE=/usr/bin/python3")
  fi
  cmake --log-level=WARNING -S "$Root" -B "$1" -G Ninja \
    -DCMAKE_BUILD_TYPE=Release \
    "-DCMAKE_C_COMPILER=clang-$2" "-DCMAKE_CXX_COMPILER=clang++-$2" \
    "-DSTATELESS_LLVM_VERSION=$2" "${Python[@]}" \
    "${ConfigureArguments[@]}" </dev/null >&2
}

# build FOLDER LLVM TARGET...: one at a time in a folder; says nothing when all
# is up to date.
build() {
  local Folder=$1 Llvm=$2
  shift 2
  mkdir -p "$Folder"
  (
    flock 9
    configure "$Folder" "$Llvm"
    NINJA_STATUS='[%f/%t] ' ninja -C "$Folder" "$@" </dev/null 9>&- |
      sed -u -e '/^ninja: no work to do\.$/d' -e '/^ninja: Entering dir/d' \
        -e '/Re-checking globbed directories/d' >&2
  ) 9>"$Folder/.lock"
}

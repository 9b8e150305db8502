//===- AllowedOptions.cpp - Which compiler options are obeyed -------------===//
//
// Options are listed by name, so that one list serves all versions of Clang.
// "-fno-x" is judged as "-fx". Whole groups stand for their members only where
// that can do no harm: all are left out, or all are flags without an argument
// that select features of a processor.
//
//===----------------------------------------------------------------------===//
#include "extract/AllowedOptions.h"
#include "extract/ClangCompat.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <string>

using llvm::StringLiteral;
using llvm::StringRef;

namespace stateless {

// clang-format off: a word list, as many to a line as fit.

/// Sorted. What the code means depends on them. Files that they name are read.
constexpr StringLiteral Meaningful[] = {
    "--embed-dir=", "--gcc-install-dir=", "--gcc-toolchain=", "--gcc-triple=",
    "--no-system-header-prefix=", "--sysroot=", "--system-header-prefix=",
    "--target=", "-D", "-F", "-I", "-I-", "-O", "-O0", "-O4", "-Ofast", "-U",
    "-W", "-Wdeprecated", "-Winvalid-constexpr", "-Wno-deprecated",
    "-Wno-invalid-constexpr", "-Wno-write-strings", "-Wsystem-headers",
    "-Wwrite-strings", "-ansi", "-arch", "-c-isystem", "-cxx-isystem",
    "-fPIC", "-fPIE", "-faccess-control", "-faligned-allocation",
    "-faligned-new=", "-fallow-editor-placeholders", "-fallow-unsupported",
    "-faltivec", "-faltivec-src-compat=", "-fapple-kext",
    "-fapple-pragma-pack", "-fapplication-extension", "-fapprox-func",
    "-fasm", "-fasm-blocks", "-fassociative-math",
    "-fassume-nothrow-exception-dtor", "-fbitfield-type-align", "-fblocks",
    "-fborland-extensions", "-fbracket-depth=", "-fbuiltin", "-fc++-abi=",
    "-fc++-static-destructors=", "-fcf-protection=", "-fchar8_t",
    "-fcheck-new", "-fclang-abi-compat=", "-fcommon",
    "-fcomplete-member-pointers", "-fconst-strings", "-fconstexpr-depth=",
    "-fconstexpr-steps=", "-fcoro-aligned-allocation", "-fcoroutines",
    "-fcx-limited-range", "-fcxx-exceptions", "-fdeclspec",
    "-fdefault-calling-conv=", "-fdefer-ts", "-fdefine-target-os-macros",
    "-fdelayed-template-parsing", "-fdeprecated-macro", "-fdigraphs",
    "-fdollars-in-identifiers", "-fdouble-square-bracket-attributes",
    "-fdwarf-exceptions", "-felide-constructors", "-femulated-tls",
    "-fenable-matrix", "-fexceptions", "-fexcess-precision=",
    "-fexec-charset=", "-fexperimental-late-parse-attributes",
    "-fexperimental-library", "-fexperimental-new-constant-interpreter",
    "-fexperimental-relative-c++-abi-vtables", "-fextend-arguments=",
    "-fextended-identifiers", "-fexternc-nounwind", "-ffast-math",
    "-ffile-prefix-map=", "-ffile-reproducible", "-ffinite-math-only",
    "-ffixed-point", "-ffor-scope", "-fforce-enable-int128",
    "-ffp-eval-method=", "-ffp-model=", "-ffreestanding", "-fgnu-inline-asm",
    "-fgnu-keywords", "-fgnu89-inline", "-fgnuc-version=",
    "-fhonor-infinities", "-fhonor-nans", "-fhosted", "-fignore-exceptions",
    "-fincremental-extensions", "-finput-charset=", "-fkeep-static-consts",
    "-fknr-functions", "-flax-vector-conversions=", "-flto=",
    "-fmacro-prefix-map=", "-fmath-builtin", "-fmath-errno",
    "-fmax-type-align", "-fmax-type-align=", "-fms-compatibility",
    "-fms-compatibility-version=", "-fms-define-stdc", "-fms-extensions",
    "-fms-kernel", "-fms-layout-compatibility=", "-fms-memptr-rep=",
    "-fms-runtime-lib=", "-fms-volatile", "-fmsc-version=", "-fnamed-loops",
    "-fnative-half-arguments-and-returns", "-fnative-half-type",
    "-fnested-functions", "-fnew-alignment=", "-fnew-infallible",
    "-fno-builtin-", "-fobjc-exceptions", "-fopenacc", "-fopenmp",
    "-fopenmp-extensions", "-fopenmp-simd", "-fopenmp-version=", "-fopenmp=",
    "-foperator-arrow-depth=", "-foperator-names", "-fpack-struct",
    "-fpack-struct=", "-fpascal-strings", "-fpcc-struct-return", "-fpic",
    "-fpie", "-fpreserve-as-comments", "-fptrauth-auth-traps",
    "-fptrauth-block-descriptor-pointers", "-fptrauth-calls",
    "-fptrauth-elf-got", "-fptrauth-function-pointer-type-discrimination",
    "-fptrauth-indirect-gotos", "-fptrauth-init-fini",
    "-fptrauth-init-fini-address-discrimination", "-fptrauth-intrinsics",
    "-fptrauth-returns", "-fptrauth-type-info-vtable-pointer-discrimination",
    "-fptrauth-vtable-pointer-address-discrimination",
    "-fptrauth-vtable-pointer-type-discrimination", "-fraw-string-literals",
    "-freciprocal-math", "-freg-struct-return",
    "-frelaxed-template-template-args", "-fropi", "-frounding-math", "-frtti",
    "-frtti-data", "-frwpi", "-fsanitize-coverage=", "-fsanitize=",
    "-fseh-exceptions", "-fshort-enums", "-fshort-wchar",
    "-fsigned-bitfields", "-fsigned-char", "-fsigned-wchar", "-fsigned-zeros",
    "-fsized-deallocation", "-fsjlj-exceptions", "-fskip-odr-check-in-gmf",
    "-fstack-protector", "-fstack-protector-all", "-fstack-protector-strong",
    "-fstrict-enums", "-fstrict-flex-arrays=", "-ftemplate-depth=",
    "-fthreadsafe-statics", "-ftrapv", "-ftrigraphs", "-ftype-visibility=",
    "-funsafe-math-optimizations", "-funsigned-bitfields", "-funsigned-char",
    "-fuse-cxa-atexit", "-fvisibility-inlines-hidden",
    "-fvisibility-ms-compat", "-fvisibility=", "-fwasm-exceptions", "-fwchar",
    "-fwchar-type=", "-fwrapv", "-fwrapv-pointer", "-fwritable-strings",
    "-fxl-pragma-pack", "-fzos-extensions", "-fzvector", "-ibuiltininc",
    "-idirafter", "-iframework", "-iframeworkwithsysroot", "-imacros",
    "-imultilib", "-include", "-internal-externc-isystem",
    "-internal-isystem", "-iprefix", "-iquote", "-isysroot", "-isystem",
    "-isystem-after", "-iwithprefix", "-iwithprefixbefore", "-iwithsysroot",
    "-m3dnow", "-m3dnowa", "-mabi=", "-mabs=", "-mapx-features=", "-march=",
    "-marm64x", "-mbranch-protection=", "-mcmodel=", "-mconsole", "-mcpu=",
    "-mdll", "-mdouble=", "-mdynamic-no-pic", "-meabi", "-mexec-model=",
    "-mfloat-abi=", "-mfpmath=", "-mfpu=", "-mguard=", "-mhvx-length=",
    "-mhvx=", "-mhwdiv=", "-mios-simulator-version-min=",
    "-mios-version-min=", "-mlong-double-128", "-mlong-double-64",
    "-mlong-double-80", "-mmacos-version-min=", "-mmcu=", "-mnan=",
    "-mno-apx-features=", "-moutline-atomics", "-mprefer-vector-width=",
    "-mregparm=", "-mrvv-vector-bits=", "-msimd=",
    "-msve-streaming-vector-bits=", "-msve-vector-bits=", "-mtargetos=",
    "-mthread-model", "-mthreads", "-mtp=", "-mtune=",
    "-mtvos-simulator-version-min=", "-mtvos-version-min=", "-municode",
    "-mwatchos-simulator-version-min=", "-mwatchos-version-min=", "-mwindows",
    "-no-pie", "-no-pthread", "-nobuiltininc", "-nopie", "-nostdinc",
    "-nostdinc++", "-nostdlibinc", "-nostdsysteminc", "-pie", "-pthread",
    "-pthreads", "-shared", "-source-date-epoch", "-static", "-static-define",
    "-static-pie", "-std-default=", "-std=", "-stdlib++-isystem", "-stdlib=",
    "-target-abi", "-target-feature", "-traditional", "-traditional-cpp",
    "-undef", "-vtordisp-mode=", "-working-directory", "/EH", "/GR", "/GR-",
    "/LD", "/LDd", "/MD", "/MDd", "/MT", "/MTd", "/imsvc", "/std:"};

/// Sorted. What is made of the code, where it goes, how it is talked about, and
/// precompiled forms of what the command names as text, too.
constexpr StringLiteral Irrelevant[] = {
    "-###", "--analyze", "--analyzer-no-default-checks", "--analyzer-output",
    "--driver-mode=", "--end-no-unused-arguments", "--no-default-config",
    "--no-undefined", "--no-wasm-opt", "--param", "--rsp-quoting=",
    "--start-no-unused-arguments", "--verify-debug-info", "--wasm-opt", "-B",
    "-C", "-CC", "-G", "-H", "-K", "-P", "-Q", "-Qn", "-Qunused-arguments",
    "-Qy", "-V", "-Wa,", "-Xanalyzer", "-Xassembler", "-Xclangas",
    "-Xcompiler", "-Xlinker", "-Xparser", "-all_load", "-bind_at_load",
    "-bundle", "-bundle_loader", "-c", "-canonical-prefixes", "-combine",
    "-compatibility_version", "-coverage", "-current_version", "-dead_strip",
    "-dependency-dot", "-dependency-file", "-disable-O0-optnone",
    "-disable-free", "-disable-llvm-passes", "-disable-llvm-verifier",
    "-dumpdir", "-dumpmachine", "-dumpspecs", "-dumpversion", "-dynamiclib",
    "-emit-ast", "-emit-llvm", "-emit-obj", "-exported_symbols_list",
    "-faddrsig", "-fandroid-pad-segment", "-fansi-escape-codes", "-fapinotes",
    "-fapinotes-modules", "-fapple-link-rtlib", "-fassume-sane-operator-new",
    "-fassume-unique-vtables", "-fasync-exceptions",
    "-fasynchronous-unwind-tables", "-fautolink", "-fbasic-block-address-map",
    "-fbasic-block-sections=", "-fbinutils-version=", "-fbuild-session-file=",
    "-fbuild-session-timestamp=", "-fbuiltin-module-map",
    "-fcaret-diagnostics", "-fcaret-diagnostics-max-lines=",
    "-fcf-runtime-abi=", "-fcolor-diagnostics", "-fcomment-block-commands=",
    "-fcomplex-arithmetic=", "-fconstant-cfstrings",
    "-fconstexpr-backtrace-limit=", "-fcrash-diagnostics-dir=",
    "-fcrash-diagnostics=", "-fcreate-profile", "-fcx-fortran-rules",
    "-fcxx-modules", "-fdata-sections", "-fdelete-null-pointer-checks",
    "-fdenormal-fp-math=", "-fdepfile-entry=",
    "-fdirect-access-external-data", "-fdirectives-only",
    "-fdiscard-value-names", "-felide-type",
    "-feliminate-unused-debug-symbols", "-feliminate-unused-debug-types",
    "-fembed-bitcode=", "-femit-all-decls", "-ferror-limit=",
    "-ffat-lto-objects", "-ffile-compilation-dir=",
    "-ffine-grained-bitfield-accesses", "-ffinite-loops",
    "-fforce-dwarf-frame", "-fforce-emit-vtables", "-ffp-contract=",
    "-ffp-exception-behavior=", "-ffunction-sections", "-fgcse",
    "-fglobal-isel", "-fgnu-runtime", "-fimplicit-module-maps",
    "-fimplicit-modules", "-finline", "-finline-functions",
    "-finline-hint-functions", "-finstrument-function-entry-bare",
    "-finstrument-functions", "-finstrument-functions-after-inlining",
    "-fintegrated-as", "-fintegrated-cc1", "-fjmc", "-fjump-tables",
    "-fkeep-system-includes", "-flat_namespace", "-flimited-precision=",
    "-flto-jobs=", "-flto-partitions=", "-fmacro-backtrace-limit=",
    "-fmerge-all-constants", "-fmerge-functions", "-fmessage-length=",
    "-fminimize-whitespace", "-fmodule-file-deps", "-fmodule-map-file=",
    "-fmodule-name=", "-fmodule-output", "-fmodule-output=", "-fms-hotpatch",
    "-fms-omit-default-lib", "-fnext-runtime", "-fomit-frame-pointer",
    "-foptimize-sibling-calls", "-force_load", "-fparse-all-comments",
    "-fpatchable-function-entry=", "-fpch-timestamp", "-fplt",
    "-fpointer-tbaa", "-fprebuilt-implicit-modules", "-fproc-stat-report",
    "-fproc-stat-report=", "-fprotect-parens", "-fpseudo-probe-for-profiling",
    "-framework", "-frandom-seed=", "-frecord-command-line",
    "-fregister-global-dtors-with-atexit",
    "-fretain-comments-from-system-headers", "-frewrite-includes",
    "-frtlib-add-rpath", "-fsemantic-interposition", "-fshow-column",
    "-fshow-overloads=", "-fshow-skipped-includes", "-fshow-source-location",
    "-fslp-vectorize", "-fspell-checking", "-fspell-checking-limit=",
    "-fsplit-stack", "-fstandalone-debug", "-fstrict-aliasing",
    "-fstrict-float-cast-overflow", "-fstrict-overflow", "-fstrict-return",
    "-fstrict-vtable-pointers", "-fstruct-path-tbaa", "-fswift-async-fp=",
    "-fsymbol-partition=", "-ftabstop=", "-ftemp-file",
    "-ftemplate-backtrace-limit=", "-ftemporal-profile", "-ftest-coverage",
    "-fthin-link-bitcode=", "-fthinlto-distributor=", "-fthinlto-index=",
    "-ftls-model=", "-ftrap-function=", "-ftrapping-math",
    "-ftrivial-auto-var-init-max-size=",
    "-ftrivial-auto-var-init-stop-after=", "-ftrivial-auto-var-init=",
    "-funified-lto", "-funroll-loops", "-funwind-tables", "-fuse-init-array",
    "-fuse-ld=", "-fuse-line-directives", "-fuse-lipo=", "-fvalidate-pch",
    "-fveclib=", "-fvectorize", "-fverbose-asm", "-fverify-intermediate-code",
    "-fvirtual-function-elimination", "-fwhole-program-vtables",
    "-fworking-directory", "-fzero-call-used-regs=",
    "-fzero-initialized-in-bss", "-g", "-gen-cdb-fragment-path",
    "-headerpad_max_install_names", "-ignore-pch", "-image_base",
    "-include-pch", "-init", "-inline-asm=", "-install_name",
    "-malign-branch-boundary=", "-malign-branch=", "-masm=",
    "-mcompact-branches=", "-mdefault-build-attributes",
    "-mdefault-visibility-export-mapping=", "-mframe-chain=",
    "-mfunction-return=", "-mharden-sls=", "-mimplicit-it=",
    "-mindirect-jump=", "-mlarge-data-threshold=", "-mlinker-version=",
    "-mllvm", "-module-dependency-dir", "-mpad-max-prefix-size=", "-mrecip=",
    "-msign-return-address=", "-mstack-alignment=", "-mstack-probe-size=",
    "-mstack-protector-guard-offset=", "-mstack-protector-guard-reg=",
    "-mstack-protector-guard-symbol=", "-mstack-protector-guard=",
    "-mtls-dialect=", "-mtls-size=", "-mtocdata=", "-multi_module",
    "-mwarn-nonportable-cfstrings", "-no-canonical-prefixes",
    "-no-integrated-cpp", "-no-pedantic", "-nodefaultlibs", "-nolibc",
    "-nostdlib++", "-o", "-object-file-name=", "-p", "-pass-exit-codes",
    "-pedantic", "-pedantic-errors", "-pg", "-pipe", "-print-stats",
    "-rdynamic", "-relocatable-pch", "-resource-dir", "-rtlib=",
    "-save-stats=", "-save-temps=", "-serialize-diagnostics",
    "-shared-libgcc", "-shared-libsan", "-single_module", "-static-libgcc",
    "-static-libsan", "-static-libstdc++", "-static-openmp", "-time",
    "-twolevel_namespace", "-u", "-undefined", "-unexported_symbols_list",
    "-unwindlib=", "-v", "-via-file-asm", "-w", "-weak_framework", "-y"};

/// How the names of other irrelevant options begin.
constexpr StringLiteral IrrelevantFamilies[] = {
    "-falign-", "-fcoverage-", "-fcs-profile", "-fdebug-", "-fdiagnostics-",
    "-fexperimental-sanitize", "-fmemory-profile", "-fmodules-", "-fobjc-",
    "-foptimization-record", "-fpch-", "-fprofile", "-fsample-profile",
    "-fsanitize-", "-fsave-optimization-record", "-fsplit-", "-fstack-",
    "-ftime-", "-funique-", "-fvisibility-", "-fxray-"};

// clang-format on

llvm::ArrayRef<StringLiteral> meaningfulOptions() { return Meaningful; }
llvm::ArrayRef<StringLiteral> irrelevantOptions() { return Irrelevant; }

static bool isListed(llvm::ArrayRef<StringLiteral> Sorted, StringRef Name) {
  return std::binary_search(Sorted.begin(), Sorted.end(), Name);
}

static bool isInGroup(const llvm::opt::Option &Option,
                      llvm::ArrayRef<unsigned> Groups) {
  return llvm::any_of(Groups, [&](unsigned Id) { return Option.matches(Id); });
}

static OptionUse useOfGroup(const llvm::opt::Option &Option) {
  namespace O = compat::options;
  if (isInGroup(Option,
                {O::OPT_Action_Group, O::OPT_M_Group, O::OPT_DebugInfo_Group,
                 O::OPT_Diag_Group, O::OPT_Link_Group, O::OPT_d_Group,
                 O::OPT_StaticAnalyzer_Group, O::OPT_clang_ignored_f_Group,
                 O::OPT_clang_ignored_m_Group,
                 O::OPT_clang_ignored_gcc_optimization_f_Group,
                 O::OPT_clang_ignored_legacy_options_Group}))
    return OptionUse::Irrelevant;
  bool IsFlag = Option.getKind() == llvm::opt::Option::FlagClass;
  if (IsFlag && Option.matches(O::OPT_m_Group))
    return OptionUse::Meaning;
  return OptionUse::Refused;
}

OptionUse useOf(const llvm::opt::Option &Option) {
  std::string Name = Option.getPrefixedName().str();
  if (StringRef(Name).starts_with("-fno-") && !isListed(Meaningful, Name))
    Name.erase(2, 3);
  if (isListed(Meaningful, Name))
    return OptionUse::Meaning;
  if (isListed(Irrelevant, Name) ||
      llvm::any_of(IrrelevantFamilies, [&](StringRef Family) {
        return StringRef(Name).starts_with(Family);
      }))
    return OptionUse::Irrelevant;
  return useOfGroup(Option);
}

} // namespace stateless

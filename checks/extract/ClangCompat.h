//===- ClangCompat.h - Differences between Clang versions ------*- C++ -*-===//
//
// The only place that may ask which Clang major version it is compiled
// against. It must not hold anything that all supported versions share.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CLANGCOMPAT_H
#define STATELESS_EXTRACT_CLANGCOMPAT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#if CLANG_VERSION_MAJOR >= 22
#include "clang/Options/Options.h"
#else
#include "clang/Driver/Options.h"
#endif

namespace stateless::compat {

/// The options of the clang driver.
inline const llvm::opt::OptTable &driverOptions() {
#if CLANG_VERSION_MAJOR >= 22
  return clang::getDriverOptTable();
#else
  return clang::driver::getDriverOptTable();
#endif
}

#if CLANG_VERSION_MAJOR >= 22
namespace options = clang::options;
#else
namespace options = clang::driver::options;
#endif

/// A compiler instance that owns \p Invocation and reads through \p Files.
inline std::unique_ptr<clang::CompilerInstance>
makeInstance(std::shared_ptr<clang::CompilerInvocation> Invocation,
             clang::FileManager *Files,
             std::shared_ptr<clang::PCHContainerOperations> PchOps,
             clang::DiagnosticConsumer &Consumer) {
#if CLANG_VERSION_MAJOR >= 22
  auto Instance = std::make_unique<clang::CompilerInstance>(
      std::move(Invocation), std::move(PchOps));
  Instance->setVirtualFileSystem(Files->getVirtualFileSystemPtr());
  Instance->setFileManager(Files);
  Instance->createDiagnostics(&Consumer, /*ShouldOwnClient=*/false);
#else
  auto Instance = std::make_unique<clang::CompilerInstance>(std::move(PchOps));
  Instance->setInvocation(std::move(Invocation));
  Instance->setFileManager(Files);
  Instance->createDiagnostics(&Consumer, /*ShouldOwnClient=*/false);
#endif
  Instance->createSourceManager(
#if CLANG_VERSION_MAJOR < 22
      *Files
#endif
  );
  return Instance;
}

/// No file says which warnings to suppress where.
inline void forgetSuppressions(clang::DiagnosticOptions &Options) {
#if CLANG_VERSION_MAJOR >= 22
  Options.DiagnosticSuppressionMappingsFile.clear();
#endif
}

/// An engine that keeps what it is told to itself.
struct QuietDiagnostics {
  clang::IgnoringDiagConsumer Ignored;
#if CLANG_VERSION_MAJOR >= 22
  clang::DiagnosticOptions Options;
  clang::DiagnosticsEngine Engine{clang::DiagnosticIDs::create(), Options,
                                  &Ignored, /*ShouldOwnClient=*/false};
#else
  clang::DiagnosticsEngine Engine{new clang::DiagnosticIDs(),
                                  new clang::DiagnosticOptions(), &Ignored,
                                  /*ShouldOwnClient=*/false};
#endif
};

/// Whether \p Id is a warning or an extension, whatever level it has.
inline bool isWarning(const clang::DiagnosticsEngine &Diagnostics,
                      unsigned Id) {
#if CLANG_VERSION_MAJOR >= 22
  return Diagnostics.getDiagnosticIDs()->isWarningOrExtension(Id);
#else
  return clang::DiagnosticIDs::isBuiltinWarningOrExtension(Id);
#endif
}

/// Whether Clang can parse for \p Triple (normalised).
inline bool canTarget(const std::string &Triple) {
  auto Options = std::make_shared<clang::TargetOptions>();
  Options->Triple = Triple;
  QuietDiagnostics Quiet;
#if CLANG_VERSION_MAJOR >= 22
  clang::TargetInfo *Made =
      clang::TargetInfo::CreateTargetInfo(Quiet.Engine, *Options);
#else
  clang::TargetInfo *Made =
      clang::TargetInfo::CreateTargetInfo(Quiet.Engine, Options);
#endif
  return llvm::IntrusiveRefCntPtr<clang::TargetInfo>(Made) != nullptr;
}

/// The canonical type of a class, struct, union or enum.
inline clang::QualType typeOf(const clang::ASTContext &Ast,
                              const clang::TagDecl *Tag) {
#if CLANG_VERSION_MAJOR >= 22
  return Ast.getCanonicalTagType(Tag);
#else
  return Ast.getTypeDeclType(Tag).getCanonicalType();
#endif
}

/// What a file-scope asm declaration says to the assembler.
inline std::string assembly(const clang::FileScopeAsmDecl *D) {
#if CLANG_VERSION_MAJOR >= 22
  return D->getAsmString();
#else
  return D->getAsmString()->getString().str();
#endif
}

} // namespace stateless::compat

#endif

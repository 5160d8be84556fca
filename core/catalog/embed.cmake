# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=<resources> -DOUTPUT=<file.cpp> -P embed.cmake
# Writes catalog/*.json and sagas/*.json below ROOT as byte arrays: every compiler takes those, whatever their length.
file(GLOB files RELATIVE ${ROOT} ${ROOT}/catalog/*.json ${ROOT}/sagas/*.json)
list(SORT files)
set(arrays "")
set(entries "")
set(number 0)
foreach(file IN LISTS files)
    file(READ ${ROOT}/${file} hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    string(APPEND arrays "constexpr char kFile${number}[] = {${bytes}};\n")
    string(APPEND entries "    EmbeddedFile{\"${file}\", {kFile${number}, sizeof kFile${number}}},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made from resources/ by core/catalog/embed.cmake.
#include \"core/catalog/EmbeddedResources.h\"

namespace sagascope::catalog {
namespace {

${arrays}
constexpr EmbeddedFile kFiles[] = {
${entries}};

} // namespace

std::span<const EmbeddedFile> embeddedFiles()
{
    return kFiles;
}

} // namespace sagascope::catalog
")

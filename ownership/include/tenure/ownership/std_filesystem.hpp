// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>

#include "tenure/ownership/std_values.hpp"

namespace tenure {

template <ContentMarker M>
struct declare<M, std::filesystem::path> : content<M> {};
template <ContentMarker M>
struct declare<M, std::filesystem::file_status> : content<M> {};
template <ContentMarker M>
struct declare<M, std::filesystem::directory_entry> : content<M> {};

}  // namespace tenure

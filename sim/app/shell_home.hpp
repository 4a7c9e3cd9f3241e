// A home of its own for one run of the shell, so that nobody's drills are read.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <unistd.h>

namespace sonae::app {

struct ShellHome {
    std::filesystem::path path = [] {
        static int made = 0;
        return std::filesystem::temp_directory_path() / fmt::format("sonae-bench-ui-{}-{}", getpid(), ++made);
    }();
    ShellHome() = default;
    ShellHome(const ShellHome&) = delete;
    ShellHome& operator=(const ShellHome&) = delete;
    ~ShellHome()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

} // namespace sonae::app

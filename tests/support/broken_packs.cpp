#include "support/broken_packs.hpp"

#include "support/small_pack.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace sonae {
namespace {

struct Edit {
    std::string file, old_text, new_text;
};

void add_line(std::string& text, const std::string& line)
{
    if (!text.empty()) text += '\n';
    text += line;
}

std::vector<Edit> edits_of(const std::string& text)
{
    std::vector<Edit> edits;
    std::istringstream lines(text);
    bool fresh = true;
    for (std::string line; std::getline(lines, line); fresh = line.empty()) {
        if (line.empty()) continue;
        if (fresh)
            edits.push_back({line, "", ""});
        else if (line.starts_with("- "))
            add_line(edits.back().old_text, line.substr(2));
        else if (line.starts_with("+ "))
            add_line(edits.back().new_text, line.substr(2));
        else
            throw std::runtime_error("edit.txt: a line is neither old (- ) nor new (+ ): " + line);
    }
    return edits;
}

// "«x*300»" → 300 times x
std::string repeated(const std::string& text, std::size_t most)
{
    const std::size_t star = text.rfind('*');
    if (star == std::string::npos) throw std::runtime_error("edit.txt: no number of times in " + text);
    const int times = std::stoi(text.substr(star + 1));
    if (times < 0 || static_cast<std::size_t>(times) > most / (star + 1))
        throw std::runtime_error("edit.txt: too often: " + text);
    std::string result;
    for (int n = 0; n < times; ++n) result.append(text, 0, star);
    return result;
}

std::string expanded(const std::string& text, std::size_t most)
{
    static const std::string kOpen = "«", kClose = "»";
    std::string result;
    std::size_t done = 0;
    for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, done)) {
        const std::size_t inner = at + kOpen.size(), end = text.find(kClose, inner);
        if (end == std::string::npos) throw std::runtime_error("edit.txt: « without »");
        result += text.substr(done, at - done) + repeated(text.substr(inner, end - inner), most);
        if (result.size() > most) throw std::runtime_error("edit.txt: too much");
        done = end + kClose.size();
    }
    return result + text.substr(done);
}

void apply(pack::FileSet& files, const Edit& edit, std::size_t most)
{
    if (edit.old_text.empty()) return files.add(edit.file, expanded(edit.new_text, most));
    std::string& bytes = files.files.at(edit.file).bytes;
    const std::size_t at = bytes.find(edit.old_text);
    if (at == std::string::npos) throw std::runtime_error(edit.file + " holds no: " + edit.old_text);
    bytes.replace(at, edit.old_text.size(), expanded(edit.new_text, most));
}

} // namespace

std::filesystem::path broken_folder() { return std::filesystem::path(SONAE_SOURCE_DIR) / "tests/packs_broken"; }

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> broken_codes()
{
    std::vector<std::string> codes;
    for (const auto& entry : std::filesystem::directory_iterator(broken_folder()))
        if (entry.is_directory() && entry.path().filename() != "_base")
            codes.push_back(entry.path().filename().string());
    std::sort(codes.begin(), codes.end());
    return codes;
}

pack::FileSet edited_files(const std::string& edits, std::size_t most_bytes)
{
    pack::FileSet files;
    for (const auto& [name, file] : small_files().files) files.add(name, file.bytes);
    for (const Edit& edit : edits_of(edits)) apply(files, edit, most_bytes);
    return files;
}

pack::FileSet broken_files(const std::string& code)
{
    return edited_files(text_of(broken_folder() / code / "edit.txt"));
}

std::string faults_of(const pack::FileSet& files)
{
    read::Diagnostics told;
    pack::check(files, "", told);
    return read::format(told, Language::ja);
}

} // namespace sonae

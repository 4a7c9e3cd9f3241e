#include "store/error.hpp"

#include <SQLiteCpp/Exception.h>
#include <cerrno>
#include <fmt/format.h>
#include <sqlite3.h>
#include <system_error>

namespace sonae::store {

namespace {

struct Wording {
    const char* ja;
    const char* en;
};

// {} is the file's path.
Wording wording(StoreFault fault)
{
    switch (fault) {
    case StoreFault::missing:
        return {"「{}」が見つかりません。ファイルの場所と名前を確かめてください。",
                "\"{}\" was not found. Check where the file is and what it is called."};
    case StoreFault::exists:
        return {"「{}」はすでにあります。別の名前を付けてください。", "\"{}\" already exists. Choose another name."};
    case StoreFault::not_ours:
        return {"「{}」は Sonae の記録ファイルではありません。拡張子が .sonae のファイルを選んでください。",
                "\"{}\" is not a Sonae file. Choose a file that ends in .sonae."};
    case StoreFault::newer:
        return {"「{}」は新しい版の Sonae で作られています。Sonae を更新してから開いてください。",
                "\"{}\" was written by a newer Sonae. Update Sonae, then open it."};
    case StoreFault::damaged:
        return {"「{}"
                "」は壊れています。元のファイルはそのまま残し、「壊れた記録の救出」で読める分を新しいファイルに移してく"
                "ださい。",
                "\"{}\" is damaged. Keep it as it is and use salvage to move what can be read into a new file."};
    case StoreFault::locked:
        return {"「{}」は別のプログラムが使っています。そのプログラムを閉じてから、もう一度試してください。",
                "\"{}\" is in use by another program. Close that program and try again."};
    case StoreFault::read_only:
        return {"「{}」に書き込めません。書き込めるフォルダーに写してから開いてください。",
                "\"{}\" cannot be written. Copy it to a folder where you may write and open the copy."};
    case StoreFault::full:
        return {"ディスクがいっぱいで「{}」に書き込めません。空きを作ってから、もう一度試してください。",
                "The disk is full: \"{}\" cannot be written. Free some space and try again."};
    case StoreFault::io:
        return {"「{}」の読み書きに失敗しました。ディスクや USB メモリーの接続を確かめてください。",
                "Reading or writing \"{}\" failed. Check that its disk or USB stick is connected and healthy."};
    case StoreFault::stale:
        return {"「{}」の同じ班の記録が別のところで進められました。ファイルを開き直してください。",
                "The same table's record in \"{}\" was moved on elsewhere. Open the file again."};
    case StoreFault::unknown:
        return {"「{}」に、求められた記録がありません。別のファイルの記録でないか確かめてください。",
                "\"{}\" does not hold what was asked for. Check that it belongs to this file."};
    case StoreFault::other_rules:
        return {
            "「{}"
            "」はこのファイルと別の規則の版で記録されているため、合わせられません。二つのファイルのまま使ってください"
            "。",
            "\"{}\" was recorded under another version of the rules and cannot be merged. Keep the two files apart."};
    }
    return {"「{}」を扱えません。", "\"{}\" cannot be used."};
}

Localized sentence_for(StoreFault fault, const std::filesystem::path& path)
{
    const Wording words = wording(fault);
    return {fmt::format(fmt::runtime(words.ja), path.string()), fmt::format(fmt::runtime(words.en), path.string())};
}

std::string line_for_log(StoreFault fault, const std::filesystem::path& path, const std::string& detail)
{
    const std::string sentence = sentence_for(fault, path).en;
    return detail.empty() ? sentence : fmt::format("{} ({})", sentence, detail);
}

StoreFault fault_of_sqlite(int code)
{
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StoreFault::locked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: return StoreFault::read_only;
    case SQLITE_FULL: return StoreFault::full;
    case SQLITE_NOTADB: return StoreFault::not_ours;
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
    case SQLITE_INTERRUPT:
    case SQLITE_NOLFS: return StoreFault::io;
    // Our statements are right for our schema: whatever else SQLite objects to is what it found in the file.
    default: return StoreFault::damaged;
    }
}

StoreFault fault_of_system(const std::error_code& code)
{
    if (code.category() != std::system_category() && code.category() != std::generic_category()) return StoreFault::io;
    switch (code.value()) {
    case ENOENT:
    case ENOTDIR: return StoreFault::missing;
    case EEXIST: return StoreFault::exists;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return StoreFault::full;
    case EACCES:
    case EPERM:
    case EROFS: return StoreFault::read_only;
    case EISDIR: return StoreFault::not_ours;
    default: return StoreFault::io;
    }
}

} // namespace

StoreError::StoreError(StoreFault fault, std::filesystem::path path, std::string detail)
    : std::runtime_error(line_for_log(fault, path, detail)), fault_(fault), path_(std::move(path)),
      detail_(std::move(detail)), sentence_(sentence_for(fault_, path_))
{
}

void rethrow_about(const std::filesystem::path& path)
{
    try {
        throw;
    } catch (const StoreError&) {
        throw;
    } catch (const SQLite::Exception& error) {
        throw StoreError(fault_of_sqlite(error.getErrorCode()), path, error.what());
    } catch (const std::system_error& error) {
        throw StoreError(fault_of_system(error.code()), path, error.what());
    }
}

} // namespace sonae::store

// What a ProgrammeFile is made of, for the sources that carry it out.
#pragma once

#include "store/journal.hpp"
#include "store/journal_writer.hpp"

namespace sonae::store {

struct ProgrammeFile::Impl {
    explicit Impl(Database opened);
    void expect_writable() const;                             // StoreError(read_only) unless opened for writing
    Ordinal expect(const EntryId&) const;                     // StoreError(unknown) when the file has no such entry
    Ordinal expect(const EntryId&, std::uint32_t line) const; // … or has it on another line
    EntryId next_id();                                        // taken only once the entry is durable: see `last_number`

    Database database;
    JournalWriter writer;
    std::uint64_t file_id = 0;
    std::uint32_t rules_version = 0;
    std::uint64_t writing_as = 0; // EntryId::file of what this opening writes; 0 until it writes
    std::uint64_t last_number = 0;
};

void expect_sound_side_tables(const Database& database); // StoreError(damaged) when a digest is wrong

// Keys of `meta` that the layer keeps for itself.
inline constexpr const char* kFileIdKey = "sonae.file_id";
inline constexpr const char* kRulesKey = "sonae.rules_version";

void write_meta(Database& database, std::string_view key, std::string_view value);
std::optional<std::string> read_meta(const Database& database, std::string_view key);
void write_blob(Database& database, const std::string& sha, std::string_view bytes); // nothing if it is there
void write_kept(Database& database, const KeptBlob& kept);
void write_pack_file(Database& database, const std::string& pack, const std::string& path, const std::string& sha);
std::string read_blob(const Database& database, const std::string& sha);
std::string pack_sha_of(const std::map<std::string, std::string>& path_to_sha);
std::map<std::string, std::string> read_pack_shas(const Database& database, const std::string& pack); // path → sha
void write_text(Database& database, Ordinal entry, std::string_view field, std::string_view text);
std::map<std::string, std::string> read_texts(const Database& database, Ordinal entry);
void write_draft(Database& database, std::uint32_t line, std::string_view field, std::string_view text);
std::map<std::string, std::string> read_drafts(const Database& database, std::uint32_t line);
void write_conflict(Database& database, std::uint32_t line, Ordinal entry);

} // namespace sonae::store

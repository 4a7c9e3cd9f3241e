// The programme file (*.sonae): the record of accepted commands and what they caused, the packs it was played with,
// and, apart from the record, what people typed. Entries are only ever added; personal text can be overwritten and
// erased. Every row carries a digest of its own, so that reading gives what was written or throws StoreError(damaged).
// A ProgrammeFile belongs to one thread at a time.
#pragma once

#include "store/database.hpp"
#include "store/entry.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::store {

// Two heads of one line: ours is the one that plays on, theirs came with a merge.
struct Conflict {
    std::uint32_t line = 0;
    EntryId ours;
    EntryId theirs;
    bool operator==(const Conflict&) const = default;
};

struct MergeReport {
    std::map<std::uint32_t, std::size_t> imported; // line → entries that were new to us
    std::size_t known = 0;                         // entries that both files held before
    std::vector<Conflict> conflicts;               // those that this merge brought
};

struct Erasure {
    std::size_t texts = 0;
    std::size_t drafts = 0;
    std::vector<std::filesystem::path> other_files; // older copies beside the file that may still hold the texts
};

struct KeptBlob {
    std::string role; // "company", "scenario" …
    std::string id;
    std::string sha;
    bool operator==(const KeptBlob&) const = default;
};

class ProgrammeFile {
  public:
    // `rules_version` is the engine's when the file begins. Throws StoreError, as everything here does.
    static ProgrammeFile create(const std::filesystem::path& path, std::uint32_t rules_version);
    static ProgrammeFile open(const std::filesystem::path& path, OpenMode mode);
    ProgrammeFile(ProgrammeFile&&) noexcept;
    ProgrammeFile& operator=(ProgrammeFile&&) noexcept;
    ~ProgrammeFile();

    const std::filesystem::path& path() const;
    std::uint64_t file_id() const; // of the programme: copies share it (entry ids are told apart by EntryId::file)
    std::uint32_t rules_version() const;

    // One durable transaction: when it returns, kill -9 and a power cut lose nothing of it. `entry.parent` is the
    // line's head (else StoreError(stale)); `entry.id` is assigned; the facts' and points' own `entry` is not read. The
    // line's head becomes the new entry, or `new_head`, an older entry of the line, when the entry takes the line back.
    // `texts` (field → text) are what was typed beside it: kept apart, as by set_text; empty ones are not kept.
    EntryId append(Entry& entry, std::span<const StoredFact> facts, std::span<const SeriesPoint> points,
                   std::optional<EntryId> new_head = {}, const std::map<std::string, std::string>& texts = {});

    // In the order in which they came into this file; a parent is always before its children. Abandoned branches
    // included.
    std::vector<Entry> entries() const;
    std::vector<Entry> entries(std::uint32_t line) const;
    std::map<std::uint32_t, EntryId> heads() const;
    EntryId head(std::uint32_t line) const;                  // none for a line without entries
    std::vector<Entry> path_to(const EntryId& id) const;     // the fold's path: from the line's first entry to `id`
    std::vector<StoredFact> facts(std::uint32_t line) const; // abandoned branches included: tell them by `entry`
    std::vector<SeriesPoint> series(std::uint32_t line) const;

    // Takes over every entry, fact, blob, pack and text that only the other file holds. A line that only one of the two
    // played on since they parted takes that one's head; a line that both played on keeps our head and becomes a
    // conflict.
    MergeReport merge_from(const std::filesystem::path& other);
    std::vector<Conflict> conflicts() const;
    void settle_conflicts(std::uint32_t line); // someone has chosen; both branches stay in the file

    // Bytes are kept once, whatever names them. Answers their SHA-256.
    std::string keep_blob(std::string_view role, std::string_view id, std::string_view bytes);
    std::string blob(std::string_view sha) const;
    std::vector<KeptBlob> kept(std::string_view role) const;
    // A pack is its set of (relative path, bytes); equal packs have equal shas.
    std::string keep_pack(const std::map<std::string, std::string>& files);
    std::map<std::string, std::string> pack_files(std::string_view pack_sha) const;
    std::vector<std::string> packs() const;

    // Personal and free text: beside the record, never in it, never part of a fold.
    void set_text(const EntryId& entry, std::string_view field, std::string_view text);
    std::map<std::string, std::string> texts(const EntryId& entry) const;
    void save_draft(std::uint32_t line, std::string_view field, std::string_view text); // an empty text removes it
    std::map<std::string, std::string> drafts(std::uint32_t line) const;
    // Removes the line's texts and drafts, and their bytes from the file and its -wal. Needs the file to itself.
    Erasure erase_texts(std::uint32_t line);

    void set_meta(std::string_view key, std::string_view value); // the programme's own keys; an empty value removes it
    std::optional<std::string> meta(std::string_view key) const;

    struct Impl; // defined inside this layer

  private:
    explicit ProgrammeFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace sonae::store

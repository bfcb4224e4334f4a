#include "tables/reports.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Part first_part = 2;  // the parts that have tables
constexpr Part last_part = 4;
constexpr std::size_t telling = 3;  // different rows, to know that a table is there
constexpr std::size_t enough = 6;   // different rows again, to know that a report is

// The title of a report on a line of its own.
bool is_title(std::u16string_view line) {
  constexpr std::size_t longest = 60;
  return line.size() <= longest && line.find(u"信息公开") != std::u16string_view::npos &&
         (line.find(u"年度报告") != std::u16string_view::npos ||
          line.find(u"年报") != std::u16string_view::npos);
}

class Search {
 public:
  Search(std::u16string_view text, std::span<const Letter> letters, std::span<const Hit> hits)
      : text_(text), letters_(letters), hits_(hits) {
    for (std::vector<bool>& seen : seen_) seen.assign(labels().size(), false);
    again_.assign(labels().size(), false);
  }

  std::optional<std::uint32_t> run() {
    for (const Hit& hit : hits_) {
      const Label& label = labels()[hit.label];
      if (label.kind == LabelKind::section) {
        heading(hit, label);
      } else if (shows_row(hit, label)) {
        row(hit, label);
      }
      if (again_count_ >= enough || headings_again_ >= telling) return beginning();
    }
    return std::nullopt;
  }

 private:
  void row(const Hit& hit, const Label& label) {
    const Part latest = latest_part();
    const bool known = seen_[label.part][hit.label];
    // The heads of section 4 come three times in one table, and 总计 is a head and a row.
    if (known && (label.part == last_part || label.key == "handled")) return;
    if (known && (label.part < latest || again_count_ >= telling)) {
      if (again_count_ == 0) first_again_ = hit.begin;
      count(again_, hit.label, again_count_);
      return;
    }
    if (known) return;
    // Rows that have not been there go on with the report: what came before was said in a note.
    if (again_count_ < telling) {
      again_count_ = 0;
      std::fill(again_.begin(), again_.end(), false);
      last_shown_ = hit.end;
    }
    count(seen_[label.part], hit.label, shown_[label.part]);
  }

  // Headings with their numbers from 一 or 二 again behind those of the last parts, in a text that
  // is no table of contents.
  void heading(const Hit& hit, const Label& label) {
    constexpr std::uint32_t prose = 130;  // letters; the headings alone have about 80
    if (letters_[hit.first].at == hit.begin || hit.score <= hit.left + hit.right) return;
    if (headings_ == 0) first_heading_ = hit.first;
    const auto bit = static_cast<std::uint8_t>(1U << label.part);
    const bool ended = headings_ >= (1U << 5);
    const bool whole = ended && last_heading_ - first_heading_ > prose;
    if (ended && !whole && label.part <= 3) {  // a table of contents
      headings_ = 0;
      first_heading_ = hit.first;
    }
    if (whole && (headings_ & bit) != 0 && label.part <= 3 && headings_again_ == 0) {
      first_again_ = hit.begin;
      headings_again_ = 1;
      last_again_ = label.part;
    } else if (headings_again_ > 0 && label.part > last_again_) {
      ++headings_again_;
      last_again_ = label.part;
    } else {
      headings_ = static_cast<std::uint8_t>(headings_ | bit);
      last_heading_ = hit.first;
      if (headings_again_ == 0) last_shown_ = std::max(last_shown_, hit.end);
    }
  }

  // A row with figures behind it, or a head of section 4, alone in its place.
  [[nodiscard]] bool shows_row(const Hit& hit, const Label& label) const {
    if (!hit.exact || label.part < first_part || label.part > last_part) return false;
    if (hit.left > 1.0F || hit.right > 1.0F) return false;
    if (label.part == last_part) return label.kind == LabelKind::column;
    if (label.kind != LabelKind::row) return false;
    return hit.last < letters_.size() && letters_[hit.last].after_number;
  }

  static void count(std::vector<bool>& seen, std::uint16_t label, std::size_t& count) {
    if (!seen[label]) ++count;
    seen[label] = true;
  }

  // The latest table of which enough has been seen.
  [[nodiscard]] Part latest_part() const {
    for (Part part = last_part; part > first_part; --part) {
      if (shown_[part] >= telling) return part;
    }
    return first_part;
  }

  // The first line with a title, or with the heading of a part, behind the tables before; else
  // where the rows begin again.
  [[nodiscard]] std::uint32_t beginning() const {
    std::uint32_t heading = first_again_;
    for (const Hit& hit : hits_) {
      const Label& label = labels()[hit.label];
      if (hit.begin < last_shown_ || hit.begin >= first_again_) continue;
      if (label.kind == LabelKind::section && label.part <= 3 && hit.score > hit.left + hit.right) {
        heading = std::min(heading, hit.begin);
      }
    }
    for (std::size_t begin = last_shown_; begin < heading;) {
      std::size_t end = begin;
      while (end < heading && !is_line_end(text_[end])) ++end;
      if (begin > last_shown_ && is_title(text_.substr(begin, end - begin))) {
        return static_cast<std::uint32_t>(begin);
      }
      begin = end + 1;
    }
    return heading;
  }

  std::u16string_view text_;
  std::span<const Letter> letters_;
  std::span<const Hit> hits_;
  std::array<std::vector<bool>, last_part + 1> seen_;  // by part, the labels
  std::array<std::size_t, last_part + 1> shown_{};     // by part, how many
  std::vector<bool> again_;                            // labels seen a second time
  std::size_t again_count_ = 0;
  std::uint8_t headings_ = 0;  // of parts, a bit each
  std::uint32_t first_heading_ = 0;
  std::uint32_t last_heading_ = 0;
  std::size_t headings_again_ = 0;
  Part last_again_ = 0;
  std::uint32_t first_again_ = 0;
  std::uint32_t last_shown_ = 0;
};

}  // namespace

std::optional<std::uint32_t> second_report(std::u16string_view text,
                                           std::span<const Letter> letters,
                                           std::span<const Hit> hits) {
  return Search(text, letters, hits).run();
}

}  // namespace gouji

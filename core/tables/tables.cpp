#include "tables/tables.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "tables/alignment.h"
#include "tables/disputes.h"
#include "tables/evidence.h"
#include "tables/filling.h"
#include "tables/form_choice.h"
#include "tables/gather.h"
#include "tables/mentions.h"
#include "tables/reports.h"
#include "tables/rows.h"
#include "tables/sections.h"
#include "text/fold.h"
#include "text/markup.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Part part_of(TableId id) { return static_cast<Part>(static_cast<int>(id) + 2); }

constexpr std::size_t index(TableId id) { return static_cast<std::size_t>(id); }

// How much of a table was found, and where it stands.
void finish(const Document& document, const Region& region, std::span<Cell> cells,
            TableReading& reading) {
  constexpr std::size_t most_mentions = 2;  // of rows, in prose below a heading
  const auto found =
      static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const Cell& cell) {
        return cell.state != CellState::missing;
      }));
  const bool mentions = reading.rows_seen <= most_mentions;
  if (found == cells.size()) {
    reading.status = TableStatus::complete;
  } else if (found > 0 || (region.heading && mentions && offer_figures(document, region, cells))) {
    reading.status = TableStatus::partial;
  } else {
    // Labels without any value are a table all the same, though an empty one.
    reading.status = !mentions        ? TableStatus::partial
                     : region.heading ? TableStatus::lost
                                      : TableStatus::absent;
  }
  const std::uint32_t last = document.labels[region.last_label - 1].end;
  Span span = document.normalized.original(region.begin, std::max(region.begin, last));
  for (const Cell& cell : cells) {
    if (cell.span) span.end = std::max(span.end, cell.span->end);
  }
  reading.span = span;
}

void read_table(const Document& document, const Evidence& evidence, TableId id, Gatherer& gatherer,
                Reconstruction& out) {
  const Region& region = gatherer.region();
  TableReading& reading = out.tables[index(id)];
  if (reading.form == nullptr) {
    if (!region.any) return;
    reading.status = TableStatus::lost;
    // Without any mark of a form the newest is as good: sections 3 and 4 hardly differ.
    reading.form = &all_forms()[0];
  }
  const std::size_t first_cell = out.cells.size();
  for (const FormCell& cell : reading.form->cells_of(id)) out.cells.emplace_back().id = cell.id;
  if (!region.any) return;
  const std::span<Cell> cells = std::span(out.cells).subspan(first_cell);
  if (id == TableId::disputes) {
    read_disputes(document, evidence, gatherer, reading, cells);
  } else {
    read_rows(document, evidence, id, gatherer, reading, cells);
  }
  finish(document, region, cells, reading);
}

// Headings that converters put between the rows of a table, on lines of their own: nothing there
// but the rows. They are another part's, which are no labels there, or the table's own again.
void find_strays(Document& document) {
  std::vector<Hit>& labels = document.labels;
  std::array<bool, 7> headed{};  // by part
  std::size_t kept = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label& label = label_of(labels[i]);
    if (label.kind == LabelKind::section) {
      const Label* const before = kept > 0 ? &label_of(labels[kept - 1]) : nullptr;
      const bool between_rows =
          before != nullptr && before->kind == LabelKind::row && before->part == label.part;
      if (between_rows && headed[label.part]) continue;
      headed[label.part] = true;
    }
    labels[kept++] = labels[i];
  }
  labels.resize(kept);
  const std::u16string_view text = document.folded;
  for (const Hit& hit : document.headings) {
    const auto other = std::partition_point(
        labels.begin(), labels.end(), [&](const Hit& label) { return label.end <= hit.begin; });
    if (other != labels.end() && other->begin < hit.end) continue;
    std::size_t begin = hit.begin;
    std::size_t end = hit.end;
    while (begin > 0 && (is_space(text[begin - 1]) || text[begin - 1] == u'#')) --begin;
    while (end < text.size() && is_space(text[end])) ++end;
    const bool alone = (begin == 0 || is_line_end(text[begin - 1])) &&
                       (end == text.size() || is_line_end(text[end]));
    if (!alone) continue;
    document.strays.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
}

}  // namespace

Document read_document(std::u16string_view source) {
  Document out;
  out.source = source;
  out.normalized = normalize(source);
  blank_markup(out.normalized.text);
  out.layout = lay_out(out.normalized.text);
  for (const PageMark& mark : out.layout.page_marks) {
    std::fill(out.normalized.text.begin() + mark.begin, out.normalized.text.begin() + mark.end,
              u' ');
  }
  out.folded = fold(out.normalized.text);
  out.letters = read_letters(out.folded);
  std::vector<Hit> hits = find_labels(out.normalized.text, out.letters);
  if (const std::optional<std::uint32_t> end = second_report(out.folded, out.letters, hits)) {
    out.others = out.normalized.original(*end, out.normalized.text.size());
    out.normalized.text.resize(*end);
    out.folded.resize(*end);
    out.layout = lay_out(out.normalized.text);
    std::erase_if(hits, [&](const Hit& hit) { return hit.end > *end; });
    std::erase_if(out.letters, [&](const Letter& letter) { return letter.at >= *end; });
  }
  drop_mentions(out.folded, hits);
  for (const std::uint32_t hit : align(hits)) out.labels.push_back(hits[hit]);
  for (const Hit& hit : hits) {
    if (label_of(hit).kind == LabelKind::section && hit.score > hit.left + hit.right) {
      out.headings.push_back(hit);
    }
  }
  find_strays(out);
  return out;
}

Reconstruction reconstruct(const Document& document, const Form* due) {
  Reconstruction out;
  out.sections = find_sections(document);
  std::vector<Gatherer> gatherers;
  std::size_t numerals = 0;
  for (const TableId id : all_tables) {
    gatherers.emplace_back(document, find_region(document, part_of(id)));
    numerals += gatherers.back().numerals();
  }
  const Gatherer& requests = gatherers[index(TableId::requests)];
  const auto forms = choose_forms(document, gatherers[index(TableId::disclosure)].region(),
                                  requests.region(), due);
  // Section 3 as it stands, before anything is left out of it.
  const Evidence evidence = find_evidence(document, requests);
  for (const TableId id : all_tables) {
    Gatherer& gatherer = gatherers[index(id)];
    if (numerals >= 2) gatherer.read_ones();
    out.tables[index(id)].form = forms[index(id)];
    read_table(document, evidence, id, gatherer, out);
  }
  return out;
}

}  // namespace gouji

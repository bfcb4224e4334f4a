#include "sample.h"

#include <algorithm>

#include "damage.h"
#include "layouts.h"

namespace gouji::property {
namespace {

std::vector<const Damage*> chosen(Random& random, std::string_view names) {
  std::vector<const Damage*> out;
  if (names == "none") return out;
  if (names == "any" || names == "mix") {
    std::vector<const Damage*> all;
    for (const Damage& damage : damages()) all.push_back(&damage);
    random.shuffle(all);
    all.resize(names == "any" ? 1 : static_cast<std::size_t>(random.between(2, 4)));
    out = all;
  } else {
    for (std::size_t at = 0; at <= names.size();) {
      const std::size_t end = std::min(names.find('+', at), names.size());
      if (const Damage* damage = find_damage(names.substr(at, end - at))) out.push_back(damage);
      at = end + 1;
    }
  }
  std::sort(out.begin(), out.end());  // the list's own order
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// A row with a label cell too many and a blank among its values: is the first value under the
// second column, or is the row moved? Nobody can say.
void doubt_shifted_rows(const Document& document, Truth& truth) {
  for (const Table& table : document.tables) {
    for (const Row& row : table.rows) {
      if (!row.shifted || row.full()) continue;
      for (const std::string& id : row.ids()) truth.undetermine(id);
    }
  }
}

void fullwidth_marks(std::u32string& text) {
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t& c = text[i];
    const bool in_number =
        i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (c == U'(') c = U'\uFF08';
    if (c == U')') c = U'\uFF09';
    if (c == U':' && !in_number) c = U'\uFF1A';
    if (c == U',' && !in_number) c = U'\uFF0C';
  }
}

std::string number_json(const Number& number) { return utf8(digits(number)); }

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

const Layout& drawn(Random& random, bool html) {
  std::vector<const Layout*> items;
  for (const Layout& layout : layouts()) {
    if (html || !layout.html) items.push_back(&layout);
  }
  return *random.pick(items);
}

/// Changes the text between tags and entities only.
template <class Change>
void change_text(std::u32string& text, bool html, const Change& change) {
  if (!html) {
    change(text);
    return;
  }
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == U'<' || text[at] == U'&') {
      const std::size_t end =
          std::min(text.find(text[at] == U'<' ? U'>' : U';', at), text.size() - 1);
      out += text.substr(at, end + 1 - at);
      at = end + 1;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(U"<&", at), text.size());
    std::u32string piece = text.substr(at, end - at);
    change(piece);
    out += piece;
    at = end;
  }
  text = out;
}

const char* form_name(Form form) { return form == Form::f2019 ? "2019" : "2021"; }

}  // namespace

Sample make_sample(std::uint64_t seed, std::string_view layout_name,
                   std::string_view damage_names) {
  // A stream for each stage: the same seed gives the same report in every layout and with every
  // damage, so that two writings of one report can be compared.
  Random mix(seed);
  Random for_report(mix.next());
  Random for_narrative(mix.next());
  Random for_damage(mix.next());
  Random for_layout(mix.next());
  Random for_choice(mix.next());

  Sample sample;
  const std::vector<const Damage*> damage = chosen(for_choice, damage_names);
  const Layout* layout = layout_name == "all"     ? &drawn(for_choice, false)
                         : layout_name == "every" ? &drawn(for_choice, true)
                                                  : find_layout(layout_name);
  if (layout == nullptr) layout = &layouts().front();
  sample.layout = layout->name;

  sample.report = random_report(for_report, for_report.chance(10));
  Document document;
  build_tables(sample.report, document, sample.truth);
  build_narrative(for_narrative, sample.report, document, sample.truth);
  const Form expected = sample.report.year <= 2020 ? Form::f2019 : Form::f2021;
  for (const Form form : sample.report.forms) {
    if (form != expected) sample.truth.allowed_errors.insert("META.FORM_YEAR");
  }

  for (const Damage* item : damage) {
    if (!sample.damage.empty()) sample.damage += "+";
    sample.damage += item->name;
    if (item->on_document != nullptr) item->on_document(document, for_damage, sample.truth);
  }
  if (sample.damage.empty()) sample.damage = "none";
  doubt_shifted_rows(document, sample.truth);

  std::u32string text = layout->write(document, for_layout, sample.truth);
  if (for_layout.chance(40)) change_text(text, layout->html, fullwidth_marks);
  for (const Damage* item : damage) {
    if (item->on_text == nullptr) continue;
    change_text(text, layout->html,
                [&](std::u32string& piece) { item->on_text(piece, for_damage, sample.truth); });
  }
  for (const char* table : {"disclosure.", "requests.", "disputes."}) {
    bool any = false;
    for (const auto& [id, cell] : sample.truth.cells) {
      const bool inside = id.compare(0, std::string_view(table).size(), table) == 0;
      any = any || (inside && cell.state != "missing");
    }
    // Nothing but labels is left of it: that a table is lost may be said.
    if (!any) sample.truth.allowed_errors.insert("STRUCT.TABLE_LOST");
  }
  sample.text = std::move(text);
  return sample;
}

std::string Sample::expected_json() const {
  std::string out = "{\n";
  const auto field = [&](const char* name, const std::string& value) {
    out += " \"" + std::string(name) + "\": " + value + ",\n";
  };
  const bool one_form = report.forms[0] == report.forms[1];
  field("form", one_form && truth.form_known ? quoted(form_name(report.forms[0])) : "null");
  field("table_forms", truth.form_known
                           ? R"({"disclosure": ")" + std::string(form_name(report.forms[0])) +
                                 R"(", "requests": ")" + form_name(report.forms[1]) + R"("})"
                           : "{}");
  if (truth.agency) field("agency", quoted(utf8(*truth.agency)));
  if (truth.year) field("year", std::to_string(*truth.year));
  if (truth.published) {
    field("published", truth.published->empty() ? "null" : quoted(utf8(*truth.published)));
  }
  const auto list = [](const std::set<std::string>& items) {
    std::string all = "[";
    for (const std::string& item : items) all += (all.size() > 1 ? ", " : "") + quoted(item);
    return all + "]";
  };
  field("lost_tables", list(truth.lost_tables));
  field("allowed_errors", list(truth.allowed_errors));
  field("layout", quoted(layout));
  field("damage", quoted(damage));

  std::string cells;
  std::string states;
  std::string determined;
  std::string actual;
  std::string accept;
  const auto entry = [](std::string& to, const std::string& text) {
    to += (to.empty() ? "\n  " : ",\n  ") + text;
  };
  for (const auto& [id, cell] : truth.cells) {
    const bool printed = cell.state == "printed";
    entry(cells, quoted(id) + ": " + (printed ? number_json(cell.value) : "null"));
    entry(states, quoted(id) + ": " + quoted(cell.state));
    if (cell.determined) entry(determined, quoted(id));
    if (!printed) entry(actual, quoted(id) + ": " + number_json(cell.actual));
    if (!cell.accept.empty()) {
      std::string values;
      for (const Number& number : cell.accept) {
        values += (values.empty() ? "" : ", ") + number_json(number);
      }
      entry(accept, quoted(id) + ": [" + values + "]");
    }
  }
  field("cells", "{" + cells + "}");
  field("states", "{" + states + "}");
  field("determined", "[" + determined + "]");
  field("actual", "{" + actual + "}");
  out += " \"accept\": {" + accept + "}\n}\n";
  return out;
}

}  // namespace gouji::property

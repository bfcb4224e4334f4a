#include "tables/alignment.h"

#include <algorithm>
#include <numeric>

#include "text/ordering.h"

namespace gouji {
namespace {

constexpr float never = -1e9F;
constexpr std::uint32_t none = UINT32_MAX;

// What the step from one label to the next costs.
float step(const Label& from, const Label& to) {
  if (to.part != from.part) {
    if (to.part < from.part) return 60.0F;
    return to.kind == LabelKind::section ? 0.0F : 1.5F;
  }
  if (to.kind == LabelKind::section) return from.kind == LabelKind::section ? 1.0F : 12.0F;
  if (to.order == from.order) return to.kind == LabelKind::row ? 1.5F : 0.5F;
  const bool heads = (from.kind == LabelKind::column || from.kind == LabelKind::head) &&
                     (to.kind == LabelKind::column || to.kind == LabelKind::head) &&
                     from.article == to.article;
  if (heads) return to.order > from.order ? 0.0F : 0.5F;
  if (to.order > from.order) {
    const int passed = to.rows_before - from.rows_before - (from.kind == LabelKind::row ? 1 : 0);
    return std::min(3.0F, 0.3F * static_cast<float>(std::max(0, passed)));
  }
  return 3.0F;
}

// step() of every pair of labels, by the label that is stepped to.
const std::vector<float>& steps() {
  static const std::vector<float> costs = [] {
    const std::span<const Label> all = labels();
    std::vector<float> out;
    out.reserve(all.size() * all.size());
    for (const Label& to : all) {
      for (const Label& from : all) out.push_back(step(from, to));
    }
    return out;
  }();
  return costs;
}

class Aligner {
 public:
  explicit Aligner(std::span<const Hit> hits) : hits_(hits), labels_(labels()), costs_(steps()) {
    best_score_.assign(labels_.size(), never);
    best_hit_.assign(labels_.size(), none);
  }

  std::vector<std::uint32_t> run() {
    for (const Hit& hit : hits_) most_right_ = std::max(most_right_, hit.right);
    score_.assign(hits_.size(), never);
    before_.assign(hits_.size(), none);
    std::vector<std::uint32_t> by_end(hits_.size());
    std::iota(by_end.begin(), by_end.end(), 0U);
    put_in_order(by_end,
                 [&](std::uint32_t a, std::uint32_t b) { return hits_[a].last < hits_[b].last; });
    std::size_t ended = 0;
    for (std::uint32_t i = 0; i < hits_.size(); ++i) {
      while (ended < by_end.size() && hits_[by_end[ended]].last <= hits_[i].first) {
        settle(by_end[ended++]);
      }
      reach(i);
    }
    std::uint32_t last = none;
    for (std::uint32_t i = 0; i < hits_.size(); ++i) {
      if (score_[i] > 0 && (last == none || score_[i] > score_[last])) last = i;
    }
    std::vector<std::uint32_t> chain;
    for (; last != none; last = before_[last]) chain.push_back(last);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

 private:
  // A hit that lies wholly behind may be followed by any later one.
  void settle(std::uint32_t hit) {
    last_end_ = hits_[hit].last;
    const std::uint16_t label = hits_[hit].label;
    // Of equal ways the one that ends later is kept: it is nearer to what follows.
    if (score_[hit] < best_score_[label]) return;
    if (best_hit_[label] == none) by_score_.push_back(label);
    best_score_[label] = score_[hit];
    best_hit_[label] = hit;
    const auto place = std::find(by_score_.begin(), by_score_.end(), label);
    const auto higher = [&](std::uint16_t other) { return best_score_[other] > score_[hit]; };
    std::rotate(std::find_if_not(by_score_.begin(), place, higher), place, place + 1);
  }

  void reach(std::uint32_t i) {
    const Hit& hit = hits_[i];
    const float own = hit.score - hit.left - hit.right;
    float best = own;
    std::uint32_t from = none;
    std::uint16_t from_label = 0;
    // What an abutting label may gain at most: all that the surroundings cost.
    const float gain = last_end_ == hit.first ? hit.left + most_right_ : 0.0F;
    const float* const costs = costs_.data() + hit.label * labels_.size();
    for (const std::uint16_t label : by_score_) {
      if (best_score_[label] + own + gain < best) break;
      const std::uint32_t previous = best_hit_[label];
      float score = best_score_[label] + own - costs[label];
      if (hits_[previous].last == hit.first) {
        // Labels that abut need nothing between them.
        score += std::max(0.0F, hit.left - 0.3F) + std::max(0.0F, hits_[previous].right - 0.3F);
      }
      // Of equal ways that of the label that the forms print first.
      if (score > best || (score == best && from != none && label < from_label)) {
        best = score;
        from = previous;
        from_label = label;
      }
    }
    score_[i] = best;
    before_[i] = from;
  }

  std::span<const Hit> hits_;
  std::span<const Label> labels_;
  const std::vector<float>& costs_;
  std::vector<float> best_score_;
  std::vector<std::uint32_t> best_hit_;
  std::vector<std::uint16_t> by_score_;  // the labels that have one, from the highest on
  std::uint32_t last_end_ = none;        // of all hits that lie behind
  float most_right_ = 0;                 // of all hits
  std::vector<float> score_;
  std::vector<std::uint32_t> before_;
};

}  // namespace

std::vector<std::uint32_t> align(std::span<const Hit> hits) { return Aligner(hits).run(); }

}  // namespace gouji

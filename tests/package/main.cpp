#include <cstdio>
#include <string_view>

#include <gouji/check.h>
#include <gouji/decode.h>

int main() {
  constexpr std::string_view text = "红烧肉:五花肉一斤,冰糖三十克。";
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const gouji::Answer answer = gouji::check(gouji::decode({bytes, text.size()}));
  std::puts(gouji::to_json(answer).c_str());
  return answer.verdict == gouji::Verdict::unknown_form ? 0 : 1;
}

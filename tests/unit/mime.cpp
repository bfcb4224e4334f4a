#include "text/mime.h"

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

std::optional<Part> read(std::string_view bytes) {
  return read_mime({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

std::string content(std::string_view bytes) {
  const std::optional<Part> part = read(bytes);
  return part ? part->content : "(none)";
}

// A message of one part with this header and body.
std::string one(std::string_view header, std::string_view body) {
  return "MIME-Version: 1.0\r\n" + std::string(header) + "\r\n\r\n" + std::string(body);
}

TEST(Mime, TextIsNoMessage) {
  for (const std::string_view text :
       {"", "\n", "政府信息公开工作年度报告", "Date: 2024\n规章 0", "From: x\nTo: y\n\ntext",
        "Content-Type: text/html\n\n<p>", "<html><p>Content-Type: multipart/related",
        "Content-Type multipart/related\n\n", "MIME-Version: 1.0\n\ntext"}) {
    EXPECT_FALSE(read(text).has_value()) << text;
  }
}

TEST(Mime, OnePart) {
  const std::optional<Part> part =
      read(one("Content-Type: text/html;\r\n\tcharset=\"GB2312\"", "<p>1"));
  ASSERT_TRUE(part.has_value());
  EXPECT_TRUE(part->html);
  EXPECT_EQ(part->charset, "GB2312");
  EXPECT_EQ(part->content, "<p>1");
}

TEST(Mime, QuotedPrintable) {
  const auto decoded = [](std::string_view body) {
    return content(
        one("Content-Type: text/html\r\nContent-Transfer-Encoding: Quoted-Printable", body));
  };
  EXPECT_EQ(decoded("a=3D=d5=FEb"),
            "a=\xD5\xFE"
            "b");
  EXPECT_EQ(decoded("a=\r\nb=  \nc="), "abc");
  EXPECT_EQ(decoded("a=xy=4=\tz"), "a=xy=4=\tz");
}

TEST(Mime, Base64) {
  const auto decoded = [](std::string_view body) {
    return content(one("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", body));
  };
  EXPECT_EQ(decoded("PHA+MTwvcD4="), "<p>1</p>");
  EXPECT_EQ(decoded("PHA+\r\n MTw*v\r\ncD4"), "<p>1</p>");
  EXPECT_EQ(decoded("===="), "");
}

std::string part(std::string_view type, std::string_view body) {
  return "Content-Type: " + std::string(type) + "\r\n\r\n" + std::string(body) + "\r\n";
}

TEST(Mime, TheFirstHtmlPart) {
  const std::string message =
      "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"--x\"\r\n\r\nignored\r\n"
      "----x\r\n" +
      part("text/css", "p{}") + "----x\r\n" + part("text/plain", "t") + "----x\r\n" +
      part("text/html; charset=utf-8", "<p>1") + "----x\r\n" + part("text/html", "<p>2") +
      "----x--\r\n";
  EXPECT_EQ(content(message), "<p>1\r\n");
}

TEST(Mime, PlainTextWhereThereIsNoHtml) {
  const std::optional<Part> found = read("Content-Type: multipart/mixed; boundary=x\n\n--x\n" +
                                         part("text/plain", "t") + "--x--");
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->html);
  EXPECT_EQ(found->content, "t\r\n");
  EXPECT_EQ(content("Content-Type: multipart/mixed; boundary=x\n\n--x\n" + part("image/png", "t") +
                    "--x--"),
            "");
}

// A workbook saved as one file: the first part only names the sheets.
TEST(Mime, AFramesetIsNoPage) {
  const std::string head = "Content-Type: multipart/related; boundary=x\n\n--x\n";
  const std::string frames = part("text/html", "<html><FrameSet rows='*'></frameset>");
  EXPECT_EQ(content(head + frames + "--x\n" + part("text/html", "<p>1") + "--x--"), "<p>1\r\n");
  EXPECT_EQ(content(head + frames + "--x--"), "<html><FrameSet rows='*'></frameset>\r\n");
}

TEST(Mime, PartsInsideParts) {
  const std::string inner = "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n" +
                            part("text/html", "<p>1") + "--in--\r\n";
  EXPECT_EQ(content("Content-Type: multipart/related; boundary=out\r\n\r\n--out\r\n" + inner +
                    "--out--\r\n"),
            "<p>1\r\n");
}

TEST(Mime, BrokenBoundaries) {
  // Not named, named wrongly, never closed, the blank line behind the header lost.
  const std::string body = "--real\n" + part("text/html", "<p>1");
  EXPECT_EQ(content("Content-Type: multipart/related\n\n" + body), "<p>1\r\n");
  EXPECT_EQ(content("Content-Type: multipart/related; boundary=other\n\n" + body), "<p>1\r\n");
  EXPECT_EQ(content("Content-Type: multipart/related; boundary=real\n" + body), "<p>1\r\n");
  EXPECT_EQ(content("Content-Type: multipart/related; boundary=real\n\nno part"), "");
}

TEST(Mime, AnyBytesAreHarmless) {
  const std::string whole =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\n" +
      part("text/html; charset=gb2312", "<p>=D5=FE") + "--x--\n";
  test::Random random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string broken = whole.substr(0, random.below(whole.size() + 1));
    for (char& c : broken) {
      if (random.one_in(15)) c = static_cast<char>(random.below(256));
    }
    const std::optional<Part> found = read(broken);
    EXPECT_TRUE(!found || found->content.size() <= broken.size());
  }
}

TEST(Mime, TimeGrowsWithLength) {
  const std::string head = "Content-Type: multipart/related; boundary=x\n\n";
  for (const std::string_view unit :
       {"--x\n", "--x\nContent-Type: multipart/mixed; boundary=x\n\n", "--", "--y\n",
        "--x\nContent-Type: text/html\n\n<frameset", "="}) {
    std::string text = head;
    while (text.size() < (2U << 20)) text += unit;
    EXPECT_LT(test::seconds_of([&] { (void)read(text); }), test::most_seconds) << unit;
  }
}

}  // namespace
}  // namespace gouji

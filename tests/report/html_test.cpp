#include "report/html.hpp"

#include <catch2/catch.hpp>

using namespace sonae::report;

TEST_CASE("No text can become markup", "[report]")
{
    CHECK(escaped("<script>alert('1')</script> & \"x\"") ==
          "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;");
    CHECK(escaped("a & b < 多摩野精工") == "a &amp; b &lt; 多摩野精工");
    CHECK(escaped_phrases("<b>夜中の知らせ</b>").find("<b>") == std::string::npos);
}

TEST_CASE("Characters that no page may hold are left out, and broken bytes are shown as such", "[report]")
{
    CHECK(escaped(std::string("a\0b\x01\x1b"
                              "c",
                              6)) == "abc");
    CHECK(escaped("\xEF\xBF\xBE\xC2\x85") == "");
    CHECK(escaped("a\xFF\xC3") == "a\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(escaped("𠮷野屋の髙﨑") == "𠮷野屋の髙﨑");
}

TEST_CASE("A text inside the style sheet cannot end its string", "[report]")
{
    CHECK(css_escaped("a\"};b\\c</style>") == "a\\22 };b\\5c c\\3c /style\\3e ");
    CHECK(css_escaped("第8回\n班1") == "第8回班1");
}

TEST_CASE("A heading may break between phrases only, and loses no character", "[report]")
{
    std::string heading = escaped_phrases("管理者の権限が危ない");
    CHECK(heading.find("<wbr>") != std::string::npos);
    for (std::size_t at; (at = heading.find("<wbr>")) != std::string::npos;) heading.erase(at, 5);
    CHECK(heading == "管理者の権限が危ない");
}

#include "read/reading.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::read;

namespace {

// "line:column sentence" of the one fault a text has.
std::string fault(std::string_view text, Language language = Language::en)
{
    const Reading reading(text);
    if (reading.told.count() != 1 || !reading.told.has("json.syntax")) return "unexpected: " + reading.faults();
    const Diagnostic told = reading.told.sorted().front();
    return at(told.place) + " " + told.sentence.in(language);
}

} // namespace

TEST_CASE("A comma too many or too few is told where it stands", "[read]")
{
    CHECK(fault("[1,\n 2,\n]") == "3:1 there is a comma too many before the closing bracket");
    CHECK(fault("{\"a\": 1, }") == "1:10 there is a comma too many before the closing bracket");
    CHECK(fault("[1\n 2]") == "2:2 a comma , is missing before this");
    CHECK(fault("{\"a\": 1\n \"b\": 2}") == "2:2 a comma , is missing before this");
    CHECK(fault("{\"a\": \"x\"\n \"b\": 2}") == "2:2 a comma , is missing before this");
    CHECK(fault("[1,,2]") == "1:4 ',' may not stand here");
    CHECK(fault("[,1]") == "1:2 ',' may not stand here");
    CHECK(fault("[1\n]]") == "2:2 there is something after the last closing bracket");
}

TEST_CASE("A colon, a name's quotes or a value that is missing is told", "[read]")
{
    CHECK(fault("{\"a\" 1}") == "1:6 the colon : after the member's name is missing");
    CHECK(fault("{\"a\"}") == "1:5 this member has no value");
    CHECK(fault("{\"a\": }") == "1:7 this member has no value");
    CHECK(fault("{\"a\": , \"b\": 1}") == "1:7 ',' may not stand here");
    CHECK(fault("{a: 1}") == "1:2 the name of a member stands between \" and \"");
    CHECK(fault("{\"a\": 1, b: 1}") == "1:10 the name of a member stands between \" and \"");
    CHECK(fault("{\"a\": 1, 2: 1}") == "1:10 the name of a member stands between \" and \"");
    CHECK(fault("{\"a\" true}") == "1:6 the colon : after the member's name is missing");
}

TEST_CASE("A bracket that does not match or is never closed names the line it was opened in", "[read]")
{
    CHECK(fault("{\n\"a\": [1\n}") == "3:1 the brackets do not match: the one opened in line 2 is closed with ]");
    CHECK(fault("[1}") == "1:3 the brackets do not match: the one opened in line 1 is closed with ]");
    CHECK(fault("{\n\"a\": [\n1,") == "3:3 the file ends too early: the bracket opened in line 2 is never closed");
    CHECK(fault("{\n\"a\":") == "2:5 the file ends too early: the bracket opened in line 1 is never closed");
    CHECK(fault("{") == "1:2 the file ends too early: the bracket opened in line 1 is never closed");
}

TEST_CASE("An empty file is told, also when it holds only blanks, a mark or comments", "[read]")
{
    CHECK(fault("") == "1:1 the file is empty");
    CHECK(fault(" \n\t\r\n") == "3:1 the file is empty");
    CHECK(fault("\xEF\xBB\xBF") == "1:1 the file is empty");
    CHECK(fault("// nothing yet") == "1:15 the file is empty");
    CHECK(fault("", Language::ja) == "1:1 ファイルに何も書かれていません");
}

TEST_CASE("A text that is never closed is told where it begins", "[read]")
{
    CHECK(fault("{\"a\": \"x}") == "1:7 the text that begins here is never closed with a \"");
    CHECK(fault("{\"a\": \"x,\n\"b\": 1}") == "1:7 the text that begins here is not closed on its line");
    CHECK(fault("{\"a\": \"x,\r\n\"b\": 1}") == "1:7 the text that begins here is not closed on its line");
    CHECK(fault("[1, /* x\n1]") == "1:5 the comment that begins here is never closed with */");
    CHECK(fault("[1, / 2]") == "1:5 a single / means nothing here");
}

TEST_CASE("A wrong escape or a control character is told at its character", "[read]")
{
    CHECK(fault("[\"C:\\Users\"]") == "1:6 this character may not follow a \\");
    CHECK(fault("[\"a\tb\"]") == "1:4 there is an invisible control character inside a text");
    CHECK(fault("[\"\\u12x4\"]") == "1:7 \\u must be followed by four hexadecimal digits");
}

TEST_CASE("Words and signs that are no JSON are named", "[read]")
{
    CHECK(fault("[True]") == "1:2 'True' is not a value");
    CHECK(fault("[nul]") == "1:2 'nul' is not a value");
    CHECK(fault("{\"a\": 'x'}") == "1:7 ''x'' is not a value");
    CHECK(fault("[+5]") == "1:2 '+5' is not a value");
    CHECK(fault("[05]") == "1:3 a number may not begin with a needless 0");
    CHECK(fault("05") == "1:2 a number may not begin with a needless 0");
    CHECK(fault("[1-2]") == "1:3 a comma , is missing before this");
    CHECK(fault("[-]") == "1:2 this is not how a number is written");
    CHECK(fault("[“備え”]", Language::ja) == "1:2 「“備え”」は値として読めません");
    CHECK(Reading("[“備え”]").faults(Language::ja).find("ヒント: 全角") != std::string::npos);
    CHECK(fault("（") == "1:1 '（' is not a value");
    CHECK(fault("x") == "1:1 'x' is not a value");
}

TEST_CASE("The author's own words never pass for the parser's reason", "[read]")
{
    CHECK(fault("[\"missing closing quote\" \"surrogate\"]") == "1:26 a comma , is missing before this");
}

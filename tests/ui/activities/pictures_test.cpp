// Pictures of the parts of a session, for looking at: `SONAE_PICTURES=/tmp/pictures sonae_tests "[pictures]"`.
#include "ui/activities/session_desk.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace sonae;
using namespace sonae::ui;
using namespace sonae::workshop;
using test::Part;
using test::SessionDesk;

namespace {

struct PictureSize {
    int width = 1920, height = 1080, percent = 100;
};

void take_picture(const std::string& name, SessionDesk& desk, const PictureSize& size)
{
    const char* folder = std::getenv("SONAE_PICTURES");
    const std::filesystem::path to = folder ? folder : "/tmp/sonae-pictures";
    std::filesystem::create_directories(to);
    Fonts fonts;
    Offscreen stage(fonts, size.width, size.height, {.text_percent = size.percent}, Offscreen::Gl::surfaceless);
    stage.frames(desk.view, 4);
    const std::filesystem::path file =
        to / (name + "-" + std::to_string(size.width) + "-" + std::to_string(size.percent) + ".png");
    write_png(file, stage.picture());
    CHECK(std::filesystem::file_size(file) > 1000);
}

void answer_all(SessionDesk& desk, int seats)
{
    for (int seat = 1; seat <= seats; ++seat)
        for (std::size_t q = 0; q < desk.activity().questionnaire.questions.size(); q += 1 + q % 2)
            desk.post(GiveAnswer{1, "check", Asked::pre, seat, desk.activity().questionnaire.questions[q].id,
                                 (static_cast<std::size_t>(seat) + q) % 4 == 0   ? "unknown"
                                 : (static_cast<std::size_t>(seat) + q) % 3 == 0 ? "no"
                                                                                 : "yes"});
}

} // namespace

TEST_CASE("Pictures of the parts of a session", "[.][pictures]")
{
    const PictureSize size =
        GENERATE(PictureSize{1920, 1080, 100}, PictureSize{1280, 720, 100}, PictureSize{1920, 1080, 200});
    const Language language = size.width == 1280 ? Language::en : Language::ja;

    SessionDesk questions(test::full_session(), Part::questionnaire, "check", language);
    answer_all(questions, 4);
    questions.seat = 2;
    take_picture("questions-seat", questions, size);
    questions.post(Reveal{1, "check"});
    questions.seat = 0;
    questions.questionnaire.current = 12;
    take_picture("questions-shown", questions, size);

    SessionDesk board(test::full_session(), Part::board, "measures", language);
    board.today = CivilDate{2024, 3, 1};
    take_picture("board-start", board, size);
    for (const char* card : {"shop", "x8", "x2"}) board.post(MoveCard{1, "measures", 0, card, "do", 9});
    board.post(MoveCard{1, "measures", 0, "x3", "later"});
    board.post(MoveCard{1, "measures", 3, "x3", "do"});
    board.post(MoveCard{1, "measures", 4, "x3", "later"});
    board.post(Reveal{1, "measures"});
    board.board.held = "x8", board.board.activity = "measures";
    take_picture("board-held", board, size);

    SessionDesk prompts(test::full_session(), Part::prompts, "talk", language);
    const std::string words = "入口のVPN装置に二つ目の確認を入れ、退職した人の利用者IDを毎月消す。";
    for (int seat = 1; seat <= 4; ++seat)
        for (int note = 1; note <= 1 + seat % 2; ++note)
            prompts.post(WriteNote{1, "talk", "first", seat, note}, {{note_field("talk", "first", seat, note), words}});
    prompts.seat = 3;
    take_picture("prompts-seat", prompts, size);
    prompts.post(Reveal{1, "talk"});
    prompts.post(WriteNote{1, "talk", "first", 0, 1}, {{note_field("talk", "first", 0, 1), words + words + words}});
    prompts.seat = 0;
    take_picture("prompts-shown", prompts, size);
    SessionDesk back(test::full_session(), Part::prompts, "back", language);
    take_picture("prompts-back", back, size);

    SessionDesk calls(test::full_session(), Part::calls, "plan", language);
    calls.post(SetCells{1,
                        "plan",
                        "team",
                        0,
                        {},
                        {},
                        {{"command", "person", std::vector<std::string>{"boss"}},
                         {"technical", "person", std::vector<std::string>{"admin"}},
                         {"technical", "number", Written{}},
                         {"technical", "hours", std::vector<std::string>{"day"}}}},
               {{cell_field("plan", "team", "technical", "number"), "03-0000-0000"}});
    take_picture("calls-start", calls, size);
    for (const char* row : {"command", "technical", "command"}) calls.post(MakeCall{1, "plan", "night", row, "person"});
    take_picture("calls-missed", calls, size);
}

// A questionnaire: choices_of to circle on a blank sheet; on a filled one how many answered what, never who, and
// nothing while too few have answered or the answers are sealed.
#include "base/text.hpp"
#include "report/activities/parts.hpp"
#include "report/activities/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::report {
namespace {

using namespace workshop;

struct QuestionsPage {
    Html& html;
    const ActivitySource& from;
    const Questionnaire& questions;
    const ActivityState& state;
    const Scale& scale(const Question& question) const { return from.plan().scales[question.scale]; }
};

std::string choices_of(const QuestionsPage& q, const Scale& scale)
{
    if (const std::string short_ones = circles(q.from, scale); !short_ones.empty()) return short_ones;
    std::string all;
    for (std::size_t v = 0; v < scale.values.size(); ++v) all += (v ? "  " : "") + number_sign(v);
    return all;
}

void write_answer_scale(const QuestionsPage& q, const Scale& scale)
{
    const bool signs = circles(q.from, scale).empty();
    q.html.raw("<ul class=\"values told\">");
    for (std::size_t v = 0; v < scale.values.size(); ++v) {
        const ScaleValue& value = scale.values[v];
        q.html.raw("<li><b>").text((signs ? number_sign(v) + " " : "") + q.from.say(value.name)).raw("</b>");
        if (!value.text.ja.empty()) q.html.text("　" + q.from.say(value.text));
        q.html.raw("</li>");
    }
    q.html.raw("</ul>\n");
}

void write_answer_scales(const QuestionsPage& q)
{
    std::vector<std::size_t> shown;
    q.html.element("p", "legend-head", activity_words::answers.in(q.from.language));
    for (const Question& question : q.questions.questions) {
        if (std::find(shown.begin(), shown.end(), question.scale) != shown.end()) continue;
        shown.push_back(question.scale);
        write_answer_scale(q, q.scale(question));
    }
}

void write_question(const QuestionsPage& q, std::size_t place, std::size_t rows = 1)
{
    const Question& question = q.questions.questions[place];
    q.html.raw(fmt::format("<td class=\"name\" rowspan=\"{}\">{}. ", rows, place + 1)).text(q.from.say(question.text));
    if (!question.help.ja.empty()) q.html.raw("<span class=\"sub\">").text(q.from.say(question.help)).raw("</span>");
    q.html.raw("</td>");
}

// A line where a new group of questions begins.
void write_question_group(const QuestionsPage& q, std::size_t place, std::size_t columns)
{
    const auto& all = q.questions.questions;
    const std::string& group = q.from.say(all[place].group);
    if (group.empty() || (place > 0 && q.from.say(all[place - 1].group) == group)) return;
    q.html.raw(fmt::format("<tr class=\"place\"><td class=\"name\" colspan=\"{}\">", columns))
        .text(group)
        .raw("</td></tr>\n");
}

int choice_width(const QuestionsPage& q)
{
    int widest = 0;
    for (const Question& question : q.questions.questions)
        widest = std::max(widest, columns(choices_of(q, q.scale(question))));
    return std::clamp(widest * 3, 28, 44);
}

void write_blank_questions(const QuestionsPage& q)
{
    const Language language = q.from.language;
    q.html.element("p", "key", activity_words::circle.in(language));
    if (q.questions.personal) q.html.element("p", "key", said(activity_words::no_names, language, q.questions.least));
    q.html.raw("<table class=\"grid questions\">\n");
    q.html.raw(fmt::format("<colgroup><col><col span=\"{}\" style=\"width:{}mm\"></colgroup>\n",
                           q.questions.asked.size(), choice_width(q)));
    q.html.raw("<thead><tr><th class=\"name\">").text(activity_words::question.in(language)).raw("</th>");
    for (const Asked asked : q.questions.asked)
        q.html.raw("<th class=\"tick\">")
            .raw(head_words(activity_words::asked_word(asked).in(language), q.from.language))
            .raw("</th>");
    q.html.raw("</tr></thead>\n<tbody>\n");
    for (std::size_t i = 0; i < q.questions.questions.size(); ++i) {
        write_question_group(q, i, 1 + q.questions.asked.size());
        q.html.raw("<tr>");
        write_question(q, i);
        for (std::size_t a = 0; a < q.questions.asked.size(); ++a)
            q.html.raw("<td class=\"tick\">").text(choices_of(q, q.scale(q.questions.questions[i]))).raw("</td>");
        q.html.raw("</tr>\n");
    }
    q.html.raw("</tbody></table>\n");
    write_answer_scales(q);
}

// --- filled

// How many answered each value; nothing where that may not be told, and then why.
struct Counts {
    std::optional<std::vector<int>> counts;
    std::string why_not;
};

Counts counts_of(const QuestionsPage& q, std::size_t question, Asked asked)
{
    const Language language = q.from.language;
    auto counts = distribution(q.questions, q.from.plan().scales, q.state.answers, question, asked);
    if (!counts) return {std::nullopt, said(activity_words::too_few, language, q.questions.least)};
    if (q.questions.personal && !q.state.revealed) return {std::nullopt, activity_words::sealed.in(language)};
    return {std::move(counts), {}};
}

void write_answer_counts(const QuestionsPage& q, const Counts& told, std::size_t values)
{
    if (!told.counts) {
        q.html.raw(fmt::format("<td class=\"gone\" colspan=\"{}\">", values)).text(told.why_not).raw("</td>");
        return;
    }
    const int most = std::max(1, *std::max_element(told.counts->begin(), told.counts->end()));
    for (const int count : *told.counts) {
        q.html.raw("<td class=\"count\">").raw(count ? std::to_string(count) : "–");
        if (count) q.html.raw(fmt::format("<span class=\"bar\" style=\"width:{}%\">&nbsp;</span>", count * 100 / most));
        q.html.raw("</td>");
    }
}

void write_answers(const QuestionsPage& q, std::size_t place)
{
    const Scale& scale = q.scale(q.questions.questions[place]);
    for (std::size_t a = 0; a < q.questions.asked.size(); ++a) {
        const Asked asked = q.questions.asked[a];
        q.html.raw("<tr>");
        if (a == 0) write_question(q, place, q.questions.asked.size());
        q.html.raw("<td class=\"when\">").text(activity_words::asked_word(asked).in(q.from.language)).raw("</td>");
        write_answer_counts(q, counts_of(q, place, asked), scale.values.size());
        q.html.raw("</tr>\n");
    }
}

// Questions of one scale share a table. Returns the first one that does not.
std::size_t write_question_run(const QuestionsPage& q, std::size_t first)
{
    const auto& all = q.questions.questions;
    const Scale& scale = q.scale(all[first]);
    const Language language = q.from.language;
    q.html.raw("<table class=\"grid answers\">\n");
    q.html.raw(
        fmt::format("<colgroup><col><col style=\"width:26mm\"><col span=\"{}\" style=\"width:{}mm\"></colgroup>\n",
                    scale.values.size(), std::min<std::size_t>(20, 90 / scale.values.size())));
    q.html.raw("<thead><tr><th class=\"name\">").text(activity_words::question.in(language)).raw("</th><th>");
    q.html.text(activity_words::when.in(language)).raw("</th>");
    for (const ScaleValue& value : scale.values)
        q.html.raw("<th>").raw(head_words(q.from.say(value.name), q.from.language)).raw("</th>");
    q.html.raw("</tr></thead>\n");
    std::size_t next = first;
    for (; next < all.size() && all[next].scale == all[first].scale; ++next) {
        q.html.raw("<tbody class=\"row\">\n");
        write_question_group(q, next, 2 + scale.values.size());
        write_answers(q, next);
        q.html.raw("</tbody>\n");
    }
    q.html.raw("</table>\n");
    return next;
}

void write_filled_questions(const QuestionsPage& q)
{
    const Language language = q.from.language;
    if (q.state.answers.given.empty()) return void(q.html.element("p", "key", activity_words::no_answers.in(language)));
    if (q.questions.personal) q.html.element("p", "key", activity_words::counts_key.in(language));
    for (std::size_t next = 0; next < q.questions.questions.size();) next = write_question_run(q, next);
}

} // namespace

void write_questions(Html& html, const ActivitySource& from, const Activity& activity)
{
    const QuestionsPage q{html, from, activity.questionnaire, from.state(activity)};
    from.blank ? write_blank_questions(q) : write_filled_questions(q);
}

} // namespace sonae::report

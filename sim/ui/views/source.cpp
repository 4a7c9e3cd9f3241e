#include "ui/views/source.hpp"

#include "base/people_text.hpp"

namespace sonae::ui {

std::string when_text(const PlaySource& from, std::int32_t at)
{
    const SimTime moment = from.moment(at);
    if (day_of(moment) == day_of(from.moment(from.shown))) return clock_text(moment);
    return moment_text(moment, from.language());
}

std::string span_text(Seconds time, Language language)
{
    if (time < kMinute) return duration_text(time, language);
    return duration_text((time + kMinute / 2) / kMinute * kMinute, language);
}

std::string preparation_words(const Strings& s, std::size_t all, std::size_t as_company)
{
    if (all == 0) return {};
    if (as_company == 0) return s("play.preparation.table");
    if (as_company == all) return s("play.preparation.company");
    return s.format("play.preparation.partly", {{"all", std::to_string(all)}, {"count", std::to_string(as_company)}});
}

Icon icon_of(engine::Channel channel)
{
    switch (channel) {
    case engine::Channel::mail: return Icon::mail;
    case engine::Channel::phone: return Icon::phone;
    case engine::Channel::edr: return Icon::edr;
    case engine::Channel::utm: return Icon::utm;
    case engine::Channel::press: return Icon::press;
    case engine::Channel::customer: return Icon::customer;
    case engine::Channel::police: return Icon::police;
    case engine::Channel::colleague: return Icon::colleague;
    case engine::Channel::printer: break;
    }
    return Icon::warning;
}

const std::string& word_of(const Strings& s, engine::Channel channel)
{
    switch (channel) {
    case engine::Channel::mail: return s("channel.mail");
    case engine::Channel::phone: return s("channel.phone");
    case engine::Channel::edr: return s("channel.edr");
    case engine::Channel::utm: return s("channel.utm");
    case engine::Channel::press: return s("channel.press");
    case engine::Channel::customer: return s("channel.customer");
    case engine::Channel::police: return s("channel.police");
    case engine::Channel::colleague: return s("channel.colleague");
    case engine::Channel::printer: break;
    }
    return s("channel.printer");
}

} // namespace sonae::ui

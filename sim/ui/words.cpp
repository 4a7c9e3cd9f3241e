#include "ui/words.hpp"

namespace sonae::ui {

const std::string& word_of(const Strings& s, HostMark mark)
{
    switch (mark) {
    case HostMark::suspicious: return s("host.suspicious");
    case HostMark::compromised: return s("host.compromised");
    case HostMark::encrypted: return s("host.encrypted");
    case HostMark::isolated: return s("host.isolated");
    case HostMark::off: return s("host.off");
    case HostMark::restored: return s("host.restored");
    case HostMark::healthy: break;
    }
    return s("host.healthy");
}

const std::string& word_of(const Strings& s, Running running)
{
    switch (running) {
    case Running::half: return s("process.half");
    case Running::stopped: return s("process.stopped");
    case Running::full: break;
    }
    return s("process.full");
}

const std::string& word_of(const Strings& s, Icon channel)
{
    static const std::string none;
    switch (channel) {
    case Icon::mail: return s("channel.mail");
    case Icon::phone: return s("channel.phone");
    case Icon::edr: return s("channel.edr");
    case Icon::utm: return s("channel.utm");
    case Icon::press: return s("channel.press");
    case Icon::customer: return s("channel.customer");
    case Icon::police: return s("channel.police");
    case Icon::colleague: return s("channel.colleague");
    default: return none;
    }
}

} // namespace sonae::ui

#include "ui/offscreen.hpp"

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

#include <stdexcept>

namespace sonae::ui {

void write_png(const std::filesystem::path& path, const Picture& picture)
{
    const int row = picture.width * 4;
    if (stbi_write_png(path.string().c_str(), picture.width, picture.height, 4, picture.rgba.data(), row) == 0)
        throw std::runtime_error("The picture " + path.string() + " can't be written.");
}

} // namespace sonae::ui

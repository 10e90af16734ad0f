// zlib's public header, as Debian's zlib1g-dev installs it.
#include <zlib.h>

// Swift imports neither the macro that begins a stream nor window sizes that stand for a format: 15 bits and 16 for gzip.
static inline int redressal_gzip_begin(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

// Loaded into PostgreSQL before the C library: while the file that REDRESSAL_DISK_IS_FULL names is there, what would make
// a file longer fails with ENOSPC, as on a disk with no block left. What lies within a file already is written as ever.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static int lacks_room(int fd, off_t end) {
    const char *flag = getenv("REDRESSAL_DISK_IS_FULL");
    struct stat file;
    int before = errno;
    int lacks = flag && access(flag, F_OK) == 0 && fstat(fd, &file) == 0 && S_ISREG(file.st_mode) && end > file.st_size;
    errno = lacks ? ENOSPC : before;
    return lacks;
}

static off_t length(const struct iovec *parts, int count) {
    off_t sum = 0;
    for (int i = 0; i < count; i++) sum += parts[i].iov_len;
    return sum;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t offset) {
    ssize_t (*next)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite64");
    return lacks_room(fd, offset + (off_t)count) ? -1 : next(fd, bytes, count, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) { return pwrite64(fd, bytes, count, offset); }

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t offset) {
    ssize_t (*next)(int, const struct iovec *, int, off_t) = dlsym(RTLD_NEXT, "pwritev64");
    return lacks_room(fd, offset + length(parts, count)) ? -1 : next(fd, parts, count, offset);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
    return pwritev64(fd, parts, count, offset);
}

// These two tell what went wrong by what they return.
int posix_fallocate64(int fd, off_t offset, off_t count) {
    int (*next)(int, off_t, off_t) = dlsym(RTLD_NEXT, "posix_fallocate64");
    return lacks_room(fd, offset + count) ? ENOSPC : next(fd, offset, count);
}

int posix_fallocate(int fd, off_t offset, off_t count) { return posix_fallocate64(fd, offset, count); }

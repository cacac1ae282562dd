/* A disk that fails on request: loaded before the C library, it lets writing calls on files whose path
 * contains a given text fail. Nothing happens before `fault_arm` was called.
 *
 *   cc -shared -fPIC -o failing_disk.so failing_disk.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITES = 1, SYNCS = 2, OPENS = 4, HALVES = 8 };

static char where[512];
static int calls, error_number;
static long grace;
long fault_hits;

void fault_arm(const char *text, int kinds, int number, long after) {
    snprintf(where, sizeof where, "%s", text);
    error_number = number;
    grace = after;
    fault_hits = 0;
    calls = kinds;
}

void fault_disarm(void) { calls = 0; }

static int named(const char *path) { return path && strstr(path, where) != NULL; }

static int hit(int kind, int fd) {
    char link[64], path[1024];
    if (!(calls & kind)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    if (!named(path) || grace-- > 0) return 0;
    fault_hits++;
    errno = error_number;
    return 1;
}

#define NEXT(name) \
    static __typeof__(&name) next; \
    if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *from, size_t size) {
    NEXT(write);
    if (hit(WRITES, fd)) return (calls & HALVES) && size > 1 ? next(fd, from, size / 2) : -1;
    return next(fd, from, size);
}

ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) {
    NEXT(pwrite64);
    if (hit(WRITES, fd)) {
        if ((calls & HALVES) && size > 1) next(fd, from, size / 2, at);
        errno = error_number;
        return -1;
    }
    return next(fd, from, size, at);
}

ssize_t pwrite(int fd, const void *from, size_t size, off_t at) {
    return pwrite64(fd, from, size, at);
}

int fsync(int fd) {
    NEXT(fsync);
    return hit(SYNCS, fd) ? -1 : next(fd);
}

int fdatasync(int fd) {
    NEXT(fdatasync);
    return hit(SYNCS, fd) ? -1 : next(fd);
}

static int opened(const char *path, int flags) {
    if (!(calls & OPENS) || !named(path) || (flags & O_ACCMODE) == O_RDONLY) return 1;
    fault_hits++;
    errno = error_number;
    return 0;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        int mode = va_arg(rest, int); \
        va_end(rest); \
        NEXT(name); \
        return opened(path, flags) ? next(path, flags, mode) : -1; \
    }

OPEN(open)
OPEN(open64)

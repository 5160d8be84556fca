// SPDX-License-Identifier: GPL-3.0-or-later
// For builds with the thread sanitizer on Linux only. librdkafka starts threads and locks through <threads.h>, which
// the sanitizer does not know: it crashes in such a thread and sees no order between it and ours. These definitions win
// over the C library's, and do the same by the POSIX calls that it does know. glibc's types are the same memory.

#include <cerrno>
#include <cstdint>
#include <new>
#include <pthread.h>
#include <threads.h>

namespace {

static_assert(sizeof(mtx_t) == sizeof(pthread_mutex_t) && alignof(mtx_t) <= alignof(pthread_mutex_t));
static_assert(sizeof(cnd_t) == sizeof(pthread_cond_t) && alignof(cnd_t) <= alignof(pthread_cond_t));
static_assert(sizeof(thrd_t) == sizeof(pthread_t));

pthread_mutex_t* posix(mtx_t* mutex)
{
    return reinterpret_cast<pthread_mutex_t*>(mutex);
}

pthread_cond_t* posix(cnd_t* condition)
{
    return reinterpret_cast<pthread_cond_t*>(condition);
}

int outcome(int error)
{
    switch (error) {
    case 0:
        return thrd_success;
    case EBUSY:
        return thrd_busy;
    case ETIMEDOUT:
        return thrd_timedout;
    case ENOMEM:
        return thrd_nomem;
    default:
        return thrd_error;
    }
}

struct Start
{
    thrd_start_t function;
    void* argument;
};

void* run(void* start)
{
    const Start copy = *static_cast<Start*>(start);
    delete static_cast<Start*>(start);
    return reinterpret_cast<void*>(static_cast<std::intptr_t>(copy.function(copy.argument)));
}

} // namespace

extern "C" {

int thrd_create(thrd_t* thread, thrd_start_t function, void* argument)
{
    auto* start = new (std::nothrow) Start{function, argument};
    if (!start)
        return thrd_nomem;
    const int error = pthread_create(reinterpret_cast<pthread_t*>(thread), nullptr, &run, start);
    if (error != 0)
        delete start;
    return outcome(error);
}

int thrd_join(thrd_t thread, int* result)
{
    void* value = nullptr;
    const int error = pthread_join(static_cast<pthread_t>(thread), &value);
    if (result)
        *result = static_cast<int>(reinterpret_cast<std::intptr_t>(value));
    return outcome(error);
}

int thrd_detach(thrd_t thread)
{
    return outcome(pthread_detach(static_cast<pthread_t>(thread)));
}

int mtx_init(mtx_t* mutex, int type) noexcept
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, type & mtx_recursive ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_NORMAL);
    const int error = pthread_mutex_init(posix(mutex), &attributes);
    pthread_mutexattr_destroy(&attributes);
    return outcome(error);
}

int mtx_lock(mtx_t* mutex)
{
    return outcome(pthread_mutex_lock(posix(mutex)));
}

int mtx_trylock(mtx_t* mutex) noexcept
{
    return outcome(pthread_mutex_trylock(posix(mutex)));
}

int mtx_unlock(mtx_t* mutex) noexcept
{
    return outcome(pthread_mutex_unlock(posix(mutex)));
}

void mtx_destroy(mtx_t* mutex) noexcept
{
    pthread_mutex_destroy(posix(mutex));
}

int cnd_init(cnd_t* condition) noexcept
{
    return outcome(pthread_cond_init(posix(condition), nullptr));
}

int cnd_signal(cnd_t* condition) noexcept
{
    return outcome(pthread_cond_signal(posix(condition)));
}

int cnd_broadcast(cnd_t* condition) noexcept
{
    return outcome(pthread_cond_broadcast(posix(condition)));
}

int cnd_wait(cnd_t* condition, mtx_t* mutex)
{
    return outcome(pthread_cond_wait(posix(condition), posix(mutex)));
}

int cnd_timedwait(cnd_t* condition, mtx_t* mutex, const timespec* until)
{
    return outcome(pthread_cond_timedwait(posix(condition), posix(mutex), until));
}

void cnd_destroy(cnd_t* condition) noexcept
{
    pthread_cond_destroy(posix(condition));
}

} // extern "C"

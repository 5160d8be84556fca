// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/HostProbe.h"

#include <memory>
#include <system_error>
#include <utility>

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace sagascope::kafka {
namespace {

using Clock = std::chrono::steady_clock;

#ifdef _WIN32
using Handle = SOCKET;
constexpr int kRefused = WSAECONNREFUSED;
constexpr int kPending = WSAEWOULDBLOCK;
constexpr int kTimedOut = WSAETIMEDOUT;

int lastError() { return WSAGetLastError(); }
void close(Handle socket) { closesocket(socket); }
int poll(WSAPOLLFD* sockets, unsigned count, int timeout) { return WSAPoll(sockets, count, timeout); }
bool isInvalid(Handle socket) { return socket == INVALID_SOCKET; }
void setNonBlocking(Handle socket)
{
    u_long yes = 1;
    ioctlsocket(socket, FIONBIO, &yes);
}

/// Winsock wants to be told that it is used.
struct Network
{
    Network() { WSAStartup(MAKEWORD(2, 2), &m_about); }
    ~Network() { WSACleanup(); }
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

private:
    WSADATA m_about{};
};
#else
using Handle = int;
constexpr int kRefused = ECONNREFUSED;
constexpr int kPending = EINPROGRESS;
constexpr int kTimedOut = ETIMEDOUT;

int lastError() { return errno; }
bool isInvalid(Handle socket) { return socket < 0; }
void setNonBlocking(Handle socket) { fcntl(socket, F_SETFL, fcntl(socket, F_GETFL, 0) | O_NONBLOCK); }
struct Network
{
};
#endif

struct FreeAddresses
{
    void operator()(addrinfo* addresses) const { freeaddrinfo(addresses); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

/// A TCP connection being made, closed when it goes.
class Connecting
{
public:
    explicit Connecting(const addrinfo& address) : m_socket(::socket(address.ai_family, SOCK_STREAM, IPPROTO_TCP))
    {
        if (isInvalid(m_socket)) {
            m_error = lastError();
            return;
        }
        setNonBlocking(m_socket);
        if (::connect(m_socket, address.ai_addr, static_cast<socklen_t>(address.ai_addrlen)) != 0)
            m_error = lastError();
    }
    ~Connecting()
    {
        if (!isInvalid(m_socket))
            close(m_socket);
    }
    Connecting(const Connecting&) = delete;
    Connecting& operator=(const Connecting&) = delete;

    /// 0 when it stands, else the system's error.
    int await(Clock::time_point deadline)
    {
        if (m_error != kPending)
            return m_error;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd waiting{m_socket, POLLOUT, 0};
        if (poll(&waiting, 1, left > 0 ? static_cast<int>(left) : 0) <= 0)
            return kTimedOut;
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(m_socket, SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&error), &size);
        return error;
    }

private:
    Handle m_socket;
    int m_error = 0;
};

CheckFault faultOf(int error)
{
    switch (error) {
    case 0: return CheckFault::None;
    case kRefused: return CheckFault::PortClosed;
    case kTimedOut: return CheckFault::NoAnswer;
    default: return CheckFault::Other;
    }
}

std::string textOf(const addrinfo& address)
{
    char host[NI_MAXHOST] = {};
    getnameinfo(address.ai_addr, static_cast<socklen_t>(address.ai_addrlen), host, sizeof host, nullptr, 0, NI_NUMERICHOST);
    return host;
}

} // namespace

ProbeResult probe(const HostPort& place, std::chrono::milliseconds timeout)
{
    [[maybe_unused]] const Network network;
    const auto deadline = Clock::now() + timeout;
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* raw = nullptr;
    if (const int error = getaddrinfo(place.host.c_str(), std::to_string(place.port.value_or(0)).c_str(), &hints, &raw))
        return {CheckStage::Resolve, CheckFault::UnknownName, gai_strerror(error)};
    const Addresses addresses(raw);
    ProbeResult result;
    for (const addrinfo* address = raw; address != nullptr; address = address->ai_next) {
        const int error = Connecting(*address).await(deadline);
        result = {CheckStage::Connect, faultOf(error), textOf(*address)};
        if (error == 0)
            break;
        result.detail += ": " + std::system_category().message(error);
    }
    return result;
}

} // namespace sagascope::kafka

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Loopback.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace sagascope::support {

namespace {

/// A TCP socket, closed when it goes. Times out after a second, so that no caller can hang.
class Socket
{
public:
    Socket() : m_descriptor(socket(AF_INET, SOCK_STREAM, 0))
    {
        const timeval second{1, 0};
        setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &second, sizeof second);
        setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &second, sizeof second);
    }
    ~Socket() { close(m_descriptor); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int bindToFreePort()
    {
        auto address = loopback(0);
        socklen_t size = sizeof address;
        if (bind(m_descriptor, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            getsockname(m_descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            return -1;
        return ntohs(address.sin_port);
    }

    bool connectTo(int port)
    {
        auto address = loopback(port);
        return connect(m_descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }

    template <std::size_t N> bool send(const std::array<unsigned char, N>& bytes)
    {
        return write(m_descriptor, bytes.data(), N) == static_cast<ssize_t>(N);
    }

    template <std::size_t N> bool receive(std::array<unsigned char, N>& bytes)
    {
        return recv(m_descriptor, bytes.data(), N, MSG_WAITALL) == static_cast<ssize_t>(N);
    }

private:
    static sockaddr_in loopback(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<in_port_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    int m_descriptor;
};

} // namespace

std::vector<int> freePorts(int count)
{
    // All are held until the last is found, so that they differ.
    std::vector<Socket> sockets(static_cast<std::size_t>(count));
    std::vector<int> ports;
    ports.reserve(sockets.size());
    for (auto& socket : sockets)
        ports.push_back(socket.bindToFreePort());
    return ports;
}

bool speaksKafka(int port)
{
    // ApiVersions (key 18) version 0: size 10, key, version, correlation id 7, no client id. The answer holds its
    // size, our correlation id and an error code.
    static constexpr std::array<unsigned char, 14> kQuestion{0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 7, 0xff, 0xff};
    std::array<unsigned char, 10> answer{};
    Socket socket;
    if (!socket.connectTo(port) || !socket.send(kQuestion) || !socket.receive(answer))
        return false;
    return answer[7] == 7 && answer[8] == 0 && answer[9] == 0;
}

} // namespace sagascope::support

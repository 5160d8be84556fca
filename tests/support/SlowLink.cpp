// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SlowLink.h"

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <deque>
#include <fcntl.h>
#include <list>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace sagascope::support {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kPiece = 4096;
constexpr auto kTurn = std::chrono::milliseconds(2);

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A socket that never makes anybody wait; closed when it goes.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number)
    {
        if (m_number >= 0)
            fcntl(m_number, F_SETFL, fcntl(m_number, F_GETFL) | O_NONBLOCK);
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

/// Bytes on their way in one direction.
class Lane
{
public:
    Lane(int from, int to, LinkSpeed speed) : m_from(from), m_to(to), m_speed(speed) {}

    /// False when the connection has ended.
    bool move(Clock::time_point now) { return receive(now) && deliver(now); }

private:
    struct Piece
    {
        std::string bytes;
        Clock::time_point due;
    };

    bool receive(Clock::time_point now)
    {
        // What the line cannot carry yet stays with the sender, as on a real one.
        if (m_lineFree > now)
            return true;
        std::string bytes(kPiece, '\0');
        const ssize_t count = recv(m_from, bytes.data(), bytes.size(), 0);
        if (count <= 0)
            return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        bytes.resize(static_cast<std::size_t>(count));
        const std::chrono::duration<double> width(double(bytes.size()) / double(m_speed.bytesPerSecond));
        m_lineFree = std::max(m_lineFree, now) + std::chrono::duration_cast<Clock::duration>(width);
        m_pieces.push_back({std::move(bytes), m_lineFree + m_speed.delay});
        return true;
    }

    bool deliver(Clock::time_point now)
    {
        while (!m_pieces.empty() && m_pieces.front().due <= now) {
            std::string& bytes = m_pieces.front().bytes;
            const ssize_t count = send(m_to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0)
                return errno == EAGAIN || errno == EWOULDBLOCK;
            bytes.erase(0, static_cast<std::size_t>(count));
            if (!bytes.empty())
                return true;
            m_pieces.pop_front();
        }
        return true;
    }

    int m_from;
    int m_to;
    LinkSpeed m_speed;
    Clock::time_point m_lineFree{};
    std::deque<Piece> m_pieces;
};

/// Somebody's connection, and ours to the target for it.
class Connection
{
public:
    Connection(int client, int target, LinkSpeed speed)
        : m_client(client), m_target(target), m_there(client, target, speed), m_back(target, client, speed)
    {
    }

    bool move(Clock::time_point now) { return m_there.move(now) && m_back.move(now); }

private:
    Descriptor m_client;
    Descriptor m_target;
    Lane m_there;
    Lane m_back;
};

} // namespace

class SlowLink::Impl
{
public:
    Impl(int targetPort, LinkSpeed speed) : m_targetPort(targetPort), m_speed(speed)
    {
        auto address = loopback(0);
        socklen_t size = sizeof address;
        const int door = m_door.number();
        if (bind(door, reinterpret_cast<sockaddr*>(&address), size) == 0 && listen(door, 16) == 0
            && getsockname(door, reinterpret_cast<sockaddr*>(&address), &size) == 0)
            m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { run(); });
    }

    ~Impl()
    {
        m_isStopping = true;
        m_thread.join();
    }

    [[nodiscard]] int port() const { return m_port; }

private:
    void run()
    {
        while (!m_isStopping) {
            admit();
            const auto now = Clock::now();
            m_connections.remove_if([now](Connection& connection) { return !connection.move(now); });
            std::this_thread::sleep_for(kTurn);
        }
    }

    void admit()
    {
        const int client = accept(m_door.number(), nullptr, nullptr);
        if (client < 0)
            return;
        const int target = socket(AF_INET, SOCK_STREAM, 0);
        const auto address = loopback(m_targetPort);
        const bool isThere = connect(target, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        m_connections.emplace_back(client, target, m_speed);
        if (!isThere)
            m_connections.pop_back();
    }

    int m_targetPort;
    LinkSpeed m_speed;
    int m_port = -1;
    Descriptor m_door{socket(AF_INET, SOCK_STREAM, 0)};
    std::list<Connection> m_connections;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

SlowLink::SlowLink(int targetPort, LinkSpeed speed) : m_impl(std::make_unique<Impl>(targetPort, speed)) {}

SlowLink::~SlowLink() = default;

int SlowLink::port() const
{
    return m_impl->port();
}

} // namespace sagascope::support

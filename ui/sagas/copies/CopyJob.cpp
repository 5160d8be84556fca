// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/copies/CopyJob.h"

#include <QBuffer>
#include <QSaveFile>

#include <utility>

#include "core/session/copy/SagaCopy.h"
#include "ui/common/CodeText.h"
#include "ui/sagas/copies/PicturePaper.h"
#include "ui/sagas/copies/TicketText.h"

namespace sagascope::ui {
namespace {

/// Hands on what is written until the copy is stopped: whoever writes a picture then gives up, and need not be asked.
class StoppableDevice : public QIODevice
{
public:
    StoppableDevice(QIODevice& device, const std::function<bool()>& isStopped) : m_device(device), m_isStopped(isStopped)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* bytes, qint64 count) override { return m_isStopped() ? -1 : m_device.write(bytes, count); }

private:
    QIODevice& m_device;
    const std::function<bool()>& m_isStopped;
};

class CopyRun
{
public:
    CopyRun(CopyOrder order, std::atomic<std::size_t>& done, const std::function<bool()>& isStopped)
        : m_done(done), m_isStopped(isStopped)
    {
        m_outcome.order = std::move(order);
    }

    CopyOutcome run()
    {
        m_report = session::makeReport(order().snapshot, order().sagas);
        for (const session::ReportSaga& saga : m_report.sagas)
            m_outcome.events += saga.story.events.size();
        if (m_report.sagas.empty())
            fail(CopyTrouble::NothingThere);
        else if (order().path.isEmpty())
            toClipboard();
        else
            toFile();
        return std::move(m_outcome);
    }

private:
    [[nodiscard]] const CopyOrder& order() const { return m_outcome.order; }
    [[nodiscard]] bool isFine() const { return m_outcome.trouble == CopyTrouble::None; }

    void fail(CopyTrouble trouble, const QString& detail = {})
    {
        if (isFine()) // the first trouble is the cause of the others
            m_outcome.trouble = trouble, m_outcome.detail = detail;
    }

    void toClipboard()
    {
        if (order().kind == CopyKind::Png)
            return paint();
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        write(buffer);
        m_outcome.text = QString::fromUtf8(buffer.data());
    }

    void toFile()
    {
        QSaveFile file(order().path);
        if (!file.open(QIODevice::WriteOnly))
            return fail(CopyTrouble::NotWritten, file.errorString());
        write(file);
        if (!isFine())
            return file.cancelWriting();
        if (!file.commit())
            fail(CopyTrouble::NotWritten, file.errorString());
    }

    void write(QIODevice& device)
    {
        const session::TextSink sink = [this, &device](std::string_view text) { return put(device, text); };
        const session::CopyProgress progress = [this](std::size_t events) {
            m_done = events;
            return !m_isStopped();
        };
        const session::ReportSaga& first = m_report.sagas.front();
        switch (order().kind) {
        case CopyKind::Json: session::writeJson(m_report, sink, progress); break;
        case CopyKind::JsonLines: session::writeJsonLines(m_report, sink, progress); break;
        case CopyKind::Mermaid: put(device, session::toMermaid(first.story, *m_report.snapshot)); break;
        case CopyKind::PlantUml: put(device, session::toPlantUml(first.story, *m_report.snapshot)); break;
        case CopyKind::Text: writeTickets(device); break;
        case CopyKind::Png: writePng(device); break;
        case CopyKind::Svg: writeSvg(device); break;
        }
        if (m_isStopped())
            fail(CopyTrouble::Stopped);
    }

    bool put(QIODevice& device, std::string_view text)
    {
        const bool isWritten = device.write(text.data(), qint64(text.size())) == qint64(text.size());
        if (!isWritten)
            fail(CopyTrouble::NotWritten, device.errorString());
        return isWritten && !m_isStopped();
    }

    void writeTickets(QIODevice& device)
    {
        const TicketText ticket(m_report);
        std::size_t written = 0;
        for (const session::ReportSaga& saga : m_report.sagas) {
            const QString text = (written == 0 ? QString() : QStringLiteral("\n")) + ticket.of(saga);
            if (!put(device, text.toStdString()))
                return;
            m_done = written += saga.story.events.size();
        }
    }

    [[nodiscard]] std::optional<PicturePaper> paper()
    {
        SagaPicture picture = order().picture ? order().picture() : SagaPicture();
        if (picture.size.isEmpty()) {
            fail(CopyTrouble::NothingThere);
            return std::nullopt;
        }
        m_outcome.isCut = picture.isCut;
        return PicturePaper(TicketText(m_report).head(m_report.sagas.front().story), std::move(picture));
    }

    void paint()
    {
        const auto page = paper();
        if (!page)
            return;
        PicturePaper::Pixels pixels = page->toPixels(order().path.isEmpty() ? PicturePaper::kMaxCopied : PicturePaper::kMaxPixels);
        m_outcome.image = std::move(pixels.image);
        m_outcome.scale = pixels.scale;
        if (m_outcome.image.isNull())
            fail(CopyTrouble::TooLarge);
    }

    void writePng(QIODevice& device)
    {
        paint();
        StoppableDevice out(device, m_isStopped);
        if (isFine() && !m_isStopped() && !m_outcome.image.save(&out, "PNG"))
            fail(m_isStopped() ? CopyTrouble::Stopped : CopyTrouble::NotWritten, device.errorString());
        m_outcome.image = {};
    }

    void writeSvg(QIODevice& device)
    {
        const auto page = paper();
        if (page && !page->toSvg(device))
            fail(CopyTrouble::NotWritten, device.errorString());
    }

    std::atomic<std::size_t>& m_done;
    const std::function<bool()>& m_isStopped;
    session::Report m_report;
    CopyOutcome m_outcome;
};

} // namespace

CopyOutcome runCopy(CopyOrder order, std::atomic<std::size_t>& done, const std::function<bool()>& isStopped)
{
    return CopyRun(std::move(order), done, isStopped).run();
}

} // namespace sagascope::ui

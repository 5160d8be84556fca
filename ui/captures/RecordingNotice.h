// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sagascope::ui {

class MessageBar;
class ViewState;

/// Says once of each recording, when it is read to its end, what is wrong with it: damaged, cut short, or nothing that can
/// be read at all. GUI thread; all that it is given must outlive it.
class RecordingNotice : public QObject
{
    Q_OBJECT

public:
    RecordingNotice(const ViewState& state, MessageBar& messages, QObject* parent = nullptr);

private:
    void look();
    [[nodiscard]] QString sentence() const;

    const ViewState& m_state;
    MessageBar& m_messages;
    bool m_hasLooked = false; ///< at the end of this session's recording
};

} // namespace sagascope::ui

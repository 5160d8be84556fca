// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/common/KeyValueList.h"
#include "ui/shell/SessionHost.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Where the records come from and how the connection is. A click tells the rest: brokers, topics, offsets read, and
/// for the demo what it cannot show. A cluster whose environment is stated wears it, and its colour.
class ConnectionChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ConnectionChip(ViewState& state, QWidget* parent = nullptr);

    /// While a source is being started, whatever the session from before does meanwhile.
    void setStarting(const QString& name);
    void setStarted(); ///< or failed: shows the session that there is now
    void setProfile(std::optional<kafka::Profile> profile);
    void setRedaction(const QString& redaction); ///< what was taken out of the capture that is read; empty: nothing
    [[nodiscard]] const QString& words() const { return m_main; }
    [[nodiscard]] const QString& aside() const { return m_aside; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void connectWanted(); ///< to another cluster

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showDetails();
    [[nodiscard]] QWidget* detailsContent();
    [[nodiscard]] std::vector<KeyValue> details() const;
    void showGaps();
    [[nodiscard]] QColor dotColour() const;
    [[nodiscard]] QString asideText() const;
    /// A saved cluster is known by its colour; the band is not shown for others.
    [[nodiscard]] bool hasBand() const;

    ViewState& m_state;
    std::optional<kafka::Profile> m_profile;
    session::ConnectionStatus m_status;
    QString m_main;
    bool m_isStarting = false;
    QString m_redaction;
    QString m_aside; ///< muted: "production, read-only"
};

} // namespace sagascope::ui

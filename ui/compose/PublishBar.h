// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace sagascope::ui {

/// The last step: how often, deliberate exceptions, the button that names the cluster, and in words what stands in its
/// way. GUI thread.
class PublishBar : public QWidget
{
    Q_OBJECT

public:
    explicit PublishBar(QWidget* parent = nullptr);

    void setCluster(const QString& name); ///< empty: there is none
    void setBusy(bool isBusy);
    /// `violations` of the record against schema `version` (empty: none is known); `obstacle` is why it can't be
    /// published, empty when it can.
    void setVerdict(int violations, const QString& version, const QString& obstacle);
    void setOverridden(bool isOverridden); ///< tells nobody

    [[nodiscard]] bool isOverridden() const;
    [[nodiscard]] bool isSameIdAgain() const;
    [[nodiscard]] int repeats() const;
    [[nodiscard]] QPushButton* publishButton() const { return m_publish; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] QCheckBox* overrideBox() const { return m_override; }
    [[nodiscard]] QCheckBox* sameIdBox() const { return m_sameId; }
    [[nodiscard]] QSpinBox* repeatBox() const { return m_repeat; }
    [[nodiscard]] QString obstacle() const;

Q_SIGNALS:
    void publishWanted();
    void cancelWanted();
    void optionsChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupLayout();
    void retranslate();
    void show();
    QString m_cluster;
    QString m_version;
    QString m_obstacle;
    int m_violations = 0;
    bool m_isBusy = false;
    QPushButton* m_publish;
    QPushButton* m_cancel;
    QLabel* m_verdict;
    QLabel* m_reason;
    QCheckBox* m_override;
    QCheckBox* m_sameId;
    QSpinBox* m_repeat;
};

} // namespace sagascope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

#include "core/catalog/Catalog.h"
#include "ui/compose/EventTypeModel.h"

class QLineEdit;
class QListView;

namespace sagascope::ui {

class Panel;

/// Event types by domain with a filter above. Keyboard: Down goes from the filter into the list, Return in the filter
/// takes the first match, typing in the list goes on filtering, Escape clears. GUI thread.
class EventTypePanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventTypePanel(QWidget* parent = nullptr);

    void setCatalog(std::shared_ptr<const catalog::Catalog> catalog);
    void setCurrent(const QString& eventType); ///< shows it as chosen; tells nobody
    [[nodiscard]] QLineEdit* filter() const { return m_filter; }
    [[nodiscard]] QListView* list() const { return m_list; }

Q_SIGNALS:
    void typeChosen(const QString& eventType);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void choose(const QModelIndex& index);
    bool filterKey(int key);
    Panel* m_panel;
    QLineEdit* m_filter;
    QListView* m_list;
    EventTypeModel* m_model;
    QString m_current;
    bool m_isShowing = false;
};

} // namespace sagascope::ui

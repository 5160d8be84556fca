// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphAccessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

#include "ui/topology/GraphCanvas.h"

namespace sagascope::ui {
namespace {

/// One node. It asks the canvas each time, so that it never tells of a graph that is gone.
class NodeAccessible : public QAccessibleInterface
{
public:
    NodeAccessible(GraphCanvas* canvas, int node) : m_canvas(canvas), m_node(node) {}

    bool isValid() const override { return m_canvas && m_node < int(m_canvas->graph().nodes.size()); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}
    int node() const { return m_node; }

    QRect rect() const override
    {
        return isValid() ? QRect(m_canvas->mapToGlobal(m_canvas->nodeRect(m_node).topLeft()), m_canvas->nodeRect(m_node).size())
                         : QRect();
    }

    QString text(QAccessible::Text which) const override
    {
        if (!isValid())
            return {};
        if (which == QAccessible::Name)
            return m_canvas->graph().nodes[std::size_t(m_node)].title;
        return which == QAccessible::Description ? m_canvas->nodeText(m_node) : QString();
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        if (!isValid())
            state.invalid = true;
        else if (m_canvas->selectedNodeIndex() == m_node) {
            state.selected = true;
            state.focused = m_canvas->hasFocus();
        }
        return state;
    }

private:
    QPointer<GraphCanvas> m_canvas;
    int m_node;
};

class GraphAccessible : public QAccessibleWidget
{
public:
    explicit GraphAccessible(GraphCanvas* canvas) : QAccessibleWidget(canvas, QAccessible::List) {}
    ~GraphAccessible() override
    {
        for (const QAccessible::Id id : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return canvas() ? int(canvas()->graph().nodes.size()) : 0; }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (int(m_children.size()) <= index)
            m_children.push_back(QAccessible::registerAccessibleInterface(new NodeAccessible(canvas(), int(m_children.size()))));
        return QAccessible::accessibleInterface(m_children[std::size_t(index)]);
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* node = dynamic_cast<const NodeAccessible*>(child);
        return node ? node->node() : -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        return canvas() ? child(canvas()->nodeAt(canvas()->mapFromGlobal(QPoint(x, y)))) : nullptr;
    }

    QAccessibleInterface* focusChild() const override { return canvas() ? child(canvas()->selectedNodeIndex()) : nullptr; }

private:
    GraphCanvas* canvas() const { return static_cast<GraphCanvas*>(widget()); }

    mutable std::vector<QAccessible::Id> m_children; ///< made when somebody asks; a canvas that nobody reads has none
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    auto* canvas = className == QLatin1String("sagascope::ui::GraphCanvas") ? qobject_cast<GraphCanvas*>(object) : nullptr;
    return canvas ? new GraphAccessible(canvas) : nullptr;
}

} // namespace

void makeGraphsAccessible()
{
    static const bool isInstalled = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(isInstalled)
}

} // namespace sagascope::ui

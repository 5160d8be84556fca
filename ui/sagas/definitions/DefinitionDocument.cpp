// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionDocument.h"

#include <QUndoCommand>

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "ui/common/JsonLayout.h"
#include "ui/sagas/definitions/DefinitionEdits.h"

namespace sagascope::ui {
namespace {

using compose::Json;

constexpr int kMostSteps = 500;
const std::string kTyping = "typing"; // no pointer: those begin with a slash

} // namespace

/// One step back: the text before and after. Steps at one place flow together, and so does what is typed on one line.
class DefinitionDocument::Change : public QUndoCommand
{
public:
    Change(DefinitionDocument& document, QString after, std::string place)
        : m_document(document), m_before(document.text()), m_after(std::move(after)), m_place(std::move(place))
    {
    }

    void undo() override { m_document.show(m_before); }
    void redo() override { m_document.show(m_after); }
    [[nodiscard]] int id() const override { return m_place.empty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand* command) override
    {
        const auto& next = static_cast<const Change&>(*command);
        if (next.m_place != m_place)
            return false;
        m_after = next.m_after;
        setObsolete(m_before == m_after);
        return true;
    }

private:
    DefinitionDocument& m_document;
    QString m_before;
    QString m_after;
    std::string m_place;
};

DefinitionDocument::DefinitionDocument(catalog::PayloadSchema schema, const Json& root, QObject* parent)
    : QObject(parent), m_schema(std::move(schema)), m_text(layOutJson(root)), m_saved(m_text)
{
    m_undo.setUndoLimit(kMostSteps);
    read();
}

/// The stack tells its end, and nobody should look at a document that is half gone.
DefinitionDocument::~DefinitionDocument()
{
    m_undo.disconnect();
}

const Json* DefinitionDocument::at(std::string_view pointer) const
{
    return compose::valueAt(m_root, pointer);
}

std::string DefinitionDocument::name() const
{
    return m_root.is_object() ? memberText(m_root, "name") : std::string();
}

void DefinitionDocument::put(std::string_view pointer, Json value, Way way)
{
    Json root = m_root;
    putInOrder(root, pointer, std::move(value));
    write(std::move(root), tr("Edit"), way == Way::Typed ? std::string(pointer) : std::string());
}

void DefinitionDocument::remove(std::string_view pointer, Way way)
{
    Json root = m_root;
    compose::removeAt(root, pointer);
    write(std::move(root), tr("Remove"), way == Way::Typed ? std::string(pointer) : std::string());
}

void DefinitionDocument::insert(std::string_view list, std::size_t index, Json element)
{
    Json root = m_root;
    const Json* found = compose::valueAt(root, list);
    Json elements = found != nullptr && found->is_array() ? *found : Json::array();
    elements.insert(elements.begin() + std::ptrdiff_t(std::min(index, elements.size())), std::move(element));
    putInOrder(root, list, std::move(elements));
    write(std::move(root), tr("Add"));
}

void DefinitionDocument::move(std::string_view list, std::size_t from, std::size_t to)
{
    const Json* found = at(list);
    if (found == nullptr)
        return;
    Json root = m_root;
    Json elements = *found;
    moveElement(elements, from, to);
    compose::assignAt(root, list, std::move(elements));
    write(std::move(root), tr("Move"));
}

void DefinitionDocument::renameStep(std::size_t index, const std::string& name)
{
    Json root = m_root;
    ui::renameStep(root, index, name);
    write(std::move(root), tr("Rename"));
}

void DefinitionDocument::replaceRoot(const Json& root, const QString& what)
{
    const QString text = layOutJson(root);
    if (text == m_text)
        return;
    auto* change = new Change(*this, text, {});
    change->setText(what);
    m_undo.push(change);
}

void DefinitionDocument::write(Json root, const QString& what, const std::string& place)
{
    if (!isReadable() || root == m_root)
        return;
    auto* change = new Change(*this, layOutJson(root), place);
    change->setText(what);
    m_undo.push(change);
}

void DefinitionDocument::setText(const QString& text)
{
    if (text == m_text)
        return;
    // What is typed flows together until a line is finished or a whole piece is put in.
    const bool isTyping = std::abs(text.size() - m_text.size()) <= 1 && text.count(u'\n') == m_text.count(u'\n');
    auto* change = new Change(*this, text, isTyping ? kTyping : std::string());
    change->setText(tr("Type"));
    m_undo.push(change);
}

void DefinitionDocument::setSaved()
{
    m_saved = m_text;
    m_undo.setClean();
    Q_EMIT modifiedChanged();
}

void DefinitionDocument::setSavedAs(const Json* saved)
{
    m_saved = saved != nullptr ? layOutJson(*saved) : QString();
    Q_EMIT modifiedChanged();
}

void DefinitionDocument::show(const QString& text)
{
    m_text = text;
    read();
    Q_EMIT changed();
    Q_EMIT modifiedChanged();
}

void DefinitionDocument::read()
{
    m_faults.clear();
    m_definition.reset();
    m_outline = JsonOutline(m_text);
    if (!m_outline.isValid())
        return addFault({}, m_outline.problemAt(), m_outline.problem());
    auto read = compose::fromJsonText(m_text.toStdString());
    if (!read) // what the outline lets pass and the parser does not: half a surrogate pair
        return addFault({}, 0, JsonSyntax::BadEscape);
    m_root = *std::move(read);
    catalog::CheckedDefinition checked = catalog::checkSagaDefinition(nlohmann::json(m_root), m_schema);
    m_definition = std::move(checked.definition);
    for (catalog::DefinitionFlaw& fault : checked.faults) {
        const JsonOutline::Place* place = m_outline.nearest(fault.pointer);
        std::string pointer = fault.pointer;
        addFault(std::move(pointer), place != nullptr ? place->start : 0, std::move(fault));
    }
}

void DefinitionDocument::addFault(std::string pointer, qsizetype offset, std::variant<JsonSyntax, catalog::DefinitionFlaw> what)
{
    const QStringView before = QStringView(m_text).left(offset);
    const int line = int(before.count(u'\n')) + 1;
    const int column = int(offset - before.lastIndexOf(u'\n'));
    m_faults.push_back({std::move(pointer), offset, line, column, std::move(what)});
}

} // namespace sagascope::ui

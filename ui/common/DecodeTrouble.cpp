// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/DecodeTrouble.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>

#include "ui/common/HexText.h"
#include "ui/common/KeyValueList.h"
#include "ui/common/RuleText.h"
#include "ui/common/TightLayout.h"

namespace sagascope::ui {
namespace {

QLabel* paragraph(const QString& name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setContentsMargins(12, 4, 12, 4);
    return label;
}

QString words(const char* text)
{
    return QCoreApplication::translate("ByteCause", text);
}

} // namespace

QString byteCauseSentence(const event::ByteTrouble& trouble)
{
    using event::ByteCause;
    switch (trouble.cause) {
    case ByteCause::Unknown: return words(QT_TRANSLATE_NOOP("ByteCause", "Neither JSON nor a format that is known by its first bytes."));
    case ByteCause::Nothing: return words(QT_TRANSLATE_NOOP("ByteCause", "The record has no value: a tombstone, or a producer that serialised nothing."));
    case ByteCause::SchemaRegistry: return words(QT_TRANSLATE_NOOP("ByteCause", "Framed for a schema registry: magic byte 0, schema id %1, then Avro, Protobuf or JSON.")).arg(trouble.schemaId);
    case ByteCause::Gzip: return words(QT_TRANSLATE_NOOP("ByteCause", "Compressed with gzip by the application."));
    case ByteCause::Zstandard: return words(QT_TRANSLATE_NOOP("ByteCause", "Compressed with Zstandard by the application."));
    case ByteCause::Lz4: return words(QT_TRANSLATE_NOOP("ByteCause", "Compressed with LZ4 by the application."));
    case ByteCause::Snappy: return words(QT_TRANSLATE_NOOP("ByteCause", "Compressed with Snappy by the application."));
    case ByteCause::JavaObject: return words(QT_TRANSLATE_NOOP("ByteCause", "An object in Java's own serialisation."));
    case ByteCause::Utf16: return words(QT_TRANSLATE_NOOP("ByteCause", "Text in UTF-16: every other byte is zero, or it begins with a byte order mark."));
    case ByteCause::Latin1: return words(QT_TRANSLATE_NOOP("ByteCause", "Text in ISO 8859-1 or Windows-1252: an accented letter is a single byte."));
    case ByteCause::CutOff: return words(QT_TRANSLATE_NOOP("ByteCause", "JSON that ends before its brackets are closed: it was cut off."));
    case ByteCause::SeveralValues: return words(QT_TRANSLATE_NOOP("ByteCause", "Several JSON values behind one another in one record."));
    case ByteCause::OtherJson: return words(QT_TRANSLATE_NOOP("ByteCause", "Valid JSON, but a list, a text or a number instead of an object."));
    case ByteCause::PlainText: return words(QT_TRANSLATE_NOOP("ByteCause", "Plain text without JSON around it."));
    case ByteCause::Nested: return words(QT_TRANSLATE_NOOP("ByteCause", "JSON in more levels than are read (1,024)."));
    }
    return {};
}

QString byteCauseFix(event::ByteCause cause)
{
    using event::ByteCause;
    switch (cause) {
    case ByteCause::Unknown: return words(QT_TRANSLATE_NOOP("ByteCause", "Look at the bytes, and at the producer's value.serializer."));
    case ByteCause::Nothing: return words(QT_TRANSLATE_NOOP("ByteCause", "Nothing to do if the topic is compacted; otherwise look for a null in the producer."));
    case ByteCause::SchemaRegistry: return words(QT_TRANSLATE_NOOP("ByteCause", "Let the producer write JSON without the registry's serialiser, or read the topic with a consumer of that registry."));
    case ByteCause::Gzip:
    case ByteCause::Zstandard:
    case ByteCause::Lz4:
    case ByteCause::Snappy: return words(QT_TRANSLATE_NOOP("ByteCause", "Leave compression to Kafka (compression.type): consumers then undo it without knowing of it."));
    case ByteCause::JavaObject: return words(QT_TRANSLATE_NOOP("ByteCause", "Set the producer's value.serializer to one that writes JSON."));
    case ByteCause::Utf16:
    case ByteCause::Latin1: return words(QT_TRANSLATE_NOOP("ByteCause", "Let the producer encode the text as UTF-8, as JSON wants it."));
    case ByteCause::CutOff: return words(QT_TRANSLATE_NOOP("ByteCause", "Look for a length limit on the producer's side (a column, a buffer) near this size."));
    case ByteCause::SeveralValues: return words(QT_TRANSLATE_NOOP("ByteCause", "Send one record for each event."));
    case ByteCause::OtherJson:
    case ByteCause::PlainText: return words(QT_TRANSLATE_NOOP("ByteCause", "Send an object with the members of the envelope."));
    case ByteCause::Nested: return words(QT_TRANSLATE_NOOP("ByteCause", "Look for an object that contains itself in the producer."));
    }
    return {};
}

DecodeTrouble::DecodeTrouble(QWidget* parent)
    : QWidget(parent), m_reason(paragraph(QStringLiteral("danger"))), m_facts(new KeyValueList),
      m_bytes(paragraph(QStringLiteral("monoMuted"))), m_fix(paragraph({}))
{
    auto* column = tightColumn(this);
    for (QWidget* part : std::initializer_list<QWidget*>{m_reason, m_facts, m_bytes, m_fix})
        column->addWidget(part);
}

void DecodeTrouble::setTrouble(base::Rule reason, const event::ByteTrouble& trouble, std::size_t size, std::string_view around, std::size_t from)
{
    m_reason->setText(ruleLabel(reason) + QStringLiteral(": ") + ruleSentence(reason));
    const QLocale locale;
    const QString place = tr("byte %1 of %2").arg(locale.toString(qulonglong(trouble.position)), locale.toString(qulonglong(size)));
    m_facts->setRows({{tr("expected"), tr("a JSON object in UTF-8"), {}, {}, false},
                      {tr("stopped at"), place, {}, {}, size == 0}});
    constexpr std::size_t kBytesPerLine = 8; // fits the narrowest details; a wider line would push the sentences out of sight
    m_bytes->setText(hexDump(around, from, kBytesPerLine).trimmed());
    m_bytes->setVisible(!around.empty());
    m_bytes->setAccessibleName(tr("The bytes around that place"));
    m_fix->setText(byteCauseSentence(trouble) + u' ' + byteCauseFix(trouble.cause));
}

} // namespace sagascope::ui

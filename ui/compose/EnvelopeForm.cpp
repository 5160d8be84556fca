// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/EnvelopeForm.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/compose/ComposeText.h"
#include "ui/compose/FieldBox.h"
#include "ui/compose/FieldGrid.h"
#include "ui/compose/RawEditor.h"

namespace sagascope::ui {
namespace {

constexpr const char* kMetadata = "/metadata";

compose::FormField metadataField()
{
    compose::FormField field;
    field.name = "metadata";
    field.pointer = kMetadata;
    field.kind = compose::FieldKind::Raw;
    return field;
}

/// Not changed by scrolling over it.
class PartitionBox : public QSpinBox
{
protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

const char* pointerOf(EnvelopeForm::Field field)
{
    switch (field) {
    case EnvelopeForm::EventId: return "/eventId";
    case EnvelopeForm::Timestamp: return "/timestamp";
    case EnvelopeForm::Version: return "/version";
    case EnvelopeForm::Source: return "/source";
    default: return "";
    }
}

} // namespace

EnvelopeForm::EnvelopeForm(QWidget* payload, compose::SampleValues& samples, QWidget* parent)
    : QWidget(parent), m_samples(samples), m_partitionBox(new FieldBox), m_partition(new PartitionBox),
      m_nullKey(new QCheckBox), m_heading(new QLabel), m_metadataDocument(new FormDocument(samples, this)),
      m_metadata(new RawEditor(metadataField(), *m_metadataDocument))
{
    setObjectName(QStringLiteral("scrolled"));
    setupInputs();
    setupRouting();
    setupButtons();
    setupLayout(payload);
    retranslate();
}

void EnvelopeForm::setupInputs()
{
    for (int i = 0; i < FieldCount; ++i) {
        auto* input = new QLineEdit;
        input->setProperty("mono", true);
        m_inputs[std::size_t(i)] = input;
        m_boxes[std::size_t(i)] = new FieldBox;
        m_boxes[std::size_t(i)]->setInput(input);
        connect(input, &QLineEdit::textChanged, this, &EnvelopeForm::edited);
    }
    m_heading->setObjectName(QStringLiteral("panelTitle"));
    connect(m_metadataDocument, &FormDocument::edited, this, &EnvelopeForm::edited);
}

void EnvelopeForm::setupRouting()
{
    m_partition->setRange(-1, 9999);
    m_partition->setValue(-1);
    m_partition->setFocusPolicy(Qt::StrongFocus);
    m_partitionBox->setInput(m_partition);
    m_boxes[Key]->addBeside(m_nullKey);
    connect(m_partition, &QSpinBox::valueChanged, this, &EnvelopeForm::edited);
    connect(m_nullKey, &QCheckBox::toggled, this, [this](bool isNull) {
        m_inputs[Key]->setEnabled(!isNull);
        Q_EMIT edited();
    });
}

void EnvelopeForm::setupButtons()
{
    const auto newId = [this](Field field) { return [this, field] { replace(field, toQString(m_samples.uuid())); }; };
    m_newCorrelation = m_boxes[Correlation]->addButton({}, newId(Correlation));
    m_newId = m_boxes[EventId]->addButton({}, newId(EventId));
    m_now = m_boxes[Timestamp]->addButton({}, [this] { replace(Timestamp, toQString(m_samples.now())); });
}

void EnvelopeForm::setupLayout(QWidget* payload)
{
    auto* links = new FieldGrid;
    links->add(m_boxes[Correlation]);
    links->add(m_boxes[Cause]);
    auto* rest = new FieldGrid;
    rest->add(m_boxes[Key]);
    rest->add(m_partitionBox);
    for (const Field field : {EventId, Timestamp, Version, Source})
        rest->add(m_boxes[std::size_t(field)]);
    rest->add(m_boxes[Topic], true);
    rest->add(m_metadata, true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    column->addWidget(links);
    column->addWidget(payload);
    column->addSpacing(4);
    column->addWidget(m_heading);
    column->addWidget(rest);
    column->addStretch(1);
}

void EnvelopeForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EnvelopeForm::retranslate()
{
    m_heading->setText(tr("Key, routing and envelope"));
    m_boxes[Correlation]->setName(tr("Correlation"));
    m_boxes[Cause]->setName(tr("Caused by"));
    m_boxes[Key]->setName(tr("Key"));
    m_boxes[Topic]->setName(tr("Topic"));
    m_boxes[EventId]->setName(QStringLiteral("eventId"), true);
    m_boxes[Timestamp]->setName(QStringLiteral("timestamp"), true);
    m_boxes[Timestamp]->setHint(tr("empty: when you publish"));
    m_boxes[Version]->setName(QStringLiteral("version"), true);
    m_boxes[Source]->setName(QStringLiteral("source"), true);
    m_inputs[Correlation]->setPlaceholderText(tr("none"));
    m_inputs[Cause]->setPlaceholderText(tr("no cause"));
    m_inputs[Timestamp]->setPlaceholderText(tr("now"));
    m_partitionBox->setName(tr("Partition"));
    m_partition->setSpecialValueText(tr("by the key"));
    m_nullKey->setText(tr("no key"));
    m_nullKey->setToolTip(tr("Send a null key: the record goes to any partition"));
    m_newCorrelation->setText(tr("new"));
    m_newCorrelation->setAccessibleName(tr("New correlation id"));
    m_newId->setText(tr("new"));
    m_newId->setAccessibleName(tr("New event id"));
    m_now->setText(tr("now"));
    m_now->setAccessibleName(tr("Set the timestamp to now"));
}

void EnvelopeForm::replace(Field field, const QString& text)
{
    m_inputs[std::size_t(field)]->selectAll();
    m_inputs[std::size_t(field)]->insert(text); // so that Ctrl+Z brings the old one back
}

void EnvelopeForm::setDraft(const compose::Draft& draft)
{
    const std::array<const std::string*, FieldCount> texts{
        &draft.correlationId, &draft.causationId, nullptr, &draft.topic, &draft.eventId, &draft.timestamp, &draft.version,
        &draft.source};
    const QSignalBlocker blocker(this);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QString text = toQString(texts[i] != nullptr ? *texts[i] : draft.key.value_or(std::string()));
        if (text != m_inputs[i]->text())
            m_inputs[i]->setText(text);
        m_inputs[i]->setCursorPosition(0);
    }
    m_nullKey->setChecked(draft.hasNullKey);
    m_partition->setValue(draft.partition.value_or(-1));
    compose::Json holder = compose::Json::object();
    if (!draft.metadata.is_null())
        holder["metadata"] = draft.metadata;
    m_metadataDocument->setRoot(std::move(holder));
    m_metadata->load();
}

void EnvelopeForm::writeTo(compose::Draft& draft) const
{
    const auto text = [this](Field field) { return m_inputs[std::size_t(field)]->text().toStdString(); };
    draft.correlationId = text(Correlation);
    draft.causationId = text(Cause);
    draft.topic = text(Topic);
    draft.eventId = text(EventId);
    draft.timestamp = text(Timestamp);
    draft.version = text(Version);
    draft.source = text(Source);
    draft.key = text(Key).empty() ? std::nullopt : std::optional(text(Key));
    draft.hasNullKey = m_nullKey->isChecked();
    draft.partition = m_partition->value() < 0 ? std::nullopt : std::optional(m_partition->value());
    const compose::Json* metadata = m_metadataDocument->at(kMetadata);
    draft.metadata = metadata != nullptr ? *metadata : compose::Json();
}

void EnvelopeForm::setPreview(const compose::RecordPreview& preview, int partitions)
{
    m_inputs[Key]->setPlaceholderText(preview.key ? toQString(*preview.key) : QString());
    m_inputs[Topic]->setPlaceholderText(toQString(preview.topic));
    QString where = preview.key ? tr("chooses the partition") : tr("any partition");
    if (preview.partition)
        where = partitions > 0 ? tr("partition %1 of %2").arg(*preview.partition).arg(partitions)
                               : tr("partition %1").arg(*preview.partition);
    m_boxes[Key]->setHint(where);
    m_partitionBox->setHint(preview.isPartitionFixed ? tr("chosen by you") : QString());
    for (const Field field : {EventId, Timestamp, Version, Source}) {
        QString problem;
        for (const catalog::SchemaViolation& violation : preview.violations)
            if (violation.pointer == pointerOf(field))
                problem = problemText(violation);
        m_boxes[std::size_t(field)]->setProblem(problem);
    }
    const auto breaksMetadata = [](const catalog::SchemaViolation& v) { return v.pointer == kMetadata; };
    const auto found = std::find_if(preview.violations.begin(), preview.violations.end(), breaksMetadata);
    if (m_metadata->isReadable())
        m_metadata->setProblem(found != preview.violations.end() ? problemText(*found) : QString());
}

void EnvelopeForm::setLinkHints(const QString& correlation, const QString& cause)
{
    m_boxes[Correlation]->setHint(correlation);
    m_boxes[Cause]->setHint(cause);
}

bool EnvelopeForm::isReadable() const
{
    return m_metadata->isReadable();
}

} // namespace sagascope::ui

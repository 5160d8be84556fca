// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <vector>

#include "core/compose/Draft.h"
#include "core/compose/RecordPreview.h"
#include "ui/compose/FormDocument.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace sagascope::ui {

class FieldBox;
class FieldGrid;
class RawEditor;

/// Everything of a draft but its payload: correlation and cause above the payload's form, key, routing and the rest of
/// the envelope below it. GUI thread.
class EnvelopeForm : public QWidget
{
    Q_OBJECT

public:
    EnvelopeForm(QWidget* payload, compose::SampleValues& samples, QWidget* parent = nullptr);

    void setDraft(const compose::Draft& draft);
    void writeTo(compose::Draft& draft) const;
    /// Placeholders for what follows from the rest, the target partition, and problems of the envelope.
    void setPreview(const compose::RecordPreview& preview, int partitions);
    void setLinkHints(const QString& correlation, const QString& cause);
    [[nodiscard]] bool isReadable() const;

    enum Field { Correlation, Cause, Key, Topic, EventId, Timestamp, Version, Source, FieldCount };
    [[nodiscard]] QLineEdit* input(Field field) const { return m_inputs[std::size_t(field)]; }
    [[nodiscard]] FieldBox* box(Field field) const { return m_boxes[std::size_t(field)]; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupInputs();
    void setupRouting();
    void setupButtons();
    void setupLayout(QWidget* payload);
    void retranslate();
    void replace(Field field, const QString& text);
    compose::SampleValues& m_samples;
    std::array<FieldBox*, FieldCount> m_boxes{};
    std::array<QLineEdit*, FieldCount> m_inputs{};
    FieldBox* m_partitionBox;
    QSpinBox* m_partition;
    QCheckBox* m_nullKey;
    QLabel* m_heading;
    FormDocument* m_metadataDocument;
    RawEditor* m_metadata;
    QToolButton* m_newCorrelation = nullptr;
    QToolButton* m_newId = nullptr;
    QToolButton* m_now = nullptr;
};

} // namespace sagascope::ui

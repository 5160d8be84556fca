// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/EvidenceText.h"

#include <QCoreApplication>

#include <QLocale>

#include <algorithm>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

/// Puts one explanation together.
class EvidenceWriter
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceWriter)

public:
    EvidenceWriter(const saga::Story& story, const session::Snapshot& snapshot) : m_story(story), m_snapshot(snapshot) {}

    QString write(const saga::StoryEvent& member)
    {
        heading(tr("Why it belongs to this saga"));
        belonging(member);
        if (!m_story.candidates.empty()) {
            heading(tr("Sagas it may be one with"));
            candidates();
        }
        heading(tr("Cause and effect"));
        edges(member.event);
        heading(tr("Identifiers it carries"));
        identifiers(member.event);
        heading(tr("Identifiers of the whole saga"));
        for (const saga::Why& why : m_story.identifiers)
            line(identifier(why.kind, why.value));
        return m_text;
    }

private:
    void heading(const QString& text) { m_text += QStringLiteral("<p style='margin:8px 0 2px 0'><b>%1</b></p>").arg(text.toHtmlEscaped()); }
    void line(const QString& html) { m_text += QStringLiteral("<p style='margin:1px 0'>%1</p>").arg(html); }

    static QString identifier(identity::IdentifierKind kind, const std::string& value)
    {
        return QStringLiteral("%1 <code>%2</code>").arg(identifierLabel(kind).toHtmlEscaped(), toQString(value).toHtmlEscaped());
    }

    [[nodiscard]] QString link(base::EventIndex event) const
    {
        const QString type = toQString(m_snapshot.events.text(m_snapshot.events.row(event).type));
        return QStringLiteral("<a href='event:%1'>%2</a>").arg(event.value).arg(type.toHtmlEscaped());
    }

    void belonging(const saga::StoryEvent& member)
    {
        line(strength(member).toHtmlEscaped());
        if (member.evidence == identity::Evidence::Inferred)
            inference();
        for (const saga::Why& why : member.why)
            line(QStringLiteral("• ") + identifier(why.kind, why.value));
        if (member.repeat != identity::Repeat::None && member.repeatOf.isValid())
            line(repeat(member.repeat).toHtmlEscaped().arg(link(member.repeatOf)));
    }

    [[nodiscard]] static QString strength(const saga::StoryEvent& member)
    {
        switch (member.evidence) {
        case identity::Evidence::Declared: return tr("Declared: it carries an id whose purpose is to say so.");
        case identity::Evidence::Aliased:
            return tr("Aliased: it shares an identifier with other events, and the definition says that this field names the saga.");
        case identity::Evidence::Inferred: break;
        }
        return tr("Inferred: no identifier leads from here to the start of this saga, but what follows fits this one "
                  "clearly better than any other. Score %1 of 1:")
            .arg(number(member.score.value_or(0)));
    }

    /// Part by part, and where the line is drawn; then the identifiers, which tie only what was joined.
    void inference()
    {
        parts(m_story.link->parts);
        if (m_story.definition && m_story.definition->inference)
            line(tr("The definition asks for at least %1, and for %2 more than the next best.")
                     .arg(number(m_story.definition->inference->threshold), number(m_story.definition->inference->margin))
                     .toHtmlEscaped());
        line(tr("Events that were joined together with it share:").toHtmlEscaped());
    }

    void parts(const std::vector<saga::ScorePart>& parts)
    {
        for (const saga::ScorePart& part : parts) {
            const QString share = tr("%1 of %2").arg(number(part.share()), number(part.weight));
            line(QStringLiteral("• %1 — %2").arg(partText(part).toHtmlEscaped(), share.toHtmlEscaped()));
        }
    }

    [[nodiscard]] static QString number(double value) { return QLocale().toString(value, 'f', 2); }

    [[nodiscard]] static QString partText(const saga::ScorePart& part)
    {
        const QString value = toQString(part.value);
        const bool isKnown = part.fit > 0;
        switch (part.feature) {
        case saga::Feature::User: return tr("same user: %1").arg(value);
        case saga::Feature::Amount:
            if (!isKnown)
                return tr("amount: one side states none");
            return part.fit < 1 ? tr("same amount, one of them in cents: %1").arg(value) : tr("same amount: %1").arg(value);
        case saga::Feature::Currency:
            return isKnown ? tr("same currency: %1").arg(value) : tr("currency: one side states none");
        case saga::Feature::Time: return tr("time after the start: %1 s").arg(QLocale().toString(value.toDouble(), 'f', 1));
        case saga::Feature::NextStep: break;
        }
        return isKnown ? tr("a step that was expected next: %1").arg(value) : tr("no step that was expected next");
    }

    void candidates()
    {
        line(tr("Several fit about as well, and nothing decides. All are kept apart:").toHtmlEscaped());
        for (const saga::Candidate& candidate : m_story.candidates) {
            const QString key = toQString(m_snapshot.sagas.saga(candidate.saga).key);
            const QString anchor = QStringLiteral("<a href='saga:%1'>%2</a>").arg(candidate.saga.value).arg(key.toHtmlEscaped());
            line(anchor + QStringLiteral(" — ") + tr("score %1 of 1:").arg(number(candidate.score)).toHtmlEscaped());
            parts(candidate.parts);
        }
    }

    [[nodiscard]] static QString repeat(identity::Repeat kind)
    {
        switch (kind) {
        case identity::Repeat::Redelivery: return tr("It is %1 once more: same id, same content.");
        case identity::Repeat::SameFact: return tr("It tells the same fact as %1 under another id.");
        case identity::Repeat::IdCollision: return tr("It has the id of %1 and other content.");
        case identity::Repeat::Attempt: return tr("It is another attempt to handle %1.");
        case identity::Repeat::None: break;
        }
        return {};
    }

    void edges(base::EventIndex event)
    {
        const auto before = m_text.size();
        for (const identity::Edge& edge : m_story.edges) {
            if (edge.to == event)
                line(tr("caused by %1").toHtmlEscaped().arg(link(edge.from)) + reason(edge));
            if (edge.from == event)
                line(tr("causes %1").toHtmlEscaped().arg(link(edge.to)) + reason(edge));
        }
        if (m_text.size() == before)
            line(tr("Nothing names it as a cause, and it names none.").toHtmlEscaped());
    }

    [[nodiscard]] static QString reason(const identity::Edge& edge)
    {
        QString text;
        switch (edge.evidence) {
        case identity::Evidence::Declared: text = tr("declared by causationId"); break;
        case identity::Evidence::Aliased:
            text = tr("aliased by the rule %1 on a shared identifier").arg(toQString(edge.rule));
            break;
        case identity::Evidence::Inferred: text = tr("inferred, score %1").arg(number(edge.score.value_or(0))); break;
        }
        return QStringLiteral(" — ") + text.toHtmlEscaped();
    }

    void identifiers(base::EventIndex event)
    {
        const auto links = m_snapshot.identity.linksOf(event);
        for (const identity::Link& link : links) {
            QString text = identifier(link.kind(), std::string(m_snapshot.identity.value(link.id())));
            if (m_snapshot.identity.isHub(link.id()))
                text += QStringLiteral(" — ") + tr("joins nothing: far too many events share it").toHtmlEscaped();
            line(text);
        }
        if (links.empty())
            line(tr("None that could tie it to others.").toHtmlEscaped());
    }

    const saga::Story& m_story;
    const session::Snapshot& m_snapshot;
    QString m_text;
};

} // namespace

QString evidenceText(const saga::Story& story, base::EventIndex event, const session::Snapshot& snapshot)
{
    const auto member = std::find_if(story.events.begin(), story.events.end(),
                                     [&](const saga::StoryEvent& e) { return e.event == event; });
    return member == story.events.end() ? QString() : EvidenceWriter(story, snapshot).write(*member);
}

} // namespace sagascope::ui

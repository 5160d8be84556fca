// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/NoteBook.h"

#include <utility>

namespace sagascope::ui {

NoteBook::Place NoteBook::placeOf(const Note& note)
{
    if (!note.saga.empty())
        return {note.saga, {}, 0, 0};
    return {{}, note.topic, note.partition, note.offset};
}

NoteBook::Note NoteBook::placed(const session::Snapshot& snapshot, base::EventIndex event)
{
    const store::EventRow& row = snapshot.events.row(event);
    Note note;
    note.topic = snapshot.events.topicName(row.topic);
    note.partition = row.partition;
    note.offset = row.offset;
    return note;
}

NoteBook::Note NoteBook::placed(const session::Snapshot& snapshot, base::SagaId saga)
{
    const saga::SagaSummary& summary = snapshot.sagas.saga(saga);
    Note note;
    if (summary.events && !summary.events->empty())
        note = placed(snapshot, *summary.events->begin());
    note.saga = summary.key;
    return note;
}

const NoteBook::Note* NoteBook::find(const Note& note) const
{
    const auto found = m_notes.find(placeOf(note));
    return found == m_notes.end() ? nullptr : &found->second;
}

const NoteBook::Note* NoteBook::find(const session::Snapshot& snapshot, base::EventIndex event) const
{
    return m_notes.empty() ? nullptr : find(placed(snapshot, event));
}

const NoteBook::Note* NoteBook::find(const session::Snapshot& snapshot, base::SagaId saga) const
{
    return m_notes.empty() ? nullptr : findSaga(snapshot.sagas.saga(saga).key);
}

const NoteBook::Note* NoteBook::findSaga(std::string_view key) const
{
    const auto found = m_notes.empty() ? m_notes.end() : m_notes.find(Place(std::string(key), {}, 0, 0));
    return found == m_notes.end() ? nullptr : &found->second;
}

NoteBook::Note NoteBook::about(const session::Snapshot& snapshot, base::EventIndex event) const
{
    const Note* known = find(snapshot, event);
    return known != nullptr ? *known : placed(snapshot, event);
}

NoteBook::Note NoteBook::about(const session::Snapshot& snapshot, base::SagaId saga) const
{
    const Note* known = find(snapshot, saga);
    return known != nullptr ? *known : placed(snapshot, saga);
}

std::vector<NoteBook::Note> NoteBook::all() const
{
    std::vector<Note> sagas;
    std::vector<Note> events;
    for (const auto& [place, note] : m_notes)
        (note.saga.empty() ? events : sagas).push_back(note);
    sagas.insert(sagas.end(), events.begin(), events.end());
    return sagas;
}

void NoteBook::put(Note note)
{
    const Place place = placeOf(note);
    const auto known = m_notes.find(place);
    if (isBlank(note)) {
        if (known != m_notes.end())
            remove({known->second});
        return;
    }
    if (known != m_notes.end() && known->second.isBookmarked == note.isBookmarked && known->second.text == note.text)
        return;
    note.changedAt = base::Clock::system().now();
    m_notes.insert_or_assign(place, std::move(note));
    noteChange();
}

void NoteBook::remove(const std::vector<Note>& notes)
{
    std::vector<Note> removed;
    for (const Note& note : notes) {
        if (auto known = m_notes.extract(placeOf(note)))
            removed.push_back(std::move(known.mapped()));
    }
    if (removed.empty())
        return;
    m_removed.push_back(std::move(removed));
    noteChange();
}

void NoteBook::undo()
{
    if (m_removed.empty())
        return;
    for (Note& note : m_removed.back())
        m_notes.try_emplace(placeOf(note), std::move(note));
    m_removed.pop_back();
    noteChange();
}

void NoteBook::load(std::vector<Note> notes)
{
    m_notes.clear();
    m_removed.clear();
    for (Note& note : notes) {
        const Place place = placeOf(note);
        m_notes.insert_or_assign(place, std::move(note));
    }
    m_saved = ++m_revision;
    Q_EMIT changed();
}

void NoteBook::setSaved(std::uint64_t revision)
{
    m_saved = revision;
    Q_EMIT changed();
}

void NoteBook::noteChange()
{
    ++m_revision;
    Q_EMIT changed();
}

} // namespace sagascope::ui

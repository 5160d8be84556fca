<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CausationGraph</name>
    <message numerus="yes">
        <source>%n event(s) folded into one</source>
        <translation>
            <numerusform>%n event folded into one</numerusform>
            <numerusform>%n events folded into one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s) stacked on it</source>
        <translation>
            <numerusform>%n repeat stacked on it</numerusform>
            <numerusform>%n repeats stacked on it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s) folded into one, the longest counts</source>
        <translation>
            <numerusform>%n edge folded into one, the longest counts</numerusform>
            <numerusform>%n edges folded into one, the longest counts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message numerus="yes">
        <source>%n name(s) found</source>
        <translation>
            <numerusform>%n name found</numerusform>
            <numerusform>%n names found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bootstrap server(s) accept the connection</source>
        <translation>
            <numerusform>%n bootstrap server accepts the connection</numerusform>
            <numerusform>%n bootstrap servers accept the connection</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broker(s) known</source>
        <translation>
            <numerusform>%n broker known</numerusform>
            <numerusform>%n brokers known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n advertised address(es) accept the connection</source>
        <translation>
            <numerusform>%n advertised address accepts the connection</numerusform>
            <numerusform>%n advertised addresses accept the connection</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) can be read</source>
        <translation>
            <numerusform>%n topic can be read</numerusform>
            <numerusform>%n topics can be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more like these</source>
        <translation>
            <numerusform>%n more like this</numerusform>
            <numerusform>%n more like these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareSheet</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) later on the right</source>
        <translation>
            <numerusform>%n place later on the right</numerusform>
            <numerusform>%n places later on the right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) earlier on the right</source>
        <translation>
            <numerusform>%n place earlier on the right</numerusform>
            <numerusform>%n places earlier on the right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consumers</name>
    <message numerus="yes">
        <source>It was at the end a short while ago; %n message(s) came since.</source>
        <translation>
            <numerusform>It was at the end a short while ago; %n message came since.</numerusform>
            <numerusform>It was at the end a short while ago; %n messages came since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n member(s)</source>
        <translation>
            <numerusform>%1, %n member</numerusform>
            <numerusform>%1, %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <translation>
            <numerusform>%n lost</numerusform>
            <numerusform>%n lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retention has removed %n message(s) that it had not read.</source>
        <translation>
            <numerusform>Retention has removed %n message that it had not read.</numerusform>
            <numerusform>Retention has removed %n messages that it had not read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waits behind %n other(s)</source>
        <translation>
            <numerusform>waits behind %n other</numerusform>
            <numerusform>waits behind %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message numerus="yes">
        <source>Seen in %1 of %Ln saga(s).</source>
        <translation>
            <numerusform>Seen in %1 of %Ln saga.</numerusform>
            <numerusform>Seen in %1 of %Ln sagas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It usually took %1, and %2 at most in 99 % of %Ln wait(s).</source>
        <translation>
            <numerusform>It usually took %1, and %2 at most in 99 % of %Ln wait.</numerusform>
            <numerusform>It usually took %1, and %2 at most in 99 % of %Ln waits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proposed from %Ln saga(s): %1 failed, %2 unfinished.</source>
        <translation>
            <numerusform>Proposed from %Ln saga: %1 failed, %2 unfinished.</numerusform>
            <numerusform>Proposed from %Ln sagas: %1 failed, %2 unfinished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SequenceText</name>
    <message numerus="yes">
        <source>×%1 · %n messages each</source>
        <translation>
            <numerusform>×%1 · %n message each</numerusform>
            <numerusform>×%1 · %n messages each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceGraph</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketText</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a failure or an error</source>
        <translation>
            <numerusform>%n with a failure or an error</numerusform>
            <numerusform>%n with a failure or an error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of %n that begin here.</source>
        <translation>
            <numerusform>The only one that begins here.</numerusform>
            <numerusform>One of %n that begin here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declared cause(s)</source>
        <translation>
            <numerusform>%n declared cause</numerusform>
            <numerusform>%n declared causes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message numerus="yes">
        <source>%Ln saga(s) would follow %1 instead of %2</source>
        <translation>
            <numerusform>%Ln saga would follow %1 instead of %2</numerusform>
            <numerusform>%Ln sagas would follow %1 instead of %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would be joined out of several</source>
        <translation>
            <numerusform>%Ln saga would be joined out of several</numerusform>
            <numerusform>%Ln sagas would be joined out of several</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would fall apart into several</source>
        <translation>
            <numerusform>%Ln saga would fall apart into several</numerusform>
            <numerusform>%Ln sagas would fall apart into several</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would be new, of events that belong to none</source>
        <translation>
            <numerusform>%Ln saga would be new, of events that belong to none</numerusform>
            <numerusform>%Ln sagas would be new, of events that belong to none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) would be none any more</source>
        <translation>
            <numerusform>%Ln saga would be none any more</numerusform>
            <numerusform>%Ln sagas would be none any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s) from %1 to %2</source>
        <translation>
            <numerusform>%Ln saga from %1 to %2</numerusform>
            <numerusform>%Ln sagas from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This change would move %Ln saga(s) from %1 to %2</source>
        <translation>
            <numerusform>This change would move %Ln saga from %1 to %2</numerusform>
            <numerusform>This change would move %Ln sagas from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln other(s).</source>
        <translation>
            <numerusform>%1, and %Ln other.</numerusform>
            <numerusform>%1, and %Ln others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CaptureDesk</name>
    <message numerus="yes">
        <source>%n session(s) did not come to an end. What was read is still there.</source>
        <translation>
            <numerusform>One session did not come to an end. What was read is still there.</numerusform>
            <numerusform>%n sessions did not come to an end. What was read is still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CausationTab</name>
    <message numerus="yes">
        <source>%n event(s) are being laid out.</source>
        <translation>
            <numerusform>%n event is being laid out.</numerusform>
            <numerusform>%n events are being laid out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>critical path %1, %n step(s)</source>
        <translation>
            <numerusform>critical path %1, %n step</numerusform>
            <numerusform>critical path %1, %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s) missing</source>
        <translation>
            <numerusform>%n cause missing</numerusform>
            <numerusform>%n causes missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n cycle</numerusform>
            <numerusform>%n cycles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CheckPanel</name>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problem found</numerusform>
            <numerusform>%n problems found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::CompareTab</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n only left</numerusform>
            <numerusform>%n only left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n only right</numerusform>
            <numerusform>%n only right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of order</source>
        <translation>
            <numerusform>%n out of order</numerusform>
            <numerusform>%n out of order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other fields</source>
        <translation>
            <numerusform>%n with other fields</numerusform>
            <numerusform>%n with other fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ConnectionChip</name>
    <message numerus="yes">
        <source>%n broker(s)</source>
        <translation>
            <numerusform>%n broker</numerusform>
            <numerusform>%n brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) with records</source>
        <translation>
            <numerusform>%n topic with records</numerusform>
            <numerusform>%n topics with records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ConsumersRoom</name>
    <message numerus="yes">
        <source>%n, the worst first</source>
        <translation>
            <numerusform>%n, the worst first</numerusform>
            <numerusform>%n, the worst first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionForm</name>
    <message numerus="yes">
        <source>%n fault(s) here</source>
        <translation>
            <numerusform>%n fault here</numerusform>
            <numerusform>%n faults here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::DefinitionsPage</name>
    <message numerus="yes">
        <source>%n definition(s) with unsaved changes: %1</source>
        <translation>
            <numerusform>%n definition with unsaved changes: %1</numerusform>
            <numerusform>%n definitions with unsaved changes: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A definition is being made from %Ln saga(s) …</source>
        <translation>
            <numerusform>A definition is being made from %Ln saga …</numerusform>
            <numerusform>A definition is being made from %Ln sagas …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EstimatePanel</name>
    <message numerus="yes">
        <source>%n partition(s) did not tell: no leader, or no permission. Not counted.</source>
        <translation>
            <numerusform>%n partition did not tell: no leader, or no permission. Not counted.</numerusform>
            <numerusform>%n partitions did not tell: no leader, or no permission. Not counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventExporter</name>
    <message numerus="yes">
        <source>%Ln event(s) were written to %1; secrets are masked.</source>
        <translation>
            <numerusform>One event was written to %1; secrets are masked.</numerusform>
            <numerusform>%Ln events were written to %1; secrets are masked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) were written to %1; secrets are not masked.</source>
        <translation>
            <numerusform>One event was written to %1; secrets are not masked.</numerusform>
            <numerusform>%Ln events were written to %1; secrets are not masked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be read back and are left out.</source>
        <translation>
            <numerusform>One record could not be read back and is left out.</numerusform>
            <numerusform>%Ln records could not be read back and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventFilterBar</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventTable</name>
    <message numerus="yes">
        <source>%Ln new — jump to tail</source>
        <translation>
            <numerusform>%Ln new — jump to tail</numerusform>
            <numerusform>%Ln new — jump to tail</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventTableModel</name>
    <message numerus="yes">
        <source>%n byte(s) of key, value and headers</source>
        <translation>
            <numerusform>%n byte of key, value and headers</numerusform>
            <numerusform>%n bytes of key, value and headers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::EventsRoom</name>
    <message numerus="yes">
        <source>%Ln came late</source>
        <translation>
            <numerusform>%Ln came late</numerusform>
            <numerusform>%Ln came late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ExportDialog</name>
    <message numerus="yes">
        <source>The %Ln event(s) that the search has found so far, in the order of the table. It goes on; export again when it is done.</source>
        <translation>
            <numerusform>The one event that the search has found so far. It goes on; export again when it is done.</numerusform>
            <numerusform>The %Ln events that the search has found so far, in the order of the table. It goes on; export again when it is done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln event(s) that pass the filter, in the order of the table.</source>
        <translation>
            <numerusform>The one event that passes the filter.</numerusform>
            <numerusform>All %Ln events that pass the filter, in the order of the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::FlowMap</name>
    <message numerus="yes">
        <source>%n rarer transition(s) are left out.</source>
        <translation>
            <numerusform>%n rarer transition is left out.</numerusform>
            <numerusform>%n rarer transitions are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GapDialog</name>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GapModel</name>
    <message numerus="yes">
        <source>%n aborted record(s)</source>
        <translation>
            <numerusform>%n aborted record</numerusform>
            <numerusform>%n aborted records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transaction marker(s) or compacted away</source>
        <translation>
            <numerusform>%n transaction marker or compacted away</numerusform>
            <numerusform>%n transaction markers or compacted away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed by retention since</source>
        <translation>
            <numerusform>%n removed by retention since</numerusform>
            <numerusform>%n removed by retention since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::GraphCanvas</name>
    <message numerus="yes">
        <source>, seen %n time(s)</source>
        <translation>
            <numerusform>, seen %n time</numerusform>
            <numerusform>, seen %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::HistogramView</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with errors</source>
        <translation>
            <numerusform>%Ln with errors</numerusform>
            <numerusform>%Ln with errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::JoinsSection</name>
    <message numerus="yes">
        <source>%n type(s)</source>
        <translation>
            <numerusform>%n type</numerusform>
            <numerusform>%n types</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::ListEditor</name>
    <message numerus="yes">
        <source>%1 · %n element(s)</source>
        <translation>
            <numerusform>%1 · %n element</numerusform>
            <numerusform>%1 · %n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n of your saga definitions can&apos;t be read and is left out. %1</source>
        <translation>
            <numerusform>%n of your saga definitions can&apos;t be read and is left out. %1</numerusform>
            <numerusform>%n of your saga definitions can&apos;t be read and are left out. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PayloadView</name>
    <message numerus="yes">
        <source>%Ln place(s) do not fit the schema</source>
        <translation>
            <numerusform>one place does not fit the schema</numerusform>
            <numerusform>%Ln places do not fit the schema</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PublishBar</name>
    <message numerus="yes">
        <source>✕ %n problem(s)</source>
        <translation>
            <numerusform>✕ %n problem</numerusform>
            <numerusform>✕ %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::PublishFlow</name>
    <message numerus="yes">
        <source>%n records go to the topic %1. They cannot be taken back.</source>
        <translation>
            <numerusform>%n record goes to the topic %1. It cannot be taken back.</numerusform>
            <numerusform>%n records go to the topic %1. They cannot be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaCopies</name>
    <message numerus="yes">
        <source>Save %n sagas as…</source>
        <translation>
            <numerusform>Save %n saga as…</numerusform>
            <numerusform>Save %n sagas as…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaDelegate</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaListModel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s)</source>
        <translation>
            <numerusform>%n repeat</numerusform>
            <numerusform>%n repeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln saga(s)</source>
        <translation>
            <numerusform>%1: %Ln saga</numerusform>
            <numerusform>%1: %Ln sagas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaListPanel</name>
    <message numerus="yes">
        <source>0 of %Ln saga(s) match</source>
        <translation>
            <numerusform>0 of %Ln saga match</numerusform>
            <numerusform>0 of %Ln sagas match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fits %Ln saga(s) by itself</source>
        <translation>
            <numerusform>fits %Ln saga by itself</numerusform>
            <numerusform>fits %Ln sagas by itself</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without it %Ln appear</source>
        <translation>
            <numerusform>without it %Ln appears</numerusform>
            <numerusform>without it %Ln appear</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagaListView</name>
    <message numerus="yes">
        <source>Propose a definition from the %Ln saga(s) listed</source>
        <translation>
            <numerusform>Propose a definition from the %Ln saga listed</numerusform>
            <numerusform>Propose a definition from the %Ln sagas listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SagasRoom</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::SaveCaptureDialog</name>
    <message numerus="yes">
        <source>%n note(s) and bookmark(s) go along.</source>
        <translation>
            <numerusform>%n note or bookmark goes along.</numerusform>
            <numerusform>%n notes and bookmarks go along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them the value is left out whole: it is no JSON, so nobody can tell what is in it.</source>
        <translation>
            <numerusform>Of %n of them the value is left out whole: it is no JSON, so nobody can tell what is in it.</numerusform>
            <numerusform>Of %n of them the value is left out whole: it is no JSON, so nobody can tell what is in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StatusLine</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saga(s)</source>
        <translation>
            <numerusform>%Ln saga</numerusform>
            <numerusform>%Ln sagas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) not on disk</source>
        <translation>
            <numerusform>%Ln record not on disk</numerusform>
            <numerusform>%Ln records not on disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not decodable</source>
        <translation>
            <numerusform>%Ln not decodable</numerusform>
            <numerusform>%Ln not decodable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable line(s)</source>
        <translation>
            <numerusform>%Ln unreadable line</numerusform>
            <numerusform>%Ln unreadable lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::StepsTab</name>
    <message numerus="yes">
        <source>slower than %1 of the %n other saga(s) with the same steps</source>
        <translation>
            <numerusform>slower than %1 of the one other saga with the same steps</numerusform>
            <numerusform>slower than %1 of the %n other sagas with the same steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expected next, from %n ended saga(s) that began with the same steps:</source>
        <translation>
            <numerusform>Expected next, from %n ended saga that began with the same steps:</numerusform>
            <numerusform>Expected next, from %n ended sagas that began with the same steps:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TimelineBrush</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TopologyFacts</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::TopologyRoom</name>
    <message numerus="yes">
        <source>A graph of more than %n node(s) takes too long to lay out. The timeline in Sagas shows it.</source>
        <translation>
            <numerusform>A graph of more than %n node takes too long to lay out. The timeline in Sagas shows it.</numerusform>
            <numerusform>A graph of more than %n nodes takes too long to lay out. The timeline in Sagas shows it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sagascope::ui::WhatIfPanel</name>
    <message numerus="yes">
        <source>Nothing is changed. What you change is tried at once on the %Ln recorded saga(s).</source>
        <translation>
            <numerusform>Nothing is changed. What you change is tried at once on the %Ln recorded saga.</numerusform>
            <numerusform>Nothing is changed. What you change is tried at once on the %Ln recorded sagas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The change is tried on the %Ln recorded saga(s) …</source>
        <translation>
            <numerusform>The change is tried on the %Ln recorded saga …</numerusform>
            <numerusform>The change is tried on the %Ln recorded sagas …</numerusform>
        </translation>
    </message>
</context>
</TS>

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Every rule that a finding may name: its one name everywhere, how serious it is, and its group.
// The names are a contract: rules are added, never renamed.
// clang-format off
#define SAGASCOPE_RULES(X) \
    X(CorrelationMissing, "correlation-missing", Warning, Correlation) \
    X(CorrelationBroken, "correlation-broken", Warning, Correlation) \
    X(CorrelationSplit, "correlation-split", Error, Correlation) \
    X(CorrelationHeaderMismatch, "correlation-header-mismatch", Warning, Correlation) \
    X(CorrelationInMetadata, "correlation-in-metadata", Warning, Correlation) \
    X(CorrelationNotUuid, "correlation-not-uuid", Info, Correlation) \
    X(AliasSplit, "alias-split", Info, Correlation) \
    X(PlaceholderId, "placeholder-id", Warning, Correlation) \
    X(AmbiguousLink, "ambiguous-link", Warning, Correlation) \
    X(CausationDangling, "causation-dangling", Warning, Causation) \
    X(CausationCycle, "causation-cycle", Error, Causation) \
    X(CausationSelf, "causation-self", Warning, Causation) \
    X(ChainTooLong, "chain-too-long", Warning, Causation) \
    X(TimestampSkew, "timestamp-skew", Warning, Causation) \
    X(OrderInversion, "order-inversion", Info, Causation) \
    X(RequestReply, "request-reply", Warning, Causation) \
    X(RequestBurst, "request-burst", Info, Causation) \
    X(ConfirmedBeforePayment, "confirmed-before-payment", Warning, Saga) \
    X(PaidAfterCompensation, "paid-after-compensation", Error, Saga) \
    X(RefundAmountConflict, "refund-amount-conflict", Warning, Saga) \
    X(CompensationMissing, "compensation-missing", Error, Saga) \
    X(CompensationOrder, "compensation-order", Warning, Saga) \
    X(SagaStuck, "saga-stuck", Error, Saga) \
    X(SagaMissingStart, "saga-missing-start", Warning, Saga) \
    X(NoTerminalEventDefined, "no-terminal-event-defined", Info, Saga) \
    X(SingleSourceSaga, "single-source-saga", Info, Saga) \
    X(DeadEndEvent, "dead-end-event", Info, Saga) \
    X(DuplicateRedelivery, "duplicate-redelivery", Info, Repeats) \
    X(DuplicateSemantic, "duplicate-semantic", Warning, Repeats) \
    X(EventidCollision, "eventid-collision", Error, Repeats) \
    X(EventidNotUuid, "eventid-not-uuid", Warning, Envelope) \
    X(EventidVariant, "eventid-variant", Info, Envelope) \
    X(EventtypeTopicMismatch, "eventtype-topic-mismatch", Warning, Envelope) \
    X(EventtypePrefixed, "eventtype-prefixed", Warning, Envelope) \
    X(EventtypeHeaderMismatch, "eventtype-header-mismatch", Warning, Envelope) \
    X(EnvelopeMissing, "envelope-missing", Warning, Envelope) \
    X(EnvelopeIncomplete, "envelope-incomplete", Warning, Envelope) \
    X(EnvelopeTypeError, "envelope-type-error", Warning, Envelope) \
    X(PayloadMissing, "payload-missing", Warning, Envelope) \
    X(PayloadSchema, "payload-schema", Warning, Envelope) \
    X(PayloadExtraField, "payload-extra-field", Info, Envelope) \
    X(TimestampInvalid, "timestamp-invalid", Warning, Envelope) \
    X(TimestampNoZone, "timestamp-no-zone", Warning, Envelope) \
    X(TimestampKafkaMissing, "timestamp-kafka-missing", Info, Envelope) \
    X(HeaderNull, "header-null", Info, Envelope) \
    X(HeaderDuplicate, "header-duplicate", Warning, Envelope) \
    X(KeyMissing, "key-missing", Info, Envelope) \
    X(KeyBinary, "key-binary", Warning, Envelope) \
    X(KeyUnexpected, "key-unexpected", Warning, Envelope) \
    X(VersionMissing, "version-missing", Warning, Envelope) \
    X(VersionFormat, "version-format", Warning, Envelope) \
    X(VersionBreakingChange, "version-breaking-change", Error, Envelope) \
    X(VersionUnknown, "version-unknown", Warning, Envelope) \
    X(Tombstone, "tombstone", Info, Bytes) \
    X(EmptyValue, "empty-value", Warning, Bytes) \
    X(NotJson, "not-json", Error, Bytes) \
    X(JsonNotObject, "json-not-object", Error, Bytes) \
    X(BinaryValue, "binary-value", Error, Bytes) \
    X(InvalidUtf8, "invalid-utf8", Error, Bytes) \
    X(SchemaRegistryFraming, "schema-registry-framing", Error, Bytes) \
    X(DoubleEncoded, "double-encoded", Warning, Bytes) \
    X(Bom, "bom", Info, Bytes) \
    X(NestingTooDeep, "nesting-too-deep", Error, Bytes) \
    X(MemberDuplicate, "member-duplicate", Warning, Bytes) \
    X(JsonTolerated, "json-tolerated", Warning, Bytes) \
    X(RetryAttempt, "retry-attempt", Info, Retry) \
    X(DeadLetter, "dead-letter", Error, Retry) \
    X(DlqTopicSuffix, "dlq-topic-suffix", Warning, Retry) \
    X(EventTooLarge, "event-too-large", Warning, Architecture) \
    X(EmbeddedBinary, "embedded-binary", Warning, Architecture) \
    X(TopicUnknown, "topic-unknown", Warning, Architecture) \
    X(NamingConvention, "naming-convention", Warning, Architecture) \
    X(SecretInPayload, "secret-in-payload", Error, Architecture) \
    X(StaleDiff, "stale-diff", Warning, Architecture) \
    X(ThinEvent, "thin-event", Warning, Window) \
    X(ConsumerAbsent, "consumer-absent", Warning, Window) \
    X(NeverObserved, "never-observed", Info, Window) \
    X(SchemaDrift, "schema-drift", Warning, Window) \
    X(EffectMissing, "effect-missing", Warning, Window) \
    X(RetryBudget, "retry-budget", Warning, Window) \
    X(LagBlockedPartition, "lag-blocked-partition", Warning, Window)
// clang-format on

namespace sagascope::base {

enum class Severity : std::uint8_t { Info, Warning, Error };
enum class RuleGroup : std::uint8_t { Correlation, Causation, Saga, Repeats, Envelope, Bytes, Retry, Architecture, Window };

enum class Rule : std::uint8_t {
#define X(id, name, severity, group) id,
    SAGASCOPE_RULES(X)
#undef X
};

/// A set of rules, one bit per Rule.
using RuleSet = std::bitset<128>;

/// One rule that one event broke. `detail` holds the argument of the sentence (a field, a value, a pointer): short
/// (it is cut to 120 bytes), valid UTF-8, and never a secret's value.
struct RuleHit
{
    Rule rule;
    std::string detail;

    friend bool operator==(const RuleHit&, const RuleHit&) = default;
};

[[nodiscard]] std::span<const Rule> allRules();
[[nodiscard]] std::string_view ruleName(Rule rule);
[[nodiscard]] std::optional<Rule> ruleFromName(std::string_view name);
[[nodiscard]] Severity ruleSeverity(Rule rule);
[[nodiscard]] RuleGroup ruleGroup(Rule rule);
[[nodiscard]] std::string_view severityName(Severity severity); ///< "error", "warning", "info"

} // namespace sagascope::base

package org.sipbond.persistence.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code sipbond_call_attempt}; see {@link CallEntity}. */
@Entity
@Table(name = "sipbond_call_attempt")
@IdClass(AttemptKey.class)
class AttemptEntity {
  @Id UUID callRef;
  @Id int place;

  @Column(secondPrecision = 3)
  Instant started;

  String callId;
  String destination;
  String bond;
  String member;
  String outcome;

  /** For Hibernate, and for who fills every field in next. */
  @SuppressWarnings("NullAway.Init")
  AttemptEntity() {}
}

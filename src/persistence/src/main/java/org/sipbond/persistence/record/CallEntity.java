package org.sipbond.persistence.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sipbond_call}. Its fields are the columns; {@link CallMapper} knows them. */
@Entity
@Table(name = "sipbond_call")
class CallEntity {
  @Id UUID id;

  @Column(secondPrecision = 3)
  Instant started;

  @Column(secondPrecision = 3)
  @Nullable Instant answered;

  @Column(secondPrecision = 3)
  Instant ended;

  int status;
  String endedBy;
  String how;
  String cause;
  String reason;
  String callId;
  String bond;
  String listener;
  String source;
  String fromUri;
  String toUri;
  String requestUri;
  String egress;

  /** For Hibernate, and for who fills every field in next. */
  @SuppressWarnings("NullAway.Init")
  CallEntity() {}
}

package org.sipbond.persistence.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sipbond.core.record.CallAttempt;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallOutcome;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallerLeg;

/** A record as bytes. A later release reads what an earlier one left, by the first byte. */
final class CallCodec {
  private static final int FORMAT = 1;

  private CallCodec() {}

  static byte[] encode(CallRecord call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(call, new DataOutputStream(bytes));
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a record.
   *
   * @throws UnknownEntryException if the bytes are none that this release knows
   */
  static CallRecord decode(byte[] entry) throws UnknownEntryException {
    if (entry[0] != FORMAT) {
      throw new UnknownEntryException("entry is of format " + entry[0] + "; allowed: " + FORMAT);
    }
    try {
      return read(new DataInputStream(new ByteArrayInputStream(entry, 1, entry.length - 1)));
    } catch (IOException | IllegalArgumentException unknown) {
      throw new UnknownEntryException("entry is not as it was written", unknown);
    }
  }

  private static CallRecord read(DataInput in) throws IOException {
    return new CallRecord(
        new UUID(in.readLong(), in.readLong()),
        time(in),
        time(in),
        new CallerLeg(text(in), text(in), text(in), text(in), text(in), text(in), text(in)),
        text(in),
        attempts(in),
        outcome(in),
        new CallEnding(CallEnding.By.valueOf(text(in)), text(in)));
  }

  private static void write(CallRecord call, DataOutput out) throws IOException {
    out.writeByte(FORMAT);
    out.writeLong(call.id().getMostSignificantBits());
    out.writeLong(call.id().getLeastSignificantBits());
    time(out, call.started());
    time(out, call.ended());
    caller(out, call.caller());
    text(out, call.egress());
    out.writeInt(call.attempts().size());
    for (CallAttempt attempt : call.attempts()) {
      attempt(out, attempt);
    }
    outcome(out, call.outcome());
    text(out, call.ending().by().name());
    text(out, call.ending().how());
  }

  private static void caller(DataOutput out, CallerLeg caller) throws IOException {
    text(out, caller.callId());
    text(out, caller.bond());
    text(out, caller.listener());
    text(out, caller.source());
    text(out, caller.from());
    text(out, caller.to());
    text(out, caller.requestUri());
  }

  private static void attempt(DataOutput out, CallAttempt attempt) throws IOException {
    time(out, attempt.started());
    text(out, attempt.callId());
    text(out, attempt.destination());
    text(out, attempt.bond());
    text(out, attempt.member());
    text(out, attempt.outcome());
  }

  private static List<CallAttempt> attempts(DataInput in) throws IOException {
    int number = in.readInt();
    List<CallAttempt> attempts = new ArrayList<>();
    while (attempts.size() < number) {
      attempts.add(new CallAttempt(time(in), text(in), text(in), text(in), text(in), text(in)));
    }
    return attempts;
  }

  /** Status, time, cause, reason; zero and empty where they are not of the case. */
  private static void outcome(DataOutput out, CallOutcome outcome) throws IOException {
    out.writeBoolean(outcome.fold(answered -> true, unanswered -> false));
    out.writeInt(outcome.status());
    time(out, outcome.answeredAt().orElse(Instant.EPOCH));
    text(out, outcome.fold(answered -> "", CallOutcome.Unanswered::cause));
    text(out, outcome.fold(answered -> "", CallOutcome.Unanswered::reason));
  }

  private static CallOutcome outcome(DataInput in) throws IOException {
    boolean answered = in.readBoolean();
    int status = in.readInt();
    Instant at = time(in);
    String cause = text(in);
    String reason = text(in);
    return answered
        ? new CallOutcome.Answered(at, status)
        : new CallOutcome.Unanswered(status, cause, reason);
  }

  private static void time(DataOutput out, Instant time) throws IOException {
    out.writeLong(time.toEpochMilli());
  }

  private static Instant time(DataInput in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }

  private static void text(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** An entry of a later release, or none at all. */
  static final class UnknownEntryException extends Exception {
    private static final long serialVersionUID = 1;

    UnknownEntryException(String message) {
      super(message);
    }

    UnknownEntryException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}

package org.sipbond.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.sipbond.wire.SipText;

/**
 * What one agent is to see of a cell.
 *
 * @param callIds of the cell; empty while it runs
 */
record Check(Tape tape, Sequence expected, Set<String> callIds) {
  Check {
    callIds = Set.copyOf(callIds);
  }

  Check(Tape tape, Sequence expected) {
    this(tape, expected, Set.of());
  }

  /** Waits for as many messages as are expected, and compares. */
  void await() {
    tape.await(expected.size(), Exchange.LIMIT);
    compare(tape.texts());
  }

  /** The same for the time when the cell is over. */
  Check closed() {
    return new Check(tape, expected, tape.callIds());
  }

  /** Compares once more: whatever came later is too much. */
  void again() {
    compare(tape.texts(callIds));
  }

  private void compare(List<SipText> texts) {
    assertThat(expected.as(texts)).as("seen by " + tape.agent().uri()).isEqualTo(expected);
  }
}

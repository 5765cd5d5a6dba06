package org.sipbond.testkit.program;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.ladder.Ladder;
import org.sipbond.wire.ladder.Lane;

/**
 * Prints the ladder of a test that fails. Register it as a field, and in the test tell it the lanes
 * and where the messages come from; the source is asked after the test, so it must still answer
 * when the test has closed it, as captures and user agents do.
 */
public final class LadderOnFailure
    implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  private final PrintStream out;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Supplier<List<WireMessage>>> sources = new ArrayList<>();

  /** Prints to the standard error stream. */
  public LadderOnFailure() {
    this(System.err);
  }

  /** Prints to that stream. */
  public LadderOnFailure(PrintStream out) {
    this.out = out;
  }

  /** The lanes, from left to right. */
  public void lanes(Lane... fromLeft) {
    lanes.clear();
    lanes.addAll(Arrays.asList(fromLeft));
  }

  /** One more source of messages. */
  public void of(Supplier<List<WireMessage>> source) {
    sources.add(source);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    lanes.clear();
    sources.clear();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent() && !sources.isEmpty()) {
      print(context.getDisplayName());
    }
  }

  void print(String test) {
    List<WireMessage> messages = sources.stream().flatMap(source -> source.get().stream()).toList();
    out.println(test + " failed; what was on the wire:");
    out.print(new Ladder(lanes, messages));
    out.flush();
  }
}

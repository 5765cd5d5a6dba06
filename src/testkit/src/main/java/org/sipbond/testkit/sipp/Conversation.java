package org.sipbond.testkit.sipp;

import java.util.List;
import org.sipbond.core.net.Transport;

/**
 * What two parties say to each other, written once for both: a line for each message, {@code >} for
 * what the caller sends and {@code <} for what the callee sends, then the method or the status
 * code. {@code sdp}, {@code sipfrag} or {@code text} adds a body, and headers follow after bars:
 *
 * <pre>
 * &gt; INVITE sdp
 * &lt; 180
 * &lt; 200 sdp
 * &gt; ACK
 * hold
 * &lt; BYE | Reason: Q.850;cause=16
 * &gt; 200
 * </pre>
 *
 * {@code hold} stands for the hold of the {@link Sipp}, and {@code wait} for a moment in which what
 * was said before arrives; whoever speaks next waits. A response answers the last request of the
 * other side that has no final response. A provisional response without RSeq may get lost.
 *
 * @param title as it is printed
 */
public record Conversation(String title, List<Line> lines) {

  /** A copy of {@code lines}. */
  public Conversation {
    lines = List.copyOf(lines);
  }

  /** Reads the text above. */
  public static Conversation of(String title, String text) {
    return new Conversation(
        title, text.lines().filter(line -> !line.isBlank()).map(Line::read).toList());
  }

  /** The side that begins. */
  public Script caller() {
    return new Part(Line.Speaker.CALLER);
  }

  /** The side that is called. */
  public Script callee() {
    return new Part(Line.Speaker.CALLEE);
  }

  private final class Part implements Script {
    private final Line.Speaker side;

    Part(Line.Speaker side) {
      this.side = side;
    }

    @Override
    public String title() {
      return Conversation.this.title + ", " + side;
    }

    @Override
    public boolean calls() {
      return side == Line.Speaker.CALLER;
    }

    @Override
    public String text(Transport transport, boolean patient) {
      return new ScriptWriter(title(), side, transport, patient).write(lines);
    }
  }
}

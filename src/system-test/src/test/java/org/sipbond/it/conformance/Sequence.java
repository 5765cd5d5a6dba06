package org.sipbond.it.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.wire.SipText;

/**
 * Everything that one side is to see of a cell, in order. A message with a body has the subtype of
 * its Content-Type behind a plus sign: {@code INVITE +sdp}.
 *
 * @param main in one order
 * @param beside transactions by their method, each in an order of its own: nothing says when they
 *     come among the others, such as the answer to a CANCEL before or after 487
 */
record Sequence(List<String> main, Map<String, List<String>> beside) {
  Sequence {
    main = List.copyOf(main);
    beside = Map.copyOf(beside);
  }

  static Sequence of(String... summaries) {
    return new Sequence(Arrays.asList(summaries), Map.of());
  }

  /** The same with a transaction, or all of that method, in an order of its own. */
  Sequence beside(String method, String... summaries) {
    Map<String, List<String>> more = new LinkedHashMap<>(beside);
    more.put(method, Arrays.asList(summaries));
    return new Sequence(main, more);
  }

  /** The same and more of it, in the one order. */
  Sequence then(String... summaries) {
    List<String> more = new ArrayList<>(main);
    more.addAll(Arrays.asList(summaries));
    return new Sequence(more, beside);
  }

  int size() {
    return main.size() + beside.values().stream().mapToInt(List::size).sum();
  }

  /** What was seen, ordered as this is. */
  Sequence as(List<SipText> texts) {
    List<String> inOrder = new ArrayList<>();
    Map<String, List<String>> apart = new LinkedHashMap<>();
    for (SipText text : texts) {
      List<String> order =
          beside.containsKey(text.method())
              ? apart.computeIfAbsent(text.method(), first -> new ArrayList<>())
              : inOrder;
      order.add(summary(text));
    }
    return new Sequence(inOrder, apart);
  }

  private static String summary(SipText text) {
    String type = text.header("Content-Type").orElse("unknown");
    String subtype = type.replaceFirst("^[^/]*/", "").replaceFirst("\\s*;.*$", "");
    return text.body().length() == 0 ? text.summary() : text.summary() + " +" + subtype;
  }

  @Override
  public String toString() {
    return beside.isEmpty() ? main.toString() : main + ", beside " + beside;
  }
}

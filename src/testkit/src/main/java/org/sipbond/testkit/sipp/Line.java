package org.sipbond.testkit.sipp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of a {@link Conversation}.
 *
 * @param speaker who sends; nobody for a pause
 * @param word a method, a status code, {@code hold} or {@code wait}
 * @param body {@code sdp}, {@code sipfrag}, {@code text} or nothing
 * @param headers whole lines
 */
record Line(Speaker speaker, String word, String body, List<String> headers) {
  private static final List<String> PAUSES = List.of("hold", "wait");
  private static final List<String> BODIES = List.of("", "sdp", "sipfrag", "text");
  private static final int FIRST_FINAL = 200;

  /** Who sends. */
  enum Speaker {
    CALLER,
    CALLEE,
    NOBODY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Line read(String text) {
    String[] parts = text.strip().split("\\s*\\|\\s*", -1);
    List<String> words = List.of(parts[0].split("\\s+", -1));
    if (words.size() == 1 && PAUSES.contains(words.get(0))) {
      return new Line(Speaker.NOBODY, words.get(0), "", List.of());
    }
    String body = words.size() > 2 ? words.get(2) : "";
    if (words.size() < 2 || words.size() > 3 || !BODIES.contains(body)) {
      throw new IllegalArgumentException(
          "found \"" + text + "\"; allowed: > or <, a method or a code, and a body of " + BODIES);
    }
    return new Line(
        speaker(words.get(0)), words.get(1), body, List.of(parts).subList(1, parts.length));
  }

  private static Speaker speaker(String arrow) {
    return switch (arrow) {
      case ">" -> Speaker.CALLER;
      case "<" -> Speaker.CALLEE;
      default ->
          throw new IllegalArgumentException(
              "found \"" + arrow + "\"; allowed: >, <, " + Arrays.toString(PAUSES.toArray()));
    };
  }

  boolean isPause() {
    return speaker == Speaker.NOBODY;
  }

  boolean isRequest() {
    return !isPause() && !Character.isDigit(word.charAt(0));
  }

  boolean isFinal() {
    return !isPause() && !isRequest() && Integer.parseInt(word) >= FIRST_FINAL;
  }

  /** Whether it is a provisional response that is sent reliably. See RFC 3262 §3. */
  boolean isReliable() {
    return headers.stream().anyMatch(header -> header.startsWith("RSeq:"));
  }
}

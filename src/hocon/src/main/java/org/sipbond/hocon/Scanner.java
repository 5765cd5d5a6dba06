package org.sipbond.hocon;

/** Goes through HOCON that the parser has accepted, one piece after the other. */
final class Scanner {
  /** On the same line. */
  static final String SPACE = " \t\r\f\u00a0\ufeff";

  /** Before a value. */
  static final String BLANK = SPACE + "\n";

  /** Between entries. */
  static final String BETWEEN = BLANK + ",";

  private static final String TRIPLE = "\"\"\"";
  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** How many characters were gone over. */
  int offset() {
    return at;
  }

  int line() {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /** Whether an include statement comes; its file is then read as a value would be. */
  boolean atInclude() {
    return text.startsWith("include ", at)
        || text.startsWith("include\t", at)
        || text.startsWith("include\"", at);
  }

  /** Skips these characters and comments. */
  void skip(String characters) {
    while (!atEnd()) {
      if (atComment()) {
        restOfLine();
      } else if (characters.indexOf(text.charAt(at)) >= 0) {
        at++;
      } else {
        return;
      }
    }
  }

  boolean accept(char expected) {
    boolean there = !atEnd() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  /** Up to, but not beyond, the line's end. */
  void restOfLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  /** A key as written, up to what comes after keys. */
  String key() {
    int start = at;
    while (!atEnd() && "=:+{\n".indexOf(text.charAt(at)) < 0) {
      part();
    }
    return text.substring(start, at).strip();
  }

  /** Whether the next character ends a value. */
  boolean atEndOfValue() {
    return atEnd() || "\n,}]".indexOf(text.charAt(at)) >= 0;
  }

  /** Goes over a string, a substitution or one character; whether it was a substitution. */
  boolean part() {
    if (text.startsWith(TRIPLE, at)) {
      int end = text.indexOf(TRIPLE, at + TRIPLE.length()) + TRIPLE.length();
      while (end < text.length() && text.charAt(end) == '"') {
        end++;
      }
      at = end;
    } else if (text.charAt(at) == '"') {
      string();
    } else if (text.startsWith("${", at)) {
      at = text.indexOf('}', at) + 1;
      return true;
    } else {
      at++;
    }
    return false;
  }

  private void string() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private boolean atComment() {
    return text.charAt(at) == '#' || text.startsWith("//", at);
  }
}

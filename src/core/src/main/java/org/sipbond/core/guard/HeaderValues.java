package org.sipbond.core.guard;

import java.util.ArrayList;
import java.util.List;

/** Parts the values of a header field, which commas do outside of quotes and angle brackets. */
final class HeaderValues {
  private HeaderValues() {}

  /** Where the quoted text ends that a value begins with; 0 where it begins with none. */
  static int endOfQuotes(String value) {
    int end = 1;
    while (value.startsWith("\"") && end < value.length()) {
      if (value.charAt(end) == '"') {
        return end;
      }
      end += value.charAt(end) == '\\' ? 2 : 1;
    }
    return 0;
  }

  static List<String> split(String field) {
    List<String> values = new ArrayList<>();
    boolean quoted = false;
    int depth = 0;
    int start = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '<' || c == '>')) {
        depth = c == '<' ? 1 : 0;
      } else if (!quoted && depth == 0 && c == ',') {
        values.add(field.substring(start, i).strip());
        start = i + 1;
      }
    }
    values.add(field.substring(start).strip());
    return values;
  }
}

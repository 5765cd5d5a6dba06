package org.sipbond.testkit.sipp;

import java.util.Arrays;
import java.util.List;

/** The statistics file of SIPp: a line of names, then one line for each second, ended by ';'. */
record Statistics(List<String> names, List<String> latest) {
  static Statistics parse(List<String> lines) {
    List<String> whole = lines.stream().filter(line -> line.endsWith(";")).toList();
    if (whole.isEmpty()) {
      return new Statistics(List.of(), List.of());
    }
    return new Statistics(fields(whole.get(0)), fields(whole.get(whole.size() - 1)));
  }

  /** A cumulative counter; 0 when SIPp ended before it wrote one. */
  long count(String name) {
    int column = names.indexOf(name);
    if (column < 0 || column >= latest.size() || latest.equals(names)) {
      return 0;
    }
    return Long.parseLong(latest.get(column));
  }

  private static List<String> fields(String line) {
    return Arrays.asList(line.split(";", -1));
  }
}

package org.sipbond.core.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers the problems of one document. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Origin origin, String key, String found, String allowed) {
    this.found.add(new Problem(origin, key, found, allowed));
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}

package org.sipbond.core.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block of the document.
 *
 * @param keys what it may hold
 * @param values what it holds, in the order of the document
 */
record Block(Value value, List<String> keys, Map<String, Value> values) {

  /** The value of a key; a key that may not be there is a mistake of the caller. */
  Optional<Value> get(String key) {
    if (!keys.contains(key)) {
      throw new IllegalArgumentException("key is " + key + "; allowed: " + keys);
    }
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key that has to be there. */
  Optional<Value> need(String key, String allowed) {
    Optional<Value> found = get(key);
    if (found.isEmpty()) {
      String path = value.path().isEmpty() ? key : value.path() + "." + key;
      value.problems().add(value.origin(), path, "nothing", allowed);
    }
    return found;
  }

  /** Notes a problem for each of these keys that is there. */
  void refuse(List<String> unfit, String found, String allowed) {
    unfit.forEach(key -> get(key).ifPresent(there -> there.refused(found, allowed)));
  }

  void refuseOtherKeys() {
    values.forEach(
        (key, found) -> {
          if (!keys.contains(key)) {
            found.refused("an unknown key", Spelling.nearestFirst(key, keys));
          }
        });
  }
}

package org.sipbond.core.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.bond.OnNoMatch;

/** Reads {@code on-no-match}, and finds bonds that fall back to each other in a loop. */
final class Fallbacks {
  private static final String ALLOWED =
      "reject, \"fallback: other-bond\" or { fallback = other-bond }";
  private static final String FALLBACK_PREFIX = "fallback:";

  private Fallbacks() {}

  /** From a bond to the next, and where that is written. */
  record Step(String next, Value value) {}

  static Optional<OnNoMatch> read(Value value, Set<String> bonds) {
    if (!value.isScalar()) {
      return value
          .block(Keys.ONE_ON_NO_MATCH, ALLOWED)
          .flatMap(keys -> keys.need(Keys.FALLBACK, "the name of a bond"))
          .flatMap(bond -> bond.text("the name of a bond").flatMap(name -> to(name, bond, bonds)));
    }
    String text = value.text(ALLOWED).orElse("");
    if (text.equals("reject")) {
      return Optional.of(new OnNoMatch.Reject());
    }
    return text.startsWith(FALLBACK_PREFIX)
        ? to(text.substring(FALLBACK_PREFIX.length()).strip(), value, bonds)
        : value.refused(Value.quoted(text), ALLOWED);
  }

  private static Optional<OnNoMatch> to(String name, Value value, Set<String> bonds) {
    return bonds.contains(name)
        ? Optional.of(new OnNoMatch.Fallback(name))
        : value.refused(
            Value.quoted(name) + ", which is no bond",
            "a bond: " + Spelling.nearestFirst(name, bonds));
  }

  /** Notes each loop once, at its first bond in the document. */
  static void refuseLoops(Map<String, Step> steps) {
    Set<String> inLoop = new LinkedHashSet<>();
    steps.forEach(
        (first, step) -> {
          List<String> path = path(first, steps);
          if (path.get(path.size() - 1).equals(first) && !inLoop.contains(first)) {
            inLoop.addAll(path);
            step.value().refused("the loop " + String.join(" to ", path), "a fallback that ends");
          }
        });
  }

  /** The bonds that are asked, the first one again where it is a loop. */
  private static List<String> path(String first, Map<String, Step> steps) {
    Set<String> path = new LinkedHashSet<>(Set.of(first));
    Step step = steps.get(first);
    while (step != null && path.add(step.next())) {
      step = steps.get(step.next());
    }
    List<String> names = new ArrayList<>(path);
    if (step != null) {
      names.add(step.next());
    }
    return names;
  }
}

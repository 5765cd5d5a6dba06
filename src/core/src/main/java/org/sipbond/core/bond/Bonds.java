package org.sipbond.core.bond;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipbond.core.net.Destination;

/**
 * The bonds of one configuration, in declared order.
 *
 * @param bonds each name once; a fallback names one of them
 */
public record Bonds(List<Bond> bonds) {

  public Bonds {
    bonds = List.copyOf(bonds);
    Set<String> names = new LinkedHashSet<>();
    for (Bond bond : bonds) {
      if (!names.add(bond.name())) {
        throw new IllegalArgumentException(
            "bond " + bond.name() + " is there twice; allowed: each name once");
      }
    }
    for (Bond bond : bonds) {
      fallback(bond)
          .filter(name -> !names.contains(name))
          .ifPresent(name -> undefined(name, names));
    }
  }

  /** The bond of that name. */
  public Optional<Bond> named(String name) {
    return bonds.stream().filter(bond -> bond.name().equals(name)).findFirst();
  }

  /** The bonds that have {@code listener}: the sides on which a request came in by it. */
  public List<Bond> holding(Listener listener) {
    return bonds.stream().filter(bond -> bond.has(listener)).toList();
  }

  /** Whether {@code listener} is in the bond of that name; false when there is no such bond. */
  public boolean belongs(Listener listener, String bond) {
    return named(bond).filter(found -> found.has(listener)).isPresent();
  }

  /**
   * Chooses the member of {@code bond} that sends to {@code destination}, or of its fallback when
   * it names one, and so on; asks no bond twice, so a loop of fallbacks ends in a refusal.
   *
   * @param bond one of these bonds
   * @param routes see {@link Bond#select}, as for {@code stickyKey}
   */
  public Selection select(
      String bond,
      Destination destination,
      Usability usable,
      SourceRoutes routes,
      String stickyKey) {
    List<Bond> chain = chain(bond);
    List<Rejection> earlier = new ArrayList<>();
    for (Bond asked : chain) {
      Optional<Selection> chosen =
          asked
              .select(destination, usable, routes, stickyKey)
              .fold(
                  found -> Optional.of(found.after(earlier)),
                  noMember -> {
                    earlier.addAll(noMember.rejected());
                    return Optional.empty();
                  });
      if (chosen.isPresent()) {
        return chosen.get();
      }
    }
    return new Selection.NoMember(chain.get(0), destination, earlier);
  }

  /**
   * What {@code bond} can send, and after it what its fallbacks can, each in its own order: all
   * that may be asked of DNS for it.
   *
   * @param bond one of these bonds
   */
  public Set<Capability> capabilities(String bond) {
    return chain(bond).stream()
        .flatMap(asked -> asked.capabilities().stream())
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
  }

  /**
   * The bond and those that it falls back to, each once, in the order of asking.
   *
   * @param first one of these bonds
   */
  public List<Bond> chain(String first) {
    Set<Bond> chain = new LinkedHashSet<>();
    Optional<Bond> next = named(first);
    if (next.isEmpty()) {
      undefined(first, bonds.stream().map(Bond::name).collect(Collectors.toSet()));
    }
    while (next.isPresent() && chain.add(next.get())) {
      next = fallback(next.get()).flatMap(this::named);
    }
    return List.copyOf(chain);
  }

  private static Optional<String> fallback(Bond bond) {
    return bond.onNoMatch().fold(Optional::empty, Optional::of);
  }

  private static void undefined(String name, Set<String> names) {
    throw new IllegalArgumentException(
        "bond " + name + " is not defined; allowed: " + String.join(", ", names));
  }
}

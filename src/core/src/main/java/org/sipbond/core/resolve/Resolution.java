package org.sipbond.core.resolve;

import java.util.List;
import java.util.function.Function;
import org.sipbond.core.net.Destination;

/** Where a URI leads, or why nowhere; and how that was found out. */
public sealed interface Resolution {

  /** Calls the function of this case. */
  <T> T fold(Function<Located, T> located, Function<Unlocated, T> unlocated);

  Target target();

  Findings findings();

  /**
   * Found.
   *
   * @param destinations at least one, in the order of trying (RFC 3263 §4.3); each once
   */
  record Located(Target target, List<Destination> destinations, Findings findings)
      implements Resolution {
    public Located {
      destinations = List.copyOf(destinations);
      if (destinations.isEmpty()) {
        throw new IllegalArgumentException("no destination; allowed: at least one");
      }
    }

    @Override
    public <T> T fold(Function<Located, T> located, Function<Unlocated, T> unlocated) {
      return located.apply(this);
    }
  }

  /** Not found. */
  record Unlocated(Target target, LookupFailure failure, Findings findings) implements Resolution {
    @Override
    public <T> T fold(Function<Located, T> located, Function<Unlocated, T> unlocated) {
      return unlocated.apply(this);
    }
  }
}

package org.sipbond.core.bond;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a bond does for a destination that none of its members can send to. */
public sealed interface OnNoMatch {

  /** Calls the function of this case. */
  <T> T fold(Supplier<T> reject, Function<String, T> fallback);

  /** Refuse: the default. */
  record Reject() implements OnNoMatch {
    @Override
    public <T> T fold(Supplier<T> reject, Function<String, T> fallback) {
      return reject.get();
    }

    /** {@code reject}. */
    @Override
    public String toString() {
      return "reject";
    }
  }

  /** Ask another bond. */
  record Fallback(String bond) implements OnNoMatch {
    @Override
    public <T> T fold(Supplier<T> reject, Function<String, T> fallback) {
      return fallback.apply(bond);
    }

    /** {@code fallback: bond}. */
    @Override
    public String toString() {
      return "fallback: " + bond;
    }
  }
}

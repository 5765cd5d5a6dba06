package org.sipbond.core.bond;

/** Knows which listeners may send now. Implementations answer at once and on any thread. */
@FunctionalInterface
public interface Usability {
  /** Every listener is up and none is drained. */
  Usability ALL = listener -> Verdict.USABLE;

  Verdict of(Listener listener);
}

package org.sipbond.core.bond;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The listeners that an operator has taken out: nothing new begins at them, and what has begun goes
 * on. Free for any thread.
 */
public final class DrainedListeners implements Usability {
  private static final Verdict DRAINED = Verdict.unusable("drained");

  private final Set<ListenerKey> drained = ConcurrentHashMap.newKeySet();

  /**
   * Lets nothing new begin at a listener.
   *
   * @return false where nothing did before
   */
  public boolean drain(Listener listener) {
    return drained.add(listener.key());
  }

  /**
   * Takes a listener into use again.
   *
   * @return false where it was in use
   */
  public boolean resume(Listener listener) {
    return drained.remove(listener.key());
  }

  /** Whether nothing new begins at a listener. */
  public boolean contains(Listener listener) {
    return drained.contains(listener.key());
  }

  @Override
  public Verdict of(Listener listener) {
    return contains(listener) ? DRAINED : Verdict.USABLE;
  }
}

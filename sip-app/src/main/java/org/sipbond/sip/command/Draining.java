package org.sipbond.sip.command;

import org.sipbond.core.bond.DrainedListeners;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.json.Json;

/** Takes listeners out of use and in again. */
record Draining(DrainedListeners drained) {

  /** Nothing new begins at it. */
  Told drain(Listener listener) {
    return drained.drain(listener)
        ? told(listener, true, "is drained: nothing new begins at it, what has begun goes on")
        : told(listener, false, "was drained already");
  }

  /** It is in use again. */
  Told resume(Listener listener) {
    return drained.resume(listener)
        ? told(listener, true, "is in use again")
        : told(listener, false, "was in use already");
  }

  private Told told(Listener listener, boolean changed, String text) {
    return new Told(
        changed,
        listener.name() + " " + text,
        Json.fields()
            .with("name", listener.name())
            .with("state", drained.contains(listener) ? "drained" : "in use"));
  }
}

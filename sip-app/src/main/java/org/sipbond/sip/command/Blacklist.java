package org.sipbond.sip.command;

import org.sipbond.core.attempt.FailedDestination;
import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.explain.PartsJson;
import org.sipbond.core.net.Destination;

/** The destinations that come last for now, as users call them. */
record Blacklist(FailedDestinations failed) {

  Told list() {
    return Told.lines(
        failed.list(),
        FailedDestination::toString,
        entry -> PartsJson.of(entry.destination()).with(PartsJson.of(entry)));
  }

  /** Comes last for as long as after a failure, or until it answers. */
  Told add(Destination destination) {
    failed.ordered(destination);
    return Told.count(1, "added", true);
  }

  Told remove(Destination destination) {
    boolean found = failed.clear(destination);
    return Told.count(found ? 1 : 0, "removed", found);
  }

  Told clear() {
    int number = failed.list().size();
    failed.clear();
    return Told.count(number, "removed", true);
  }
}

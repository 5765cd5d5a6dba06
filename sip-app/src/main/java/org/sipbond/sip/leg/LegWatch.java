package org.sipbond.sip.leg;

import org.sipbond.core.resolve.Resolution;

/** Gets to know what becomes of a second leg, besides its responses; on any thread. */
public interface LegWatch {
  /** It is known where the next hop leads, or that it leads nowhere. */
  void located(Resolution resolution);

  /** Locating went wrong in a way that should never be; ends it if it has not gone on. */
  void broken();

  /** The request of the leg is on its way. */
  void sent(CalleeLeg leg);

  /** The request of the leg could not be sent. */
  void unsent(CalleeLeg leg, Exception why);

  /** A provisional response came for the leg, if only 100. */
  void trying(CalleeLeg leg);

  /** Nothing came for the leg in time. */
  void silent(CalleeLeg leg);
}

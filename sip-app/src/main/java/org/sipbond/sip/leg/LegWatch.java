package org.sipbond.sip.leg;

/** Gets to know what becomes of an attempt, besides its responses; on any thread. */
public interface LegWatch {
  /** The request of the leg is on its way. */
  void sent(CalleeLeg leg);

  /** The request of the leg could not be sent. */
  void unsent(CalleeLeg leg, Exception why);

  /** A provisional response came for the leg, if only 100. */
  void trying(CalleeLeg leg);

  /** Nothing came for the leg in time. */
  void silent(CalleeLeg leg);
}

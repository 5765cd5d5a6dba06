package org.sipbond.core.record;

/** Takes the records of calls that are over. Fit for any thread, and never lets it wait. */
@FunctionalInterface
public interface CallRecorder {
  /**
   * Takes a record.
   *
   * @param kept runs once, on any thread, when the record survives the end of this process
   */
  void ended(CallRecord record, Runnable kept);
}

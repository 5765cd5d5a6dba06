package org.sipbond.sip.command;

import java.util.List;
import java.util.Optional;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.record.ArchiveException;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallSearch;

/** The calls that the application knows of. Fit for any thread. */
public interface KnownCalls {
  /** What is known so far of calls that go on, the oldest first. */
  List<CallRecord> active();

  /**
   * Calls that are over, the newest first.
   *
   * @throws ArchiveException if they cannot be asked for now
   */
  List<CallRecord> find(CallSearch search) throws ArchiveException;

  /** Ends the calls that have a Call-ID on either leg; how many there are. */
  int terminate(String callId);

  /** Why a call went where it did; empty when it is not known, or not any more. */
  Optional<Explanation> explain(String callId);
}

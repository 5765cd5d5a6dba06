package org.sipbond.sip.boot;

import java.util.List;
import java.util.Optional;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.record.ArchiveException;
import org.sipbond.core.record.CallArchive;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallSearch;
import org.sipbond.sip.command.KnownCalls;
import org.sipbond.sip.observe.CallLog;

/** The calls of the log, and those that are over. */
record LoggedCalls(CallLog log, CallArchive archive) implements KnownCalls {
  @Override
  public List<CallRecord> active() {
    return log.activeCalls();
  }

  @Override
  public List<CallRecord> find(CallSearch search) throws ArchiveException {
    return archive.find(search);
  }

  @Override
  public int terminate(String callId) {
    return log.terminate(callId);
  }

  @Override
  public Optional<Explanation> explain(String callId) {
    return log.explain(callId);
  }
}

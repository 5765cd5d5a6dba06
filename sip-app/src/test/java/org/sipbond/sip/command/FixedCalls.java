package org.sipbond.sip.command;

import java.util.List;
import java.util.Optional;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.record.ArchiveException;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallSearch;

/** Calls that a test names; the search is heeded as far as the Call-ID and the limit go. */
record FixedCalls(List<CallRecord> active, List<CallRecord> over, boolean reachable)
    implements KnownCalls {
  @Override
  public List<CallRecord> find(CallSearch search) throws ArchiveException {
    if (!reachable) {
      throw new ArchiveException(
          "the database does not answer: refused", new IllegalStateException("refused"));
    }
    return over.stream()
        .filter(call -> search.callId().isEmpty() || call.has(search.callId()))
        .limit(search.limit())
        .toList();
  }

  @Override
  public int terminate(String callId) {
    return (int) active.stream().filter(call -> call.has(callId)).count();
  }

  @Override
  public Optional<Explanation> explain(String callId) {
    return Optional.empty();
  }
}

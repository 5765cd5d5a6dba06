package org.sipbond.core.record;

import java.util.List;

/** Finds records again. Fit for any thread, which may have to wait. */
@FunctionalInterface
public interface CallArchive {
  /** Remembers nothing. */
  CallArchive NONE = search -> List.of();

  /**
   * The records that fit, the newest first.
   *
   * @throws ArchiveException if they cannot be asked for now
   */
  List<CallRecord> find(CallSearch search) throws ArchiveException;
}

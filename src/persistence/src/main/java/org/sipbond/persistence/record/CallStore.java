package org.sipbond.persistence.record;

import java.util.List;
import org.sipbond.core.record.CallRecord;
import org.sipbond.persistence.database.DatabaseException;

/** Where records end up. */
@FunctionalInterface
public interface CallStore {
  /**
   * Keeps all of the records or none; those that are kept already are left as they are.
   *
   * @throws DatabaseException if they are not kept
   */
  void add(List<CallRecord> records) throws DatabaseException;
}

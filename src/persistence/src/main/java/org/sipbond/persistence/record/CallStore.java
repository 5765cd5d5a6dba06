package org.sipbond.persistence.record;

import java.util.List;
import org.sipbond.core.record.CallRecord;
import org.sipbond.persistence.database.DatabaseException;

/** Where records end up. */
@FunctionalInterface
public interface CallStore {
  /**
   * Gets ready before there is a record, so that the first one does not wait for that.
   *
   * @throws DatabaseException if it cannot get ready now; it may be asked again
   */
  default void open() throws DatabaseException {}

  /**
   * Keeps all of the records or none; those that are kept already are left as they are.
   *
   * @throws DatabaseException if they are not kept
   */
  void add(List<CallRecord> records) throws DatabaseException;
}

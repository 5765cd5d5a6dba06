package org.sipbond.persistence.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has the pool let go of connections whose embedded database is closed, so that the next one opens
 * it again: H2 closes it by itself where its files cannot be written, as on a full disk, and has
 * SQLSTATEs of its own for that, which the pool does not know.
 */
final class LostConnections implements SQLExceptionOverride {
  /** Connection closed, connection broken, database closed, database shut down. */
  private static final Set<String> OF_H2 = Set.of("90007", "90067", "90098", "90121");

  @java.lang.Override
  public Override adjudicate(SQLException failed) {
    return OF_H2.contains(String.valueOf(failed.getSQLState()))
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}

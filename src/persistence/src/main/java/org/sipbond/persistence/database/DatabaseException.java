package org.sipbond.persistence.database;

import java.util.Optional;
import org.hibernate.JDBCException;

/** The database did not do what it was asked for. */
public final class DatabaseException extends Exception {
  private static final long serialVersionUID = 1;

  /** SQLSTATE classes of values that do not fit: data exception, integrity constraint violation. */
  private static final String OF_THE_DATA = "2[23].*";

  private final boolean ofTheData;

  /** What Hibernate, or what brings the tables up to date, threw. */
  public DatabaseException(RuntimeException cause) {
    super(message(cause), cause);
    this.ofTheData = state(cause).filter(state -> state.matches(OF_THE_DATA)).isPresent();
  }

  /** Whether the values are to blame, so that it is no use to try again with the same. */
  public boolean ofTheData() {
    return ofTheData;
  }

  private static Optional<String> state(RuntimeException cause) {
    return cause instanceof JDBCException jdbc
        ? Optional.ofNullable(jdbc.getSQLState())
        : Optional.empty();
  }

  /** The innermost cause says it best; on one line. */
  private static String message(Throwable cause) {
    Throwable innermost = cause;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage()).replaceAll("\\s+", " ").strip();
  }
}

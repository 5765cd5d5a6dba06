package org.sipbond.it.conformance;

/** One row over one way. */
record Cell(Row row, Way way) {
  /** {@code BYE, callee to caller, udp4 to tls6}. */
  @Override
  public String toString() {
    return row + ", " + way;
  }
}
